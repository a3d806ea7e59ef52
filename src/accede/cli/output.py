"""What a command prints: JSON in the order of its shape, or text for people."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from accede.overview.as_json import as_json


def print_json(answer: Any) -> None:
    """Print an answer as JSON in UTF-8, whatever the terminal's encoding, in the order of its fields."""
    print_bytes(msgspec.json.format(msgspec.json.encode(as_json(answer)), indent=2) + b"\n")


def print_bytes(content: bytes) -> None:
    """Print what is in UTF-8 already, as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def print_text(lines: Iterable[str]) -> None:
    """Print lines for people; a character the terminal cannot show is replaced, never an error."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    for line in lines:
        sys.stdout.write(line.rstrip() + "\n")


def wrapped(text: str, indent: str = "  ") -> list[str]:
    """A paragraph in lines no longer than the terminal, and never longer than people read."""
    width = min(shutil.get_terminal_size((88, 24)).columns, 100)
    return textwrap.wrap(text, max(width, 40), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: columns as wide as they need, a rule under the header, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    to_right = [bool(rows) and all(row[at].isdigit() for row in rows) for at in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, to_right, strict=True)
        ).rstrip()

    return [line(header), "  ".join("-" * width for width in widths), *map(line, rows)]
