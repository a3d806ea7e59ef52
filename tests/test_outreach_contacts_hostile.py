"""Whatever is pasted or given as a file: an answer or a sentence that says what is wrong, and never a fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accede.outreach.contacts.columns import COLUMNS
from accede.outreach.contacts.compare import Usual, Verdict, compare
from accede.outreach.contacts.read_vcards import HEADS, read_vcards
from accede.outreach.contacts.table import Table, table_of, text_of_file, written
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.letters import Post

pytestmark = pytest.mark.django_db

KNOWN = (
    *("Tonga", "KGZ", "Geneva", "new york", "fr", "a@example.org", "a@example.org; b@example.org", "2026-03-31"),
    *("9999-12-31", "0000-00-00", "2026", "yes", "-", "=1+1", "Ms A. Person"),
    *("Permanent Mission of Nepal", "Embassy of Canada in Thailand"),
)
CELLS = st.one_of(st.text(max_size=30), st.sampled_from(KNOWN))
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def read(answer):
    """What it answers, None where it refuses with a sentence; whatever else it raises is a fault."""
    try:
        return answer()
    except AccedeError as error:
        refused = error
    assert refused.remedy
    return None


@FEW
@given(st.lists(st.lists(CELLS, min_size=1, max_size=len(COLUMNS)), min_size=1, max_size=8), st.booleans())
def test_every_row_of_any_table_gets_a_verdict(rows, has_post):
    width = max(map(len, rows))
    body = tuple((line, (*cells, *[""] * (width - len(cells)))) for line, cells in enumerate(rows, 1))
    found = compare(Table((), tuple(COLUMNS)[:width], body), Usual(post=Post.GENEVA if has_post else None))
    assert len(found) == len(rows)
    for row in found:
        assert (row.verdict is Verdict.UNCLEAR) == bool(row.errors) == (row.details is None)


@FEW
@given(st.text(max_size=400))
def test_any_text_is_a_table_or_is_refused(text):
    table = read(lambda: table_of(text))
    if table is not None:
        assert all(len(cells) == len(table.columns) for _, cells in table.rows)
        assert len(compare(table, Usual())) == len(table.rows)


@FEW
@given(
    st.lists(st.text(alphabet='BEGINVCARD:;="\\,\n abN.TYPE@', max_size=40), max_size=10),
    st.sampled_from(["a.vcf", "a.csv", "a.xlsx", "a"]),
)
def test_any_card_is_read_or_refused(lines, name):
    card = "\n".join(["BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD"])
    text = read(lambda: text_of_file(card.encode(), name=name))
    assert text is None or text.startswith("state\t")


@FEW
@given(st.binary(max_size=200), st.sampled_from(["a.vcf", "a.csv", "a.xlsx", "a.exe"]))
def test_any_bytes_are_a_sheet_or_are_refused(content, name):
    text = read(lambda: text_of_file(content, name=name))
    assert text is None or text.strip()


@FEW
@given(st.lists(st.text(alphabet='ab é"\t;,|<>', max_size=20), min_size=2, max_size=6))
def test_what_is_written_is_read_as_it_was(cells):
    heads = ["State", "E-mail", *("Note" for _ in cells)]
    row = ["Tonga", "a@example.org", *cells]
    ((_, found),) = table_of(written([heads, row])).rows
    assert list(found) == [cell.strip() for cell in row]


def test_a_card_cannot_bear_more_than_its_own_columns():
    head, (_, cells) = read_vcards(b"BEGIN:VCARD\nX-ACCEDE-VERSION:9\nX-ACCEDE-STATE:TON\nEND:VCARD", name="a.vcf")
    assert head[1] == list(HEADS)
    assert "9" not in cells


LONG = (
    "Name <" * 60_000,
    "a" + " " * 400_000 + "b",
    "a" * 400_000,
    "a@" * 200_000,
    "a@" + "b." * 200_000,
    ';"' * 200_000,
    "\n".join(["a" * 4_900] * 90),
    f"State\tOrganization\nTonga\t{'Permanent Mission of ' * 230}",
)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_what_is_long_is_read_or_refused_at_once(text):
    table = read(lambda: table_of(text))
    assert table is None or compare(table, Usual())
    card = read(lambda: text_of_file(f"BEGIN:VCARD\nFN;{text}\nEND:VCARD".encode(), name="a.vcf"))
    assert card is None or card.startswith("state\t")
