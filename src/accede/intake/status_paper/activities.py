"""What the President and others did, and who answered: letters, replies, meetings, appeals, press releases, visits."""

import re
from collections.abc import Callable
from dataclasses import replace

from accede.activities.values import Activity
from accede.evidence.values import Confirmation
from accede.intake.findings import Evidenced, Proposal, Stated
from accede.intake.keys import key_of
from accede.intake.status_paper.dates import dated
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.errors import InvalidDate, UnknownName
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.practices import Actor

PATTERNS: dict[ActivityKind, re.Pattern[str]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        ActivityKind.LETTER_ROUND: r"\b(?:wrote|sent (?:a )?letters?|(?:has|have) written) to\b",
        ActivityKind.REPLY: r"\b(?:written (?:repl(?:y|ies)|responses?)|replied|repl(?:y|ies) (?:was|were) received)\b",
        ActivityKind.BILATERAL: r"\bbi-?lateral(?:ly)?\b",
        ActivityKind.WORKING_GROUP: r"\b(?:convened|held|chaired)\b.*\bGroup\b.*",
        ActivityKind.APPEAL: r"\bappealed to\b",
        ActivityKind.PRESS_RELEASE: r"\b(?:issued|disseminated) a press release\b",
        ActivityKind.VISIT: r"\bvisited\b",
        ActivityKind.WORKSHOP: r"\bheld a workshop\b",
        ActivityKind.DEMARCHE: r"\bmade a démarche\b",
        ActivityKind.BRIEFING: r"\bbriefed\b",
        ActivityKind.CALL: r"\bspoke with\b",
    }.items()
}
"""The first of these that a sentence has tells what was done."""
DOER = re.compile(
    r"(?:^|, )(?:on|in) (?P<date>[^,]+(?:, [^,]+)??), (?P<who>[^,]+?) "
    r"(?:wrote|sent|has written|have written|held|met|convened|chaired|appealed|issued|disseminated|visited|made|briefed|spoke)\b",
    re.IGNORECASE,
)
TO_HOW_MANY = re.compile(rf"\bto (?:each of )?(?:all )?(?:the )?(?P<number>{NUMBER}) States\b", re.IGNORECASE)
TO_ALL_OUTSIDE = re.compile(r"\bto (?:all |each of )?the States not party\b", re.IGNORECASE)
NO_REPLY = re.compile(r"\bno (?:written )?(?:repl(?:y|ies)|responses?)\b|\bnone\b.*\breplied\b", re.IGNORECASE)
GROUP = re.compile(
    r"\b(?:convened|held|chaired) (?:a meeting of )?the (?P<name>[^,.;]*\bGroup\b[^,.;]*)", re.IGNORECASE
)
FORUM = re.compile(r", at (?:the )?(?P<forum>[^,.]+)")
TONES = {
    PressTone.WELCOME: re.compile(r"\bwelcom", re.IGNORECASE),
    PressTone.REGRET: re.compile(r"\bregret|\bunfortunate\b", re.IGNORECASE),
    PressTone.CONDEMNATION: re.compile(r"\bcondemn", re.IGNORECASE),
}
FURTHER = re.compile(r"(?:, on behalf of (?P<behalf>[^,]+?))?(?:, in (?P<place>.+?))?\.?$")
"""For whom and where, behind a visit, workshop, démarche or briefing."""
TITLE = re.compile(r",(?: under the title)? “(?P<title>[^”]+)”")
REPORTED_BY = re.compile(r", which (?P<who>[^,;]+?) had reported\b")
NO_USER = re.compile(r"\bno user is named\b|\bnames no user\b")
NOT_HELD = re.compile(r"\bthe register holds no(?:ne)?\b", re.IGNORECASE)
PRESIDENT = "President"
LETTERS = "Letters to the States not party"

