"""The open data: one module a table, shared by API, CSV, sheets, JSON and the data package."""

from accede.publishing.tables import (
    activities,
    attendance,
    ballots,
    changes,
    confirmations,
    meetings,
    other_treaties,
    papers,
    practices,
    reports,
    roll_calls,
    sources,
    statements,
    states,
    status,
    treaties,
    treaty_actions,
)
from accede.publishing.tables.flat import columns, flat
from accede.publishing.tables.row import Row
from accede.publishing.tables.table import Table

TABLES: dict[str, Table] = {
    module.TABLE.name: module.TABLE
    for module in (
        treaties,
        states,
        status,
        treaty_actions,
        statements,
        confirmations,
        practices,
        roll_calls,
        ballots,
        attendance,
        reports,
        meetings,
        activities,
        other_treaties,
        papers,
        changes,
        sources,
    )
}
"""Every table by its name, in the order in which they are listed."""

__all__ = ["TABLES", "Row", "Table", "columns", "flat"]
