"""Home: the headline, and every State outside with the last word heard of it."""

from __future__ import annotations

from dataclasses import dataclass

from accede.overview.attendance import Participation, attendance
from accede.overview.gaps import Heard, heard_of
from accede.overview.headline import Headline, headline
from accede.overview.standings import name_of
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import in_force, opening
from accede.vocabulary.standings import Standing

SHARES = {
    Standing.IN_FORCE: "States Parties, in force",
    Standing.JOINED_NOT_IN_FORCE: "joined, not yet in force",
    Standing.SIGNATORY: "signed only",
    Standing.NON_SIGNATORY: "not signed",
    Standing.WITHDRAWN: "withdrew",
}
"""The parts of the bar from the left, with words that fit any number."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar of all States: `start` and `width` in States, from the left."""

    standing: Standing
    start: int
    width: int

    @property
    def label(self) -> str:
        """What the part is called."""
        return SHARES[self.standing]


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """A State outside: where it stands, when it was last heard, when it last took part."""

    iso3: str
    name: str
    standing: Standing
    heard: str
    citation: str
    took_part: str


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the template prints."""

    title: str
    opening: str
    in_force: str
    headline: Headline
    shares: tuple[Share, ...]
    rows: tuple[OutsideRow, ...]
    uncertain: tuple[tuple[str, str, str], ...]


def make(asked: Asked) -> Home:
    """The front page as of a day."""
    register = asked.register
    found = headline(register)
    heard = heard_of(register)
    took_part = attendance(register).states
    return Home(
        title=register.treaty.name(),
        opening=opening(found),
        in_force=in_force(found),
        headline=found,
        shares=_shares(found),
        rows=tuple(
            OutsideRow(
                iso3=state.iso3,
                name=state.name,
                standing=state.standing,
                heard=_heard(heard.get(state.iso3)),
                citation=_citation(heard.get(state.iso3)),
                took_part=_took_part(took_part[state.iso3]),
            )
            for state in found.outside
        ),
        uncertain=tuple((state.iso3, name_of(state.iso3), state.why) for state in found.uncertain),
    )


def _shares(found: Headline) -> tuple[Share, ...]:
    shares, start = [], 0
    for standing in SHARES:
        width: int = getattr(found.counts, str(standing))
        if width:
            shares.append(Share(standing, start, width))
        start += width
    return tuple(shares)


def _heard(heard: Heard | None) -> str:
    said_on = heard.said_on if heard else None
    return said_on.wording() if said_on else "no official information"


def _citation(heard: Heard | None) -> str:
    return heard.statements[0].evidence.fact.citation if heard and heard.statements else ""


def _took_part(found: Participation) -> str:
    if found.last:
        return found.last
    return "never" if found.has_never else "not recorded"


PAGE = PageKind(name="home", route="", make=make)
