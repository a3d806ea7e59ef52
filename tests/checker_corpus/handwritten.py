"""The hand-written cases: TOML, with the claims marked in their texts.

A claim is marked `⟦passage|verdict|kind⟧`; a verdict is one of those of `case.Verdict`, or two of them joined by "or"
where the checker may rightly abstain. What is not marked makes no claim that may be called wrong. `holds` are the facts
a case rests on, in the words of `holding.Holding`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from checker_corpus.case import CLOSE, OPEN, Case, Expected, Verdict

FOLDER = Path(__file__).parent
MARK = re.compile(rf"{OPEN}(?P<passage>[^{CLOSE}|]+)\|(?P<verdict>[a-z ]+)\|(?P<kind>[a-z A-Z]+){CLOSE}")


def read(name: str) -> list[Case]:
    """The cases of a file beside this module. Raises ValueError, naming the case, where one is not written right."""
    held = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    return [_case(each) for each in held["case"]]


def _case(given: dict[str, object]) -> Case:
    key, marked = str(given["key"]), str(given["text"]).strip() + "\n"
    text = MARK.sub(lambda found: found["passage"], marked)
    if OPEN in text or CLOSE in text:
        raise ValueError(f"{key}: a claim is marked as passage|verdict|kind between {OPEN} and {CLOSE}")
    claims = tuple(
        Expected(
            passage=found["passage"],
            kind=found["kind"],
            verdicts=frozenset(Verdict(each) for each in found["verdict"].split(" or ")),
        )
        for found in MARK.finditer(marked)
    )
    if any(text.count(claim.passage) != 1 for claim in claims):
        raise ValueError(f"{key}: a marked passage stands in its text once")
    return Case(
        key=key,
        kind=claims[0].kind if claims else "nothing",
        style=str(given["style"]),
        text=text,
        as_of=given["as_of"],  # type: ignore[arg-type]
        claims=claims,
        note=str(given["note"]),
        holds=tuple(given.get("holds", ())),  # type: ignore[arg-type]
    )
