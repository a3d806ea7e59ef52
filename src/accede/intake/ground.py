"""What every reader is given of the register: names, occasions, treaties; and what is known of the file itself. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accede.intake.status_paper.occasions import Occasions
from accede.register.treaty import TreatyDefinition
from accede.register.values import Occasion
from accede.vocabulary.state_names import NameTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """`treaty` is the key asked for; a document that names another treaty is read as being about that one.

    `file_name` is the last part of the file's path: where nothing else tells the day of a page, its name may.
    """

    names: NameTable
    occasions: Mapping[str, Occasion]
    treaties: Mapping[str, TreatyDefinition]
    treaty: str
    file_name: str = ""

    def occasions_of(self, treaty: str) -> Occasions:
        """The occasions of one treaty, and those of none: the 8MSP of one Convention is not that of another."""
        return Occasions({key: one for key, one in self.occasions.items() if one.treaty in (treaty, "")})
