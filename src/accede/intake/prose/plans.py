"""Which actions of which plan a text names: "Actions 11 and 12 of the Oslo Action Plan". Pure."""

from __future__ import annotations

import re

ACTIONS = re.compile(r"\bActions? ?#?(?P<numbers>\d{1,2}(?:(?:,| and|, and|-|–| to) ?#?\d{1,2})*)")
PLAN = re.compile(r"\b(?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?) (?:Action Plan|Plan of Action|ACTION PLAN)\b")


def plan_actions(text: str, otherwise: str = "") -> tuple[str, ...]:
    """Keys of actions ("oslo/11"). An action whose plan the sentence does not name is one of the plan named last, or left out."""
    plans = [(match.start(), _key(match["name"])) for match in PLAN.finditer(text)]
    found: dict[str, None] = {}
    for match in ACTIONS.finditer(text):
        near = min(plans, key=lambda one: abs(one[0] - match.end()), default=(0, otherwise))[1]
        if near:
            found |= dict.fromkeys(f"{near}/{number}" for number in _numbers(match["numbers"]))
    return tuple(found)


def plans_named(text: str) -> tuple[str, ...]:
    """The plans that a text names, by key."""
    return tuple(dict.fromkeys(_key(match["name"]) for match in PLAN.finditer(text)))


def _key(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def _numbers(text: str) -> list[int]:
    if match := re.fullmatch(r"#?(\d+) ?(?:-|–|to) ?#?(\d+)", text.strip()):
        first, last = int(match[1]), int(match[2])
        return list(range(first, last + 1)) if first < last <= first + 20 else [first, last]
    return [int(number) for number in re.findall(r"\d+", text)]
