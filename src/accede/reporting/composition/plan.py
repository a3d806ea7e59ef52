"""Plan a paper, and change its plan. The words of the paper of the year before are taken over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.current import current
from accede.records.reference import newest
from accede.records.values import Evidence
from accede.records.write import writing
from accede.reporting.composition.compose import paper
from accede.reporting.composition.held import IN_WORK, blocks_of, now
from accede.reporting.composition.registers import register_for
from accede.reporting.models import PaperPlanVersion
from accede.reporting.recipes.places import places_of
from accede.reporting.values import PaperPlan
from accede.vocabulary.errors import Refused
from accede.vocabulary.languages import Language
from accede.vocabulary.papers import PaperKind
from accede.vocabulary.state_names import shipped_names

WRITTEN_IN = (Language.ENGLISH,)
"""Languages in which there are recipes."""
TAKEN_OVER = "taken over from the paper before"


def begin(actor: Actor, plan: PaperPlan) -> str:
    """Record the plan of a paper, with the words of the last paper of its kind; returns its key.

    Raises NotAllowed, UnknownName for a treaty, State or meeting that is not held, Refused for a plan that lacks what its kind
    needs or of which no paper can be made, and where the paper is planned already.
    """
    key = key_of(plan)
    actor.must(Verb.RECORD, IN_WORK, where=key)
    paper(plan, register_for(plan), {})
    with writing(actor.name, "plan a paper") as write:
        if PaperPlanVersion.objects.filter(key=key).exists():
            raise Refused("this paper is planned already", where=key, remedy="Open it in the list of papers")
        write.record(key, plan, source="", classification=IN_WORK)
        before = _before(plan)
        if before is None:
            return key
        for place, block in blocks_of(before.key).items():
            if block.fact.text:
                taken = replace(block.fact, paper=key, taken_from=block.key)
                write.record(f"{key}/{place}", taken, source="", classification=IN_WORK, reason=TAKEN_OVER)
    return key


def change(actor: Actor, key: str, plan: PaperPlan, *, expected_version: int, reason: str = "") -> None:
    """Correct the plan of a paper: its day, fold, symbol. What the paper is of stays: that is its key.

    Raises NotAllowed, UnknownName, Refused where somebody else was faster and for another paper.
    """
    actor.must(Verb.RECORD, IN_WORK, where=key)
    if key_of(plan) != key:
        raise Refused("this would be another paper", where=key, remedy="Plan the other paper beside it")
    with writing(actor.name, "change a plan", reason=reason.strip() or "plan changed") as write:
        held = newest(PaperPlanVersion.record_kind(), key)
        if held.version != expected_version:
            raise Refused(
                f"{held.recorded_by} changed the plan meanwhile", where=key, remedy="Look at it and decide again"
            )
        write.record(key, plan, source="", classification=IN_WORK)


def key_of(plan: PaperPlan) -> str:
    """The key of a paper in work: treaty, kind, what it is of, language ("apmbc/status/24MSP/en").

    Raises Refused for a plan that lacks what its kind needs.
    """
    if plan.language not in WRITTEN_IN:
        known = ", ".join(language.label for language in WRITTEN_IN)
        raise Refused(f"papers are not written in “{plan.language}” yet", remedy=f"Choose {known}")
    return f"{plan.treaty}/{plan.paper}/{_subject(plan)}/{plan.language}"


def _subject(plan: PaperPlan) -> str:
    day = plan.as_of.edtf
    match plan.paper:
        case PaperKind.STATUS | PaperKind.STATEMENT:
            return _given(plan.meeting, "for which meeting", "Choose the meeting")
        case PaperKind.BRIEF | PaperKind.KIT:
            state = _given(plan.state, "about which State", "Choose the State")
            shipped_names().in_table(state)
            return f"{state}/{day}"
        case PaperKind.COMPARISON:
            start = _given(plan.start, "from when", "Give a day, a meeting or a status paper")
            return f"{start}..{plan.end or day}"
        case PaperKind.PLAN:
            return f"{plan.plan or 'in-force'}/{day}"
        case PaperKind.HANDOVER:
            return day


def _given(text: str, what: str, remedy: str) -> str:
    if not text:
        raise Refused(f"it is not said {what} the paper is", remedy=remedy)
    return text


def _before(plan: PaperPlan) -> Evidence[PaperPlan] | None:
    """The last paper of the same kind and language with an earlier day, whose words go on; None for a kind without places."""
    if not places_of(plan.paper):
        return None
    alike: list[Evidence[PaperPlan]] = [
        each
        for each in current(PaperPlanVersion, now(), treaty=plan.treaty, paper=str(plan.paper), language=plan.language)
        if _day(each.fact) < _day(plan)
    ]
    return max(alike, key=lambda each: (_day(each.fact), each.recorded_at), default=None)


def _day(plan: PaperPlan) -> date:
    return plan.as_of.counts_from


__all__ = ["TAKEN_OVER", "WRITTEN_IN", "begin", "change", "key_of"]
