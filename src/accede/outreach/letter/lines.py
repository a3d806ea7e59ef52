"""Sentences of ours as inlines: what stands in another language within them is marked as such. Pure."""

from __future__ import annotations

import re

from accede.paper.tree import Inline, Run
from accede.reporting.recipes.prose import typographic, words

_HELD = re.compile("\N{FIRST STRONG ISOLATE}([^\N{POP DIRECTIONAL ISOLATE}]*)\N{POP DIRECTIONAL ISOLATE}")


def told(text: str) -> tuple[Inline, ...]:
    """A sentence in the language that is written in; what `wording.held` set apart in it is English."""
    found: list[Inline] = []
    for place, part in enumerate(_HELD.split(text)):
        found.append(Run(part, language="en") if place % 2 else Run(typographic(part)))
    return words(*found)
