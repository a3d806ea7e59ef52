"""How many States a sentence speaks of, in its own words. Pure."""

import re

from accede.intake.status_paper.numbers import NUMBER, number

HOW_MANY = re.compile(
    r"\b(?P<words>a (?:small |large )?number of|a few|very few|few|some|many|most|several|all) (?:other )?(?:of them|States)\b"
    r"|\b(?P<others>others)\b",
    re.IGNORECASE,
)
STATES = re.compile(rf"\b(?P<number>{NUMBER}) (?:of the \d+ )?(?:States?|of them)\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"^[^.;:]{0,40}?\((?P<number>\d{1,3})(?: States?)?\)")


def how_many(text: str) -> str:
    """The last such words of a text ("some", "a number of"), in small letters; empty where there are none."""
    found = [match["words"] or match["others"] for match in HOW_MANY.finditer(text)]
    return found[-1].lower() if found else ""


def number_of_states(before: str, after: str) -> int | None:
    """The number of States a sentence gives before what it says of them, or in brackets after it; None where it gives none."""
    if match := IN_BRACKETS.search(after):
        return int(match["number"])
    matches = list(STATES.finditer(before))
    return number(matches[-1]["number"]) if matches else None
