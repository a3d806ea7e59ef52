"""Symbols of documents of the United Nations, which a line does not break."""

import re
from collections.abc import Iterator
from typing import Final

# "A/RES/79/34", "A/C.1/72/L.40", "CCW/GGE.1/2018/3", not inside an address on the web: that one may break.
SYMBOL: Final = re.compile(r"(?<![\w/.:=-])[A-Z]{1,5}(?:/[A-Z0-9][A-Z0-9.-]{0,8}){1,5}(?![\w/])")


def around_symbols(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a symbol; the pieces joined are the text."""
    end = 0
    for found in SYMBOL.finditer(text):
        symbol = found[0].rstrip(".-")
        if "/" not in symbol:
            continue
        if found.start() > end:
            yield text[end : found.start()], False
        yield symbol, True
        end = found.start() + len(symbol)
    if end < len(text) or not text:
        yield text[end:], False
