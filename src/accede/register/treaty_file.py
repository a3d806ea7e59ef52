"""Reading a treaty's file (TOML) into its definition, strictly: what is misspelt, missing or misfit is named. Pure."""

import dataclasses
import tomllib
import types
import typing
from datetime import date
from functools import cache
from typing import Any

from accede.register.treaty import EntryIntoForceRule, Obligation, TreatyDefinition, WithdrawalRule
from accede.vocabulary.errors import InvalidDate, Unreadable
from accede.vocabulary.label import Labelled
from accede.vocabulary.languages import Language
from accede.vocabulary.partial_date import PartialDate


@cache
def read_treaty(text: str, where: str) -> TreatyDefinition:
    """The definition in the text of a treaty's file. Raises Unreadable naming the file (`where`) and the field."""
    try:
        given = tomllib.loads(text)
    except ValueError as error:  # what is not TOML, and numbers of more digits than are read
        raise Unreadable(f"the file is not TOML: {error}", where=where, remedy="Correct the line it names") from None
    treaty: TreatyDefinition = _dataclass(TreatyDefinition, given, f"{where}: ", "")
    _hold_together(treaty, where)
    return treaty


def _value(hint: Any, given: Any, file: str, path: str) -> Any:
    """A value of this type from what TOML gave, wherever it stands."""
    hint = _without_none(hint)
    origin = typing.get_origin(hint)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        parts = _of_type(list, given, file, path)
        return tuple(_value(inner, part, file, f"{path}[{number}]") for number, part in enumerate(parts, start=1))
    if origin is dict:
        names, inner = typing.get_args(hint)
        table = _of_type(dict, given, file, path)
        return {
            _value(names, key, file, path): _value(inner, part, file, f"{path}.{key}") for key, part in table.items()
        }
    if origin is typing.Literal:
        return _one_of(typing.get_args(hint), given, file, path)
    if hint is PartialDate:
        return _date(_of_type(str, given, file, path), file, path)
    if dataclasses.is_dataclass(hint):
        return _dataclass(hint, _of_type(dict, given, file, path), file, f"{path}.")
    if issubclass(hint, Labelled):
        return hint(_one_of([str(member) for member in hint], given, file, path))
    return _of_type(hint, given, file, path)


def _dataclass(kind: Any, given: dict[str, Any], file: str, path: str) -> Any:
    hints, fields = typing.get_type_hints(kind), {field.name: field for field in dataclasses.fields(kind)}
    for name in given:
        if name not in fields:
            raise Unreadable(
                "there is no such field", where=f"{file}{path}{name}", remedy=f"Use one of {', '.join(fields)}"
            )
    for name, field in fields.items():
        is_needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if is_needed and name not in given:
            raise Unreadable("this field is missing", where=f"{file}{path}{name}", remedy="Give it")
    return kind(**{name: _value(hints[name], value, file, f"{path}{name}") for name, value in given.items()})


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return hint


_TOML = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


def _of_type(kind: Any, given: Any, file: str, path: str) -> Any:
    if type(given) is not kind:
        raise Unreadable(f"{given!r} is not {_TOML[kind]}", where=f"{file}{path}", remedy=f"Write {_TOML[kind]}")
    return given


def _one_of(allowed: typing.Sequence[str], given: Any, file: str, path: str) -> str:
    if given not in allowed:
        raise Unreadable(
            f"{given!r} is not known here", where=f"{file}{path}", remedy=f"Use one of {', '.join(allowed)}"
        )
    return str(given)


def _date(text: str, file: str, path: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except InvalidDate as error:
        raise Unreadable(error.what, where=f"{file}{path}", remedy=error.remedy) from None


def _hold_together(treaty: TreatyDefinition, where: str) -> None:
    """What one field asks of another."""
    _needs(Language.ENGLISH in treaty.names, "en", f"{where}: names")
    _period(treaty.entry_into_force, f"{where}: entry_into_force")
    _period(treaty.withdrawal, f"{where}: withdrawal")
    for obligation in treaty.obligations:
        _due(obligation, f"{where}: obligations.{obligation.key}")


def _period(rule: EntryIntoForceRule | WithdrawalRule | None, place: str) -> None:
    match rule.kind if rule else "":
        case "first_day_of_month_after" | "months_after":
            _needs(bool(rule and rule.months > 0), "months", place)
        case "days_after":
            _needs(bool(rule and rule.days > 0), "days", place)


def _due(obligation: Obligation, place: str) -> None:
    match obligation.kind:
        case "days_after_entry_into_force":
            _needs(obligation.days > 0, "days", place)
        case "years_after_entry_into_force":
            _needs(obligation.years > 0, "years", place)
        case "every_year_on":
            _needs(_is_day_of_year(obligation.month, obligation.day), "month and day", place)


def _needs(is_given: bool, field: str, place: str) -> None:
    if not is_given:
        raise Unreadable(f"the rule needs {field}", where=place, remedy=f"Give {field}, as its kind asks")


def _is_day_of_year(month: int, day: int) -> bool:
    try:
        date(2001, month, day)
    except ValueError:
        return False
    return True
