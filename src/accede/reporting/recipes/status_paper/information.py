"""Section IV: what each State outside has said officially, in its words where they are held, and where it took part last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.evidence.rules import has_words, is_older_than
from accede.evidence.values import Attendance, Confirmation, Statement
from accede.overview.statements import Said
from accede.paper.tree import (
    Cell,
    Figure,
    Inline,
    OverviewEntry,
    OverviewRow,
    Paragraph,
    Row,
    Run,
    Section,
    StatedDate,
    Table,
    paragraph_text,
)
from accede.records.values import Evidence
from accede.reporting.recipes.matter import Keys, Matter, meeting_words, source_words, year_of
from accede.reporting.recipes.prose import Part, Pen, either, listed, spelled, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import TextKind

HEADINGS = (
    "State not party",
    "Stated support for the aims of the Convention and circumstances stated for remaining outside it",
    "Last participation in a Meeting of the States Parties or Review Conference",
)
NOTHING_HELD = "No official information is held."
NEVER = "Has never participated"
UNRECORDED = "Not recorded"
OLD_YEARS = 5
"""Whatever was said longer ago than this is named as old (the usual age in `gaps`)."""

QUOTES = '“”"«»„'

Shown = Said | Evidence[Confirmation]


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as printed: its paragraphs, and the same as data (None for a confirmation, which says nothing new)."""

    paragraphs: tuple[Paragraph, ...]
    data: OverviewEntry | None
    keys: Keys


def information(matter: Matter, pen: Pen) -> tuple[Section, tuple[OverviewRow, ...]]:
    """The section, and its table as data."""
    opening = tuple(_opening(matter, pen))
    rows, data = [], []
    for iso3 in matter.outside:
        name = _name(matter, pen, iso3)
        entries = [entry_for(matter, pen, shown) for shown in entries_of(matter, iso3)]
        entries += _ended(matter, pen, iso3)
        last = _last(matter, iso3)
        rows.append(Row((name, _said(entries), last), iso3))
        keys = (*(key for entry in entries for key in entry.keys), *last.evidence)
        data.append(
            OverviewRow(
                iso3,
                tuple(entry.data for entry in entries if entry.data is not None),
                paragraph_text(last.paragraphs[:1]),
                tuple(dict.fromkeys(keys)),
            )
        )
    number = matter.counts.outside
    states = either(number, "State", "States")
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in HEADINGS))
    table = Table("overview", (), (header,), tuple(rows), (20, 60, 20))
    heading = words(f"Information provided by the {number} {states} not party to the {matter.register.treaty.name()}")
    return Section("IV", heading, (*opening, table)), tuple(data)


