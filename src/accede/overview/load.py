"""Loading what an answer is folded from: one query a kind, however many States. The one place here that knows Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Literal, cast, get_args

from accede.activities.models import ActivityVersion
from accede.evidence.models import (
    AttendanceVersion,
    CheckVersion,
    ConfirmationVersion,
    PracticeVersion,
    ReportVersion,
    RollCallVersion,
    StatementVersion,
)
from accede.evidence.queries import roll_calls
from accede.overview.known import Known, read_anew
from accede.overview.register import Register
from accede.records.current import current, judgements
from accede.records.models import SourceVersion, Version
from accede.records.values import Evidence, Source, View
from accede.register.models import (
    OccasionVersion,
    StateVersion,
    StatusClaimVersion,
    TreatyActionVersion,
    TreatyVersion,
)
from accede.register.treaty import TreatyDefinition
from accede.register.treaty_file import read_treaty
from accede.vocabulary.ballots import Body
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate

Kind = Literal[
    "occasions",
    "actions",
    "statements",
    "confirmations",
    "checks",
    "practices",
    "roll_calls",
    "attendance",
    "reports",
    "activities",
    "other_treaties",
]
"""What an answer may need beyond treaty, States and sources."""

EVERY_KIND: tuple[Kind, ...] = get_args(Kind)
ABOUT_THE_TREATY: tuple[Kind, ...] = tuple(kind for kind in EVERY_KIND if kind != "other_treaties")

_OF_STATE: dict[Kind, type[Version]] = {
    "statements": StatementVersion,
    "confirmations": ConfirmationVersion,
    "checks": CheckVersion,
    "practices": PracticeVersion,
    "attendance": AttendanceVersion,
    "reports": ReportVersion,
}
"""Kinds of evidence about one treaty and one State, from the sources the view selects."""


def load(
    view: View,
    treaty: str,
    *kinds: Kind,
    state: str = "",
    body: Body | None = None,
    session: int | None = None,
    known: Known = read_anew,
) -> Register:
    """What is current in a view of one treaty, for the kinds an answer needs.

    `state` loads evidence about one State only (treaty actions and lists of all: who stands outside is asked of all),
    `body` and `session` one roll call; `known` what was read already. Raises UnknownName for a treaty the register does not
    hold, and Refused for a day before it was adopted.
    """
    whole = replace(view, sources=None)
    definition = definition_of(treaty, whole)
    _refuse_before(definition, view.as_of)
    about = {"state": state} if state else {}

    def read(model: type[Version], look: View, **filters: Any) -> tuple[Evidence[Any], ...]:
        question = (look.sources, *sorted(filters.items()))
        return known(model, question, lambda: tuple(current(model, look, **filters)))

    found: dict[str, tuple[Evidence[Any], ...]] = {
        kind: read(model, view, treaty=treaty, **about) for kind, model in _OF_STATE.items() if kind in kinds
    }
    if "actions" in kinds:
        found["actions"] = read(TreatyActionVersion, whole, treaty=treaty)
        if not found["actions"]:
            found["status_claims"] = read(StatusClaimVersion, whole, treaty=treaty)
    if "other_treaties" in kinds:
        found["other_claims"] = known(
            StatusClaimVersion,
            ("of others", treaty, state, view.sources),
            lambda: tuple(each for each in current(StatusClaimVersion, view, **about) if each.fact.treaty != treaty),
        )
    if "roll_calls" in kinds:
        asked = {"body": body, "session": session}
        conditions = {name: value for name, value in asked.items() if value is not None}
        found["roll_calls"] = known(
            RollCallVersion,
            (treaty, state, body, session, view.sources),
            lambda: tuple(roll_calls(view, state=state, treaty=treaty, **conditions)),
        )
    if "activities" in kinds:
        found["activities"] = read(ActivityVersion, view, treaty=treaty)
    if "occasions" in kinds:
        found["occasions"] = _occasions(partial(read, OccasionVersion, whole), treaty, found)
    chosen, merged = judgements(whole)
    return Register(
        treaty=definition,
        view=view,
        sources=_sources(partial(read, SourceVersion, whole), treaty, definition, found, merged),
        choices=chosen,
        merged=merged,
        states=read(StateVersion, whole),
        **cast("dict[str, Any]", {kind: _following(evidence, merged) for kind, evidence in found.items()}),
    )


Read = Callable[..., tuple[Evidence[Any], ...]]
"""Reads a kind by conditions on the columns of its fact."""


def _occasions(read: Read, treaty: str, found: Mapping[str, Iterable[Evidence[Any]]]) -> tuple[Evidence[Any], ...]:
    """The occasions of the treaty and of none, and those of others that the evidence names."""
    held = read(treaty__in=_of_none_or(treaty))
    known = {each.key.removeprefix(f"{treaty}/") for each in held} | {each.key for each in held}
    named = {getattr(each.fact, "occasion", "") for evidence in found.values() for each in evidence} - known - {""}
    return (*held, *read(key__in=tuple(sorted(named)))) if named else held


def _sources(
    read: Read,
    treaty: str,
    definition: TreatyDefinition,
    found: Mapping[str, Iterable[Evidence[Any]]],
    merged: Mapping[tuple[str, str], str],
) -> dict[str, Source]:
    """The sources of the treaty and of none, and those of others that the evidence is taken from."""
    held = {each.key: each.fact for each in read(treaty__in=_of_none_or(treaty))}
    named = {each.source for evidence in found.values() for each in evidence} | {definition.source}
    named |= {merged[_SOURCE, key] for key in named if (_SOURCE, key) in merged}
    further = sorted(named - held.keys() - {""})
    if further:
        held |= {each.key: each.fact for each in read(key__in=tuple(further))}
    return held


def _of_none_or(treaty: str) -> tuple[str, str]:
    return ("", treaty)


def _following(evidence: tuple[Evidence[Any], ...], merged: Mapping[tuple[str, str], str]) -> tuple[Evidence[Any], ...]:
    """The same, from the sources under the keys under which these go on."""
    if not any(kind == _SOURCE for kind, _ in merged):
        return evidence
    return tuple(replace(each, source=merged.get((_SOURCE, each.source), each.source)) for each in evidence)


_SOURCE = SourceVersion.record_kind()


def on_day(register: Register, as_of: date) -> Register:
    """The same evidence, to be folded for another day. Raises Refused for a day before the treaty was adopted."""
    _refuse_before(register.treaty, as_of)
    return replace(register, view=replace(register.view, as_of=as_of))


def definition_of(treaty: str, view: View) -> TreatyDefinition:
    """The definition of a treaty as the register holds it. Raises UnknownName, or Unreadable where its file is not right."""
    held = current(TreatyVersion, replace(view, sources=None), key=treaty)
    if not held:
        _refuse_too_early(view)
        known = ", ".join(sorted(each.key for each in current(TreatyVersion, replace(view, sources=None))))
        raise UnknownName(f"the register holds no treaty {treaty!r}", remedy=f"Use one of {known}" if known else "")
    return read_treaty(held[0].fact.definition, f"{treaty}.toml")


def _refuse_before(definition: TreatyDefinition, as_of: date) -> None:
    adopted = definition.dates.adopted
    if adopted is not None and adopted.earliest is not None and as_of < adopted.earliest:
        raise Refused(
            f"the {definition.name()} was adopted on {adopted.wording()}, after {as_of.isoformat()}",
            remedy="Ask for that day or a later one",
        )


def _refuse_too_early(view: View) -> None:
    """Raises Refused where nothing at all had been recorded by the view's instant: another clock may be meant."""
    first = TreatyVersion.objects.order_by("recorded_at").values_list("recorded_at", flat=True).first()
    if first is not None and first > view.known_on:
        day = PartialDate.on_day(first.date()).wording()
        raise Refused(
            f"nothing had been recorded by {view.known_on:%Y-%m-%d %H:%M} UTC: the first recording is of {day}",
            remedy="To ask what held on a day, and not what the register knew by then, use --as-of",
        )
