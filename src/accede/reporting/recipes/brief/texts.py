"""Talking points and questions of a treaty, from `data/talking_points.toml`. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from accede.vocabulary.errors import Damaged
from accede.vocabulary.practices import Question
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Circumstance, Position

FILE = "talking_points.toml"
REASONS_TO_ASK = ("allegation", "commitment", "expired", "old", "silent", "withdrawn")
"""Besides the questions of the overview, for which a question is worded."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to say or ask, and what it rests on."""

    text: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkingPoints:
    """The points of a treaty: one a circumstance, for some positions and standings, for silence, and always."""

    circumstances: Mapping[Circumstance, Point]
    positions: Mapping[Position, Point]
    standings: Mapping[Standing, Point]
    silent: Point
    always: Point
    questions: Mapping[str, str]


def talking_points(treaty: str) -> TalkingPoints | None:
    """The points for a treaty; None where none are held for it."""
    return _held().get(treaty)


@cache
def _held() -> dict[str, TalkingPoints]:
    content = tomllib.loads((files("accede") / "data" / FILE).read_text(encoding="utf-8"))
    return {treaty: _points(treaty, given) for treaty, given in content.items()}


def _points(treaty: str, given: dict[str, Any]) -> TalkingPoints:
    """Raises Damaged for a key that the vocabulary does not have, or a circumstance or question left out."""
    try:
        found = TalkingPoints(
            circumstances={Circumstance(key): Point(**point) for key, point in given["circumstances"].items()},
            positions={Position(key): Point(**point) for key, point in given["positions"].items()},
            standings={Standing(key): Point(**point) for key, point in given["standings"].items()},
            silent=Point(**given["silent"]),
            always=Point(**given["always"]),
            questions=given["questions"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(
            f"the points of {treaty} cannot be read ({error})", where=FILE, remedy="Keep to its form"
        ) from error
    missing = set(Circumstance) - set(found.circumstances) | {*map(str, Question), *REASONS_TO_ASK} - set(
        found.questions
    )
    if missing:
        raise Damaged(f"{treaty} has nothing for {', '.join(sorted(missing))}", where=FILE, remedy="Add it")
    return found
