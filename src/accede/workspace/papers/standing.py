"""A paper as it stands now, with what the checker finds in it; made once after each write, however many read it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from accede.accounts.actor import Actor
from accede.overview.register import Register
from accede.paper.tree import Document, text_of
from accede.reporting.checker import names_of
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.find import Seen, claims_of
from accede.reporting.checker.judge import findings
from accede.reporting.checker.values import Checked
from accede.reporting.composition.compose import Composed, content_hash, matter_for, paper
from accede.reporting.composition.held import plan_held, prose_of
from accede.reporting.composition.registers import mark, register_for
from accede.reporting.recipes.live import FIGURES, Live, pieces
from accede.reporting.recipes.places import Place, Prose, paragraphs_of
from accede.reporting.values import PaperPlan

MOST_CHECKED = 12
MOST_SEEN = 5000
"""Passages; a status paper has four hundred."""

_checked: OrderedDict[tuple[object, ...], Checked] = OrderedDict()
_seen: dict[tuple[object, ...], Seen] = {}
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
        register = register_for(plan.fact)
        prose = prose_of(key) if texts is None else {place: text for place, text in texts.items() if text.strip()}
        composed = Composed(key, plan, prose, register, paper(plan.fact, register, prose))
        return Standing(composed, _findings(composed.document, register), _own(composed))


def figures(plan: PaperPlan, register: Register) -> tuple[tuple[Live, str], ...]:
    """What each name in braces stands for now; empty where the register does not give it."""
    matter = matter_for(plan, register)
    told = ((live, FIGURES[live](matter)) for live in Live)
    return tuple((live, figure.text if figure else "") for live, figure in told)


def _findings(document: Document, register: Register) -> Checked:
    view, of = register.view, (*mark(), register.treaty.key)
    key = (*of, view.public, view.accepted, view.classes, content_hash(document))
    if key not in _checked:
        if of not in _seen or len(_seen[of]) > MOST_SEEN:
            _seen.clear()
            _seen[of] = {}
        names = names_of(register.treaty.key, replace(view, public=False, accepted=False, classes=None))
        claims = list(claims_of(document, names, view.as_of, is_asked=True, seen=_seen[of]))
        _checked[key] = Checked(tuple(findings(claims, Answers(register))))
    _checked.move_to_end(key)
    while len(_checked) > MOST_CHECKED:
        _checked.popitem(last=False)
    return _checked[key]


def _own(composed: Composed) -> Mapping[str, Place]:
    if not composed.prose:
        return {}
    matter = matter_for(composed.plan.fact, composed.register)
    return {
        text_of(tuple(piece.inline for piece in pieces(each, matter))): place
        for place, text in composed.prose.items()
        for each in paragraphs_of(text)
    }
