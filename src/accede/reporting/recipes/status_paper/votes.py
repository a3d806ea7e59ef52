"""Section III, the vote on the yearly resolution: the last roll call held, of the First Committee where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from accede.evidence.values import RollCall
from accede.overview.votes import Votes, VotesFound, ballots, roll_calls, votes
from accede.paper.tree import Block, Cell, Figure, Inline, Paragraph, Row, Section, Table, text_of
from accede.records.values import Evidence
from accede.reporting.recipes.matter import Matter, source_words, year_of
from accede.reporting.recipes.prose import Part, Pen, either, listed, spelled, words
from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body
from accede.vocabulary.partial_date import Precision

BODIES = {Body.FIRST_COMMITTEE: "UNGA First Committee", Body.PLENARY: "UNGA plenary"}
COLUMNS = {
    Ballot.IN_FAVOUR: "In favour",
    Ballot.AGAINST: "Against",
    Ballot.ABSTAINED: "Abstained",
    Ballot.NOT_PRESENT: "Not present",
    Ballot.NOT_RECORDED: "Not recorded",
    Ballot.NOT_A_MEMBER: "Not a member then",
}
"""The heading of each ballot's column, in the order of the table; a ballot that nobody cast has none."""


def votes_section(matter: Matter, pen: Pen) -> Section:
    """The sub-section."""
    found = last_roll_call(matter)
    heading = words("Votes on the resolution on the implementation of the Convention")
    if found is None:
        text = "The register holds no roll call on the yearly resolution of the General Assembly by that day."
        return Section("E", heading, (pen.paragraph(text),))
    blocks: list[Block] = [_told(matter, pen, found), _table(matter, found), *_notes(matter, found)]
    return Section("E", heading, tuple(blocks))


def last_roll_call(matter: Matter) -> VotesFound | None:
    """The last session's roll call that has a ballot of every Member outside; of two bodies that of the First Committee."""
    whole = [each for each in _held(matter) if is_whole(matter, each)]
    if not whole:
        return None
    last = max(each.fact.session for each in whole)
    bodies = {each.fact.body for each in whole if each.fact.session == last}
    body = Body.FIRST_COMMITTEE if Body.FIRST_COMMITTEE in bodies else Body.PLENARY
    return votes(matter.register, body, last, "outside")


def _held(matter: Matter) -> list[Evidence[RollCall]]:
    return [topic.counts for topic in roll_calls(matter.register)]


def is_whole(matter: Matter, held: Evidence[RollCall]) -> bool:
    """Whether each State outside has a ballot in the record, or was no Member then."""
    told = dict(held.fact.ballots)
    derived = ballots(matter.register, held.fact)
    return bool(told) and all(
        iso3 in told or derived.get(iso3) in (None, Ballot.NOT_A_MEMBER) for iso3 in matter.outside
    )


def _told(matter: Matter, pen: Pen, found: VotesFound) -> Paragraph:
    """The numbers in a sentence, the votes against always among them; and of which later session nothing is held."""
    answer, key = found.answer, (found.evidence.key,)
    numbers = [
        _number(ballot, len(states), key)
        for ballot in COLUMNS
        if (states := states_of(answer, ballot)) or ballot is Ballot.AGAINST
    ]
    day = answer.on.wording()
    parts: list[Part] = [
        "Each year the General Assembly votes on a resolution on the implementation of the Convention, in its First "
        f"Committee and then in plenary. In the {BODIES[answer.body].removeprefix('UNGA ')}, "
        f"{'on' if answer.on.precision is Precision.DAY else 'in'} {day}",
        f" ({answer.resolution})" if answer.resolution else "",
        ", of those outside the Convention ",
        listed(numbers),
        ".",
    ]
    parts += _not_held(matter, answer)
    return pen.paragraph(*parts)


def _number(ballot: Ballot, number: int, key: tuple[str, ...]) -> tuple[Inline, ...]:
    """How many cast a ballot, as part of a sentence: "14 voted in favour", "none voted against"."""
    figure = Figure(spelled(number) if number else "none", key)
    match ballot:
        case Ballot.IN_FAVOUR:
            return words(figure, " voted in favour")
        case Ballot.AGAINST:
            return words(figure, " voted against")
        case Ballot.ABSTAINED:
            return words(figure, " abstained")
        case Ballot.NOT_PRESENT:
            return words(figure, f" {either(number, 'was', 'were')} not present")
        case Ballot.NOT_RECORDED:
            return words("of ", figure, " no vote is recorded")
        case Ballot.NOT_A_MEMBER:
            return words(figure, f" {either(number, 'was not a Member', 'were not Members')}")


