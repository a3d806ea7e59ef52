"""Registers of ten and a hundred times the shipped evidence, to measure growth with. Everything in them is invented.

    python grown.py TIMES      makes the register of ACCEDE_HOME (set up and not grown before) that many times as large

A *share* is as many records of each kind as the shipped register holds about its treaty. Ten times: nine shares more about the
same treaty, so that what its pages tell grows. A hundred times: ten shares about each of the nine other treaties beside, of
which its pages tell nothing. The States stay as they are. Recorded, accepted and released through the product's own writing, so
that `accede verify` holds; from a fixed seed; no such register is shipped or leaves the folder of the measurement.
"""

from __future__ import annotations

import os
import random
import sys
import time
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import django

SEED = 1997
TREATY = "apmbc"
SHARES = {1: (0, 0), 10: (9, 0), 100: (9, 10)}
"""Of each size: shares beside the shipped one about the treaty, and about each other treaty."""
FIRST, LAST = date(1997, 12, 3), date(2026, 11, 20)
CORRECTED, WAITING = 20, 50
"""Every so-manieth record is corrected once; every so-manieth correction still waits for review."""
MARK = "generated for scripts/bench growth; not a fact"


@dataclass(frozen=True, slots=True)
class Made:
    """A record to be written."""

    key: str
    fact: Any
    source: str


def grow(times: int) -> None:
    """Write what the size lacks: one transaction a treaty, as an import of many papers would be."""
    from accede.register.models import StateVersion, TreatyVersion

    own, beside = SHARES[times]
    states = sorted(StateVersion.objects.filter(in_universe=True).values_list("key", flat=True))
    others = sorted(TreatyVersion.objects.exclude(key=TREATY).values_list("key", flat=True).distinct())
    chance = random.Random(SEED)
    shares = {TREATY: range(1, own + 1)} | {treaty: range(beside) for treaty in others}
    for at, (treaty, numbers) in enumerate(shares.items(), 1):
        _write([record for number in numbers for record in _share(chance, treaty, number, states)], chance)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{at} of {len(shares)} treaties")


def _write(records: list[Made], chance: random.Random) -> None:
    from accede.evidence.record import add
    from accede.records.models import MODEL_OF_FACT, EventKind
    from accede.records.write import writing

    with writing("bench", "import", reason=MARK) as write:
        for fact in dict.fromkeys(type(each.fact) for each in records):
            write.expect_many(MODEL_OF_FACT[fact])
        for at, each in enumerate(records):
            model = MODEL_OF_FACT[type(each.fact)]
            versions = [each.fact]
            if at % CORRECTED == 0 and hasattr(each.fact, "note"):
                versions.append(replace(each.fact, note=f"{MARK}; corrected"))
            for number, fact in enumerate(versions, 1):
                add(write, each.key, fact, source=each.source, locator="p. 1", reason=MARK if number > 1 else "")
                if number > 1 and chance.randrange(WAITING) == 0:
                    continue
                write.happen(EventKind.ACCEPTANCE, model, each.key, number, by="bench-reviewer")
                write.happen(EventKind.RELEASE, model, each.key, number, by="bench-reviewer")


def _share(chance: random.Random, treaty: str, number: int, states: list[str]) -> Iterator[Made]:
    """As many records of each kind as are shipped about the treaty, spread over its years."""
    outside, held = states[::6], _Held(chance, treaty, number)
    yield from held.sources(SIZES["source"])
    yield from held.occasions(SIZES["occasion"])
    if treaty != TREATY and number == 0:
        yield from held.actions(states)
    people = [*outside * 4, *states]  # two of three records speak of a sixth of the States, as of those outside
    yield from held.evidence(people)
    yield from held.claims(states)
    yield from held.votes(states)


SIZES: Mapping[str, int] = {
    "source": 194,
    "occasion": 54,
    "attendance": 445,
    "report": 109,
    "practice": 123,
    "statement": 37,
    "confirmation": 2,
    "activity": 32,
    "claim": 41,
    "roll call": 62,
}
"""Records about the treaty in the shipped register; of lists of other treaties a tenth of all, of ballots about ninety a vote."""
BALLOTS = 90


