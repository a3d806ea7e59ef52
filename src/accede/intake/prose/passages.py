"""A page of prose as its sentences, each with what the page around it tells: day, occasion, heading, whose page it is.

What stands about a copy and not in the page ("SOURCE: ...", breadcrumbs, "Download ...") is told apart and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from accede.intake.documents.cut import SAID as CUT
from accede.intake.documents.message import ATTACHED, QUOTED
from accede.intake.documents.whole import is_whole
from accede.intake.findings import Certainty, Evidenced, NotUnderstood, Part, Proposal, Stated
from accede.intake.ground import Ground
from accede.intake.prose.days import PATTERN as DATE
from accede.intake.prose.days import Dated, days
from accede.intake.prose.plans import plans_named
from accede.intake.prose.treaties import Treaties
from accede.intake.status_paper.occasions import Occasions, single_year
from accede.intake.status_paper.reading import split
from accede.paper.tree import Document, Paragraph, Section, Table, paragraph_text, text_of
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.partial_date import PartialDate, Precision


def _plain(pattern: re.Pattern[str]) -> str:
    """A pattern to be put into another: its groups without their names."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


ENVELOPE = re.compile(r"^(?:SOURCE|FORM|NOTE|URL|Retrieved|Accessed)\s*:", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s;)>\]]+")
RESTATED = re.compile(r"\b(?:restated|reworded|paraphrased|summari[sz]ed)\b", re.IGNORECASE)
BREADCRUMB = re.compile(
    r"[^.>›»|]{2,60}(?: [>›»|] [^.>›»|]{0,60})*\s[>›»]|Download\b.{0,60}|(?:Share|Print|Back)\b.{0,30}|\W+"
)
"""The signs between the parts stand in none of them, or matching takes a time without end where they are many."""
DIVISION = re.compile(r"^(?:={2,}|-{3,}|\*{3,})\s*(?P<title>[^=]*?)\s*(?:={2,}|-{3,}|\*{3,})?$")
PLACES = r"(?P<places>[A-Z][\w'’.-]*[a-z](?:(?: |, | and |/)[A-Z][\w'’.-]*[a-z]){0,4})"
DATELINE = re.compile(rf"^{PLACES}(?:,? ?[–—-]? ?(?P<date>{_plain(DATE)}))?\s*[–—]\s*(?=[\w“\"])")
DATELINE_ALONE = re.compile(rf"^{PLACES},? ?[–—-]? ?(?P<date>{_plain(DATE)})$")
COLON_DATELINE = re.compile(rf"^{PLACES}:\s+(?=[A-Z“])")
SYMBOL = re.compile(r"^[A-Z][\w.]*(?:/[\w.*-]+){2,}")
LABEL = re.compile(rf"^(?P<date>{_plain(DATE)})(?:\s*(?::|[–—])\s*|,\s+(?=[A-Z][\w-]+ ))")
NAMED_LABEL = re.compile(r"^(?P<name>(?:[A-Z][\w’'-]+ ){1,3})(?P<year>(?:19|20)\d\d)\s*(?::|[–—])\s*")
MEETING_LABEL = re.compile(r"^(?P<meeting>\d{1,2}(?:MSP|RC)|IM ?\d{4})\s*:\s*")
GOES_ON = re.compile(
    r"^(?:\d{1,2}|[IVX]{1,4})\.$"
    r"|(?:\s[ivx]{1,4}|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rev|Amb|Res|Gen|Lt|Col|e\.g"
    r"|i\.e|etc|pp?))\.$"
)
"""A piece of a sentence that ends with a full stop which does not end the sentence."""
QUOTES = re.compile(r"[“\"«‘]([^“”\"«»]+?)[”\"»’](?!\w)")
NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d-\d\d)(?!\d)")
LONGEST_TITLE = 220
LONGEST_DATED_HEADING = 40
LONGEST_SENTENCE = 4000
"""Characters. The longest sentences of papers, with a hundred States in them, have less; what has more is no sentence."""
BEGINNING = 8
"""Paragraphs among which the day of a page stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence and what is known around it.

    `day` is the date that its label, heading or page gives, and `day_from` which of them. `named` are the States it names:
    (start, end, iso3). `days` are the dates in it. `occasion` is the meeting its label names, `label` another name in it.
    """

    text: str
    where: str
    paragraph: str
    named: tuple[tuple[int, int, str], ...] = ()
    days: tuple[Dated, ...] = ()
    day: PartialDate | None = None
    day_from: str = ""
    occasion: str = ""
    label: str = ""
    heading: str = ""
    plan: str = ""
    """The plan that the page named last."""
    year: PartialDate | None = None
    """The year that the page spoke of last."""
    release: int = 0
    """Which of several pages in one file it stands in, from 0."""

    @property
    def states(self) -> tuple[str, ...]:
        """The States it names, each once, in order."""
        return tuple(dict.fromkeys(state for _, _, state in self.named))

    def states_in(self, start: int, end: int) -> tuple[str, ...]:
        """The States named between two places."""
        return tuple(dict.fromkeys(state for at, _, state in self.named if start <= at < end))

    def day_near(self, place: int) -> PartialDate | None:
        """The date of the sentence nearest to a place; that of its context where it gives none."""
        if not self.days:
            return self.day
        nearest = min(self.days, key=lambda one: min(abs(one.start - place), abs(one.end - place)))
        return nearest.date

    def is_quoted(self, start: int) -> bool:
        """Whether a place stands inside quotation marks."""
        return any(match.start() < start < match.end() for match in QUOTES.finditer(self.text))

    def proposal(self, fact: Evidenced | Stated, certainty: Certainty = Certainty.READ) -> Proposal:
        return Proposal(fact=fact, locator=self.where, passage=self.text, certainty=certainty)


