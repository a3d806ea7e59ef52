"""Cards (.vcf): vCard 3.0 (RFC 2426), 4.0 (RFC 6350) and the 2.1 that Outlook writes, read to a table of contacts. Pure.

Our own reader: what is wanted of a card are a dozen lines of one form (RFC 6350, 3.3). The library that is most used (vobject)
knows 3.0 only and had its last release in 2024; those for 4.0 are by one hand each and refuse what real programs write.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accede.intake.documents.door import decoded
from accede.vocabulary.errors import Unreadable

MOST = 5_000
"""Cards in a file."""
NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^\":;]|\"[^\"]*\")*)*):(.*)", re.DOTALL)
PARAMETER = re.compile(r";((?:[^\":;]|\"[^\"]*\")*)")
HEADS = ("state", "post", "host", "organization", "person", "function", "salutation", "language", "email", "phone", "address",
         "is_addressee", "since", "until", "taken_from", "keep_until", "note")  # fmt: skip
OWN = "X-ACCEDE-"
"""Before the names of properties that only our own cards have; an underscore is written as a dash."""


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a card: its name in capitals, its parameters, its value as written."""

    name: str
    parameters: str
    value: str

    def parts(self) -> list[str]:
        """The parts of a structured value, in order."""
        return [_plain(part) for part in re.split(r"(?<!\\);", self.value)]

    def text(self) -> str:
        """The value as a text."""
        return _plain(self.value)


def read_vcards(data: bytes, *, name: str) -> list[tuple[int, list[str]]]:
    """A head and a row a card, each with its line in the file. Raises Unreadable."""
    rows: list[tuple[int, list[str]]] = [(0, list(HEADS))]
    for line, properties in _cards(decoded(data, name=name), name):
        held = _held(properties)
        rows.append((line, [held.get(head, "") for head in HEADS]))
        if len(rows) > MOST + 1:
            raise Unreadable(f"it has more than {MOST} cards", where=name, remedy="Give it in parts")
    if len(rows) == 1:
        raise Unreadable("it has no card in it", where=name, remedy="Export the contacts as vCard (.vcf) again")
    return rows


def _cards(text: str, name: str) -> Iterator[tuple[int, list[Property]]]:
    begins = 0
    properties: list[Property] | None = None
    for number, line in _unfolded(text):
        found = NAME.fullmatch(line)
        if found is None:
            if properties is None:
                raise Unreadable(
                    "it is no vCard", where=f"{name}, line {number}", remedy="Export the contacts as .vcf again"
                )
            continue  # what a program wrote against the standard within a card is not wanted
        one = Property(found[1].upper(), found[2], found[3])
        if one.name == "BEGIN" and one.value.strip().upper() == "VCARD":
            begins, properties = number, []
        elif one.name == "END" and properties is not None:
            yield begins, properties
            properties = None
        elif properties is not None:
            properties.append(_decoded(one))
    if properties is not None:
        raise Unreadable("its last card has no end", where=f"{name}, line {begins}", remedy="Get the whole file again")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with those that go on in the next put together, each with the number it begins with."""
    held, begins, is_quoted = [""], 0, False
    for number, line in enumerate(text.split("\n"), 1):
        if any(held) and line[:1] in (" ", "\t"):
            held.append(line[1:])
            is_quoted = is_quoted or "QUOTED-PRINTABLE" in line.upper()
        elif is_quoted and held[-1].endswith("="):
            held[-1:] = held[-1][:-1], line
        else:
            if any(part.strip() for part in held):
                yield begins, "".join(held)
            held, begins, is_quoted = [line], number, "QUOTED-PRINTABLE" in line.upper()
    if any(part.strip() for part in held):
        yield begins, "".join(held)


def _decoded(one: Property) -> Property:
    if "QUOTED-PRINTABLE" not in one.parameters.upper():
        return one
    raw = quopri.decodestring(one.value.encode())
    return Property(one.name, one.parameters, raw.decode("utf-8", errors="replace").replace("\r\n", "\n"))


def _held(properties: list[Property]) -> Mapping[str, str]:
    first: dict[str, Property] = {}
    for one in properties:
        preferred = "PREF" in one.parameters.upper()
        if one.value.strip(" ;") and (
            one.name not in first or (preferred and "PREF" not in first[one.name].parameters.upper())
        ):
            first[one.name] = one
    is_office = "KIND" in first and first["KIND"].text().casefold() in ("org", "group")
    organization = ", ".join(part for part in first["ORG"].parts() if part) if "ORG" in first else ""
    person = _name(first)
    if is_office or (organization and person.casefold() == organization.casefold()):
        organization, person = organization or person, ""
    held = {
        "organization": organization,
        "person": person,
        "function": next((first[name].text() for name in ("TITLE", "ROLE") if name in first), ""),
        "language": first["LANG"].text()[:2] if "LANG" in first else "",
        "email": first["EMAIL"].text().removeprefix("mailto:") if "EMAIL" in first else "",
        "phone": first["TEL"].text().removeprefix("tel:") if "TEL" in first else "",
        "address": "\n".join(part for part in first["ADR"].parts() if part) if "ADR" in first else "",
        "note": first["NOTE"].text() if "NOTE" in first else "",
    }
    own = {head: first[name].text() for head in HEADS if (name := f"{OWN}{head.upper().replace('_', '-')}") in first}
    return {**held, **own}


def _name(first: Mapping[str, Property]) -> str:
    """The name as it is shown, else put together: prefix, given, further, family."""
    if "FN" in first:
        return first["FN"].text()
    if "N" not in first:
        return ""
    family, given, further, prefix, *_ = [*first["N"].parts(), "", "", "", ""]
    return " ".join(part for part in (prefix, given, further, family) if part)


def _plain(value: str) -> str:
    """A value without its escapes, commas of a list with a space behind."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL).strip()