class _Held:
    """One share while it is made."""

    def __init__(self, chance: random.Random, treaty: str, number: int) -> None:
        self.chance, self.treaty, self.number = chance, treaty, number
        self.name = f"g{number}"
        self._sources: list[str] = []
        self._issued: list[date] = []
        self._occasions: list[tuple[str, date]] = []

    def sources(self, many: int) -> Iterator[Made]:
        from accede.records.values import Source
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.sources import SourceGrade, SourceKind

        kinds, grades = list(SourceKind), list(SourceGrade)
        self._issued = sorted(self._day() for _ in range(many))
        for at, day in enumerate(self._issued):
            self._sources.append(f"{self.treaty}-{self.name}-{at}")
            yield Made(
                self._sources[-1],
                Source(
                    title=f"Generated document {self.number}/{at} about {self.treaty}",
                    kind=self.chance.choice(kinds),
                    grade=self.chance.choice(grades),
                    treaty=self.treaty,
                    issued=PartialDate.on_day(day),
                    language="en",
                    note=MARK,
                ),
                "",
            )

    def occasions(self, many: int) -> Iterator[Made]:
        from accede.register.values import Occasion
        from accede.vocabulary.occasions import OccasionKind
        from accede.vocabulary.partial_date import PartialDate

        kinds = (OccasionKind.MSP, OccasionKind.IM, OccasionKind.SC, OccasionKind.RC)
        for at in range(many):
            day = self._day()
            (kind,) = self.chance.choices(kinds, (23, 12, 13, 5))
            name = f"{kind} {day.year} {self.name}-{at}"
            self._occasions.append((name, day))
            fact = Occasion(
                treaty=self.treaty,
                kind=kind,
                name=name,
                title=f"Generated meeting {self.number}/{at}",
                starts=PartialDate.on_day(day),
                ends=PartialDate.on_day(day + timedelta(days=4)),
                note=MARK,
            )
            yield Made(f"{self.treaty}/{name}", fact, self._source(day))

    def actions(self, states: list[str]) -> Iterator[Made]:
        """Most States sign, more of them join: one share holds them all, since each joins once."""
        from accede.register.values import TreatyAction
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.treaty_actions import TreatyActionKind

        for iso3 in self.chance.sample(states, 162):
            signs = self.chance.randrange(5) < 4
            joins = TreatyActionKind.RATIFICATION if signs else TreatyActionKind.ACCESSION
            for kind in (TreatyActionKind.SIGNATURE, joins) if signs else (joins,):
                day = self._day()
                fact = TreatyAction(
                    treaty=self.treaty, state=iso3, kind=kind, deposited=PartialDate.on_day(day), note=MARK
                )
                yield Made(f"{self.treaty}/{iso3}/{kind}", fact, self._source(day))

    def evidence(self, people: list[str]) -> Iterator[Made]:
        """What States said, practise, attended and reported, and what was done towards them."""
        yield from self._attendance(people)
        yield from self._reports(people)
        yield from self._practices(people)
        yield from self._statements(people)
        yield from self._activities(people)

    def _attendance(self, people: list[str]) -> Iterator[Made]:
        from accede.evidence.values import Attendance
        from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim

        taken: set[tuple[str, str]] = set()
        while len(taken) < SIZES["attendance"]:
            iso3, (occasion, day) = self.chance.choice(people), self.chance.choice(self._occasions)
            if (iso3, occasion) in taken:
                continue
            taken.add((iso3, occasion))
            took = self.chance.randrange(3) < 2
            fact = Attendance(
                treaty=self.treaty,
                state=iso3,
                occasion=occasion,
                claim=ParticipationClaim.TOOK_PART if took else ParticipationClaim.DID_NOT,
                basis=AttendanceBasis.PARTICIPANTS,
                note=MARK,
            )
            yield Made(f"{self.treaty}/{iso3}/attendance/{occasion}", fact, self._source(day))

    def _reports(self, people: list[str]) -> Iterator[Made]:
        from accede.evidence.values import Report
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.reports import ReportDuty, ReportState

        for at in range(SIZES["report"]):
            iso3, day = self.chance.choice(people), self._day()
            fact = Report(
                treaty=self.treaty,
                state=iso3,
                report_state=ReportState.SUBMITTED,
                duty=ReportDuty.VOLUNTARY,
                submitted=PartialDate.on_day(day),
                covers=PartialDate.parse(str(day.year)),
                note=MARK,
            )
            yield Made(f"{self.treaty}/{iso3}/report/{self.name}-{at}", fact, self._source(day))

    def _practices(self, people: list[str]) -> Iterator[Made]:
        from accede.evidence.values import Practice
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.practices import Claim, ClaimStatus, PracticeKind

        kinds = list(PracticeKind)
        for at in range(SIZES["practice"]):
            iso3, day = self.chance.choice(people), self._day()
            kind, has = self.chance.choice(kinds), self.chance.randrange(2)
            fact = Practice(
                treaty=self.treaty,
                state=iso3,
                kind=kind,
                claim=Claim.HAS if has else Claim.HAS_NOT,
                status=ClaimStatus.ALLEGED if has else ClaimStatus.DECLARED,
                claimant="Generated monitor" if has else iso3,
                claimed=PartialDate.on_day(day),
                summary=f"Generated claim about {kind} ({MARK}).",
            )
            yield Made(f"{self.treaty}/{iso3}/practice/{kind}/{self.name}-{at}", fact, self._source(day))

    def _statements(self, people: list[str]) -> Iterator[Made]:
        from accede.evidence.values import Code, Confirmation, Statement
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.statements import Channel, Circumstance, CodeKind, Position, TextKind

        positions, circumstances = list(Position), list(Circumstance)
        for at in range(SIZES["statement"]):
            iso3, (occasion, day) = self.chance.choice(people), self.chance.choice(self._occasions)
            position, circumstance = self.chance.choice(positions), self.chance.choice(circumstances)
            fact = Statement(
                treaty=self.treaty,
                state=iso3,
                occasion=occasion,
                said=PartialDate.on_day(day),
                citation=f"Statement at {occasion}, {day.isoformat()}",
                channel=Channel.STATEMENT,
                text_kind=TextKind.SUMMARY,
                summary=f"A generated sentence in the place of a summary: {position.label}, {circumstance.label}.",
                place=100 + at,
                codes=(
                    Code(kind=CodeKind.POSITION, code=str(position)),
                    Code(kind=CodeKind.CIRCUMSTANCE, code=str(circumstance)),
                ),
            )
            yield Made(f"{self.treaty}/{iso3}/statement/{self.name}-{at}", fact, self._source(day))
        for at in range(SIZES["confirmation"]):
            iso3, day = self.chance.choice(people), self._day()
            said = Confirmation(
                treaty=self.treaty,
                state=iso3,
                said=PartialDate.on_day(day),
                citation=f"Generated letter of {day.isoformat()}",
                summary="Generated: nothing changed.",
            )
            yield Made(f"{self.treaty}/{iso3}/confirmation/{self.name}-{at}", said, self._source(day))

    def _activities(self, people: list[str]) -> Iterator[Made]:
        from accede.activities.values import Activity
        from accede.vocabulary.activities import ActivityKind
        from accede.vocabulary.partial_date import PartialDate

        kinds = [kind for kind in ActivityKind if not kind.is_confidential and kind is not ActivityKind.REPLY]
        for at in range(SIZES["activity"]):
            day = self._day()
            fact = Activity(
                treaty=self.treaty,
                kind=self.chance.choice(kinds),
                on=PartialDate.on_day(day),
                by="President",
                title=f"Generated activity {self.number}/{at}",
                towards=tuple(sorted({self.chance.choice(people) for _ in range(3)})),
                summary=f"Generated ({MARK}).",
            )
            yield Made(f"{self.treaty}/activity/{self.name}-{at}", fact, self._source(day))

    def claims(self, states: list[str]) -> Iterator[Made]:
        """What lists of another treaty say; each share has newer ones."""
        from accede.register.values import ClaimedStanding, StatusClaim
        from accede.vocabulary.partial_date import PartialDate

        of = "ccm" if self.treaty == TREATY else self.treaty
        for iso3 in self.chance.sample(states, SIZES["claim"]):
            day = self._day()
            fact = StatusClaim(
                treaty=of,
                state=iso3,
                standing=self.chance.choice(list(ClaimedStanding)),
                listed=PartialDate.on_day(day),
                note=MARK,
            )
            yield Made(f"{of}/{iso3}/listed/{self.name}-{self.treaty}", fact, self._source(day))

    def votes(self, states: list[str]) -> Iterator[Made]:
        """The treaty's own resolution once, in both bodies, a session each; then those on other texts, as the Assembly has many."""
        from accede.evidence.values import RollCall
        from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body
        from accede.vocabulary.partial_date import PartialDate

        is_own = self.number == 0
        cast = (Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED, Ballot.NOT_RECORDED)
        for at in range(SIZES["roll call"]):
            year = 1996 + at // 2
            body = list(Body)[at % 2]
            session = year - BEFORE_SESSIONS
            key = f"{self.treaty}/{body}/{session}" if is_own else f"unga/{self.treaty}-{self.name}/{body}/{session}"
            voted = sorted(self.chance.sample(states, BALLOTS))
            ballots = self.chance.choices(cast, (75, 2, 15, 8), k=BALLOTS)
            fact = RollCall(
                treaty=self.treaty if is_own else "unga",
                body=body,
                session=session,
                symbol=f"A/RES/{session}/g{self.number}{at}",
                voted=PartialDate.on_day(date(year, 12, 5)),
                note=MARK,
                ballots=tuple(zip(voted, ballots, strict=True)),
            )
            yield Made(key, fact, self._source(date(year, 12, 5)))

    def _day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange((LAST - FIRST).days))

    def _source(self, day: date) -> str:
        """A source issued on the day or later: nobody tells of what has not happened."""
        first = bisect_left(self._issued, day)
        return self._sources[self.chance.randrange(first, len(self._sources)) if first < len(self._sources) else -1]


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.core"
    django.setup()
    begun = time.perf_counter()
    grow(int(sys.argv[1]))
    sys.stdout.write(f'{{"seconds": {time.perf_counter() - begun:.1f}}}\n')
