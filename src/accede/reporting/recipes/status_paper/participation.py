"""Section III, participation: a matrix of the meetings with a complete record, who never took part, what is not recorded.

The matrix begins with the first meeting of the calendar year of the last Review Conference. The paper of 2018 does so:
it begins "since the Third Review Conference" (June 2014) with the intersessional meetings of April 2014.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from accede.overview.attendance import Participation
from accede.paper.tree import Cell, Figure, FootnoteMark, Inline, Paragraph, Row, Section, Table
from accede.reporting.recipes.matter import Matter, meeting_words
from accede.reporting.recipes.prose import Part, Pen, either, listed, spaced, spelled, words
from accede.vocabulary.capital import capital
from accede.vocabulary.occasions import OccasionKind

MARK = "√"
NOT_RECORDED = "n/r"


def participation(matter: Matter, pen: Pen) -> Section:
    """The sub-section."""
    columns = matrix_occasions(matter)
    complete = [key for key in columns if is_complete(matter, key)]
    blocks: list[Paragraph | Table] = list(_never(matter, pen))
    if complete:
        blocks += _matrix(matter, pen, complete)
    blocks += _incomplete(matter, pen, [key for key in columns if key not in complete], has_matrix=bool(complete))
    return Section("F", words("Participation in meetings of the Convention"), tuple(blocks))


def matrix_occasions(matter: Matter) -> tuple[str, ...]:
    """The meetings held by the day from the first of the calendar year of the last Review Conference on."""
    if matter.last_review is None or matter.last_review.fact.starts is None:
        return tuple(matter.attendance.answer.occasions)
    first = matter.last_review.fact.starts.counts_from.year
    return tuple(key for key in matter.attendance.answer.occasions if _year(matter, key) >= first)


def is_complete(matter: Matter, key: str) -> bool:
    """Whether it is recorded of every State outside that it took part or that it did not."""
    return all(key in found.attended or key in found.absent for found in matter.attendance.states.values())


def _year(matter: Matter, key: str) -> int:
    occasion = matter.occasion(key)
    assert occasion is not None
    assert occasion.starts is not None
    return occasion.starts.counts_from.year


def _never(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """Who has never taken part, where the record says so; of whom nothing is recorded; on whom the records disagree."""
    answer = matter.attendance.answer
    states = matter.attendance.states
    sentences: list[tuple[Inline, ...]] = []
    taking = [iso3 for iso3, found in states.items() if found.attended]
    if taking:
        keys = tuple(_first_key(states[iso3]) for iso3 in taking)
        verb = either(len(taking), "is", "are")
        told = f" {verb} recorded at one or more of its meetings."
        sentences.append(words("Of those outside the Convention, ", Figure(spelled(len(taking)), keys), told))
    if answer.never:
        names = matter.listed(answer.never, lambda iso3: _never_keys(states[iso3]))
        verb = either(len(answer.never), "has", "have")
        sentences.append(words("By the record, ", names, f" {verb} never taken part in a meeting of it."))
    if answer.not_recorded:
        names = matter.named(answer.not_recorded)
        sentences.append(words("It is not recorded whether ", names, " took part in any."))
    denied = [iso3 for iso3, found in states.items() if found.never and not found.has_never and found.attended]
    if denied:
        names = matter.listed(denied, lambda iso3: _never_keys(states[iso3]))
        sentences.append(words("On ", names, " the records contradict each other, as section IV tells."))
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _first_key(found: Participation) -> str:
    return next(iter(found.attended.values())).key


def _never_keys(found: Participation) -> tuple[str, ...]:
    return tuple(each.key for each in found.never)


def _matrix(matter: Matter, pen: Pen, columns: Sequence[str]) -> Iterator[Paragraph | Table]:
    rows = [iso3 for iso3 in matter.outside if any(key in matter.attendance.states[iso3].attended for key in columns)]
    review = matter.last_review.fact if matter.last_review else None
    caption = "Participation in meetings of the Convention"
    if review is not None and review.starts is not None:
        caption += f" since {review.starts.counts_from.year}, the year of {meeting_words(review)}"
    header = (_years(matter, columns), _occasions(matter, pen, columns))
    yield Table(
        "matrix",
        words(caption),
        header,
        tuple(_row(matter, iso3, columns) for iso3 in rows),
        (4, *(1 for _ in columns)),
    )
    yield Paragraph(
        words(f"{MARK} took part. Those outside that are not in the table took part in none of these meetings."),
        kind="note",
    )


def _years(matter: Matter, columns: Sequence[str]) -> Row:
    cells = [Cell((Paragraph(words("State not party")),))]
    for year, keys in groupby(columns, key=lambda key: _year(matter, key)):
        cells.append(Cell((Paragraph(words(str(year))),), span=len(list(keys))))
    return Row(tuple(cells))


def _occasions(matter: Matter, pen: Pen, columns: Sequence[str]) -> Row:
    cells, is_explained = [Cell()], False
    for key in columns:
        occasion = matter.occasion(key)
        inlines: list[Part] = [key]
        if occasion is not None and occasion.kind is OccasionKind.IM:
            inlines = ["IM"]
            if not is_explained:
                inlines.append(_mark(pen))
                is_explained = True
        cells.append(Cell((Paragraph(words(*inlines)),)))
    return Row(tuple(cells))


def _mark(pen: Pen) -> FootnoteMark:
    return pen.footnote("Intersessional meetings.")


def _row(matter: Matter, iso3: str, columns: Sequence[str]) -> Row:
    found = matter.attendance.states[iso3]
    cells = [Cell((Paragraph(words(matter.in_table(iso3))),))]
    for key in columns:
        if key in found.attended:
            evidence = (found.attended[key].key,)
            cells.append(Cell((Paragraph((Figure(MARK, evidence),)),), evidence))
        else:
            cells.append(Cell((), (found.absent[key].key,)))
    return Row(tuple(cells), iso3)


def _incomplete(matter: Matter, pen: Pen, keys: Sequence[str], *, has_matrix: bool) -> Iterator[Paragraph]:
    """The meetings of which no complete record is held, with whom single reports name."""
    if not keys:
        return
    names = listed(Figure(key, _occasion_keys(matter, key)) for key in keys)
    parts: list[Part] = []
    since = "its other meetings since then" if has_matrix else "the meetings held by that day"
    if not has_matrix and matter.last_review is not None and matter.last_review.fact.starts is not None:
        review = meeting_words(matter.last_review.fact)
        parts.append(f"{capital(review)} was held in {matter.last_review.fact.starts.counts_from.year}. ")
        since = "the meetings of that year and since"
    parts += [f"No complete record of who took part is held of {since} (", names, ")"]
    parts.append("; single reports do not tell who stayed away.")
    for key in keys:
        there = {
            iso3: (found.attended[key].key,)
            for iso3, found in matter.attendance.states.items()
            if key in found.attended
        }
        if there:
            parts += [f" At {_at(matter, key)}: ", matter.listed(there, there.__getitem__), "."]
    yield pen.paragraph(*parts)


def _at(matter: Matter, key: str) -> str:
    occasion = matter.occasion(key)
    return meeting_words(occasion) if occasion else key


def _occasion_keys(matter: Matter, key: str) -> tuple[str, ...]:
    return tuple(each.key for each in matter.meetings.held if each.key.endswith(key))
