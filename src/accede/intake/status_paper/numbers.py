"""Numbers in figures and words. Pure."""

WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|\b(?:{'|'.join(WORDS)}|none))\b"


def number(text: str) -> int:
    """The number of a text that `NUMBER` matches."""
    text = text.lower().replace(",", "")
    return int(text) if text.isdecimal() else 0 if text == "none" else WORDS.index(text)
