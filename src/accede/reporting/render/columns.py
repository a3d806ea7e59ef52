"""How wide the columns of a table are, the same in every format that sets widths."""

from accede.paper.tree import Row, Table, paragraph_text


def column_widths(table: Table) -> tuple[float, ...]:
    """The parts of the whole width, one a column, adding up to 1."""
    count = column_count(table)
    if table.kind == "votes":
        widths = _breadths(table, count)
    else:
        widths = table.widths if len(table.widths) == count else _usual_widths(table.kind, count)
    whole = sum(widths)
    return tuple(width / whole for width in widths)


def column_count(table: Table) -> int:
    """The number of columns of the widest row, spans counted; at least 1."""
    return max((sum(cell.span for cell in row.cells) for row in (*table.header, *table.rows)), default=1) or 1


def name_scale(table: Table) -> float:
    """How much smaller than usual the names of a table of votes are set, so that each fits on its line.

    Its columns are lists that share rows: a name on two lines would leave a hole in the other lists.
    """
    if table.kind != "votes":
        return 1.0
    return max(SMALLEST, min(1.0, ROOM / sum(_breadths(table, column_count(table)))))


# In widths of a letter as large as the text of tables is set (9 points) over the width of the text (470 points).
ROOM = 52.0
BETWEEN = 1.3
SMALLEST = 0.75
NARROW, WIDE = frozenset("iljtfrI'’(),.- "), frozenset("mwMW")


def _breadths(table: Table, count: int) -> tuple[float, ...]:
    """The breadth of each column's longest text on one line, with the room beside it; a header may take two lines."""
    breadths = [4.0] * count
    for row in (*table.header, *table.rows):
        for place, text in _texts(row):
            breadth = _breadth(text) * (0.75 if row in table.header else 1)
            breadths[place] = max(breadths[place], breadth + BETWEEN)
    return tuple(breadths)


def _texts(row: Row) -> list[tuple[int, str]]:
    """The lines of the cells that are one column wide, each with its column."""
    found, place = [], 0
    for cell in row.cells:
        if cell.span == 1:
            found += [(place, line) for line in paragraph_text(cell.paragraphs).splitlines()]
        place += cell.span
    return found


def _breadth(text: str) -> float:
    """About how broad a text is, in ems: letters of one font are near enough to those of another."""
    return sum(
        0.32 if c in NARROW else 0.9 if c in WIDE else 0.66 if c.isupper() else 1.0 if c > "⺀" else 0.58 for c in text
    )


def _usual_widths(kind: str, count: int) -> tuple[float, ...]:
    if kind == "matrix":
        return (3, *[1] * (count - 1))
    if kind == "overview" and count == 3:
        return (21, 59, 20)
    return (1,) * count
