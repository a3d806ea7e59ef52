"""Which posts of a State nothing is held of, so that somebody looks for them. Pure but for the rows it is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from accede.outreach.contacts.organization import WITHOUT_MISSION
from accede.outreach.contacts.queries import is_in_office
from accede.outreach.models import Contact
from accede.vocabulary.letters import Post

MISSIONS = (Post.GENEVA, Post.NEW_YORK)
"""Posts that are looked for. That none is held does not say that a State has none there."""


def missing(iso3s: Iterable[str], contacts: Iterable[Contact], on: date) -> Mapping[str, tuple[Post | None, ...]]:
    """Of each State the missions that no contact in office is held of; None besides where letters have an addressee without an
    address for mail and no other. States without missions to the United Nations are asked for none."""
    held: dict[str, list[Contact]] = defaultdict(list)
    for each in contacts:
        if is_in_office(each, on):
            held[each.state].append(each)
    found: dict[str, tuple[Post | None, ...]] = {}
    for iso3 in iso3s:
        posts = {Post(each.post) for each in held[iso3]}
        wanting: list[Post | None] = [post for post in MISSIONS if post not in posts and iso3 not in WITHOUT_MISSION]
        written = [each for each in held[iso3] if each.is_addressee]
        if written and not any(each.email for each in written):
            wanting.append(None)
        found[iso3] = tuple(wanting)
    return found
