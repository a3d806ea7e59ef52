"""What a map shows of each State: a class of its tile or land, and what that means. Maps of both kinds draw it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.overview.ages import InformationAge, information_age
from accede.overview.gaps import Gap, gaps
from accede.overview.headline import Counts, counts
from accede.overview.register import Register
from accede.overview.standings import standings
from accede.overview.votes import votes
from accede.register.standing import StandingOn
from accede.reporting.pictures.picture import LegendItem, Picture, Twin
from accede.reporting.pictures.wording import day, name_of, names_by_key
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.standings import Standing

Address = Callable[[str], str]
"""Where the page of a State is, by its ISO alpha-3 key; "" for nowhere."""


def nowhere(_: str) -> str:
    """No address: for papers, where nothing is followed."""
    return ""


@dataclass(frozen=True, slots=True)
class Tile:
    """What is shown of a State: a class (a standing, a ballot, an age; `unknown` is black), and what that means in words.

    `address` is where it leads ("": nowhere), `is_marked` says whether it is the one State that is singled out.
    """

    kind: str
    label: str
    name: str
    address: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Colouring:
    """The tiles by ISO alpha-3 key, in order of names; `legend` is class to words, in order; `heads` those of the table.

    Classes in `apart` are drawn and not told: they are no part of the answer, and stand in neither legend nor table.
    """

    title: str
    description: str
    tiles: Mapping[str, Tile]
    legend: Mapping[str, str]
    heads: tuple[str, str]
    apart: frozenset[str] = frozenset()


STANDINGS = {
    Standing.IN_FORCE: gettext_noop("in force"),
    Standing.JOINED_NOT_IN_FORCE: gettext_noop("joined, not yet in force"),
    Standing.SIGNATORY: gettext_noop("signed only"),
    Standing.NON_SIGNATORY: gettext_noop("not signed"),
    Standing.WITHDRAWN: gettext_noop("withdrew"),
}
"""The standings in words that fit any number of States."""


def by_standing(register: Register, address: Address = nowhere) -> Colouring:
    """Where each State stands."""
    held = standings(register)
    on = day(register.view.as_of)
    return Colouring(
        title=gettext("Where States stand, %(day)s") % {"day": on},
        description=_told(counts(held)),
        tiles=_standing_tiles(held, address),
        legend={str(standing): gettext(label) for standing, label in STANDINGS.items()},
        heads=(gettext("State"), gettext("Standing")),
    )


def _told(number: Counts) -> str:
    """The counts in a sentence; of withdrawals only where there is one."""
    told = {
        "joined": number.joined,
        "universe": number.universe,
        "outside": number.outside,
        "withdrawn": number.withdrawn,
    }
    if number.withdrawn:
        return (
            gettext(
                "Of %(universe)s States that may join, %(joined)s have joined; %(outside)s are outside, and "
                "%(withdrawn)s of these withdrew."
            )
            % told
        )
    return gettext("Of %(universe)s States that may join, %(joined)s have joined; %(outside)s are outside.") % told


def by_vote(register: Register, body: Body, session: int, address: Address = nowhere) -> Colouring:
    """How each State is recorded in a roll call. Raises UnknownName where there is none by the day."""
    found = votes(register, body, session).answer
    of: dict[str, Ballot] = {iso3: ballot for ballot in Ballot for iso3 in getattr(found, str(ballot))}
    labels = {str(ballot): gettext(ballot.label) for ballot in Ballot}
    names = names_by_key(sorted(of))
    return Colouring(
        title=gettext("Vote on %(text)s, %(day)s")
        % {"text": found.resolution or gettext("the draft resolution"), "day": day(found.on)},
        description=gettext(
            "%(in_favour)s in favour, %(against)s against, %(abstained)s abstained, as recorded by State (%(body)s, "
            "session %(session)s)."
        )
        % {
            "in_favour": found.counts.in_favour,
            "against": found.counts.against,
            "abstained": found.counts.abstained,
            "body": gettext(body.label),
            "session": session,
        },
        tiles={iso3: Tile(str(of[iso3]), labels[of[iso3]], name, address(iso3)) for iso3, name in names.items()},
        legend=labels,
        heads=(gettext("State"), gettext("Vote")),
    )


def by_age(register: Register, address: Address = nowhere) -> Colouring:
    """How old the last word of each State outside is; those that have joined are drawn faint."""
    found = gaps(register)
    heard = {gap.iso3: gap for gap in found.states}
    joined = gettext("has joined")
    return Colouring(
        title=gettext("How old our information is, %(day)s") % {"day": day(register.view.as_of)},
        description=ngettext(
            "Of %(outside)s State outside the last word is shown by its age; of %(none)s no official information is held.",
            "Of %(outside)s States outside the last word is shown by its age; of %(none)s no official information is held.",
            len(heard),
        )
        % {"outside": len(heard), "none": found.none},
        tiles={
            iso3: _age(heard[iso3], register.view.as_of, address) if iso3 in heard else Tile("apart", joined, name)
            for iso3, name in names_by_key(standings(register)).items()
        },
        legend={age_kind(age): gettext(age.label) for age in InformationAge},
        heads=(gettext("State"), gettext("Last word heard")),
        apart=frozenset({"apart"}),
    )


def of_state(register: Register, iso3: str, address: Address = nowhere) -> Colouring:
    """One State, framed, and those of its sub-region by their standing; all others faint. Raises UnknownName."""
    held = standings(register)
    sub_regions = {each.fact.iso3: each.fact.sub_region for each in register.states}
    here = register.state(iso3).fact.sub_region
    near_by = {each: found for each, found in held.items() if sub_regions.get(each) == here or each == iso3}
    shown, elsewhere = _standing_tiles(near_by, address, marked=iso3), gettext("elsewhere")
    tiles = {
        each: shown.get(each) or Tile("apart", elsewhere, name, address(each))
        for each, name in names_by_key(held).items()
    }
    joined = sum(found.standing.has_joined for found in near_by.values())
    return Colouring(
        title=gettext("%(state)s and its region, %(day)s") % {"state": name_of(iso3), "day": day(register.view.as_of)},
        description=ngettext(
            "%(state)s and the States of %(region)s: %(joined)s of %(all)s has joined.",
            "%(state)s and the States of %(region)s: %(joined)s of %(all)s have joined.",
            joined,
        )
        % {"state": name_of(iso3), "region": gettext(here), "joined": joined, "all": len(near_by)},
        tiles=tiles,
        legend={str(standing): gettext(label) for standing, label in STANDINGS.items()},
        heads=(gettext("State"), gettext("Standing")),
        apart=frozenset({"apart"}),
    )


def since(register: Register, before: date, address: Address = nowhere) -> Colouring:
    """Who joined and who left after a day, up to the view's; of the others, who had joined before and who is outside."""
    then, now = standings(register, on=before), standings(register)
    until = day(register.view.as_of)
    labels = {
        "joined_since": gettext("joined since"),
        "withdrawn": gettext("withdrew since"),
        "joined_before": gettext("had joined before"),
        "non_signatory": gettext("outside"),
    }
    kinds = {iso3: _changed(then.get(iso3), found) for iso3, found in now.items()}
    number = Counter(kinds.values())
    return Colouring(
        title=gettext("Who joined and who withdrew after %(before)s, up to %(until)s")
        % {"before": day(before), "until": until},
        description=gettext(
            "%(joined)s joined and %(left)s withdrew; %(outside)s others are outside on %(until)s, and %(before)s had "
            "joined before."
        )
        % {
            "joined": number["joined_since"],
            "left": number["withdrawn"],
            "outside": number["non_signatory"],
            "before": number["joined_before"],
            "until": until,
        },
        tiles={
            iso3: Tile(kinds[iso3], labels[kinds[iso3]], name, address(iso3))
            for iso3, name in names_by_key(kinds).items()
        },
        legend=labels,
        heads=(gettext("State"), gettext("Standing")),
    )


