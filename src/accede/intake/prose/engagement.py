"""What was done to bring States in: visits, meetings, letters, appeals, groups, workshops, work plans, notifications.

Each kind is a pattern; who acts stands before it or after "by", towards whom after it. What is asked for or planned is not
what was done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from accede.activities.values import Activity
from accede.intake.findings import Certainty, Proposal
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.prose.people import PRESIDENT, People
from accede.intake.prose.plans import plan_actions
from accede.intake.prose.press import TONES, USED
from accede.intake.status_paper.numbers import NUMBER, number
from accede.vocabulary.activities import ActivityKind as Kind
from accede.vocabulary.partial_date import PartialDate, Precision

FORUMS = (
    r"Conference on Disarmament|Human Rights Council|(?:UN )?General Assembly|First Committee|Security Council"
    r"|CCW(?: meetings?)?|African Union|ASEAN|Pacific Islands? Forum|OSCE|League of Arab States"
    r"|Inter-Parliamentary Union"
)
WORDS_BEFORE = (
    r"(?:(?:[A-Z][\w’'-]*|[Ii]nformal,|informal|closed|regional|national|first|second|third|preparatory"
    r"|on|of|and|for|the|a) ){0,30}"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A pattern for a kind of thing done; `title` its group that names it."""

    kind: Kind
    pattern: re.Pattern[str]


def _kind(kind: Kind, words: str) -> _Kind:
    return _Kind(kind, re.compile(words))


