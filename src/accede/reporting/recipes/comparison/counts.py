"""The counts of both days beside each other, with the difference."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.gaps import gaps
from accede.paper.tree import Cell, Drawing, Figure, Paragraph, Row, Section, Table, table_with
from accede.reporting.pictures.colouring import since
from accede.reporting.pictures.in_paper import drawing
from accede.reporting.pictures.tile_map import tile_map
from accede.reporting.recipes.absence import keys_of_states, standing_keys
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Pen, spelled, words
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing

OUTSIDE = {
    "Signatories": Standing.SIGNATORY,
    "Have not signed": Standing.NON_SIGNATORY,
    "Have withdrawn": Standing.WITHDRAWN,
}


def counts(compared: Compared, pen: Pen) -> Iterator[Section]:
    """The table."""
    then, now = _numbers(compared.then), _numbers(compared.now)
    rows = []
    for what, (number, keys) in now.items():
        before, keys_before = then[what]
        cells = (
            (Paragraph(words(what)),),
            (Paragraph((Figure(str(before), keys_before),)),),
            (Paragraph((Figure(str(number), keys),)),),
            (Paragraph(words(f"{number - before:+d}".replace("-", "−") if number != before else "no change")),),
        )
        rows.append(Row(tuple(Cell(cell) for cell in cells)))
    days = [PartialDate.on_day(matter.as_of).wording() for matter in (compared.then, compared.now)]
    header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("States", *days, "Change")))
    joined = now["Have joined"][0] - then["Have joined"][0]
    beside = "as many as" if joined == 0 else f"{spelled(abs(joined))} {'more' if joined > 0 else 'fewer'} than"
    sentence = words(
        Figure(str(now["Have joined"][0]), now["Have joined"][1]), f" States have joined, {beside} on {days[0]}."
    )
    table = Table(
        "plain",
        words("States by standing, and what is known of those outside"),
        (header,),
        tuple(rows),
        (40, 22, 22, 16),
    )
    drawn = table_with(table, _map(compared)) if compared.changes.standing else table
    yield Section("", words("Counts"), (pen.paragraph(sentence), drawn))


def _map(compared: Compared) -> Drawing:
    """Who joined and who left, a tile a State."""
    return drawing(tile_map(since(compared.now.register, compared.before.day), name="changed"))


def _numbers(matter: Matter) -> dict[str, tuple[int, Keys]]:
    """What is counted, each with its evidence."""
    joined = [iso3 for iso3, found in matter.standings.items() if found.standing.has_joined]
    in_force = [iso3 for iso3 in joined if matter.standings[iso3].standing is Standing.IN_FORCE]
    found: dict[str, tuple[int, Keys]] = {
        "Have joined": (len(joined), standing_keys(matter, joined)),
        "In force for": (len(in_force), standing_keys(matter, in_force)),
        "Outside": (len(matter.outside), standing_keys(matter, matter.outside)),
    }
    for what, standing in OUTSIDE.items():
        states = [iso3 for iso3 in matter.outside if matter.standings[iso3].standing is standing]
        found[what] = (len(states), standing_keys(matter, states))
    silent = gaps(matter.register)
    heard = tuple(matter.said[gap.iso3][0].evidence.key for gap in silent.states if not gap.none)
    found["Outside, without any official statement"] = (
        silent.none,
        keys_of_states(matter.register, [gap.iso3 for gap in silent.states if gap.none]),
    )
    found["Outside, last statement more than five years old"] = (silent.older, heard)
    return found
