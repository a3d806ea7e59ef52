"""A kind of page: its address, what makes it, its template, and which pages of the kind there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accede.overview.register import Register
from accede.publishing.asked import Asked


def one(register: Register) -> Iterable[Mapping[str, object]]:
    """The pages of a kind of which there is one."""
    return ({},)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """Declared once in the module of the page; addresses, publication, sitemap and tests follow from it.

    `route` is a Django route behind language and day; `make` gives what the template prints (it has a `title`, and in
    `opening` the sentence that answers what people come for) and raises UnknownName for what is not there; `every` lists
    what the route can name, for publication; `has_days` whether the page exists on past days; `filters` the names its query
    may hold; `menu` the word for it in the menu, "" for none; `may_be_framed` whether other sites may show it within their pages.
    """

    name: str
    route: str
    make: Callable[[Asked], Any]
    every: Callable[[Register], Iterable[Mapping[str, object]]] = one
    has_days: bool = True
    filters: frozenset[str] = frozenset()
    menu: str = ""
    may_be_framed: bool = False

    @property
    def template(self) -> str:
        """The template of the same name."""
        return f"publishing/{self.name}.html"
