"""The glossary: one list of words for the site and for the documentation."""

from pathlib import Path

import pytest
from django.template import engines
from django.test import Client

from accede.publishing.glossary import TERMS, markdown
from test_pages import Misspelt, text

DOCUMENT = Path(__file__).parents[1] / "docs" / "glossary.md"


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.mark.usefixtures("register")
def test_every_word_stands_there_with_its_meaning():
    page = text(Client().get("/glossary/"))
    assert f"{len(TERMS)} words have one meaning each on these pages" in page
    assert "universe The States that could join on a day" in page
    assert "not recorded" in page
    assert "*" not in page


@pytest.mark.usefixtures("register")
def test_a_word_has_an_address():
    markup = Client().get("/glossary/").content.decode()
    assert all(f'id="{term.anchor}"' in markup for term in TERMS)


def test_the_documentation_has_the_same_words():
    assert DOCUMENT.read_text(encoding="utf-8") == markdown(), "python -m accede.publishing.glossary > docs/glossary.md"


def test_the_words_stand_in_the_order_of_the_alphabet_and_none_twice():
    words = [term.word.casefold() for term in TERMS]
    assert words == sorted(set(words))
