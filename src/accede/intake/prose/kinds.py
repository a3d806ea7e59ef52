"""What a page of prose is: told by its title, its first lines and the words that only one kind has."""

from __future__ import annotations

import re

from accede.intake.findings import DocumentKind
from accede.intake.prose.ballots import EXPLANATIONS, FAVOUR
from accede.intake.prose.passages import Page
from accede.intake.prose.people import PRESIDENT
from accede.intake.prose.plans import PLAN

TITLES: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (DocumentKind.MINUTES, re.compile(r"\bminutes of\b|\bsummary record\b", re.IGNORECASE)),
    (
        DocumentKind.WORK_PLAN,
        re.compile(r"\b(?:discussion paper|work plan|working paper|concept note)\b", re.IGNORECASE),
    ),
    (
        DocumentKind.PROFILE,
        re.compile(r"\b(?:mine ban policy|country profile|ban policy)\b|\bMonitor\b", re.IGNORECASE),
    ),
)
HEADS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        DocumentKind.STATEMENT,
        re.compile(
            r"\bstatement (?:by|of|on|at)\b|\bMr\.? (?:President|Chair)\b|\bMadam (?:President|Chair)\b"
            r"|\bOn behalf of\b",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.PRESS_RELEASE,
        re.compile(r"\bpress release\b|\bfor immediate release\b|\bnewsroom\b", re.IGNORECASE),
    ),
)
OF_ADDRESSES: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (DocumentKind.PRESS_RELEASE, re.compile(r"press-release|newsroom|/news/|media-centre", re.IGNORECASE)),
    (DocumentKind.UNIVERSALIZATION_PAGE, re.compile(r"universal", re.IGNORECASE)),
    (DocumentKind.PROFILE, re.compile(r"monitor|profile", re.IGNORECASE)),
)
NOTICE = re.compile(
    r"\b(?:official )?notification\b[^.]{0,80}\bdepositary\b|\bnote verbale\b[^.]{0,60}\bconven"
    r"|\bprovisional agenda\b",
    re.IGNORECASE,
)
OWN_ACTS = re.compile(
    r"\bI (?:have |also )*(?:written|wrote|reached out|held|met|prepared)\b|\bmandate of the President\b"
    r"|UNIVERSALI[SZ]ING THE CONVENTION"
)
UNIVERSAL = re.compile(
    r"\buniversali[sz]ation\b|\buniversality\b|\baccession|\bratif|\baccede|\bStates not (?:yet )?party\b",
    re.IGNORECASE,
)
ABOUT = re.compile(r"\bConvention\b|\bTreaty\b|\bStates? [Pp]art(?:y|ies)\b|\blandmines?\b", re.IGNORECASE)
BEGINNING = 900


def kind_of(page: Page) -> DocumentKind | None:
    """The kind of a page; None where it is about none of the treaties or has nothing of a kind that is read."""
    text = page.text()
    head, addresses = text[:BEGINNING], " ".join(page.addresses)
    titles = "\n".join((page.title, *(one.text for one in page.passages[:2])))
    if FAVOUR.search(text) and EXPLANATIONS.search(text):
        return DocumentKind.VOTE_RECORD
    if OWN_ACTS.search(text):
        return DocumentKind.STATEMENT
    if NOTICE.search(head):
        return DocumentKind.MEETING_NOTICE
    if sum(1 for one in page.passages if PLAN.match(one.text)) > 1 and len(PLAN.findall(text)) > 3:
        return DocumentKind.ACTION_PLAN
    is_dated = any(release.places and release.day_from == "dateline" for release in page.releases)
    if is_dated and not HEADS[0][1].search(head):
        return DocumentKind.PRESS_RELEASE
    for told, kinds in ((titles, TITLES), (head, HEADS), (addresses, OF_ADDRESSES)):
        for kind, words in kinds:
            if words.search(told):
                return kind
    if not ABOUT.search(text):
        return None
    if any(release.places for release in page.releases):
        return DocumentKind.PRESS_RELEASE
    return (
        DocumentKind.UNIVERSALIZATION_PAGE
        if UNIVERSAL.search(text) or any(True for _ in page.treaties.named(text))
        else None
    )


def speaker_of(page: Page, kind: DocumentKind) -> str:
    """Who says "I" in a statement, or on whose behalf it is made; empty where that is not told."""
    if kind is not DocumentKind.STATEMENT:
        return ""
    head = page.text()[:BEGINNING]
    if re.search(r"\b[Oo]n behalf of the European Union\b|\bEU [Ss]tatement\b", head):
        return "European Union"
    return PRESIDENT if OWN_ACTS.search(page.text()) else ""


def occasion_of(page: Page, kind: DocumentKind) -> str:
    """The meeting a statement was made at: the one its title names, else the latest that it names."""
    if kind is not DocumentKind.STATEMENT:
        return ""
    if told := page.occasions.meeting(page.title, page.day):
        return told
    named = {key: page.occasions.days(key) for one in page.passages for key in page.occasions.all_meetings(one.text)}
    counted = [(day.latest, key) for key, day in named.items() if day and day.latest and not key.startswith("IM")]
    return max(counted)[1] if counted else ""


def subject_of(page: Page) -> str:
    """The State whose profile the page is: its title is its name."""
    for text in (page.title, *(one.heading for one in page.passages[:3])):
        named = page.ground.names.spot(text)
        if len(named) == 1 and named[0][1] - named[0][0] > 0.5 * len(text.strip()):
            return named[0][2]
    return ""
