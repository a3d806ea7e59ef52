"""Texts made to keep a regular expression busy: what it repeats, again and again, and then something that it does not take.

Of each repetition in a pattern the text before it is made from the pattern itself, so that the attack arrives. Python's engine has
no count of its steps, so that the processor time of one text is bounded, a thousand times above what a sound pattern needs.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import _constants as of
from re import _parser as parser
from typing import Any

import accede

SIGNS = (" ", "a", "1", ",", ".", "-", "\n", "A", '"', "(")
"""Tried as what is repeated, whatever the pattern says: two repetitions beside each other are slow by what both take."""
ENDS = ("\x00", "\n\x00", " ~")
MOST_PUMPS = 24


class TooSlow(BaseException):
    """The processor time is over; no pattern's caller catches it."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A text: what comes before, what is repeated, what it ends in."""

    before: str
    pump: str
    end: str

    def text(self, times: int) -> str:
        return self.before + self.pump * times + self.end


def attacks(
    pattern: str | bytes, flags: int, *, signs: tuple[str, ...] = SIGNS, ends: tuple[str, ...] = ENDS
) -> Iterator[Attack]:
    """The texts against a pattern, for each of its repetitions; none for a pattern without one."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    tree = parser.parse(text, flags & ~re.LOCALE)
    seen: set[tuple[str, str]] = set()
    for before, body in _repeated(tree, ""):
        own = [example for example in _examples(body, 4) if example]
        pairs = [one + other for one in own for other in own if one != other]
        for pump in list(dict.fromkeys((*own, *signs, *pairs)))[:MOST_PUMPS]:
            if (before, pump) not in seen:
                seen.add((before, pump))
                yield from (Attack(before, pump, end) for end in ends)


def seconds(pattern: re.Pattern[Any], attack: Attack, times: int, most: float) -> float:
    """The processor time that a search through the text takes; `most` where it is not at its end by then."""
    text: str | bytes = attack.text(times)
    if isinstance(pattern.pattern, bytes):
        text = text.encode("latin-1", "replace")
    before = signal.signal(signal.SIGVTALRM, _over)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, most)
        pattern.search(text)
        return most - signal.setitimer(signal.ITIMER_VIRTUAL, 0)[0]
    except TooSlow:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def patterns() -> dict[re.Pattern[Any], str]:
    """Every pattern that a module of ours holds, alone or in tuples, mappings and values of its own; with its place."""
    found: dict[re.Pattern[Any], str] = {}
    for about in pkgutil.walk_packages(accede.__path__, "accede."):
        if ".migrations" in about.name or about.name == "accede.accounts.openid_connect":  # which needs its settings
            continue
        for name, value in vars(importlib.import_module(about.name)).items():
            for one in _held(value, 3):
                found.setdefault(one, f"{about.name}.{name}")
    return found


def _held(value: Any, deep: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif deep and isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _held(one, deep - 1)
    elif deep and isinstance(value, Mapping):
        for one in value.values():
            yield from _held(one, deep - 1)
    elif deep and type(value).__module__.startswith("accede."):
        for name in getattr(type(value), "__dataclass_fields__", getattr(type(value), "__slots__", ())):
            yield from _held(getattr(value, name, None), deep - 1)


def _over(*_: object) -> None:
    raise TooSlow


def _repeated(items: Any, before: str) -> Iterator[tuple[str, Any]]:
    """What a pattern repeats without end, each with a text that leads to it."""
    for name, value in items:
        match name:
            case of.MAX_REPEAT | of.MIN_REPEAT | of.POSSESSIVE_REPEAT:
                _, most, body = value
                if most > 20:
                    yield before, body
                yield from _repeated(body, before)
            case of.SUBPATTERN:
                yield from _repeated(value[-1], before)
            case of.ATOMIC_GROUP:
                yield from _repeated(value, before)
            case of.BRANCH:
                for branch in value[1]:
                    yield from _repeated(branch, before)
            case of.ASSERT | of.ASSERT_NOT:
                yield from _repeated(value[1], before)
        before += next(iter(_examples([(name, value)], 1)), "")


def _examples(items: Any, most: int) -> list[str]:
    """Up to so many texts that it takes, as far as can be told."""
    texts = [""]
    for name, value in items:
        texts = [text + more for text in texts for more in (_one(name, value, most) or [""])][:most]
    return texts


def _one(name: Any, value: Any, most: int) -> list[str]:
    match name:
        case of.LITERAL:
            return [chr(value)]
        case of.NOT_LITERAL:
            return ["b" if value == ord("a") else "a"]
        case of.ANY:
            return ["a"]
        case of.IN:
            return _of_set(value)[:most]
        case of.MAX_REPEAT | of.MIN_REPEAT | of.POSSESSIVE_REPEAT:
            least, longest, body = value
            times = least or min(1, longest)
            return [text * min(times, 4) for text in _examples(body, most)]
        case of.SUBPATTERN:
            return _examples(value[-1], most)
        case of.ATOMIC_GROUP:
            return _examples(value, most)
        case of.BRANCH:
            return [text for branch in value[1] for text in _examples(branch, 1)][:most]
        case _:
            return [""]


def _of_set(items: Any) -> list[str]:
    refused = re.compile(_written(items)) if items and items[0][0] is of.NEGATE else None
    if refused is not None:
        return [sign for sign in (*SIGNS, "é", "=") if refused.match(sign)]
    found = []
    for name, value in items:
        match name:
            case of.LITERAL:
                found.append(chr(value))
            case of.RANGE:
                found.append(chr(value[0]))
            case of.CATEGORY:
                found += [sign for sign in SIGNS if re.match(_category(value), sign)][:2]
    return found


def _category(value: Any) -> str:
    return {
        of.CATEGORY_DIGIT: r"\d", of.CATEGORY_NOT_DIGIT: r"\D", of.CATEGORY_SPACE: r"\s",
        of.CATEGORY_NOT_SPACE: r"\S", of.CATEGORY_WORD: r"\w", of.CATEGORY_NOT_WORD: r"\W",
    }[value]  # fmt: skip


def _written(items: Any) -> str:
    """A set of signs written as a pattern again."""
    told = []
    for name, value in items:
        match name:
            case of.NEGATE:
                told.append("^")
            case of.LITERAL:
                told.append(re.escape(chr(value)))
            case of.RANGE:
                told.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
            case of.CATEGORY:
                told.append(_category(value))
    return f"[{''.join(told)}]"
