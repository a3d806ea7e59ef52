"""One roll call: what the source states beside what its ballots come to, and how every State voted, now and before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy

from accede.evidence.values import RollCall
from accede.overview.ballot_history import HeldVote, held_votes
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.votes import ballot_conflicts
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine, told
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.votes import Turned, turned
from accede.publishing.roll_call import CAST, address_of, counted, key_of, name_of, result, stated, text_of, totals
from accede.publishing.wording import day, parted, when
from accede.records.values import Evidence
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import UnknownName

MEANS = {
    Ballot.NOT_PRESENT: gettext_lazy("The record says so."),
    Ballot.NOT_A_MEMBER: gettext_lazy("They may join the Convention and were no Members of the United Nations then."),
}
"""What a kind of absence means, where its word does not say it all."""


@dataclass(frozen=True, slots=True)
class Total:
    """A line of the table of totals: counted among all and among those outside; `stated` by each source, "" for nothing."""

    ballot: Ballot
    label: str
    all: int
    outside: int
    stated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voter:
    """A State; `before` says how it voted the last time, where that was otherwise."""

    iso3: str
    name: str
    is_outside: bool
    before: str


@dataclass(frozen=True, slots=True)
class Group:
    """All that are recorded alike."""

    ballot: Ballot
    label: str
    means: str
    states: tuple[Voter, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A State of which sources give different ballots: each ballot with the number of its source."""

    iso3: str
    name: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A source of the roll call: its number, what must be known of it (`note`, in English), whether it counts here."""

    source: str
    counts: bool
    says: str
    note: str


@dataclass(frozen=True, slots=True)
class RollCallPage:
    """Everything the template prints. `beside` leads to the vote before, the one after, and that of the other body."""

    title: str
    opening: str
    name: str
    text: str
    day: str
    completeness: str
    totals: tuple[Total, ...]
    stating: tuple[str, ...]
    turned: tuple[Turned, ...]
    groups: tuple[Group, ...]
    conflicts: tuple[Differing, ...]
    records: tuple[Record, ...]
    beside: tuple[tuple[str, str, str], ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> RollCallPage:
    """The roll call. Raises UnknownName where there is none of that name by the day."""
    register = asked.register
    vote = _vote(register, str(asked.of["key"]))
    call = vote.call
    cite = Citing(register, register.roll_calls)
    records = (vote.topic.counts, *vote.topic.agree, *vote.topic.contradict)
    stating = [each for each in records if stated(each.fact)]
    out = frozenset(outside(standings(register)))
    described = tuple(_record(register, each, each is vote.topic.counts, cite) for each in records)
    return RollCallPage(
        title=name_of(call),
        opening=_opening(asked, vote),
        name=call.title,
        text=text_of(call),
        day=when(call.voted),
        completeness=_completeness(call),
        totals=tuple(_totals(vote, out, stating)),
        stating=tuple(cite.number(each.source, each.key) for each in stating),
        turned=turned(vote),
        groups=tuple(_groups(vote, out)),
        conflicts=_conflicts(vote, cite),
        records=described,
        beside=tuple(_beside(asked, vote)),
        sources=cite.listed(),
    )


def _vote(register: Register, key: str) -> HeldVote:
    for vote in held_votes(register):
        if key_of(vote.call.body, vote.call.session) == key:
            return vote
    raise UnknownName(f"no roll call {key!r} is held by {register.view.as_of.isoformat()}")


def _opening(asked: Asked, vote: HeldVote) -> str:
    number = counted(vote.ballots.values())
    said = {"day": day(asked.as_of), "result": result(number, also=[Ballot.NOT_PRESENT])}
    recorded = sum(number[ballot] for ballot in (*CAST, Ballot.NOT_PRESENT))
    if not recorded:
        given = stated(vote.call)
        if not given:
            return gettext("How States voted is not recorded, as of %(day)s.") % said
        return gettext("The source states totals alone: %(totals)s, as of %(day)s.") % {
            **said,
            "totals": totals(given),
        }
    if vote.call.is_complete:
        return gettext("%(result)s, as of %(day)s; for %(number)s Members no vote is recorded.") % {
            **said,
            "number": number[Ballot.NOT_RECORDED],
        }
    return gettext("The votes of %(number)s States are held: %(result)s, as of %(day)s.") % {
        **said,
        "number": recorded,
    }


def _completeness(call: RollCall) -> str:
    if call.is_complete:
        return gettext(
            "The record lists every Member. It does not tell those that were absent from those that did not vote: "
            "both are not recorded here."
        )
    return gettext(
        "The record does not list every Member: of those it does not name, it is not recorded how they voted."
    )


def _totals(vote: HeldVote, out: frozenset[str], stating: Sequence[Evidence[RollCall]]) -> Iterable[Total]:
    everybody = counted(vote.ballots.values())
    theirs = counted(ballot for iso3, ballot in vote.ballots.items() if iso3 in out)
    of_sources = [stated(each.fact) for each in stating]
    for ballot in Ballot:
        given = tuple(str(of_source.get(ballot, "")) for of_source in of_sources)
        if everybody[ballot] or any(given) or ballot in CAST:
            yield Total(ballot, gettext(ballot.label), everybody[ballot], theirs[ballot], given)


def _groups(vote: HeldVote, out: frozenset[str]) -> Iterable[Group]:
    changed = {change.iso3 for change in vote.changes()}
    by_ballot: dict[Ballot, list[str]] = {}
    for iso3, ballot in vote.ballots.items():
        by_ballot.setdefault(ballot, []).append(iso3)
    for ballot in Ballot:
        if ballot in by_ballot:
            yield Group(
                ballot,
                gettext(ballot.label),
                str(MEANS.get(ballot, "")),
                tuple(_voter(vote, iso3, iso3 in out, iso3 in changed) for iso3 in by_ballot[ballot]),
            )


def _voter(vote: HeldVote, iso3: str, is_outside: bool, has_changed: bool) -> Voter:
    before = ""
    if has_changed:
        last = vote.before[iso3]
        before = gettext("%(ballot)s in %(year)s") % {
            "ballot": gettext(last.ballot.label),
            "year": last.call.fact.voted.counts_from.year,
        }
    return Voter(iso3, sentences.name(iso3), is_outside, before)


def _conflicts(vote: HeldVote, cite: Citing) -> tuple[Differing, ...]:
    return tuple(
        Differing(
            found.iso3,
            sentences.name(found.iso3),
            tuple((gettext(ballot.label), cite.number(source, key)) for key, source, ballot in found.claims),
        )
        for found in ballot_conflicts(vote.topic, vote.ballots)
    )


def _record(register: Register, held: Evidence[RollCall], counts: bool, cite: Citing) -> Record:
    fact = held.fact
    parts = [when(fact.voted)]
    if fact.ballots:
        parts.append(gettext("ballots: %(number)s") % {"number": len(fact.ballots)})
    if given := stated(fact):
        parts.append(gettext("totals stated: %(totals)s") % {"totals": totals(given)})
    return Record(cite.number(held.source, held.key), counts, parted(parts), told(fact.note, register.sources))


def _beside(asked: Asked, vote: HeldVote) -> Iterable[tuple[str, str, str]]:
    """What each leads to, its name and its address."""
    body, session = vote.call.body, vote.call.session
    votes = held_votes(asked.register)
    held = [each for each in votes if each.call.body is body]
    place = held.index(vote)
    found = [
        (gettext("Vote before"), held[place - 1] if place else None),
        (gettext("Next vote"), held[place + 1] if place + 1 < len(held) else None),
        (
            gettext("The other body, same session"),
            next((each for each in votes if each.call.session == session and each.call.body is not body), None),
        ),
    ]
    for words, other in found:
        if other is not None:
            yield words, name_of(other.call), address_of(asked, other.call.body, other.call.session)


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """Every roll call held by the register's day."""
    return tuple({"key": key_of(vote.call.body, vote.call.session)} for vote in held_votes(register))


PAGE = PageKind(name="rollcall", route="votes/<slug:key>/", make=make, every=every)
