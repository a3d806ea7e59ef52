"""Editions as they are kept."""

from accede.records.models import Version, keeps
from accede.reporting import values


@keeps(values.Edition)
class EditionVersion(Version):
    """A sealed paper."""


__all__ = ["EditionVersion"]
