"""When and where a meeting was held, and who presided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.register.values import Occasion
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.named_meetings import meeting_key
from accede.reporting.checker.reading.cities import CITIES
from accede.reporting.checker.reading.days import Day, Lead, days
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.label import Labelled

NEEDS = ("actions", "occasions")


class About(Labelled):
    """What is said of a meeting."""

    DAYS = "days", "held"
    PLACE = "place", "held in"
    PRESIDENCY = "presidency", "presided over by"


_M = r"⟦M(?P<m>\d+)⟧"
_NAMES = (
    r"(?: ?\((?:⟦M\d+⟧|[A-Z][\w/ .-]{0,30}|the [^()⟦]{0,40})\))?(?: (?:of|to) ⟦T\d+⟧)?(?:,? (?:Part (?:One|Two|"
    r"1|2)|itself))?"
)
_HELD = (
    r"(?:,? (?:which |that )?(?:(?:was|were|is|are|will be|has been|had been|to be|"
    r"being) (?:to be )?(?:held|convened|hosted|scheduled|organi[sz]ed|due|opened|set)(?: (?:for|to be held|"
    r"to take place))?"
    r"|took place|takes place|will take place|taking place|convened|met|opened|held))?"
)
_VIRTUAL = r"(?:,? (?:virtually|online|in a hybrid format))?"
_CITY = r"(?:(?:the |The )?[A-Z][\w'’-]+(?:[ -](?:de |am )?[A-Z][\w'’-]+)*)"
_PLACE = (
    rf"(?:,? (?:in|at) (?P<place>{_CITY})|,? (?:in|at) (?:the )?⟦L(?P<state>\d+)⟧|(?:, |"
    rf" ?\()(?P<place_b>{_CITY})(?=[,.;)]| ⟦D|$| from))?"
)
_COUNTRY = r"(?:, ?(?:the )?⟦L\d+⟧,?|,? ?\(⟦L\d+⟧\))?"
DATED = re.compile(
    rf"{_M}{_NAMES}{_HELD}{_VIRTUAL}{_PLACE}{_COUNTRY}(?:,? ?\(?(?:held |on |of |"
    rf"between )?⟦D(?P<d>\d+)⟧(?: (?:to|until|and) ⟦D(?P<to>\d+)⟧)?\)?)?"
)
PLACED_AFTER = re.compile(
    rf"{_M}{_NAMES}{_HELD}{_VIRTUAL},? ?\(?⟦D(?P<d>\d+)⟧\)?,? (?:in |at )?(?:(?P<place>{_CITY})|"
    rf"(?:the )?⟦L(?P<state>\d+)⟧)"
)
DATE_FIRST = re.compile(rf"⟦D(?P<d>\d+)⟧ (?:the )?{_M}")
HOSTED = re.compile(rf"(?:(?P<place>{_CITY})|⟦L(?P<state>\d+)⟧) (?:has |had )?hosted (?:the )?{_M}")
PRESIDED = (
    re.compile(
        rf"{_M}{_NAMES}(?:,? (?:which |that )?(?:was |is |"
        rf"were )?(?:held )?(?:⟦D\d+⟧ )?(?:in [A-Z]\w+(?: \w+)? )?)?,? ?(?:was |is )?(?:chaired|"
        rf"presided(?: over)?|headed|led|held under the presidency|under the presidency|"
        rf"under the chairmanship|with the presidency|hosted and presided over)"
        rf",? ?(?:by|of) (?:(?:the )?(?:Ambassador|Minister|President|Representative|"
        rf"Permanent Representative|presidency|Prince|Her|His)?[^.;:⟦]{{0,60}})?⟦L(?P<l>\d+)⟧"
    ),
    re.compile(
        rf"\bPresident(?:-designate)? of (?:the )?{_M}{_NAMES},? (?:(?:the )?(?:Ambassador|H\.E\.|Mr\.?|"
        rf"Ms\.?|Dr\.?|Prince)[^.;:⟦]{{0,60}}(?:of|from) )?(?:the )?⟦L(?P<l>\d+)⟧"
    ),
    re.compile(
        rf"⟦L(?P<l>\d+)⟧(?:['’]s [^.;:⟦]{{0,60}})?,? (?:(?:who |which )?(?:had |has )?(?:presided over|"
        rf"chaired|will preside over|held the presidency of|assumed the presidency of|was President of|"
        rf"is President of|as President of|the President of|as Presidency of|served as President of|"
        rf"presides over)) (?:the )?{_M}"
    ),
    re.compile(
        rf"{_M}(?:(?!⟦M)[^.;:]){{0,140}}?\bunder the (?:presidency|"
        rf"chairmanship) of (?:[^.;:⟦]{{0,60}})?(?:the )?⟦L(?P<l>\d+)⟧"
    ),
    re.compile(rf"⟦L(?P<l>\d+)⟧['’]s (?:presidency|chairmanship) of (?:the )?{_M}"),
    re.compile(rf"{_M}{_NAMES} (?:presidency|President|chair)(?: (?:was|is|of))? ?\(?⟦L(?P<l>\d+)⟧"),
    re.compile(
        rf"\b(?:[Tt]he )?(?:presidency|chairmanship) of (?:the )?{_M}{_NAMES} (?:was|is|lay with|was held by|"
        rf"rested with|belonged to|fell to|went to) ⟦L(?P<l>\d+)⟧"
    ),
)


LONGEST = 12
"""Days; no meeting lasts longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClaim(Claim):
    """One thing said of one meeting. `told_days` for its days, `place` a city or ISO alpha-3 key, `presidency` a key."""

    meeting: str
    about: About
    is_ours: bool | None
    first: date | None = None
    last: date | None = None
    is_range: bool = False
    place: str = ""
    state: str = ""


