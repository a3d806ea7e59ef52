"""The paper as it stands: its plan, people's words and the register, made into a tree by the recipe of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.overview.register import Register
from accede.paper.canonical import tree_hash
from accede.paper.tree import Document
from accede.records.current import current
from accede.records.values import Evidence
from accede.register.models import NameVersion
from accede.reporting.composition.further import told_further
from accede.reporting.composition.held import plan_held, prose_of
from accede.reporting.composition.registers import known_now, register_at, register_for
from accede.reporting.recipes import live
from accede.reporting.recipes.brief import brief, names_of_other_treaties
from accede.reporting.recipes.comparison import comparison, moment_of
from accede.reporting.recipes.handover import handover
from accede.reporting.recipes.kit import kit
from accede.reporting.recipes.matter import Matter, matter
from accede.reporting.recipes.places import Prose, Written
from accede.reporting.recipes.plan import plan_report
from accede.reporting.recipes.statement import statement
from accede.reporting.recipes.status_paper import status_paper
from accede.reporting.values import PaperPlan
from accede.vocabulary.papers import PaperKind


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper as it stands: `prose` is what people wrote, `register` what everything else was folded from."""

    key: str
    plan: Evidence[PaperPlan]
    prose: Prose
    register: Register
    document: Document

    @property
    def content(self) -> str:
        """The hash of what the paper says, whenever it was asked."""
        return content_hash(self.document)


def composed(actor: Actor, key: str, *, known_on: datetime | None = None) -> Composed:
    """A paper in work as known on an instant (default: now).

    Raises NotAllowed, UnknownName for a paper that is not planned and for a name in the words that stands for no figure, Refused
    for a figure that the register does not give.
    """
    at = known_on or datetime.now(UTC)
    plan = plan_held(actor, key, known_on=at)
    prose = prose_of(key, known_on=at)
    register = register_at(plan.fact, known_on) if known_on else known_now(register_for(plan.fact))
    return Composed(key, plan, prose, register, paper(plan.fact, register, prose))


def paper(plan: PaperPlan, register: Register, prose: Prose) -> Document:
    """The tree of a paper. It bears the day that was planned for its masthead, or none. Raises as `composed` does."""
    written = live.filled(prose, matter_for(plan, register)) if prose else {}
    document = _WRITERS[plan.paper](plan, register, written)
    dated = plan.dated.wording() if plan.dated else ""
    return replace(document, masthead=replace(document.masthead, dated=dated))


def matter_for(plan: PaperPlan, register: Register) -> Matter:
    """What the figures in people's words are taken from."""
    return matter(register, plan.meeting)


def content_hash(document: Document) -> str:
    """The hash of a paper without the instant at which it was asked: equal as long as it says the same."""
    return tree_hash(replace(document, known_on=""))


def _status(plan: PaperPlan, register: Register, prose: Written) -> Document:
    return status_paper(register, meeting=plan.meeting, symbol=plan.symbol, agenda_item=plan.agenda_item, prose=prose)


def _statement(plan: PaperPlan, register: Register, prose: Written) -> Document:
    return statement(register, plan.meeting, symbol=plan.symbol, agenda_item=plan.agenda_item, prose=prose)


def _brief(plan: PaperPlan, register: Register, prose: Written) -> Document:
    names = names_of_other_treaties(register)
    return brief(register, plan.state, since=plan.start, treaty_names=names, symbol=plan.symbol)


def _comparison(plan: PaperPlan, register: Register, prose: Written) -> Document:
    before = moment_of(register, plan.start)
    after = moment_of(register, plan.end or plan.as_of.counts_from.isoformat())
    return comparison(register, before, after, symbol=plan.symbol)


def _plan(plan: PaperPlan, register: Register, prose: Written) -> Document:
    return plan_report(register, plan.plan, symbol=plan.symbol)


def _handover(plan: PaperPlan, register: Register, prose: Written) -> Document:
    return handover(register, symbol=plan.symbol, further=told_further(register, plan.language))


def _kit(plan: PaperPlan, register: Register, prose: Written) -> Document:
    deposit: date = (plan.deposit or plan.as_of).counts_from
    names = current(NameVersion, register.view, state=plan.state)
    return kit(register, plan.state, deposit, names=names, symbol=plan.symbol)


_WRITERS: Mapping[PaperKind, Callable[[PaperPlan, Register, Written], Document]] = {
    PaperKind.STATUS: _status,
    PaperKind.STATEMENT: _statement,
    PaperKind.BRIEF: _brief,
    PaperKind.COMPARISON: _comparison,
    PaperKind.PLAN: _plan,
    PaperKind.HANDOVER: _handover,
    PaperKind.KIT: _kit,
}