def _changed(then: StandingOn | None, now: StandingOn) -> str:
    had_joined = then is not None and then.standing.has_joined
    if now.standing.has_joined:
        return "joined_before" if had_joined else "joined_since"
    return "withdrawn" if had_joined else "non_signatory"


def age_kind(age: InformationAge) -> str:
    """The class of an age; black where nothing was heard."""
    return "unknown" if age is InformationAge.NONE else f"age-{age}"


def coloured(
    colouring: Colouring, *, name: str, width: float, height: float, body: str, note: str = "", grain: float = 1.0
) -> Picture:
    """The picture of a map: what it draws, with the legend and the table of its colouring."""
    told = [tile for tile in colouring.tiles.values() if tile.kind not in colouring.apart]
    number = Counter(tile.kind for tile in told)
    return Picture(
        name=name,
        title=colouring.title,
        description=colouring.description,
        width=width,
        height=height,
        body=body,
        legend=tuple(LegendItem(kind, label, number[kind]) for kind, label in colouring.legend.items() if number[kind]),
        twin=Twin(
            colouring.heads,
            tuple((tile.name, tile.label) for tile in told),
            tuple(tile.address for tile in told) if any(tile.address for tile in told) else (),
        ),
        note=note,
        is_wide=True,
        grain=grain,
    )


def _standing_tiles(held: Mapping[str, StandingOn], address: Address, *, marked: str = "") -> dict[str, Tile]:
    labels = {standing: gettext(label) for standing, label in STANDINGS.items()}
    open_labels = {
        standing: gettext("%(standing)s (uncertain)") % {"standing": labels[standing]} for standing in labels
    }
    return {
        iso3: Tile(
            str(found.standing),
            (open_labels if found.is_uncertain else labels)[found.standing],
            name,
            address(iso3),
            iso3 == marked,
        )
        for (iso3, found), name in zip(held.items(), names_by_key(held).values(), strict=True)
    }


def _age(gap: Gap, on: date, address: Address) -> Tile:
    label = day(gap.said_on) if gap.said_on else gettext(InformationAge.NONE.label)
    return Tile(age_kind(information_age(gap.said_on, on)), label, name_of(gap.iso3), address(gap.iso3))
