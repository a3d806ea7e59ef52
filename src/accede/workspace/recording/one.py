"""Write a record beside its source: take a passage, look at what it proposes, record it, go on to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext

from accede.evidence.values import Statement
from accede.intake.copies import Copy, copy_of
from accede.intake.record_new import AlreadyRecorded, record_new
from accede.publishing import wording
from accede.records.values import Evidence, Source
from accede.vocabulary.errors import AccedeError, NotAllowed, Refused, UnknownName
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.around import AroundForm
from accede.workspace.facts.fact_form import FactForm
from accede.workspace.facts.offered import Offered, offered
from accede.workspace.models import Draft
from accede.workspace.recording import drafts
from accede.workspace.recording.filling import Filled, Filling, fill
from accede.workspace.recording.kinds import KINDS, RecordKind, kind_of
from accede.workspace.recording.proposing import filling
from accede.workspace.recording.writing import (
    Writing,
    code_rows,
    defaults,
    forms_of,
    named,
    texts,
    was_in,
    writing_of,
)
from accede.workspace.screens import render, see_other
from accede.workspace.sources.one import recorded_from
from accede.workspace.sources.pane import Pane, pane_of, part_with
from accede.workspace.sources.readable import source_of


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of record that can be written here."""

    word: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class RecordingPage:
    """Everything the template prints; `unread` says why there is no text, `after` the paragraph that was recorded last."""

    title: str
    source: str
    source_title: str
    source_language: str
    ways: tuple[Way, ...]
    pane: Pane | None
    unread: str
    after: int
    address: str
    proposals: str
    draft: str
    draft_kept: str
    discard: str


def record_from(request: Asking, key: str) -> HttpResponse:
    """The source on one side, the form on the other; `?kind=` the kind of record, `?part=` of a long source."""
    desk = Desk.of(request, key, request.GET.get("kind", "statement"))
    if request.method != "POST":
        return desk.begun()
    if "take" in request.POST:
        return desk.taken(texts(request.POST))
    return desk.recorded(texts(request.POST))


def proposals(request: Asking, key: str) -> HttpResponse:
    """The fields of the form with what a passage proposes, for a script that has marked one."""
    if request.method != "POST":
        return redirect("workspace:record-from", key=key)
    desk = Desk.of(request, key, request.GET.get("kind", "statement"))
    return render(request, "recording/fields.html", desk.page(1), writing=desk.proposed(texts(request.POST)))


def record_kind(request: Asking, kind: str) -> HttpResponse:
    """The form of a kind without a source beside it; `?source=` goes to that source, `?state=` fills in a State."""
    if source := request.GET.get("source", ""):
        return redirect(f"{reverse('workspace:record-from', args=[source])}?{urlencode({'kind': kind})}")
    desk = Desk.of(request, "", kind)
    return desk.recorded(texts(request.POST)) if request.method == "POST" else desk.begun()


def record_statement(request: Asking) -> HttpResponse:
    """The form of a statement without a source beside it."""
    return record_kind(request, "statement")


