"""What the public is told of a round: an activity, with the States that the letters went to. Its figure is never typed.

It counts as accepted by who cleared the letters. What nobody cleared waits for review: a round that was entered afterwards, a
plan that was changed since, what a person added to the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import ActivityVersion
from accede.activities.values import Activity
from accede.outreach.rounds.held import letters_of, now, round_held, steps_of, went
from accede.overview.load import load
from accede.overview.standings import among, by_name, standings
from accede.records.current import current
from accede.records.models import EventKind, SourceVersion, Version
from accede.records.reference import Reference
from accede.records.reviewing import stage_of
from accede.records.values import Evidence, Source, View
from accede.records.write import Write, writing
from accede.register.models import OccasionVersion
from accede.reporting.recipes.matter import meeting_words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

BY = "President"
TOLD = "told by the letters that went"


@dataclass(frozen=True, slots=True)
class Gone:
    """The letters of a round that went: the State and the day of each, and its clearance (None where nobody cleared it here)."""

    days: Mapping[str, PartialDate]
    clearances: Mapping[str, Evidence[Letter] | None]

    @property
    def states(self) -> tuple[str, ...]:
        """The States written to, in the order of names."""
        return tuple(by_name(self.days))

    @property
    def on(self) -> PartialDate:
        """The day (month, year) of all of them, or from the first to the last."""
        days = set(self.days.values())
        if len(days) == 1:
            return days.pop()
        first = min(each.earliest or each.counts_from for each in days)
        return PartialDate.parse(f"{first}/{max(each.counts_from for each in days)}")


def tell_round(actor: Actor, round_key: str) -> str:
    """Record what the letters of a round that went come to; returns the key of the activity, "" where nothing is to be told.

    Nothing is written where it is told so already. The steps of the letters are recorded before, by a write of their own. Raises
    NotAllowed, UnknownName.
    """
    actor.must(Verb.RECORD, Classification.PUBLIC, where=round_key)
    with writing(actor.name, "tell letters") as write:
        return _tell(write, round_held(round_key))


def _tell(write: Write, round_: Evidence[Round]) -> str:
    held = told_by(round_.fact)
    if held is not None and not is_ours(held, round_.key) and not round_.fact.takes_over:
        return ""
    gone = gone_of(letters_of(round_.key).values())
    if not gone.days and held is None:
        return ""
    if not gone.days:  # each was marked by mistake
        if held is not None and is_ours(held, round_.key):
            write.happen(EventKind.RETRACTION, ActivityVersion, held.key, held.version, reason="no letter went")
        return ""
    fact = activity_of(round_, gone, held.fact if held else None)
    if held is not None and held.fact == fact and is_ours(held, round_.key):
        return held.key
    clearer = _clearer(round_, gone, held, write.actor)
    source = source_key(round_.key)
    if not SourceVersion.objects.filter(key=source).exists():
        write.record(source, _source(round_.fact), source="")
        _accept(write, SourceVersion, source, 1, clearer)
    key = round_.fact.activity
    reason = round_.fact.takes_over if held is not None and not is_ours(held, round_.key) else TOLD
    row = write.record(key, fact, source=source, reason=reason)
    _accept(write, ActivityVersion, key, row["version"], clearer)
    return key


def told_by(round_: Round) -> Evidence[Activity] | None:
    """The activity that is held under the key of a round, whoever recorded it."""
    found: list[Evidence[Activity]] = current(ActivityVersion, now(), key=round_.activity)
    return found[0] if found else None


def is_ours(activity: Evidence[Activity], round_key: str) -> bool:
    """Whether an activity is told by the letters of this round, also where a person corrected it since."""
    held = ActivityVersion.objects.filter(key=activity.key, source=source_key(round_key))
    return bool(held.exists())


def source_key(round_key: str) -> str:
    """The key of the source that stands for the letters of a round ("apmbc-letters-2018-03-26")."""
    treaty, _, day = round_key.partition("/round/")
    return f"{treaty}-letters-{day}"


def gone_of(letters: Iterable[Evidence[Letter]]) -> Gone:
    """Which of the letters went, when, and who cleared them; one query."""
    gone = [each for each in letters if _has_gone(each.fact)]
    steps = steps_of(each.key for each in gone)
    days: dict[str, PartialDate] = {}
    clearances: dict[str, Evidence[Letter] | None] = {}
    for each in gone:
        on = went(steps[each.key])
        if on is not None:
            days[each.fact.state] = on
            clearances[each.fact.state] = clearance_of(steps[each.key])
    return Gone(days, clearances)


def clearance_of(versions: Iterable[Evidence[Letter]]) -> Evidence[Letter] | None:
    """The version by which a letter was cleared last, by its versions, the oldest first; None where nobody did.

    A later version at that step is no clearance: its file was made, or it was marked as sent by mistake.
    """
    found, before = None, LetterStep.DRAFTED
    for each in versions:
        if each.fact.step is LetterStep.CLEARED and before is LetterStep.DRAFTED:
            found = each
        before = each.fact.step
    return found


def activity_of(round_: Evidence[Round], gone: Gone, before: Activity | None = None) -> Activity:
    """What is told. What people added to the activity `before` (a summary, a forum, actions of a plan) stays."""
    fact = round_.fact
    occasion, forum = _invited(fact)
    start = before or Activity(treaty=fact.treaty, kind=ActivityKind.LETTER_ROUND, on=gone.on, by=BY)
    return replace(
        start,
        kind=ActivityKind.LETTER_ROUND,
        on=gone.on,
        by=start.by or BY,
        presidency=fact.presidency,
        towards=gone.states,
        towards_all_outside=_is_all_outside(fact.treaty, gone),
        towards_count=len(gone.states),
        occasion=start.occasion or occasion,
        forum=start.forum or forum,
        plan_actions=tuple(sorted({*start.plan_actions, *fact.plan_actions})),
        follows=start.follows or _reminded(fact),
    )


def _has_gone(letter: Letter) -> bool:
    return letter.step.has_gone


def _is_all_outside(treaty: str, gone: Gone) -> bool:
    """Whether each State that stood outside on the day on which the last letter went was written to, and no other."""
    view = View(as_of=gone.on.counts_from, known_on=datetime.now(UTC))
    try:
        held = standings(load(view, treaty, "actions"))
    except (Refused, UnknownName):  # a register that does not know who stood outside
        return False
    return set(among(held, "outside")) == set(gone.days)


def _invited(round_: Round) -> tuple[str, str]:
    """The key of the one occasion that the letters invite to, or the words for several (English, as papers have them)."""
    if len(round_.invites) < 2:
        return "".join(round_.invites), ""
    held = {each.key.removeprefix(f"{each.fact.treaty}/"): each.fact for each in current(OccasionVersion, now())}
    words = [meeting_words(held[key]) for key in round_.invites if key in held]
    return "", f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _reminded(round_: Round) -> str:
    return round_held(round_.reminds).fact.activity if round_.reminds else ""


def _clearer(round_: Evidence[Round], gone: Gone, before: Evidence[Activity] | None, actor: str) -> str:
    """By whom what is told counts as accepted: who cleared most of the letters, another than who acts where there is one.

    "" where it waits for review: a letter was not cleared here, nobody cleared one since the plan was changed, or what stood there
    before waits itself.
    """
    cleared = [each for each in gone.clearances.values() if each is not None]
    if len(cleared) < len(gone.clearances) or (before is not None and not _is_accepted(before)):
        return ""
    counted = Counter(each.recorded_by for each in cleared if each.recorded_at > round_.recorded_at)
    return max(counted, key=lambda name: (name != actor, counted[name], name), default="")


def _is_accepted(activity: Evidence[Activity]) -> bool:
    return stage_of(Reference(ActivityVersion.record_kind(), activity.key, activity.version)).is_accepted


def _accept(write: Write, model: type[Version], key: str, version: int, clearer: str) -> None:
    if clearer:
        write.happen(EventKind.ACCEPTANCE, model, key, version, reason="cleared", by=clearer)


def _source(round_: Round) -> Source:
    return Source(
        title=f"Letters of the President to States not party, {round_.on.wording()}",
        kind=SourceKind.CORRESPONDENCE,
        grade=SourceGrade.ORGAN,
        treaty=round_.treaty,
        note="The letters themselves are kept with the presidency.",
    )


__all__ = ["Gone", "activity_of", "clearance_of", "gone_of", "is_ours", "source_key", "tell_round", "told_by"]
