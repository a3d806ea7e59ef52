"""What is said of use, production, transfer and stockpiles by a monitor, by officials, by another State."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.evidence.values import Practice
from accede.intake.findings import Certainty, Proposal
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page, Passage, Readings
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind

MONITOR = "Landmine Monitor"
GOVERNMENT_USE = re.compile(
    r"\b(?:Government use|Users?(?: among States not party)?|New use by governments?)\s*:\s*", re.IGNORECASE
)
CONFIRMED_USERS = re.compile(r"\bconfirmed (?:as )?users?\b", re.IGNORECASE)
GROUPS = re.compile(
    r"\b(?:Armed groups|Non-[Ss]tate armed groups|NSAGs?)\b[^:;.]{0,60}?(?:\b(?:countries|States)\b)[:,]", re.IGNORECASE
)
NEVER = re.compile(
    r"\bnever (?P<what>(?:(?:produced|exported|transferred|used|imported|stockpiled)(?:, | or | and |, or )?)+)",
    re.IGNORECASE,
)
LAST_USE = re.compile(r"\blast (?:use|used)(?: of mines)? (?:in|was in|was) (?P<date>[^;,.\[]+)", re.IGNORECASE)
INHERITED = re.compile(r"\binherited\b[^.;]{0,40}\bstockpile", re.IGNORECASE)
SIZE_NOT_TOLD = re.compile(
    r"\b(?:size|number|quantity)\b[^.;]{0,30}\bnot (?:been )?(?:disclosed|known|told|stated)", re.IGNORECASE
)
FOUND = re.compile(
    r"(?P<claimant>[A-Z]\w+)[’']s (?:Ministry|Minister|armed forces"
    r"|army)[^.;]{0,40}\bclaim\w* to have found (?P<n>[\d,]+) (?P<maker>\w+)-made (?P<weapon>[\w-]+)",
)
OFFICIALS = re.compile(
    r"\b(?:Officials|The Government|Government officials|It (?:says|states|has stated))\b", re.IGNORECASE
)
ACTS = {
    "produced": PracticeKind.PRODUCTION,
    "exported": PracticeKind.EXPORT,
    "transferred": PracticeKind.TRANSFER,
    "used": PracticeKind.USE,
    "imported": PracticeKind.IMPORT,
    "stockpiled": PracticeKind.STOCKPILE,
}


def understood(passage: Passage, page: Page) -> Readings | None:
    """The claims of a sentence; None where it makes none."""
    found = [*_use(passage, page), *_of_subject(passage, page), *_found(passage, page)]
    return tuple(found) or None


def _use(passage: Passage, page: Page) -> Iterator[Proposal]:
    """Use by governments and by armed groups, as a monitor lists it for a year."""
    if passage.day is None:
        return
    if match := GOVERNMENT_USE.search(passage.text):
        states = passage.states_in(match.end(), len(passage.text))
        yield from _claims(passage, page, states, Actor.STATE, ClaimStatus.ALLEGED)
    elif match := CONFIRMED_USERS.search(passage.text):
        yield from _claims(passage, page, passage.states_in(0, match.start()), Actor.STATE, ClaimStatus.CONFIRMED)
    elif match := GROUPS.search(passage.text):
        states = passage.states_in(match.end(), len(passage.text))
        yield from _claims(passage, page, states, Actor.ARMED_GROUP, ClaimStatus.ALLEGED)


def _claims(
    passage: Passage, page: Page, states: tuple[str, ...], actor: Actor, status: ClaimStatus
) -> Iterator[Proposal]:
    assert passage.day is not None
    since = passage.days[0].date if passage.days else None
    for state in states:
        fact = Practice(
            treaty=page.treaty,
            state=state,
            kind=PracticeKind.USE,
            claim=Claim.HAS,
            status=status,
            claimant=_monitor(page),
            claimed=passage.day,
            actor=actor,
            since=PartialDate.parse(str(since.earliest.year)) if since and since.earliest else None,
            until=PartialDate.parse(str(since.latest.year)) if since and since.latest else None,
        )
        yield passage.proposal(fact, Certainty.LIKELY)


def _monitor(page: Page) -> str:
    return (
        MONITOR if any("monitor" in address for address in page.addresses) or "Monitor" in page.text() else page.title
    )


def _of_subject(passage: Passage, page: Page) -> Iterator[Proposal]:
    """What the State of a profile says of itself, and what the profile says of it."""
    if not page.subject:
        return
    day = _claimed(passage, page)
    if day is None:
        return
    is_own = bool(OFFICIALS.search(passage.paragraph))
    claimant = page.subject if is_own else _monitor(page)
    status = ClaimStatus.DECLARED if is_own else ClaimStatus.ALLEGED

    def claim(kind: PracticeKind, said: Claim, **further: object) -> Proposal:
        told: dict[str, object] = {
            "treaty": page.treaty, "state": page.subject, "kind": kind, "claim": said, "status": status,
            "claimant": claimant, "claimed": day,
        }  # fmt: skip
        return passage.proposal(Practice(**(told | further)), Certainty.LIKELY)  # type: ignore[arg-type]

    if match := NEVER.search(passage.text):
        for word, kind in ACTS.items():
            if word in match["what"].lower():
                yield claim(kind, Claim.HAS_NOT)
    if match := LAST_USE.search(passage.text):
        told = days(match["date"])
        yield claim(PracticeKind.USE, Claim.CEASED, until=told[0].date if told else None)
    if INHERITED.search(passage.text):
        yield claim(PracticeKind.STOCKPILE, Claim.HAS, claimant=_monitor(page), status=ClaimStatus.ALLEGED)
    if SIZE_NOT_TOLD.search(passage.text) and not INHERITED.search(passage.text):
        yield claim(PracticeKind.STOCKPILE, Claim.NOT_TOLD, claimant=_monitor(page), status=ClaimStatus.DECLINED)


def _claimed(passage: Passage, page: Page) -> PartialDate | None:
    """When it was claimed: the day of the profile, else the last day that the page gave before."""
    if passage.day is not None and passage.day_from != "file name":
        return passage.day
    before = [
        day.date
        for one in page.passages[: page.passages.index(passage)]
        for day in one.days
        if one.release == passage.release
    ]
    letters = [
        one.days[0].date
        for one in page.passages[: page.passages.index(passage)]
        if one.days and one.release == passage.release and re.search(r"\b[Ll]etter\b", one.text)
    ]
    told = letters or before
    return told[-1] if told else None


def _found(passage: Passage, page: Page) -> Iterator[Proposal]:
    """ "X's Ministry claims to have found 100 Y-made mines": a claim by X that Y produced them."""
    match = FOUND.search(passage.text)
    if match is None:
        return
    claimant = next((state for start, _, state in passage.named if start == match.start("claimant")), "")
    maker = page.subject or next(iter(page.ground.names.spot(match["maker"])), (0, 0, ""))[2]
    day = passage.day_near(match.start())
    if claimant and maker and day is not None:
        yield passage.proposal(
            Practice(
                treaty=page.treaty,
                state=maker,
                kind=PracticeKind.PRODUCTION,
                claim=Claim.HAS,
                status=ClaimStatus.ALLEGED,
                claimant=claimant,
                claimed=day,
                weapon=match["weapon"],
                number=int(match["n"].replace(",", "")),
            ),
            Certainty.LIKELY,
        )
