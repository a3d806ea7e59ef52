"""Home: the headline with its day, the map, who joined when, what is new, how old the information is, and who is outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext, gettext_noop

from accede.overview.ages import InformationAge, ages, information_age
from accede.overview.attendance import Participation, attendance
from accede.overview.changes import changes
from accede.overview.gaps import Heard, heard_of
from accede.overview.headline import Headline, StateOutside, headline
from accede.overview.standings import standings
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.happened import Happened, newest
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import in_force, opening
from accede.register.rules import months_after
from accede.reporting.pictures.colouring import STANDINGS, by_standing
from accede.reporting.pictures.joined_over_time import joined_over_time
from accede.reporting.pictures.joined_per_year import joined_per_year
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import tile_map
from accede.reporting.pictures.world_map import world_map
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing

SHARES = STANDINGS | {Standing.IN_FORCE: gettext_noop("States Parties, in force")}
"""The parts of the bar from the left, with words that fit any number."""

NEWS = 8
"""How many of the last changes are shown, of those of the last `NEWS_YEARS`."""
NEWS_YEARS = 3

GUIDE = {
    "states": gettext_noop("All that may join: by standing, region, vote, reason given and age of information"),
    "votes": gettext_noop("How States vote each year on the resolution in the General Assembly"),
    "attendance": gettext_noop("Who takes part in the meetings of the Convention"),
    "reports": gettext_noop("Transparency reports, also those that States outside submit voluntarily"),
    "meetings": gettext_noop("The meetings of the Convention, with their days and who took part"),
    "statements": gettext_noop("What States say, each with its citation"),
    "search": gettext_noop("States by any of their names, and what was said, claimed and done"),
    "circumstances": gettext_noop("Why they say that they stay outside"),
    "conditions": gettext_noop("On what they say that joining depends, and whom they wait for"),
    "joining": gettext_noop("What follows from joining on a day"),
    "changes": gettext_noop("What changed between two days or two meetings"),
    "papers": gettext_noop("The papers that were published from this register"),
    "maps": gettext_noop("Standing, votes and the age of information as maps"),
    "data": gettext_noop("Everything to take along, as tables and as one package"),
    "api": gettext_noop("The same for programs"),
    "method": gettext_noop("How figures come about, and what is not known"),
    "glossary": gettext_noop("The words of the field"),
    "corrections": gettext_noop("What was corrected, when and why"),
}
"""What each page of the site answers, in the order in which the front page leads to those that are there."""

LABELS: Mapping[str, str] = {
    "reports": gettext_noop("Reports"),
    "search": gettext_noop("Search"),
    "meetings": gettext_noop("Meetings"),
    "circumstances": gettext_noop("Circumstances"),
    "conditions": gettext_noop("Conditions"),
    "joining": gettext_noop("Joining"),
    "maps": gettext_noop("Maps"),
    "api": gettext_noop("API"),
    "glossary": gettext_noop("Glossary"),
    "corrections": gettext_noop("Corrections"),
}
"""What the pages that are not in the menu are called."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar of all States: `start` and `width` in States, from the left."""

    standing: Standing
    label: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class AgeOfInformation:
    """How many States outside were last heard so long ago, with the address of their list."""

    age: InformationAge
    label: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """A State outside: where it stands, when it was last heard, how old that is, when it last took part.

    `said_on` is None where there is no official information; `took_part` is empty where it is not recorded;
    `meeting` is the address of that meeting, empty for none.
    """

    iso3: str
    name: str
    standing: Standing
    stands: str
    said_on: PartialDate | None
    citation: str
    age: InformationAge
    age_label: str
    took_part: str
    meeting: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A page of the site and what it answers."""

    name: str
    label: str
    answers: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything the template prints."""

    title: str
    opening: str
    in_force: str
    headline: Headline
    shares: tuple[Share, ...]
    uncertain: tuple[tuple[str, str, str], ...]
    tiles: Picture
    world: Picture
    per_year: Picture
    over_time: Picture
    news: tuple[Happened, ...]
    ages: tuple[AgeOfInformation, ...]
    rows: tuple[OutsideRow, ...]
    leads: tuple[Lead, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> HomePage:
    """The front page as of a day."""
    register = asked.register
    found = headline(register)
    heard = heard_of(register)
    took_part = attendance(register).states
    standing = by_standing(register, address=asked.state)
    cite = Citing(register, register.statements)
    news = _news(asked, cite)
    return HomePage(
        title=asked.treaty,
        opening=opening(found),
        in_force=in_force(found),
        headline=found,
        shares=_shares(found),
        uncertain=tuple(
            (state.iso3, sentences.name(state.iso3), sentences.uncertain(standings(register)[state.iso3]))
            for state in found.uncertain
        ),
        tiles=tile_map(standing),
        world=world_map(standing),
        per_year=joined_per_year(register),
        over_time=joined_over_time(register),
        news=news,
        ages=_ages(asked),
        rows=tuple(
            _row(asked, state, heard.get(state.iso3, Heard()), took_part[state.iso3]) for state in found.outside
        ),
        leads=_leads(),
        sources=cite.listed(),
    )


def _shares(found: Headline) -> tuple[Share, ...]:
    shares, start = [], 0
    for standing, label in SHARES.items():
        width: int = getattr(found.counts, str(standing))
        if width:
            shares.append(Share(standing, gettext(label), start, width))
        start += width
    return tuple(shares)


def _news(asked: Asked, cite: Citing) -> tuple[Happened, ...]:
    after = months_after(asked.as_of, -12 * NEWS_YEARS)
    after = max(after, asked.register.treaty.dates.begins_on or after)
    register = asked.register
    found = register.once(_news, lambda: changes(register, after.isoformat(), asked.as_of.isoformat()))
    return newest(found, asked, cite, NEWS)


def _ages(asked: Asked) -> tuple[AgeOfInformation, ...]:
    return tuple(
        AgeOfInformation(age, gettext(age.label), len(held), _listed(asked, age))
        for age, held in ages(asked.register).items()
    )


def _listed(asked: Asked, age: InformationAge) -> str:
    """Where the States of an age are listed; in a publication as plain files, all that are outside."""
    if asked.days is not None:
        return "#outside"
    return f"{asked.to('states')}?{urlencode({'age': age, 'standing': 'outside'})}"


def _row(asked: Asked, state: StateOutside, heard: Heard, found: Participation) -> OutsideRow:
    age = information_age(heard.said_on, asked.as_of)
    return OutsideRow(
        iso3=state.iso3,
        name=sentences.name(state.iso3),
        standing=state.standing,
        stands=gettext(state.standing.label),
        said_on=heard.said_on,
        citation=heard.statements[0].evidence.fact.citation if heard.statements else "",
        age=age,
        age_label=gettext(age.label),
        took_part=found.last or (gettext("never") if found.has_never else ""),
        meeting=asked.to("meeting", {"key": found.last}) if found.last else "",
    )


def _leads() -> tuple[Lead, ...]:
    """The pages that are there."""
    from accede.publishing.pages import PAGES

    return tuple(
        Lead(name, gettext(LABELS.get(name, "") or PAGES[name].menu), gettext(answers))
        for name, answers in GUIDE.items()
        if name in PAGES and (name in LABELS or PAGES[name].menu)
    )


PAGE = PageKind(name="home", route="", make=make)
