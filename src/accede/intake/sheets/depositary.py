"""The depositary's table: participants with signature and instrument, a letter telling which kind of instrument it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accede.intake.findings import DocumentKind, Proposal
from accede.intake.sheets.head import Column, Head
from accede.intake.sheets.reading import NOTHING, Sheet
from accede.register.values import TreatyAction
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind as Kind

KIND = DocumentKind.DEPOSITARY_TABLE
LETTERS = {"a": Kind.ACCESSION, "A": Kind.ACCEPTANCE, "AA": Kind.APPROVAL, "d": Kind.SUCCESSION, "s": Kind.SIGNATURE}
DATED = re.compile(r"(?P<date>.*?\d{4}|\d{4}-\d\d(?:-\d\d)?)\s*(?P<letter>AA|[aAds])?\s*(?:\d+|\[\d+\])?")
WORDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def is_one(head: Head) -> bool:
    """Whether the table has a column of instruments or signatures."""
    return Column.CONSENT in head.columns or Column.SIGNED in head.columns or Column.WITHDRAWN in head.columns


def read(sheet: Sheet) -> Iterator[Proposal]:
    """The treaty actions of the table."""
    for where, cells in sheet.body():
        state = sheet.state(cells, where)
        if not state:
            continue
        signed = sheet.head.cell(cells, Column.SIGNED)
        if signed not in NOTHING:
            yield from _action(sheet, state, Kind.SIGNATURE, signed, where, cells)
        consent = sheet.head.cell(cells, Column.CONSENT)
        if consent not in NOTHING:
            told = sheet.head.cell(cells, Column.INSTRUMENT).lower()
            in_force = sheet.date(sheet.head.cell(cells, Column.IN_FORCE), where)
            yield from _action(sheet, state, WORDS.get(told), consent, where, cells, in_force)
        withdrawn = sheet.head.cell(cells, Column.WITHDRAWN)
        if withdrawn not in NOTHING:
            yield from _action(sheet, state, Kind.WITHDRAWAL, withdrawn, where, cells)


def _action(
    sheet: Sheet,
    state: str,
    kind: Kind | None,
    text: str,
    where: str,
    cells: Sequence[str],
    effective: PartialDate | None = None,
) -> Iterator[Proposal]:
    match = DATED.fullmatch(text.strip())
    if match is None:
        sheet.puzzled(where, text)
        return
    day = sheet.date(match["date"], where)
    if day is None:
        return
    letter = match["letter"]
    if kind is not Kind.SIGNATURE and kind is not Kind.WITHDRAWAL:
        kind = LETTERS.get(letter or "", kind or Kind.RATIFICATION)
    fact = TreatyAction(treaty=sheet.treaty, state=state, kind=kind, deposited=day, effective=effective)
    yield sheet.proposal(fact, where, cells)
