"""The report on a plan: its actions on universalization, what was done under each, and what the register can count.

Pure over the register in a view: `plan_report` writes it. What is not held (the text of an action, the plan's own
indicators, who did what under which action) is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accede.overview.load import Kind
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.register.treaty import Plan
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.matter import matter as matter_of
from accede.reporting.recipes.plan.actions import actions, unlinked
from accede.reporting.recipes.plan.figures import figures
from accede.reporting.recipes.plan.introduction import introduction
from accede.reporting.recipes.plan.matter import Reported, done_under
from accede.reporting.recipes.prose import Pen, words
from accede.reporting.recipes.status_paper.introduction import plan_in_force
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate

KIND = "plan-report"
NEEDS: tuple[Kind, ...] = (
    "occasions",
    "actions",
    "statements",
    "confirmations",
    "practices",
    "roll_calls",
    "attendance",
    "reports",
    "activities",
)
PARTS = (introduction, actions, unlinked, figures)


def plan_report(register: Register, plan: str = "", *, symbol: str = "", dated: date | None = None) -> Document:
    """The report on a plan (default: the one in force on the view's day), up to that day or the plan's end.

    Raises UnknownName for a plan the treaty does not have, Refused where none is in force or it has not begun.
    """
    found = reported(register, plan)
    pen = Pen()
    sections = [section for part in PARTS for section in part(found, pen)]
    return document_of(
        found.matter.register,
        KIND,
        masthead=working_masthead(found.matter.register, "Report on the plan of action", symbol=symbol, dated=dated),
        title=words(f"{found.plan.name}: what was done for universalization"),
        subtitle=words(
            f"From {PartialDate.on_day(found.begins).wording()} to {PartialDate.on_day(found.until).wording()}"
        ),
        sections=[replace(section, number=number) for section, number in zip(sections, NUMERALS, strict=False)],
        pen=pen,
    )


def reported(register: Register, plan: str = "") -> Reported:
    """What the report is written from. Raises as `plan_report` does."""
    found = _plan(register, plan)
    begins, ends = _bounds(found)
    if register.view.as_of <= begins:
        raise Refused(f"the {found.name} had not begun on {register.view.as_of.isoformat()}", remedy="Give a later day")
    until = min(register.view.as_of, ends)
    register = replace(register, view=replace(register.view, as_of=until))
    done = done_under(register, found, begins, until)
    return Reported(matter=matter_of(register), plan=found, begins=begins, until=until, done=done)


NUMERALS = ("I", "II", "III", "IV", "V")


def _plan(register: Register, key: str) -> Plan:
    plans = register.treaty.plans
    if key:
        named = next((plan for plan in plans if plan.key == key), None)
        if named is None:
            known = ", ".join(plan.key for plan in plans)
            raise UnknownName(f"the treaty has no plan {key!r}", remedy=f"Give one of {known}" if known else "")
        return named
    found = plan_in_force(matter_of(register))
    if found is None:
        raise Refused(
            f"no plan is in force on {register.view.as_of.isoformat()}",
            remedy="Name one with --plan, or give another day",
        )
    return found


def _bounds(plan: Plan) -> tuple[date, date]:
    """The day it was adopted, else the first of its period; and the last of its period."""
    begins = plan.adopted.counts_from if plan.adopted else plan.period.earliest
    assert begins is not None
    return begins, plan.period.latest or date.max


__all__ = ["KIND", "NEEDS", "plan_report", "reported"]
