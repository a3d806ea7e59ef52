"""The form of a record as it is written: the fact's fields in the order of the work, its place, who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext

from accede.publishing import sentences
from accede.workspace.facts.around import AroundForm
from accede.workspace.facts.codes import CodeRow, CodesWidget
from accede.workspace.facts.fact_form import FactForm, fact_form
from accede.workspace.facts.offered import Offered
from accede.workspace.recording.filling import WAS, Filled
from accede.workspace.recording.kinds import RecordKind

FIRST = ("text", "text_kind", "state", "said", "occasion", "citation", "channel", "codes")
"""The order in which a statement is looked at."""
OF_SCRIPT = ("first", "last", "exact")
"""The passage that was taken: its paragraphs, and the words marked in them."""


class WithinForm(AroundForm):
    """Place and readers of a record whose source stands beside it."""

    source = None  # type: ignore[assignment]  # Django's way to leave out a field


@dataclass(frozen=True, slots=True)
class Line:
    """A field, and what told its value."""

    field: BoundField
    because: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Another State that the passage names."""

    iso3: str
    name: str


@dataclass(frozen=True, slots=True)
class Writing:
    """The form as a template prints it. `opens` says whether the further fields must be seen, `was` what we put into fields."""

    errors: tuple[str, ...]
    hidden: tuple[BoundField, ...]
    lines: tuple[Line, ...]
    further: tuple[Line, ...]
    opens: bool
    passage: tuple[tuple[str, str], ...]
    was: tuple[tuple[str, str], ...]
    other_states: tuple[Choice, ...]
    has_codes: bool


def texts(data: QueryDict) -> dict[str, str]:
    """What was sent, each field's last text."""
    return {name: str(data[name]) for name in data if name != "csrfmiddlewaretoken"}


def code_rows(data: Mapping[str, str]) -> tuple[CodeRow, ...]:
    """The codes that were sent."""
    return CodesWidget().value_from_datadict(data, {}, "codes") or ()


def defaults(kind: RecordKind, offered: Offered) -> dict[str, str]:
    """What stands in an empty form."""
    form = fact_form(kind.fact)(offered=offered)
    return {name: _text(form[name]) for name in form.fields if name not in ("codes", "ballots")}


def forms_of(
    kind: RecordKind,
    offered: Offered,
    *,
    data: Mapping[str, str] | None = None,
    filled: Filled | None = None,
    classification: str = "",
    with_source: bool = False,
) -> tuple[FactForm, AroundForm]:
    """The two forms: as they were sent, or filled and not looked at yet."""
    around_of = AroundForm if with_source else WithinForm
    if data is not None:
        return fact_form(kind.fact)(data, offered=offered), around_of(data, offered=offered)
    values: dict[str, Any] = dict(filled.values) if filled else {}
    initial: dict[str, Any] = {name: values[name] for name in ("locator", "source") if name in values}
    initial["classification"] = classification
    if values.get("classification"):
        initial["classification"] = values["classification"]
    if filled and filled.codes:
        values["codes"] = filled.codes
    form = fact_form(kind.fact)(offered=offered, initial=values)
    return form, around_of(offered=offered, initial=initial)


def writing_of(
    kind: RecordKind,
    form: FactForm,
    around: AroundForm,
    *,
    was: Mapping[str, str],
    because: Mapping[str, str],
    passage: Mapping[str, str],
    other_states: tuple[str, ...] = (),
) -> Writing:
    """The forms as they are printed."""
    shown = [field for field in form.visible_fields() if not (kind.key == "statement" and field.name == "place")]
    shown.sort(key=lambda field: FIRST.index(field.name) if field.name in FIRST else len(FIRST))
    bound = [*shown, *around.visible_fields()]
    lines = {field.name: Line(field, because.get(field.name, "")) for field in bound}
    behind = {*kind.further, "locator"} - ({"summary"} if kind.words == "summary" else set())
    further = tuple(line for name, line in lines.items() if name in behind)
    rows = form["codes"].value() if "codes" in form.fields else ()
    return Writing(
        errors=tuple(str(one) for one in (*form.non_field_errors(), *around.non_field_errors())),
        hidden=(*form.hidden_fields(), *around.hidden_fields()),
        lines=tuple(line for name, line in lines.items() if name not in behind),
        further=further,
        opens=any(line.field.errors for line in further),
        passage=tuple((name, passage.get(name, "")) for name in OF_SCRIPT),
        was=tuple((f"{WAS}{name}", value) for name, value in was.items()),
        other_states=tuple(Choice(iso3, sentences.name(iso3)) for iso3 in other_states),
        has_codes=any(getattr(row, "code", "") for row in rows or ()),
    )


def was_in(data: Mapping[str, str]) -> dict[str, str]:
    """What we had put into the fields."""
    return {name.removeprefix(WAS): value for name, value in data.items() if name.startswith(WAS)}


def named(kind: RecordKind) -> str:
    """The kind in words."""
    return gettext(kind.label)


def _text(field: BoundField) -> str:
    value = field.value()
    shown = field.field.widget.format_value(value) if hasattr(field.field.widget, "format_value") else value
    if isinstance(shown, list):
        shown = shown[0] if shown else ""
    return "" if shown is None else str(shown)
