"""Under which terms the data may be used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """`name` is its key among the SPDX licences."""

    name: str
    title: str
    address: str


LICENCE = Licence(
    "CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
)
"""As `accede/data/LICENSE-DATA.md` says, which also names the sources with thanks."""
