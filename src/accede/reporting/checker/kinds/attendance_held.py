"""What records say of a State's part in meetings: absence only where a record says so, both sides where records differ. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from accede.evidence.values import Attendance
from accede.records.values import Evidence
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds.attendance_claim import AttendanceClaim
from accede.reporting.checker.kinds.attendance_told import Took
from accede.reporting.checker.kinds.named_meetings import held_key
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.values import Judgement, Verdict, agrees, cannot_tell, contradicts
from accede.vocabulary.occasions import OccasionKind, ParticipationClaim

Record = Evidence[Attendance]
_MARKS = (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST)
NOT_IN_FULL = "Attendance of the meetings before it is not recorded in full."


def judged(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """What is recorded of a claim, taken to be about the treaty asked about."""
    if claim.meeting:
        claim = replace(claim, meeting=held_key(claim.meeting, answers), since=held_key(claim.since, answers))
    if claim.iso3 not in answers.timeline.states:
        return cannot_tell("The register does not hold this State.")
    for key in filter(None, (claim.meeting, claim.since)):
        if key not in answers.held_meetings:
            return cannot_tell(f"The register holds no meeting {key}.")
    if claim.meeting and _begin(answers, claim.meeting) > max(claim.on, answers.register.view.as_of):
        return cannot_tell(f"{claim.meeting} had not been held by then.")
    match claim.took:
        case Took.PART | Took.NO_PART:
            return _at(claim, answers)
        case Took.NEVER | Took.ONCE:
            return _ever(claim, answers)
        case Took.LAST | Took.NOT_SINCE:
            return _last(claim, answers)
        case Took.FIRST:
            return _first(claim, answers)
        case Took.AFTER_YEARS | Took.FIRST_SINCE:
            return _after_years(claim, answers)


def _at(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """One State at one meeting."""
    records = answers.attendance_by_state.get(claim.iso3, ())
    held = [each for each in records if each.fact.occasion == claim.meeting]
    keys = tuple(each.key for each in held)
    took = [each for each in held if each.fact.claim in _MARKS]
    absent = [each for each in held if each.fact.claim is ParticipationClaim.DID_NOT]
    begins = _begin(answers, claim.meeting)
    never = [each for each in _never(claim, answers) if begins != date.max and _speaks_of(each, answers, begins)]
    name = answers.name(claim.iso3)
    if took and (absent or never):
        return cannot_tell("Records differ on it.", "", (*keys, *(each.key for each in never)))
    if took:
        register = f"{name} took part in {claim.meeting}"
        return agrees(register, "", keys) if claim.took is Took.PART else contradicts(register, f"{register}.", keys)
    if absent or never:
        keys = keys or tuple(each.key for each in never)
        register = f"{name} did not take part in {claim.meeting}"
        if claim.took is Took.NO_PART:
            return agrees(register, "", keys)
        if not absent and any(_is_disputed(answers, claim.iso3, each) for each in never):
            return cannot_tell("Records differ on it.", register, keys)
        return contradicts(register, f"{register}.", keys)
    return cannot_tell(
        f"Whether {name} took part in {claim.meeting} is not recorded; a list of participants would tell."
    )


def _ever(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """Never, or at least once; of some kinds of meeting where the claim says so."""
    name = answers.name(claim.iso3)
    found = answers.participation(claim.iso3, claim.on)
    attended = _of_kinds(found.attended, claim.kinds, answers)
    never = _never(claim, answers)
    keys = tuple(each.key for each in (*never, *found.attended.values()))
    says_never = claim.took is Took.NEVER
    if found.attended and any(_is_disputed(answers, claim.iso3, each) for each in never):
        when = ", ".join(found.attended)
        return cannot_tell(f"Records differ: one says never, others have {name} at {when}.", "", keys)
    if attended:
        register = f"{name} took part in {attended[0]}" + (
            f" and {len(attended) - 1} more" if len(attended) > 1 else ""
        )
        if says_never:
            return contradicts(register, f"{name} took part: {', '.join(attended[:6])}.", keys[:8])
        return agrees(register, "", keys[:4])
    if never and not found.attended:
        if _meetings_between(answers, _latest(never, answers), claim.on, answers.treaty.meeting_kinds):
            until = told(_latest(never, answers))
            return cannot_tell(f"Never, by what is known until {until}; later meetings are not recorded.", "", keys)
        register = f"{name} has never taken part"
        return agrees(register, "", keys) if says_never else contradicts(register, f"{register}.", keys)
    return cannot_tell(
        f"No such attendance of {name} is recorded, nor that there was none; lists of participants would tell."
    )


def _last(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """Last at a meeting; or not since it, which is true as well of a State that was last at an earlier one."""
    counted = answers.treaty.counted_meetings
    name = answers.name(claim.iso3)
    found = answers.participation(claim.iso3, claim.on)
    records = answers.attendance_by_state.get(claim.iso3, ())
    told_last = [each for each in records if each.fact.claim is ParticipationClaim.LAST]
    register = f"{name} last took part in {found.last}" if found.last else f"no counted attendance of {name}"
    if not claim.meeting:
        return _in_year(claim, answers, register)
    place = answers.held_meetings.place
    kind = answers.held_meetings.kind(claim.meeting)
    # A meeting that the column does not count is the last of all meetings at most.
    is_counted = kind in counted
    kinds = claim.kinds or (counted if is_counted else answers.treaty.meeting_kinds)
    if kind not in kinds:
        kinds = kinds | {kind}
    attended = _of_kinds(found.attended, kinds, answers)
    later = [key for key in attended if place[key] > place[claim.meeting]]
    shown = [found.shown_by] if found.shown_by else []
    keys = _once(each.key for each in (*told_last, *shown, *(found.attended[key] for key in later[:3])))
    if claim.is_of_column and not is_counted:
        return contradicts(
            register,
            f"The column counts Meetings of the States Parties and Review Conferences; {claim.meeting} is "
            f"neither. By that rule it is {found.last or 'none'}.",
            keys,
        )
    if later:
        if any(
            place.get(each.fact.occasion, len(place)) < place[key]
            and kinds <= counted
            and _speaks_of(each, answers, _begin(answers, key))
            for each in told_last
            for key in later
        ) and not any(each.fact.claim is ParticipationClaim.LAST and each.fact.occasion in later for each in records):
            return cannot_tell(
                f"Records differ: one has {told_last[0].fact.occasion} as the last, others have "
                f"{name} at {', '.join(later[:3])}.",
                register,
                keys,
            )
        return contradicts(register, f"{name} took part in {', '.join(later[:4])} as well.", keys)
    if claim.meeting not in attended:
        return _not_there(claim, answers, told_last, register, keys, is_counted=is_counted)
    begins = _begin(answers, claim.meeting)
    sources = [each for each in told_last if each.fact.occasion == claim.meeting]
    after = _latest(sources, answers) if sources and kinds <= counted else begins
    unknown = [
        key
        for key in _meetings_between(answers, after, claim.on, kinds)
        if key not in found.absent and key != claim.meeting
    ]
    if not unknown:
        return agrees(register, "", keys)
    return cannot_tell(
        f"The last that is recorded; attendance of {', '.join(unknown[:4])} is not recorded.", register, keys
    )


def _not_there(
    claim: AttendanceClaim,
    answers: Answers,
    told_last: Sequence[Record],
    register: str,
    keys: tuple[str, ...],
    *,
    is_counted: bool,
) -> Judgement:
    """Said to have been last at a meeting at which nothing has it, and at none later."""
    name = answers.name(claim.iso3)
    if claim.took is Took.NOT_SINCE:
        return cannot_tell(f"Nothing recorded has {name} at {claim.meeting} or later.", register, keys)
    records = answers.attendance_by_state.get(claim.iso3, ())
    place = answers.held_meetings.place
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
        return contradicts(register, f"{register}.", keys or tuple(each.key for each in absent))
    return cannot_tell(f"Whether {name} took part in {claim.meeting} is not recorded.", register, keys)


def _in_year(claim: AttendanceClaim, answers: Answers, register: str) -> Judgement:
    """The meetings of the year that stands for one."""
    kinds = claim.kinds or answers.treaty.counted_meetings
    within = [
        key
        for key in answers.held_meetings.place
        if answers.held_meetings.kind(key) in kinds and _begin(answers, key).year == claim.year
    ]
    judgements = [_last(replace(claim, meeting=key), answers) for key in within]
    if any(each.verdict is Verdict.AGREES for each in judgements):
        return next(each for each in judgements if each.verdict is Verdict.AGREES)
    if judgements and all(each.verdict is Verdict.CONTRADICTS for each in judgements):
        return judgements[-1]
    found = answers.participation(claim.iso3, claim.on)
    attended = _of_kinds(found.attended, kinds, answers)
    if not judgements and claim.took is Took.NOT_SINCE and attended and not _is_doubtful(claim, answers):
        later = [key for key in attended if _begin(answers, key).year > claim.year]
        if later:
            return contradicts(
                register,
                f"{answers.name(claim.iso3)} took part in {', '.join(later[:4])}.",
                tuple(found.attended[key].key for key in later[:4]),
            )
    return cannot_tell(f"Its part in the meetings of {claim.year} and later is not recorded in full.", register)


def _first(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """First at a meeting: none before, of those that count for last participation or that the claim speaks of."""
    name = answers.name(claim.iso3)
    place = answers.held_meetings.place
    counted = answers.treaty.counted_meetings
    kinds = claim.kinds or (
        counted if answers.held_meetings.kind(claim.meeting) in counted else answers.treaty.meeting_kinds
    )
    found = answers.participation(claim.iso3, claim.on)
    earlier = [key for key in _of_kinds(found.attended, kinds, answers) if place[key] < place[claim.meeting]]
    if earlier and not _is_doubtful(claim, answers):
        return contradicts(
            f"{name} took part in {earlier[0]}",
            f"{name} took part before: {', '.join(earlier[:4])}.",
            tuple(found.attended[key].key for key in earlier[:4]),
        )
    there = found.attended.get(claim.meeting)
    never = _never(claim, answers)
    before = _begin(answers, claim.meeting) - timedelta(days=1)
    every = answers.treaty.meeting_kinds
    if (
        there
        and not earlier
        and any(not _meetings_between(answers, _latest([each], answers), before, every) for each in never)
    ):
        return agrees(f"{name} had never taken part before", "", tuple(each.key for each in never))
    absent = found.absent.get(claim.meeting)
    if absent and not there and not _is_doubtful(claim, answers):
        register = f"{name} did not take part in {claim.meeting}"
        return contradicts(register, f"{register}.", (absent.key,))
    return cannot_tell(NOT_IN_FULL, "", (there.key,) if there else ())


def _after_years(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """For the first time in years, or since an earlier meeting or year."""
    name = answers.name(claim.iso3)
    place = answers.held_meetings.place
    begins = _begin(answers, claim.meeting)
    found = answers.participation(claim.iso3, claim.on)
    counted = answers.treaty.counted_meetings
    kinds = claim.kinds or (
        counted if answers.held_meetings.kind(claim.meeting) in counted else answers.treaty.meeting_kinds
    )
    earlier = [key for key in _of_kinds(found.attended, kinds, answers) if place[key] < place[claim.meeting]]
    if claim.since:
        within = [key for key in earlier if place[key] > place[claim.since]]
    else:
        year = claim.since_year or begins.year - claim.years
        within = [key for key in earlier if _begin(answers, key).year > year]
    if _is_doubtful(claim, answers):
        return cannot_tell("Records differ on its attendance.")
    if within:
        return contradicts(
            f"{name} took part in {within[-1]}",
            f"{name} took part in {', '.join(within[-4:])} within that time.",
            tuple(found.attended[key].key for key in within[-4:]),
        )
    if not earlier or claim.meeting not in found.attended:
        return cannot_tell("Its attendance before is not recorded in full.")
    gap = begins.year - _begin(answers, earlier[-1]).year
    records = answers.attendance_by_state.get(claim.iso3, ())
    told_last = [
        each for each in records if each.fact.claim is ParticipationClaim.LAST and each.fact.occasion == earlier[-1]
    ]
    after = _latest(told_last, answers) if told_last else _begin(answers, earlier[-1])
    is_whole = not [
        key for key in _meetings_between(answers, after, begins - timedelta(days=1), kinds) if key not in found.absent
    ]
    register = f"before that {name} took part in {earlier[-1]}, {gap} years earlier"
    keys = tuple(each.key for each in told_last) or (found.attended[earlier[-1]].key,)
    if not is_whole:
        return cannot_tell("Attendance of the meetings between is not recorded in full.", register)
    is_right = (
        claim.since == earlier[-1]
        if claim.since
        else _begin(answers, earlier[-1]).year == claim.since_year
        if claim.since_year
        else abs(gap - claim.years) <= 1
    )
    return agrees(register, "", keys) if is_right else contradicts(register, f"{register}.", keys)


def _is_disputed(answers: Answers, iso3: str, never: Record) -> bool:
    """Whether another record has the State at a meeting of which a source that says "never" can tell."""
    return any(
        each.fact.claim in _MARKS and _speaks_of(never, answers, _begin(answers, each.fact.occasion))
        for each in answers.attendance_by_state.get(iso3, ())
        if each.fact.occasion in answers.held_meetings
    )


def _is_doubtful(claim: AttendanceClaim, answers: Answers) -> bool:
    """Whether one source says "never" and another has the State at a meeting."""
    return any(_is_disputed(answers, claim.iso3, each) for each in _never(claim, answers))


def _never(claim: AttendanceClaim, answers: Answers) -> list[Record]:
    records = answers.attendance_by_state.get(claim.iso3, ())
    return [each for each in records if each.fact.claim is ParticipationClaim.NEVER]


def _of_kinds(attended: Iterable[str], kinds: Iterable[OccasionKind], answers: Answers) -> list[str]:
    """The meetings of these kinds, in order of their days; all where no kind is given."""
    place, wanted = answers.held_meetings.place, frozenset(kinds)
    found = [key for key in attended if not wanted or answers.held_meetings.kind(key) in wanted]
    return sorted(found, key=lambda key: place[key])


def _meetings_between(answers: Answers, after: date, until: date, kinds: Iterable[OccasionKind]) -> list[str]:
    """The treaty's meetings of these kinds that began after one day and by another."""
    wanted = frozenset(kinds)
    return [
        key
        for key in answers.held_meetings.place
        if answers.held_meetings.kind(key) in wanted and after < _begin(answers, key) <= until
    ]


def _speaks_of(record: Record, answers: Answers, day: date) -> bool:
    """Whether a source can tell of a day."""
    return day <= (answers.register.speaks_until(record.source) or record.recorded_at.date())


def _latest(records: Iterable[Record], answers: Answers) -> date:
    return max(answers.register.speaks_until(each.source) or each.recorded_at.date() for each in records)


def _begin(answers: Answers, key: str) -> date:
    days = answers.days_of(key)
    return days.counts_from if days else date.max


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
