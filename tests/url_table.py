"""Every address that the site answers, from Django's own table: what tests of authorization and security walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Address:
    """A route as the table has it, and what answers it."""

    route: str
    answer: Callable[..., Any]
    name: str

    @property
    def is_in_workspace(self) -> bool:
        return self.route.startswith("workspace/")

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of what the route leaves open."""
        return tuple(found["name"] for found in PARAMETER.finditer(self.route))

    def filled(self, values: Mapping[str, object]) -> str:
        """The address with these values. Raises KeyError for a parameter of which no example is given."""

        def value(found: re.Match[str]) -> str:
            given = str(values[found["name"]])
            return given.replace("/", "-") if found["converter"] in (None, "str", "slug") else given

        return "/" + PARAMETER.sub(value, self.route)


def addresses() -> tuple[Address, ...]:
    """All of them, in the order of the table."""
    return tuple(_below(get_resolver().url_patterns, ""))


def _below(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Address]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _below(each.url_patterns, route)
        else:
            yield Address(route, each.callback, each.name or "")
