"""What the State has said, newest first: in its words where they are held, else in a summary that is marked as ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.overview.statements import Said
from accede.paper.tree import Paragraph, Run, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.prose import Pen, listed, typographic, words
from accede.reporting.recipes.status_paper.information import QUOTES, entry_for

ROOM = 2300
"""So many characters of statements fit on the page."""
LONGEST = 800
"""So many characters of one statement are printed."""
CUT = " (...)"

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def said(briefed: Briefed) -> Iterator[Section]:
    """The section. What does not fit is named by its citation."""
    heading = words("What it has said")
    held = briefed.matter.said.get(briefed.iso3, ())
    if not held:
        yield Section("", heading, (Paragraph(words("No official statement is held.")), *_confirmed(briefed)))
        return
    blocks: list[Paragraph] = []
    left: list[Said] = []
    room = ROOM
    for each in held:
        paragraph = _entry(briefed, each)
        size = sum(len(inline.text) for inline in paragraph.inlines if hasattr(inline, "text"))
        if left or (blocks and size > room):
            left.append(each)
            continue
        blocks.append(paragraph)
        room -= size
    if left:
        citations = listed(words(Run(each.evidence.fact.citation, "italic")) for each in left)
        blocks.append(Paragraph(words("Said earlier, not printed here: ", citations, "."), kind="note"))
    yield Section("", heading, (*blocks, *_confirmed(briefed)))


def _entry(briefed: Briefed, said_: Said) -> Paragraph:
    """One paragraph: the text, cut where it is long, then the citation."""
    *_, last = entry_for(briefed.matter, Pen(), said_).paragraphs
    fact = said_.evidence.fact
    text = fact.translation or fact.text if last.kind != "summary" else typographic(said_.summary)
    shown = shortened(" ".join(text.split("\n")), LONGEST)
    if last.kind == "quotation":
        shown = _quoted(text, shown)
    language = "" if fact.translation or last.kind == "summary" or fact.language == "en" else fact.language
    mark = " (unofficial translation)" if fact.translation and last.kind != "summary" else ""
    cited = (Run(shown, language=language), f"{mark} (", Run(fact.citation, "italic"), ")")
    return Paragraph(words(*cited), kind=last.kind, evidence=last.evidence)


def _quoted(text: str, shown: str) -> str:
    """In quotation marks, where the text has none of its own; a mark that the cut left open is closed."""
    if not any(mark in text for mark in QUOTES):
        return f"“{shown}”"
    left_open = '"' if shown.count('"') % 2 else ""
    return shown + left_open + "”" * max(0, shown.count("“") - shown.count("”"))


def shortened(text: str, length: int) -> str:
    """The text, or as many of its first sentences as fit, with the mark of a cut; never less than the first sentence."""
    if len(text) <= length:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if kept and len(longer) > length:
            break
        kept = longer
    if len(kept) > length:  # one sentence longer than the room: cut at a word
        kept = kept[:length].rsplit(" ", 1)[0]
    return kept + CUT


def _confirmed(briefed: Briefed) -> Iterator[Paragraph]:
    """When it last said that nothing had changed."""
    for each in briefed.matter.confirmations.get(briefed.iso3, ())[:1]:
        told = f"On {each.fact.said.wording()} it said that this had not changed ("
        yield Paragraph(words(told, Run(each.fact.citation, "italic"), ")"), kind="note", evidence=(each.key,))
