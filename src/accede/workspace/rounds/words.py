"""The words of the letters of a round, a language a page; ours stand there until somebody writes others."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.letter import VARIABLES
from accede.outreach.rounds.held import IN_WORK, letters_of, round_held, texts_held
from accede.outreach.rounds.words import texts_of, write_texts
from accede.publishing import wording
from accede.publishing.languages import direction
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterPlace
from accede.workspace.asking import Asking, number_in
from accede.workspace.records.difference import Piece, difference
from accede.workspace.rounds.listing import title_of
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class PlaceField:
    """The words for a place: `version` is the one that was seen (0: ours). `theirs` is what somebody else wrote meanwhile."""

    name: str
    label: str
    text: str
    version: int
    who: str
    rows: int
    theirs: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LanguageTab:
    """A language, with the number of letters in it."""

    words: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class WordsPage:
    """Everything the template prints."""

    title: str
    language: str
    direction: str
    tabs: tuple[LanguageTab, ...]
    places: tuple[PlaceField, ...]
    variables: tuple[tuple[str, str], ...]
    back: str
    refusal: str


def words(request: Asking, language: str, key: str) -> HttpResponse:
    """The words in one language: shown, and written."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    if language not in {str(each) for each in Language}:
        raise UnknownName(
            f"letters are not written in “{language}”", where=key, remedy="Choose one of the six languages"
        )
    round_ = round_held(key)
    shown = texts_of(key, round_.fact, language)
    typed = {place: request.POST.get(place.value, shown[place]) for place in LetterPlace}
    refusal = ""
    if request.method == "POST":
        seen = {place: number_in(request.POST.get(f"{place.value}-version", "")) for place in LetterPlace}
        try:
            written = write_texts(request.actor, key, language, typed, expected_versions=seen)
        except (Refused, UnknownName) as error:
            refusal = error.told
        else:
            told = ngettext("%(number)s place is written anew.", "%(number)s places are written anew.", len(written))
            messages.success(request, told % {"number": len(written)} if written else gettext("Nothing was changed."))
            return see_other(reverse("workspace:round-words", args=[language, key]))
    page = WordsPage(
        title=gettext("Words: %(round)s") % {"round": title_of(round_.fact)},
        language=language,
        direction=direction(language),
        tabs=_tabs(key, language),
        places=tuple(_fields(key, language, typed, is_typed=bool(refusal))),
        variables=tuple((f"{{{name}}}", str(label)) for name, label in VARIABLES.items()),
        back=reverse("workspace:round", args=[key]),
        refusal=refusal,
    )
    return render(request, "rounds/words.html", page, status=409 if refusal else 200)


def _fields(key: str, language: str, typed: dict[LetterPlace, str], *, is_typed: bool) -> list[PlaceField]:
    held = texts_held(key, language)
    found = []
    for place in LetterPlace:
        written = held.get((language, place))
        who = gettext("our own words, as they come with Accede")
        if written is not None:
            said = {"who": written.recorded_by, "instant": wording.instant(written.recorded_at)}
            who = gettext("%(who)s, %(instant)s") % said
        text = typed[place]
        theirs = difference(written.fact.text, text) if is_typed and written and written.fact.text != text else ()
        found.append(
            PlaceField(
                name=place.value,
                label=gettext(place.label),
                text=text,
                version=written.version if written else 0,
                who=who,
                rows=1 if place is LetterPlace.SUBJECT else max(4, len(text) // 90 + text.count("\n") + 2),
                theirs=tuple(theirs),
            )
        )
    return found


def _tabs(key: str, language: str) -> tuple[LanguageTab, ...]:
    used = [each.fact.language for each in letters_of(key).values()]
    return tuple(
        LanguageTab(
            words=f"{gettext(each.label)} ({used.count(str(each))})",
            address=reverse("workspace:round-words", args=[str(each), key]),
            is_here=str(each) == language,
        )
        for each in sorted(Language, key=lambda each: (-used.count(str(each)), each.label))
    )
