"""Text of the tree on one line."""

import re

BREAKS = re.compile(r"[\t\n\r]+")


def one_line(text: str) -> str:
    """The text with its tabs and line breaks as single spaces; all other white space stays."""
    return BREAKS.sub(" ", text)
