"""How large a table may be: looked at before its cells are made, whatever the format. Pure."""

from accede.vocabulary.errors import Unreadable

MOST_ROWS = 20_000
MOST_CELLS = 400_000
"""As many as the rows and the widest of them make together, because short rows are filled up."""
MOST_COLUMNS = 400


class TooLarge(Unreadable):
    """A table with more rows, columns or cells than one of a paper has."""

    def __init__(self, where: str = "") -> None:
        super().__init__(
            f"it has a table of more than {MOST_ROWS:,} rows, {MOST_COLUMNS} columns or {MOST_CELLS:,} cells",
            where=where,
            remedy="Give the part you mean; whole series of votes are loaded by accede setup",
        )


def refuse_large(rows: int, columns: int) -> None:
    """Raises TooLarge for a table of this extent."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise TooLarge


def refuse_large_lines(text: str, between: str, *, name: str) -> None:
    """Raises TooLarge for a text whose lines, with this sign between cells, are too many or too long to be rows."""
    rows = 0
    for number, line in enumerate(text.split("\n"), 1):
        signs = line.count(between)
        rows += bool(signs)
        if rows > MOST_ROWS or signs > MOST_COLUMNS + 1:
            raise TooLarge(f"{name}, line {number}")
