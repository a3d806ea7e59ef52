"""The codes of a statement: each is accepted or refused by a person, beside the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext

from accede.evidence.values import Code
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Circumstance, CodeKind, Position, Step
from accede.workspace.facts.dates import understood, written

LISTS: dict[CodeKind, type[Labelled]] = {
    CodeKind.POSITION: Position,
    CodeKind.CIRCUMSTANCE: Circumstance,
    CodeKind.CONDITION: Circumstance,
    CodeKind.STEP: Step,
}
MOST = 40
BLANK = 1
"""Rows for further codes."""
PARTS = ("code", "trigger", "target", "expires", "kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """A code as the form has it: `code` is kind and code ("step:moratorium"), `is_kept` whether the person accepts it."""

    code: str = ""
    trigger: str = ""
    target: str = ""
    expires: str = ""
    is_kept: bool = False


def row_of(code: Code, *, is_kept: bool = True) -> CodeRow:
    """A code as a row."""
    expires = written(code.expires) if code.expires else ""
    return CodeRow(
        code=f"{code.kind}:{code.code}", trigger=code.trigger, target=code.target, expires=expires, is_kept=is_kept
    )


def named(code: str) -> str:
    """Kind and code in words ("step: moratorium")."""
    kind, _, of = code.partition(":")
    found = CodeKind(kind)
    return f"{gettext(found.label)}: {gettext(LISTS[found](of).label)}"


def _choices() -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (gettext(kind.label), [(f"{kind}:{code}", gettext(code.label)) for code in codes])
        for kind, codes in LISTS.items()
    ]


lazy_choices = lazy(_choices, list)


class CodesWidget(forms.Widget):
    """A row a code: whether it is kept, which it is, the words that show it, and of a condition its target and day."""

    template_name = "workspace/facts/codes.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[CodeRow, ...] | None:
        """The rows that were sent; None where none were."""
        rows = []
        for at in range(MOST):
            told = {part: data.get(f"{name}-{at}-{part}") for part in PARTS}
            if all(value is None for value in told.values()):
                break
            is_kept = told.pop("kept") is not None
            rows.append(CodeRow(**{part: (value or "").strip() for part, value in told.items()}, is_kept=is_kept))
        return tuple(rows) or None

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-0-code" not in data

    def id_for_label(self, id_: str) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = [row for row in rows_of(value) if row.code]
        blank = [CodeRow(is_kept=True)] * min(BLANK, MOST - len(given))
        rows = [
            {
                "prefix": f"{name}-{at}",
                "id": f"id_{name}_{at}",
                "row": row,
                "called": called(row),
                "is_blank": not row.code,
            }
            for at, row in enumerate((*given, *blank))
        ]
        return {**context, "rows": rows, "choices": _choices()}


def called(row: CodeRow) -> str:
    """What a row's code is, in words; empty for an unknown one."""
    try:
        return named(row.code) if row.code else ""
    except ValueError:
        return ""


def rows_of(value: Any) -> Iterator[CodeRow]:
    """Codes of a fact, or rows of a form, as rows."""
    for each in value if isinstance(value, Iterable) and not isinstance(value, str) else ():
        yield each if isinstance(each, CodeRow) else row_of(each)


class CodesField(forms.Field):
    """The codes that are kept, in their order; the others were refused."""

    widget = CodesWidget

    def clean(self, value: Any) -> tuple[Code, ...]:
        found = [_code(row) for row in rows_of(value) if row.code and row.is_kept]
        return tuple(dict.fromkeys(found))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return tuple(rows_of(initial)) != tuple(row for row in rows_of(data) if row.code)


def _code(row: CodeRow) -> Code:
    kind, _, of = row.code.partition(":")
    try:
        found = CodeKind(kind)
        code = LISTS[found](of)
    except ValueError as error:
        raise ValidationError(gettext("“%(code)s” is no code.") % {"code": row.code[:80]}) from error
    if found is not CodeKind.CONDITION and (row.target or row.expires):
        raise ValidationError(
            gettext("Only a condition has a target and a day: “%(code)s”.") % {"code": named(row.code)}
        )
    return Code(kind=found, code=str(code), trigger=row.trigger, target=row.target, expires=_expires(row.expires))


def _expires(text: str) -> PartialDate | None:
    try:
        return understood(text) if text else None
    except InvalidDate as error:
        raise ValidationError(error.sentence) from error
