"""Keep a source: a file or a pasted text, with what is known of it. The same file found again leads to its source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from accede.accounts.policy import Verb
from accede.intake.copies import PASTED, Copy, read_copy, safe_name
from accede.intake.described import Described, described
from accede.intake.documents.door import refuse_disguised, refuse_unread
from accede.intake.ground import Ground
from accede.intake.source import classification_of
from accede.records.keep_source import LARGEST, keep_source
from accede.records.values import Source
from accede.reporting.checker.reading.languages import language_of
from accede.vocabulary.errors import AccedeError, Refused, Unreadable
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.workspace.asking import Asking
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import offered
from accede.workspace.facts.words import SHORT, AddressField, WordsField
from accede.workspace.screens import render, see_other
from accede.workspace.sources.ground import ground
from accede.workspace.sources.readable import source_of
from accede.workspace.sources.streaming import was_too_large

FIELD = "workspace/facts/field.html"
LONGEST_KEY = 70
ENOUGH = 4000
"""Characters by which the language is told."""
CONTENT = ("file", "text")
TOO_LARGE = gettext_noop("It has more than 50 MB, and was not taken. Give the part you mean.")
ACCEPTED = ".pdf,.docx,.eml,.msg,.txt,.md,.html,.htm,.xlsx,.csv,.json"


class UploadForm(forms.Form):
    """A file or a text, and what is known of it; what is left open is told by reading it.

    The file comes behind what is typed: where it is too large, the request is read up to it and no further.
    """

    template_name = "workspace/facts/form.html"

    title = WordsField(
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("Left open: as the document has it."),
        required=False,
        max_length=SHORT,
    )
    issued = DateField(
        label=gettext_lazy("Issued on"), help_text=gettext_lazy("Left open: as the document has it."), required=False
    )
    url = AddressField(label=gettext_lazy("Address it was taken from"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    grade = forms.ChoiceField(label=gettext_lazy("How near to the fact"), required=False)
    classification = forms.ChoiceField(label=gettext_lazy("Who may see it"), required=False)
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("PDF, Word, mail, web page, text or table, up to 50 MB."),
        required=False,
        widget=forms.FileInput(
            attrs={"accept": ACCEPTED, "data-largest": LARGEST, "data-too-large": gettext_lazy(TOO_LARGE)}
        ),
        allow_empty_file=True,
    )
    text = WordsField(
        label=gettext_lazy("Or its text, pasted"), required=False, widget=forms.Textarea(attrs={"rows": 5}), strip=False
    )

    def __init__(self, *given: Any, classifications: tuple[Classification, ...], **further: Any) -> None:
        super().__init__(*given, **further)
        for field in self.fields.values():
            field.template_name = FIELD  # type: ignore[attr-defined]  # not in the stubs
        self._offer("kind", gettext("as it reads; else a statement"), SourceKind)
        self._offer("grade", gettext("as it reads; else official of the State"), SourceGrade)
        self._offer("classification", gettext("public; replies and minutes for the presidency"), classifications)

    def _offer(self, name: str, otherwise: str, members: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", otherwise), *((one.value, gettext(one.label)) for one in members)]

    def clean(self) -> dict[str, Any]:
        """One of the two, and not both."""
        cleaned = super().clean() or self.cleaned_data
        has_file, has_text = cleaned.get("file") is not None, bool((cleaned.get("text") or "").strip())
        if has_file and has_text:
            self.add_error("text", gettext("Give the file or the text, and not both."))
        elif not has_file and not has_text and "file" not in self.errors:
            self.add_error("file", gettext("Choose a file, or paste a text."))
        return cleaned

    def refuse(self, field: str, error: AccedeError) -> None:
        """Show why it was refused."""
        self.add_error(field, error.told)


@dataclass(frozen=True, slots=True)
class UploadPage:
    """What the page says; `completes` is the key of a source that waits for its copy, `opens` whether its details are seen."""

    title: str
    opening: str
    completes: str
    details: tuple[BoundField, ...]
    content: tuple[BoundField, ...]
    opens: bool


def upload(request: Asking) -> HttpResponse:
    """The form, and what it does; `?for=` is the key of a source without a copy."""
    completes = request.GET.get("for", "") or request.POST.get("for", "")
    if completes:
        source_of(request.actor, completes)
    may = offered(request.actor).classifications
    if request.method != "POST":
        return _answer(request, UploadForm(classifications=may), completes)
    form = UploadForm(request.POST, request.FILES, classifications=may)
    if was_too_large(request):
        form.full_clean()
        form.errors.pop("file", None)
        form.add_error("file", gettext(TOO_LARGE))
        return _answer(request, form, completes, status=413)
    if not form.is_valid():
        return _answer(request, form, completes, status=400)
    content, name = _content(form)
    field = "text" if name == PASTED else "file"
    try:
        return _kept(request, form, content, name, completes)
    except (Unreadable, Refused) as error:
        form.refuse(field, error)
        return _answer(request, form, completes, status=400)


def _kept(request: Asking, form: UploadForm, content: bytes, name: str, completes: str) -> HttpResponse:
    """Keep it, and go on to recording from it. Raises Unreadable, Refused, NotAllowed."""
    refuse_unread(content, name=name)
    refuse_disguised(content, name=name)
    copy = read_copy(content, name)
    told = form.cleaned_data
    on = ground(offered(request.actor).treaty)
    itself = described(copy.document, copy.places, replace_name(on, name))
    source = _source(told, itself, copy, name, treaty=on.treaty)
    classification = _classification(request, told["classification"], itself)
    key = completes or key_of(source)
    done = keep_source(request.actor, key, source, content, classification=classification, completes=bool(completes))
    if done.is_new or completes:
        messages.success(request, gettext("Kept: %(title)s. Mark a passage to record it.") % {"title": source.title})
    else:
        messages.info(request, gettext("This file is kept already: here is its source."))
    return see_other(reverse("workspace:record-from", args=[done.key]))


def replace_name(on: Ground, name: str) -> Ground:
    """The ground with the name of a file, which may tell its day."""
    return replace(on, file_name=name)


def _content(form: UploadForm) -> tuple[bytes, str]:
    file: UploadedFile[bytes] | None = form.cleaned_data["file"]
    if file is None:
        return form.cleaned_data["text"].encode(), PASTED
    return file.read(LARGEST + 1), safe_name(file.name or "")


def _source(told: dict[str, Any], itself: Described, copy: Copy, name: str, *, treaty: str) -> Source:
    return Source(
        title=told["title"] or itself.title or name,
        kind=SourceKind(told["kind"]) if told["kind"] else itself.kind or SourceKind.STATEMENT,
        grade=SourceGrade(told["grade"]) if told["grade"] else itself.grade or SourceGrade.OFFICIAL,
        symbol=itself.symbol,
        treaty=treaty,
        occasion=itself.occasion,
        issued=told["issued"] or itself.issued,
        information_as_of=itself.information_as_of,
        language=language_of(" ".join(place.text for place in copy.places)[:ENOUGH], copy.document.language),
        url=told["url"],
        note=f"imported from {name}",
    )


def _classification(request: Asking, chosen: str, itself: Described) -> Classification:
    """As chosen; else as what is of this kind is kept, or as near to it as the person may record."""
    if chosen:
        return Classification(chosen)
    wanted = classification_of(itself.document_kind) if itself.document_kind else Classification.PUBLIC
    may = request.actor.classes(Verb.RECORD)
    return wanted if wanted in may else next(one for one in Classification if one in may)


def key_of(source: Source) -> str:
    """A readable key: the kind, the day and the first words of the title."""
    day = re.sub(r"[^0-9-]+", "-", source.issued.edtf).strip("-") if source.issued else ""
    words = slugify(source.title) or "source"
    kind = source.kind.value.replace("_", "-")
    start = "" if words.startswith(kind) else kind
    return "-".join(part for part in (start, day, words) if part)[:LONGEST_KEY].strip("-")


def _answer(request: Asking, form: UploadForm, completes: str, *, status: int = 200) -> HttpResponse:
    page = UploadPage(
        title=gettext("Keep a source"),
        opening=gettext(
            "The file is kept as it is, under its hash. What is recorded from it can always be held against it."
        ),
        completes=completes,
        details=tuple(field for field in form if field.name not in CONTENT),
        content=tuple(form[name] for name in CONTENT),
        opens=any(field.errors or field.data for field in form if field.name not in CONTENT),
    )
    return render(request, "sources/upload.html", page, status=status, form=form)
