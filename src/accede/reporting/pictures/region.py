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
    "africa": ("Northern Africa", "Sub-Saharan Africa"),
    "americas": ("Latin America and the Caribbean", "Northern America"),
    "asia": ("Central Asia", "Eastern Asia", "South-eastern Asia", "Southern Asia", "Western Asia"),
    "europe": ("Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"),
    "oceania": ("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"),
}
"""A region of M49 and its sub-regions."""


@cache
def regions() -> Mapping[str, str]:
    """The region of each State that is there today, by ISO alpha-3 key."""
    of = {sub_region: region for region, parts in SUB_REGIONS.items() for sub_region in parts}
    text = (files("accede") / "data" / "states.csv").read_text(encoding="utf-8")
    return {row["iso3"]: of[row["sub_region"]] for row in csv.DictReader(text.splitlines()) if row["sub_region"]}
