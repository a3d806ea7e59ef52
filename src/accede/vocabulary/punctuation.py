"""Marks between the parts of a sentence, as the typography of each language has them. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """`comma` parts a sentence, `enumeration` the words of a list; each brings its space along. `stop` ends a sentence."""

    comma: str = ", "
    enumeration: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    stop: str = "."
    opens: str = " ("
    closes: str = ")"


_NO_BREAK = "\N{NO-BREAK SPACE}"
_MARKS = {
    "fr": Marks(semicolon=f"{_NO_BREAK}; ", colon=f"{_NO_BREAK}: "),
    "zh": Marks("，", "、", "；", "：", "。", "（", "）"),
    "ar": Marks("، ", "، ", "؛ "),
}
_OTHERS = Marks()


def marks(language: str) -> Marks:
    """The marks of a language."""
    return _MARKS.get(language, _OTHERS)
