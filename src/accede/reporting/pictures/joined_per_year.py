"""How many States joined in each year, and who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from accede.overview.joinings import YearOfJoining, joinings
from accede.overview.register import Register
from accede.reporting.pictures.axes import Scale, across, steps
from accede.reporting.pictures.picture import LegendItem, Picture, Twin, group, rect, words
from accede.reporting.pictures.wording import bracketed, day, headed, names_of, parted

WIDTH, HEIGHT = 720.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 30.0, 6.0, 18.0, 22.0


def joined_per_year(register: Register, *, name: str = "per-year") -> Picture:
    """A bar upwards for those that joined, one downwards for those that left; the sentence of a year names them."""
    years, as_of = joinings(register).years, register.view.as_of
    joined, left = (sum(len(getattr(year, which)) for year in years) for which in ("joined", "left"))
    return Picture(
        name=name,
        title=gettext("States that joined in each year, %(day)s") % {"day": day(as_of)},
        description=gettext("%(joined)s joined since %(first)s, most of them in %(most)s; %(left)s withdrew.")
        % {
            "joined": joined,
            "first": years[0].year if years else as_of.year,
            "most": max(years, key=lambda year: len(year.joined)).year if years else as_of.year,
            "left": left,
        },
        width=WIDTH,
        height=HEIGHT,
        body="".join(_drawn(name, years)) if years else "",
        legend=(
            LegendItem("joined", gettext("joined"), joined),
            *([LegendItem("left", gettext("withdrew"), left)] if left else []),
        ),
        twin=Twin(
            (gettext("Year"), gettext("Joined"), gettext("Withdrew")),
            tuple((str(year.year), _told(year.joined), names_of(year.left)) for year in years),
        ),
        is_wide=True,
    )


def _told(states: tuple[str, ...]) -> str:
    return headed(str(len(states)), names_of(states)) if states else "0"


def sentence(year: YearOfJoining) -> str:
    """What hovering over a year says."""
    parts = [
        ngettext("%(number)s State joined", "%(number)s States joined", len(year.joined)) % {"number": len(year.joined)}
    ]
    if 0 < len(year.joined) <= 12:
        parts[0] += bracketed(names_of(year.joined))
    if year.left:
        parts.append(gettext("withdrew: %(states)s") % {"states": names_of(year.left)})
    return headed(str(year.year), parted(parts))


def _drawn(name: str, years: Sequence[YearOfJoining]) -> Iterator[str]:
    values = steps(max(1, *(len(year.joined) for year in years)), most=5)
    lowest = -max(len(year.left) for year in years)
    y = Scale(lowest, values[-1], HEIGHT - BOTTOM - (14 if lowest else 0), TOP)
    yield from across(values, y, LEFT, WIDTH - RIGHT)
    step = (WIDTH - RIGHT - LEFT) / len(years)
    for place, year in enumerate(years):
        x = LEFT + place * step
        shapes = []
        if year.joined:
            top = y.at(len(year.joined))
            shapes.append(rect("joined", x + step * 0.12, top, step * 0.76, y.at(0) - top))
            shapes.append(words("value", x + step / 2, top - 4, str(len(year.joined))))
        if year.left:
            bottom = y.at(-len(year.left))
            shapes.append(rect("left", x + step * 0.12, y.at(0), step * 0.76, bottom - y.at(0), fill=f"{name}-hatch"))
            shapes.append(words("value", x + step / 2, bottom + 12, str(len(year.left))))
        # A field without colour lets the sentence of a year without a bar be found.
        field = rect("field", x, TOP, step, HEIGHT - TOP - BOTTOM)
        yield group([field, *shapes], title=sentence(year))
        if year.year % 5 == 0 or place == 0 or step > 40:
            yield words("scale", x + step / 2, HEIGHT - 7, str(year.year))
