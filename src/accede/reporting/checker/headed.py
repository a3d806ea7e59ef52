"""What a heading says of the rows or items below it: how many there are, and that each of them is such a State. Pure.

"States not party (33)" over a table, "the following five States have withdrawn:" over a list: the count is held against
what is counted, and heading and names together are read as one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import attendance, ballot_lists, headings, lists
from accede.reporting.checker.late import Late
from accede.reporting.checker.passages import Passage, PlacedTable, row_texts, sentences
from accede.reporting.checker.reading.quantities import Bound
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.values import Claim, Spot
from accede.vocabulary.state_names import shipped_names

LONGEST = 240
"""Characters; what is longer is no heading."""
_STATES = (
    r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations|[Pp]arties|[Mm]embers|[Dd]elegations|[Ss]ignatories|[Gg]overnments)"
)
NUMBERED = re.compile(
    r"^\W*(?:(?:[Tt]able|[Aa]nnex|[Bb]ox|[Ll]ist|[Ff]igure|[Aa]ppendix) (?:[\dA-Z]+(?:\.\d+)*|[IVX]+)|[\dA-Z]{1,2}|"
    r"[IVX]+)\s*[.:)–—-]\s+"
)
"""The number of a table or a section before its name."""
AT_END = Late(
    rf"\((?:(?:in )?(?:total|all|n)\s*[:=]?\s*)?⟦N(?P<n>\d+)⟧(?: (?:{_STATES}(?: in (?:total|all))?|"
    rf"in (?:total|all)))?\)(?:[ ,–—-]*(?:(?:in|at|of|by|vote|the) )*⟦[UDM]\d+⟧)*\W*$"
    rf"|(?::|–|—|-| =)\s*(?:total:? )?⟦N(?P<n_b>\d+)⟧(?: {_STATES})?\W*$"
)
SUBJECT = Late(
    rf"^(?:\W|⟦[DT]\d+⟧,?|\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Ff]ollowing|[Oo]nly|[Rr]emaining|[Ll]ist of|"
    rf"[Nn]ames of|[Aa]s of|[Tt]here "
    rf"(?:are|remain|were)|[Oo]n|[Aa]t|[Ii]n))*⟦N(?P<n>\d+)⟧ (?:(?:remaining|other|last|following|UN|"
    rf"[Mm]ember) )*{_STATES}\b"
)
OF_STATES = Late(
    rf"^\W*(?:(?:[Tt]he|[Ll]ist of|[Nn]ames of|[Oo]ther|[Rr]emaining|[Nn]umber of|[A-Z][a-z]+) ){{0,3}}"
    rf"(?:{_STATES}|[Nn]on-(?:[Ss]tates? )?"
    r"[Pp]arties|[Ww]ithdrawals?|[Aa]bstentions?|[Aa]bstain\w+|[Aa]bsent|[Nn]ot present|[Ii]n favou?r|[Aa]gainst|"
    r"[Aa]ccessions|[Rr]atifications|[Pp]articipants|[Oo]bservers|[Nn]ot party|[Ss]till outside|[Oo]utside)\b"
)
"""Headings whose number in brackets counts States."""
PARTLY = re.compile(
    r"\b(?:includ\w+|such as|among\w*|notably|e\.g\.?|example\w*|some|selected|of which|examples?|continued|cont\.|"
    r"extract|excerpt|first|top|most|per|each|votes? of|between)\b|\bfrom (?=[A-Z]|⟦L)",
    re.IGNORECASE,
)
THEY_ARE = re.compile(r"^\W*(?:[Tt]hey|[Tt]hese|[Tt]hose)(?: [Ss]tates| countries)? (?:are|were)(?: as follows)?\W*$")
BRACKETED = re.compile(r"\s*\((?:in )?(?:total|all|n)?\s*[:=]?\s*\d{1,3}(?: \w+)?\)")
TOTAL = re.compile(r"^\W*(?:sub-?)?(?:total|sum|all|in total|altogether|number|count)\b|^\W*\d*\W*$", re.IGNORECASE)
MARK = re.compile(r"\s*(?:\*+|[†‡]|\[\d+\]|\d{1,2})$")


@dataclass(frozen=True, slots=True)
class ItemRun:
    """Items that stand below one another, and the passage that leads them, if any."""

    items: tuple[Passage, ...]
    lead: Passage | None


@dataclass(frozen=True, slots=True)
class _Named:
    """The names of a column or of items: States, each once; how many names are none; how many there are in all."""

    states: tuple[str, ...]
    unknown: int
    filled: int


def item_runs(found: Sequence[object]) -> dict[int, ItemRun]:
    """The lists of a paper, by the number of their last item."""
    runs: dict[int, ItemRun] = {}
    before: Passage | None = None
    held: list[Passage] = []
    for piece in (*found, None):
        is_item = isinstance(piece, Passage) and piece.role == "item"
        if held and not (is_item and isinstance(piece, Passage) and piece.lead == held[0].lead):
            runs[held[-1].number] = ItemRun(tuple(held), before)
            held, before = [], None
        if isinstance(piece, Passage):
            if is_item:
                held.append(piece)
            else:
                before = piece
    return runs


def over_items(run: ItemRun, context: Context) -> Iterator[Claim]:
    """What the paragraph or heading before a list says of its items."""
    if run.lead is None or (run.items[0].lead and run.lead.text != run.items[0].lead):
        return
    named = _named([one.text for one in run.items], context)
    spot = Spot(run.lead.number, 0, len(run.lead.text))
    yield from _attended(run, context)
    yield from _over(run.lead.text, [named], context, run.lead.where, (spot,), "items below it")


def _attended(run: ItemRun, context: Context) -> Iterator[Claim]:
    """Of each item, that it was, or was not, at the meeting that the heading names."""
    assert run.lead is not None
    heading = _last_sentence(run.lead.text)
    items = {iso3: one for one in run.items if (iso3 := _state(one.text, context))}
    if not heading or not items or PARTLY.search(heading):
        return
    told = BRACKETED.sub("", heading).rstrip(" :.–—-")
    names = ", ".join(shipped_names().in_sentence(iso3) for iso3 in items)
    for claim in attendance.find(context.analysed(f"{told}: {names}"), context):
        if item := items.get(claim.iso3):
            spots = (Spot(item.number, 0, len(item.text)),)
            yield replace(claim, where=item.where, text=item.text, spots=spots)


def over_table(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    """What the caption, or the paragraph or heading right before a table, says of its rows."""
    if placed.table.kind not in ("overview", "plain") or len(placed.table.rows) < 1:
        return
    text = placed.caption or placed.before or (placed.section[-1] if placed.section else "")
    rows = [row_texts(row) for row in placed.table.rows]
    width = max(map(len, rows), default=0)
    columns = [_named([row[at] if at < len(row) else "" for row in rows], context) for at in range(width)]
    first = min(placed.passages.values(), default=0) - 1
    spots = (Spot(first, 0, len(text)),) if text and first >= 0 else ()
    is_overview = placed.table.kind == "overview"
    yield from _over(text, columns, context, placed.where, spots, "rows of the table", is_listed=not is_overview)


def _over(
    text: str,
    columns: Sequence[_Named],
    context: Context,
    where: str,
    spots: tuple[Spot, ...],
    what: str,
    *,
    is_listed: bool = True,
) -> Iterator[Claim]:
    heading = _last_sentence(text)
    named = [one for one in columns if one.states and len(one.states) >= one.unknown]
    if not heading or not named:
        return
    sentence = context.analysed(heading)
    number = _count(sentence)
    if len(named) > 1:
        total = sum(len(one.states) for one in named)
        if number in (total, *(len(one.states) for one in named)):
            yield headings.claim(where, text, int(number or 0), int(number or 0), what, spots)
        return
    (column,) = named
    most = len(column.states) + column.unknown
    if number is not None:
        fits = len(column.states) <= number <= most or number == column.filled
        counted = number if fits else len(column.states)
        yield headings.claim(where, text, number, counted, what, spots)
    if is_listed:
        yield from _listed(heading, sentence, column, context, where, text, spots)


def _listed(
    heading: str,
    sentence: Sentence,
    column: _Named,
    context: Context,
    where: str,
    text: str,
    spots: tuple[Spot, ...],
) -> Iterator[Claim]:
    """Heading and names as one sentence."""
    told = heading.rstrip(" :.–—-")
    if match := re.search(r"\s*(?::|–|—|-| =)\s*(\d{1,3})$", told):
        told = f"{told[: match.start()]} ({match[1]})"
    told = re.sub(r"\((?:in )?(?:total|all|n)\s*[:=]?\s*(\d{1,3})\)$", r"(\1)", told)
    names = ", ".join(shipped_names().in_sentence(iso3) for iso3 in column.states)
    whole = context.analysed(f"{told}: {names}" + (" and others" if column.unknown else ""))
    kinds: tuple[Any, ...] = (lists, ballot_lists)
    for kind in kinds:
        for claim in kind.find(whole, context):
            yield replace(claim, where=where, text=text, spots=spots)


def _last_sentence(text: str) -> str:
    """The heading without its number; of a paragraph that leads to a list, the sentence that tells what it is of."""
    plain = NUMBERED.sub("", text, count=1)
    parts = [plain[start:end].strip() for start, end in sentences(plain)]
    while len(parts) > 1 and THEY_ARE.match(parts[-1]):
        parts.pop()
    if not parts or len(parts[-1]) > LONGEST:
        return ""
    is_led = text.rstrip().endswith((":", "–", "—", "-"))
    if parts[-1].endswith(".") and not is_led and not re.match(r"\W*(?:[Tt]able|[Bb]ox|[Aa]nnex)\b", text):
        return ""  # a sentence of its own, and no heading
    return NUMBERED.sub("", parts[-1], count=1)


def _count(sentence: Sentence) -> int | None:
    """The number of States that a heading gives; None where it gives none, or several, or counts something else."""
    outline = sentence.outline
    if len(sentence.numbers) != 1 or sentence.shares or PARTLY.search(outline):
        return None
    (quantity,) = sentence.numbers
    if quantity.bound is not Bound.EXACT or not 0 < quantity.number <= 200:
        return None
    is_at_end = bool(AT_END.search(outline)) and bool(OF_STATES.match(outline))
    return int(quantity.number) if is_at_end or SUBJECT.match(outline) else None


def _named(texts: Sequence[str], context: Context) -> _Named:
    filled = [text.strip() for text in texts if text.strip(" -–—\n")]
    states: list[str] = []
    unknown = 0
    for text in filled:
        iso3 = _state(text, context)
        if iso3:
            states.append(iso3)
        elif not TOTAL.match(text):
            unknown += 1
    return _Named(tuple(dict.fromkeys(states)), unknown, len(filled))


def _state(text: str, context: Context) -> str | None:
    """The State that a cell or an item names, whatever is noted behind its name."""
    plain = re.sub(r"^\W*\d{1,3}[.)]?\s+", "", text.split("\n")[0]).strip(" .;,•-")
    for name in (plain, MARK.sub("", plain), re.split(r"\s[–—-]\s|: |, | \((?!.*of\))", plain)[0]):
        if found := context.names.states.known(name.strip()):
            return found
    return None
