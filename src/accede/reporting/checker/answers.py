"""The register as the checker asks it: loaded once, folded once, each thing by its name. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from accede.evidence.values import Attendance, Report, RollCall
from accede.overview.attendance import Participation, participation
from accede.overview.occasions import Meetings, days_of, key_of, meetings
from accede.overview.register import Register
from accede.overview.votes import roll_calls
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.register.values import Occasion
from accede.reporting.checker.timeline import Timeline
from accede.vocabulary.ballots import Body
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade
from accede.vocabulary.state_names import shipped_names

GRACE = timedelta(days=31)
"""How long after its last entry a register is taken to be up to date."""


class Answers:
    """What the register holds of one treaty."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.treaty = register.treaty
        self._participation: dict[tuple[str, date], Participation] = {}

    @cached_property
    def timeline(self) -> Timeline:
        """Standings over time."""
        return Timeline(self.register)

    @cached_property
    def horizon(self) -> date:
        """The last day on which it is known that nothing else happened: a contradiction is not said of later days."""
        recorded = max((each.recorded_at.date() for each in self.register.actions), default=date.min)
        return recorded + GRACE

    @cached_property
    def occasions(self) -> Mapping[str, Evidence[Occasion]]:
        """The treaty's meetings by their short keys."""
        return {key_of(each): each for each in self.register.occasions if each.fact.treaty == self.treaty.key}

    @cached_property
    def held_meetings(self) -> Meetings:
        """The treaty's meetings in the order of their days, those to come among them."""
        return meetings(self.register, on=date.max)

    def days_of(self, key: str) -> PartialDate | None:
        """The days of a meeting, or the part of them that is known; None where nothing is."""
        held = self.occasions.get(key)
        return (days_of(held.fact) or held.fact.starts) if held else None

    @cached_property
    def roll_calls(self) -> tuple[Topic[RollCall], ...]:
        """The votes on the treaty's yearly resolution, in order of days."""
        return roll_calls(self.register, on=date.max)

    def roll_call(self, body: Body, session: int) -> Topic[RollCall] | None:
        """One vote."""
        for topic in self.roll_calls:
            if (topic.counts.fact.body, topic.counts.fact.session) == (body, session):
                return topic
        return None

    def participation(self, iso3: str, on: date) -> Participation:
        """What is recorded of a State's attendance by a day."""
        key = (iso3, on)
        if key not in self._participation:
            register = replace(self.register, view=replace(self.register.view, as_of=on))
            self._participation[key] = participation(register, iso3)
        return self._participation[key]

    @cached_property
    def attendance_by_state(self) -> Mapping[str, tuple[Evidence[Attendance], ...]]:
        """All records of attendance, by State."""
        found: dict[str, list[Evidence[Attendance]]] = {}
        for each in self.register.of_sources(self.register.attendance):
            found.setdefault(each.fact.state, []).append(each)
        return {iso3: tuple(held) for iso3, held in found.items()}

    @cached_property
    def reports(self) -> Mapping[str, tuple[Topic[Report], ...]]:
        """Reports by State."""
        found: dict[str, list[Topic[Report]]] = {}
        for topic in self.register.topics(self.register.of_sources(self.register.reports)):
            found.setdefault(topic.counts.fact.state, []).append(topic)
        return {iso3: tuple(held) for iso3, held in found.items()}

    def name(self, iso3: str) -> str:
        """A State's name in a sentence."""
        return shipped_names().in_sentence(iso3)

    def names(self, states: Sequence[str]) -> str:
        """The names of several in a sentence, the first six of many."""
        names = ", ".join(map(self.name, states[:6]))
        return f"{names} and others" if len(states) > 6 else names

    def grade(self, source: str) -> SourceGrade | None:
        """How near a source is to the fact."""
        held = self.register.sources.get(source)
        return held.grade if held else None
