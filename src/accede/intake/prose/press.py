"""What a press release does about what set it off: welcomes, regrets, condemns; and reports of use that it passes on.

Use in a State is not use by it: whoever is said to have used mines is unknown unless the words name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.activities.values import Activity
from accede.evidence.values import Practice
from accede.intake.findings import Certainty, Proposal
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.prose.people import PRESIDENT, UNIT, People
from accede.intake.prose.plans import plan_actions
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind

TONES: tuple[tuple[PressTone, re.Pattern[str]], ...] = (
    (PressTone.CONDEMNATION, re.compile(r"\bcondemn", re.IGNORECASE)),
    (
        PressTone.REGRET,
        re.compile(r"\bregret|\bunfortunate\b|\bdisappoint|\bdeplor|\bconcern(?:ed)? (?:over|about|at)", re.IGNORECASE),
    ),
    (
        PressTone.WELCOME,
        re.compile(
            r"\bwelcom|\bcongratulat|\bjoins\b|\bbecomes the\b|\baccedes\b|\bratifies\b|\bcommend", re.IGNORECASE
        ),
    ),
)
USED = re.compile(
    r"\b(?:mines?|landmines?|weapons?|munitions?)\b[^.;]{0,60}\b(?:(?:were|was|are|been|being|is) (?:used"
    r"|laid|planted|emplaced|deployed)|left)\b"
    r"|\b(?:us(?:e|ed|ing)|laying|laid|planting|planted|emplac\w+) (?:of |by [\w ]+ of )?(?:new "
    r"|improvised )?(?:anti-?personnel |land)?(?:mines?|landmines?)\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(r"\breport(?:s|ed|edly)?\b|\balleg\w+|\bclaim\w*|\baccord\w+ to\b", re.IGNORECASE)
REPORTED_BY = re.compile(
    r"\b(?:reports?[^.;]{0,40}?(?:including|among them|from|by)(?: one)?(?: of| by| from)?(?: the)?"
    r"|according to(?: the)?|reported by(?: the)?) "
    r"(?P<who>[A-Z][\w’'-]+(?:(?: of| for| in| on| and| the)* [A-Z][\w’'-]+)*)(?: \((?P<short>[A-Z]{2,10}s?)\))?"
)
SHORT = {
    "united nations support mission in libya": "UNSMIL",
    "human rights watch": "HRW",
    "landmine monitor": "Landmine Monitor",
}
WEAPON = re.compile(
    r"\b(?P<weapon>(?:(?:new|improvised|remotely[- ]delivered|scatterable) )*(?:anti-?personnel |land"
    r"|victim-activated )(?:mines?|landmines?|explosive devices?)"
    r"(?: of an improvised nature)?(?: of (?:the )?type [\w-]+)?|landmines?|PMN-?\w*|PFM-?\w*|butterfly mines)\b",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\b(?:in|near|around|outside|at) (?:the )?(?P<names>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?:(?:, | and "
    r"|, and )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)*)"
    r"(?P<kind> (?:areas?|districts?|suburbs?|provinces?|regions?|neighbou?rhoods?|villages?|towns?"
    r"|cities|governorates?))?"
    r"(?: of (?P<of>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))?"
)
BY_GROUP = re.compile(
    r"\b(?:by|armed groups?|militias?|rebels?|non-State (?:armed )?(?:actors?|groups?)"
    r"|Wagner)\b[^.;]{0,40}\b(?:armed groups?|militias?|rebels?|non-State|forces|group)\b",
    re.IGNORECASE,
)
BY_STATE = re.compile(
    r"\b(?:by (?:the )?(?:government|armed forces|army|military|security forces)|government forces)\b", re.IGNORECASE
)
OF_PRESIDENT = re.compile(
    r"\bConvention President\b|\b(?:The|the|\d{4}) President(?: of the (?:Convention|Anti|Mine|Ottawa"
    r"|\w+ Meeting|\w+ Review))?(?! of)\b"
    r"|\bpresides over\b|\bwill preside\b|\bchaired by\b|^President of the"
)
NOT_PLACES = {
    "Eid",
    "Geneva",
    "New York",
    "Ambassador",
    "Convention",
    "President",
    "The",
    "He",
    "She",
    "UN",
    "United Nations",
    "Ramadan",
}


def released(page: Page, people: People) -> Iterator[Proposal]:
    """The press releases that the file holds, one a page in it."""
    for number, release in enumerate(page.releases):
        passages = [one for one in page.passages if one.release == number]
        if release.day is None or not (passages or release.title):
            continue
        whole = " ".join((release.title, *(one.text for one in passages)))
        tone, about = _tone(release.title, passages, page)
        use = _use(passages)
        where = f"page {number + 1}" if len(page.releases) > 1 else "title"
        fact = Activity(
            treaty=page.treaty,
            kind=ActivityKind.PRESS_RELEASE,
            on=release.day,
            by=_issuer(release.title, passages),
            presidency=people.presidency,
            title=release.title,
            tone=tone,
            about_state=use[0].state if use else about,
            alleged_by=use[0].claimant if use else "",
            actor=use[0].actor if use else None,
            weapon=use[0].weapon if use else "",
            places=tuple(use[0].place.replace(": ", ", ").split(", ")) if use and use[0].place else (),
            plan_actions=plan_actions(whole),
        )
        certainty = Certainty.LIKELY if release.day_from == "file name" else Certainty.READ
        yield Proposal(fact=fact, locator=where, passage=release.title or passages[0].text, certainty=certainty)


def understood(passage: Passage, page: Page, people: People) -> Readings | None:
    """Reports of use that a sentence passes on; None where it passes on none."""
    if not (USED.search(passage.text) and ALLEGED.search(passage.text)):
        return None
    around = [one for one in page.passages if one.release == passage.release]
    fact = next(iter(_use(around, page.treaty)), None)
    if fact is None:
        return None
    first = next(one for one in around if USED.search(one.text) and ALLEGED.search(one.text))
    # The sentences of a page that pass on the same reports are one claim, read where it begins.
    return (passage.proposal(fact),) if first is passage else ()


def _use(passages: list[Passage], treaty: str = "") -> list[Practice]:
    """The use of mines that a page passes on, put together from its sentences."""
    told = [one for one in passages if USED.search(one.text) and ALLEGED.search(one.text)]
    if not told:
        return []
    state = next((state for one in told for state in _where_used(one)), "")
    day = told[0].day
    if not state or day is None:
        return []
    text = " ".join(one.text for one in told)
    match = REPORTED_BY.search(text)
    who = ""
    if match:
        who = match["short"] or SHORT.get(match["who"].lower(), match["who"])
    weapons = [one["weapon"] for one in WEAPON.finditer(text)]
    actor = Actor.ARMED_GROUP if BY_GROUP.search(text) else Actor.STATE if BY_STATE.search(text) else Actor.UNKNOWN
    return [
        Practice(
            treaty=treaty,
            state=state,
            kind=PracticeKind.USE,
            claim=Claim.HAS,
            status=ClaimStatus.ALLEGED,
            claimant=who or "reports",
            claimed=day,
            actor=actor,
            place=_places(told),
            weapon=max(weapons, key=len) if weapons else "",
        )
    ]


def _where_used(passage: Passage) -> list[str]:
    """The States in which use is reported; not those in the name of an organization or of a speaker."""
    return [
        state
        for start, _, state in passage.named
        if re.search(r"\b(?:in|inside|within|on the territory of) (?:the )?$", passage.text[:start])
        and not re.search(
            r"\b(?:Mission|Office|Support|Representative|Ambassador)\b[^.;,]{0,20}$", passage.text[:start]
        )
    ] or [state for start, _, state in passage.named if re.search(r"\bby (?:the )?$", passage.text[:start])]


def _places(passages: list[Passage]) -> str:
    """The places of use, with what they are part of before them: "Tripoli: Ain Zara, Salahuddin"."""
    names: list[str] = []
    part_of = ""
    for passage in passages:
        states = {passage.text[start:end] for start, end, _ in passage.named}
        for match in PLACES.finditer(passage.text):
            told = re.split(r", and |, | and ", match["names"])
            told = [
                one for one in told if one not in states and one not in NOT_PLACES and one.split()[0] not in NOT_PLACES
            ]
            if told and (match["kind"] or match["of"]):
                names += [one for one in told if one not in names]
                part_of = part_of or (match["of"] or "")
    if part_of in names:
        names.remove(part_of)
    return f"{part_of}: {', '.join(names)}" if part_of and names else ", ".join(names) or part_of


def _tone(title: str, passages: list[Passage], page: Page) -> tuple[PressTone | None, str]:
    """What it does, and about which State: the title decides before the text."""
    for text, named in [(title, page.ground.names.spot(title)), *((one.text, list(one.named)) for one in passages)]:
        for tone, words in TONES:
            match = words.search(text)
            if match is None:
                continue
            after = [state for start, _, state in named if start >= match.start()]
            before = [state for _, end, state in named if end <= match.start()]
            if tone is PressTone.WELCOME:
                return tone, (before or after or [""])[0]
            return tone, (after or [""])[0]
    states = [state for _, _, state in page.ground.names.spot(title)]
    return None, states[-1] if states else ""


def _issuer(title: str, passages: list[Passage]) -> str:
    """The President where the page speaks of the President's words; else the unit that issues the Convention's pages."""
    head = " ".join((title, *(one.text for one in passages[:4])))
    return PRESIDENT if OF_PRESIDENT.search(head) else UNIT
