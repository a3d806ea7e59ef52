"""How wide the columns of a table are, the same in every format that sets widths."""

from accede.paper.tree import Table


def column_widths(table: Table) -> tuple[float, ...]:
    """The parts of the whole width, one a column, adding up to 1."""
    count = column_count(table)
    widths = table.widths if len(table.widths) == count else _usual_widths(table.kind, count)
    whole = sum(widths)
    return tuple(width / whole for width in widths)


def column_count(table: Table) -> int:
    """The number of columns of the widest row, spans counted; at least 1."""
    return max((sum(cell.span for cell in row.cells) for row in (*table.header, *table.rows)), default=1) or 1


def _usual_widths(kind: str, count: int) -> tuple[float, ...]:
    if kind == "matrix":
        return (3, *[1] * (count - 1))
    if kind == "overview" and count == 3:
        return (21, 59, 20)
    return (1,) * count
