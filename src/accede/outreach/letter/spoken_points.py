"""Talking points in the other languages, from `data/letters/points`; English ones are in `data/talking_points.toml`. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from accede.reporting.recipes.brief.texts import Point, talking_points
from accede.vocabulary.errors import Damaged

FOLDER = "letters/points"


@cache
def spoken_points(treaty: str, language: str) -> Mapping[Point, Point]:
    """By each English point of a treaty the same in a language; empty where there are none.

    Raises Damaged for a key that the English points do not have, or one that is missing.
    """
    english, name = _english(treaty), f"{language}.toml"
    file = files("accede") / "data" / FOLDER / name
    given = tomllib.loads(file.read_text(encoding="utf-8")).get(treaty, {}) if file.is_file() else {}
    if not given:
        return {}
    if different := set(english) ^ set(given):
        raise Damaged(
            f"not the same points as in English: {', '.join(sorted(different))}",
            where=f"{FOLDER}/{name}",
            remedy="Keep to the keys of talking_points.toml",
        )
    return {english[key]: Point(text, basis) for key, (text, basis) in given.items()}


def _english(treaty: str) -> dict[str, Point]:
    held = talking_points(treaty)
    if held is None:
        return {}
    kinds: dict[str, Mapping[str, Point]] = {
        "circumstances": {str(key): point for key, point in held.circumstances.items()},
        "positions": {str(key): point for key, point in held.positions.items()},
        "standings": {str(key): point for key, point in held.standings.items()},
    }
    found = {f"{kind}.{key}": point for kind, points in kinds.items() for key, point in points.items()}
    return {**found, "silent": held.silent, "always": held.always}
