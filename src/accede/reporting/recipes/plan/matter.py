"""What the report is written from: the plan, its time, and what was done in it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accede.overview.register import Register
from accede.register.treaty import Plan
from accede.reporting.recipes.activities import Done
from accede.reporting.recipes.matter import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """`done` gives what was done, in the order of days, by the key of the action it is linked to; "" linked to none."""

    matter: Matter
    plan: Plan
    begins: date
    until: date
    done: Mapping[str, tuple[Done, ...]]


def done_under(register: Register, plan: Plan, begins: date, until: date) -> dict[str, tuple[Done, ...]]:
    """The activities of the plan's time by action; one linked to several stands under each."""
    own = {action.key for action in plan.actions}
    found: dict[str, list[Done]] = {}
    for topic in register.topics(register.of_sources(register.activities)):
        each = topic.counts
        records = (each, *topic.agree, *topic.contradict)
        named = dict.fromkeys(action for record in records for action in record.fact.plan_actions if action in own)
        is_of_time = each.fact.on.earliest is not None and each.fact.on.earliest > begins
        if register.has_happened(each.fact.on, each.source, on=until) and (named or is_of_time):
            for action in named or [""]:
                found.setdefault(action, []).append(each)
    return {
        action: tuple(sorted(done, key=lambda each: (each.fact.on.counts_from, each.key)))
        for action, done in found.items()
    }