def find(sentence: Sentence, context: Context) -> Iterator[MeetingClaim]:
    """What a sentence says of the meetings it names."""
    if sentence.language != "en" or "⟦M" not in sentence.outline or is_question(sentence) or is_conditional(sentence):
        return
    seen: set[tuple[str, About]] = set()
    for claim in _found(sentence, context):
        if claim.is_ours is not False and claim.meeting and (claim.meeting, claim.about) not in seen:
            seen.add((claim.meeting, claim.about))
            yield claim


def judge(claim: MeetingClaim, answers: Answers) -> Judgement:
    """Whether it was then, there, under that presidency."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is a meeting of the treaty asked about.")
    held = answers.occasions.get(claim.meeting)
    if held is None:
        return cannot_tell(f"The register holds no meeting {claim.meeting}.")
    keys = (held.key,)
    match claim.about:
        case About.DAYS:
            return _days(claim, held.fact, keys)
        case About.PLACE:
            return _place(claim, held.fact, keys, answers)
        case _:
            return _presidency(claim, held.fact, keys, answers)


def _found(sentence: Sentence, context: Context) -> Iterator[MeetingClaim]:
    outline = sentence.outline
    for pattern in (PLACED_AFTER, DATED):
        for match in pattern.finditer(outline):
            yield from _from(sentence, context, match)
    yield from _of_years(sentence, context)
    for match in DATE_FIRST.finditer(outline):
        yield from _before(sentence, context, match)
    for match in HOSTED.finditer(outline):
        if match["state"]:
            yield from _at_state(sentence, context, match, int(match["state"]))
        elif match["place"] in CITIES:
            yield _claim(sentence, context, int(match["m"]), About.PLACE, match.span(), place=match["place"])
    for pattern in PRESIDED:
        for match in pattern.finditer(outline):
            states = sentence.lists[int(match["l"])]
            if len(states) == 1:
                yield _claim(sentence, context, int(match["m"]), About.PRESIDENCY, match.span(), state=states[0].iso3)


def _of_years(sentence: Sentence, context: Context) -> Iterator[MeetingClaim]:
    """The years that stand within a meeting's name ("the 2014 Third Review Conference")."""
    for index, meeting in enumerate(sentence.meetings):
        sign = re.search(rf"⟦M{index}⟧", sentence.outline)
        if sign and meeting.year and meeting.key and not meeting.key.startswith(("IM", "SC")):
            first, last = date(meeting.year, 1, 1), date(meeting.year, 12, 31)
            yield _claim(sentence, context, index, About.DAYS, sign.span(), first=first, last=last)


