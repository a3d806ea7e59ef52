"""Who acts: the President, an envoy, the unit, a State, an organization; and persons whose office a page tells. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from accede.intake.prose.passages import Page, Passage

PRESIDENT, DESIGNATE, UNIT = "President", "President-designate", "ISU"
ENVOY, DEPOSITARY = "Special Envoy", "Secretary-General of the United Nations"
NAME = r"(?:[A-Z][\w’'-]++|bin|de|van|von)(?: (?:[A-Z][\w’'-]++|bin|bint|de|der|van|von))*"
TITLED = (
    r"(?:H\.E\. |His Excellency |Her Excellency |Ambassador |Amb\. |Dr\.? |Mr\.? |Ms\.? |HRH |H\.R\.H\. |Sir |Lord )*+"
)
OFFICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (DESIGNATE, re.compile(r"\bPresident[- ][Dd]esignate\b|\bwill preside\b|\b[Ii]ncoming President\b")),
    (ENVOY, re.compile(r"\b[Ss]pecial [Ee]nvoy\b")),
    (
        PRESIDENT,
        re.compile(
            r"\b(?:Convention |\d{1,2}MSP )?(?:Co-)?[Pp]residen(?:t|cy)\b(?! of the United"
            r"| of [A-Z]\w+ Red)|\bpresid(?:es|ing) over\b|\bchaired by\b"
        ),
    ),
    (UNIT, re.compile(r"\bISU(?:-\w+)?\b|\bImplementation Support Unit\b")),
    (DEPOSITARY, re.compile(r"\b[Dd]epositary\b|\bUN Secretary-General\b")),
    ("European Union", re.compile(r"\bEuropean Union\b|\bEU\b")),
    ("Director-General", re.compile(r"\bDirector-General\b")),
    ("ICRC", re.compile(r"\bICRC\b|\bInternational Committee of the Red Cross\b")),
    ("ICBL", re.compile(r"\bICBL(?:-CMC)?\b|\bInternational Campaign to Ban Landmines\b")),
)
INTRODUCED = re.compile(
    rf"{TITLED}(?P<name>{NAME})(?: of (?P<of>[A-Z]\w+))?, (?P<office>[^.;]{{0,140}}?(?:presides? over"
    rf"|preside over|President of|President-designate"
    rf"|[Ss]pecial [Ee]nvoy))"
)
ENVOY_NAMED = re.compile(
    rf"[Ss]pecial [Ee]nvoy(?: on [^,.;]+?)?,? (?:HRH |H\.R\.H\. )?(?P<name>(?:Prince|Princess|Ambassador"
    rf"|Dr\.?|Mr\.?|Ms\.?) {NAME}(?: of [A-Z]\w+)?)"
)
OFFICE_OF_STATE = re.compile(r"(?:chaired by|[Pp]residency of|presided over by|under the presidency of) (?:the )?$")


@dataclass(slots=True)
class People:
    """Persons of a page by their names, with the office that acts through them; and the State that presides."""

    offices: dict[str, str] = field(default_factory=dict)
    presidency: str = ""

    def acting(self, passage: Passage, place: int, *, otherwise: str = "") -> str:
        """Who acts by the verb at a place: looked for before it, to the beginning of the clause."""
        start = max((passage.text.rfind(sign, 0, place) for sign in (";", ". ")), default=-1) + 1
        before = passage.text[start:place]
        for name, office in self.offices.items():
            if re.search(rf"\b{re.escape(name)}\b", before):
                return office
        for office, words in OFFICES:
            if words.search(before) and not (office == PRESIDENT and OFFICES[0][1].search(before)):
                return office
        states = passage.states_in(start, place)
        return _together(states) if states else otherwise

    def named_after(self, passage: Passage, place: int) -> str:
        """Who is named by the "by ..." that follows a place; empty where nobody is."""
        match = re.match(
            r"[^.;:]{0,80}?\bby (?=(?:the |[Ss]pecial [Ee]nvoy |an? )?[A-Z])(?P<who>[^.;:(]{2,100})",
            passage.text[place:],
        )
        if match is None:
            return ""
        start, end = place + match.start("who"), place + match.end("who")
        if envoy := ENVOY_NAMED.search(match["who"]):
            return f"{ENVOY} {envoy['name']}"
        office = next((one for one, words in OFFICES if words.search(match["who"])), "")
        if office or re.search(r"\bUnited Nations\b|\bMission\b", match["who"]):
            return office
        return _together(passage.states_in(start, end))


def _together(states: tuple[str, ...]) -> str:
    """The keys of States, parted by commas."""
    return ", ".join(states)


def people_of(page: Page) -> People:
    """The persons of a page."""
    found = People()
    for passage in page.passages:
        for match in INTRODUCED.finditer(passage.text):
            office = next((one for one, words in OFFICES[:3] if words.search(match["office"])), PRESIDENT)
            name = match["name"]
            if office == ENVOY:
                office = f"{ENVOY} {name}"
            found.offices[name] = office
            short = " ".join(name.split()[:2]) if name.startswith("Prince") else " ".join(name.split()[-2:])
            found.offices.setdefault(short, office)
            states = passage.states_in(match.start(), match.end())
            if not office.startswith(ENVOY) and states and not found.presidency:
                found.presidency = states[0]
        for match in ENVOY_NAMED.finditer(passage.text):
            found.offices.setdefault(" ".join(match["name"].split()[:2]), f"{ENVOY} {match['name']}")
        for start, _, state in passage.named:
            if OFFICE_OF_STATE.search(passage.text[:start]) and not found.presidency:
                found.presidency = state
            if re.match(r"\S* ?,? as (?:the )?President of the Convention", passage.text[_end(passage, start) :]):
                found.presidency = found.presidency or state
    return found


def _end(passage: Passage, start: int) -> int:
    return next(end for at, end, _ in passage.named if at == start)
