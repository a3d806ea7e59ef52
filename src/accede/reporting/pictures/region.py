"""The regions of the world by which a map is read: those of the M49 standard, from the sub-regions of the shipped States."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from django.utils.translation import gettext_noop

REGION_NAMES = {
    "africa": gettext_noop("Africa"),
    "americas": gettext_noop("Americas"),
    "asia": gettext_noop("Asia"),
    "europe": gettext_noop("Europe"),
    "oceania": gettext_noop("Oceania"),
}
SUB_REGIONS = {
    "africa": (gettext_noop("Northern Africa"), gettext_noop("Sub-Saharan Africa")),
    "americas": (gettext_noop("Latin America and the Caribbean"), gettext_noop("Northern America")),
    "asia": (
        gettext_noop("Central Asia"),
        gettext_noop("Eastern Asia"),
        gettext_noop("South-eastern Asia"),
        gettext_noop("Southern Asia"),
        gettext_noop("Western Asia"),
    ),
    "europe": (
        gettext_noop("Eastern Europe"),
        gettext_noop("Northern Europe"),
        gettext_noop("Southern Europe"),
        gettext_noop("Western Europe"),
    ),
    "oceania": (
        gettext_noop("Australia and New Zealand"),
        gettext_noop("Melanesia"),
        gettext_noop("Micronesia"),
        gettext_noop("Polynesia"),
    ),
}
"""A region of M49 and its sub-regions."""


@cache
def regions() -> Mapping[str, str]:
    """The region of each State that is there today, by ISO alpha-3 key."""
    of = {sub_region: region for region, parts in SUB_REGIONS.items() for sub_region in parts}
    text = (files("accede") / "data" / "states.csv").read_text(encoding="utf-8")
    return {row["iso3"]: of[row["sub_region"]] for row in csv.DictReader(text.splitlines()) if row["sub_region"]}
