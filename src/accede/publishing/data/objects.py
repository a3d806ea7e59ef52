"""A table as JSON: the rows as the API gives them, whole, with dates as precise as they are held."""

from __future__ import annotations

import msgspec

from accede.publishing.data.licence import LICENCE
from accede.publishing.data.seen import Seen
from accede.publishing.tables import Table


def objects(table: Table, seen: Seen) -> bytes:
    """The table as of the day."""
    rows = seen.rows(table)
    told = {
        "table": table.name,
        "title": table.title,
        "treaty": seen.treaty,
        "as_of": seen.as_of,
        "known_on": seen.known_on,
        "licence": LICENCE.name,
        "count": len(rows),
        "rows": rows,
    }
    return msgspec.json.encode(told)
