"""Who took part in which meeting, last and never; and where the records contradict each other.

"Never" is said only where a record says so, or complete records cover every meeting, and nothing contradicts it; of a
State without any record it is not recorded (DESIGN section 1, absence is information).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from accede.evidence.values import Attendance
from accede.overview.load import load
from accede.overview.occasions import Meetings, key_of, meetings, occasion
from accede.overview.register import Register
from accede.overview.standings import among, standings
from accede.records.values import Evidence, View
from accede.register.contradictions import by_rank
from accede.vocabulary.occasions import ParticipationClaim

_MARKS = (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST)


@dataclass(frozen=True, slots=True)
class AttendanceClaim:
    """One side of a contradiction; `occasion` is empty where a source says that a State has never taken part."""

    key: str
    source: str
    claim: ParticipationClaim
    occasion: str


@dataclass(frozen=True, slots=True)
class AttendanceConflict:
    """Records that contradict each other about a State at an occasion, or about its last or any participation."""

    iso3: str
    occasion: str
    claims: tuple[AttendanceClaim, ...]

    @property
    def topic(self) -> str:
        """What a choice between the sides is recorded under: the State at the occasion, whichever records speak of it."""
        treaty = self.claims[0].key.partition("/")[0]
        return f"{treaty}/{self.iso3}/attendance/{self.occasion}"


@dataclass(frozen=True, slots=True)
class AttendanceAnswer:
    """The answer of `attendance`, as the command-line contract has it."""

    occasions: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]
    last: Mapping[str, str | None]
    never: tuple[str, ...]
    not_recorded: tuple[str, ...]
    conflicts: tuple[AttendanceConflict, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """What is recorded of one State over all meetings held by the day.

    `attended` and `absent` give for an occasion the record that counts; `last` is the last occasion that counts by the
    treaty's rule, with the record that shows it. A State that neither attended nor never did is not recorded.
    """

    iso3: str
    attended: Mapping[str, Evidence[Attendance]] = field(default_factory=dict)
    absent: Mapping[str, Evidence[Attendance]] = field(default_factory=dict)
    last: str | None = None
    shown_by: Evidence[Attendance] | None = None
    never: tuple[Evidence[Attendance], ...] = ()
    has_never: bool = False
    conflicts: tuple[AttendanceConflict, ...] = ()

    @property
    def is_recorded(self) -> bool:
        """Whether anything can be said of its participation as a whole."""
        return bool(self.attended) or self.has_never


@dataclass(frozen=True, slots=True)
class AttendanceFound:
    """The answer with the records behind each mark and each absence."""

    answer: AttendanceAnswer
    states: Mapping[str, Participation]


def attendance_of(treaty: str, view: View, since: str = "", who: str = "outside") -> AttendanceFound:
    """The attendance from an occasion on, inclusive (default: all). Raises UnknownName for an occasion not held."""
    return attendance(load(view, treaty, "occasions", "actions", "attendance"), since, who)


def attendance(register: Register, since: str = "", who: str = "outside") -> AttendanceFound:
    """The matrix from an occasion on, for the States outside on the view's day or all; last and never over all time."""
    held = meetings(register)
    shown = _since(register, held, since)
    states = _participations(register, held, among(standings(register), who))
    return AttendanceFound(
        AttendanceAnswer(
            occasions=shown,
            rows={iso3: tuple(key for key in shown if key in found.attended) for iso3, found in states.items()},
            last={iso3: found.last for iso3, found in states.items()},
            never=tuple(iso3 for iso3, found in states.items() if found.has_never),
            not_recorded=tuple(iso3 for iso3, found in states.items() if not found.is_recorded),
            conflicts=tuple(conflict for found in states.values() for conflict in found.conflicts),
        ),
        states,
    )


def participation(register: Register, iso3: str) -> Participation:
    """What is recorded of one State."""
    return _participations(register, meetings(register), [iso3])[iso3]


def _since(register: Register, held: Meetings, since: str) -> tuple[str, ...]:
    keys = tuple(key_of(each) for each in held.held)
    if not since:
        return keys
    first = key_of(occasion(register, since))
    # A meeting that has not been held by the day, and none after it.
    return keys[held.place[first] :] if first in held else ()


def _participations(register: Register, held: Meetings, states: Sequence[str]) -> dict[str, Participation]:
    """Of each State folded once a register."""
    found: dict[str, Participation] = register.once(_participations, dict)
    records = register.once(_by_state, lambda: _by_state(register, held))
    grades = register.grades()
    for iso3 in states:
        if iso3 not in found:
            ranked = by_rank(records.get(iso3, ()), grades, register.choices)
            found[iso3] = _participation(register, held, iso3, ranked)
    return {iso3: found[iso3] for iso3 in states}


def _by_state(register: Register, held: Meetings) -> dict[str, list[Evidence[Attendance]]]:
    """The records of meetings that have been held."""
    records: dict[str, list[Evidence[Attendance]]] = {}
    for each in register.of_sources(register.attendance):
        if each.fact.claim is ParticipationClaim.NEVER or each.fact.occasion in held:
            records.setdefault(each.fact.state, []).append(each)
    return records


