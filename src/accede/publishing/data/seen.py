"""From where data files are seen: the public register of a standpoint, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from accede.publishing.api.held_rows import held_rows
from accede.publishing.held import register_of
from accede.publishing.kept import Kept
from accede.publishing.languages import DEFAULT
from accede.publishing.register import PublicRegister
from accede.publishing.standpoint import Standpoint
from accede.publishing.tables import Row, Table
from accede.publishing.version import CODE

_kept = Kept(settings.ACCEDE_KEPT_PAGES)


@dataclass(frozen=True, slots=True)
class Seen:
    """`day` is the day that the address names, None for today. Every file is a function of this and of nothing else."""

    now: Standpoint
    day: date | None = None

    @property
    def register(self) -> PublicRegister:
        """The public register of the day. Raises Refused for a day before the treaty."""
        return register_of(self.now, self.day)

    @property
    def treaty(self) -> str:
        """The key of the site's treaty."""
        return str(settings.ACCEDE_TREATY)

    @property
    def as_of(self) -> date:
        """The day that is answered."""
        return self.day or self.now.today

    @property
    def known_on(self) -> datetime:
        """The instant of the last public change."""
        return self.now.known_on

    @property
    def key(self) -> str:
        """A text that is the same for the same bytes of a file."""
        return repr((CODE, self.now.key, self.as_of, self.treaty, settings.ACCEDE_ADDRESS))

    def rows(self, table: Table) -> tuple[Row, ...]:
        """The rows of a table, with names in English."""
        return held_rows(table, self.now, self.day, DEFAULT).rows

    def kept(self, path: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of a file, made once while nothing public changes."""
        name = f"{self.key} {path}"
        body = _kept.get(name)
        if body is None:
            body = make()
            _kept.put(name, body)
        return body


def forget() -> None:
    """Make every file again, for tests that undo what they wrote."""
    _kept.clear()
