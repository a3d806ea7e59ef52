"""What differs from letter to letter: names in braces within the texts of a round. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from accede.vocabulary.errors import Refused

VARIABLES: Mapping[str, str | Promise] = {
    "state": gettext_lazy("the State, as a table of the United Nations names it"),
    "formal_state": gettext_lazy("the State, by its formal name"),
    "addressee": gettext_lazy("the mission or ministry that is written to"),
    "to_addressee": gettext_lazy("the same after “to”, as the language wants it"),
    "convention": gettext_lazy("the treaty, by its short name"),
    "formal_convention": gettext_lazy("the treaty, by its full name"),
    "presidency": gettext_lazy("the State that presides"),
    "number": gettext_lazy("the number of the letter"),
    "date": gettext_lazy("the day that the letter bears"),
    "as_of": gettext_lazy("the day of which the annex speaks"),
    "due": gettext_lazy("by when an answer is asked for"),
    "meeting": gettext_lazy("the meetings that the State is invited to"),
    "link": gettext_lazy("the address at which the State can confirm its entry"),
}
"""Each with what stands in its place. A paragraph that names one for which there is nothing is left out of the letter; one
that stands in brackets by itself is left out alone."""

_NAMED = re.compile(r"\{([^{}]*)\}")
_REMARK = re.compile(r"\s?[(（]\{(\w+)\}[)）]")
_BRACE = re.compile(r"[{}]")


def refuse_unknown(text: str) -> None:
    """Raises Refused for a name in braces that is none of the variables, or a brace that stands alone."""
    for named in _NAMED.findall(text):
        if named not in VARIABLES:
            raise Refused(
                f"nothing can be filled in for {{{named}}}",
                remedy=f"Use one of {', '.join(map('{{{}}}'.format, VARIABLES))}",
            )
    alone = _BRACE.search(_NAMED.sub("", text))
    if alone:
        raise Refused(f"a brace “{alone[0]}” stands alone", remedy="Write a variable as {state}")


def named_in(text: str) -> frozenset[str]:
    """The variables that a text names."""
    return frozenset(_NAMED.findall(text))


def paragraphs(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The paragraphs of a text, filled in; without those that name what has no value. Raises Refused as `refuse_unknown`."""
    refuse_unknown(text)
    said = _REMARK.sub(lambda found: found[0] if values.get(found[1]) else "", text)
    parts = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", said.strip()))
    return tuple(filled(part, values) for part in parts if part and all(values.get(name) for name in named_in(part)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the values in the places of their names."""
    return _NAMED.sub(lambda found: values[found[1]], text)
