"""How old the last word of each State outside is, the oldest first; black where no official information is held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from accede.overview.ages import InformationAge, information_age
from accede.overview.gaps import Gap, gaps
from accede.overview.register import Register
from accede.reporting.pictures.axes import Scale, steps
from accede.reporting.pictures.colouring import Address, age_kind, nowhere
from accede.reporting.pictures.picture import LegendItem, Picture, Twin, group, line, rect, words
from accede.reporting.pictures.wording import day, headed, name_of

WIDTH = 720.0
LEFT, RIGHT, TOP, ROW, BAR = 272.0, 40.0, 22.0, 17.0, 12.0


def ages(register: Register, *, address: Address = nowhere, name: str = "ages") -> Picture:
    """A bar a State, as long as its years."""
    held = sorted(gaps(register).states, key=_oldest_first)
    none = sum(gap.none for gap in held)
    as_of = register.view.as_of
    number = Counter(information_age(gap.said_on, as_of) for gap in held)
    return Picture(
        name=name,
        title=gettext("Years since the last word of each State outside, %(day)s") % {"day": day(as_of)},
        description=ngettext(
            "%(all)s State is outside; of %(none)s no official information is held.",
            "%(all)s States are outside; of %(none)s no official information is held.",
            len(held),
        )
        % {"all": len(held), "none": none},
        width=WIDTH,
        height=TOP + ROW * max(1, len(held)) + 4,
        body="".join(_drawn(held, as_of, address)),
        legend=tuple(
            LegendItem(age_kind(age), gettext(age.label), number[age]) for age in InformationAge if number[age]
        ),
        twin=Twin(
            (gettext("State"), gettext("Last word heard"), gettext("Years")),
            tuple(
                (name_of(gap.iso3), _heard(gap), "" if gap.age_years is None else str(gap.age_years)) for gap in held
            ),
        ),
        is_wide=True,
    )


def _oldest_first(gap: Gap) -> tuple[bool, float]:
    return not gap.none, -(gap.age_years or 0)


def _heard(gap: Gap) -> str:
    return day(gap.said_on) if gap.said_on else gettext(InformationAge.NONE.label)


def _drawn(held: Sequence[Gap], as_of: date, address: Address) -> Iterator[str]:
    values = steps(max([1.0, *(gap.age_years or 0 for gap in held)]), most=6)
    x = Scale(0, values[-1], LEFT, WIDTH - RIGHT)
    bottom = TOP + ROW * max(1, len(held))
    for value in values:
        yield line("zero" if not value else "grid", x.at(value), TOP - 4, x.at(value), bottom)
        yield words("scale", x.at(value), TOP - 9, str(value))
    for place, gap in enumerate(held):
        y = TOP + place * ROW + (ROW - BAR) / 2
        end = WIDTH - RIGHT if gap.age_years is None else max(LEFT + 1, x.at(gap.age_years))
        shapes = [
            words("name before", LEFT - 6, y + 9.5, name_of(gap.iso3)),
            rect(f"bar {age_kind(information_age(gap.said_on, as_of))}", LEFT, y, end - LEFT, BAR),
            *([words("value after", end + 4, y + 9.5, str(gap.age_years))] if gap.age_years is not None else []),
        ]
        yield group(shapes, title=headed(name_of(gap.iso3), _heard(gap)), address=address(gap.iso3))
