"""The register in short words, for the facts that hand-written cases rest on: `joined('2018-08-21') == 164`.

Days are given and answered as ISO texts, States as alpha-3 keys, meetings by their keys.
"""

from __future__ import annotations

from datetime import date

from accede.vocabulary.ballots import Body
from accede.vocabulary.treaty_actions import TreatyActionKind
from checker_corpus.oracle import PLENARY, Facts


class Holding:
    """Evaluates one fact at a time."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        names = [name for name in vars(Holding) if not name.startswith("_") and name != "holds"]
        self._words = {name: getattr(self, name) for name in names}

    def holds(self, expression: str) -> bool:
        """Whether a fact holds. Raises whatever a wrong expression raises."""
        return bool(
            eval(expression, {"__builtins__": {"len": len, "set": set, "sorted": sorted, "min": min}}, self._words)
        )

    def joined(self, day: str) -> int:
        """States that have joined."""
        return self.facts.counts(_day(day)).joined

    def in_force(self, day: str) -> int:
        """Of them, in force."""
        return self.facts.counts(_day(day)).in_force

    def outside(self, day: str) -> int:
        """States that have not joined."""
        return self.facts.counts(_day(day)).outside

    def signed(self, day: str) -> int:
        """States that have signed, whatever they did since."""
        return self.facts.counts(_day(day)).signed

    def signatory(self, day: str) -> int:
        """Signatories that have not joined."""
        return self.facts.counts(_day(day)).signatory

    def withdrawn(self, day: str) -> int:
        """States whose withdrawal is in effect."""
        return self.facts.counts(_day(day)).withdrawn

    def universe(self, day: str) -> int:
        """States that may join."""
        return self.facts.counts(_day(day)).universe

    def ways(self, day: str) -> set[int]:
        """Every figure for the States Parties that a usual way of counting gives."""
        return set(self.facts.ways(_day(day)).parties)

    def ways_outside(self, day: str) -> set[int]:
        """The same for the States outside."""
        return set(self.facts.ways(_day(day)).outside)

    def uncertain(self, day: str) -> set[str]:
        """States whose standing is open."""
        return {iso3 for iso3, found in self.facts.all_standings(_day(day)).items() if found.is_uncertain}

    def standing(self, iso3: str, day: str) -> str:
        """in_force, joined_not_in_force, signatory, non_signatory, withdrawn."""
        return str(self.facts.standings(_day(day))[iso3])

    def listed_outside(self, day: str) -> set[str]:
        """The States outside."""
        return set(self.facts.outside(_day(day)))

    def only_signatories(self, day: str) -> set[str]:
        """The signatories that have still to ratify."""
        return {iso3 for iso3, found in self.facts.standings(_day(day)).items() if str(found) == "signatory"}

    def deposited(self, iso3: str) -> str:
        """The day of its deposit."""
        return self.facts.joinings[iso3].deposited.isoformat()

    def kind(self, iso3: str) -> str:
        """ratification, accession, ..."""
        return str(self.facts.joinings[iso3].kind)

    def in_force_on(self, iso3: str) -> str:
        """The entry into force for it."""
        return self.facts.joinings[iso3].in_force.isoformat()

    def signed_on(self, iso3: str) -> str:
        """Its signature; empty if there is none."""
        found = self.facts.signed_on(iso3)
        return found.isoformat() if found else ""

    def left_on(self, iso3: str) -> str:
        """When its withdrawal took effect; empty if there is none."""
        found = self.facts.withdrawal(iso3)
        return str(found.effective) if found else ""

    def notified_on(self, iso3: str) -> str:
        """When its withdrawal was received; empty if not recorded."""
        found = self.facts.withdrawal(iso3)
        return str(found.deposited) if found and found.deposited else ""

    def steps(self, iso3: str) -> set[str]:
        """The kinds of what it did."""
        return {str(each.kind) for each in self.facts.actions(iso3)}

    def suspended_on(self, iso3: str) -> str:
        """The day of a suspension that has no effect."""
        held = [each for each in self.facts.actions(iso3) if each.kind is TreatyActionKind.SUSPENSION]
        return str(held[0].decided) if held else ""

    def is_disputed(self, iso3: str) -> bool:
        """Whether records differ on its treaty actions."""
        return self.facts.joinings[iso3].is_disputed

    def ranks(self, iso3: str) -> set[int]:
        """Its places among those that joined."""
        return set(self.facts.ranks(iso3))

    def joined_in(self, year: int) -> set[str]:
        """The States that deposited in a year."""
        return {iso3 for iso3, each in self.facts.joinings.items() if each.deposited.year == year}

    def rule(self, deposit: str) -> str:
        """The entry into force after a deposit."""
        return self.facts.in_force_by_rule(_day(deposit)).isoformat()

    def totals(self, session: int) -> tuple[int, int, int]:
        """In favour, against, abstained, in the plenary."""
        counts = self.facts.roll_call(session).counts
        return counts.in_favour, counts.against, counts.abstained

    def all_totals(self) -> set[tuple[int, int]]:
        """In favour and abstained, of every plenary vote."""
        return {(yes, abstained) for yes, _, abstained in (self.totals(session) for session in range(52, 80))}

    def voted_on(self, session: int) -> str:
        """The day of the plenary vote."""
        return self.facts.voted_on(session).isoformat()

    def ballot(self, iso3: str, session: int, body: str = str(PLENARY)) -> str:
        """How a State is recorded; empty where no roll call is held."""
        return str(self.facts.ballot(iso3, session, Body(body)) or "")

    def cast(self, ballot: str, session: int) -> set[str]:
        """Who is recorded so in the plenary."""
        return set(getattr(self.facts.roll_call(session), ballot))

    def is_ballot_disputed(self, iso3: str, session: int, body: str = str(PLENARY)) -> bool:
        """Whether sources differ on a ballot."""
        return self.facts.is_ballot_disputed(iso3, session, Body(body))

    def city(self, key: str) -> str:
        """Where a meeting was held."""
        return self.facts.meetings[key].city

    def country(self, key: str) -> str:
        """In which State."""
        return self.facts.meetings[key].country

    def presidency(self, key: str) -> str:
        """Who presided; empty where not recorded."""
        return self.facts.meetings[key].presidency

    def president(self, key: str) -> str:
        """The person; empty where not recorded."""
        return self.facts.meetings[key].president

    def days(self, key: str) -> str:
        """First and last day of a meeting."""
        held = self.facts.meetings[key]
        return f"{held.starts or ''}/{held.ends or ''}"

    def attended(self, iso3: str, key: str) -> bool | None:
        """Whether it took part; None: not recorded."""
        return self.facts.took_part(iso3, key)

    def last(self, iso3: str, day: str) -> str:
        """Its last Meeting of the States Parties or Review Conference; empty where none is recorded."""
        return self.facts.participation(iso3, _day(day)).last or ""

    def never(self, day: str) -> set[str]:
        """Who has never taken part."""
        return set(self.facts.attendance(_day(day)).answer.never)

    def is_attendance_disputed(self, iso3: str) -> bool:
        """Whether records of its attendance contradict each other."""
        return self.facts.is_attendance_disputed(iso3)

    def reported_in(self, iso3: str) -> set[str]:
        """When it submitted reports, as far as recorded."""
        return {str(each.submitted) for each in self.facts.reports(iso3) if each.submitted}

    def report_years(self, iso3: str) -> set[int]:
        """Every year linked to a report of it, submitted, covered or missed."""
        return set(self.facts.all_report_years(iso3))


def _day(text: str) -> date:
    return date.fromisoformat(text)
