"""The marks of the text form to runs: `<i>`, `*italic*`, `**bold**`, and footnote marks as raised figures. Pure."""

import re

from accede.intake.documents.whole import trimmed
from accede.paper.tree import FootnoteMark, Inline, Run

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FIGURES = str.maketrans(RAISED, "0123456789")
TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>i|em|b|strong)>"
    r"|\*\*(?P<bold>[^\s*](?:[^*]*[^\s*])?)\*\*"
    r"|\*(?P<italic>[^\s*](?:[^*]*[^\s*])?)\*"
    # The raised figures of square and cubic metres are no footnotes.
    rf"|(?<![\dck]m)(?<!\bm)(?P<mark>[{RAISED}]+)",
    re.IGNORECASE,
)
STYLES = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold"}


def inlines(text: str) -> tuple[Inline, ...]:
    """The runs and footnote marks of a paragraph of the text form, white space made even."""
    found: list[Inline] = []
    style, at = "", 0
    for token in TOKEN.finditer(text):
        found.append(_run(text[at : token.start()], style))
        at = token.end()
        if token["mark"]:
            found.append(FootnoteMark(int(token["mark"].translate(FIGURES))))
        elif token["tag"]:
            style = "" if token["close"] else STYLES[token["tag"].lower()]
        elif token["bold"]:
            found.append(Run(token["bold"], "bold"))
        else:
            found.append(Run(token["italic"], "italic"))
    found.append(_run(text[at:], style))
    return trimmed(tuple(found))


def _run(text: str, style: str) -> Run:
    match style:
        case "italic":
            return Run(text, "italic")
        case "bold":
            return Run(text, "bold")
        case _:
            return Run(text)
