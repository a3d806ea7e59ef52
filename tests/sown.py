"""Records and rows with a marked word in every text they hold, made from what their fields are: a new field is marked by itself."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate

DAY = date(2018, 3, 5)


def fact_with(kind: type[Any], word: str, given: dict[str, Any], plain: Collection[str]) -> Any:
    """A fact of a kind with `word` and the field's name in each text but for those in `plain`; `given` are values by name."""
    hints = typing.get_type_hints(kind)
    return kind(
        **{
            field.name: given.get(
                field.name, _value(hints[field.name], "" if field.name in plain else word, field.name)
            )
            for field in dataclasses.fields(kind)
        }
    )


def row_with(model: type[models.Model], word: str, given: dict[str, Any]) -> models.Model:
    """A row of a table with `word` in each text that has room for it."""
    values = {}
    for field in model._meta.concrete_fields:
        match field:
            case _ if field.name in given:
                values[field.name] = given[field.name]
            case models.AutoField():
                pass
            case models.ForeignKey():
                other = field.related_model
                values[field.name] = other._default_manager.first() or row_with(other, word, given)
            case models.EmailField():
                values[field.name] = f"{word}@{word}.example.org"
            case models.CharField() if field.max_length and field.max_length >= len(word) + 8:
                values[field.name] = f"{word}{field.name}"[: field.max_length]
            case models.TextField():
                values[field.name] = f"{word}{field.name}"
            case models.IntegerField() if not field.has_default() and not field.null:
                values[field.name] = 1
            case models.DateTimeField():
                values[field.name] = datetime.combine(DAY, datetime.min.time(), UTC)
            case models.DateField():
                values[field.name] = DAY
    return model._default_manager.bulk_create([model(**values)])[0]  # as a row: nothing else happens with it


def _value(hint: Any, word: str, name: str) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return (_value(inner, word, name),) if inner is str and word else ()
    if hint is str:
        return f"{word}{name}" if word else ""
    if hint is PartialDate:
        return PartialDate.on_day(DAY)
    if isinstance(hint, type) and issubclass(hint, Labelled):
        return next(iter(hint))
    return hint()
