"""The depositary's notifications: one action of one State, its day, and when the treaty enters into force for it.

The form of the Secretary-General's is read: "C.N.485.2014.TREATIES-XXVI.5", then "OMAN: ACCESSION".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accede.intake.findings import DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.prose.days import days
from accede.intake.prose.passages import page_of
from accede.paper.tree import Document
from accede.register.values import TreatyAction
from accede.vocabulary.errors import AccedeError, UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.treaty_actions import TreatyActionKind as Kind

REFERENCE = re.compile(
    r"\bC\.?N\.?\s?\d+\.\d{4}\.TREATIES[-–](?P<number>[IVX]+)[.-](?P<treaty>\d+)(?:[.-](?P<part>[a-z]))?"
)
ACTION = re.compile(
    r"^(?P<state>[A-Z][A-Za-zÀ-ÿ ,'’().-]{2,80}?)\s*:\s*(?:\d+\s*)?(?P<kind>SIGNATURE|RATIFICATION"
    r"|ACCEPTANCE|APPROVAL|ACCESSION|SUCCESSION"
    r"|WITHDRAWAL|DENUNCIATION|NOTIFICATION OF WITHDRAWAL)\b",
    re.MULTILINE | re.IGNORECASE,
)
EFFECTED = re.compile(r"\b(?:was|were) (?:effected|deposited|received|lodged)\b[^.]{0,60}?\bon\b", re.IGNORECASE)
IN_FORCE = re.compile(
    r"\b(?:shall|will|has|had)? ?(?:enter(?:ed|s)? into force|take[sn]? effect"
    r"|took effect)\b[^.]{0,80}?\bon\b",
    re.IGNORECASE,
)
KINDS = {
    "signature": Kind.SIGNATURE,
    "ratification": Kind.RATIFICATION,
    "acceptance": Kind.ACCEPTANCE,
    "approval": Kind.APPROVAL,
    "accession": Kind.ACCESSION,
    "succession": Kind.SUCCESSION,
    "withdrawal": Kind.WITHDRAWAL,
    "denunciation": Kind.WITHDRAWAL,
    "notification of withdrawal": Kind.WITHDRAWAL,
}


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """A notification where the document has the depositary's reference, or an action in its form and the words of one."""
    text = page_of(document, ground).text()
    if REFERENCE.search(text) or (
        ACTION.search(text) and re.search(r"\bcapacity as depositary\b", text, re.IGNORECASE)
    ):
        return DocumentKind.DEPOSITARY_NOTIFICATION
    return None


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """The actions that the notification communicates. Never raises for what stands in it."""
    page = page_of(document, ground)
    lines = [(one.where, one.text) for one in page.passages]
    text = page.text()
    numbered = REFERENCE.search(text)
    treaty = _treaty(numbered, ground) if numbered else page.treaty
    proposals: list[Proposal] = []
    not_understood: list[NotUnderstood] = []
    if not treaty and numbered:
        unknown = UnknownName(
            f"{numbered[0]} is about a treaty that is not held", remedy="Give notifications about the treaties that are"
        )
        not_understood.append(NotUnderstood(where="reference", text=numbered[0], part=Part.TABLE, error=unknown))
    for one in _actions([("title", page.title), *lines], text, treaty, ground) if treaty else ():
        (proposals if isinstance(one, Proposal) else not_understood).append(one)  # type: ignore[arg-type]
    if not proposals and not not_understood:
        what = Unreadable("the notification names no action", remedy="Look whether it is about an action of a State")
        not_understood.append(NotUnderstood(where="notification", text=page.title, part=Part.TABLE, error=what))
    return Findings(
        kind=kind,
        title=numbered[0] if numbered else page.title,
        as_of=page.day or (_day(text, EFFECTED) if text else None),
        proposals=tuple(proposals),
        not_understood=tuple(not_understood),
        cut_off=page.cut_off,
        treaty=treaty,
        issued=page.day,
        url=page.addresses[0] if page.addresses else "",
    )


def _treaty(match: re.Match[str], ground: Ground) -> str:
    """The treaty by its number in the list of treaties deposited with the Secretary-General; empty where none has it."""
    number = "-".join(filter(None, (match["number"], match["treaty"], match["part"])))
    return next((key for key, one in ground.treaties.items() if one.mtdsg == number), "")


def _actions(
    lines: Sequence[tuple[str, str]], text: str, treaty: str, ground: Ground
) -> Iterator[Proposal | NotUnderstood]:
    done, effective = _day(text, EFFECTED), _day(text, IN_FORCE)
    for where, line in lines:
        for match in ACTION.finditer(line):
            try:
                state = ground.names.find(match["state"])
            except UnknownName as error:
                yield NotUnderstood(where=where, text=match[0], part=Part.TABLE, error=error)
                continue
            kind = KINDS[match["kind"].lower()]
            if done is None:
                error_: AccedeError = Unreadable(
                    "the notification gives no day of the action", remedy="Look at the whole of it"
                )
                yield NotUnderstood(where=where, text=match[0], part=Part.TABLE, error=error_)
                continue
            fact = TreatyAction(treaty=treaty, state=state, kind=kind, deposited=done, effective=effective)
            yield Proposal(fact=fact, locator=where, passage=match[0])


def _day(text: str, words: re.Pattern[str]) -> PartialDate | None:
    """The day that follows these words."""
    for match in words.finditer(text):
        for one in days(text[match.end() : match.end() + 40]):
            if one.start < 8 and one.date.precision is Precision.DAY:
                return one.date
    return None
