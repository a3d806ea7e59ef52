"""Which way a language is written."""

from typing import Literal

from accede.paper.tree import Inline, Paragraph, Run, text_of

# Of the UN languages only Arabic; the others may come in the original text of a statement.
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


def direction(language: str) -> Literal["ltr", "rtl"]:
    """ "rtl" or "ltr" of an ISO 639-1 key, with or without a region ("ar-SA")."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def paragraph_direction(paragraph: Paragraph, language: str) -> Literal["ltr", "rtl"]:
    """That of the paper's language; of words of a State that are all in a language of the other direction theirs."""
    own = direction(language)
    if paragraph.kind not in ("quotation", "reported"):
        return own
    spoken = {
        direction(inline.language) if isinstance(inline, Run) and inline.language else own
        for inline in paragraph.inlines
        if any(character.isalpha() for character in text_of((inline,)))
    }
    return spoken.pop() if len(spoken) == 1 else own


def turns(inline: Inline, within: str) -> bool:
    """Whether a stretch of text runs against the direction in which the text around it does."""
    return isinstance(inline, Run) and bool(inline.language) and direction(inline.language) != within
