"""Tables of a page by its rules and the white between columns. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from accede.intake.documents.pdf.lines import Line, running

SAME = 4.0
"""Points within which two places are the same."""
GUTTER = 3.5
WIDE_GAP = 1.6
LEAST_ROWS = 3
LOOSE = 1.22
"""Times the closest pitch: lines farther apart are rows or paragraphs of their own."""
CHARACTERS_OF_A_LABEL = 60
CROSSING = 8.0
MOST, BEGINNING = 0.75, 0.1
"""Of the width of a table: what running text fills, and where it begins."""


Cells = Sequence[Line | None]
"""The parts of a line, one a column."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical stroke: from `start` to `end` along it, `at` across it."""

    start: float
    end: float
    at: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a page, from top to bottom; each cell is its paragraphs in text form."""

    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """The rows as lines of the text form."""
        return "\n".join("\t".join(cells) for cells in self.rows)


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Strokes on one line that touch, as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at), one.start)):
        last = next((one for one in reversed(found[-40:]) if abs(one.at - rule.at) < 1.5), None)
        if last is not None and rule.start <= last.end + SAME and rule.end >= last.start - SAME:
            found[found.index(last)] = replace(last, start=min(last.start, rule.start), end=max(last.end, rule.end))
        else:
            found.append(rule)
    return sorted(found, key=lambda one: one.at)


def ruled(lines: Sequence[Line], across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """The tables between rules of the same ends."""
    found: list[Grid] = []
    groups = [table for group in _groups(across, lines) for table in _whole_tables(group, lines)]
    for group in groups:
        left, right = group[0].start - SAME, group[0].end + SAME
        bands = _bands([part for line in lines if (part := line.between(left, right)) is not None], group)
        if not bands:
            continue
        columns = _columns(bands, group, down)
        if len(columns) < 2:
            continue
        rows = [
            row
            for number, band in enumerate(bands)
            for row in _rows(band, columns, is_head=number == 0, is_only=len(bands) <= 2)
        ]
        found.append(Grid(group[0].at, group[-1].at, tuple(rows)))
    return found


def aligned(lines: Sequence[Line]) -> list[Grid]:
    """The tables without rules: lines one after the other that are parted by white at the same places."""
    found: list[Grid] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _is_parted(line) and (not run or line.top - run[-1].bottom < 2 * line.size):
            run.append(line)
            continue
        if len(run) >= LEAST_ROWS:
            columns = _gutters([run])
            if len(columns) > 1 and all(_fits(one, columns) for one in run):
                rows = tuple(tuple(_cell([part]) for part in _parts(one, columns)) for one in run)
                found.append(Grid(run[0].top - 1, run[-1].bottom + 1, rows))
        run = []
    return found


def _groups(across: Sequence[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """Rules one below the other with the same ends, and no running text between them."""
    groups: list[list[Rule]] = []
    for rule in across:
        for group in reversed(groups):
            if abs(group[-1].start - rule.start) < SAME and abs(group[-1].end - rule.end) < SAME:
                if any(_is_prose(line, rule) for line in lines if group[-1].at < line.middle < rule.at):
                    groups.append([rule])
                else:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _whole_tables(group: list[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """The rules of one table each: where a line runs across the columns of what stands above it, the table has ended."""
    for at in range(3, len(group)):
        bands = _bands(lines, group[:at])
        if len(bands) < 2:
            continue
        spans = _spans(bands)
        between = [line for line in lines if group[at - 1].at < line.middle < group[at].at]
        if any(
            part.x0 < left[1] and part.x1 > right[0] + CROSSING
            for line in between
            for part in line.parts(GUTTER)
            for left, right in pairwise(spans)
        ):
            return [group[:at], *_whole_tables(group[at:], lines)]
    return [group]


def _bands(lines: Sequence[Line], group: Sequence[Rule]) -> list[list[Line]]:
    """The lines between each two rules."""
    bands = [[line for line in lines if above.at < line.middle < below.at] for above, below in pairwise(group)]
    return [band for band in bands if band]


def _is_prose(line: Line, rule: Rule) -> bool:
    """Whether a line runs over most of the width from near its beginning: a cell does not."""
    width = rule.end - rule.start
    return any(
        part.x1 - part.x0 > width * MOST and part.x0 - rule.start < width * BEGINNING for part in line.parts(GUTTER)
    )


def _columns(bands: Sequence[Sequence[Line]], group: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[float, float]]:
    """Where columns begin and end: at the rules that go down the table, else at the white that goes down it."""
    left, right = group[0].start, group[0].end
    height = group[-1].at - group[0].at
    inner: list[float] = []
    for rule in down:
        covers = min(rule.end, group[-1].at) - max(rule.start, group[0].at)
        is_new = not inner or all(abs(rule.at - one) > SAME for one in inner)
        if left + SAME < rule.at < right - SAME and covers > height * 0.6 and is_new:
            inner.append(rule.at)
    if inner:
        edges = [left - SAME, *sorted(inner), right + SAME]
        return list(pairwise(edges))
    return _gutters(bands)


def _gutters(bands: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """The columns that white parts."""
    spans = _spans(bands)
    middles = [(one[1] + other[0]) / 2 for one, other in pairwise(spans)]
    edges = [float("-inf"), *middles, float("inf")]
    return list(pairwise(edges)) if spans else []


def _spans(bands: Sequence[Sequence[Line]]) -> list[list[float]]:
    """From where to where each column has words. Of a header only the last line counts: others may be wide."""
    head, body = (bands[0], bands[1:]) if len(bands) > 1 else ([], bands)
    words = [word for band in body for line in band for word in line.words]
    words += [word for line in head[-1:] for word in line.words]
    spans: list[list[float]] = []
    for word in sorted(words, key=lambda one: one.x0):
        if spans and word.x0 - spans[-1][1] < GUTTER:
            spans[-1][1] = max(spans[-1][1], word.x1)
        else:
            spans.append([word.x0, word.x1])
    return spans


def _rows(
    band: Sequence[Line], columns: Sequence[tuple[float, float]], *, is_head: bool, is_only: bool
) -> list[tuple[str, ...]]:
    """The rows between two rules: one, or one a line where the lines are set apart like rows."""
    parts: list[Cells] = [_parts(line, columns) for line in band]
    groups: list[list[Cells]] = [list(parts)]
    if is_head and _has_wide_heads(parts):
        first, second = _parts(band[0], columns, from_left=True), list(parts[1])
        if first[0] is None:  # what names the rows may stand beside the second line
            first[0], second[0] = second[0], None
        groups = [[first], [second]]
    elif not is_head and is_only and _is_list(band, parts):
        groups = _apart(parts)
    return [tuple(_cell([line[at] for line in group]) for at in range(len(columns))) for group in groups]


def _has_wide_heads(parts: Sequence[Cells]) -> bool:
    """Whether a header of two lines has, in its first, fewer and wider cells (years) over those of its second."""
    if len(parts) != 2:
        return False
    first, second = ([cell for cell in line if cell is not None] for line in parts)
    return 1 < len(first) < len(second)


def _is_list(band: Sequence[Line], parts: Sequence[Cells]) -> bool:
    """Whether each line is a row: most of them have a short first cell."""
    filled = sum(1 for line in parts if line[0] is not None)
    longest = max((len(cell.text()) for line in parts for cell in line if cell is not None), default=0)
    return len(band) > 2 and filled > 0.6 * len(band) and longest < CHARACTERS_OF_A_LABEL


def _apart(parts: Sequence[Cells]) -> list[list[Cells]]:
    """Lines as rows. One that leaves a hole in a column that goes on below is the rest of the row before it."""
    ends = [
        max((at for at, line in enumerate(parts) if line[column] is not None), default=-1)
        for column in range(len(parts[0]))
    ]
    groups: list[list[Cells]] = []
    for at, line in enumerate(parts):
        has_hole = any(cell is None and ends[column] > at for column, cell in enumerate(line))
        if groups and has_hole:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _parts(line: Line, columns: Sequence[tuple[float, float]], *, from_left: bool = False) -> list[Line | None]:
    """The part of a line in each column. What is wider than a column begins in the one where its first word stands.

    `from_left`: a cell over several columns stands in the midst of them and belongs to the first.
    """
    found: list[list[object]] = [[] for _ in columns]
    phrase: list[int] = []
    for number, word in enumerate(line.words):
        middle = (word.x0 + word.x1) / 2
        if from_left:
            middle -= 0.4 * _narrowest(columns)
        at = next((at for at, (left, right) in enumerate(columns) if left <= middle < right), len(columns) - 1)
        before = line.words[number - 1] if number else None
        if before is not None and word.x0 - before.x1 < GUTTER * 0.8 and phrase:
            at = phrase[-1]
        phrase.append(at)
        found[at].append(word)
    return [Line(tuple(words)) if words else None for words in found]  # type: ignore[arg-type]


def _narrowest(columns: Sequence[tuple[float, float]]) -> float:
    return min((right - left for left, right in columns if right - left < float("inf")), default=0)


def _cell(parts: Sequence[Line | None]) -> str:
    """The paragraphs of a cell: a line set apart from the one before begins one."""
    held = [part for part in parts if part is not None]
    if not held:
        return ""
    gaps = [below.middle - above.middle for above, below in pairwise(held)]
    closest = min((gap for gap in gaps if gap > 1), default=0)
    paragraphs = [[held[0]]]
    for gap, part in zip(gaps, held[1:], strict=False):
        if closest and gap > closest * LOOSE:
            paragraphs.append([])
        paragraphs[-1].append(part)
    texts = [running(one) for one in paragraphs]
    return texts[0] if len(texts) == 1 else "".join(f"<p>{text}</p>" for text in texts)


def _is_parted(line: Line) -> bool:
    return len(line.parts(WIDE_GAP * line.size)) > 1


def _fits(line: Line, columns: Sequence[tuple[float, float]]) -> bool:
    return sum(1 for part in _parts(line, columns) if part is not None) > 1
