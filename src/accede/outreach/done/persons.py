"""Refuse what names a person: what is recorded is kept for ever, and a name or an address must be erasable."""

from __future__ import annotations

import re
from typing import Any

from accede.records.columns import columns_of
from accede.vocabulary.errors import Refused

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
TITLED = re.compile(
    r"\b(?:H\.\s?E\.\s(?:Mr|Ms|Mrs|Dr)|Mr|Ms|Mrs|Miss|Mme|Mlle|Herr|Frau|Sra|Srta|Sr)\.?\s"
    r"(?!(?:the )?(?:President|Chair|Minister|Secretary|Ambassador|Special|Président|Ministre))"
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]+"
)


def refuse_persons(fact: Any, *, where: str = "") -> None:
    """Raises Refused where a text of the fact has an e-mail address or a person by title and name.

    A name without a title cannot be told from a place: whoever writes is told to write functions.
    """
    for column in columns_of(type(fact)):
        text = getattr(fact, column.name)
        if not isinstance(text, str):
            continue
        if found := ADDRESS.search(text):
            raise Refused(
                f"it has an e-mail address (“{found[0]}”), and what is recorded is never erased",
                where=where,
                remedy="Put the address into the contacts and write the function here",
            )
        if found := TITLED.search(text):
            raise Refused(
                f"it names a person (“{found[0]}”), and what is recorded is never erased",
                where=where,
                remedy="Write the function instead, as “the Permanent Representative”",
            )
