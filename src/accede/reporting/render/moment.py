"""The one instant that a file of a paper carries as the time it was made: that of the tree, never the clock's."""

from datetime import UTC, datetime

from accede.paper.tree import Document


def moment(document: Document) -> datetime | None:
    """The instant of `known_on`, else the beginning of `as_of` (UTC, whole seconds); None for a paper without either.

    Raises ValueError for texts that are not ISO.
    """
    text = document.known_on or document.as_of
    if not text:
        return None
    instant = datetime.fromisoformat(text).replace(microsecond=0)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