Readings = tuple[Proposal, ...]
"""What a part reads in a passage; it may understand one and find nothing to record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A page in a file: its title, its day and from where that is known, and the places of its dateline."""

    title: str = ""
    day: PartialDate | None = None
    day_from: str = ""
    places: str = ""


@dataclass(slots=True, kw_only=True)
class Page:
    """A file of prose being read."""

    ground: Ground
    treaty: str
    treaties: Treaties
    occasions: Occasions
    releases: tuple[Release, ...]
    passages: tuple[Passage, ...]
    addresses: tuple[str, ...] = ()
    is_restated: bool = False
    """Whether the file says that only what stands in quotation marks are the source's own words."""
    cut_off: str = ""
    subject: str = ""
    """The State whose profile the page is, if it is one."""
    speaker: str = ""
    """Who says "I" in it, or on whose behalf it is said."""
    occasion: str = ""
    """The meeting it was said at."""
    not_understood: list[NotUnderstood] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.releases[0].title if self.releases else ""

    @property
    def day(self) -> PartialDate | None:
        return next((one.day for one in self.releases if one.day), None)

    def dated(self, day: PartialDate | None) -> None:
        """Give the page, which tells no day itself, that of the meeting it was made at."""
        self.releases = tuple(
            replace(one, day=one.day or day, day_from=one.day_from or "meeting") for one in self.releases
        )
        self.passages = tuple(one if one.day else replace(one, day=day, day_from="meeting") for one in self.passages)

    def puzzled(self, where: str, text: str, error: AccedeError | None = None, part: Part = Part.PROSE) -> None:
        """Note a passage that is not understood."""
        self.not_understood.append(NotUnderstood(where=where, text=text, part=part, error=error))

    def text(self) -> str:
        """All of it."""
        return "\n".join((self.title, *(one.text for one in self.passages)))


@dataclass(frozen=True, slots=True)
class _Block:
    where: str
    heading: str
    text: str
    is_item: bool = False


def page_of(document: Document, ground: Ground) -> Page:
    """The page that a document is."""
    heads = [text_of(one) for one in (document.title, document.subtitle) if one]
    blocks = [_Block("title", "", one) for one in heads] + list(_blocks(document))
    about = [block for block in blocks if ENVELOPE.match(block.text)]
    envelope = "\n".join(block.text for block in about)
    addresses = tuple(dict.fromkeys(ADDRESS.findall(envelope)))
    blocks = [block for block in blocks if block not in about and not _is_around(block.text)]
    cut = next((block for block in blocks if CUT.search(block.text)), None)
    whole = "\n".join(block.text for block in blocks)
    treaties = Treaties(ground.treaties)
    treaty = treaties.about(whole, ground.treaty, " ".join(addresses))
    page = Page(
        ground=ground,
        treaty=treaty,
        treaties=treaties,
        occasions=ground.occasions_of(treaty),
        releases=(),
        passages=(),
        addresses=addresses,
        is_restated=bool(RESTATED.search(envelope)),
        cut_off=f"the text is cut off in {cut.where}" if cut else "",
    )
    title = blocks[0].text if blocks and blocks[0].where == "title" else ""
    _fill(page, document, title, blocks[1:] if title else blocks)
    return page


