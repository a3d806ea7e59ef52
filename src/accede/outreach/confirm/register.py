"""The register that a form is made from: what is public, and nothing else, whoever asks."""

from __future__ import annotations

from datetime import date, datetime

from accede.overview.load import EVERY_KIND, load
from accede.overview.register import Register
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.records.values import View


def public_register(treaty: str, as_of: date) -> Register:
    """What is public of a treaty now, folded for a day. Raises UnknownName, and Refused for a day before the treaty."""
    return register_of(standpoint(), as_of, treaty)


def register_at(treaty: str, as_of: date, known_on: datetime) -> Register:
    """What was public of a treaty at an instant, folded for a day, to say what a form showed that was made then."""
    return load(View(as_of=as_of, known_on=known_on, public=True), treaty, *EVERY_KIND)
