"""The table of the States outside, bare, for the pages of other sites."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.overview.gaps import Heard, heard_of
from accede.overview.headline import headline
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import opening
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing


@dataclass(frozen=True, slots=True)
class EmbeddedState:
    """A State outside, where it stands, and when it was last heard; `said_on` is None without official information."""

    iso3: str
    name: str
    standing: Standing
    stands: str
    said_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class EmbedStatesPage:
    """Everything the template prints."""

    title: str
    opening: str
    rows: tuple[EmbeddedState, ...]


def make(asked: Asked) -> EmbedStatesPage:
    """The States outside as of a day."""
    found, heard = headline(asked.register), heard_of(asked.register)
    return EmbedStatesPage(
        title=gettext("States outside"),
        opening=opening(found),
        rows=tuple(
            EmbeddedState(
                iso3=state.iso3,
                name=sentences.name(state.iso3),
                standing=state.standing,
                stands=gettext(state.standing.label),
                said_on=heard.get(state.iso3, Heard()).said_on,
            )
            for state in found.outside
        ),
    )


PAGE = PageKind(name="embed-states", route="embed/states/", make=make, may_be_framed=True)
