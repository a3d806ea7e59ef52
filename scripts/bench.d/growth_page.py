"""docs/growth.md: the tables of what grows, and by how much."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from growth import AT_MOST, BOUND, SAME_SIZE, SIZES, Row

PARTS = {
    "page": (
        "Pages",
        "Each kind of page, made for its first reader of a day that others have asked about before. A page that was made is kept,"
        " and costs what `docs/benchmarks.md` says, at any size.",
    ),
    "API": ("API", "The first page of each list (100 rows), and one row, made from the rows that the process holds."),
    "first of a day": (
        "The first page of a day",
        "What the first reader of any day waits for beside: everything is folded for that day. 1999 against today.",
    ),
    "API at an instant": (
        "Known on",
        "The register as it was known at an earlier instant, read from the database and folded, as a process does that holds none"
        " of it; against the same for now.",
    ),
    "the server": ("The server", "What is read after a start, after a write, and after a release."),
    "answer": (
        "Answers of the commands",
        "Read from the database and folded, in one process: the cost of a command without its start.",
    ),
    "command": ("Commands", "From cold to the end. The start of the program takes most of it."),
    "paper": ("Papers", "From cold to the file."),
    "workspace": ("The workspace", "The lists of the menu, for somebody with every role."),
    "whole register": ("What reads the whole register", "Once each."),
}


def page(
    rows: list[Row], made: Mapping[int, float], facts: Mapping[int, Mapping[str, Any]], scans: Mapping[str, list[str]]
) -> str:
    """The page."""
    return "\n".join(_lines(rows, made, facts, scans)) + "\n"


def _lines(
    rows: list[Row], made: Mapping[int, float], facts: Mapping[int, Mapping[str, Any]], scans: Mapping[str, list[str]]
) -> Iterator[str]:
    bound = [row for row in rows if row.part in BOUND]
    same = [row for row in bound if row.answer_grows() <= SAME_SIZE]
    within = [row for row in same if row.grows() <= AT_MOST]
    larger = [row for row in bound if row not in same]
    no_faster = [row for row in larger if row.grows() <= row.bound]
    yield f"""# Growth

Written by `scripts/bench growth` on {datetime.now(UTC):%-d %B %Y}. What pages, API, papers, commands and the workspace cost in
registers of one, ten and a hundred times the shipped evidence: milliseconds of processor (the median of several in one
process, the lower of two rounds), number of queries, and bytes of the answer.

{_processor()}, {os.cpu_count()} cores; Python {platform.python_version()}; SQLite.

**1x** is the shipped register. **10x** has nine further shares about the same treaty: as many statements, practices, meetings,
marks of attendance, reports, activities and sources again as are shipped, nine times over, and as many votes on other texts.
**100x** has beside that ten such shares about each of nine other treaties, their treaty actions among them. The States stay
the same. Every twentieth record with a note was corrected once. So from 1x to 10x what the site tells of its treaty grows,
and from 10x to 100x what it does not tell of. All of it is invented, from a fixed seed, recorded and released through the
program's own writing (`scripts/bench.d/grown.py`); each passes `accede verify`.

| | {" | ".join(f"{size}x" for size in SIZES)} |
| --- | {" | ".join("---:" for _ in SIZES)} |"""
    for name, key in (("versions of records", "versions"), ("ballots", "ballots"), ("events", "events")):
        yield f"| {name} | {' | '.join(f'{facts[size][key]:,}' for size in SIZES)} |"
    yield f"| made in | {' | '.join(f'{made[size]:.0f} s' for size in SIZES)} |"
    memory = " | ".join(f"{facts[size]['memory']:.0f} MB" for size in SIZES)
    yield f"| memory of the process that answered all below | {memory} |"
    yield f"""
Of {len(bound)} pages and API lists, {len(same)} give an answer of the same size at 100x; **{len(within)} of these cost at most
{AT_MOST} times as much**. Of the {len(larger)} whose answer is larger, {len(no_faster)} grow no faster than their answer
(times {AT_MOST}). The number of queries is the same at every size for
{sum(_has_same_queries(row) for row in bound)} of {len(bound)}."""
    for part, (title, told) in PARTS.items():
        held = [row for row in rows if row.part == part]
        if held:
            yield f"\n## {title}\n\n{told}\n"
            yield from _table(held)
    yield """
## Plans of the queries

Tables that grow and are read from one end to the other at 100x, by what asks for them (SQLite's `EXPLAIN QUERY PLAN` of
every query of everything above but commands, papers and the whole register).
"""
    by_step: dict[str, list[str]] = {}
    for name, steps in scans.items():
        for step in steps:
            by_step.setdefault(step, []).append(name)
    if not by_step:
        yield "None."
    for step, names in sorted(by_step.items()):
        yield f"- `{step}`: {'; '.join(names[:6])}{f'; and {len(names) - 6} more' if len(names) > 6 else ''}"


def _table(rows: list[Row]) -> Iterator[str]:
    yield "| what | ms 1x | 10x | 100x | bytes 1x | 10x | 100x | queries 1x | 100x | cost 100x / 1x | answer 100x / 1x | kept |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for row in rows:
        costs = [row.costs[size] for size in SIZES]
        spent = " | ".join(f"{each.milliseconds:.1f}" for each in costs)
        sizes = " | ".join(f"{each.bytes:,}" if each.bytes else "" for each in costs)
        asked = " | ".join(str(each.queries or "") for each in (costs[0], costs[-1]))
        kept = ("yes" if row.grows() <= row.bound else "**no**") if row.part in BOUND else ""
        grown = f"{row.answer_grows():.2f}" if costs[0].bytes else ""
        yield f"| {row.what} | {spent} | {sizes} | {asked} | {row.grows():.2f} | {grown} | {kept} |"


def _has_same_queries(row: Row) -> bool:
    return len({cost.queries for cost in row.costs.values()}) == 1


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":")[1].strip() for line in told if "model name" in line), "?")
