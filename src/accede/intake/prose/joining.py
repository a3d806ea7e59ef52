"""Who joined, signed, left, announced that it would; on what day, as which one in order, and when it takes effect."""

from __future__ import annotations

import re

from accede.intake.findings import Certainty, CountKind, Proposal, StatedCount
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.prose.people import People
from accede.register.values import ClaimedStanding, StatusClaim, TreatyAction
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.treaty_actions import TreatyActionKind as Kind

KINDS: dict[str, Kind] = {
    "accession": Kind.ACCESSION,
    "accede": Kind.ACCESSION,
    "ratif": Kind.RATIFICATION,
    "accept": Kind.ACCEPTANCE,
    "approv": Kind.APPROVAL,
    "succe": Kind.SUCCESSION,
    "withdraw": Kind.WITHDRAWAL,
    "denunciation": Kind.WITHDRAWAL,
    "denounc": Kind.WITHDRAWAL,
    "sign": Kind.SIGNATURE,
}
INSTRUMENT = re.compile(
    r"\bdeposit(?:s|ed)?\b(?: with the [\w -]+?)? ?(?:(?:its|their|his|her|an|the) instruments? of (?P<kind>\w+))?"
    r"|\binstrument of (?P<kind2>\w+) (?:was |has been )?(?:deposited|received)",
    re.IGNORECASE,
)
JOINS = re.compile(
    r"\b(?:has |have |had |formally |now |since )*(?P<verb>accede[sd]|ratifie[sd]|joins|joined|signed"
    r"|signs|withdrew|withdrawn|succeeded)\b"
    r"(?: (?:to|from) )?",
)
NOUN = re.compile(
    r"(?<=[’']s )(?P<noun>accession|ratification|signature|succession|withdrawal)\b(?! (?:instrument|status))"
)
ORDINAL = re.compile(
    r"\b(?:becomes?|became|is|was|as|to be|be)?\s*(?:the |its )?(?P<number>\d{1,3})(?:st|nd|rd"
    r"|th)\b(?P<what> State(?: Party)?| member| party| country)?"
)
ANNOUNCED = re.compile(
    r"\b(?:announc\w+|declar\w+|confirm\w+|indicat\w+|decided|means|intends?|plans?|pledged|committed"
    r"|promised|steps) (?:that [A-Z]\w+ (?:would|will) |its (?:decision|intention) to |to "
    r"|steps to |all |have )*"
    r"(?P<what>accede|join|ratify|succeed|accession|withdraw)\b"
    r"|\bto be the (?=\d{1,3}(?:st|nd|rd|th))",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:not|never|yet to|would|could|should|cannot|can not|may|might|will|if|unless|whether|to"
    r"|call(?:s|ed)? (?:on|upon)|urge[sd]?|encourag\w+|invit\w+"
    r"|ask(?:s|ed)?|consider\w*|hop(?:es|ed|ing)|without|before|since|only|until|who(?:se)?|for)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
LEAVES = re.compile(
    r"\b(?:notif\w+|deposit\w+|received)\b[^.;]{0,60}\bwithdrawal\b|\bwithdrawal\b[^.;]{0,40}\bnotif", re.IGNORECASE
)
EFFECT = re.compile(
    r"\b(?:enter(?:s|ed)? into force|in force|takes? effect|effective|(?:a )?(?:member"
    r"|party) (?:as )?(?:from|since|of|on))\b[^.;]{0,40}?",
    re.IGNORECASE,
)
AFTER = re.compile(r"\bin force (?P<days>\d{1,3}) days? later\b", re.IGNORECASE)
OBJECT = re.compile(r"\b(?:of|to|by|with|in|for|than|since|against) (?:the )?$")
PART_OF_NAME = re.compile(r"\b(?:Sultanate|Kingdom|Republic|States?|Government|Union) of (?:the )?$")
PERFECT = re.compile(r"\b(?:has|have|had) (?:\w+ )*", re.IGNORECASE)
SUSPENDED = re.compile(r"\bsuspend(?:s|ed|ing)\b", re.IGNORECASE)
VOTED_TO_LEAVE = re.compile(
    r"\b(?:parliament|Seimas|Saeima|Riigikogu|government|president)\b[^.;]{0,60}\b(?:voted|decided"
    r"|approved|adopted)\b[^.;]{0,40}\bwithdraw",
    re.IGNORECASE,
)


def understood(passage: Passage, page: Page, people: People) -> Readings | None:
    """The treaty actions of a sentence; None where it tells of none."""
    found: list[Proposal] = []
    for reader in (_left, _suspended, _deposited, _joined, _announced):
        found += reader(passage, page)
        if found:
            break
    found += _signed_before(passage, page)
    found += _ordinals(passage, page, bool(found))
    return tuple(found) or None


def _action(
    passage: Passage, page: Page, state: str, kind: Kind, day: PartialDate | None, **further: object
) -> Proposal:
    certainty = Certainty.READ if day is not None and day.precision is Precision.DAY else Certainty.LIKELY
    told = {"deposited": day} if kind not in (Kind.ANNOUNCEMENT, Kind.DECISION, Kind.SUSPENSION) else {}
    fact = TreatyAction(treaty=page.treaty, state=state, kind=kind, **(told | further))  # type: ignore[arg-type]
    return passage.proposal(fact, certainty)


def _deposited(passage: Passage, page: Page) -> list[Proposal]:
    """ "X deposited its instrument of accession"; without the kind of instrument, the kind that the State had left to it."""
    found = []
    for match in INSTRUMENT.finditer(passage.text):
        state = _subject(passage, match.start()) or _after(passage, match.end(), " of ", " from ")
        if not state or NOT_DONE.search(passage.text[: match.start()]) or passage.is_quoted(match.start()):
            continue
        kind = _kind(match["kind"] or match["kind2"] or "")
        certain = kind is not None
        kind = kind or (Kind.RATIFICATION if _has_signed(page, state) else Kind.ACCESSION)
        day = passage.day_near(match.start()) if passage.days else passage.day
        if _in_brackets(passage, day):
            day = passage.day
        one = _action(passage, page, state, kind, day, effective=_effective(passage, day))
        found.append(one if certain else passage.proposal(one.fact, Certainty.LIKELY))
        break
    return found


def _joined(passage: Passage, page: Page) -> list[Proposal]:
    """ "X acceded", "with X's accession", "X joins the Convention". The day of a page is the last by which it happened."""
    found: list[Proposal] = []
    for match in (*NOUN.finditer(passage.text), *JOINS.finditer(passage.text)):
        is_noun = match.re is NOUN
        before = passage.text[: match.start()]
        states = _subjects(passage, match.start(), is_noun=is_noun)
        if not states or passage.is_quoted(match.start()) or (not is_noun and NOT_DONE.search(before)):
            continue
        if re.match(r",? (?:not|but not|yet to)\b", passage.text[match.end() :]) and "sign" not in match[0]:
            continue
        word = match.groupdict().get("noun") or match.groupdict().get("verb") or ""
        day = _day_of(passage, match)
        if (len(states) > 1 or PERFECT.search(match[0])) and _kind(word) is not Kind.SIGNATURE:
            # "A, B and C have acceded": that they are parties, by whatever instrument and whenever.
            found += _parties(passage, page, states)
            break
        for state in states:
            kind = _kind(word)
            if kind is None:
                kind = Kind.RATIFICATION if _has_signed(page, state) else Kind.ACCESSION
            found.append(_action(passage, page, state, kind, day))
        if found:
            break
    return found


def _parties(passage: Passage, page: Page, states: tuple[str, ...]) -> list[Proposal]:
    if passage.day is None:
        return []
    return [
        passage.proposal(
            StatusClaim(treaty=page.treaty, state=state, standing=ClaimedStanding.PARTY, listed=passage.day),
            Certainty.LIKELY,
        )
        for state in states
    ]


def _announced(passage: Passage, page: Page) -> list[Proposal]:
    """ "X announced that it would accede": a step without legal effect."""
    match = ANNOUNCED.search(passage.text)
    if match is None or passage.is_quoted(match.start()):
        return []
    states = _subjects(passage, match.start(), is_noun=False)
    what = _kind(match["what"] or "accede") or Kind.ACCESSION
    day = passage.days[0].date if passage.days and passage.days[0].start < match.start() else passage.day
    found = [
        _action(passage, page, state, Kind.ANNOUNCEMENT, None, announced=day, about=what.value)
        for state in states
        if day
    ]
    if match["what"] is None and states:
        # "Angola to be the 192nd; member from Oct. 16": the instrument is there, its effect lies ahead.
        kind = Kind.RATIFICATION if _has_signed(page, states[0]) else Kind.ACCESSION
        effective = _effective(passage, None)
        fact = TreatyAction(treaty=page.treaty, state=states[0], kind=kind, announced=day, effective=effective)
        return [passage.proposal(fact, Certainty.LIKELY)]
    return found


def _left(passage: Passage, page: Page) -> list[Proposal]:
    match = LEAVES.search(passage.text)
    if match is None or NOT_DONE.search(passage.text[: match.start()]):
        return _decided(passage, page)
    state = _subject(passage, match.start()) or _after(passage, match.end(), " of ", " from ", "")
    if not state:
        return []
    day = passage.day_near(match.start()) if passage.days else passage.day
    return [_action(passage, page, state, Kind.WITHDRAWAL, day)]


def _decided(passage: Passage, page: Page) -> list[Proposal]:
    match = VOTED_TO_LEAVE.search(passage.text)
    if match is None or not passage.named or NOT_DONE.search(passage.text[: match.start()]):
        return []
    day = passage.day_near(match.start()) if passage.days else passage.day
    return [_action(passage, page, passage.named[0][2], Kind.DECISION, None, decided=day, about=Kind.WITHDRAWAL.value)]


def _suspended(passage: Passage, page: Page) -> list[Proposal]:
    match = SUSPENDED.search(passage.text)
    if match is None or not re.search(r"\b(?:Convention|Treaty|operation|obligations)\b", passage.text[match.end() :]):
        return []
    state = _subject(passage, match.start())
    day = passage.day_near(match.start()) if passage.days else passage.day
    return [_action(passage, page, state, Kind.SUSPENSION, None, decided=day)] if state and day else []


def _signed_before(passage: Passage, page: Page) -> list[Proposal]:
    """ "(signed in 1993)" of the State that the sentence is about."""
    match = re.search(r"\(signed (?:in|on) (?P<date>[^)]+)\)", passage.text)
    told = days(match["date"]) if match else []
    if match is None or not told:
        return []
    state = _subject(passage, match.start())
    return [_action(passage, page, state, Kind.SIGNATURE, told[0].date)] if state else []


def _ordinals(passage: Passage, page: Page, has_action: bool) -> list[Proposal]:
    found = []
    for match in ORDINAL.finditer(passage.text):
        before = passage.text[: match.start()]
        is_asked = re.search(r"\b(?:ask\w*|urge\w*|invit\w*|call\w* on)\b", before)
        if not (match["what"] or has_action) or is_asked or int(match["number"]) < 10:
            continue
        state = _subject(passage, match.start())
        if state:
            day = (
                passage.day_near(match.start())
                if passage.days and not _in_brackets(passage, passage.day_near(match.start()))
                else passage.day
            )
            count = StatedCount(
                what=CountKind.ORDINAL, number=int(match["number"]), as_of=day, state=state, treaty=page.treaty
            )
            found.append(passage.proposal(count))
    return found


def _subject(passage: Passage, place: int) -> str:
    """The State named last before a place in its clause, as doer: not "of Albania" and not one addressed."""
    states = _subjects(passage, place, is_noun=False)
    return states[-1] if states else ""


def _subjects(passage: Passage, place: int, *, is_noun: bool) -> tuple[str, ...]:
    text = passage.text
    named = [one for one in passage.named if one[1] <= place]
    if is_noun:
        return tuple(state for _, end, state in named if place - end <= 3)[-1:]
    if not named:
        return ()
    last = [named[-1]]
    for one in reversed(named[:-1]):
        between = text[one[1] : last[0][0]]
        if not re.fullmatch(r"(?:,? and |, |,? and the |, the )", between):
            break
        last.insert(0, one)
    before, after = text[: last[0][0]], text[last[-1][1] :]
    is_object = OBJECT.search(before) and not re.match(r"[’']s", after) and not PART_OF_NAME.search(before)
    return () if is_object else tuple(dict.fromkeys(state for _, _, state in last))


def _after(passage: Passage, place: int, *leads: str) -> str:
    rest = passage.text[place:]
    for start, _, state in passage.named:
        if start >= place and any(rest[: start - place].replace("the ", "").endswith(lead) for lead in leads):
            return state
    return ""


def _kind(word: str) -> Kind | None:
    lowered = word.lower()
    return next((kind for stem, kind in KINDS.items() if lowered.startswith(stem)), None)


def _has_signed(page: Page, state: str) -> bool:
    """Whether the page says that the State is a signatory."""
    for passage in page.passages:
        for start, end, named in passage.named:
            if named != state:
                continue
            after, before = passage.text[end : end + 60], passage.text[max(0, start - 40) : start]
            if re.search(r"^[^.;]{0,50}\bsigned\b|^[^.;]{0,60}\(signed", after) or re.search(
                r"signator(?:y|ies)\W+(?:\w+\W+){0,2}$", before
            ):
                return True
    return False


def _in_brackets(passage: Passage, day: PartialDate | None) -> bool:
    return any(
        one.date == day and passage.text[: one.start].count("(") > passage.text[: one.start].count(")")
        for one in passage.days
    )


def _day_of(passage: Passage, match: re.Match[str]) -> PartialDate | None:
    """The date of the sentence where it has one near; else some day up to that of the page."""
    near = [one for one in passage.days if abs(one.start - match.end()) < 60 or abs(match.start() - one.end) < 60]
    if near:
        return near[0].date
    if passage.day is None or passage.day.latest is None:
        return None
    return PartialDate.parse(f"../{passage.day.latest.isoformat()}")


def _effective(passage: Passage, deposited: PartialDate | None) -> PartialDate | None:
    """The day of effect where the sentence states it as a day; a period after the deposit is the rule's to count."""
    if AFTER.search(passage.text):
        return None
    for match in EFFECT.finditer(passage.text):
        for one in passage.days:
            if (
                match.start() <= one.start <= match.end() + 30
                and one.date.precision is Precision.DAY
                and one.date != deposited
            ):
                return one.date
    return None
