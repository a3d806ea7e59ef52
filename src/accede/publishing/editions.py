"""The files of released papers: each edition in every format, under the beginning of its hash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from accede.publishing.entity_tags import is_held, tagged
from accede.publishing.held import register_of
from accede.publishing.kept import Kept
from accede.publishing.register import PublicRegister
from accede.publishing.standpoint import standpoint
from accede.publishing.version import CODE
from accede.reporting.edition import rebuild
from accede.reporting.render import renderer_for
from accede.reporting.values import Edition
from accede.vocabulary.errors import UnknownName

FORMATS = {
    "json": ("JSON", "application/json"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("PDF", "application/pdf"),
    "html": ("HTML", "text/html; charset=utf-8"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "xml": ("Akoma Ntoso", "application/xml"),
}
"""What each suffix is called, and its type. The JSON file is what was sealed: its SHA-256 is that of the edition."""

_kept = Kept(settings.ACCEDE_KEPT_PAGES)


def path_of(edition: Edition, suffix: str) -> str:
    """Where the file stands, from the root of the site without the slash."""
    return f"papers/{edition.tree_sha256[:16]}.{suffix}"


def paths(register: PublicRegister) -> Iterator[tuple[str, Edition, str]]:
    """Every file there is: its path, its edition, its suffix."""
    for each in register.editions:
        for suffix in FORMATS:
            yield path_of(each.fact, suffix), each.fact, suffix


def content(edition: Edition, suffix: str) -> bytes:
    """The bytes of the file, the same each time. Raises Damaged where what was sealed is gone or was changed."""
    return renderer_for(f".{suffix}")(rebuild(edition))


@require_safe
def file(request: HttpRequest, name: str, suffix: str) -> HttpResponse:
    """The view of a file. Raises UnknownName for a paper that is not there, or not released."""
    register = register_of(standpoint(datetime.now(UTC)))
    path = f"papers/{name}.{suffix}"
    edition = next((edition for known, edition, _ in paths(register) if known == path), None)
    if edition is None:
        raise UnknownName("no released paper has this address", remedy="Look at the list of papers")
    tag = f'"{CODE}-{edition.tree_sha256[:32]}-{suffix}"'
    if is_held(request, tag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        body = _kept.get(f"{CODE} {path}")
        if body is None:
            body = content(edition, suffix)
            _kept.put(f"{CODE} {path}", body)
        response = HttpResponse(body, content_type=FORMATS[suffix][1])
        response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(edition)}.{suffix}"'
    return tagged(response, tag)


def _file_name(edition: Edition) -> str:
    return f"{edition.treaty}-{edition.paper}-{edition.as_of.edtf}-{edition.language}-{edition.tree_sha256[:8]}"
