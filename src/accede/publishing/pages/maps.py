"""The tile map by the last vote and by the age of information; by standing it is on the front page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.evidence.values import RollCall
from accede.overview.ages import InformationAge, ages
from accede.overview.state_list import StateList, state_list
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, when
from accede.reporting.pictures.ages import ages as drawn_ages
from accede.reporting.pictures.colouring import by_age, by_vote
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import tile_map
from accede.vocabulary.ballots import Ballot


@dataclass(frozen=True, slots=True)
class MapsPage:
    """Everything the template prints. `vote` is None before the first roll call that is held."""

    title: str
    opening: str
    vote: Picture | None
    age: Picture
    ages: Picture


def make(asked: Asked) -> MapsPage:
    """The maps as of a day."""
    register = asked.register

    found = state_list(register)
    call = found.vote.fact if found.vote else None
    return MapsPage(
        title=gettext("Maps"),
        opening=" ".join([*([_voted(found, call)] if call else []), _heard(asked)]),
        vote=tile_map(by_vote(register, call.body, call.session, asked.state), name="vote-tiles") if call else None,
        age=tile_map(by_age(register, asked.state), name="age-tiles"),
        ages=drawn_ages(register, address=asked.state),
    )


def _voted(found: StateList, call: RollCall) -> str:
    number = Counter(each.ballot for each in found.states)
    return gettext(
        "In the last vote, of %(day)s, %(in_favour)s States are recorded in favour, %(against)s against, "
        "%(abstained)s abstaining."
    ) % {
        "day": when(call.voted),
        "in_favour": number[Ballot.IN_FAVOUR],
        "against": number[Ballot.AGAINST],
        "abstained": number[Ballot.ABSTAINED],
    }


def _heard(asked: Asked) -> str:
    held = ages(asked.register)
    return gettext(
        "Of %(all)s States outside the last word of %(older)s is 5 years old or older, and of %(none)s no official "
        "information is held, as of %(day)s."
    ) % {
        "all": sum(map(len, held.values())),
        "older": len(held[InformationAge.OLD]) + len(held[InformationAge.OLDEST]),
        "none": len(held[InformationAge.NONE]),
        "day": day(asked.as_of),
    }


PAGE = PageKind(name="maps", route="maps/", make=make)
