"""The papers of the shipped register, written once a run: the register is the same in every test.

`KNOWN` lies after everything that is recorded, so that the same tree comes out each time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from accede.overview.load import Kind, load
from accede.overview.register import Register
from accede.paper.tree import Document, Figure, Paragraph, Section, Table, all_sections, paragraph_text, tables, text_of
from accede.records.current import current
from accede.records.values import Evidence, View
from accede.register.models import NameVersion
from accede.reporting.recipes import brief, comparison, handover, kit, plan, statement
from accede.vocabulary.state_names import StateName

KNOWN = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALL: tuple[Kind, ...] = brief.NEEDS


@cache
def shipped() -> Register:
    """The whole shipped register; a test that calls it needs the database the first time."""
    return load(View(as_of=TODAY, known_on=KNOWN), "apmbc", *ALL)


def on(day: date | str, register: Register | None = None) -> Register:
    """A register on a day."""
    held = register or shipped()
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return replace(held, view=replace(held.view, as_of=day))


@cache
def names() -> tuple[Evidence[StateName], ...]:
    return tuple(current(NameVersion, shipped().view, language="en"))


@cache
def treaty_names() -> dict[str, str]:
    return brief.names_of_other_treaties(shipped())


@cache
def statement_at(meeting: str) -> Document:
    return statement.statement(shipped(), meeting, is_day_given=False)


@cache
def brief_on(iso3: str, day: str = TODAY.isoformat()) -> Document:
    return brief.brief(on(day), iso3, treaty_names=treaty_names())


@cache
def compared(start: str, end: str) -> Document:
    return comparison.comparison(
        shipped(), comparison.moment_of(shipped(), start), comparison.moment_of(shipped(), end)
    )


@cache
def report_on(key: str, day: str = TODAY.isoformat()) -> Document:
    return plan.plan_report(on(day), key)


@cache
def pack_of(day: str) -> Document:
    return handover.handover(on(day))


@cache
def kit_for(iso3: str, deposit: str, day: str = TODAY.isoformat()) -> Document:
    return kit.kit(on(day), iso3, date.fromisoformat(deposit), names=names())


PAPERS = {
    **{f"statement at {key}": lambda key=key: statement_at(key) for key in ("16MSP", "17MSP", "18MSP", "22MSP", "")},
    **{f"brief on {key}": lambda key=key: brief_on(key) for key in ("MAR", "MMR", "PRK", "FSM", "LTU", "USA")},
    **{
        f"comparison of {start} and {end}": lambda start=start, end=end: compared(start, end)
        for start, end in (
            ("16MSP", "17msp-status-paper"),
            ("2018-08-21", "2020-11-20"),
            ("3RC", "4RC"),
            ("5RC", "2026-11-22"),
            ("1997-12-01", "1999-03-01"),
        )
    },
    **{f"plan {key}": lambda key=key: report_on(key) for key in ("nairobi", "cartagena", "maputo", "oslo", "")},
    **{
        f"hand-over of {day}": lambda day=day: pack_of(day)
        for day in ("2004-12-04", "2011-12-03", "2018-12-01", "2020-11-21", "2026-11-22")
    },
    **{f"kit for {key}": lambda key=key: kit_for(key, "2027-03-15") for key in ("IRN", "MNG", "FSM", "LTU")},
    "kit for MHL, 2018": lambda: kit_for("MHL", "2018-12-31", "2018-08-21"),
}
"""At least five of each paper, by a name for the test report."""


def section(document: Document, heading: str) -> Section:
    return next(each for each in all_sections(document) if text_of(each.heading) == heading)


def prose(section: Section) -> str:
    """The text of a section's own paragraphs, one a line."""
    return "\n".join(text_of(block.inlines) for block in section.blocks if isinstance(block, Paragraph))


def text(document: Document) -> str:
    """Everything that is printed, one paragraph a line, without masthead and annex."""
    found = [text_of(document.title), text_of(document.subtitle)]
    for part in all_sections(document):
        found += [text_of(part.heading), prose(part)]
    for table in tables(document):
        if table.kind != "sources":
            found.append(text_of(table.caption))
            found += [paragraph_text(cell.paragraphs) for row in (*table.header, *table.rows) for cell in row.cells]
    found += [paragraph_text(note.paragraphs) for note in document.footnotes]
    return "\n".join(found)


def rows(table: Table) -> list[list[str]]:
    return [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in table.rows]


def tables_of(document: Document) -> list[Table]:
    return list(tables(document))


def table_of(document: Document, caption: str) -> Table:
    return next(each for each in tables(document) if text_of(each.caption) == caption)


def paragraphs_of(node: object) -> Iterator[Paragraph]:
    """Every paragraph of a tree, also those in cells and footnotes."""
    if isinstance(node, Paragraph):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from paragraphs_of(one)
    elif is_dataclass(node):
        for field in fields(node):
            yield from paragraphs_of(getattr(node, field.name))


def figures_of(paragraphs: Iterable[Paragraph]) -> Iterator[Figure]:
    for paragraph in paragraphs:
        yield from (inline for inline in paragraph.inlines if isinstance(inline, Figure))
