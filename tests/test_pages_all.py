"""Every kind of page, as markup: valid, light, whole in itself, with links that lead somewhere."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from django.template import engines
from django.test import Client
from django.urls import resolve
from lxml import html

from accede.publishing import apps
from accede.publishing.addresses import address
from accede.publishing.held import register_of
from accede.publishing.languages import DEFAULT, LANGUAGES, direction
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint

pytestmark = pytest.mark.usefixtures("register")

STATIC = Path(apps.__file__).parent / "static"
PAST = date(2018, 8, 21)
VIEWS = [(DEFAULT, None), (DEFAULT, PAST), *((language, None) for language in LANGUAGES if language in ("ar", "zh"))]
LIGHT = 60_000
"""Characters of a page with its style and without its pictures, which bring their own."""


class Misspelt(str):
    """What Django prints for a variable that is not there: here it is an error."""

    def __contains__(self, item):
        return True

    def __mod__(self, name):
        raise AssertionError(f"a template asks for {name}, which is not there")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@cache
def every(kind, day):
    """What the kind's pages of that day name."""
    return tuple(PAGES[kind].every(register_of(standpoint(), day)))


def example(kind, language, day):
    """The address of one of them: Morocco's where there is one a State, else one from the middle; None where there is none."""
    named = every(kind, day)
    of = next((one for one in named if one.get("iso3") == "MAR"), named[len(named) // 2] if named else None)
    return None if of is None else address(PAGES[kind].route, of, language=language, as_of=day)


@cache
def there(language, day):
    """The addresses of all pages of a language and day."""
    kinds = (kind for kind in PAGES.values() if kind.has_days or not day)
    return frozenset(
        address(kind.route, of, language=language, as_of=day) for kind in kinds for of in every(kind.name, day)
    )


def shown(path):
    response = Client().get(path)
    assert response.status_code == 200, path
    return response


@pytest.fixture(params=[(kind, *view) for kind in PAGES for view in VIEWS], ids=lambda given: "-".join(map(str, given)))
def page(request):
    """A page: its language, day and bytes."""
    kind, language, day = request.param
    if day and not PAGES[kind].has_days:
        day = None
    path = example(kind, language, day)
    if path is None:
        pytest.skip("there is no such page on that day")
    return language, day, shown(path).content


def test_a_page_is_valid_and_light_and_its_links_lead_somewhere(page):
    """Made once, and looked at in each way."""
    language, day, body = page
    is_valid_and_whole_in_itself(language, body)
    is_light(body)
    its_links_lead_somewhere(language, day, body)
    what_it_points_to_on_another_page_is_there(body)


def is_valid_and_whole_in_itself(language, body):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(body, transport_encoding="utf-8")
    assert [(place, error, about) for place, error, about in parser.errors] == []
    tree = html.fromstring(body)
    assert tree.get("lang") == language
    assert tree.get("dir") == direction(language)
    assert len(tree.findall(".//h1")) == 1
    assert tree.findtext(".//title").endswith(" · Accede")
    assert len(tree.findtext(".//title")) > len(" · Accede")
    assert len(tree.xpath("//main")) == 1
    linked = "@type='application/ld+json'"  # data, which no browser runs
    assert tree.xpath(f"//@style | //style | //script[not(@src or {linked})] | //@*[starts-with(name(), 'on')]") == []
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(label in ids for label in tree.xpath("//label/@for"))
    for names in tree.xpath("//@aria-labelledby | //@aria-describedby"):
        assert set(names.split()) <= set(ids), names
    headings = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def is_light(body):
    """A matrix is a picture; its cells are its table."""
    sheets = set(html.fromstring(body).xpath("//link[@rel='stylesheet']/@href")) - {"/static/publishing/pictures.css"}
    style = sum((STATIC / sheet.removeprefix("/static/")).stat().st_size for sheet in sheets)
    markup = len(re.sub(r'<figure class="pictured.*?</figure>|<svg.*?</svg>', "", body.decode(), flags=re.DOTALL))
    assert markup + style < LIGHT, (markup, style)


def its_links_lead_somewhere(language, day, body):
    tree = html.fromstring(body)
    ids = set(tree.xpath("//@id"))
    lost = []
    for link in set(tree.xpath("//a/@href | //link/@href | //form/@action | //img/@src | //script/@src")):
        to = urlsplit(link)
        if to.scheme or to.netloc:
            assert to.scheme in ("https", "http", "data", "mailto"), link
        elif to.path:
            lost += [] if leads(to.path, language, day) else [link]
        else:
            lost += [] if unquote(to.fragment) in ids else [link]
    assert lost == []


def what_it_points_to_on_another_page_is_there(body):
    to = [urlsplit(link) for link in html.fromstring(body).xpath("//a[contains(@href, '#')]/@href")]
    places = {one.path: one.fragment for one in to if one.path.startswith("/")}
    for path in sorted(places)[:: max(len(places) // 3, 1)]:
        assert unquote(places[path]) in html.fromstring(shown(path).content).xpath("//@id"), path


def leads(path, language, day):
    """Whether a page or file has that address; only files are fetched."""
    if path.startswith("/static/"):
        return (STATIC / path.removeprefix("/static/")).is_file()
    about = (language, day), (language, None), *((other, day) for other in LANGUAGES)
    return any(path in there(*view) for view in about) or is_answered(path)


def is_answered(path):
    """A file, a page on another day: asked for, once an ending; of the others it is enough that something answers there."""
    resolve(path)
    return is_fetched(path if path.endswith("/") else path.rpartition(".")[2], path)


_fetched = {}


def is_fetched(ending, path):
    if ending not in _fetched:
        _fetched[ending] = Client().get(path).status_code
    return _fetched[ending] == 200
