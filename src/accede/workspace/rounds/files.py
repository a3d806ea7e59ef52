"""Letters as files: one as Word or PDF, all of a round in one, and the sheet that is read on the page."""

from __future__ import annotations

from django.http import HttpResponse

from accede.accounts.policy import Verb
from accede.outreach.rounds.archive import SUFFIXES, archive, file_name, file_of
from accede.outreach.rounds.composed import as_read, composed
from accede.outreach.rounds.held import IN_WORK
from accede.publishing.editions import FORMATS
from accede.reporting.render import renderer_for
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking

SHEET = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
"""What a letter as a page of its own may do: look as it does, and nothing else."""


def of_letter(request: Asking, suffix: str, key: str) -> HttpResponse:
    """A letter as a file: the one that was made to be handed over, else what was cleared, else the draft as it stands."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    if f".{suffix}" not in SUFFIXES:
        raise UnknownName("no letter is written so", where=suffix, remedy="Choose docx or pdf")
    letter = composed(key)
    name = file_name(key, letter.document.language, f".{suffix}")
    return _file(file_of(letter, f".{suffix}"), FORMATS[suffix][1], name)


def of_round(request: Asking, key: str) -> HttpResponse:
    """All letters of a round, or those that are named by `letter`, in one file."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    return _file(archive(key, request.GET.getlist("letter")), "application/zip", file_name(key, "letters", ".zip"))


def sheet(request: Asking, key: str) -> HttpResponse:
    """A letter as it will be printed, as a page for a frame."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    response = HttpResponse(
        renderer_for(".html")(as_read(composed(key).document)), content_type="text/html; charset=utf-8"
    )
    response.headers["Content-Security-Policy"] = SHEET
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
