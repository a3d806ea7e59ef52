"""The draft of a press release: its words, and what the register says to each of its claims."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accede.outreach.done.press import draft
from accede.paper.tree import Paragraph, text_of
from accede.reporting.checker import check
from accede.reporting.checker.values import Verdict
from accede.vocabulary.errors import Refused
from accede.workspace.activities.files import told_to_all
from accede.workspace.activities.held import KIND, activity_held
from accede.workspace.asking import Asking
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A claim of the draft, whether the register agrees, and what it says."""

    text: str
    verdict: str
    register: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The draft; `refusal` says why none can be made."""

    title: str
    key: str
    heading: str
    paragraphs: tuple[str, ...]
    opening: str
    findings: tuple[FindingLine, ...]
    refusal: str
    word: str
    pdf: str
    correct: str
    back: str


@require_safe
def press_draft(request: Asking, key: str) -> HttpResponse:
    """The page. Raises UnknownName."""
    _, held = activity_held(request, key)
    register = told_to_all(request.actor)
    refusal, heading, opening = "", "", ""
    paragraphs: tuple[str, ...] = ()
    findings: tuple[FindingLine, ...] = ()
    try:
        document = draft(register, held)
    except Refused as error:
        refusal = error.told
    else:
        heading = text_of(document.title)
        blocks = [block for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]
        paragraphs = tuple(text_of(block.inlines) for block in blocks)
        checked = check(document, register.treaty.key, register.view, is_asked=True)
        findings = tuple(
            FindingLine(
                each.claim.text,
                gettext(each.judgement.verdict.label),
                each.judgement.why or each.judgement.register,
                each.judgement.verdict is Verdict.CONTRADICTS,
            )
            for each in checked.findings
        )
        wrong = sum(each.is_wrong for each in findings)
        opening = (
            ngettext("%(number)s claim contradicts the register.", "%(number)s claims contradict the register.", wrong)
            if wrong
            else gettext("Nothing in it contradicts the register.")
        ) % {"number": wrong}
    page = DraftPage(
        title=gettext("Draft of a press release"),
        key=key,
        heading=heading,
        paragraphs=paragraphs,
        opening=opening,
        findings=findings,
        refusal=refusal,
        word=reverse("workspace:press-file", args=["docx", key]),
        pdf=reverse("workspace:press-file", args=["pdf", key]),
        correct=reverse("workspace:correct", args=[KIND, key]),
        back=reverse("workspace:activity", args=[key]),
    )
    return render(request, "activities/press.html", page)
