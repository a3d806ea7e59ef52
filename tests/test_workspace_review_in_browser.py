"""Two persons at work in real browsers: a reviewer with the keyboard alone, and two editors of one record at once."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.storage]

RECORDED = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check, Statement
from accede.records.keep_source import keep_source
from accede.records.values import Source
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind

ana = operator("ana")
words = "Cuba shares the humanitarian aims of the Convention."
letter = f"A letter\\n\\n{words}\\n\\nIt has nothing to add.\\n"
source = Source(title="A letter.txt", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
keep_source(ana, "letter", source, letter.encode())
said = Statement(
    treaty="apmbc", state="CUB", occasion="", said=PartialDate.parse("2026-03-01"), citation="Letter of 1 March 2026",
    channel=Channel.INFORMATION_SENT, text_kind=TextKind.QUOTATION, text=words,
)
record(ana, "apmbc/CUB/statement/99", said, source="letter", source_text=letter)
for state in ("KOR", "LAO"):
    looked = Check(treaty="apmbc", state=state, checked=PartialDate.parse("2026-11-01"), note="its site")
    record(ana, f"apmbc/{state}/check/1", looked, source="18msp-statement")
"""
STAGES = """
from accede.records.reference import Reference
from accede.records.reviewing import stages
found = stages([Reference("statement", "apmbc/CUB/statement/99", 1), Reference("check", "apmbc/KOR/check/1", 1)])
print(*(each.stage for each in found.values()))
"""
VERSIONS = """
from accede.evidence.models import CheckVersion
for row in CheckVersion.objects.filter(key="apmbc/LAO/check/1").order_by("version"):
    print(row.recorded_by, row.checked, row.note, sep="|")
"""


def test_a_reviewer_needs_no_mouse(desk_of, workplace):
    workplace.python(RECORDED)
    page = desk_of("reviewer").new_page()
    page.goto("/workspace/review/")
    assert "3 records of others wait for review." in page.inner_text("main")
    page.keyboard.press("Alt+n")
    page.wait_for_url("**/review/statement/**")
    assert page.inner_text("mark") == "Cuba shares the humanitarian aims of the Convention."
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/review/check/apmbc/KOR/**")
    assert "Accepted: Cuba." in page.inner_text("main")
    page.focus("#said")
    page.keyboard.type("Which of its sites?")
    page.keyboard.press("Alt+r")
    page.wait_for_url("**/review/check/apmbc/LAO/**")
    assert sorted(workplace.python(STAGES).split()) == ["accepted", "returned"]


def test_two_editors_of_one_record_lose_nothing(desk_of, workplace):
    at = "/workspace/records/correct/check/apmbc/LAO/check/1"
    one, other = desk_of("drafter").new_page(), desk_of("reviewer").new_page()
    for page in (one, other):
        page.goto(at)
    one.fill("[name=checked]", "5 November 2026")
    one.fill("[name=reason]", "the day of the visit")
    one.keyboard.press("Control+Enter")
    one.wait_for_url("**/records/check/**")
    other.fill("[name=note]", "the site of its ministry")
    other.fill("[name=reason]", "which site")
    other.keyboard.press("Control+Enter")
    other.wait_for_selector(".collision")
    told = other.inner_text(".collision")
    assert "drafter recorded version 2 meanwhile" in told
    assert other.locator(".collision del").all_inner_texts()[0] == "1"
    assert other.input_value("[name=checked]") == "5 November 2026"
    assert other.input_value("[name=note]") == "the site of its ministry"
    assert other.input_value("[name=reason]") == "which site"
    other.focus("[name=note]")
    other.keyboard.press("Control+Enter")
    other.wait_for_url("**/records/check/**")
    assert workplace.python(VERSIONS).splitlines() == [
        "ana|2026-11-01|its site",
        "drafter|2026-11-05|its site",
        "reviewer|2026-11-05|the site of its ministry",
    ]