def _is_around(text: str) -> bool:
    """Whether a paragraph is the site's and not the page's."""
    return bool(BREADCRUMB.fullmatch(text)) and not DIVISION.match(text)


def _fill(page: Page, document: Document, title: str, blocks: Sequence[_Block]) -> None:
    """Find the pages of the file and their sentences."""
    releases: list[Release] = []
    passages: list[Passage] = []
    divided = _divided(blocks)
    for number, part in enumerate(divided):
        release, rest = _release(part, page, title if number == 0 else "", document)
        if release.day is None and releases and number:
            release = replace(release, day=releases[-1].day, day_from=releases[-1].day_from)
        releases.append(release)
        passages += _passages(rest, release, number, page)
    page.releases = tuple(releases)
    page.passages = tuple(passages)


def _blocks(document: Document) -> Iterator[_Block]:
    """The paragraphs and rows of a document with their places."""
    number = 0
    for section, heading in _sections(document.sections, ""):
        if heading == ATTACHED:
            continue
        for block in section.blocks:
            number += 1
            if isinstance(block, Paragraph):
                under = f", under {quoted(heading)}" if heading else ""
                where = f"paragraph {block.number or number}{under}"
                prefix = f"{block.number}. " if block.number else ""
                yield _Block(where, heading, f"{prefix}{text_of(block.inlines)}".strip(), block.kind == "item")
            else:
                yield from _rows(block, f"table {number}", heading)


def _sections(sections: Sequence[Section], above: str) -> Iterator[tuple[Section, str]]:
    for section in sections:
        heading = text_of(section.heading)
        if heading != QUOTED:
            yield section, heading or above
            yield from _sections(section.sections, heading or above)


def _rows(table: Table, where: str, heading: str) -> Iterator[_Block]:
    for number, row in enumerate((*table.header, *table.rows), 1):
        cells = [paragraph_text(cell.paragraphs).strip() for cell in row.cells]
        told = [cell for cell in cells if cell]
        if told:
            yield _Block(
                f"{where}, row {number}", heading, ": ".join(told) if len(told) == 2 else " | ".join(told), True
            )


