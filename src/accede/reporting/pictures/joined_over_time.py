"""How many States had joined a treaty, and for how many it was in force, on every day since it was adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext

from accede.overview.joinings import Joinings, Step, joinings
from accede.overview.register import Register
from accede.reporting.pictures.axes import Scale, across, steps
from accede.reporting.pictures.picture import LegendItem, Picture, Twin, circle, group, line, number, words
from accede.reporting.pictures.wording import day, headed, names_of

WIDTH, HEIGHT = 720.0, 320.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, 56.0, 22.0, 26.0


def joined_over_time(register: Register, *, name: str = "joined") -> Picture:
    """Two lines that rise by steps: joined, and in force. A mark for each year in which a State left."""
    found, as_of = joinings(register), register.view.as_of
    last = found.years[-1] if found.years else None
    joined, in_force = (last.total, last.in_force) if last else (0, 0)
    return Picture(
        name=name,
        title=gettext("States that have joined, %(day)s") % {"day": day(as_of)},
        description=gettext(
            "By %(day)s, %(joined)s States had joined and had not left; for %(in_force)s of them the Convention was in "
            "force. The table gives the end of each year."
        )
        % {"day": day(as_of), "joined": joined, "in_force": in_force},
        width=WIDTH,
        height=HEIGHT,
        body="".join(_drawn(register, found)) if found.years else "",
        legend=(
            LegendItem("line-joined", gettext("joined"), joined),
            LegendItem("line-in-force", gettext("in force"), in_force),
            *(
                [LegendItem("mark-left", gettext("withdrew"), gone)]
                if (gone := sum(len(y.left) for y in found.years))
                else []
            ),
        ),
        twin=Twin(
            (gettext("Year"), gettext("Joined"), gettext("In force"), gettext("Withdrew")),
            tuple((str(y.year), str(y.total), str(y.in_force), names_of(y.left)) for y in found.years),
        ),
        is_wide=True,
    )


def _drawn(register: Register, found: Joinings) -> Iterator[str]:
    first, last = found.years[0].year, found.years[-1].year
    as_of = min(register.view.as_of, date(last, 12, 31))
    x = Scale(date(first, 1, 1).toordinal(), max(as_of, date(first + 1, 1, 1)).toordinal(), LEFT, WIDTH - RIGHT)
    values = steps(max(step.joined for step in found.steps) if found.steps else 1, most=5)
    y = Scale(0, values[-1], HEIGHT - BOTTOM, TOP)
    yield from across(values, y, LEFT, WIDTH - RIGHT)
    for year in range(-(-first // 5) * 5, as_of.year + 1, 5):
        at = x.at(date(year, 1, 1).toordinal())
        yield line("tick", at, HEIGHT - BOTTOM, at, HEIGHT - BOTTOM + 4)
        yield words("scale", at, HEIGHT - 9, str(year))
    begun = register.treaty.dates.in_force
    if begun and begun.counts_from <= as_of:
        at = x.at(begun.counts_from.toordinal())
        yield line("rule", at, TOP, at, HEIGHT - BOTTOM)
        yield words("scale after", at + 4, TOP + 8, gettext("entry into force, %(day)s") % {"day": day(begun)})
    end = x.at(as_of.toordinal())
    yield from _line("line-in-force", found.steps, lambda step: step.in_force, x, y, end)
    yield from _line("line-joined", found.steps, lambda step: step.joined, x, y, end)
    by_year = {each.year: each for each in found.years}
    for step in found.steps:
        gone = by_year[step.on.year].left
        if gone and step is _last_of(found.steps, step.on.year):
            mark = circle("mark-left", x.at(step.on.toordinal()), y.at(step.joined), 4)
            yield group([mark], title=headed(str(step.on.year), headed(gettext("withdrew"), names_of(gone))))
    yield from _ends(found, y, end)


def _last_of(found: Sequence[Step], year: int) -> Step:
    return max((step for step in found if step.on.year == year), key=lambda step: step.on)


def _line(
    kind: str, found: Sequence[Step], value: Callable[[Step], int], x: Scale, y: Scale, end: float
) -> Iterator[str]:
    """Level until the day of a step, and from then on at its number."""
    if not found:
        return
    path, last = f"M{number(x.at(found[0].on.toordinal()))} {number(y.at(0))}", 0
    for step in found:
        if value(step) != last:
            last = value(step)
            path += f"H{number(x.at(step.on.toordinal()))}V{number(y.at(last))}"
    yield f'<path class="{kind}" d="{path}H{number(end)}"/>'


def _ends(found: Joinings, y: Scale, end: float) -> Iterator[str]:
    """The numbers at which the lines end; one where they are the same."""
    last = found.years[-1]
    both = {last.total, last.in_force}
    for place, total in enumerate(sorted(both, reverse=True)):
        apart = 0 if len(both) == 1 or abs(last.total - last.in_force) > 12 else (-5 if place == 0 else 9)
        yield words("value after", end + 5, y.at(total) + 4 + apart, str(total))