def _participation(
    register: Register, held: Meetings, iso3: str, records: Sequence[Evidence[Attendance]]
) -> Participation:
    """The records, the ones that count first, folded."""
    counting: dict[str, Evidence[Attendance]] = {}
    # A mark for the occasion itself says more of it than a column that names it the last.
    for each in sorted(records, key=lambda each: each.fact.claim is ParticipationClaim.LAST):
        if each.fact.claim is not ParticipationClaim.NEVER:
            counting.setdefault(each.fact.occasion, each)
    never = tuple(each for each in records if each.fact.claim is ParticipationClaim.NEVER)
    attended = {key: each for key, each in counting.items() if _is_mark(each)}
    absent = {key: each for key, each in counting.items() if not _is_mark(each)}
    for each in never:
        if each.key in register.choices.values():  # a person chose it against the marks it excludes
            attended = {
                key: mark
                for key, mark in attended.items()
                if not _is_spoken_of(register, held, each, key) or _is_chosen(register, mark)
            }
    last = _last(register, held, records, attended)
    return Participation(
        iso3=iso3,
        attended=attended,
        absent=absent,
        last=last,
        shown_by=attended.get(last) if last else None,
        never=never,
        has_never=not attended and _is_never(register, held, never, absent),
        conflicts=_conflicts(register, held, iso3, records, attended),
    )


def _is_chosen(register: Register, mark: Evidence[Attendance]) -> bool:
    """Whether a person chose this mark on its own occasion."""
    fact = mark.fact
    return register.choices.get(f"{fact.treaty}/{fact.state}/attendance/{fact.occasion}") == mark.key


def _last(
    register: Register,
    held: Meetings,
    records: Iterable[Evidence[Attendance]],
    attended: Mapping[str, Evidence[Attendance]],
) -> str | None:
    """The last occasion that counts by the treaty's rule, unless a person chose what a source says to be the last."""
    chosen = frozenset(register.choices.values())
    for each in records:
        if each.fact.claim is ParticipationClaim.LAST and each.key in chosen:
            return each.fact.occasion
    counted = [key for key in attended if held.kind(key) in register.treaty.counted_meetings]
    return max(counted, key=lambda key: held.place[key], default=None)


def _is_never(
    register: Register,
    held: Meetings,
    never: Sequence[Evidence[Attendance]],
    absent: Mapping[str, Evidence[Attendance]],
) -> bool:
    """Whether records cover every meeting held: those a source that says "never" speaks of, and a record of absence each."""
    return bool(held.place) and all(
        key in absent or any(_is_spoken_of(register, held, each, key) for each in never) for key in held.place
    )


def _conflicts(
    register: Register,
    held: Meetings,
    iso3: str,
    records: Sequence[Evidence[Attendance]],
    attended: Mapping[str, Evidence[Attendance]],
) -> tuple[AttendanceConflict, ...]:
    """What the records say against each other: by occasion, all sides."""
    marks = [each for each in records if _is_mark(each)]
    sides: dict[str, dict[str, Evidence[Attendance]]] = {}
    for each in records:
        if _breaks_rule(register, held, each):
            known = {key: mark for key, mark in attended.items() if _is_spoken_of(register, held, each, key)}
            last = _last(register, held, (), known)
            found = [each, known[last]] if last else [each]
            sides.setdefault(each.fact.occasion, {}).update({one.key: one for one in found})
            continue
        for mark in marks:
            if _excludes(register, held, each, mark):
                sides.setdefault(mark.fact.occasion, {}).update({each.key: each, mark.key: mark})
    return tuple(
        AttendanceConflict(iso3, key, tuple(_claim(against[each]) for each in sorted(against)))
        for key, against in sorted(sides.items(), key=lambda side: held.place[side[0]])
    )


def _breaks_rule(register: Register, held: Meetings, record: Evidence[Attendance]) -> bool:
    """Whether a source names as the last an occasion that does not count by the treaty's rule."""
    fact = record.fact
    return fact.claim is ParticipationClaim.LAST and held.kind(fact.occasion) not in register.treaty.counted_meetings


def _excludes(register: Register, held: Meetings, record: Evidence[Attendance], mark: Evidence[Attendance]) -> bool:
    """Whether a record cannot hold together with one that says that the State took part."""
    match record.fact.claim:
        case ParticipationClaim.DID_NOT:
            return record.fact.occasion == mark.fact.occasion
        case ParticipationClaim.NEVER:
            return _is_spoken_of(register, held, record, mark.fact.occasion)
        case ParticipationClaim.LAST:
            return _is_later(register, held, mark, record)
        case ParticipationClaim.TOOK_PART:
            return False


def _is_mark(record: Evidence[Attendance]) -> bool:
    return record.fact.claim in _MARKS


def _is_later(register: Register, held: Meetings, mark: Evidence[Attendance], last: Evidence[Attendance]) -> bool:
    """Whether a mark at an occasion that counts is later than what a source says to be the last, and known to it."""
    key = mark.fact.occasion
    return (
        held.kind(key) in register.treaty.counted_meetings
        and held.place[key] > held.place[last.fact.occasion]
        and _is_spoken_of(register, held, last, key)
    )


def _is_spoken_of(register: Register, held: Meetings, record: Evidence[Attendance], key: str) -> bool:
    """Whether a meeting had begun by the last day the record's source can tell of (if not held: the day of recording)."""
    starts = held.held[held.place[key]].fact.starts
    until = register.speaks_until(record.source) or record.recorded_at.date()
    return starts is not None and starts.counts_from <= until


def _claim(record: Evidence[Attendance]) -> AttendanceClaim:
    return AttendanceClaim(record.key, record.source, record.fact.claim, record.fact.occasion)
