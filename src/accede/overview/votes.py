"""One roll call: what the source states, what its ballots come to, and who cast them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.evidence.values import RollCall
from accede.overview.load import Kind, load
from accede.overview.register import Register
from accede.overview.standings import among, by_name, standings
from accede.records.values import Evidence, View
from accede.register.contradictions import Topic
from accede.register.universe import is_in_universe, is_un_member
from accede.register.values import State
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class VoteCounts:
    """Ballots counted by us."""

    in_favour: int
    against: int
    abstained: int
    not_present: int
    not_recorded: int
    not_a_member: int


@dataclass(frozen=True, slots=True)
class Votes:
    """The answer of `votes`, as the command-line contract has it. `stated` holds the totals that the source gives."""

    resolution: str
    body: Body
    session: int
    on: PartialDate
    stated: Mapping[str, int]
    counts: VoteCounts
    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstained: tuple[str, ...]
    not_present: tuple[str, ...]
    not_recorded: tuple[str, ...]
    not_a_member: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BallotConflict:
    """A State of which another record of the same roll call says otherwise: evidence key and source of each side."""

    iso3: str
    claims: tuple[tuple[str, str, Ballot], ...]


@dataclass(frozen=True, slots=True)
class VotesFound:
    """The answer with the record it rests on and what other records of the same roll call say otherwise."""

    answer: Votes
    evidence: Evidence[RollCall]
    conflicts: tuple[BallotConflict, ...]


def votes_of(treaty: str, view: View, body: Body, session: int, who: str = "all") -> VotesFound:
    """The roll call of a body and session by the view's day. Raises UnknownName where there is none by then."""
    kinds: tuple[Kind, ...] = ("roll_calls",) if who == "all" else ("actions", "roll_calls")
    register = load(view, treaty, *kinds, body=body, session=session)
    if not roll_calls(register):
        register = load(view, treaty, *kinds, body=body)  # to say which sessions are held
    return votes(register, body, session, who)


def votes(register: Register, body: Body, session: int, who: str = "all") -> VotesFound:
    """The roll call among all States or those outside on the view's day. Raises UnknownName where there is none by then."""
    held = [topic for topic in roll_calls(register) if topic.counts.fact.body is body]
    for topic in held:
        if (topic.counts.fact.body, topic.counts.fact.session) == (body, session):
            return _found(register, topic, who)
    raise UnknownName(
        f"no vote of that session is held by that day: {body.label}, session {session}, "
        f"{register.view.as_of.isoformat()}",
        remedy=f"Held by then are {_sessions([topic.counts.fact.session for topic in held])}"
        if held
        else "No session of this body is held by then: ask with a later --as-of",
    )


def _sessions(numbers: Iterable[int]) -> str:
    """Sessions as people list them: sessions 51 to 79 and 81."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    words = [" to ".join(map(str, run)) for run in runs]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"{'session' if listed.isdigit() else 'sessions'} {listed}"


def roll_calls(register: Register, *, on: date | None = None) -> tuple[Topic[RollCall], ...]:
    """The roll calls on the treaty's yearly resolution held by the day (default: the view's), in order of days.

    Other texts of the same sessions, named in the treaty's file, are none of them.
    """
    others = {symbol for series in register.treaty.resolutions for symbol in series.not_in_series}
    found = [
        topic
        for topic in register.topics(register.of_sources(register.roll_calls))
        if topic.counts.fact.symbol not in others
        and register.has_happened(topic.counts.fact.voted, topic.counts.source, on=on)
    ]
    return tuple(sorted(found, key=lambda topic: (topic.counts.fact.voted, topic.counts.key)))


def ballots(register: Register, roll_call: RollCall) -> dict[str, Ballot]:
    """How each State is recorded, in order of names: all with a ballot, and all of the universe on the day."""
    cast = dict(roll_call.ballots)
    for each in register.states:
        found = ballot_of(each.fact, roll_call, cast)
        if found is not None:
            cast[each.fact.iso3] = found
    return {iso3: cast[iso3] for iso3 in by_name(cast)}


def ballot_of(state: State, roll_call: RollCall, cast: Mapping[str, Ballot]) -> Ballot | None:
    """How a State is recorded in a roll call, of whose ballots `cast` holds at least its own.

    A State that was no UN Member on the day is not a member then; of a Member without a ballot it is not recorded how
    it voted; a State that was not there yet, or no longer, has nothing to record (None).
    """
    on = roll_call.voted.counts_from
    if state.iso3 in cast or not is_in_universe(state, on):
        return cast.get(state.iso3)
    return Ballot.NOT_RECORDED if is_un_member(state, on) else Ballot.NOT_A_MEMBER


def stated_totals(roll_call: RollCall) -> dict[str, int]:
    """The totals that the source gives, by ballot."""
    given = {
        Ballot.IN_FAVOUR: roll_call.stated_in_favour,
        Ballot.AGAINST: roll_call.stated_against,
        Ballot.ABSTAINED: roll_call.stated_abstained,
        Ballot.NOT_PRESENT: roll_call.stated_not_present,
    }
    return {str(ballot): total for ballot, total in given.items() if total is not None}


def _found(register: Register, topic: Topic[RollCall], who: str) -> VotesFound:
    record = topic.counts
    cast = ballots(register, record.fact)
    if who != "all":
        states = frozenset(among(standings(register), who))
        cast = {iso3: ballot for iso3, ballot in cast.items() if iso3 in states}
    by_ballot = {ballot: tuple(iso3 for iso3, found in cast.items() if found is ballot) for ballot in Ballot}
    answer = Votes(
        resolution=_resolution(topic),
        body=record.fact.body,
        session=record.fact.session,
        on=record.fact.voted,
        stated=stated_totals(record.fact),
        counts=VoteCounts(**{str(ballot): len(states) for ballot, states in by_ballot.items()}),
        **{str(ballot): states for ballot, states in by_ballot.items()},
    )
    return VotesFound(answer, record, ballot_conflicts(topic, cast))


def ballot_conflicts(topic: Topic[RollCall], states: Iterable[str]) -> tuple[BallotConflict, ...]:
    """The States, of those given, of which records of the same roll call give different ballots."""
    records = (topic.counts, *topic.agree, *topic.contradict)
    given = [(record, dict(record.fact.ballots)) for record in records]
    found = []
    for iso3 in states:
        claims = tuple((record.key, record.source, held[iso3]) for record, held in given if iso3 in held)
        if len({_comparable(ballot) for _, _, ballot in claims} - {None}) > 1:
            found.append(BallotConflict(iso3, claims))
    return tuple(found)


def _resolution(topic: Topic[RollCall]) -> str:
    """The symbol of the text, or of its draft; from another record of the same roll call where this one has none."""
    records = (topic.counts, *topic.agree, *topic.contradict)
    given = (symbol for record in records for symbol in (record.fact.symbol, record.fact.draft))
    return next((symbol for symbol in given if symbol), "")


def _comparable(ballot: Ballot) -> Ballot | None:
    """A record that does not say contradicts nobody."""
    return None if ballot is Ballot.NOT_RECORDED else ballot
