"""A paper as a file, in every format."""

from __future__ import annotations

import re

from django.http import HttpResponse

from accede.paper.tree import Document
from accede.publishing.editions import FORMATS
from accede.reporting.composition.compose import composed
from accede.reporting.composition.held import edition_held
from accede.reporting.edition import rebuild
from accede.reporting.render import renderer_for
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking, view_of

_NAME = re.compile(r"[^A-Za-z0-9.-]+")


def in_work(request: Asking, suffix: str, key: str) -> HttpResponse:
    """The paper as it stands. A Word file can be edited and taken back: it says of which instant it is."""
    return _file(composed(request.actor, key).document, suffix, key)


def of_edition(request: Asking, suffix: str, key: str) -> HttpResponse:
    """A sealed edition, the same bytes each time."""
    edition = edition_held(view_of(request.actor), key)
    return _file(rebuild(edition.fact), suffix, key)


def _file(document: Document, suffix: str, key: str) -> HttpResponse:
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnknownName("no paper can be written so", where=suffix, remedy=f"Choose one of {known}")
    response = HttpResponse(renderer_for(f".{suffix}")(document), content_type=FORMATS[suffix][1])
    name = _NAME.sub("-", key).strip("-.")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
