"""The file of each treaty: shown, looked through, and a new version recorded with a reason; a new treaty is a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy

from accede.publishing import wording
from accede.records.reference import newest
from accede.records.values import SHIPPED
from accede.register.keep_vocabulary import LONGEST_FILE, definition_in, keep
from accede.register.models import TreatyVersion
from accede.register.treaty import TreatyDefinition
from accede.register.values import TreatyText
from accede.vocabulary.errors import AccedeError, Refused, UnknownName, Unreadable
from accede.workspace.administration.around import CorrectForm, KeepForm, offered
from accede.workspace.administration.frame import AdministrationForm, back_to, shown
from accede.workspace.administration.held import Held, held
from accede.workspace.asking import Asking
from accede.workspace.facts.words import WordsField


@dataclass(frozen=True, slots=True)
class TreatyLine:
    """A treaty and what its file says at a glance; `wrong` where it cannot be read."""

    key: str
    name: str
    adopted: str
    rules: str
    version: int
    recorded: str
    stage: str
    wrong: str


@dataclass(frozen=True, slots=True)
class TreatiesPage:
    """All treaties."""

    title: str
    opening: str
    treaties: tuple[TreatyLine, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a difference: "same", "gone", "new", or "place" for where it stands."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class TreatyPage:
    """The file of one treaty, or the form of a new one. `differs` is what the file that was given would change."""

    title: str
    opening: str
    key: str
    version: int
    file: str
    differs: tuple[Line, ...]
    is_checked: bool
    wrong: str


class FileForm(AdministrationForm):
    """A treaty's file: pasted, or uploaded, which goes before."""

    definition = WordsField(
        label=gettext_lazy("The file (TOML)"),
        required=False,
        max_length=LONGEST_FILE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "dir": "ltr", "class": "code"}),
    )
    file = forms.FileField(label=gettext_lazy("Or a file of this machine"), required=False, max_length=200)

    def clean(self) -> dict[str, object]:
        """The text of the file in `definition`."""
        cleaned = super().clean() or {}
        given = cleaned.get("file")
        if given is not None:
            if given.size > LONGEST_FILE * 4:
                raise forms.ValidationError(gettext("The file is far too long for a treaty's."))
            try:
                cleaned["definition"] = given.read().decode("utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError:
                raise forms.ValidationError(gettext("The file is not text in UTF-8.")) from None
        if not str(cleaned.get("definition") or "").strip():
            raise forms.ValidationError(gettext("Paste the file, or choose one."))
        return cleaned


class NewTreatyForm(FileForm):
    """The same, with the key of the treaty."""

    key = forms.RegexField(
        r"\A[a-z][a-z0-9-]{1,30}\Z",
        label=gettext_lazy("Key"),
        help_text=gettext_lazy("Small letters, as apmbc or ccw-pv; the file says the same."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    field_order = ("key", "definition", "file")


def treaties(request: Asking) -> HttpResponse:
    """Every treaty that is held."""
    found = held(TreatyVersion)
    page = TreatiesPage(
        title=gettext("Treaties"),
        opening=gettext("%(number)s treaties are held. Their files say which rules count; a new treaty is a new file.")
        % {"number": len(found)},
        treaties=tuple(_line(each) for each in found),
    )
    return shown(request, "treaties.html", page)


def treaty(request: Asking, key: str) -> HttpResponse:
    """The file of a treaty; a changed one is looked through, and recorded when it is right and a reason is given."""
    row = newest(TreatyVersion.record_kind(), key)
    file: str = row.definition  # type: ignore[attr-defined]  # a column of the kind
    choice = offered(request.actor)
    typed = request.POST if request.method == "POST" else None
    form = FileForm(typed, request.FILES if typed is not None else None, initial={"definition": file})
    around = CorrectForm.of_version(row, typed, offered=choice)
    text, wrong = file, ""
    if typed is not None and form.is_valid():
        text = form.cleaned_data["definition"]
        try:
            found = definition_in(text, key)
            if text == file:
                raise Refused("it is the file that is held", remedy="Change it first")
            if "record" in typed and around.is_valid():
                keep(request.actor, key, TreatyText(name=found.name(), definition=text), **around.around())
                messages.success(request, gettext("The file is recorded; a second person is to accept it."))
                return back_to("treaty", key)
        except (Refused, UnknownName, Unreadable) as error:
            wrong = _wrong(error)
        form = FileForm(initial={"definition": text})  # an uploaded file is in the text from now on
    if typed is None or "record" not in typed:
        around = CorrectForm.of_version(row, offered=choice)
    page = TreatyPage(
        title=key.upper(),
        opening=gettext("Version %(number)s, recorded by %(who)s on %(day)s.")
        % {"number": row.version, "who": _who(row.recorded_by), "day": wording.day(row.recorded_at.date())},
        key=key,
        version=row.version,
        file=file,
        differs=tuple(_differing(file, text)),
        is_checked=typed is not None and form.is_bound is False and not wrong,
        wrong=wrong,
    )
    status = 400 if wrong or (form.is_bound and form.errors) or (around.is_bound and around.errors) else 200
    return shown(request, "treaty.html", page, status=status, form=form, around=around)


def add(request: Asking) -> HttpResponse:
    """A new treaty."""
    choice = offered(request.actor)
    typed = request.POST if request.method == "POST" else None
    form = NewTreatyForm(typed, request.FILES if typed is not None else None)
    around, wrong = KeepForm(typed, offered=choice), ""
    if typed is not None and form.is_valid() & around.is_valid():
        key, text = form.cleaned_data["key"], form.cleaned_data["definition"]
        try:
            found = definition_in(text, key)
            keep(request.actor, key, TreatyText(name=found.name(), definition=text), **around.around())
            messages.success(request, gettext("The treaty is added; a second person is to accept it."))
            return back_to("treaty", key)
        except (Refused, UnknownName, Unreadable) as error:
            wrong = _wrong(error)
        form = NewTreatyForm(initial={"key": key, "definition": text})
    page = TreatyPage(
        title=gettext("Add a treaty"),
        opening=gettext(
            "Give its file, written as those of the others are. It is looked through before it is recorded."
        ),
        key="",
        version=0,
        file="",
        differs=(),
        is_checked=False,
        wrong=wrong,
    )
    return shown(request, "treaty.html", page, status=200 if typed is None else 400, form=form, around=around)


def _line(each: Held) -> TreatyLine:
    row, fact = each.row, each.fact
    recorded = gettext("%(who)s, %(day)s") % {"who": _who(row.recorded_by), "day": wording.day(row.recorded_at.date())}
    try:
        found = definition_in(fact.definition, row.key)
    except AccedeError as error:
        return TreatyLine(row.key, fact.name, "", "", row.version, recorded, each.stage, _wrong(error))
    adopted = wording.when(found.dates.adopted) if found.dates.adopted else ""
    return TreatyLine(row.key, found.name(), adopted, _rules(found), row.version, recorded, each.stage, "")


def _rules(found: TreatyDefinition) -> str:
    """Which rules the file holds."""
    told_of = [
        (found.entry_into_force, gettext("entry into force")),
        (found.withdrawal, gettext("withdrawal")),
        (found.meetings, gettext("meetings")),
        (found.resolutions, gettext("resolutions")),
        (found.obligations, gettext("obligations")),
        (found.plans, gettext("plans")),
    ]
    return wording.listed([words for rule, words in told_of if rule])


def _who(recorded_by: str) -> str:
    return gettext("the programme") if recorded_by == SHIPPED else recorded_by


def _wrong(error: AccedeError) -> str:
    return f"{error.where}: {error.told}" if error.where else error.told


def _differing(before: str, after: str) -> Iterator[Line]:
    """What one file has and the other has not, with three lines around it."""
    if before == after:
        return
    ways = {"+": "new", "-": "gone", "@": "place"}
    for number, line in enumerate(unified_diff(before.split("\n"), after.split("\n"), lineterm="")):
        if number > 1:  # the names of the files
            yield Line(ways.get(line[:1], "same"), line)
