"""Reports under Article 7 that were pasted: columns of States, days of submission, duty and year covered. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accede.intake.findings import DocumentKind, Proposal
from accede.intake.ground import Ground
from accede.intake.pasted.columns import DUTIES, body, line_of, note, sheets
from accede.intake.pasted.paste import paste_of, pasted
from accede.intake.pasted.values import Pasted
from accede.intake.sheets import ledger
from accede.intake.sheets.head import Column
from accede.intake.sheets.reading import NOTHING
from accede.vocabulary.errors import InvalidDate, Unreadable
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty


def read(
    text: str,
    ground: Ground,
    *,
    covers: PartialDate | None = None,
    duty: ReportDuty = ReportDuty.VOLUNTARY,
    told: Mapping[str, str] | None = None,
) -> Pasted:
    """Reports under Article 7: columns of States, days of submission ("no" where there is none), duty and year covered.

    `covers` and `duty` count where a row tells none of its own. Raises Unreadable for what is no text.
    """
    paste = paste_of(text, ground, told, None)
    proposals: list[Proposal] = []
    for sheet, numbers in sheets(paste, paste.lines(), (Column.SUBMITTED, Column.COVERS, Column.KIND)):
        columns = dict(sheet.head.columns)
        for at, name in sheet.head.unknown:
            if name.casefold() == "year":
                columns.setdefault(Column.COVERS, at)
        if Column.SUBMITTED not in columns and Column.DATE in columns:
            columns[Column.SUBMITTED] = columns.pop(Column.DATE)
        sheet.head = replace(sheet.head, columns=columns)
        for where, cells in body(paste, sheet, numbers):
            told_duty = sheet.head.cell(cells, Column.KIND)
            if told_duty not in NOTHING and not DUTIES.search(told_duty):
                sheet.puzzled(
                    where, told_duty, Unreadable("it is no kind of report", remedy="Write initial, annual or voluntary")
                )
                continue
            before = len(sheet.not_understood)
            fact = ledger.report_of(sheet, where, cells, duty=duty, covers=covers)
            if fact is not None and fact.submitted is None and Column.SUBMITTED not in columns:
                sheet.puzzled(
                    where, " | ".join(cells), InvalidDate("it has no day of submission", remedy="Give a column of days")
                )
            elif fact is not None:
                proposals.append(replace(sheet.proposal(fact, where, cells), locator=line_of(numbers, where)))
            elif len(sheet.not_understood) == before and sheet.states(cells, where):
                sheet.puzzled(where, " | ".join(cells), InvalidDate("it has no day", remedy="Give its day, or “no”"))
        note(paste, sheet, numbers)
    if not proposals and not paste.problems:
        none = Unreadable("no State with a report is found", remedy="Paste columns of States and days")
        paste.puzzled(0, text[:200], none)
    return pasted(paste, DocumentKind.ARTICLE_7_REPORT, proposals, as_of=covers)
