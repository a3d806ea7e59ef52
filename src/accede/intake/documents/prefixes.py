"""What stands before the text of a heading or paragraph and is not part of it: its number, our mark of a summary. Pure."""

import re
from dataclasses import replace

from accede.intake.documents.whole import merged
from accede.paper.tree import Figure, FootnoteMark, Inline, Run
from accede.paper.wording import SUMMARY

HEADING_NUMBER = re.compile(r"(\d+[a-z]?|[IVXLC]+|[A-Z])\.\s+(?=\S)")
PARAGRAPH_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\.\s+(?=\S)")
ITEM_NUMBER = re.compile(r"(\([a-z0-9]{1,4}\))\s+(?=\S)")
SUMMARY_MARK = re.compile(rf"(?:{'|'.join(sorted(set(SUMMARY.values())))})\s?[:：]\s*")


def without(inlines: tuple[Inline, ...], prefix: re.Pattern[str]) -> tuple[str, tuple[Inline, ...]]:
    """The first group of the prefix, or what it matched, and the inlines after it; ("", the inlines) if it is not there.

    The prefix may reach over several runs (a mark in bold and the space after it).
    """
    text = "".join(inline.text for inline in _first_runs(inlines))
    match = prefix.match(text)
    if match is None:
        return "", inlines
    rest, left = list(inlines), match.end()
    while left and isinstance(first := rest[0], Run | Figure):
        taken = min(left, len(first.text))
        left -= taken
        rest[0:1] = [replace(first, text=first.text[taken:])] if taken < len(first.text) else []
    return (match[1] if match.re.groups else match[0]), merged(tuple(rest))


def _first_runs(inlines: tuple[Inline, ...]) -> list[Run | Figure]:
    runs: list[Run | Figure] = []
    for inline in inlines:
        if isinstance(inline, FootnoteMark):
            break
        runs.append(inline)
    return runs
