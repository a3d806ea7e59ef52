"""The public register: what an answer is folded from, with what the site shows beside it."""

from __future__ import annotations

from dataclasses import dataclass

from accede.overview.corrections import Correction
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.treaty import TreatyDefinition
from accede.reporting.values import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRegister(Register):
    """What is released and public about a treaty; every treaty the register knows, by key; and the treaty's papers.

    `corrections` are the changes of what was public, the newest first.
    """

    treaties: tuple[TreatyDefinition, ...] = ()
    editions: tuple[Evidence[Edition], ...] = ()
    corrections: tuple[Correction, ...] = ()
