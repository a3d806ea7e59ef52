"""The names of States: by State, with dates; a name or another spelling is added, or taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from accede.publishing import sentences, wording
from accede.publishing.languages import OFFICIAL, direction
from accede.records.reference import Reference
from accede.register.keep_vocabulary import keep, name_key
from accede.register.models import NameVersion, StateVersion
from accede.register.take_back_vocabulary import take_back
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import NameForm, StateName
from accede.workspace.administration.around import KeepForm, offered
from accede.workspace.administration.correcting import corrected
from accede.workspace.administration.frame import back_to, shown
from accede.workspace.administration.held import Held, held
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.fact_form import fact_form


@dataclass(frozen=True, slots=True)
class StateLine:
    """A State and how many names are held of it; `matching` are those that were asked for."""

    iso3: str
    name: str
    number: int
    matching: str


@dataclass(frozen=True, slots=True)
class NamesPage:
    """Every State, or those with a name like `asked`."""

    title: str
    opening: str
    asked: str
    states: tuple[StateLine, ...]


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of a State."""

    key: str
    version: int
    text: str
    article: str
    language: str
    direction: str
    form: str
    since: str
    until: str
    source: str
    stage: str
    is_gone: bool


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The names in one language."""

    language: str
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class StateNamesPage:
    """The names of one State."""

    title: str
    opening: str
    iso3: str
    languages: tuple[InLanguage, ...]


_OfName: Any = fact_form(StateName)


class NameFactForm(_OfName):  # type: ignore[misc]  # made from the fact
    """A name of the State that the page is about."""

    of = StateName
    state = forms.CharField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=list(OFFICIAL.items()))

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        self.fields["language"].template_name = "workspace/facts/field.html"
        self.fields["text"].label = gettext("Name")
        self.fields["article"].label = gettext("What stands before it in a sentence, as “the”")


def names(request: Asking) -> HttpResponse:
    """Every State; asked for a name, those that have one like it."""
    asked = " ".join(request.GET.get("q", "").split())[:100]
    numbers: dict[str, int] = dict(NameVersion.objects.values_list("state").annotate(Count("key", distinct=True)))
    states = sorted(numbers, key=wording.name_order)
    matching = _matching(asked) if asked else {}
    page = NamesPage(
        title=gettext("Names of States"),
        opening=gettext(
            "%(names)s names of %(states)s States, of today and earlier. They are used where papers and lists are read."
        )
        % {"names": wording.in_thousands(sum(numbers.values())), "states": wording.in_thousands(len(states))},
        asked=asked,
        states=tuple(
            StateLine(iso3, sentences.name(iso3), numbers[iso3], matching.get(iso3, ""))
            for iso3 in states
            if not asked or iso3 in matching
        ),
    )
    return shown(request, "names.html", page)


def names_of(request: Asking, iso3: str) -> HttpResponse:
    """The names of a State; when one is added, the page again."""
    if not StateVersion.objects.filter(key=iso3).exists():
        raise UnknownName("the register holds no such State", where=iso3, remedy="Look at the list")
    choice = offered(request.actor)
    typed = request.POST if request.method == "POST" else None
    form = NameFactForm(_of_state(typed, iso3), offered=choice, initial={"state": iso3, "form": NameForm.ALIAS.value})
    around = KeepForm(typed, offered=choice)
    if typed is not None and form.is_valid() & around.is_valid():
        name: StateName = form.fact
        try:
            keep(request.actor, name_key(name), name, **around.around())
        except (Refused, UnknownName) as error:
            form.refuse(error)
        else:
            messages.success(
                request,
                gettext("“%(name)s” is added, and waits for a second person to accept it.") % {"name": name.text},
            )
            return back_to("names-of", iso3)
    status = 200 if typed is None else 400
    return shown(request, "names_of.html", _page(iso3), status=status, form=form, around=around)


def correct(request: Asking, key: str) -> HttpResponse:
    """Correct a name, as by its last day when it is replaced."""
    held = NameVersion.objects.filter(key=key).order_by("-version").values_list("state", flat=True).first()
    if held is None:
        raise UnknownName("no State has such a name", where=key, remedy="Look at the list again")
    iso3 = str(held)
    back = reverse("workspace:names-of", args=(iso3,))
    return corrected(request, NameVersion, key, NameFactForm, back=back, state=iso3)


def take_back_name(request: Asking, iso3: str) -> HttpResponse:
    """Retract a name of the State."""
    key, version = request.POST.get("key", ""), number_in(request.POST.get("version", ""))
    if not NameVersion.objects.filter(key=key, state=iso3).exists() or not version:
        raise UnknownName("this State has no such name", where=iso3, remedy="Look at the list again")
    try:
        take_back(request.actor, Reference("name", key, version), reason=request.POST.get("reason", ""))
    except Refused as error:
        messages.error(request, error.told)
    else:
        messages.success(request, gettext("The name is taken back; it stays visible as known until now."))
    return back_to("names-of", iso3)


def _of_state(typed: Mapping[str, Any] | None, iso3: str) -> dict[str, Any] | None:
    return None if typed is None else {**{name: typed[name] for name in typed}, "state": iso3}


def _matching(asked: str) -> dict[str, str]:
    """States with a name in which the words are, with that name."""
    wanted = spelling(asked)
    found: dict[str, str] = {}
    for iso3, text in NameVersion.objects.values_list("state", "text").order_by("state", "id"):
        if wanted in spelling(text) or asked.upper() == iso3:
            found.setdefault(iso3, text)
    return found


def _page(iso3: str) -> StateNamesPage:
    found = held(NameVersion, state=iso3)
    by_language: dict[str, list[Held]] = {key: [] for key in OFFICIAL}
    for each in found:
        by_language.setdefault(each.fact.language, []).append(each)
    return StateNamesPage(
        title=gettext("Names of %(state)s") % {"state": sentences.name(iso3)},
        opening=gettext("%(number)s names are held. A name counts from and until the dates beside it.")
        % {"number": len([each for each in found if not each.is_gone])},
        iso3=iso3,
        languages=tuple(InLanguage(OFFICIAL.get(key, key), tuple(_lines(of))) for key, of in by_language.items() if of),
    )


def _lines(found: list[Held]) -> Iterator[NameLine]:
    order = list(NameForm)
    for each in sorted(found, key=lambda one: (one.is_gone, order.index(one.fact.form), one.fact.text)):
        name: StateName = each.fact
        yield NameLine(
            key=each.row.key,
            version=each.row.version,
            text=name.text,
            article=name.article,
            language=name.language,
            direction=direction(name.language),
            form=gettext(name.form.label),
            since=wording.when(name.since) if name.since else "",
            until=wording.when(name.until) if name.until else "",
            source=each.row.source,
            stage=each.stage,
            is_gone=each.is_gone,
        )
