"""The lines at the head of a UN paper to its masthead, by what each looks like. Pure."""

import re
from collections.abc import Mapping, Sequence

from accede.paper.tree import Masthead

SYMBOL = re.compile(r"[A-Z][A-Z.]*[A-Z](?:/[\w.*-]+)+\*?")
ORIGINAL = re.compile(r"Original\s*:", re.IGNORECASE)
DATED = re.compile(r"\d{1,2} \w{3,9} (?:19|20)\d\d")
MEETING = re.compile(r"\b(?:Meeting|Conference|Session)\b")
PLACE = re.compile(r"[^\d]{3,40}, .*\b(?:19|20)\d\d\b")
ITEM = re.compile(r"\b(?:Item|Agenda)\b", re.IGNORECASE)
LONGEST_MEETING = 60


PARTS = {
    "mastheadorgan": "organ",
    "mastheadmeeting": "meeting",
    "mastheadplace": "place_and_dates",
    "mastheadagenda": "agenda_item",
    "mastheadsymbol": "symbol",
    "mastheaddated": "dated",
    "mastheadoriginal": "original_language",
}
"""The names that our own papers give the parts, where a program keeps them."""


def masthead(lines: Sequence[str], named: Mapping[str, str] | None = None) -> Masthead:
    """The masthead that these lines make; a line that is none of its parts is left out. `named` are parts by their names."""
    found: dict[str, str] = {PARTS[name]: line for name, line in (named or {}).items() if name in PARTS}
    if found:
        return Masthead(**found)
    for line in (line.strip() for line in lines):
        name = _part(line, bool(found.get("organ")))
        if name and name not in found:
            found[name] = line
    return Masthead(**found)


def _part(line: str, has_organ: bool) -> str:
    if not line:
        return ""
    if SYMBOL.fullmatch(line):
        return "symbol"
    if ORIGINAL.search(line):
        return "original_language"
    if DATED.fullmatch(line):
        return "dated"
    if ITEM.search(line) and has_organ:
        return "agenda_item"
    if PLACE.fullmatch(line):
        return "place_and_dates"
    if has_organ and MEETING.search(line) and len(line) <= LONGEST_MEETING:
        return "meeting"
    return "" if has_organ else "organ"
