"""The hand-over pack in the languages of those who take over."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from accede.paper.tree import DrawnTable, all_sections, tables, text_of
from accede.reporting.recipes.handover import handover
from accede.reporting.render import renderer_for
from recipe_cast import on, pack_of

pytestmark = pytest.mark.usefixtures("register")

OTHERS = ["ar", "es", "fr", "ru", "zh"]
DAY = "2018-12-01"


def headings(document):
    return [text_of(section.heading) for section in all_sections(document)]


def test_the_language_of_who_asks_changes_nothing():
    with override("fr"):
        assert handover(on(DAY)) == pack_of(DAY)


@pytest.mark.parametrize("language", OTHERS)
def test_every_part_and_every_column_is_headed_in_the_language(language):
    english, document = pack_of(DAY), handover(on(DAY), language=language)
    assert document.language == language
    assert len(headings(document)) == len(headings(english))
    assert not set(headings(document)) & set(headings(english))
    for table in tables(document):
        for cell in (cell for row in table.header for cell in row.cells):
            named = "".join(text_of(paragraph.inlines) for paragraph in cell.paragraphs)
            if language in ("ar", "ru", "zh"):
                assert not any(character.isascii() and character.isalpha() for character in named)


@pytest.mark.parametrize("language", OTHERS)
def test_the_tables_hold_the_same_in_every_language(language):
    english, other = list(tables(pack_of(DAY))), list(tables(handover(on(DAY), language=language)))
    assert [[row.key for row in table.rows] for table in other[:2]] == [
        [row.key for row in table.rows] for table in english[:2]
    ]
    assert [len(table.rows) for table in other] == [len(table.rows) for table in english]
    assert sum(isinstance(table, DrawnTable) for table in other) == 1


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_it_is_printed(language):
    assert renderer_for(".pdf")(handover(on(DAY), language=language)).startswith(b"%PDF")
