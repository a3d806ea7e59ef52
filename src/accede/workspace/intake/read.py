"""What a paper holds, as proposals that a person chooses from; and the one button that records the chosen ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.intake.accept import Changed, accept_chosen
from accede.intake.compare import Verdict
from accede.intake.findings import NotUnderstood, StatedCount, StatedGroup
from accede.intake.propose import Intake, propose_copy
from accede.intake.source import classification_of, source_of
from accede.intake.wording import worded
from accede.publishing import wording
from accede.records import lock
from accede.records.keep_source import found_again
from accede.records.values import Evidence, Source
from accede.vocabulary.errors import AccedeError, Refused, Unreadable
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names
from accede.workspace.asking import Asking
from accede.workspace.intake.copies import Copy, content_of, copy_of_ticket
from accede.workspace.intake.groups import (
    OFFERED,
    Bundle,
    Group,
    bundles_of,
    chosen,
    groups_of,
    record_address,
    ticked_after,
)
from accede.workspace.intake.source_form import ReadersForm, SourceForm
from accede.workspace.screens import render, see_other

SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that has no reading: its place, its text, what is wrong with it; whether it must be left out explicitly."""

    where: str
    text: str
    error: str
    is_in_the_way: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How much of something was found."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Everything the template prints. `form` asks for the source, or only for who may see what is recorded."""

    title: str
    kind: str
    day: str
    opening: str
    file: str
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]
    figures: tuple[str, ...]
    in_the_way: tuple[Passage, ...]
    prose: tuple[Passage, ...]
    cut_off: str
    is_left_out: bool
    source_title: str
    source_address: str
    form: ReadersForm
    offered: str
    error: AccedeError | None
    may_record: bool


def read(request: Asking, ticket: str) -> HttpResponse:
    """The proposals of a kept copy. Raises UnknownName for a ticket that is not this person's, Unreadable."""
    copy = copy_of_ticket(request, ticket)
    held = found_again(request.actor, copy.sha256)
    intake = intake_of_copy(request, copy)
    if request.method == "POST":
        return _answer(request, ticket, copy, held, intake)
    bundles = bundles_of(intake)
    form = _form(request, copy, held, intake)
    return render(request, "intake/read.html", _page(intake, bundles, ticked_after(bundles, ()), form, copy, held))


def _answer(request: Asking, ticket: str, copy: Copy, held: Evidence[Source] | None, intake: Intake) -> HttpResponse:
    """Record what is ticked, or show the page with the ticks of a group changed; nothing that was typed is lost."""
    bundles = bundles_of(intake)
    values = frozenset(request.POST.getlist("take"))
    form = _form(request, copy, held, intake, request.POST)
    is_left_out = SKIP in request.POST
    if select := request.POST.get("select"):
        ticked = selected(bundles, values, select)
        page = _page(intake, bundles, ticked, form, copy, held, is_left_out=is_left_out)
        return render(request, "intake/read.html", page)
    error: AccedeError
    if form.is_valid():
        marks, gone = chosen(bundles, values)
        try:
            if gone:
                raise changed(gone)
            done = accept_chosen(
                request.actor,
                intake,
                content_of(copy),
                chosen=marks,
                classification=form.cleaned_data["classification"],
                source=_described(form, intake, copy),
                skip=is_left_out,
            )
        except Changed as found:
            error, intake = found, found.now or intake
            bundles = bundles_of(intake)
        except (Refused, Unreadable) as found:
            error = found
        else:
            tell(request, done)
            return see_other(reverse("workspace:intake-read", args=(ticket,)))
    else:
        error = Refused(
            gettext("the form about the source is not complete"), remedy=gettext("Look at what is marked in it")
        )
    ticked = ticked_after(bundles, values, request.POST.get("offered", ""))
    page = _page(intake, bundles, ticked, form, copy, held, is_left_out=is_left_out, error=error)
    return render(request, "intake/read.html", page, status=409 if isinstance(error, Changed) else 400)


def changed(gone: int) -> Changed:
    """That what was ticked is not any more what was shown."""
    return Changed(
        ngettext(
            "%(number)s of the proposals that were ticked has changed since you looked, and nothing was recorded",
            "%(number)s of the proposals that were ticked have changed since you looked, and nothing was recorded",
            gone,
        )
        % {"number": gone},
        remedy=gettext("Look at them again"),
    )


def selected(bundles: Iterable[Bundle], values: frozenset[str], select: str) -> frozenset[str]:
    """The ticks after "all" or "none" of a group ("new:all")."""
    group, _, which = select.partition(":")
    of_group = frozenset(bundle.value for bundle in bundles if bundle.verdict.value == group)
    return values | of_group if which == "all" else values - of_group


