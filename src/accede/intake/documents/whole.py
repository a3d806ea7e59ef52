"""Whether a text is at its end or goes on after a page break. Pure."""

import re

from accede.paper.tree import Cell, FootnoteMark, Inline, Paragraph, Run, paragraph_text

ENDS = re.compile(r"[.!?…。][\"”’»')\]]*$|[\"”»)\]]$")
OPENS, CLOSES = "“«", "”»"


def open_quotes(text: str) -> int:
    """How many quotation marks are opened and not closed. A straight one opens after a space and closes before one."""
    depth = 0
    for at, sign in enumerate(text):
        if sign in OPENS:
            depth += 1
        elif sign in CLOSES:
            depth = max(0, depth - 1)
        elif sign == '"':
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if (not before or before in " \n\t([—–") and after.strip():
                depth += 1
            else:
                depth = max(0, depth - 1)
    return depth


def open_brackets(text: str) -> int:
    """How many round brackets are opened and not closed. The bracket after the number of a list ("1)") closes nothing."""
    depth = 0
    for sign in re.sub(r"\b\w\)", "", text) if text.count(")") > text.count("(") else text:
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
    return depth


def is_whole(text: str) -> bool:
    """Whether a paragraph ends with a sentence, a quotation or a bracket, and leaves none of them open."""
    text = text.rstrip()
    return not text or (bool(ENDS.search(text)) and not open_quotes(text) and not open_brackets(text))


def joined(first: Paragraph, rest: Paragraph) -> Paragraph:
    """One paragraph of the two halves that a page break parted, with a space between them."""
    inlines = (*trimmed(first.inlines), Run(" "), *trimmed(rest.inlines))
    return Paragraph(merged(inlines), first.number, first.kind, first.evidence + rest.evidence)


def joined_cells(first: Cell, rest: Cell) -> Cell:
    """A cell and its continuation on the next page: one paragraph where the page break fell in mid-sentence."""
    if not rest.paragraphs or not first.paragraphs or is_whole(paragraph_text(first.paragraphs[-1:])):
        paragraphs = first.paragraphs + rest.paragraphs
    else:
        halves = joined(first.paragraphs[-1], rest.paragraphs[0])
        paragraphs = (*first.paragraphs[:-1], halves, *rest.paragraphs[1:])
    return Cell(paragraphs, first.evidence + rest.evidence, first.span)


def merged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same text in as few runs as its styles allow, without empty ones."""
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if isinstance(inline, Run):
            if not inline.text:
                continue
            if isinstance(last, Run) and (last.style, last.language) == (inline.style, inline.language):
                found[-1] = Run(last.text + inline.text, last.style, last.language)
                continue
        found.append(inline)
    return tuple(found)


def evened(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without white space at both ends and twice in a row; a line break is a space."""
    found: list[Inline] = []
    after_space = True
    for inline in inlines:
        if isinstance(inline, Run):
            text = re.sub(r"[ \t\r\n]+", " ", inline.text)
            text = text.removeprefix(" ") if after_space else text
            after_space = text.endswith(" ") if text else after_space
            found.append(Run(text, inline.style, inline.language))
        else:
            after_space = False
            found.append(inline)
    if not found or not isinstance(found[-1], FootnoteMark):
        _strip_end(found)
    return merged(tuple(found))


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same, and without white space before footnote marks."""
    found: list[Inline] = []
    for inline in evened(inlines):
        if isinstance(inline, FootnoteMark):
            _strip_end(found)
        found.append(inline)
    return merged(tuple(found))


def _strip_end(inlines: list[Inline]) -> None:
    while inlines and isinstance(last := inlines[-1], Run):
        inlines[-1] = Run(last.text.rstrip(" "), last.style, last.language)
        if last.text.strip(" "):
            return
        inlines.pop()