def _before(sentence: Sentence, context: Context, match: re.Match[str]) -> Iterator[MeetingClaim]:
    """Days right before a meeting's name: "the 7-8 June 2018 intersessional meetings", but not "in June 2018 the 16MSP"."""
    day = sentence.days[int(match["d"])]
    is_bare = re.match(r"(?:of )?(?:the )?\d", sentence.text[day.start : day.end])
    is_short = day.first != day.last and (day.last - day.first).days < LONGEST
    if is_bare and is_short and not day.wrong and day.year_is_told:
        first, last = day.first, day.last
        yield _claim(
            sentence, context, int(match["m"]), About.DAYS, match.span(), first=first, last=last, is_range=True
        )


def _from(sentence: Sentence, context: Context, match: re.Match[str]) -> Iterator[MeetingClaim]:
    """The days and the place of a meeting that stand right behind its name."""
    groups = match.groupdict()
    index = int(groups["m"])
    which = next((name for name in ("place", "place_b") if groups.get(name)), "")
    city = _city(groups[which] or "") if which else ""
    if which and not city:
        return  # what stands between is no place, and the day behind it may be of something else
    if groups.get("d"):
        day = sentence.days[int(groups["d"])]
        last = sentence.days[int(groups["to"])] if groups.get("to") else day
        if _is_its_own(sentence, match, day) and not last.wrong:
            is_range = day.first != last.last and (last.last - day.first).days < LONGEST
            end = match.end("to" if groups.get("to") else "d") + 1
            yield _claim(
                sentence,
                context,
                index,
                About.DAYS,
                (match.start(), end),
                first=day.first,
                last=last.last,
                is_range=is_range,
            )
    if city:
        yield _claim(sentence, context, index, About.PLACE, (match.start(), match.end(which)), place=city)
    elif groups.get("state"):
        yield from _at_state(sentence, context, match, int(groups["state"]))


def _at_state(sentence: Sentence, context: Context, match: re.Match[str], listed: int) -> Iterator[MeetingClaim]:
    states = sentence.lists[listed]
    if len(states) == 1:
        yield _claim(sentence, context, int(match["m"]), About.PLACE, match.span(), state=states[0].iso3)


def _is_its_own(sentence: Sentence, match: re.Match[str], day: Day) -> bool:
    """Whether a day behind a meeting's name is the meeting's: not "since 2014", not "by the end of 2018"."""
    if day.wrong or not day.year_is_told or day.is_relative:
        return False
    if day.lead in (Lead.BY, Lead.BEFORE, Lead.AFTER, Lead.AS_OF):
        return False
    is_held = re.search(r"\b(?:held|took place|takes place|take place|convened|scheduled|set|met|opened)\b", match[0])
    if day.lead is Lead.SINCE:
        return (bool(is_held) and day.first != day.last) or (
            bool(re.match(r"from", sentence.text[day.start : day.end], re.IGNORECASE)) and bool(is_held)
        )
    return True


def _city(name: str) -> str:
    plain = name.removeprefix("the ").strip()
    words = plain.split()
    for length in range(len(words), 0, -1):
        candidate = " ".join(words[:length])
        if candidate in CITIES:
            return candidate
        if f"The {candidate}" in CITIES:
            return f"The {candidate}"
    return ""


def _claim(
    sentence: Sentence, context: Context, index: int, about: About, span: tuple[int, int], *,
    first: date | None = None, last: date | None = None, is_range: bool = False, place: str = "", state: str = "",
) -> MeetingClaim:  # fmt: skip
    start, end = span
    key = meeting_key(sentence, context, index) or _by_place(sentence, index)
    said = place or state or (f"{first.isoformat()}/{last.isoformat()}" if first and last else "")
    ours = context.is_ours(sentence, start, end)
    return MeetingClaim(
        kind=ClaimKind.MEETING,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{key} {about.label} {said}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        meeting=key,
        about=about,
        is_ours=ours if key else None,
        first=first,
        last=last,
        is_range=is_range,
        place=place,
        state=state,
    )