KINDS: tuple[_Kind, ...] = (
    _kind(Kind.NOTIFICATION, r"\b(?:[Oo]fficial )?[Nn]otif(?:ication|ied)\b(?![^.;]{0,30}withdraw)"),
    _kind(
        Kind.WORKING_GROUP,
        r"\b(?:chaired|convened|held|organi[sz]ed|set up)\b (?:a (?:first |second )?meeting of )?(?:the |an? )?"
        r"(?P<title>(?:[A-Z][\w-]+ ){0,3}(?:Working |Coordinating |Contact )[Gg]roup(?: on [A-Z]\w+)?)",
    ),
    _kind(
        Kind.WORK_PLAN,
        r"\b(?P<title>(?:[Ww]ork [Pp]lan|[Cc]oncept [Nn]ote|[Dd]iscussion [Pp]aper"
        r"|[Ww]orking [Pp]aper)(?: (?:on|for) [A-Z][^,.;()]*?)?)(?= by\b|,| —| \(|\.|$| presented)",
    ),
    _kind(Kind.WORK_PLAN, r"\bpresented (?:their|its|a|the) paper (?P<title>on [A-Z][\w ]+?)(?= at\b|,|\.|;)"),
    _kind(
        Kind.WORKSHOP,
        rf"\b(?P<title>{WORDS_BEFORE}(?:[Ss]eminar|[Ww]orkshop|[Ww]ebinar|[Rr]oundtable"
        rf"|[Cc]eremony)\b(?: (?:for|of|on) [^,.;()]+(?:\([A-Z]+\))?)?)",
    ),
    _kind(Kind.PRESS_RELEASE, r"\b(?:disseminated|issued|published) a press release\b"),
    _kind(
        Kind.LETTER_ROUND,
        r"\b(?:wrote|(?:has|have|had|also) written|sent (?:a )?(?:letters?"
        r"|notes? verbales?))\b(?: individually)?(?: to)?",
    ),
    _kind(Kind.BRIEFING, r"\b(?:gave|provided|offered)\b[^.;]{0,60}\bbriefings?\b|\bbriefed\b|\bpresented tools\b"),
    _kind(Kind.DEMARCHE, r"\b(?:made|carried out|undertook) (?:a )?d[ée]marches?\b"),
    _kind(
        Kind.APPEAL,
        rf"\b(?:appeal(?:s|ed)? to|address(?:es|ed)|told|spoke (?:at|to|before)) (?:the |all )?(?:{FORUMS}"
        rf"|members? of)\b|\bseiz(?:ed|ing) the opportunity\b[^.;]{{0,60}}\bto appeal\b",
    ),
    _kind(
        Kind.APPEAL,
        r"\b(?:States|States not (?:yet )?party|remaining [\w-]+ States) (?:are|were) (?:asked"
        r"|called upon|urged|invited) to (?:adhere|accede|join|ratify)\b",
    ),
    _kind(Kind.VISIT, r"\bvisit(?:ed)?\b(?: to)?(?! to the\b)|\b(?:was|were|travell?ed|went) (?:in|to) (?=[A-Z])"),
    _kind(Kind.BILATERAL, r"\bbi-?lateral(?:ly)?(?: meetings?)?(?: with)?\b|\bmet (?:with )?(?=the |[A-Z]|his |her )"),
    _kind(
        Kind.MEETING,
        rf"\b(?P<title>{WORDS_BEFORE}(?:informal|closed|preparatory|Preparatory|Informal|WGTU|coordination"
        rf"|second|third|first)"
        r"(?:,? (?:informal|closed|preparatory|coordination))* (?:meetings?|[Mm]eetings?"
        r"|[Cc]onsultations?)(?: (?:with|on the|for) [^,.;]+?)?)(?= on \d|,|\.|;|:| \d| by\b| —|$)",
    ),
)
NOUNS = (Kind.WORKSHOP, Kind.MEETING, Kind.WORK_PLAN, Kind.NOTIFICATION, Kind.VISIT)
"""Kinds that a noun tells, after which may stand by whom."""
AT_IT = re.compile(r"\b(?:at|for|of|to|before|during) (?:the |an? |their )?$")
"""Before the name of a meeting at which something else was done."""
NOT_DONE = re.compile(
    r"\b(?:not|never|yet to|would|could|should|cannot|may|might|will|to|plans? to|asked to|hopes? to"
    r"|go on|continue to|in order to|helped with a?)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
ALL_OUTSIDE = re.compile(
    rf"\b(?:all|the|each of the)?\s*(?:remaining )?(?P<number>{NUMBER}"
    rf"|thirty-\w+)? ?(?:remaining )?States (?:not (?:yet )?part(?:y|ies)|that (?:still )?remain outside"
    rf"|outside)\b"
    rf"|\bremaining (?P<number2>{NUMBER}|thirty-\w+) States\b",
    re.IGNORECASE,
)
FORUM = re.compile(rf"\b(?P<forum>{FORUMS})\b")
HOST = re.compile(r"\b(?:ambassador|mission|delegation|embassy|representative) to (?:the )?$", re.IGNORECASE)
PARTICIPANTS = re.compile(r"^(?:\d+\. )?(?:Present|Participants|In attendance|Attendance)\s*:\s*(?P<who>.+?)(?:\.|$)")
LISTED = re.compile(r"(?:Apologies|Secretariat)\b")
TENS = {"thirty": 30, "forty": 40, "twenty": 20}
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LONGEST_TITLE_WORDS = 16


def understood(passage: Passage, page: Page, people: People) -> Readings | None:
    """What a sentence tells was done; None where it tells of nothing."""
    if PARTICIPANTS.match(passage.text) or LISTED.match(passage.text):
        return ()  # told with the meeting
    found: list[Proposal] = []
    taken: list[tuple[int, int]] = []
    for kind in KINDS:
        for match in kind.pattern.finditer(passage.text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            before = passage.text[: match.start()]
            if passage.is_quoted(match.start()) or NOT_DONE.search(before):
                continue
            if kind.kind in (Kind.MEETING, Kind.WORKSHOP) and AT_IT.search(before):
                continue
            facts = list(_facts(kind.kind, match, passage, page, people))
            if facts:
                taken.append(match.span())
            found += facts
    if any(isinstance(one.fact, Activity) and one.fact.kind is Kind.VISIT for one in found):
        # Whom an envoy met is part of the visit.
        found = [one for one in found if not (isinstance(one.fact, Activity) and one.fact.kind is Kind.BILATERAL)]
    return tuple(found) or None


def held(page: Page, people: People) -> Iterator[Proposal]:
    """The meeting whose minutes a page is, with who was there."""
    passage = page.title or next((one.text for one in page.passages), "")
    if page.day is None or not passage:
        return
    lists = [
        one.text
        for one in page.passages
        if PARTICIPANTS.match(one.text) or re.match(r"(?:Apologies|Secretariat)\b", one.text)
    ]
    present = next((PARTICIPANTS.match(one) for one in lists if PARTICIPANTS.match(one)), None)
    chair = re.search(r"(?P<who>[A-Z]\w+) - (?:\d+MSP )?Presidency", present["who"]) if present else None
    states = page.ground.names.spot(chair["who"]) if chair else []
    fact = Activity(
        treaty=page.treaty,
        kind=Kind.MEETING,
        on=page.day,
        by=states[0][2] if states else people.presidency,
        title=re.sub(r"^minutes of (?:the )?", "", page.title, flags=re.IGNORECASE),
        summary=" ".join(re.sub(r"^\d+\. ", "", one) for one in lists),
    )
    yield Proposal(fact=fact, locator="title" if page.title else page.passages[0].where, passage=passage)


def issued(page: Page) -> Iterator[Proposal]:
    """The paper that a page is."""
    if page.day is None or not page.title:
        return
    by = re.search(r"\b(?P<who>Co-?[Cc]hairs?|Presidency|Coordinators?|ISU|Secretariat)\b", page.title)
    fact = Activity(treaty=page.treaty, kind=Kind.WORK_PLAN, on=page.day, by=by["who"] if by else "", title=page.title)
    yield Proposal(fact=fact, locator="title", passage=page.title)


def _facts(kind: Kind, match: re.Match[str], passage: Passage, page: Page, people: People) -> Iterator[Proposal]:
    on = _day(match, passage, page)
    if on is None:
        return
    by = people.named_after(passage, match.end()) if kind in NOUNS else ""
    by = by or people.acting(passage, match.start(), otherwise=page.speaker if _says_i(passage, match) else "")
    title = _title(match.groupdict().get("title") or "")
    one = Activity(
        treaty=page.treaty,
        kind=kind,
        on=on,
        by=by,
        presidency=people.presidency if by == PRESIDENT else "",
        title=title,
        plan_actions=plan_actions(passage.text) or _actions_around(passage),
        occasion=passage.occasion,
    )
    reader: Callable[..., Activity | list[Activity] | None] = _READERS.get(kind, _held)
    found = reader(one, match, passage, page)
    is_exact = any(day.date == on for day in passage.days) or passage.day_from in (
        "label",
        "heading",
        "dateline",
        "line",
    )
    for fact in found if isinstance(found, list) else [found] if found else []:
        yield passage.proposal(fact, Certainty.READ if is_exact and fact.by else Certainty.LIKELY)


def _day(match: re.Match[str], passage: Passage, page: Page) -> PartialDate | None:
    """The date nearest to what was done, after it rather than before; else the one that its context gives."""
    dates = [one for one in passage.days if not re.search(r"\bup to (?:the )?[^.;]*$", passage.text[: one.start])]
    if dates:
        after = [one for one in dates if one.start >= match.start() and one.date.precision <= Precision.SET]
        before = [one for one in dates if one.end <= match.start()]
        if before and (not after or match.start() - before[-1].end < after[0].start - match.end()):
            return before[-1].date
        return (after or before or dates)[0].date
    if passage.day_from == "meeting":
        # Said at a meeting about the year up to it.
        return passage.year or passage.day
    return passage.day or passage.year


def _says_i(passage: Passage, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:I|we|We)\b", passage.text[: match.end()]))


def _actions_around(passage: Passage) -> tuple[str, ...]:
    """The actions that the paragraph names for all that it tells, without naming their plan."""
    match = re.search(r"\b[Ii]n accordance with Action #?(\d+)", passage.paragraph)
    return () if match is None else plan_actions(match[0], passage.plan)


def _title(text: str) -> str:
    words = text.strip(" ,").removeprefix("the ").removeprefix("a ").split()
    while words and words[0].lower() in ("on", "of", "and", "for", "the", "a", "an"):
        words.pop(0)
    return " ".join(words[:LONGEST_TITLE_WORDS])


def _towards(one: Activity, match: re.Match[str], passage: Passage) -> tuple[str, ...]:
    """The States named after what was done, not those who act, host, or are part of a name."""
    found = []
    for start, end, state in passage.named:
        before, after = passage.text[:start], passage.text[end:]
        if start < match.end() - 1 or state in one.by or HOST.search(before) or passage.is_quoted(start):
            continue
        if re.search(r"\b(?:Prince|Princess|envoy|Ambassador|Minister)\b[^,.;]{0,40} of (?:the )?$", before):
            continue
        if re.match(r"[’']s (?:capital|efforts)", after):
            continue
        found.append(state)
    return tuple(dict.fromkeys(found))


def _held(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    """A meeting, a workshop, a paper: who held it stands before, after "by", or in a list of those who took part."""
    if not one.title:
        return None
    by = one.by
    if not by:
        states = passage.states_in(0, match.start())
        by = ", ".join(states) if states else ""
    place = re.search(rf"{re.escape(match[0])}, (?P<place>[A-Z][\w’'-]+)(?:, (?:[A-Z][\w’'-]+))?", passage.text)
    inside = re.search(
        r"\b(?:with|for) (?P<who>signatory States|States not [Pp]arty|signatories|parliamentarians)", passage.text
    )
    summary = f"With {inside['who']}." if inside else ""
    return replace(one, by=by, places=(place["place"],) if place else (), summary=summary, forum=_side(passage, match))


def _side(passage: Passage, match: re.Match[str]) -> str:
    """The larger meeting at whose side or for whose sake it was held."""
    told = re.search(
        r"\b(?:in the margins of|on the sidelines of|beside|at|for) (?:the )?(?P<forum>(?:\d+(?:st|nd|rd"
        r"|th) )?(?:[A-Z][\w-]+ )*(?:Assembly|Preparatory Meeting|Ministers Meeting|Conference|Session"
        r"|UNGA|CSP\d+|Part One)\b(?: (?:of"
        r"|for) (?:the )?[A-Z0-9][\w-]*(?: [A-Z][\w-]+)*)?(?: \([A-Z]+\))?)",
        passage.text,
    )
    return told["forum"] if told and told["forum"] not in match[0] else ""


def _visit(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    if match[0].startswith(("was", "were", "went", "travel")):
        state = next((state for start, _, state in passage.named if start == match.end()), "")
        return replace(one, towards=(state,)) if state and one.by else None
    city = re.match(
        r" (?:to )?(?P<city>[A-Z][\w’'-]+)", passage.text[match.end() - (3 if match[0].endswith("to") else 0) :]
    )
    towards = _towards(one, match, passage)
    if not towards and not city:
        return None
    names = {passage.text[start:end] for start, end, _ in passage.named}
    place = city["city"] if city and city["city"] not in names else ""
    if not towards:
        # A visit to a capital: to the State that the page is about.
        towards = _about(page)
    return replace(one, towards=towards[:1], places=(place,) if place else ())


def _about(page: Page) -> tuple[str, ...]:
    named = page.ground.names.spot(page.title)
    return (named[0][2],) if named else ()


def _bilateral(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> list[Activity] | None:
    if match[0].startswith("met"):
        rest = passage.text[match.end() :]
        if not re.match(
            r"(?:the |his |her )?[\w’' -]{0,60}?(?:[Aa]mbassador|[Mm]inister|[Pp]resident|[Oo]fficial"
            r"|[Rr]epresentative|[Dd]elegation)|[A-Z]",
            rest,
        ):
            return None
        towards = _towards(one, match, passage)[:1]
        return [replace(one, towards=towards)] if towards and one.by else None
    towards = _towards(one, match, passage)
    return [replace(one, towards=(state,)) for state in towards] or ([one] if one.by else None)


def _letters(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    towards = _towards(one, match, passage)
    told = ALL_OUTSIDE.search(passage.text) or (
        ALL_OUTSIDE.search(passage.paragraph) if re.search(r"\b(?:to )?them\b", passage.text) else None
    )
    invited = page.occasions.all_meetings(passage.text)
    one = replace(one, occasion="", forum="", summary=f"Invites them to {' and '.join(invited)}." if invited else "")
    if towards:
        return replace(one, towards=towards)
    if told is None:
        return None
    return replace(one, towards_all_outside=True, towards_count=_number(told["number"] or told["number2"]))


def _appeal(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    forum = FORUM.search(passage.text)
    told = ALL_OUTSIDE.search(passage.text)
    meeting = page.occasions.meeting(page.title, page.day)
    if not forum and not told:
        return None
    return replace(
        one,
        by=one.by or page.speaker,
        plan_actions=one.plan_actions or (plan_actions(page.text()) if told and page.speaker else ()),
        forum=forum["forum"] if forum else "",
        occasion=one.occasion or meeting,
        towards_all_outside=bool(told),
        towards_count=_number(told["number"] or told["number2"]) if told else None,
    )


def _press(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    rest = passage.text[match.end() :]
    tone = next((tone for tone, words in TONES if words.search(rest)), None)
    if tone is None and re.search(r"\backnowledging the unfortunate\b", rest):
        return None
    about = [
        state
        for start, _, state in passage.named
        if start >= match.end() and not re.search(r"\b(?:Mission|Support)\b[^.;,]{0,20}$", passage.text[:start])
    ]
    reported = re.search(
        r"\b(?:reports?|reported)\b[^.;]{0,30}?\bby the (?P<who>[A-Z][\w’'-]+(?:(?: of| for| in| and"
        r"| the)* [A-Z][\w’'-]+)*)",
        rest,
    )
    who = (
        "UNSMIL" if reported and "Support Mission in Libya" in reported["who"] else reported["who"] if reported else ""
    )
    use = bool(USED.search(rest))
    set_off = re.search(r"\bannounced on\b", rest)
    days = [day.date for day in passage.days if set_off and day.start >= match.end() + set_off.start()]
    return replace(
        one,
        by=one.by or PRESIDENT,
        tone=tone,
        about_state=about[0] if about else "",
        alleged_by=who if use else "",
        set_off_on=days[0] if days else None,
    )


def _notification(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    is_to_all = bool(re.search(r"\bto all\b", passage.text))
    return replace(
        one,
        title=f"Notification of {passage.occasion}" if passage.occasion else "Notification",
        by=one.by or "",
        towards_all_outside=is_to_all and bool(re.search(r"States not part", passage.text)),
    )


def _group(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    present = next(
        (
            told["who"]
            for other in page.passages
            if (told := PARTICIPANTS.match(other.text)) and other.release == passage.release
        ),
        "",
    )
    return replace(one, summary=f"Present: {present}." if present else "")


def _paper(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    states = passage.states_in(0, match.start())
    by = one.by or ", ".join(states)
    return replace(one, by=by, forum=_side(passage, match)) if by else None


def _briefing(one: Activity, match: re.Match[str], passage: Passage, page: Page) -> Activity | None:
    before = [state for start, _, state in passage.named if start < match.start() and state not in one.by]
    towards = tuple(dict.fromkeys((*_towards(one, match, passage), *before)))
    title = re.search(r"\bat an? (?P<title>informal meeting on the [‘“'][^’”']+[’”'])", passage.text)
    return replace(one, towards=towards[:3], title=_title(title["title"]) if title else "", forum=_side(passage, match))


_READERS: dict[Kind, Callable[..., Activity | list[Activity] | None]] = {
    Kind.VISIT: _visit,
    Kind.BILATERAL: _bilateral,
    Kind.LETTER_ROUND: _letters,
    Kind.APPEAL: _appeal,
    Kind.PRESS_RELEASE: _press,
    Kind.NOTIFICATION: _notification,
    Kind.WORKING_GROUP: _group,
    Kind.WORK_PLAN: _paper,
    Kind.BRIEFING: _briefing,
}


def _number(text: str | None) -> int | None:
    """A number in figures or words; None where there is none."""
    if not text:
        return None
    tens, _, unit = text.lower().partition("-")
    if tens in TENS:
        return TENS[tens] + (UNITS.index(unit) + 1 if unit in UNITS else 0)
    try:
        return number(text)
    except ValueError:
        return None
