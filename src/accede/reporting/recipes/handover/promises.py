"""What States outside have said they will do, and on what they say it depends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext, gettext_noop, pgettext

from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.overview.statements import Said
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.reporting.recipes.handover.speech import held, in_table, is_english, when
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.statements import CodeKind, Position, Step

TOLD = {
    ConditionStanding.OPEN: gettext_noop("open"),
    ConditionStanding.MET: gettext_noop("met: they have joined"),
    ConditionStanding.EXPIRED: gettext_noop("the time given has passed"),
}
COMMITTED = (Position.COMMITTED_TO_ACCEDE, Position.STRATEGIC_OBJECTIVE, Position.STEP_BY_STEP, Position.CONSIDERING)


def promises(matter: Matter, pen: Pen) -> Iterator[Section]:
    """Two tables: what is promised, and the conditions."""
    blocks: list[Paragraph | Table] = []
    promised = [row for iso3 in matter.outside for row in _promised(matter, iso3)]
    if promised:
        blocks.append(
            pen.paragraph(gettext("What States outside have said that they will do, as their statements were read:"))
        )
        headings = (gettext("State"), gettext("What it stated"), gettext("When"))
        blocks.append(_table(gettext("Promises and intentions"), headings, promised, (30, 44, 26)))
    else:
        none = gettext("No statement of a State outside is read as a promise or an intention to join.")
        blocks.append(pen.paragraph(none))
    stated = conditions(matter.register)
    if stated:
        blocks.append(pen.paragraph(gettext("On what they say that joining, or a further step, depends:")))
        columns = (
            gettext("State"),
            gettext("It waits for"),
            gettext("Stated"),
            gettext("Time given"),
            gettext("Standing"),
        )
        rows = [_condition(matter, each) for each in stated]
        blocks.append(_table(gettext("Conditions"), columns, rows, (19, 32, 20, 13, 16)))
    else:
        blocks.append(pen.paragraph(gettext("No condition is held.")))
    yield Section("", words(gettext("Promises and conditions")), tuple(blocks))


def _promised(matter: Matter, iso3: str) -> Iterator[Row]:
    """The commitments of a State, each from its last statement that has it; a target date with the year it names."""
    told: dict[str, Said] = {}
    labels = {str(position): position.label for position in COMMITTED} | {
        str(Step.TARGET_DATE): gettext_noop("names a target date")
    }
    for said in matter.said[iso3]:
        for code in said.codes:
            if code.kind in (CodeKind.POSITION, CodeKind.STEP) and code.code in labels:
                told.setdefault(labels[code.code], said)
    for label, said in told.items():
        yield _row(
            matter, iso3, (Figure(capital(typographic(gettext(label))), (said.evidence.key,)),), when(said.said_on)
        )


def _condition(matter: Matter, each: Condition) -> Row:
    target = (held(capital(each.code.target), (each.key,)),)
    given = when(each.code.expires) if each.code.expires else pgettext("time given", "none")
    row = _row(matter, each.iso3, target, when(each.said.said_on), given, capital(gettext(TOLD[each.standing])))
    cells = list(row.cells)
    cells[1] = replace(cells[1], evidence=() if is_english() else (each.key,))
    return replace(row, cells=tuple(cells))


def _row(matter: Matter, iso3: str, what: tuple[Inline, ...], *texts: str) -> Row:
    cells = (words(in_table(matter, iso3)), what, *(words(text) for text in texts))
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), iso3)


def _table(caption: str, headings: tuple[str, ...], rows: list[Row], widths: tuple[float, ...]) -> Table:
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in headings))
    return Table("plain", words(caption), (header,), tuple(rows), widths)
