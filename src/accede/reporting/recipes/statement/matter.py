"""What the statement speaks of: the meeting, the time since the one before it, and what was done in that time. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accede.activities.values import Activity
from accede.overview.occasions import occasion
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.reporting.recipes.activities import Done, lead, who
from accede.reporting.recipes.masthead import sitting
from accede.reporting.recipes.matter import Matter, matter, meeting_words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The matter of a statement.

    `since` is the last meeting before (None: none is held); `done` the activities after it in the order of their days;
    of the `undated` it is not known whether they belong to this time. `under` gives for an activity the actions of
    plans that any record of it names.
    """

    matter: Matter
    meeting: Evidence[Occasion] | None
    since: Evidence[Occasion] | None
    done: tuple[Done, ...]
    undated: tuple[Done, ...]
    under: Mapping[str, tuple[str, ...]]

    @property
    def register(self) -> Register:
        """The register in the view."""
        return self.matter.register

    @property
    def since_day(self) -> date:
        """The last day before the time spoken of."""
        return _ended(self.since) if self.since else date.min

    def of(self, *kinds: ActivityKind) -> tuple[Done, ...]:
        """The activities of these kinds."""
        return tuple(each for each in self.done if each.fact.kind in kinds)

    def is_own(self, fact: Activity) -> bool:
        """Whether the President who speaks did it."""
        presiding = self.meeting.fact.presidency if self.meeting else ""
        return fact.by == "President" and bool(presiding) and fact.presidency == presiding

    def doer(self, fact: Activity) -> str:
        """Who did it: "I", or the one who did."""
        return "I" if self.is_own(fact) else who(self.matter, fact)


def when(on: PartialDate) -> str:
    """A date at the beginning of a sentence of the statement; of one day up to another only the last is known."""
    if on.earliest is None and on.latest is not None:
        return f"By {PartialDate.on_day(on.latest).wording()}"
    return lead(on)


def spoken_name(meeting: Occasion) -> str:
    """A meeting as it is called aloud: "the Sixteenth Meeting of the States Parties"."""
    return f"the {sitting(meeting)}" if sitting(meeting) else meeting_words(meeting)


def meeting_for(register: Register, key: str = "") -> Evidence[Occasion] | None:
    """The meeting of that key; without one the meeting in session on the view's day, or the next (None: none is held).

    Raises UnknownName for a key the register does not hold, Refused for an occasion at which no President reports.
    """
    if key:
        found = occasion(register, key)
        if found.fact.kind not in register.treaty.counted_meetings or found.fact.treaty != register.treaty.key:
            raise Refused(
                f"{key} is no meeting at which a President reports",
                remedy="Name a Meeting of the States Parties or a Review Conference, as 18MSP",
            )
        return found
    ahead = [each for each in _counted(register) if _ended(each) >= register.view.as_of]
    return ahead[0] if ahead else None


def spoken_matter(register: Register, meeting: Evidence[Occasion] | None) -> Spoken:
    """The matter of the statement at a meeting, up to the view's day."""
    begins = _began(meeting) if meeting else register.view.as_of
    before = [each for each in _counted(register) if _ended(each) < begins and _ended(each) <= register.view.as_of]
    since = before[-1] if before else None
    after = _ended(since) if since else date.min
    presiding = meeting.fact.presidency if meeting else ""
    done, undated, under = [], [], {}
    for topic in register.topics(register.of_sources(register.activities)):
        each = topic.counts
        records = (each, *topic.agree, *topic.contradict)
        under[each.key] = tuple(dict.fromkeys(action for record in records for action in record.fact.plan_actions))
        timing = register.timing(each.fact.on, each.source)
        if timing is Timing.NOT_YET or each.fact.on.counts_from <= after:
            continue
        # A year in which two presidents served: whose it was is told by the presidency.
        is_within = each.fact.on.earliest is not None and each.fact.on.earliest > after
        is_own = bool(presiding) and each.fact.presidency == presiding
        if timing is Timing.HAPPENED and (is_within or is_own):
            done.append(each)
        elif is_within or is_own or not each.fact.presidency:
            undated.append(each)
    for found in (done, undated):
        found.sort(key=lambda each: (each.fact.on.counts_from, each.key))
    return Spoken(
        matter=matter(register), meeting=meeting, since=since, done=tuple(done), undated=tuple(undated), under=under
    )


def _counted(register: Register) -> list[Evidence[Occasion]]:
    """The treaty's meetings that count for last participation, in the order of their days."""
    found = [
        each
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.counted_meetings
        and each.fact.starts is not None
    ]
    return sorted(found, key=lambda each: (_began(each), each.key))


def _began(held: Evidence[Occasion]) -> date:
    assert held.fact.starts is not None
    return held.fact.starts.counts_from


def _ended(held: Evidence[Occasion]) -> date:
    return held.fact.ends.counts_from if held.fact.ends else _began(held)
