"""A calendar in the form of RFC 5545: lines of at most 75 octets, whole days, nothing that changes by itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LONGEST = 75
"""Octets of a line, without its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something on whole days, `last` the last of them. `uid` is the same for ever; `repeats` a rule as RFC 5545 has it."""

    uid: str
    first: date
    last: date
    title: str
    told: str = ""
    place: str = ""
    address: str = ""
    kind: str = ""
    repeats: str = ""


def calendar(name: str, happenings: Iterable[Happening], stamp: datetime) -> bytes:
    """The calendar; `stamp` is the instant from whose knowledge it is written."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Accede//Register//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for each in happenings:
        lines += _event(each, stamp)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line)).encode()


def _event(each: Happening, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{each.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.last + timedelta(days=1):%Y%m%d}"
    if each.repeats:
        yield f"RRULE:{each.repeats}"
    yield f"SUMMARY:{escaped(each.title)}"
    for name, text in (("DESCRIPTION", each.told), ("LOCATION", each.place), ("CATEGORIES", each.kind)):
        if text:
            yield f"{name}:{escaped(text)}"
    if each.address:
        yield f"URL:{each.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a value, with what means something else marked and no line breaks."""
    whole = "\n".join(text.splitlines()).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(sign if sign.isprintable() else " " for sign in whole.replace("\n", "\\n"))


def folded(line: str) -> Iterator[str]:
    """A line in parts that are short enough, each but the first after a space; no letter is cut in two."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
