"""What the sections of papers are written from: the register in a view, and the answers they share. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from accede.evidence.rules import ends_positions_of
from accede.evidence.values import Confirmation, Practice
from accede.overview.attendance import AttendanceFound, attendance
from accede.overview.headline import Counts, counts
from accede.overview.occasions import Meetings, key_of, meetings, occasion
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.statements import Said, confirmations, said
from accede.paper.tree import Figure, Inline
from accede.records.values import Evidence
from accede.register.contradictions import by_rank
from accede.register.standing import StandingOn
from accede.register.values import Occasion
from accede.reporting.recipes.prose import Part, listed, typographic, words
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceKind
from accede.vocabulary.state_names import shipped_names

Keys = tuple[str, ...]
"""Keys of evidence."""

LONGEST_LIST = 15
"""So many States are named in a sentence; of more the number is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The register in a view with what is folded from it once.

    `standings` has every State of the universe in the order in which papers list them; `meetings` are those held by the
    day; `last_review` is the last Review Conference of them and `next_meeting` the first that counts after the day.
    """

    register: Register
    standings: Mapping[str, StandingOn]
    counts: Counts
    outside: tuple[str, ...]
    said: Mapping[str, tuple[Said, ...]]
    confirmations: Mapping[str, tuple[Evidence[Confirmation], ...]]
    practices: tuple[Evidence[Practice], ...]
    attendance: AttendanceFound
    meetings: Meetings
    last_review: Evidence[Occasion] | None
    next_meeting: Evidence[Occasion] | None

    @property
    def as_of(self) -> date:
        """The day of the paper."""
        return self.register.view.as_of

    def evidence_of(self, states: Iterable[str]) -> Keys:
        """The keys on which the standings of these States rest."""
        return tuple(key for iso3 in states for key in self.standings[iso3].evidence)

    def ended_by(self, said: Said) -> tuple[Evidence[Practice], ...]:
        """The claims by which the State ended the policy of this statement, that of the source nearest to the fact first."""
        state = said.evidence.fact.state
        held = [each for each in self.practices if each.fact.state == state]
        ending = [each for each in held if ends_positions_of(each.fact, said.said_on)]
        return tuple(by_rank(ending, self.register.grades(), self.register.choices))

    def in_sentence(self, iso3: str) -> str:
        """The name of a State as it stands in a sentence, as used on the day of the paper."""
        return typographic(shipped_names().in_sentence(iso3, on=self.as_of))

    def in_table(self, iso3: str) -> str:
        """The name of a State as it stands in a table, as used on the day of the paper."""
        return typographic(shipped_names().in_table(iso3, on=self.as_of))

    def by_name(self, states: Iterable[str]) -> list[str]:
        """The States, each once, in the order in which papers list them."""
        wanted = set(states)
        placed = [iso3 for iso3 in self.standings if iso3 in wanted]
        return [*placed, *sorted(wanted.difference(placed))]

    def listed(
        self,
        states: Iterable[str],
        evidence: Callable[[str], Keys] = lambda iso3: (),
        remark: Callable[[str], Part] = lambda iso3: "",
    ) -> tuple[Inline, ...]:
        """The States in a sentence, each with what follows its name ("Oman (20 August 2014) and Sri Lanka ...")."""
        return listed(
            words(Figure(self.in_sentence(iso3), evidence(iso3)), remark(iso3)) for iso3 in self.by_name(states)
        )

    def named(
        self,
        states: Iterable[str],
        evidence: Callable[[str], Keys] = lambda iso3: (),
        remark: Callable[[str], Part] = lambda iso3: "",
    ) -> tuple[Inline, ...]:
        """The same, and of more than `LONGEST_LIST` how many of those spoken of they are."""
        held = list(states)
        if len(held) <= LONGEST_LIST:
            return self.listed(held, evidence, remark)
        return words(Figure(str(len(held)), tuple(key for iso3 in held for key in evidence(iso3))), " of them")

    def occasion(self, key: str) -> Occasion | None:
        """An occasion by its short key; None where it is not held."""
        return next((each.fact for each in self.register.occasions if key in (each.key, key_of(each))), None)


def matter(register: Register, meeting: str = "") -> Matter:
    """The matter of a paper, for a meeting (default: the next). Raises UnknownName for a meeting the register does not hold, and
    where it does not tell who stands outside.
    """
    held = standings(register)
    heard = said(register)
    confirmed = confirmations(register)
    meetings_held = meetings(register)
    reviews = [each for each in meetings_held.held if each.fact.kind is OccasionKind.RC]
    return Matter(
        register=register,
        standings=held,
        counts=counts(held),
        outside=outside(held),
        said={iso3: tuple(each for each in heard if each.evidence.fact.state == iso3) for iso3 in held},
        confirmations={iso3: tuple(each for each in confirmed if each.fact.state == iso3) for iso3 in held},
        practices=tuple(topic.counts for topic in practices(register)),
        attendance=attendance(register),
        meetings=meetings_held,
        last_review=reviews[-1] if reviews else None,
        next_meeting=occasion(register, meeting) if meeting else _next_meeting(register),
    )


def _next_meeting(register: Register) -> Evidence[Occasion] | None:
    """The first meeting after the day that counts for last participation; one of which only the year is held may be it."""
    ahead = [
        (each.fact.starts, each.key, each)
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.counted_meetings
        and each.fact.starts is not None
        and each.fact.starts.counts_from > register.view.as_of
    ]
    return min(ahead, key=lambda found: found[:2])[2] if ahead else None


def sources_of(register: Register) -> dict[str, str]:
    """The source of every piece of evidence in the register, by its key."""
    found = {each.key: each.source for each in evidence_of_register(register)}
    return found | {register.treaty.key: register.treaty.source}


def evidence_of_register(register: Register) -> Iterator[Evidence[object]]:
    """Every piece of evidence in the register, of all kinds."""
    kinds: tuple[Iterable[Evidence[object]], ...] = (
        register.states,
        register.occasions,
        register.actions,
        register.status_claims,
        register.other_claims,
        register.statements,
        register.confirmations,
        register.checks,
        register.practices,
        register.roll_calls,
        register.attendance,
        register.reports,
        register.activities,
    )
    return chain.from_iterable(kinds)


def year_of(given: PartialDate) -> int | None:
    """The year a date lies in; None where it is open or reaches over several."""
    if given.earliest is None or given.latest is None or given.earliest.year != given.latest.year:
        return None
    return given.earliest.year


def days_words(occasion: Occasion) -> str:
    """The days of an occasion as papers write them; empty where none is held."""
    if occasion.starts is None:
        return ""
    if occasion.ends is None or occasion.ends == occasion.starts:
        return occasion.starts.wording()
    return PartialDate.parse(f"{occasion.starts}/{occasion.ends}").wording()


def meeting_words(occasion: Occasion) -> str:
    """A meeting with its article, as a sentence names it: "the Third Review Conference", "the 16MSP"."""
    if occasion.kind is OccasionKind.IM:
        year = year_of(occasion.starts) if occasion.starts else None
        return f"the intersessional meetings of {year}" if year else "the intersessional meetings"
    if occasion.kind in (OccasionKind.MSP, OccasionKind.RC, OccasionKind.SIGNING):
        return f"the {occasion.name}"
    return occasion.name


def source_words(matter: Matter, key: str) -> str:
    """A source as a note names it: "the status paper of the 17MSP", else its title."""
    source = matter.register.sources.get(key)
    if source is None:
        return "another source"
    if source.kind is SourceKind.STATUS_PAPER and source.occasion:
        return f"the status paper of the {source.occasion}"
    return f"“{typographic(source.title)}”"
