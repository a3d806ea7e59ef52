"""A paper as it stands now, with what the checker finds in it; made once after each write, however many read it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Lock
from typing import TypeVar

from accede.accounts.actor import Actor
from accede.overview.register import Register
from accede.paper.tree import Document, text_of
from accede.records.lock import head
from accede.records.values import Evidence
from accede.reporting.checker import names_of
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.find import claims_of
from accede.reporting.checker.judge import findings
from accede.reporting.checker.values import Checked
from accede.reporting.composition.compose import Composed, content_hash, matter_for, paper, register_for
from accede.reporting.composition.held import plan_held, prose_of
from accede.reporting.recipes.live import FIGURES, Live, pieces
from accede.reporting.recipes.places import Place, Prose, paragraphs_of
from accede.reporting.values import PaperPlan
from accede.vocabulary.papers import Fold

Held = TypeVar("Held")

MOST_REGISTERS = 3
MOST_CHECKED = 12

_registers: OrderedDict[tuple[object, ...], Register] = OrderedDict()
_checked: OrderedDict[tuple[object, ...], Checked] = OrderedDict()
_making = Lock()


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper with the findings of the checker; `own` gives its paragraphs that people wrote, by their text."""

    composed: Composed
    checked: Checked
    own: Mapping[str, Place]


def standing(actor: Actor, key: str, texts: Prose | None = None) -> Standing:
    """A paper in work as it stands, or as it would with other words (`texts`: all places, saved or not).

    Raises NotAllowed, UnknownName, Refused, as composing it does.
    """
    plan = plan_held(actor, key)
    with _making:
        register = _register(plan.fact)
        prose = prose_of(key) if texts is None else {place: text for place, text in texts.items() if text.strip()}
        composed = Composed(key, plan, prose, register, paper(plan.fact, register, prose))
        return Standing(composed, _findings(composed.document, register), _own(composed))


def register_of(plan: Evidence[PaperPlan]) -> Register:
    """The register that a paper is folded from, as it is now. Raises as composing does."""
    with _making:
        return _register(plan.fact)


def figures(plan: PaperPlan, register: Register) -> tuple[tuple[Live, str], ...]:
    """What each name in braces stands for now; empty where the register does not give it."""
    matter = matter_for(plan, register)
    told = ((live, FIGURES[live](matter)) for live in Live)
    return tuple((live, figure.text if figure else "") for live, figure in told)


def _register(plan: PaperPlan) -> Register:
    newest, at = head(), datetime.now(UTC)
    # What is under embargo appears without a write.
    minute = at.replace(second=0, microsecond=0) if plan.fold is Fold.RELEASED else None
    key = (newest.hash if newest else "", plan.treaty, plan.paper.classification, plan.fold, plan.as_of.edtf, minute)
    if key not in _registers:
        _registers[key] = register_for(plan, at)
    return _latest(_registers, key, MOST_REGISTERS)


def _findings(document: Document, register: Register) -> Checked:
    newest = head()
    key = (newest.hash if newest else "", content_hash(document))
    if key not in _checked:
        names = names_of(register.treaty.key, replace(register.view, public=False, accepted=False, classes=None))
        claims = list(claims_of(document, names, register.view.as_of, is_asked=True))
        _checked[key] = Checked(tuple(findings(claims, Answers(register))))
    return _latest(_checked, key, MOST_CHECKED)


def _latest(held: OrderedDict[tuple[object, ...], Held], key: tuple[object, ...], most: int) -> Held:
    held.move_to_end(key)
    while len(held) > most:
        held.popitem(last=False)
    return held[key]


def _own(composed: Composed) -> Mapping[str, Place]:
    if not composed.prose:
        return {}
    matter = matter_for(composed.plan.fact, composed.register)
    return {
        text_of(tuple(piece.inline for piece in pieces(each, matter))): place
        for place, text in composed.prose.items()
        for each in paragraphs_of(text)
    }


def forget() -> None:
    """Make everything again at the next call, for tests that undo what they wrote."""
    _registers.clear()
    _checked.clear()