Doer = Callable[[Activity, Sentence, Reading], list[Activity] | None]


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The activities of a sentence; None where it tells of none, or not when."""
    if NOT_HELD.search(sentence.text):
        return ()
    kind = next((kind for kind, pattern in PATTERNS.items() if pattern.search(sentence.text)), None)
    if kind is None:
        return () if _tells_of_press_release(sentence) else None
    if kind is ActivityKind.REPLY:
        facts = _replies(sentence, reading)
    else:
        on, by = _done(sentence, reading)
        if on is None:
            return None
        facts = _READERS.get(kind, _towards)(
            Activity(treaty=reading.treaty, kind=kind, on=on, by=by), sentence, reading
        )
    return None if facts is None else tuple(sentence.proposal(fact) for fact in facts)


def _tells_of_press_release(sentence: Sentence) -> bool:
    """Whether the sentence goes on about a press release that an earlier one of its paragraph told of."""
    told = PATTERNS[ActivityKind.PRESS_RELEASE].search(sentence.paragraph)
    return told is not None and sentence.paragraph.find(sentence.text) > told.start()


def _done(sentence: Sentence, reading: Reading) -> tuple[PartialDate | None, str]:
    """When it was done, and by whom: an alpha-3 key, "President", or the name the sentence gives."""
    match = DOER.search(sentence.text)
    on = _date(match["date"]) if match else None
    return on or dated(sentence.text, "on", "in") or reading.as_of, _doer(match["who"], reading) if match else PRESIDENT


def _date(text: str) -> PartialDate | None:
    try:
        return read_date(text)
    except InvalidDate:
        return None


def _doer(text: str, reading: Reading) -> str:
    name = text.removeprefix("the ")
    try:
        return reading.names.find(name)
    except UnknownName:
        return name


def _letters(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity]:
    count = TO_HOW_MANY.search(sentence.text)
    invited = reading.occasions.all_meetings(sentence.text)
    return [
        replace(
            one,
            title=LETTERS,
            towards=() if count else _others(one, sentence),
            towards_all_outside=bool(count),
            towards_count=number(count["number"]) if count else None,
            summary=f"Invites them to {' and '.join(invited)}." if invited else "",
        )
    ]


def _replies(sentence: Sentence, reading: Reading) -> list[Activity] | None:
    """One for each State; `on` is the year of the letters until the overview tells the day."""
    if not sentence.states:
        return [] if NO_REPLY.search(sentence.text) else None
    on = dated(sentence.text, "in", "on") or dated(sentence.paragraph, "in", "on") or reading.as_of
    if on is None:
        return None
    return [Activity(treaty=reading.treaty, kind=ActivityKind.REPLY, on=on, by=state) for state in sentence.states]


def _bilaterals(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity]:
    """One meeting for each State; one without a State where the sentence names none."""
    return [replace(one, towards=(state,)) for state in _others(one, sentence)] or [one]


def _working_group(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity] | None:
    match = GROUP.search(sentence.text)
    return [replace(one, title=match["name"])] if match else None


def _appeal(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity]:
    forum = FORUM.search(sentence.text)
    is_to_all = bool(TO_ALL_OUTSIDE.search(sentence.text))
    towards = () if is_to_all else _others(one, sentence)
    return [replace(one, towards=towards, towards_all_outside=is_to_all, forum=forum["forum"] if forum else "")]


def _press_release(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity]:
    """What it did about what. Use in a State is not use by it: the State is what it is about, no more."""
    title = TITLE.search(sentence.text)
    reported = REPORTED_BY.search(sentence.text)
    end = min(match.start() for match in (title, reported) if match) if title or reported else len(sentence.text)
    about = [state for start, _, state in sentence.named if start < end and state != one.by]
    text = sentence.text[:end]
    return [
        replace(
            one,
            title=title["title"] if title else "",
            tone=next((tone for tone, words in TONES.items() if words.search(text)), None),
            about_state=about[0] if about else "",
            alleged_by=reported["who"] if reported else "",
            actor=Actor.UNKNOWN if NO_USER.search(sentence.text) else None,
        )
    ]


def _towards(one: Activity, sentence: Sentence, reading: Reading) -> list[Activity]:
    """A visit, workshop, démarche, briefing or call."""
    match = FURTHER.search(sentence.text)
    assert match  # the end of the sentence, if nothing else
    towards = tuple(state for start, _, state in sentence.named if start < match.start() and state != one.by)
    behalf = _doer(match["behalf"], reading) if match["behalf"] else ""
    return [replace(one, towards=towards, on_behalf_of=behalf, place=match["place"] or "")]


def _others(one: Activity, sentence: Sentence) -> tuple[str, ...]:
    return tuple(state for state in sentence.states if state != one.by)


_READERS: dict[ActivityKind, Doer] = {
    ActivityKind.LETTER_ROUND: _letters,
    ActivityKind.BILATERAL: _bilaterals,
    ActivityKind.WORKING_GROUP: _working_group,
    ActivityKind.APPEAL: _appeal,
    ActivityKind.PRESS_RELEASE: _press_release,
}


def linked(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals with each reply on the day on which the overview says that the State answered, and with the letters
    that replies and confirmations of the paper's year answer, by the key under which they would be recorded.
    """
    facts = [one.fact for one in proposals]
    answered = {fact.state: fact.said for fact in facts if isinstance(fact, Confirmation)}
    letters = [fact for fact in facts if isinstance(fact, Activity) and fact.kind is ActivityKind.LETTER_ROUND]
    return [replace(one, fact=_linked(one.fact, answered, letters)) for one in proposals]


def _linked(fact: Evidenced | Stated, answered: dict[str, PartialDate], letters: list[Activity]) -> Evidenced | Stated:
    if isinstance(fact, Activity) and fact.kind is ActivityKind.REPLY:
        on = fact.on.narrowed_by(answered[fact.by]) if fact.by in answered else fact.on
        return replace(fact, on=on, reply_to=_round(on, letters))
    if isinstance(fact, Confirmation):
        return replace(fact, reply_to=_round(fact.said, letters))
    return fact


def _round(day: PartialDate, letters: list[Activity]) -> str:
    """The key of the one round of letters of the paper within whose date the day lies; empty where there is none."""
    rounds = [each for each in letters if each.on == day or each.on.narrowed_by(day) == day]
    return key_of(rounds[0]) if len(rounds) == 1 else ""
