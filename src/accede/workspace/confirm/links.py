"""The links that were made: what each still opens, how they are revoked, and how one is made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.accounts.policy import Verb
from accede.outreach.confirm.form import form_of
from accede.outreach.confirm.link import IN_WORK, make_link, revoke, state_of
from accede.outreach.confirm.register import public_register
from accede.outreach.models import ConfirmLink
from accede.overview.standings import among, by_name, standings
from accede.publishing import sentences, wording
from accede.publishing.languages import LANGUAGES
from accede.vocabulary.errors import AccedeError, Refused
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.facts.dates import DateField
from accede.workspace.intake.source_form import SheetForm
from accede.workspace.screens import render, see_other

MOST = 300


class LinkForm(SheetForm):
    """About which State, in which language, as of which day."""

    state = forms.ChoiceField(label=gettext_lazy("State"))
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=tuple(LANGUAGES.items()))
    as_of = DateField(
        label=gettext_lazy("Information as of"), required=False, help_text=gettext_lazy("Left open: today.")
    )

    def __init__(self, data: Any = None, *, states: tuple[tuple[str, str], ...], **further: Any) -> None:
        super().__init__(data, **further)
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = states


@dataclass(frozen=True, slots=True)
class Row:
    """A link, by its number; nobody can tell its address again."""

    number: int
    state: str
    language: str
    letter: str
    made: str
    stands: str
    until: str
    can_be_revoked: bool


@dataclass(frozen=True, slots=True)
class LinksPage:
    """The links, the newest first; `made` is the address of one just made, shown this once."""

    title: str
    opening: str
    made: str
    rows: tuple[Row, ...]
    form: LinkForm
    error: AccedeError | None


def links(request: Asking) -> HttpResponse:
    """The page; POST makes a link, or revokes those that are ticked. Raises NotAllowed."""
    request.actor.must(Verb.RECORD, IN_WORK)
    if request.method != "POST":
        return _page(request, _form(request))
    if "revoke" in request.POST:
        number = revoke(request.actor, [number_in(each) for each in request.POST.getlist("link")])
        words = ngettext("%(number)s link is revoked.", "%(number)s links are revoked.", number)
        messages.success(request, words % {"number": number})
        return see_other(reverse("workspace:confirm-links"))
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    told = form.cleaned_data
    as_of = told["as_of"].counts_from if told["as_of"] else datetime.now(UTC).date()
    try:
        form_of(public_register(settings.ACCEDE_TREATY, as_of), told["state"])
        made = make_link(
            request.actor, treaty=settings.ACCEDE_TREATY, state=told["state"], language=told["language"], as_of=as_of
        )
    except Refused as error:
        return _page(request, form, error=error, status=400)
    return _page(request, _form(request), made=made.address)


def _form(request: Asking, data: Any = None) -> LinkForm:
    outside = by_name(among(standings(register_of(request.actor)), "outside"))
    return LinkForm(data, states=tuple((iso3, sentences.name(iso3)) for iso3 in outside))


def _page(
    request: Asking, form: LinkForm, *, made: str = "", error: AccedeError | None = None, status: int = 200
) -> HttpResponse:
    held = ConfirmLink.objects.filter(treaty=settings.ACCEDE_TREATY)
    number = held.count()
    opening = ngettext("%(number)s link was made.", "%(number)s links were made.", number)
    page = LinksPage(
        title=gettext("Links to confirm an entry"),
        opening=opening % {"number": number},
        made=made,
        rows=tuple(map(_row, held[:MOST])),
        form=form,
        error=error,
    )
    return render(request, "confirm/links.html", page, status=status)


def _row(each: ConfirmLink) -> Row:
    state = state_of(each)
    return Row(
        number=each.pk,
        state=sentences.name(each.state),
        language=LANGUAGES.get(each.language, each.language),
        letter=each.letter,
        made=gettext("%(who)s, %(day)s") % {"who": each.made_by, "day": wording.day(each.made_at.date())},
        stands=gettext(state.label),
        until=wording.day(each.expires_at.date()),
        can_be_revoked=each.revoked_at is None,
    )
