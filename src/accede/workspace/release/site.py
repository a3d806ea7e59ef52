"""The public site as it will be: when what is accepted is released, when an embargo ends, when what is chosen is released.

Each page is made when it is asked for and kept by nobody; only what everybody may read would be shown, and so is here.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.publishing.headers import POLICY
from accede.publishing.languages import direction
from accede.publishing.preview import preview
from accede.publishing.site.leak import seen_with
from accede.publishing.wording import in_thousands, instant
from accede.records.models import Version
from accede.records.reference import held
from accede.records.release import held_back, sources_of
from accede.records.releasing import to_be_released
from accede.records.reviewing import Stage
from accede.records.values import View
from accede.vocabulary.errors import NotAllowed, UnknownName
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.release.chosen import chosen_of

ACCEPTED = "accepted"
_INSTANT = re.compile(r"at-(\d{9,11})")


def site(request: Asking, mark: str, path: str = "") -> HttpResponse:
    """A page of the site in a preview. Raises UnknownName for what is no page or no preview."""
    if not request.actor.reads_unreleased:
        raise NotAllowed("only those who see what is not released may look ahead", remedy="Look at the public site")
    if request.method not in ("GET", "HEAD"):
        raise UnknownName("a preview takes nothing", remedy="Follow its links")
    view, told = _asked(request, mark)
    found = preview(view, path, request.GET, prefix=reverse("workspace:release-preview", args=[mark]))
    if found.elsewhere:
        return HttpResponseRedirect(found.elsewhere)
    bar = render_to_string(
        "workspace/release/bar.html",
        {"told": told, "language": request.language, "direction": direction(request.language)},
    ).encode()
    style = render_to_string("workspace/release/bar_style.html").encode()
    body = found.body.replace(b"</head>", style + b"</head>", 1)
    before = b"<header>" if b"<header>" in body else b"<main"  # after the link that skips to the content
    body = body.replace(before, bar + before, 1)
    response = HttpResponse(body)
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _asked(request: Asking, mark: str) -> tuple[View, str]:
    """The view that a mark names, and what it is in words. Raises UnknownName."""
    named = _INSTANT.fullmatch(mark)
    if named:
        at = datetime.fromtimestamp(int(named[1]), UTC)
        return View(as_of=at.date(), known_on=at, public=True), gettext(
            "The site as it will be on %(instant)s, when what is under embargo until then has become public."
        ) % {"instant": instant(at)}
    if mark == ACCEPTED:
        waits = [one for one in to_be_released() if one.standing.stage is Stage.ACCEPTED]
        accepted = {one.reference: one.row for one in waits}
        back = held_back(accepted)
        rows, until = {each: row for each, row in accepted.items() if each not in back and _is_public(row)}, None
    else:
        chosen = chosen_of(request, mark)
        rows, until = held(chosen.references), chosen.at
    sources = [one.reference for one in sources_of(rows).values() if one.standing.stage.is_accepted]
    number = len(rows)
    told = ngettext(
        "The site as it will be when %(number)s accepted record is released.",
        "The site as it will be when %(number)s accepted records are released.",
        number,
    )
    return seen_with([*rows, *sources], until), told % {"number": in_thousands(number)}


def _is_public(row: Version) -> bool:
    return Classification(row.classification) is Classification.PUBLIC
