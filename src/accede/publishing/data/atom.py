"""Feeds in Atom (RFC 4287): what became public, of all or of one State, in the language of the address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext, override
from lxml import etree

from accede.publishing import sentences
from accede.publishing.addresses import address
from accede.publishing.data.licence import LICENCE
from accede.publishing.data.news import News, asked_here, news, news_of
from accede.publishing.data.place import host, place
from accede.publishing.data.seen import Seen
from accede.publishing.tables.names import treaty_name

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
MOST = 60
"""Entries of a feed; what is older is on the page of changes."""
ALL = "all"
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_path(name: str, language: str) -> str:
    """Where a feed stands, from the root of the site without the slash: `fr/feeds/ARM.atom`; `name` is a State or `all`."""
    return address(f"feeds/{name}.atom", {}, language=language, as_of=None).lstrip("/")


def names(seen: Seen) -> Iterator[str]:
    """Every feed there is, by its name."""
    yield ALL
    yield from sorted(each.fact.iso3 for each in seen.register.states)


def feed(seen: Seen, name: str, language: str) -> bytes:
    """A feed as bytes. Raises UnknownName for a State that the register does not hold."""
    with override(language):
        if name == ALL:
            return _written(seen, name, language, news(seen), asked_here(seen).to("changes"))
        seen.register.state(name)
        return _written(seen, name, language, news_of(seen, name), asked_here(seen).to("state", {"iso3": name}))


def _written(seen: Seen, name: str, language: str, found: Sequence[News], page: str) -> bytes:
    path = feed_path(name, language)
    folder = path.rpartition("/")[0]
    shown = found[:MOST]
    treaty = treaty_name(seen.register.treaty)
    about = treaty if name == ALL else f"{sentences.name(name)} · {treaty}"
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: language}, nsmap={None: _ATOM})  # type: ignore[dict-item]  # None is the default
    _add(root, "id", f"{_authority()}:feeds/{language}/{name}")
    _add(root, "title", f"{about} · Accede")
    _add(root, "updated", f"{max((each.at for each in shown), default=seen.known_on):%Y-%m-%dT%H:%M:%SZ}")
    _add(root, "link", rel="self", type="application/atom+xml", href=place(path, beside=folder))
    _add(root, "link", rel="alternate", type="text/html", href=place(page.lstrip("/"), beside=folder))
    _add(root, "link", rel="license", href=LICENCE.address)
    _add(_add(root, "author"), "name", "Accede")
    _add(root, "generator", "Accede")
    _add(root, "rights", LICENCE.title)
    for each in shown:
        _entry(root, each, language, folder)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(root: etree._Element, each: News, language: str, folder: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"{_authority()}:{language}/{quote(each.key, safe='/')}")
    _add(entry, "title", each.title)
    instant = f"{each.at:%Y-%m-%dT%H:%M:%SZ}"
    _add(entry, "published", instant)
    _add(entry, "updated", instant)
    _add(entry, "link", rel="alternate", type="text/html", href=place(each.address.lstrip("/"), beside=folder))
    _add(entry, "category", term=each.kind, label=_label(each.kind))
    content = _add(entry, "content", each.words, type="text")
    if each.written_in and each.written_in != language:
        content.set(_LANGUAGE, each.written_in)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    added = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text:
        added.text = _NOT_IN_XML.sub(" ", text)
    return added


def _label(kind: str) -> str:
    """What a kind of news is called."""
    labels = {
        "action": gettext("treaty action"),
        "statement": gettext("statement"),
        "vote": gettext("roll call"),
        "paper": gettext("paper"),
        "correction": gettext("correction"),
    }
    return labels[kind]


def _authority() -> str:
    """Whose names these are (RFC 4151)."""
    return f"tag:{host()},2026:{settings.ACCEDE_TREATY}"
