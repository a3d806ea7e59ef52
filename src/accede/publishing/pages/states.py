"""The States: all that may join, to be narrowed and sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.evidence.rules import newest_by
from accede.evidence.values import RollCall
from accede.overview.ages import InformationAge
from accede.overview.headline import headline
from accede.overview.state_list import ListedState, StateList, state_list
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.facets import Facet, Narrowed, labels, narrowed, with_filter
from accede.publishing.pages.kind import PageKind
from accede.publishing.regions import region, regions
from accede.publishing.roll_call import address_of, text_of
from accede.publishing.wording import day, name_order, opening, when
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Circumstance

OUTSIDE, JOINED = "outside", "joined"
"""Choices of standing beside the single ones."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """A State as the table shows it."""

    iso3: str
    name: str
    standing: Standing
    stands: str
    is_uncertain: bool
    region: str
    joined: PartialDate | None
    vote: str
    said_on: PartialDate | None
    age: InformationAge | None


@dataclass(frozen=True, slots=True)
class Column:
    """A head of a column; `address` sorts by it ("" where it cannot), `sorted` is how it is sorted now, as ARIA has it."""

    label: str
    address: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class StatesPage:
    """Everything the template prints. `sort` is empty for the order of names, `roll_call` the address of the last vote."""

    title: str
    opening: str
    narrowed: Narrowed[ListedState]
    columns: tuple[Column, ...]
    rows: tuple[StateRow, ...]
    all: int
    sort: str
    vote: str
    roll_call: str


def make(asked: Asked) -> StatesPage:
    """The list as of a day."""
    found = state_list(asked.register)
    kept = narrowed(found.states, _facets(found), asked)
    sort = asked.filters.get("sort", "")
    sort = sort if sort in _SORTS else "name"
    words = regions()
    return StatesPage(
        title=gettext("States"),
        opening=_opening(asked, found, kept),
        narrowed=kept,
        columns=_columns(asked, sort),
        rows=tuple(_row(each, words) for each in sorted(kept.rows, key=_SORTS[sort])),
        all=len(found.states),
        sort="" if sort == "name" else sort,
        vote=_vote(found.vote.fact) if found.vote else "",
        roll_call=address_of(asked, found.vote.fact.body, found.vote.fact.session) if found.vote else "",
    )


def _opening(asked: Asked, found: StateList, kept: Narrowed[ListedState]) -> str:
    if not kept.chosen:
        return opening(headline(asked.register))
    return ngettext(
        "%(number)s of %(all)s States fits, as of %(day)s. %(words)s.",
        "%(number)s of %(all)s States fit, as of %(day)s. %(words)s.",
        len(kept.rows),
    ) % {
        "number": len(kept.rows),
        "all": len(found.states),
        "words": kept.words,
        "day": day(asked.as_of),
    }


def _vote(call: RollCall) -> str:
    return gettext("Last vote: %(text)s, %(body)s, %(day)s.") % {
        "text": text_of(call),
        "body": gettext(call.body.label),
        "day": when(call.voted),
    }


def _facets(found: StateList) -> tuple[Facet[ListedState], ...]:
    return (
        Facet(
            "standing",
            gettext("Standing"),
            {OUTSIDE: gettext("all outside"), JOINED: gettext("all that have joined"), **labels(Standing)},
            _standing_keys,
        ),
        Facet("region", gettext("Region"), regions(), lambda each: (region(each.state),)),
        Facet("vote", gettext("Last vote"), labels(Ballot), lambda each: (each.ballot,) if each.ballot else ()),
        Facet("circumstance", gettext("Reason given"), labels(Circumstance), lambda each: each.circumstances),
        Facet("age", gettext("Last word heard"), labels(InformationAge), lambda each: (each.age,) if each.age else ()),
    )


def _standing_keys(each: ListedState) -> Collection[str]:
    standing = each.standing.standing
    return (standing, JOINED if standing.has_joined else OUTSIDE)


def _by_name(each: ListedState) -> str:
    return name_order(each.iso3)


def _newest(on: PartialDate | None) -> tuple[bool, int]:
    return (on is None, -newest_by(on).toordinal() if on else 0)


_SORTS: dict[str, Callable[[ListedState], Any]] = {
    "name": _by_name,
    "standing": lambda each: (list(Standing).index(each.standing.standing), _by_name(each)),
    "joined": lambda each: (*_newest(each.joined), _by_name(each)),
    "heard": lambda each: (*_newest(each.said_on), each.age is None, _by_name(each)),
}
"""Names and standings from the first, days from the newest; what has none comes last."""


def _columns(asked: Asked, sort: str) -> tuple[Column, ...]:
    def head(label: str, by: str) -> Column:
        way = "descending" if by in ("joined", "heard") else "ascending"
        address = with_filter(asked, "sort", by) if asked.days is None else ""
        return Column(label, address, way if by == sort else "")

    return (
        head(gettext("State"), "name"),
        head(gettext("Standing"), "standing"),
        Column(gettext("Region")),
        head(gettext("Joined"), "joined"),
        Column(gettext("Last vote")),
        head(gettext("Last word heard"), "heard"),
    )


def _row(each: ListedState, words: dict[str, str]) -> StateRow:
    standing = each.standing.standing
    return StateRow(
        iso3=each.iso3,
        name=sentences.name(each.iso3),
        standing=standing,
        stands=gettext(standing.label),
        is_uncertain=each.standing.is_uncertain,
        region=words.get(region(each.state), each.state.regional_group),
        joined=each.joined,
        vote=gettext(each.ballot.label) if each.ballot else gettext("no vote held"),
        said_on=each.said_on,
        age=each.age,
    )


PAGE = PageKind(
    name="states",
    route="states/",
    make=make,
    filters=frozenset({"standing", "region", "vote", "circumstance", "age", "sort"}),
    menu=gettext_noop("States"),
)
