"""The list of sources: the newest first, narrowed by words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.overview.register import Register
from accede.publishing import wording
from accede.records.values import SHIPPED, Evidence, Source
from accede.vocabulary.sources import SourceKind
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render
from accede.workspace.sources.readable import sources_of

MOST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A source of the list; `records` how many records of the treaty rest on it."""

    key: str
    title: str
    language: str
    kind: str
    issued: str
    is_kept: bool
    records: int
    recorded_by: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """What the list shows."""

    title: str
    opening: str
    asked: str
    kind: str
    kinds: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    further: str
    may_record: bool


def sources(request: Asking) -> HttpResponse:
    """The sources that the person may read; `?q=` words, `?kind=`."""
    asked = request.GET.get("q", "").strip()[:100]
    kind = request.GET.get("kind", "")
    register = register_of(request.actor)
    every_one = register.once(sources, lambda: sources_of(request.actor))  # read once after each write
    held = [one for one in reversed(every_one) if _meets(one, asked.casefold(), kind)]
    held.sort(key=lambda one: one.recorded_by == SHIPPED)
    resting = _resting(register)
    rows = tuple(_row(one, resting[one.key]) for one in held[:MOST])
    more = len(held) - len(rows)
    page = SourcesPage(
        title=gettext("Sources"),
        opening=ngettext("%(number)s source", "%(number)s sources", len(held))
        % {"number": wording.in_thousands(len(held))},
        asked=asked,
        kind=kind if kind in set(SourceKind) else "",
        kinds=tuple((one.value, gettext(one.label)) for one in SourceKind),
        rows=rows,
        further=gettext("%(number)s more: give a word of the title.") % {"number": more} if more else "",
        may_record=bool(request.actor.classes(Verb.RECORD)),
    )
    return render(request, "sources/sources.html", page)


def _meets(one: Evidence[Source], asked: str, kind: str) -> bool:
    if kind in set(SourceKind) and one.fact.kind != kind:
        return False
    words = f"{one.key} {one.fact.title} {one.fact.symbol} {one.fact.publisher}".casefold()
    return all(word in words for word in asked.split())


def _row(one: Evidence[Source], records: int) -> Row:
    fact = one.fact
    return Row(
        key=one.key,
        title=fact.title or one.key,
        language=fact.language or "en",
        kind=gettext(fact.kind.label),
        issued=wording.when(fact.issued) if fact.issued else "",
        is_kept=bool(fact.kept_sha256),
        records=records,
        recorded_by="" if one.recorded_by == SHIPPED else one.recorded_by,
    )


def _resting(register: Register) -> Counter[str]:
    """How many records rest on each source."""

    def counted() -> Counter[str]:
        kinds = (
            register.actions, register.status_claims, register.statements, register.confirmations, register.checks,
            register.practices, register.roll_calls, register.attendance, register.reports, register.activities,
        )  # fmt: skip
        return Counter(one.source for kind in kinds for one in kind)

    return register.once("records of each source", counted)
