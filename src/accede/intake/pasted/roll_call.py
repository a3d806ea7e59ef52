"""A roll call that was pasted: columns of States and ballots, marks under ballots, columns or lists named by ballots. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from accede.evidence.values import RollCall
from accede.intake.findings import DocumentKind, Proposal
from accede.intake.ground import Ground
from accede.intake.lists import votes as lists_of_votes
from accede.intake.pasted.columns import body, note, number_of, rows_of, separator_of, sheets, span_of
from accede.intake.pasted.paste import Paste, paste_of, pasted
from accede.intake.pasted.values import WHERE, Pasted, Total
from accede.intake.sheets import attendance, votes
from accede.intake.sheets.head import Column, Head
from accede.intake.sheets.reading import CODE, NOTHING, Sheet
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import AccedeError, UnknownName, Unreadable

TOTALS = lists_of_votes.TOTALS


def read(text: str, call: RollCall, ground: Ground, *, told: Mapping[str, str] | None = None) -> Pasted:
    """The ballots of a vote, from columns of States and ballots, marks under ballots, or lists under headings.

    `call` says which vote it is, its totals as the source states them where they stand outside the text. `told` is what a
    person said of names that are not held: a key, or nothing for one to leave out. Raises Unreadable for what is no text.
    """
    paste = paste_of(text, ground, told, call.voted.latest)
    lines = paste.lines()
    plain = [(number, line.strip()) for number, line in lines]
    listed: dict[str, int] = {}
    if _is_listed(plain):
        cast = list(_of_lists(paste, plain))
        listed = lists_of_votes.totals_of((WHERE, _with_colon(line)) for _, line in plain)
    else:
        cast = list(_of_table(paste, call, listed))
    stated = listed | _stated(paste, call, listed)
    ballots: dict[str, Ballot] = {}
    for line, state, ballot in cast:
        if ballots.setdefault(state, ballot) is not ballot:
            twice = Unreadable(f"{ground.names.short(state)} has two ballots in one vote", remedy="Correct one of them")
            paste.puzzled(line, f"{ground.names.short(state)}: {ballots[state].label}, {ballot.label}", twice)
    if not ballots and not paste.problems:
        none = Unreadable(
            "no State with a ballot is found", remedy="Paste columns of States and votes, or lists under headings"
        )
        paste.puzzled(0, text[:200], none)
    fact = replace(call, ballots=tuple(sorted(ballots.items())), **stated)  # type: ignore[arg-type]
    counted = Counter(ballots.values())
    proposal = Proposal(
        fact=fact, locator=span_of(lines), passage=" ".join(filter(None, (call.symbol, call.draft, call.title)))
    )
    return pasted(
        paste,
        DocumentKind.VOTE_RECORD,
        [proposal] if ballots else [],
        as_of=call.voted,
        totals=tuple(
            Total(ballot=ballot, stated=stated[name], counted=counted[ballot])
            for ballot, name in TOTALS.items()
            if name in stated
        ),
    )


def _stated(paste: Paste, call: RollCall, listed: Mapping[str, int]) -> dict[str, int]:
    """The totals that the form states; that the text states others is noted."""
    stated = {name: number for name in TOTALS.values() if (number := getattr(call, name)) is not None}
    for ballot, name in TOTALS.items():
        if name in stated and listed.get(name, stated[name]) != stated[name]:
            two = Unreadable(f"the text says {listed[name]} and the form {stated[name]}", remedy="Correct one of them")
            paste.puzzled(0, ballot.label, two)
    return stated


def _is_listed(lines: Sequence[tuple[int, str]]) -> bool:
    """Whether ballots stand in lists under headings, or before each name."""
    heads = [line for _, line in lines if any(words.match(_with_colon(line)) for _, words in lists_of_votes.HEADS)]
    if heads and not any("\t" in line for line in heads):
        return True
    return sum(1 for _, line in lines if lists_of_votes.LINE.match(line)) * 2 > len(lines)


def _with_colon(line: str) -> str:
    """A heading that stands alone in its line as the reader of lists knows it: "Against (1):"."""
    with_colon = f"{line.rstrip()}:"
    alone = any(
        (match := words.match(with_colon)) and match.end() == len(with_colon) for _, words in lists_of_votes.HEADS
    )
    return with_colon if alone else line


def _of_lists(paste: Paste, lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, Ballot]]:
    given = [(str(number), _with_colon(line)) for number, line in lines]
    for where, text, ballot, states in lists_of_votes.cast(given, paste.ground, names_only=True):
        if isinstance(states, AccedeError):
            paste.puzzled(int(where), text, states, name=text)
            continue
        yield from ((int(where), state, ballot) for state in states)
    for number, line in lines:  # what stands above the first heading is a title, unless it names a State alone
        if any(words.match(_with_colon(line)) for _, words in lists_of_votes.HEADS) or lists_of_votes.LINE.match(line):
            break
        if paste.is_state(line):
            paste.puzzled(number, line, Unreadable("it stands under no heading", remedy="Put it under its ballot"))


def _of_table(paste: Paste, call: RollCall, listed: dict[str, int]) -> Iterator[tuple[int, str, Ballot]]:
    """The ballots of columns; what the table states as totals is added to `listed`."""
    lines = paste.lines()
    by_column = list(_under_ballots(paste, lines))
    if by_column:
        yield from by_column
        return
    for sheet, numbers in sheets(paste, lines, (Column.VOTE,)):
        marks = {
            sheet.head.columns[column]: ballot
            for column, ballot in MARKED.items()
            if column in sheet.head.columns and Column.VOTE not in sheet.head.columns
        }
        at = _column_of(sheet.head, call)
        if not marks and len(sheet.rows) > sheet.head.row + 1:
            first = sheet.rows[sheet.head.row + 1]
            told = {TOTALS[ballot]: votes.total(sheet, first, column) for column, ballot in MARKED.items()}
            listed |= {name: number for name, number in told.items() if number is not None}
        _refuse_another_vote(sheet, call)
        for where, cells in body(paste, sheet, numbers):
            states = sheet.states(cells, where)
            shown = cells[at] if at is not None and at < len(cells) else ""
            ballot = _marked(cells, marks) if marks else votes.ballot_of(shown)
            if not states:
                continue
            if ballot is None or (at is None and not marks):
                remedy = "Write Y, N, A or –, or how it voted"
                sheet.puzzled(where, " | ".join(cells), Unreadable("its ballot is not understood", remedy=remedy))
                continue
            number = number_of(numbers, where)
            yield from ((number, state, ballot) for state in states)
        note(paste, sheet, numbers)


MARKED = {Column.FAVOUR: Ballot.IN_FAVOUR, Column.AGAINST: Ballot.AGAINST, Column.ABSTAINED: Ballot.ABSTAINED}
"""Columns of marks, where a sheet has one a ballot."""


def _marked(cells: Sequence[str], marks: Mapping[int, Ballot]) -> Ballot | None:
    """The ballot whose column has the only mark of the row; not recorded where none has."""
    shown = [
        (cells[at].strip(), ballot)
        for at, ballot in marks.items()
        if at < len(cells) and cells[at].strip() not in NOTHING
    ]
    if not shown:
        return Ballot.NOT_RECORDED
    mark, ballot = shown[0]
    return ballot if len(shown) == 1 and (mark in attendance.MARKS or votes.ballot_of(mark) is ballot) else None


def _column_of(head: Head, call: RollCall) -> int | None:
    """The column of ballots: the one so named, else the one named by the resolution, the session or the year of the vote."""
    if Column.VOTE in head.columns:
        return head.columns[Column.VOTE]
    year = str(call.voted.latest.year) if call.voted.latest else ""
    for wanted in (call.symbol, call.symbol.removeprefix("A/RES/"), call.draft, year):
        found = [at for at, name in head.unknown if wanted and wanted in name]
        if len(found) == 1:
            return found[0]
    return None


def _refuse_another_vote(sheet: Sheet, call: RollCall) -> None:
    """Note the first row that tells another resolution or session than the form."""
    for where, cells in sheet.body():
        told = votes.SYMBOL.search(sheet.head.cell(cells, Column.SYMBOL).strip())
        session = int(told["session"] or told["session2"]) if told else call.session
        number = (told["number"] or told["number2"]) if told else ""
        if session != call.session or (told and call.symbol and call.symbol.rpartition("/")[2] != number):
            other = sheet.head.cell(cells, Column.SYMBOL)
            sheet.puzzled(
                where, other, Unreadable(f"the row is of another vote ({other})", remedy="Keep the rows of this vote")
            )
            return


def _under_ballots(paste: Paste, lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, Ballot]]:
    """Columns named by ballots, with States under them; nothing where the first row names no two ballots."""
    rows = rows_of(lines, separator_of([line for _, line in lines], paste))
    heads = {at: _ballot_named(cell) for at, cell in enumerate(rows[0][1]) if cell.strip()} if rows else {}
    if len(heads) < 2 or None in heads.values():
        return
    paste.head = " | ".join(rows[0][1])
    for line, cells in rows[1:]:
        for at, cell in enumerate(cells):
            ballot, text = heads.get(at), cell.strip()
            if text in NOTHING:
                continue
            if ballot is None:
                paste.puzzled(line, text, Unreadable("it stands under no ballot", remedy="Put it under its ballot"))
            elif CODE.fullmatch(text) and text in paste.names.states:
                yield line, text, ballot
            else:
                try:
                    yield line, paste.names.find(text), ballot
                except UnknownName as error:
                    paste.puzzled(line, text, error, name=text)


def _ballot_named(cell: str) -> Ballot | None:
    """The ballot that the head of a column names, its number beside it or not: "Abstaining (20)"."""
    if cell.strip() in NOTHING:
        return None
    head = next((ballot for ballot, words in lists_of_votes.HEADS if words.match(_with_colon(cell.strip()))), None)
    return head or votes.ballot_of(cell)
