"""What our own files carry beside the printed text (`kind=status-paper as_of=2018-08-21 ...`). Pure."""

import re

FACT = re.compile(r"([a-z_]+)=(\S+)")


def facts(text: str) -> dict[str, str]:
    """The facts of a comment or property by their names."""
    return dict(FACT.findall(text))


def number_of(facts: dict[str, str], name: str) -> int | None:
    """A whole number among them; None where it is missing or is none."""
    text = facts.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 4 else None


def widths_of(facts: dict[str, str]) -> tuple[float, ...]:
    """The widths of a table's columns; empty where they are missing or are none."""
    try:
        return tuple(float(part) for part in facts.get("widths", "").split(",") if part)
    except ValueError:
        return ()