def _by_place(sentence: Sentence, index: int) -> str:
    """The key of a Review Conference called by its place."""
    numbers = {"Nairobi": 1, "Cartagena": 2, "Maputo": 3, "Oslo": 4, "Siem Reap": 5, "Siem Reap-Angkor": 5}
    number = numbers.get(sentence.meetings[index].place)
    return f"{number}RC" if number else ""


def _days(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...]) -> Judgement:
    starts, ends = held.starts, held.ends or held.starts
    if starts is None or ends is None or claim.first is None or claim.last is None:
        return cannot_tell("The register does not hold its days.", "", keys)
    register = f"{starts.wording()} to {ends.wording()}" if starts != ends else starts.wording()
    if starts.earliest is None or ends.latest is None:
        return cannot_tell("The register does not hold its days.", register, keys)
    is_known = starts.earliest == starts.latest and ends.earliest == ends.latest
    overlaps = starts.earliest <= claim.last and claim.first <= ends.latest
    if claim.is_range and is_known:
        if (claim.first, claim.last) == (starts.earliest, ends.latest):
            return agrees(register, "", keys)
        if starts.earliest <= claim.first and claim.last <= ends.latest:
            return cannot_tell("These days lie within the meeting; say whether all of it is meant.", register, keys)
    elif overlaps:
        return (
            agrees(register, "", keys)
            if is_known or (claim.first <= starts.earliest and ends.latest <= claim.last)
            else cannot_tell("Its days are known only roughly.", register, keys)
        )
    if not is_known and overlaps:
        return cannot_tell("Its days are known only roughly.", register, keys)
    if (
        held.ends is None
        and starts.earliest <= claim.last
        and claim.first >= starts.earliest
        and (claim.first - starts.earliest).days < 10
    ):
        return cannot_tell("Its last day is not held.", register, keys)
    if _is_noted(claim, held.note):
        return cannot_tell(f"Another source dates it otherwise: {held.note}", register, keys)
    return contradicts(register, f"{held.name} was held {register}.", keys)


def _is_noted(claim: MeetingClaim, note: str) -> bool:
    """Whether the register's note on a meeting names the days claimed: other sources give them."""
    assert claim.first is not None
    assert claim.last is not None
    return any(not day.wrong and day.first <= claim.last and claim.first <= day.last for day in days(note))


def _place(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...], answers: Answers) -> Judgement:
    register = ", ".join(filter(None, (held.city, answers.name(held.country) if held.country else "")))
    if not held.city:
        return cannot_tell("The register does not hold where it was.", register, keys)
    if claim.state:
        if claim.state == held.country:
            return agrees(register, "", keys)
        if claim.state == held.presidency:
            return cannot_tell("That State presided; the meeting was held elsewhere.", register, keys)
        return contradicts(register, f"{held.name} was held in {register}.", keys)
    if _same_city(claim.place, held.city):
        return agrees(register, "", keys)
    if "irtual" in held.note:
        return cannot_tell(f"It was held virtually, convened in {register}.", register, keys)
    if claim.place in held.note:
        return cannot_tell(held.note, register, keys)
    return contradicts(register, f"{held.name} was held in {register}.", keys)


def _same_city(one: str, other: str) -> bool:
    return (
        one == other
        or one.startswith(other)
        or other.startswith(one)
        or one.removeprefix("The ") == other.removeprefix("The ")
    )


def _presidency(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...], answers: Answers) -> Judgement:
    if not held.presidency:
        return cannot_tell("The register does not hold who presided.", "", keys)
    register = f"presidency of {answers.name(held.presidency)}" + (f" ({held.president})" if held.president else "")
    if claim.state == held.presidency:
        return agrees(register, "", keys)
    return contradicts(register, f"{held.name}: {register}.", keys)
