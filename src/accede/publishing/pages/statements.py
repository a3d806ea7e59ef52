"""What States have said: every statement, newest first, to be narrowed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.evidence.rules import newest_by
from accede.evidence.values import Code
from accede.overview.circumstances import circumstances_of
from accede.overview.dossier import statement_items
from accede.overview.gaps import heard_of
from accede.overview.items import StatementItem
from accede.overview.register import Register
from accede.overview.standings import standings
from accede.overview.statements import Said
from accede.publishing import sentences
from accede.publishing.addresses import slug
from accede.publishing.asked import Asked
from accede.publishing.codes import code_words
from accede.publishing.facets import Facet, Narrowed, by_state, labels, narrowed
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.kind import PageKind
from accede.publishing.regions import region, regions
from accede.publishing.wording import day, listed, name_order, when
from accede.vocabulary.statements import Channel, Circumstance, CodeKind, TextKind

OUTSIDE, JOINED = "outside", "joined"


@dataclass(frozen=True, slots=True)
class Held:
    """A statement with what it is narrowed by."""

    item: StatementItem
    said: Said
    region: str
    has_joined: bool

    @property
    def year(self) -> str:
        """The year under which it is listed."""
        return str(newest_by(self.item.said_on).year)


@dataclass(frozen=True, slots=True)
class StatementShown:
    """A statement as the page prints it. `anchor` is its place in the page's address; `paragraphs` are in `language`.

    `summary` is ours, given beside the words of the source; empty where it stands instead of them.
    """

    anchor: str
    iso3: str
    name: str
    on: str
    kind: TextKind
    mark: str
    paragraphs: tuple[str, ...]
    language: str
    translation: str
    summary: str
    citation: str
    channel: str
    codes: tuple[tuple[str, str], ...]
    confirmed: tuple[tuple[str, str, str], ...]
    source: str

    @property
    def is_quotation(self) -> bool:
        """Whether these are the words of the State."""
        return self.kind is TextKind.QUOTATION


@dataclass(frozen=True, slots=True)
class YearOfStatements:
    """The statements of a year, newest first."""

    year: str
    statements: tuple[StatementShown, ...]


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """Everything the template prints."""

    title: str
    opening: str
    narrowed: Narrowed[Held]
    years: tuple[YearOfStatements, ...]
    sources: tuple[SourceLine, ...]
    all: int


def make(asked: Asked) -> StatementsPage:
    """The statements made by a day."""
    held = _held(asked.register)
    kept = narrowed(held, _facets(held), asked)
    cite = Citing(asked.register, asked.register.statements)
    years = tuple(
        YearOfStatements(year, tuple(shown(each.item, cite) for each in of_year))
        for year, of_year in groupby(kept.rows, key=lambda each: each.year)
    )
    return StatementsPage(
        title=gettext("Statements"),
        opening=_opening(asked, held, kept),
        narrowed=kept,
        years=years,
        sources=cite.listed(),
        all=len(held),
    )


def shown(item: StatementItem, cite: Citing) -> StatementShown:
    """A statement for print; its source is cited."""
    text = item.text or item.summary
    return StatementShown(
        anchor=anchor(item.evidence),
        iso3=item.iso3,
        name=sentences.name(item.iso3),
        on=when(item.said_on),
        kind=item.text_kind,
        mark=mark(item.text_kind),
        paragraphs=tuple(part for part in text.split("\n") if part),
        language=item.language if item.text else "en",
        translation=item.translation,
        summary=item.summary if item.text else "",
        citation=item.citation,
        channel=gettext(item.channel.label),
        codes=_codes(item.codes),
        confirmed=tuple(
            (when(each.on), each.citation, cite.number(each.source, each.evidence)) for each in item.confirmed
        ),
        source=cite.number(item.source, item.evidence),
    )


_MARKS = {
    TextKind.QUOTATION: gettext_noop("In its own words"),
    TextKind.REPORTED: gettext_noop("Reported speech"),
    TextKind.SUMMARY: gettext_noop("Our summary, not the State’s words"),
}


def mark(kind: TextKind) -> str:
    """Whose words a text is."""
    return gettext(_MARKS[kind])


def anchor(evidence: str) -> str:
    """Where a statement stands in the page, by the key of its evidence."""
    return slug(evidence)


def address_of(asked: Asked, evidence: str) -> str:
    """Where a statement is on the page of all, in the language and on the day that is read."""
    return f"{asked.to('statements')}#{anchor(evidence)}"


def _codes(codes: Collection[Code]) -> tuple[tuple[str, str], ...]:
    """What was read in a statement: each kind with its words."""
    words: dict[CodeKind, dict[str, None]] = {}
    for code in codes:
        words.setdefault(code.kind, {})[code_words(code)] = None
    return tuple((gettext(kind.label), listed(tuple(words[kind]))) for kind in CodeKind if kind in words)


def _held(register: Register) -> tuple[Held, ...]:
    """Every statement made by the day, newest first."""
    states = {each.fact.iso3: each.fact for each in register.states}
    stands = standings(register)
    found = [
        Held(item, said, region(states[iso3]), iso3 in stands and stands[iso3].standing.has_joined)
        for iso3, heard in heard_of(register).items()
        if iso3 in states
        for item, said in zip(statement_items(heard), heard.statements, strict=True)
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                -newest_by(each.item.said_on).toordinal(),
                name_order(each.item.iso3),
                each.said.evidence.fact.place,
                each.item.evidence,
            ),
        )
    )


def _opening(asked: Asked, held: Collection[Held], kept: Narrowed[Held]) -> str:
    number, states = len(kept.rows), len({each.item.iso3 for each in kept.rows})
    if kept.chosen:
        told = ngettext(
            "%(number)s of %(all)s statements fits, as of %(day)s. %(words)s.",
            "%(number)s of %(all)s statements fit, as of %(day)s. %(words)s.",
            number,
        )
        return told % {"number": number, "all": len(held), "day": day(asked.as_of), "words": kept.words}
    if not held:
        return gettext("No statement of a State is held, as of %(day)s.") % {"day": day(asked.as_of)}
    return gettext("%(statements)s of %(states)s are held, as of %(day)s; the last is of %(last)s.") % {
        "statements": ngettext("%(number)s statement", "%(number)s statements", number) % {"number": number},
        "states": ngettext("%(number)s State", "%(number)s States", states) % {"number": states},
        "day": day(asked.as_of),
        "last": when(kept.rows[0].item.said_on),
    }


def _facets(held: Collection[Held]) -> tuple[Facet[Held], ...]:
    return (
        by_state({each.item.iso3 for each in held}, lambda each: each.item.iso3),
        Facet("region", gettext("Region"), regions(), lambda each: (each.region,)),
        Facet("year", gettext("Year"), {each.year: each.year for each in held}, lambda each: (each.year,)),
        Facet("circumstance", gettext("Reason given"), labels(Circumstance), lambda each: circumstances_of(each.said)),
        Facet("kind", gettext("Whose words"), labels(TextKind), lambda each: (each.item.text_kind,)),
        Facet("channel", gettext("How it was said"), labels(Channel), lambda each: (each.item.channel,)),
        Facet(
            "standing",
            gettext("Standing"),
            {OUTSIDE: gettext("States outside"), JOINED: gettext("States that have joined since")},
            lambda each: (JOINED if each.has_joined else OUTSIDE,),
        ),
    )


PAGE = PageKind(
    name="statements",
    route="statements/",
    make=make,
    filters=frozenset({"state", "region", "year", "circumstance", "kind", "channel", "standing"}),
    menu=gettext_noop("Statements"),
)
