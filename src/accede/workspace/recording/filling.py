"""Proposals and what was typed, put together: a proposal fills a field that holds an earlier proposal, or nothing. Pure.

Beside each field that can be proposed stands a hidden one with what was last put there (`was-said`). Where the two differ,
somebody typed, and the field stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accede.workspace.facts.codes import CodeRow

WAS = "was-"


@dataclass(frozen=True, slots=True)
class Filling:
    """What fields are filled with: texts as they are typed, and codes; `because` says what told each."""

    values: Mapping[str, str] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[CodeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields as they stand then. `was` is what was put there by us, `because` what told it, where it still stands."""

    values: Mapping[str, str]
    codes: tuple[CodeRow, ...]
    was: Mapping[str, str]
    because: Mapping[str, str]


def fill(typed: Mapping[str, str], codes: Iterable[CodeRow], proposed: Filling, defaults: Mapping[str, str]) -> Filled:
    """The typed fields with the proposals in those that nobody changed."""
    values, was, because = dict(typed), {}, {}
    for name in {*proposed.values, *(key.removeprefix(WAS) for key in typed if key.startswith(WAS))}:
        before = _plain(typed.get(f"{WAS}{name}", defaults.get(name, "")))
        is_ours = _plain(typed.get(name, "")) in (before, "")
        if name in proposed.values and is_ours:
            values[name] = was[name] = proposed.values[name]
            because[name] = proposed.because.get(name, "")
        elif is_ours:  # an earlier passage told it, and this one does not
            values[name] = was[name] = defaults.get(name, "")
        else:
            was[name] = before
    plain = {name: value for name, value in values.items() if not name.startswith(WAS)}
    return Filled(plain, _codes(codes, proposed.codes), was, because)


def _codes(held: Iterable[CodeRow], proposed: Iterable[CodeRow]) -> tuple[CodeRow, ...]:
    """What a person kept, and of the proposals those that are not among them."""
    kept = [row for row in held if row.code and row.is_kept]
    there = {row.code for row in kept}
    return (*kept, *(row for row in proposed if row.code not in there))


def _plain(text: str) -> str:
    """A text without what a browser changes in it."""
    return text.replace("\r\n", "\n").strip()
