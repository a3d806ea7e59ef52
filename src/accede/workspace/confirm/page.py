"""The page of a link: what is on record about one State, and what that State answers. No account, no script, no cookie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from accede.outreach.confirm import attempts, files
from accede.outreach.confirm.answers import from_json
from accede.outreach.confirm.attempts import OPENED, SENT, WRONG
from accede.outreach.confirm.fields import opening_of, title_of
from accede.outreach.confirm.files import Attached, files_of
from accede.outreach.confirm.form import Form, form_of
from accede.outreach.confirm.link import find, newest_sent, state_of
from accede.outreach.confirm.read import read, values_of
from accede.outreach.confirm.register import public_register
from accede.outreach.confirm.send import Closed, Given, SentMeanwhile, TooOften, number_sent, send
from accede.outreach.models import ConfirmLink, Submission
from accede.publishing.languages import DEFAULT, LANGUAGES, direction
from accede.publishing.wording import day, instant, language
from accede.workspace.asking import number_in
from accede.workspace.confirm.bounded import bound
from accede.workspace.confirm.closed import closed, foreign, nothing, too_often
from accede.workspace.confirm.gate import is_from_here, network_of, without_account
from accede.workspace.confirm.shown import PartShown, Wrong, all_wrong, parts_shown
from accede.workspace.sources.streaming import was_too_large

TEMPLATE = "workspace/confirm/form.html"
FILES = "files"
_UNREAD = (BadRequest, SuspiciousOperation, MultiPartParserError, UnicodeError)
"""What Django raises for a form that cannot be read, or has too many or too long fields."""


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The same page in a language."""

    key: str
    name: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """Everything that the page prints.

    `sent` says when something was sent already, `seen` how often, `problem` why nothing was kept now, `wrong` what is wrong with
    single fields, `kept` the files that were sent before.
    """

    title: str
    language: str
    direction: str
    languages: tuple[InLanguage, ...]
    treaty: str
    opening: str
    as_of: str
    open_until: str
    parts: tuple[PartShown, ...]
    address: str
    sent: str
    seen: int
    problem: str
    wrong: tuple[Wrong, ...]
    files_wrong: tuple[str, ...]
    kept: tuple[Attached, ...]
    accepts: str
    most_files: int
    most_megabytes: int
    write_to: str


