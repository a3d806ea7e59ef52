"""A number and what it counts on the page: "In favour (14)" over its rows, "four - A, B, C and D -", "33 States" over a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.passages import PlacedTable, row_texts
from accede.reporting.checker.reading.quantities import Bound
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, agrees, contradicts

NEEDS = ()

TOTAL = re.compile(r"\((\d{1,3})\)\s*$")
_STATES = (
    r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations|[Pp]arties|members|delegations|signatories|governments|"
    r"of them)"
)
BEFORE_LIST = re.compile(
    r"⟦N(?P<n>\d+)⟧(?P<gap>(?: (?:[^.;:⟦(]|⟦[TDUM]\d+⟧){0,110}?)?)(?:: ?| ?\((?:namely |viz\.? )?| [–—-] ?|, namely,? |"
    r", i\.e\.,? | namely,? )(?:the )?⟦L(?P<l>\d+)⟧(?P<after>.?)"
)
IN_BRACKETS = re.compile(r"\(⟦N(?P<n>\d+)⟧\) ?: ?(?:the )?⟦L(?P<l>\d+)⟧(?P<after>.?)")
NOT_ALL = re.compile(
    r"\b(?:includ\w+|such as|among\w*|notably|e\.g\.|for example|especially|particularly|like|some|other|"
    r"mainly|chiefly|led by)\b",
    re.IGNORECASE,
)
MORE_FOLLOWS = re.compile(
    r"^[,;]? ?(?:(?:and |as well as )(?:⟦N\d+⟧ )?(?:many |several |some )?(?:others?|more)\b|etc|among others|inter alia|\.\.\.|…)"
    r"|^(?:,|;|,? and|,? or|,? as well as|,? plus)(?: (?:and|or))? (?:the )?(?:[A-Z]|⟦L)"
)
PART_OF = re.compile(r"⟦N(?P<n>\d+)⟧(?: (?:States|countries))? (?:out )?of (?:the |these |those |all )*$")
"""What makes of a number the whole of which only some are named: "two of the 33"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingClaim(Claim):
    """A number and how many things stand under it or behind it."""

    number: int
    counted: int
    what: str


def find(sentence: Sentence, context: Context) -> Iterator[HeadingClaim]:
    """Numbers that are followed by the very States they count."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence):
        return
    for pattern in (IN_BRACKETS, BEFORE_LIST):
        for match in pattern.finditer(sentence.outline):
            part = PART_OF.search(sentence.outline[: match.start()])
            quantity = sentence.numbers[int((part or match)["n"])]
            gap = match.groupdict().get("gap") or ""
            if quantity.bound is not Bound.EXACT or quantity.number > 200 or NOT_ALL.search(match[0]):
                continue
            if pattern is BEFORE_LIST and not (
                re.search(_STATES, gap) or re.search(r"\bexcept\w*\b[^.]{0,20}$", sentence.outline[: match.start()])
            ):
                continue
            if MORE_FOLLOWS.match(sentence.outline[match.end("l") + 1 :]):
                continue
            states = sentence.lists[int(match["l"])]
            if len(states) == 1 and quantity.number != 1:
                continue
            yield claim(
                context.passage.where, sentence.words(match.start(), match.end("l") + 1), int(quantity.number),
                len({one.iso3 for one in states}), "States named", (context.spot(sentence, match.start(), match.end("l") + 1),),
            )  # fmt: skip


def find_in_table(placed: PlacedTable) -> Iterator[HeadingClaim]:
    """Headings of columns with a number in brackets, against the cells below."""
    rows = [row_texts(row) for row in placed.table.rows]
    for at, row in enumerate(placed.table.header):
        for column, text in enumerate(row_texts(row)):
            if match := TOTAL.search(text):
                filled = [cells[column] for cells in rows if column < len(cells) and cells[column].strip(" -–—")]
                passage = placed.passages.get((at, column))
                spots = (Spot(passage, 0, len(text)),) if passage is not None else ()
                yield claim(f"{placed.where}, heading", text, int(match[1]), len(filled), "rows below it", spots)


def judge(claim: HeadingClaim, answers: Answers | None = None) -> Judgement:
    """Whether there are so many."""
    register = f"{claim.counted} {claim.what}"
    if claim.counted == 1:
        register = re.sub(r"^(1 \w+?)s\b", r"\1", register)
    if claim.number == claim.counted:
        return agrees(register)
    return contradicts(register, f"It says {claim.number}, and there are {register}.")


def claim(where: str, text: str, number: int, counted: int, what: str, spots: tuple[Spot, ...]) -> HeadingClaim:
    """A number, and how many there are."""
    return HeadingClaim(
        kind=ClaimKind.HEADING,
        where=where,
        text=text,
        stated=str(number),
        spots=spots,
        number=number,
        counted=counted,
        what=what,
    )