def _divided(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """The pages of a file that holds several, parted by a line of dashes or signs."""
    found: list[list[_Block]] = [[]]
    for block in blocks:
        if match := DIVISION.match(block.text):
            if found[-1]:
                found.append([])
            if match["title"]:
                found[-1].append(replace(block, text=match["title"]))
        else:
            found[-1].append(block)
    return [part for part in found if part]


def _release(blocks: Sequence[_Block], page: Page, title: str, document: Document) -> tuple[Release, list[_Block]]:
    """The title, day and places at the beginning of a page, and its blocks without what is only that."""
    rest: list[_Block] = []
    release = Release(title=title)
    has_dated_parts = sum(1 for block in blocks if _is_date_alone(block.text)) > 1
    for number, block in enumerate(blocks):
        text = block.text.strip()
        if number >= BEGINNING or release.day_from == "dateline":
            rest.append(block)
            continue
        found = days(text)
        if _is_date_alone(text):
            if has_dated_parts:
                rest.append(block)
            else:
                release = _better(release, found[0].date, "line")
        elif match := DATELINE_ALONE.match(text):
            release = _better(release, days(match["date"])[0].date, "dateline") if days(match["date"]) else release
            release = replace(release, places=match["places"])
        elif match := DATELINE.match(text) or (COLON_DATELINE.match(text) if not rest else None):
            told = days(match.groupdict().get("date") or "")
            if told and told[0].date.precision > Precision.MONTH:
                rest.append(block)
                continue
            if told:
                release = replace(release, day=told[0].date, day_from="dateline")
            release = replace(release, places=match["places"])
            rest.append(replace(block, text=text[match.end() :]))
        elif SYMBOL.match(text) and found and len(text) < LONGEST_TITLE:
            release = _better(release, found[-1].date, "line")
        elif not release.title and not rest and _is_title(text):
            release = _titled(release, text)
        else:
            rest.append(block)
    if release.day is None:
        release = _dated_elsewhere(release, blocks, page, document)
    return release, rest


def _is_date_alone(text: str) -> bool:
    found = days(text)
    return bool(found) and found[0].start == 0 and found[0].end >= len(text.rstrip(" :"))


def _titled(release: Release, text: str) -> Release:
    """The title, and the day that stands at the end of it or makes a profile one of a year."""
    found = days(text)
    if found and (found[-1].end >= len(text) - 2 or found[0].start == 0):
        one = found[0] if found[0].start == 0 else found[-1]
        return replace(_better(release, one.date, "title"), title=text)
    return replace(release, title=text)


def _better(release: Release, day: PartialDate, told_by: str) -> Release:
    return replace(release, day=day, day_from=told_by) if release.day is None else release


def _dated_elsewhere(release: Release, blocks: Sequence[_Block], page: Page, document: Document) -> Release:
    """The day by the masthead, by "Held on ..." or "dated ...", or by the name of the file."""
    if told := days(document.masthead.dated or document.masthead.place_and_dates):
        return replace(release, day=told[0].date, day_from="masthead")
    for block in blocks[:BEGINNING]:
        for one in days(block.text[:300]):
            before = block.text[max(0, one.start - 25) : one.start]
            if re.search(r"(?:[Hh]eld on|[Dd]ated|[Ii]ssued on|[Dd]ate:?|[Uu]pdated)\s*$", before):
                return replace(release, day=one.date, day_from="line")
    if match := NAME_DAY.search(page.ground.file_name):
        return replace(release, day=PartialDate.parse(match[1]), day_from="file name")
    return release


def _is_title(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_TITLE
        and not is_whole(text.rstrip('”"’'))
        and not text.rstrip().endswith((":", ";", ","))
    )


def _passages(blocks: Sequence[_Block], release: Release, number: int, page: Page) -> Iterator[Passage]:
    heading_day: PartialDate | None = None
    plan, year = "", None
    for block in blocks:
        text = block.text.strip()
        if _is_date_alone(text):
            heading_day = days(text)[0].date
            continue
        if block.heading and (told := days(block.heading)) and len(block.heading) < LONGEST_DATED_HEADING:
            heading_day = told[0].date
        plan = next(reversed(plans_named(text)), plan)
        context = Passage(
            text="",
            plan=plan,
            year=year,
            where=block.where,
            paragraph=text,
            day=heading_day or release.day,
            day_from="heading" if heading_day else release.day_from,
            heading=block.heading,
            release=number,
        )
        for passage in _sentences(block, context, page):
            year = passage.year or year
            yield passage


def _sentences(block: _Block, context: Passage, page: Page) -> Iterator[Passage]:
    """The sentences of a paragraph; a label counts for what follows it in the paragraph, a year for dates without one."""
    last = context.day
    for sentence in _whole_sentences(block):
        if len(sentence) > LONGEST_SENTENCE:
            page.puzzled(block.where, f"{sentence[:LONGEST_TITLE]}…")
            continue
        if match := MEETING_LABEL.match(sentence):
            day = page.occasions.days(match["meeting"])
            context = replace(context, occasion=match["meeting"], day=day, day_from="label")
            last = day or last
        elif (match := LABEL.match(sentence)) and (told := days(match["date"], last)):
            context = replace(context, day=told[0].date, day_from="label", occasion="")
            last = told[0].date
        elif match := NAMED_LABEL.match(sentence):
            day = PartialDate.parse(match["year"])
            context = replace(context, label=match["name"].strip(), day=day, day_from="label")
            last = day
        text = sentence[match.end() :].strip() if match else sentence.strip()
        found = days(text, last, looks_back=last is context.day and context.day_from not in ("label", "heading"))
        last = next((one.date for one in reversed(found) if not one.is_completed), last)
        if text:
            year = single_year(last)
            context = replace(context, year=PartialDate.parse(str(year)) if year else context.year)
            yield replace(context, text=text, named=tuple(page.ground.names.spot(text)), days=tuple(found))


def _whole_sentences(block: _Block) -> list[str]:
    """The sentences of a paragraph; an abbreviated month or a number of a list does not end one."""
    found: list[str] = []
    for piece in split(block.text.strip()):
        if found and GOES_ON.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found
