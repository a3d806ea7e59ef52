"""Every sentence of ours on every page comes from a catalog: none stays English in another language.

The French catalog is replaced by one that sets each sentence in brackets; what is left outside of brackets and is not marked
as being in another language must be names, days, numbers and what sources say of themselves.
"""

import re
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.test import Client
from django.utils.translation import trans_real

from accede.publishing import answers, languages
from accede.publishing.addresses import address
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint

pytestmark = pytest.mark.usefixtures("register")

LOCALE = Path(languages.__file__).parents[1] / "locale"
ENGLISH = frozenset(
    {
        "the",
        "of",
        "and",
        "is",
        "are",
        "has",
        "have",
        "not",
        "with",
        "from",
        "by",
        "which",
        "that",
        "its",
        "no",
        "was",
        "were",
    }
    | {
        "been",
        "this",
        "these",
        "here",
        "there",
        "where",
        "when",
        "all",
        "any",
        "each",
        "if",
        "they",
        "them",
        "their",
        "we",
    }
    | {"our", "you", "your", "what", "who", "how", "than", "at", "it", "for", "to", "in", "an"}
)
"""Words of which hardly an English sentence has none, and which are no French ones."""
WORD = re.compile(r"[^\W\d_]+")


def catalog(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


@pytest.mark.parametrize("language", [key for key in languages.OFFICIAL if key != languages.DEFAULT])
def test_each_catalog_is_whole_and_compiled(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in catalog(language):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        if isinstance(message.id, str):
            said = compiled.pgettext(message.context, message.id) if message.context else compiled.gettext(message.id)
            assert said == message.string


class Read(HTMLParser):
    """The texts of a page that are in its own language: not those marked as another one's, nor code."""

    def __init__(self, page):
        super().__init__()
        self.texts, self._silent, self._language = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("br", "meta", "link", "input", "img", "hr", "wbr", "source"):
            said = [given.get(name) for name in ("title", "aria-label", "placeholder", "content", "alt")]
            self.texts += [text for text in said if text and not any(self._silent)]
            return
        foreign = given.get("lang") not in (None, "", self._language) if tag != "html" else False
        if tag == "html":
            self._language = given.get("lang")
        quiet = tag in ("code", "pre", "script", "style", "kbd") or foreign or given.get("translate") == "no"
        self._silent.append(quiet)
        if not any(self._silent):
            self.texts += [given[name] for name in ("title", "aria-label", "placeholder") if given.get(name)]

    def handle_endtag(self, tag):
        if self._silent:
            self._silent.pop()

    def handle_data(self, data):
        if data.strip() and not any(self._silent):
            self.texts.append(" ".join(data.split()))


@pytest.fixture
def bracketed(tmp_path, settings, monkeypatch):
    """French, each sentence in brackets."""
    place = tmp_path / "fr" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (LOCALE / "fr" / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalog = read_po(file, locale="fr")
    for message in catalog:
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            told = tuple(f"⟦{form}⟧" for form in forms)
            message.string = told if message.pluralizable else told[0]
            message.flags.discard("fuzzy")
    with (place / "django.mo").open("wb") as file:
        write_mo(file, catalog)
    settings.LOCALE_PATHS = [tmp_path]
    monkeypatch.setattr(trans_real, "_translations", {})
    yield
    answers.forget()


def english(page):
    """The texts of a page that are English though nobody says so. A sentence may go over several elements."""
    found, depth = [], 0
    for text in Read(page).texts:
        bare = []
        for part in re.split(r"([⟦⟧])", re.sub(r"\u2068[^\u2069]*\u2069", " ", text)):
            depth += {"⟦": 1, "⟧": -1}.get(part, 0)
            bare.append(part if depth == 0 and part != "⟧" else " ")
        if {word for word in WORD.findall("".join(bare)) if not word.isupper()} & ENGLISH:
            found.append(" ".join("".join(bare).split()))
    return found


def addresses():
    register = register_of(standpoint())
    for kind in PAGES.values():
        of = next((each for each in kind.every(register) if each.get("iso3") == "MAR"), None)
        of = of or next(iter(kind.every(register)))
        yield kind.name, address(kind.route, of, language="fr", as_of=None)


@pytest.mark.skipif("fr" not in languages.LANGUAGES, reason="the French catalog is not there")
def test_no_page_has_an_english_sentence_of_ours_in_another_language(bracketed):
    left = {}
    for name, place in addresses():
        page = Client().get(place)
        assert page.status_code == 200, place
        if found := english(page.content.decode()):
            left[name] = found
    assert left == {}