def tell(request: Asking, done: Intake) -> None:
    """Say on the next page what was recorded."""
    number = len(done.compared)
    words = ngettext(
        "%(number)s proposal is recorded and waits for review.",
        "%(number)s proposals are recorded and wait for review.",
        number,
    )
    messages.success(request, words % {"number": number})


def intake_of_copy(request: Asking, copy: Copy) -> Intake:
    """A copy read and compared with what this person may read. Raises Unreadable."""
    head = lock.head()
    return _read(copy, settings.ACCEDE_TREATY, request.actor.classes(Verb.READ), head.hash if head else "")


@lru_cache(maxsize=4)
def _read(copy: Copy, treaty: str, classes: frozenset[Classification], head: str) -> Intake:
    """The copy read and compared with the register as it is since the last write: a page is asked for several times."""
    return propose_copy(content_of(copy), treaty, name=copy.name, classes=classes)


def _form(
    request: Asking, copy: Copy, held: Evidence[Source] | None, intake: Intake, data: object = None
) -> ReadersForm:
    usual = classification_of(intake.findings.kind)
    may = request.actor.classes(Verb.RECORD)
    initial: dict[str, object] = {"classification": usual.value if usual in may else Classification.PUBLIC.value}
    if held:
        initial["classification"] = held.classification.value
        return ReadersForm(data, actor=request.actor, initial=initial)
    source = _source(intake, copy)
    initial |= {"title": source.title, "url": source.url, "issued": source.issued, "grade": source.grade.value}
    return SourceForm(data, actor=request.actor, initial=initial)


def _source(intake: Intake, copy: Copy) -> Source:
    return source_of(
        intake.findings, treaty=intake.treaty, meeting=intake.meeting, copy=copy.sha256, file_name=copy.name
    )


def _described(form: ReadersForm, intake: Intake, copy: Copy) -> Source | None:
    return form.describe(_source(intake, copy)) if isinstance(form, SourceForm) else None


def _page(
    intake: Intake,
    bundles: tuple[Bundle, ...],
    ticked: Iterable[str],
    form: ReadersForm,
    copy: Copy,
    held: Evidence[Source] | None,
    *,
    is_left_out: bool = False,
    error: AccedeError | None = None,
) -> ReadPage:
    findings = intake.findings
    passages = [_passage(one) for one in findings.not_understood]
    stated = [one for one in findings.proposals if isinstance(one.fact, StatedCount | StatedGroup)]
    return ReadPage(
        title=findings.title or copy.name,
        kind=gettext(findings.kind.label),
        day=wording.when(findings.as_of) if findings.as_of else gettext("a day it does not say"),
        opening=opening(intake),
        file=copy.name,
        counts=tuple(_counts(intake)),
        groups=groups_of(intake, bundles, ticked),
        figures=tuple(f"{worded(one.fact, shipped_names())} ({one.locator})" for one in stated),
        in_the_way=tuple(one for one in passages if one.is_in_the_way),
        prose=tuple(one for one in passages if not one.is_in_the_way),
        cut_off=findings.cut_off,
        is_left_out=is_left_out,
        source_title=held.fact.title if held else "",
        source_address=record_address(Source, held.key) if held else "",
        form=form,
        offered=" ".join(one.value for one in bundles),
        error=error,
        may_record=any(one.comparison.verdict in OFFERED for one in intake.compared),
    )


def opening(intake: Intake) -> str:
    """How much of a paper is new, held already, in conflict."""
    new = intake.count(Verdict.NEW, Verdict.COMPLETES)
    return gettext("%(new)s new, %(same)s held already, %(conflicts)s in conflict, %(unread)s not understood.") % {
        "new": wording.in_thousands(new),
        "same": wording.in_thousands(intake.count(Verdict.SAME)),
        "conflicts": wording.in_thousands(len(intake.conflicts)),
        "unread": wording.in_thousands(len(intake.findings.not_understood)),
    }


def _counts(intake: Intake) -> Iterable[Count]:
    found = intake.findings.found
    words = {
        "states": gettext("States listed"),
        "statements": gettext("statements"),
        "confirmations": gettext("confirmations"),
        "votes": gettext("ballots"),
        "attendance": gettext("marks of attendance"),
        "last_participation": gettext("last participations"),
        "reports": gettext("transparency reports"),
        "practices": gettext("claims about mines"),
        "activities": gettext("activities"),
    }
    for name, word in words.items():
        if number := getattr(found, name):
            yield Count(number, word)


def _passage(one: NotUnderstood) -> Passage:
    text = " ".join(one.text[:1200].split())
    return Passage(one.where, text[:600], one.error.told if one.error else "", one.forbids_recording)