@without_account
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The form of the State that the token is about; a form that is sent is kept as a proposal."""
    link = find(token.removesuffix("/"))  # which programs of mail add
    if link is None:
        attempts.note(WRONG, network_of(request))
        return nothing()
    if not attempts.note(OPENED, str(link.pk)):
        return too_often(OPENED.seconds)
    with override(_language(request, link)):
        state = state_of(link)
        if not state.takes_answers:
            return closed(link, state)
        form = form_of(public_register(link.treaty, link.as_of), link.state)
        if request.method != "POST":
            return _shown(request, link, form)
        if not is_from_here(request):
            return foreign()
        if not attempts.note(SENT, str(link.pk)):
            return too_often(SENT.seconds)
        return _sent(request, link, form)


def _language(request: HttpRequest, link: ConfirmLink) -> str:
    asked = request.GET.get("language", "")
    return next((each for each in (asked, link.language) if each in LANGUAGES), DEFAULT)


def _shown(request: HttpRequest, link: ConfirmLink, form: Form) -> HttpResponse:
    """The form, filled in with what was sent last."""
    before = newest_sent(link)
    values = values_of(form, from_json(before.answers)) if before else {}
    return _page(request, link, form, values, seen=number_sent(link))


def _sent(request: HttpRequest, link: ConfirmLink, form: Form) -> HttpResponse:
    """Keep what was filled in, or show it again with what is wrong."""
    bound(request)
    try:
        typed = {name: request.POST.get(name, "") for name in request.POST}
        is_too_large = was_too_large(request)
    except _UNREAD:
        problem = gettext("What was sent is too long, or came in parts, and nothing was kept. Please send it again.")
        return _page(request, link, form, {}, seen=number_sent(link), problem=problem, status=413)
    seen, stay = number_in(typed.get("seen", "")), tuple(request.POST.getlist("stay"))
    filled = read(form, typed)
    new, files_wrong = _files(request, is_too_large)

    def refused(problem: str, *, amends: int = seen, status: int = 400) -> HttpResponse:
        return _page(
            request,
            link,
            form,
            typed,
            seen=amends,
            problem=problem,
            wrong=filled.wrong,
            files_wrong=files_wrong,
            stay=stay,
            status=status,
        )

    if filled.answers is None or files_wrong:
        again = gettext("Nothing was kept yet: please look at what is marked. What you typed is still here.")
        return refused(again, status=413 if is_too_large else 400)
    if filled.answers.is_empty and not new and not stay:
        return refused(gettext("Nothing is filled in yet."))
    try:
        send(link, Given(filled.answers, new, stay), seen=seen)
    except Closed as error:
        return closed(link, error.state)
    except SentMeanwhile:
        problem = gettext(
            "Something else was sent by this link since you opened it, so yours was not kept yet. What you typed is still here: "
            "send it again to put it in the place of the other."
        )
        return refused(problem, amends=number_sent(link), status=409)
    except TooOften:
        return refused(gettext("More was sent by this link than it takes. Please write to the presidency."), status=429)
    return HttpResponseRedirect(_address(request, language()), status=303)


def _files(request: HttpRequest, is_too_large: bool) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """The files that came, and why one is not taken."""
    if is_too_large:
        most = files.LARGEST_TOGETHER // (1024 * 1024)
        return (), (gettext("The files have more than %(number)s MB together.") % {"number": most},)
    came: list[UploadedFile[bytes]] = list(request.FILES.getlist(FILES))
    if len(came) > files.MOST_FILES:
        return (), (gettext("These are more than %(number)s files.") % {"number": files.MOST_FILES},)
    taken, wrong = [], []
    for each in came:
        name, content = files.named(each.name or ""), each.read(files.LARGEST + 1)
        if why := files.refuse(content, name=name):
            wrong.append(f"{name}: {why}")
        else:
            taken.append((name, content))
    return tuple(taken), tuple(wrong)


def _page(
    request: HttpRequest,
    link: ConfirmLink,
    form: Form,
    values: Mapping[str, str],
    *,
    seen: int,
    problem: str = "",
    wrong: Mapping[str, str] | None = None,
    files_wrong: tuple[str, ...] = (),
    stay: tuple[str, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    before = newest_sent(link)
    kept = files_of(before) if before else ()
    shown = ConfirmPage(
        title=title_of(form),
        language=language(),
        direction=direction(language()),
        languages=tuple(
            InLanguage(key, name, _address(request, key), key == language()) for key, name in LANGUAGES.items()
        ),
        treaty=form.treaty_name(language()),
        opening=opening_of(form),
        as_of=day(form.as_of),
        open_until=day(link.expires_at.date()),
        parts=parts_shown(form, values, wrong or {}),
        address=_address(request, language()),
        sent=_when_sent(before),
        seen=seen,
        problem=problem,
        wrong=tuple(all_wrong(form, wrong or {})),
        files_wrong=files_wrong,
        kept=tuple(each for each in kept if stay is None or each.sha256 in stay),
        accepts=",".join(files.TAKEN),
        most_files=files.MOST_FILES,
        most_megabytes=files.LARGEST_TOGETHER // (1024 * 1024),
        write_to=settings.ACCEDE_OUTREACH_ADDRESS,
    )
    return HttpResponse(render_to_string(TEMPLATE, {"page": shown}), status=status)


def _when_sent(before: Submission | None) -> str:
    return instant(before.came_at) if before else ""


def _address(request: HttpRequest, spoken: str) -> str:
    """This page in a language: on the same host, with nothing of the query but that."""
    return f"{request.path}?language={spoken}"
