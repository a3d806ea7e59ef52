"""What the hand-over paper says beyond the register: who holds something gives it, and papers do not know who that is."""

from __future__ import annotations

from collections.abc import Callable

from accede.overview.register import Register
from accede.reporting.recipes.handover import Thread

Teller = Callable[[Register, str], tuple[Thread, ...]]
"""Given a register and the paper's language, what goes on in its view."""

_tellers: list[Teller] = []


def tell(teller: Teller) -> None:
    """Have it asked for each hand-over paper, in the order in which they come; the same one once."""
    if teller not in _tellers:
        _tellers.append(teller)


def told_further(register: Register, language: str) -> tuple[Thread, ...]:
    """What all of them tell."""
    return tuple(thread for teller in _tellers for thread in teller(register, language))