@dataclass(frozen=True, slots=True)
class Desk:
    """What is on the desk: who writes, which kind of record, from which source."""

    request: Asking
    kind: RecordKind
    offered: Offered
    held: Evidence[Source] | None
    copy: Copy | None
    unread: str

    @classmethod
    def of(cls, request: Asking, key: str, kind: str) -> Desk:
        """Raises UnknownName for a source that the person may not read, and for a kind that is not written by hand."""
        held, copy, unread = None, None, ""
        if key:
            held = source_of(request.actor, key)
            try:
                copy = copy_of(held.fact)
            except AccedeError as error:
                unread = error.told
        treaty = held.fact.treaty if held else ""
        try:
            choose = offered(request.actor, treaty=treaty)
        except UnknownName:
            choose = offered(request.actor)
        return cls(request, kind_of(kind), choose, held, copy, unread)

    @property
    def key(self) -> str:
        """The key of the source, "" where none is beside."""
        return self.held.key if self.held else ""

    def begun(self) -> HttpResponse:
        """The form with the draft in it, if there is one; else empty, or with the passage that the address names."""
        draft = drafts.held(self.request.user, self.kind.key, self.key)
        if draft is not None:
            return self._answered(
                self._unlooked(Filled(_plain(draft), code_rows(draft.fields), was_in(draft.fields), {})), draft=draft
            )
        given = {name: self.request.GET[name] for name in ("state",) if self.request.GET.get(name)}
        return self._answered(self._unlooked(Filled(given, (), {}, {})))

    def taken(self, typed: Mapping[str, str]) -> HttpResponse:
        """The page with a paragraph taken, for those who have no scripts."""
        number = number_in(typed.get("take", ""))
        told = {**typed, "first": str(number), "last": str(number), "exact": ""}
        return self._answered(self.proposed(told), part=part_with(self.copy, number) if self.copy else 1)

    def proposed(self, typed: Mapping[str, str]) -> Writing:
        """The form with what the marked passage proposes where nobody typed. Raises Refused for a passage that is none."""
        if self.held is None or self.copy is None:
            raise Refused("no text of the source is there", remedy="Upload its file")
        first, last = number_in(typed.get("first", "")), number_in(typed.get("last", ""))
        found: Filling
        found, passage, _ = filling(
            self.held,
            self.copy,
            self.kind,
            self.offered.treaty,
            first=first,
            last=max(first, last),
            exact=typed.get("exact", ""),
        )
        filled = fill(typed, code_rows(typed), found, defaults(self.kind, self.offered))
        return self._unlooked(filled, passage=typed, other_states=passage.other_states)

    def recorded(self, typed: Mapping[str, str]) -> HttpResponse:
        """Record it and go on to the next passage; what is wrong is told beside what was typed."""
        form, around = forms_of(self.kind, self.offered, data=typed, with_source=self.held is None)
        are_whole = form.is_valid() & around.is_valid()
        status = 400
        if are_whole:
            try:
                return self._done(self._record(form, around), form, typed)
            except AlreadyRecorded as error:
                form.add_error(None, _already(error, self.kind))
                status = 409
            except (Refused, UnknownName, NotAllowed) as error:
                form.refuse(error)
                status = 403 if isinstance(error, NotAllowed) else 409
        writing = writing_of(self.kind, form, around, was=was_in(typed), because={}, passage=typed)
        number = number_in(typed.get("first", ""))
        part = part_with(self.copy, number) if self.copy and number else 1
        return self._answered(writing, status=status, part=part)

    def page(self, part: int, draft: Draft | None = None) -> RecordingPage:
        """What stands around the form."""
        pane = None
        if self.held and self.copy:
            recorded = [
                one.fact.text for one in recorded_from(self.request.actor, self.key) if isinstance(one.fact, Statement)
            ]
            pane = pane_of(
                self.copy,
                language=self.held.fact.language or "en",
                part=part,
                recorded=[one for one in recorded if one],
            )
        about = urlencode({"source": self.key})
        fact = self.held.fact if self.held else None
        after = number_in(self.request.GET.get("after", ""))
        kept = gettext("Kept as a draft on %(when)s.") % {"when": wording.instant(draft.kept_at)} if draft else ""
        return RecordingPage(
            title=gettext("Record: %(kind)s") % {"kind": named(self.kind)},
            source=self.key,
            source_title=(fact.title or self.key) if fact else "",
            source_language=(fact.language or "en") if fact else "",
            ways=tuple(Way(named(one), self._address(one), one is self.kind) for one in KINDS),
            pane=pane,
            unread=self.unread,
            after=after,
            address=self._address(self.kind),
            proposals=f"{reverse('workspace:proposals', args=[self.key])}?{urlencode({'kind': self.kind.key})}"
            if self.copy
            else "",
            draft=f"{reverse('workspace:draft', args=[self.kind.key])}?{about}",
            draft_kept=kept,
            discard=f"{reverse('workspace:discard', args=[self.kind.key])}?{about}",
        )

    def _address(self, kind: RecordKind) -> str:
        if self.held is None:
            return reverse("workspace:record-kind", args=[kind.key])
        return f"{reverse('workspace:record-from', args=[self.key])}?{urlencode({'kind': kind.key})}"

    def _unlooked(
        self, filled: Filled, *, passage: Mapping[str, str] | None = None, other_states: tuple[str, ...] = ()
    ) -> Writing:
        form, around = forms_of(
            self.kind,
            self.offered,
            filled=filled,
            classification=self.held.classification.value if self.held else "",
            with_source=self.held is None,
        )
        return writing_of(
            self.kind,
            form,
            around,
            was=filled.was,
            because=filled.because,
            passage=passage or filled.values,
            other_states=other_states,
        )

    def _record(self, form: FactForm, around: AroundForm) -> str:
        told: dict[str, Any] = {name: around.cleaned_data[name] for name in ("locator", "classification")}
        source = self.key or around.cleaned_data["source"]
        text = self.copy.text if self.copy else None
        if self.held is None and isinstance(form.fact, Statement):
            chosen = source_of(self.request.actor, source)
            text = copy_of(chosen.fact).text if chosen.fact.kept_sha256 else None
        return record_new(self.request.actor, form.fact, source=source, source_text=text, **told)

    def _done(self, key: str, form: FactForm, typed: Mapping[str, str]) -> HttpResponse:
        drafts.discard(self.request.user, self.kind.key, self.key)
        link = reverse("workspace:record", args=[self.kind.key, key])
        said = gettext("Recorded, and waiting for review:")
        messages.success(self.request, format_html('{} <a href="{}">{}</a>', said, link, key))
        address = self._address(self.kind)
        last = number_in(typed.get("last", "")) or number_in(typed.get("first", ""))
        if self.copy and last:
            where = urlencode({"part": part_with(self.copy, last), "after": last})
            return see_other(f"{address}&{where}#p{last}")
        return see_other(address)

    def _answered(
        self, writing: Writing, *, status: int = 200, part: int = 0, draft: Draft | None = None
    ) -> HttpResponse:
        here = part or number_in(self.request.GET.get("part", "")) or 1
        return render(self.request, "recording/record.html", self.page(here, draft), status=status, writing=writing)


def _plain(draft: Draft) -> dict[str, str]:
    return {str(name): str(value) for name, value in draft.fields.items()}


def _already(error: AlreadyRecorded, kind: RecordKind) -> str:
    link = reverse("workspace:record", args=[kind.key, error.key])
    said = gettext("The same is recorded from this source already:")
    return format_html('{} <a href="{}">{}</a>', said, link, error.key)