def _opening(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """What the table gives, and how much of it is missing or old."""
    silent = [iso3 for iso3 in matter.outside if not matter.said[iso3]]
    old = [iso3 for iso3 in matter.outside if matter.said[iso3] and _is_old(matter, iso3)]
    note = pen.footnote(
        "Sources of information: statements at meetings of the Convention and in other forums, explanations of vote, "
        "voluntary reports, and what States sent in writing. Each entry names its own; the annex lists the documents."
    )
    parts: list[Part] = [
        "The table below gives, for each State outside the Convention, the official information",
        note,
        " that is held on its views and practices. A State’s words stand in quotation marks; what others report of it "
        "does not; a summary is the Secretariat’s and is marked as such. After each stand the occasion and the date.",
    ]
    if silent:
        parts += [" Official information is not held of ", Figure(spelled(len(silent))), " of them."]
    if old:
        keys = tuple(each.evidence.key for iso3 in old for each in matter.said[iso3][:1])
        parts += [
            " Of ",
            Figure(spelled(len(old)), keys),
            f" {'others' if silent else 'of them'} the last statement is more than {spelled(OLD_YEARS)} years old "
            "and would benefit from being renewed.",
        ]
    yield pen.paragraph(*parts)


def _is_old(matter: Matter, iso3: str) -> bool:
    return is_older_than(OLD_YEARS, matter.said[iso3][0].said_on.counts_from, matter.as_of)


def entries_of(matter: Matter, iso3: str) -> list[Shown]:
    """What a State said and confirmed, in the order of the papers.

    The entries of one source stand as that source places them; sources follow each other by the last day they tell of,
    so that what was learnt later comes after what an older paper gives.
    """
    shown: list[Shown] = [*matter.said[iso3], *matter.confirmations[iso3]]

    def place(each: Shown) -> tuple[date, str, int, date, str]:
        record = each.evidence if isinstance(each, Said) else each
        fact: Statement | Confirmation = record.fact
        said_on = each.said_on if isinstance(each, Said) else record.fact.said
        source = placing_source(each)
        until = matter.register.speaks_until(source) or said_on.counts_from
        return until, source, fact.place, said_on.counts_from, record.key

    return sorted(shown, key=place)


def placing_source(shown: Shown) -> str:
    """The source in whose order an entry stands: that of the first record of the citation, whoever gave the words."""
    if isinstance(shown, Said):
        records = (shown.evidence, *shown.beside)
        return min(records, key=lambda each: ("~" in each.key, each.recorded_at, each.key)).source
    return shown.source


def _name(matter: Matter, pen: Pen, iso3: str) -> Cell:
    """The State's name, with a footnote where it has signed or has withdrawn."""
    found = matter.standings[iso3]
    inlines: list[Part] = [matter.in_table(iso3)]
    match found.standing:
        case Standing.SIGNATORY:
            since = f" ({PartialDate.on_day(found.since).wording()})" if found.since else ""
            inlines.append(pen.footnote(f"Signatory to the Convention{since}."))
        case Standing.WITHDRAWN:
            since = f" with effect from {PartialDate.on_day(found.since).wording()}" if found.since else ""
            inlines.append(pen.footnote(f"Withdrew from the Convention{since}."))
    return Cell((Paragraph(words(*inlines)),), found.evidence)


def _said(entries: list[Entry]) -> Cell:
    if not entries:
        return Cell((Paragraph(words(NOTHING_HELD)),))
    return Cell(
        tuple(paragraph for entry in entries for paragraph in entry.paragraphs),
        tuple(key for entry in entries for key in entry.keys),
    )


def entry_for(matter: Matter, pen: Pen, shown: Shown) -> Entry:
    """What a State said or confirmed, as papers print it."""
    return _statement(pen, shown) if isinstance(shown, Said) else _confirmation(matter, pen, shown)


def _ended(matter: Matter, pen: Pen, iso3: str) -> Iterator[Entry]:
    """That the State has ended the policy of its last statement: the sources that say so in a footnote."""
    ending = matter.ended_by(matter.said[iso3][0]) if matter.said[iso3] else ()
    if not ending:
        return
    keys = tuple(each.key for each in ending)
    day = (ending[0].fact.since or ending[0].fact.claimed).wording()
    sources = list(dict.fromkeys(source_words(matter, each.source) for each in ending))
    note = pen.footnote("By ", listed(sources), ".")
    text = (
        Run(f"The policy stated before was ended by {matter.in_sentence(iso3)} on "),
        Figure(day, keys),
        Run("."),
        note,
    )
    yield Entry((Paragraph(words(*text), kind="reported", evidence=keys),), None, keys)


def _statement(pen: Pen, said: Said) -> Entry:
    """The words of the source, or our summary; the citation in italics and brackets after the last paragraph."""
    fact, key = said.evidence.fact, said.evidence.key
    kind: TextKind = fact.text_kind if has_words(fact) else TextKind.SUMMARY
    text = typographic(said.summary) if kind is TextKind.SUMMARY else fact.text
    language = ""
    marks: tuple[Inline, ...] = ()
    if kind is not TextKind.SUMMARY and fact.language != Language.ENGLISH.value:
        if fact.translation:
            text = fact.translation
            original = next((one.label for one in Language if one.value == fact.language), fact.language)
            marks = (pen.footnote(f"Unofficial translation; the original is in {original}."),)
        else:
            language = fact.language
    if kind is TextKind.QUOTATION and not any(mark in text for mark in QUOTES):
        text = f"“{text}”"
    *before, last = text.split("\n")
    name: str = kind.value
    assert name in ("quotation", "reported", "summary")
    paragraphs = [Paragraph((Run(line, language=language),), kind=name, evidence=(key,)) for line in before]  # type: ignore[arg-type]
    cited = (Run(last, language=language), Run(" ("), Run(fact.citation, "italic"), Run(")"), *marks)
    paragraphs.append(Paragraph(words(*cited), kind=name, evidence=(key,)))  # type: ignore[arg-type]
    data = OverviewEntry(name, text, fact.citation, StatedDate(**said.said_on.to_json()))  # type: ignore[arg-type]
    return Entry(tuple(paragraphs), data, (key,))


def _confirmation(matter: Matter, pen: Pen, confirmation: Evidence[Confirmation]) -> Entry:
    """That nothing has changed, as a fact of the correspondence: by which letter it was asked, and how it answered."""
    fact, key = confirmation.fact, (confirmation.key,)
    text = fact.text or _answer(matter, confirmation)
    note = pen.footnote(f"{fact.citation.rstrip('.')}.")
    return Entry((Paragraph(words(text, note), kind="reported", evidence=key),), None, key)


def _answer(matter: Matter, confirmation: Evidence[Confirmation]) -> str:
    """What the State answered, as its own summary has it: States say in different ways that nothing is new."""
    fact = confirmation.fact
    told = fact.summary or f"{matter.in_sentence(fact.state)} answers that nothing has changed."
    told = f"t{told[1:]}" if told.startswith("The ") else told
    return typographic(f"In reply to {_letter(matter, fact.reply_to)}, {told}")


def _letter(matter: Matter, key: str) -> str:
    """A round of letters as a sentence names it: by the meeting over which its presidency was to preside."""
    letters = next((each.fact for each in matter.register.activities if each.key == key), None)
    if letters is None:
        return "a letter"
    year = year_of(letters.on)
    presiding = [
        each.fact
        for each in matter.register.occasions
        if each.fact.treaty == letters.treaty
        and each.fact.kind in matter.register.treaty.counted_meetings
        and each.fact.starts is not None
        and letters.presidency
        and each.fact.presidency == letters.presidency
        and (year is None or each.fact.starts.counts_from.year == year)
    ]
    return f"a letter of the {presiding[0].name} President" if presiding else "a letter of the President"


def _last(matter: Matter, iso3: str) -> Cell:
    """The last participation by the treaty's rule, and in brackets what the records say otherwise."""
    found = matter.attendance.states[iso3]
    occasion = matter.occasion(found.last) if found.last else None
    keys: Keys = ()
    if occasion is not None and occasion.starts is not None and found.shown_by is not None:
        keys = (found.shown_by.key,)
        text = f"{occasion.name} ({occasion.starts.counts_from.year})"
    elif found.has_never:
        keys = tuple(each.key for each in found.never)
        text = NEVER
    else:
        text = UNRECORDED
    told = list(_otherwise(matter, iso3))
    evidence = (*keys, *(key for _, found_in in told for key in found_in))
    return Cell((Paragraph((Figure(text, keys),)), *_remark(told)), tuple(dict.fromkeys(evidence)))


def _remark(told: list[tuple[str, Keys]]) -> Iterator[Paragraph]:
    """What the records say otherwise, in brackets: the reader of a paper takes the cell without them."""
    if told:
        text = capital("; ".join(remark for remark, _ in told))
        yield Paragraph(words(f"({text}.)"), kind="note", evidence=tuple(key for _, keys in told for key in keys))


def _otherwise(matter: Matter, iso3: str) -> Iterator[tuple[str, Keys]]:
    """What sources say of the last participation that is not what the records together say by the rule.

    A source is not contradicted by what happened after the last day it can tell of.
    """
    found = matter.attendance.states[iso3]
    contradicted = {claim.key for conflict in found.conflicts for claim in conflict.claims}
    for each in _columns(matter, iso3):
        source = source_words(matter, each.source)
        if each.fact.claim is ParticipationClaim.LAST and each.key in contradicted and each.fact.occasion != found.last:
            occasion = matter.occasion(each.fact.occasion)
            named = meeting_words(occasion) if occasion else each.fact.occasion
            counts = occasion is not None and occasion.kind in matter.register.treaty.counted_meetings
            yield f"{source} names {named}" + ("" if counts else ", which do not count"), (each.key,)
        is_silent = found.last is None and not found.has_never
        if each.fact.claim is ParticipationClaim.NEVER and (each.key in contradicted or is_silent):
            until = matter.register.speaks_until(each.source)
            by = f"by {PartialDate.on_day(until).wording()}" if until else "by then"
            yield f"{source} says that it had not participated {by}", (each.key,)
    if found.last is None and found.attended:
        key, record = list(found.attended.items())[-1]
        occasion = matter.occasion(key)
        yield f"recorded at {meeting_words(occasion) if occasion else key}", (record.key,)


def _columns(matter: Matter, iso3: str) -> list[Evidence[Attendance]]:
    """The records that speak of the last or of any participation of a State, by the view's sources."""
    register = matter.register
    return [
        each
        for each in register.of_sources(register.attendance)
        if each.fact.state == iso3
        and each.fact.claim in (ParticipationClaim.LAST, ParticipationClaim.NEVER)
        and (each.fact.claim is ParticipationClaim.NEVER or each.fact.occasion in matter.meetings)
    ]
