"""Who took part in which meeting, last, first, never, or for the first time in years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from accede.evidence.values import Attendance
from accede.overview.attendance import Participation
from accede.records.values import Evidence
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.scope import told
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.label import Labelled
from accede.vocabulary.occasions import OccasionKind, ParticipationClaim

NEEDS = ("actions", "occasions", "attendance")


class Took(Labelled):
    """What is said of a State's part in meetings."""

    PART = "part", "took part"
    NO_PART = "no_part", "did not take part"
    NEVER = "never", "has never taken part"
    ONCE = "once", "has taken part at least once"
    LAST = "last", "took part last"
    FIRST = "first", "took part first"
    AFTER_YEARS = "after_years", "took part for the first time in years"


ADV = (
    r"(?:(?:also|both|all|each|again|regularly|has|have|had|who|which|that|actively|once more|as well|too|"
    r"together|only|personally|⟦D\d+⟧|since ⟦D\d+⟧),? )*"
)
AS = (
    r"(?: (?:as )?(?:an )?(?:observers?|a State not party|States not party|delegations?|in person|virtually|"
    r"remotely|online))?"
)
PART = (
    rf"(?:attend(?:ed|s|ing)|participat(?:ed|es|ing)|took part|taking part|takes part|taken part|(?:was|"
    rf"were) (?:present|represented|an? observer|observers|among (?:the )?(?:participants|observers|those)|"
    rf"in attendance)|observed|sent (?:a |an )?(?:observer )?delegations?|"
    rf"joined(?= (?:the )?⟦M)|delivered (?:a )?statements?|addressed|spoke|took the floor|made a statement|"
    rf"intervened){AS}"
)
NO_PART = (
    r"(?:did not|didn['’]t|do not|does not|has not|have not|had not|could not|failed to) (?:attend(?:ed)?|"
    r"participate[d]?|take part|taken part|send (?:a |an )?(?:observer )?delegations?)|(?:was|were) (?:absent|"
    r"not present|not represented)(?: (?:from|at))?|skipped|missed|stayed away from"
)
AT = r"(?: (?:in|at|to|during|from|of))?(?: the)?(?: work of)?(?: the)?"
SUBJECT = r"⟦L(?P<l>\d+)⟧(?:['’]s (?:delegation|representatives?))?(?:, (?:(?!⟦L)[^.;:,]){0,90}?,)? ?"
MEETINGS = (
    r"(?:⟦M\d+⟧(?: ?\((?:[^()]|⟦[DM]\d+⟧)*\))?(?:(?:,| and| or|, and| as well as| held)? ?(?:the )?(?:at )?(?=⟦M)|))+"
)
ANY = (
    r"(?:any|a|an|the|one|in any of the|any of the|even a single|our|its|one of the|"
    r"its first)? ?(?:[Cc]onvention[- ]related |formal |annual |"
    r"⟦T\d+⟧-?(?:['’]s)?(?:[- ]related)? ?)*(?:[Mm]eetings?(?: of (?:the )?(?:States [Pp]arties|"
    r"⟦T\d+⟧))?(?: (?:to|of) ⟦T\d+⟧)?|MSPs?|events?|work of ⟦T\d+⟧)"
)
TOOK_PART = re.compile(rf"{SUBJECT}{ADV}(?P<verb>{PART}){AT} (?P<m>⟦M\d+⟧)")
LEFT_OUT = re.compile(rf"{SUBJECT}{ADV}(?P<verb>{NO_PART}){AT} (?P<m>⟦M\d+⟧)")
NEVER = re.compile(
    rf"{SUBJECT}(?:{ADV}(?:has|have|had) {ADV}(?:never|not once|never yet|not yet|not) {ADV}(?:attended|"
    rf"participated|taken part|been (?:present|represented))|{ADV}never {ADV}(?:attended|participated|"
    rf"took part|taken part)){AT} {ANY}"
)
NEVER_ALONE = re.compile(rf"{SUBJECT}(?:{ADV}(?:has|have|had) )?never (?:attended|participated|taken part|took part)\b")
ALL_BUT = re.compile(
    r"\b[Aa]ll (?:the )?(?:other )?(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|non-[Pp]arties|"
    r"of them)[^.;⟦]{0,30}(?:exception of|except(?:ing)?(?: for)?|but|apart from|save for|"
    r"other than)[^⟦.;]{0,20}(?:⟦N(?P<n>\d+)⟧[^⟦.;]{0,20})?⟦L(?P<l>\d+)⟧"
    r"[^.;]{0,20}(?:have|had) (?:\W*)(?:participated|taken part|attended|been present)(?: at least once)?"
)
NAMED_NEVER = re.compile(
    rf"\b(?:⟦N(?P<n>\d+)⟧|[Ff]our|[Oo]nly|[Tt]he) (?:[^.;⟦]{{0,40}})?(?:[Ss]tates?|"
    rf"countries)(?: not (?:yet )?[Pp]art(?:y|ies))? ?(?:that|which|who)? (?:have|has|had) never (?:attended|"
    rf"participated|taken part)(?:{AT} {ANY})?[^.;⟦]{{0,30}}⟦L(?P<l>\d+)⟧"
)
LAST = re.compile(
    rf"{SUBJECT}{ADV}(?:last (?:{PART}|participated|attended|took part)|"
    rf"(?:{PART}) (?:for the )?last(?: time)?){AT} (?P<m>⟦M\d+⟧)"
    r"|⟦L(?P<l_b>\d+)⟧['’]s? (?:last|latest|most recent) (?:recorded )?(?:participation|attendance|"
    r"appearance|presence)(?: (?:in|at) [^.;⟦]{0,40})? (?:was|came|dates (?:back )?(?:from|to)|is)(?: (?:in|"
    r"at))?(?: the)? (?P<m_b>⟦M\d+⟧)"
)
_FIRST = r"(?:first|⟦O\d+⟧)"
FIRST = re.compile(
    rf"{SUBJECT}{ADV}{_FIRST} (?:{PART}|participated|attended|took part){AT} (?P<m>⟦M\d+⟧)"
    rf"|{SUBJECT.replace('<l>', '<l_b>')}{ADV}(?:{PART}){AT} (?P<m_b>⟦M\d+⟧)(?:[^.;⟦]|"
    rf"⟦D\d+⟧){{0,30}} for the {_FIRST} time(?! (?:in|since|after))"
)
IN_YEARS = re.compile(
    rf"{SUBJECT}{ADV}(?:{PART}){AT} (?P<m>⟦M\d+⟧)(?:[^.;⟦]|⟦D\d+⟧){{0,40}}(?:(?:for )?(?:the|"
    rf"its) {_FIRST} (?:time )?in|its {_FIRST} (?:participation|attendance|"
    rf"appearance)?(?: at [^⟦.;]{{0,30}})? ?in|"
    r"after an absence of|after) ⟦N(?P<n>\d+)⟧ years"
)
AT_MEETING = re.compile(
    r"^\W*(?:At|In|During|For|To) (?:the )?(?P<m>⟦M\d+⟧)[^.;:]{0,60}?(?:, |: |"
    r"⟦D\d+⟧,? )(?:the following [^:]{0,60}: )?" + SUBJECT + ADV + rf"(?P<verb>{PART})"
)
PASSIVE = re.compile(r"(?P<m>⟦M\d+⟧)(?:[^.;⟦]|⟦D\d+⟧){0,40} (?:was|were) attended by (?:[^.;⟦]{0,60})?⟦L(?P<l>\d+)⟧")
CELL = re.compile(r"[Hh]as never (?:participated|taken part|attended)|[Nn]ever")
OTHER_FORUM = re.compile(
    r"\b(?:seminar|workshop|Conference on Disarmament|pledging conference|training|working group|"
    r"First Committee|preparatory|drafting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceClaim(Claim):
    """One State and a meeting (its key; of intersessional meetings with the year), or all meetings by a day."""

    iso3: str
    took: Took
    meeting: str = ""
    on: date
    years: int = 0
    is_ours: bool | None = True
    is_of_column: bool = False
    """Whether it stands in the column of last participation, which counts by the treaty's rule."""
    named: str = ""


def find(sentence: Sentence, context: Context) -> Iterator[AttendanceClaim]:
    """Who is said to have taken part in what."""
    outline = sentence.outline
    if (
        sentence.language != "en"
        or "⟦L" not in outline
        or is_question(sentence)
        or (OTHER_FORUM.search(outline) and "⟦M" not in outline)
    ):
        return
    seen: list[tuple[int, int]] = []
    for start, end, listed, took, meeting, years in _said(sentence):
        if any(start < stop and end > first for first, stop in seen) or is_hedged(sentence, start, end):
            continue
        seen.append((start, end))
        for index in meeting or [-1]:
            yield from _claims(sentence, context, (start, end), listed, took, index, years)


def judge(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """What is recorded of it. Absence is said only where a record says so."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is a meeting of the treaty asked about.")
    if claim.iso3 not in answers.timeline.states:
        return cannot_tell("The register does not hold this State.")
    if claim.meeting and claim.meeting not in answers.held_meetings:
        return cannot_tell(f"The register holds no meeting {claim.meeting}.")
    if claim.took in (Took.PART, Took.NO_PART):
        return _at(claim, answers)
    found = answers.participation(claim.iso3, claim.on)
    match claim.took:
        case Took.NEVER | Took.ONCE:
            return _ever(claim, found, answers)
        case Took.LAST:
            return _last(claim, found, answers)
        case Took.FIRST:
            return _first(claim, found, answers)
    return _after_years(claim, found, answers)


def claim_of_cell(iso3: str, meeting: str, *, where: str, text: str, on: date, named: str = "") -> AttendanceClaim:
    """What the column of last participation says of a State; `meeting` is empty where it says never."""
    took = Took.LAST if meeting else Took.NEVER
    return AttendanceClaim(
        kind=ClaimKind.ATTENDANCE,
        where=where,
        text=text,
        stated=f"{iso3} {took.label}" + (f": {meeting}" if meeting else ""),
        iso3=iso3,
        took=took,
        meeting=meeting,
        on=on,
        is_of_column=True,
        named=named,
    )


def _said(sentence: Sentence) -> Iterator[tuple[int, int, int, Took, list[int], int]]:
    """Each statement of taking part: its place, the States, what, the meetings, the years."""
    outline = sentence.outline
    for match in ALL_BUT.finditer(outline):
        yield match.start(), match.end(), int(match["l"]), Took.NEVER, [], 0
    for match in NAMED_NEVER.finditer(outline):
        yield match.start(), match.end(), int(match["l"]), Took.NEVER, [], 0
    for pattern, took in ((IN_YEARS, Took.AFTER_YEARS), (LAST, Took.LAST), (FIRST, Took.FIRST)):
        for match in pattern.finditer(outline):
            groups = match.groupdict()
            sign = groups["m"] or groups["m_b"]
            years = int(sentence.numbers[int(groups["n"])].number) if groups.get("n") else 0
            yield match.start(), match.end(), int(groups["l"] or groups["l_b"]), took, [_index(sign)], years
    for match in NEVER.finditer(outline):
        yield match.start(), match.end(), int(match["l"]), Took.NEVER, [], 0
    for match in NEVER_ALONE.finditer(outline):
        if not re.match(r"[^.;,]{0,20}⟦M", outline[match.end() :]):
            yield match.start(), match.end(), int(match["l"]), Took.NEVER, [], 0
    for pattern, took in ((LEFT_OUT, Took.NO_PART), (TOOK_PART, Took.PART)):
        for match in pattern.finditer(outline):
            yield match.start(), match.end(), int(match["l"]), took, _indices(outline, match.start("m")), 0
    for match in PASSIVE.finditer(outline):
        yield match.start(), match.end(), int(match["l"]), Took.PART, [_index(match["m"])], 0
    for match in AT_MEETING.finditer(outline):
        yield match.start(), match.end(), int(match["l"]), Took.PART, [_index(match["m"])], 0


def _index(sign: str) -> int:
    return int(sign[2:-1])


def _indices(outline: str, at: int) -> list[int]:
    """The meetings of a list that begins here ("the 15MSP and 16MSP")."""
    found = re.match(
        r"⟦M(\d+)⟧(?: ?\((?:[^()]|⟦\w+⟧)*\))?(?:(?:,| and|, and) (?:the |at the )?⟦M\d+⟧(?: ?\((?:[^()]|⟦\w+⟧)*\))?)*",
        outline[at:],
    )
    # "the Sixteenth Meeting (16MSP)" names one meeting twice.
    without = re.sub(r"\([^()]*\)", "", found[0]) if found else ""
    return [int(number) for number in re.findall(r"⟦M(\d+)⟧", without)]


def _claims(
    sentence: Sentence, context: Context, place: tuple[int, int], listed: int, took: Took, index: int, years: int
) -> Iterator[AttendanceClaim]:
    start, end = place
    key = ""
    if index >= 0:
        key = meeting_key(sentence, context, index)
        if not key:
            return
    states = sentence.lists[listed]
    on = _on(sentence, context)
    for state in states:
        spot = context.spot(sentence, start, end)
        is_alone = len(states) == 1
        yield AttendanceClaim(
            kind=ClaimKind.ATTENDANCE,
            where=context.passage.where,
            text=sentence.words(start, end)
            if is_alone
            else f"{sentence.text[state.start : state.end]} … {sentence.words(start, end)[-80:]}",
            stated=f"{state.iso3} {took.label}"
            + (f": {key}" if key else "")
            + (f", first in {years} years" if years else ""),
            spots=(spot,)
            if is_alone
            else (replace(spot, start=sentence.at + state.start, end=sentence.at + state.end), spot),
            is_by_others=is_by_others(sentence, start, end),
            iso3=state.iso3,
            took=took,
            meeting=key,
            on=on,
            years=years,
            is_ours=context.is_ours(sentence, start, end),
        )


def meeting_key(sentence: Sentence, context: Context, index: int) -> str:
    """The key of a meeting named in a sentence; that of intersessional meetings needs a year, told beside it; "" if none."""
    meeting = sentence.meetings[index]
    if meeting.key:
        return meeting.key
    if meeting.kind is not OccasionKind.IM:
        return ""
    near = [
        (abs(day.start - meeting.start), day.first.year)
        for day in sentence.days
        if not day.wrong and day.year_is_told and day.first.year == day.last.year and abs(day.start - meeting.end) < 60
    ]
    return f"IM{min(near)[1]}" if near else ""


def _on(sentence: Sentence, context: Context) -> date:
    """The day by which it is said."""
    told_days = [day for day in sentence.days if not day.wrong and day.lead in (Lead.AS_OF, Lead.BY)]
    return told_days[0].last if len(told_days) == 1 else context.paper.day


def _records(claim: AttendanceClaim, answers: Answers) -> list[Evidence[Attendance]]:
    return [each for each in answers.attendance_by_state.get(claim.iso3, ()) if each.fact.occasion == claim.meeting]


def _at(claim: AttendanceClaim, answers: Answers) -> Judgement:
    held = _records(claim, answers)
    keys = tuple(each.key for each in held)
    took = [each for each in held if each.fact.claim in (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST)]
    absent = [each for each in held if each.fact.claim is ParticipationClaim.DID_NOT]
    days = answers.days_of(claim.meeting)
    never = [
        each
        for each in answers.attendance_by_state.get(claim.iso3, ())
        if each.fact.claim is ParticipationClaim.NEVER
        and days is not None
        and _speaks_of(each, answers, days.counts_from)
    ]
    if (took and (absent or never)) or (absent and never and claim.took is Took.PART and took):
        return cannot_tell("Records differ on it.", "", (*keys, *(each.key for each in never)))
    name = answers.name(claim.iso3)
    if took:
        register = f"{name} took part in {claim.meeting}"
        return agrees(register, "", keys) if claim.took is Took.PART else contradicts(register, f"{register}.", keys)
    if absent or never:
        keys = keys or tuple(each.key for each in never)
        register = f"{name} did not take part in {claim.meeting}"
        if claim.took is Took.NO_PART:
            return agrees(register, "", keys)
        if not absent and any(participation_is_disputed(answers, claim.iso3, each) for each in never):
            return cannot_tell("Records differ on it.", register, keys)
        return contradicts(register, f"{register}.", keys)
    return cannot_tell(
        f"Whether {name} took part in {claim.meeting} is not recorded; a list of participants would tell."
    )


def participation_is_disputed(answers: Answers, iso3: str, never: Evidence[Attendance]) -> bool:
    """Whether another record has the State at a meeting that a source's "never" speaks of."""
    for each in answers.attendance_by_state.get(iso3, ()):
        days = answers.days_of(each.fact.occasion) if each.fact.occasion else None
        if (
            each.fact.claim in (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST)
            and days
            and _speaks_of(never, answers, days.counts_from)
        ):
            return True
    return False


def _speaks_of(record: Evidence[Attendance], answers: Answers, day: date) -> bool:
    """Whether a source can tell of a day."""
    until = answers.register.speaks_until(record.source) or record.recorded_at.date()
    return day <= until


def _ever(claim: AttendanceClaim, found: Participation, answers: Answers) -> Judgement:
    name = answers.name(claim.iso3)
    never = [
        each for each in answers.attendance_by_state.get(claim.iso3, ()) if each.fact.claim is ParticipationClaim.NEVER
    ]
    keys = tuple(each.key for each in (*never, *found.attended.values()))
    says_never = claim.took is Took.NEVER
    if found.attended and any(participation_is_disputed(answers, claim.iso3, each) for each in never):
        when = ", ".join(found.attended)
        return cannot_tell(f"Records differ: one says never, others have {name} at {when}.", "", keys)
    if found.attended:
        first = next(iter(found.attended))
        register = f"{name} took part in {first}" + (
            f" and {len(found.attended) - 1} more" if len(found.attended) > 1 else ""
        )
        return (
            contradicts(
                register, f"{name[:1].upper()}{name[1:]} took part: {', '.join(list(found.attended)[:6])}.", keys[:8]
            )
            if says_never
            else agrees(register, "", keys[:4])
        )
    if never and _covers(never, claim.on, answers):
        register = f"{name} has never taken part"
        return (
            agrees(register, "", keys)
            if says_never
            else contradicts(register, f"{name[:1].upper()}{name[1:]} has never taken part.", keys)
        )
    if never:
        return cannot_tell(
            f"Never, by what is known until {told(_latest(never, answers))}; later meetings are not recorded.", "", keys
        )
    return cannot_tell(
        f"No attendance of {name} is recorded, nor that there was none; lists of participants would tell."
    )


def _covers(records: list[Evidence[Attendance]], on: date, answers: Answers) -> bool:
    """Whether a record tells of every meeting until a day."""
    latest = _latest(records, answers)
    return not _meetings_between(answers, latest, on)


def _latest(records: list[Evidence[Attendance]], answers: Answers) -> date:
    return max(answers.register.speaks_until(each.source) or each.recorded_at.date() for each in records)


def _meetings_between(answers: Answers, after: date, until: date, *, counted_only: bool = False) -> list[str]:
    """The treaty's meetings that began after one day and by another."""
    kinds = answers.treaty.counted_meetings if counted_only else answers.treaty.meeting_kinds
    found = []
    for each in answers.held_meetings.held:
        starts = each.fact.starts
        if each.fact.kind in kinds and starts is not None and after < starts.counts_from <= until:
            found.append(each.fact.name)
    return found


def _last(claim: AttendanceClaim, found: Participation, answers: Answers) -> Judgement:
    name = answers.name(claim.iso3)
    place = answers.held_meetings.place
    kind = answers.held_meetings.kind(claim.meeting)
    records = answers.attendance_by_state.get(claim.iso3, ())
    counted = answers.treaty.counted_meetings
    # A meeting that the column does not count is the last of all meetings at most.
    is_counted = kind in counted
    told_last = [each for each in records if each.fact.claim is ParticipationClaim.LAST]
    register = f"{name} last took part in {found.last}" if found.last else f"no counted attendance of {name}"
    attended = (
        found.attended
        if not is_counted
        else {key: each for key, each in found.attended.items() if answers.held_meetings.kind(key) in counted}
    )
    later = [key for key in attended if place[key] > place[claim.meeting]]
    keys = tuple(
        {
            each.key: None
            for each in (
                *told_last,
                *([found.shown_by] if found.shown_by else []),
                *(attended[key] for key in later[:3]),
            )
        }
    )
    if claim.is_of_column and not is_counted:
        return contradicts(
            register,
            f"The column counts Meetings of the States Parties and Review Conferences; {claim.meeting} is "
            f"neither. By that rule it is {found.last or 'none'}.",
            keys,
        )
    if later:
        says_so = any(
            each.fact.occasion == claim.meeting and _speaks_of(each, answers, _begin(answers, later[-1]))
            for each in told_last
        )
        if says_so:
            return cannot_tell(
                f"Records differ: one has {claim.meeting} as the last, others have {name} at {', '.join(later[:3])}.",
                register,
                keys,
            )
        return contradicts(register, f"{name[:1].upper()}{name[1:]} took part in {', '.join(later[:4])} as well.", keys)
    if claim.meeting not in attended:
        covering = [
            each
            for each in told_last
            if place.get(each.fact.occasion, -1) < place[claim.meeting]
            and _speaks_of(each, answers, _begin(answers, claim.meeting))
            and is_counted
        ]
        absent = [
            each
            for each in records
            if each.fact.occasion == claim.meeting and each.fact.claim is ParticipationClaim.DID_NOT
        ]
        if covering or absent:
            return contradicts(
                register, f"{name[:1].upper()}{name[1:]}: {register}.", keys or tuple(each.key for each in absent)
            )
        return cannot_tell(f"Whether {name} took part in {claim.meeting} is not recorded.", register, keys)
    sources = [each for each in told_last if each.fact.occasion == claim.meeting]
    until = max((_latest([each], answers) for each in sources), default=_begin(answers, claim.meeting))
    unknown = [
        key
        for key in _between_keys(answers, until, claim.on, counted_only=is_counted)
        if key not in found.absent and key != claim.meeting
    ]
    if sources and not unknown:
        return agrees(register, "", keys)
    missing = [
        key
        for key in _between_keys(answers, _begin(answers, claim.meeting), claim.on, counted_only=is_counted)
        if key not in found.absent and key != claim.meeting
    ]
    if not missing:
        return agrees(register, "", keys)
    return cannot_tell(
        f"The last that is recorded; attendance of {', '.join((unknown if sources else missing)[:4])} is not recorded.",
        register,
        keys,
    )


def _begin(answers: Answers, key: str) -> date:
    days = answers.days_of(key)
    return days.counts_from if days else date.max


def _between_keys(answers: Answers, after: date, until: date, *, counted_only: bool) -> list[str]:
    kinds = answers.treaty.counted_meetings if counted_only else answers.treaty.meeting_kinds
    return [
        key
        for key, at in answers.held_meetings.place.items()
        if (fact := answers.held_meetings.held[at].fact).kind in kinds
        and fact.starts is not None
        and after < fact.starts.counts_from <= until
    ]


def _first(claim: AttendanceClaim, found: Participation, answers: Answers) -> Judgement:
    name = answers.name(claim.iso3)
    place = answers.held_meetings.place
    earlier = [key for key in found.attended if place[key] < place[claim.meeting]]
    if earlier:
        return contradicts(
            f"{name} took part in {earlier[0]}",
            f"{name[:1].upper()}{name[1:]} took part before: {', '.join(earlier[:4])}.",
            tuple(found.attended[key].key for key in earlier[:4]),
        )
    never = [
        each for each in answers.attendance_by_state.get(claim.iso3, ()) if each.fact.claim is ParticipationClaim.NEVER
    ]
    if (
        claim.meeting in found.attended
        and never
        and any(
            not _between_keys(answers, _latest([each], answers), _before(answers, claim.meeting), counted_only=False)
            for each in never
        )
    ):
        return agrees(f"{name} had never taken part before", "", tuple(each.key for each in never))
    return cannot_tell(
        "Attendance of the meetings before it is not recorded in full.",
        "",
        (found.attended[claim.meeting].key,) if claim.meeting in found.attended else (),
    )


def _before(answers: Answers, key: str) -> date:
    begin = _begin(answers, key)
    return date.fromordinal(begin.toordinal() - 1) if begin != date.max else begin


def _after_years(claim: AttendanceClaim, found: Participation, answers: Answers) -> Judgement:
    name = answers.name(claim.iso3)
    place = answers.held_meetings.place
    year = _begin(answers, claim.meeting).year
    earlier = sorted((key for key in found.attended if place[key] < place[claim.meeting]), key=lambda key: place[key])
    within = [key for key in earlier if _begin(answers, key).year > year - claim.years]
    if within:
        return contradicts(
            f"{name} took part in {within[-1]}",
            f"{name[:1].upper()}{name[1:]} took part in {', '.join(within[-4:])} within those years.",
            tuple(found.attended[key].key for key in within[-4:]),
        )
    if not earlier or claim.meeting not in found.attended:
        return cannot_tell("Its attendance before is not recorded in full.")
    gap = year - _begin(answers, earlier[-1]).year
    told_last = [
        each
        for each in answers.attendance_by_state.get(claim.iso3, ())
        if each.fact.claim is ParticipationClaim.LAST and each.fact.occasion == earlier[-1]
    ]
    is_whole = told_last and not [
        key
        for key in _between_keys(
            answers, _latest(told_last, answers), _before(answers, claim.meeting), counted_only=True
        )
        if key not in found.absent
    ]
    register = f"before that {name} took part in {earlier[-1]}, {gap} years earlier"
    if is_whole and abs(gap - claim.years) <= 1:
        return agrees(register, "", tuple(each.key for each in told_last))
    if is_whole:
        return contradicts(register, f"{register[:1].upper()}{register[1:]}.", tuple(each.key for each in told_last))
    return cannot_tell("Attendance of the meetings between is not recorded in full.", register)
