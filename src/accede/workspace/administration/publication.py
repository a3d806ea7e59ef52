"""Publishing the site to its folder: what the public will see for the first time is looked at before, and confirmed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.publishing.site.leak import Appearing
from accede.records import jobs
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.administration.frame import MOST, shown
from accede.workspace.administration.jobs import to_job
from accede.workspace.asking import Asking
from accede.workspace.records.told import kind_words
from accede.workspace.work.publication import KIND, Asked, fingerprint, report


@dataclass(frozen=True, slots=True)
class Kind:
    """How many records of a kind appear, and from where."""

    kind: str
    words: str
    number: str


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record that is named in the report."""

    kind: str
    key: str
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """The report; `confirmed` is its fingerprint, `wrong` why nothing can be published here."""

    title: str
    opening: str
    kinds: tuple[Kind, ...]
    restricted: tuple[NamedRecord, ...]
    more_restricted: int
    corrected: tuple[NamedRecord, ...]
    more_corrected: int
    confirmed: str
    wrong: str


def publish(request: Asking) -> HttpResponse:
    """The report; when it is confirmed as it was shown, the publication is asked for."""
    title = gettext("Publish the site")
    try:
        new = report()
    except Refused as error:
        page = PublicationPage(
            title, gettext("The site cannot be published from here."), (), (), 0, (), 0, "", error.told
        )
        return shown(request, "publish.html", page)
    seen = fingerprint(new)
    if request.method == "POST":
        request.actor.must(Verb.RELEASE)
        if request.POST.get("confirmed") == seen and (request.POST.get("is_read") or not new):
            return to_job(jobs.ask(request.actor, KIND, Asked(confirmed=seen)))
        messages.error(
            request, gettext("Nothing was published: look at the report as it is now, and tick that you did.")
        )
    page = PublicationPage(
        title=title,
        opening=_opening(len(new)),
        kinds=_kinds(new),
        restricted=_named([each for each in new if each.was_restricted]),
        more_restricted=max(0, sum(each.was_restricted for each in new) - MOST),
        corrected=_named([each for each in new if each.reason]),
        more_corrected=max(0, sum(bool(each.reason) for each in new) - MOST),
        confirmed=seen,
        wrong="",
    )
    return shown(request, "publish.html", page, status=409 if request.method == "POST" else 200)


def _opening(number: int) -> str:
    if not number:
        return gettext("The public will see nothing that it does not see already.")
    said = ngettext(
        "The public will see %(number)s record that it did not see before, or not in this version.",
        "The public will see %(number)s records that it did not see before, or not in this version.",
        number,
    )
    return said % {"number": wording.in_thousands(number)}


def _kinds(new: tuple[Appearing, ...]) -> tuple[Kind, ...]:
    counts = Counter((each.kind, _from(each)) for each in new)
    return tuple(
        Kind(_called(kind), words, wording.in_thousands(number)) for (kind, words), number in sorted(counts.items())
    )


def _from(each: Appearing) -> str:
    if each.came_from is None:
        return gettext("new")
    if each.was_restricted:
        return gettext("until now for %(whom)s only") % {"whom": gettext(each.came_from.label)}
    return gettext("a later version")


def _called(kind: str) -> str:
    try:
        return kind_words(kind)
    except UnknownName:  # papers and their parts have no page of records
        return kind


def _named(found: list[Appearing]) -> tuple[NamedRecord, ...]:
    return tuple(NamedRecord(each.kind, each.key, each.source, each.reason) for each in found[:MOST])
