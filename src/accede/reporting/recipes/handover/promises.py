"""What States outside have said they will do, and on what they say it depends."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.overview.statements import Said
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.statements import CodeKind, Position, Step

TOLD = {
    ConditionStanding.OPEN: "open",
    ConditionStanding.MET: "met: they have joined",
    ConditionStanding.EXPIRED: "the time given has passed",
}
COMMITTED = (Position.COMMITTED_TO_ACCEDE, Position.STRATEGIC_OBJECTIVE, Position.STEP_BY_STEP, Position.CONSIDERING)


def promises(matter: Matter, pen: Pen) -> Iterator[Section]:
    """Two tables: what is promised, and the conditions."""
    blocks: list[Paragraph | Table] = []
    promised = [row for iso3 in matter.outside for row in _promised(matter, iso3)]
    if promised:
        blocks.append(pen.paragraph("What States outside have said that they will do, as their statements were read:"))
        blocks.append(_table("Promises and intentions", ("State", "What it stated", "When"), promised, (30, 44, 26)))
    else:
        blocks.append(pen.paragraph("No statement of a State outside is read as a promise or an intention to join."))
    held = conditions(matter.register)
    if held:
        blocks.append(pen.paragraph("On what they say that joining, or a further step, depends:"))
        headings = ("State", "It waits for", "Stated", "Time given", "Standing")
        blocks.append(_table("Conditions", headings, [_condition(matter, each) for each in held], (19, 32, 20, 13, 16)))
    else:
        blocks.append(pen.paragraph("No condition is held."))
    yield Section("", words("Promises and conditions"), tuple(blocks))


def _promised(matter: Matter, iso3: str) -> Iterator[Row]:
    """The commitments of a State, each from its last statement that has it; a target date with the year it names."""
    told: dict[str, Said] = {}
    labels = {str(position): position.label for position in COMMITTED} | {str(Step.TARGET_DATE): "names a target date"}
    for said in matter.said[iso3]:
        for code in said.codes:
            if code.kind in (CodeKind.POSITION, CodeKind.STEP) and code.code in labels:
                told.setdefault(labels[code.code], said)
    for label, said in told.items():
        yield _row(matter, iso3, (Figure(capital(typographic(label)), (said.evidence.key,)),), said.said_on.wording())


def _condition(matter: Matter, each: Condition) -> Row:
    target = (Figure(capital(typographic(each.code.target)), (each.key,)),)
    given = each.code.expires.wording() if each.code.expires else "none"
    return _row(matter, each.iso3, target, each.said.said_on.wording(), given, capital(TOLD[each.standing]))


def _row(matter: Matter, iso3: str, what: tuple[Figure, ...], *texts: str) -> Row:
    cells = (words(matter.in_table(iso3)), what, *(words(text) for text in texts))
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), iso3)


def _table(caption: str, headings: tuple[str, ...], rows: list[Row], widths: tuple[float, ...]) -> Table:
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in headings))
    return Table("plain", words(caption), (header,), tuple(rows), widths)