def _not_held(matter: Matter, answer: Votes) -> Iterator[Part]:
    """The later sessions of whose votes no ballots are held: their totals where a source gives them, else that none is."""
    told = [each for each in _held(matter) if each.fact.session > answer.session and _totals(each.fact)]
    for year in range(answer.session + BEFORE_SESSIONS + 1, matter.as_of.year + 1):
        held = [each for each in told if each.fact.session + BEFORE_SESSIONS == year]
        if held:
            totals = listed(
                words(
                    Figure(_totals(each.fact), (each.key,)),
                    f" in the {BODIES[each.fact.body].removeprefix('UNGA ')}, {_by_source(matter, each.source)}",
                )
                for each in held
            )
            yield f" Of the session of {year}, totals only are held and no ballots: "
            yield totals
            yield "."
        elif year < matter.as_of.year:
            yield f" The register holds no roll call of the session of {year}."


def _by_source(matter: Matter, key: str) -> str:
    source = matter.register.sources.get(key)
    return f"according to {source_words(matter, key)}" + (f" ({source.kind.label})" if source else "")


def _totals(fact: RollCall) -> str:
    """The totals that a source gives: "154 in favour and 16 abstained"; empty where it gives none."""
    stated = {
        Ballot.IN_FAVOUR: fact.stated_in_favour,
        Ballot.AGAINST: fact.stated_against,
        Ballot.ABSTAINED: fact.stated_abstained,
        Ballot.NOT_PRESENT: fact.stated_not_present,
    }
    return text_of(listed(f"{number} {ballot.label}" for ballot, number in stated.items() if number is not None))


def _table(matter: Matter, found: VotesFound) -> Table:
    answer, key = found.answer, (found.evidence.key,)
    columns = {ballot: states for ballot in COLUMNS if (states := states_of(answer, ballot))}
    header = Row(
        tuple(
            Cell((Paragraph(words(f"{COLUMNS[ballot]} (", Figure(str(len(states)), key), ")")),), key)
            for ballot, states in columns.items()
        )
    )
    rows = tuple(
        Row(tuple(_state(matter, iso3, key) if iso3 else Cell() for iso3 in line))
        for line in zip_longest(*columns.values())
    )
    return Table("votes", _caption(answer), (header,), rows)


def _caption(answer: Votes) -> tuple[Inline, ...]:
    year = year_of(answer.on) or answer.on.wording()
    symbol = f" ({answer.resolution})" if answer.resolution else ""
    return words(
        f"{year} {BODIES[answer.body]}, resolution on the implementation of the Convention{symbol}: States not party"
    )


def _state(matter: Matter, iso3: str, key: tuple[str, ...]) -> Cell:
    return Cell((Paragraph(words(matter.in_table(iso3))),), key)


def _notes(matter: Matter, found: VotesFound) -> Iterator[Paragraph]:
    """Where sources contradict each other, and who voted otherwise in the plenary on the same text."""
    alike: dict[tuple[tuple[str, str, Ballot], ...], list[str]] = {}
    for conflict in found.conflicts:
        alike.setdefault(conflict.claims, []).append(conflict.iso3)
    for claims, states in alike.items():
        sides = [
            words(Figure(ballot.label, (key,)), f" by {source_words(matter, source)}") for key, source, ballot in claims
        ]
        names = matter.listed(states, lambda iso3: (found.evidence.key,))
        yield Paragraph(words("On ", names, " the records contradict each other: ", listed(sides), "."), kind="note")
    yield from _in_plenary(matter, found)


def _in_plenary(matter: Matter, found: VotesFound) -> Iterator[Paragraph]:
    """The same text is voted on twice: those outside whose recorded vote in the plenary is another."""
    answer = found.answer
    if answer.body is Body.PLENARY:
        return
    plenary = next(
        (
            each
            for each in _held(matter)
            if (each.fact.body, each.fact.session) == (Body.PLENARY, answer.session) and each.fact.ballots
        ),
        None,
    )
    if plenary is None:
        return
    first = {iso3: ballot for ballot in COLUMNS for iso3 in states_of(answer, ballot)}
    then = ballots(matter.register, plenary.fact)
    cast = (Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED)
    moved: dict[Ballot, list[str]] = {}
    for iso3, before in first.items():
        after = then.get(iso3)
        if after in cast and after is not before:
            moved.setdefault(after, []).append(iso3)
    if moved:
        told = listed(
            words(matter.listed(states, lambda iso3: (plenary.key,)), f" ({ballot.label})")
            for ballot, states in moved.items()
        )
        name = f"{plenary.fact.symbol}, {plenary.fact.voted.wording()}"
        yield Paragraph(
            words(f"In the vote of the plenary on the same text ({name}), the following differ: ", told, "."),
            kind="note",
        )


def states_of(answer: Votes, ballot: Ballot) -> tuple[str, ...]:
    """The States of an answer that are recorded with this ballot."""
    states: tuple[str, ...] = getattr(answer, ballot.value)
    return states
