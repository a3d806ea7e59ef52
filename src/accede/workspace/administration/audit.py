"""The audit trail: searched, each entry with its rows, taken along as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.publishing.data.comma_separated import CALCULATED
from accede.records import trail
from accede.records.models import AuditEntry, EventKind
from accede.records.trail import Row, Search
from accede.records.values import SHIPPED
from accede.vocabulary.sources import Classification
from accede.workspace.administration.checked import CheckedLine, last_check
from accede.workspace.administration.frame import MOST, AdministrationForm, shown
from accede.workspace.asking import Asking
from accede.workspace.records.told import kinds as kinds_with_pages

COLUMNS = ("number", "at", "actor", "verb", "reason", "rows", "content", "previous", "hash")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in the list."""

    number: int
    at: datetime
    who: str
    verb: str
    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class AuditPage:
    """What was found; `older` and `export` are addresses with the same search."""

    title: str
    opening: str
    checked: CheckedLine
    entries: tuple[EntryLine, ...]
    older: str
    export: str
    is_searched: bool


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of an entry: what it is of, and where it is shown ("" for what has no page, or not for this person)."""

    key: str
    version: int
    what: str
    reason: str
    address: str


@dataclass(frozen=True, slots=True)
class RowsLine:
    """The rows of one kind."""

    kind: str
    number: int
    rows: tuple[RowLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry."""

    title: str
    opening: str
    number: int
    at: datetime
    verb: str
    reason: str
    content: str
    previous: str
    hash: str
    is_sealed: bool
    kinds: tuple[RowsLine, ...]
    before: int
    after: int


class SearchForm(AdministrationForm):
    """What to look for."""

    q = forms.CharField(label=gettext_lazy("Words, or a number"), required=False, max_length=200)
    who = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    verb = forms.ChoiceField(label=gettext_lazy("What was done"), required=False)
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=gettext_lazy("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        anybody = [("", gettext("anybody"))]
        anything = [("", gettext("anything"))]
        who, verb = self.fields["who"], self.fields["verb"]
        assert isinstance(who, forms.ChoiceField)
        assert isinstance(verb, forms.ChoiceField)
        who.choices = anybody + [(name, _who(name)) for name in trail.persons()]
        verb.choices = anything + [(name, name) for name in trail.verbs()]

    def search(self) -> Search:
        """What was asked for; fields that cannot be read ask for nothing."""
        found = self.cleaned_data if self.is_bound and self.is_valid() else getattr(self, "cleaned_data", {})
        return Search(
            who=found.get("who", ""),
            verb=found.get("verb", ""),
            words=" ".join(found.get("q", "").split()),
            since=found.get("since"),
            until=found.get("until"),
        )


def audit(request: Asking) -> HttpResponse:
    """The entries, the newest first."""
    form = SearchForm(request.GET)
    search = form.search()
    found = trail.found(search, request.actor.classes(Verb.READ))
    before = form.cleaned_data.get("before")
    page_of = found.filter(number__lt=before) if before else found
    entries = list(page_of[: MOST + 1])
    query = request.GET.copy()
    query.pop("before", None)
    older = query.copy()
    if len(entries) > MOST:
        older["before"] = str(entries[MOST - 1].number)
    page = AuditPage(
        title=gettext("Audit trail"),
        opening=_opening(found.count()),
        checked=last_check(),
        entries=tuple(_line(entry) for entry in entries[:MOST]),
        older=f"?{older.urlencode()}" if len(entries) > MOST else "",
        export=f"{reverse('workspace:audit-export')}?{query.urlencode()}",
        is_searched=search != Search(),
    )
    return shown(request, "audit.html", page, form=form)


def entry(request: Asking, number: int) -> HttpResponse:
    """One entry with the rows that were written with it."""
    found = trail.entry(number)
    classes = request.actor.classes(Verb.READ)
    is_closed = AuditEntry.objects.filter(trail.closed_to(classes), number=number).exists()
    around = set(AuditEntry.objects.filter(number__in=(number - 1, number + 1)).values_list("number", flat=True))
    readable = frozenset(str(one) for one in classes)
    page = EntryPage(
        title=gettext("Audit entry %(number)s") % {"number": wording.in_thousands(number)},
        opening=gettext("%(who)s, %(instant)s") % {"who": _who(found.actor), "instant": wording.instant(found.at)},
        number=number,
        at=found.at,
        verb=found.verb,
        reason=_for_others() if is_closed else found.reason,
        content=found.content,
        previous=found.previous,
        hash=found.hash,
        is_sealed=found.computed_hash() == found.hash,
        kinds=tuple(
            RowsLine(kind, rows.number, tuple(_row(row, readable) for row in rows.first), rows.number - len(rows.first))
            for kind, rows in trail.rows_of(number).items()
        ),
        before=number - 1 if number - 1 in around else 0,
        after=number + 1 if number + 1 in around else 0,
    )
    return shown(request, "audit_entry.html", page)


def export(request: Asking) -> StreamingHttpResponse:
    """What was found as CSV for spreadsheet programs: a text that they would calculate begins with an apostrophe."""
    found = trail.found(SearchForm(request.GET).search(), request.actor.classes(Verb.READ)).order_by("number")
    response = StreamingHttpResponse(
        _comma_separated(found.iterator(chunk_size=2000)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="accede-audit-{date.today().isoformat()}.csv"'  # noqa: DTZ011
    return response


def safe(cell: str) -> str:
    """A text that no spreadsheet program calculates."""
    return f"'{cell}" if cell.startswith(CALCULATED) else cell


class _Line:
    """What csv writes to: it gives back the line."""

    def write(self, line: str) -> str:
        return line


def _comma_separated(entries: Iterator[AuditEntry]) -> Iterator[bytes]:
    write = csv.writer(_Line(), lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + _encoded(write.writerow(COLUMNS))
    for each in entries:
        told = [str(each.number), each.at.isoformat(), each.actor, each.verb, _reason(each), str(each.rows)]
        cells = [*told, each.content, each.previous, each.hash]
        yield _encoded(write.writerow([safe(cell) for cell in cells]))


def _encoded(line: object) -> bytes:
    return str(line).encode()


def _opening(number: int) -> str:
    told = ngettext(
        "%(number)s entry: one transaction, chained to the one before it.",
        "%(number)s entries; each is one transaction, chained to the one before it.",
        number,
    )
    return told % {"number": wording.in_thousands(number)}


def _line(one: AuditEntry) -> EntryLine:
    return EntryLine(one.number, one.at, _who(one.actor), one.verb, _reason(one), one.rows)


def _reason(one: AuditEntry) -> str:
    """The reason of an entry that `trail.found` gave, where it is for this reader."""
    return _for_others() if getattr(one, "is_closed", True) else one.reason


def _for_others() -> str:
    return gettext("for other readers only")


def _who(name: str) -> str:
    return gettext("the programme") if name == SHIPPED else name


def _row(row: Row, readable: frozenset[str]) -> RowLine:
    if row.classification and row.classification not in readable:
        hidden = gettext("for %(whom)s only") % {"whom": gettext(Classification(row.classification).label)}
        return RowLine("", row.version, hidden, "", "")
    what = gettext(EventKind(row.happening).label) if row.happening else ""
    if row.happening and row.other:
        what = f"{what} ({row.other})"
    return RowLine(row.key, row.version, what, row.reason, _address(row))


def _address(row: Row) -> str:
    if row.kind not in kinds_with_pages():
        return ""
    try:
        return reverse("workspace:record", args=(row.kind, row.key))
    except NoReverseMatch:
        return ""
