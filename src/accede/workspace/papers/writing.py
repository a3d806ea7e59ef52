"""Write a paper: people's words on one side, the paper as it stands on the other, with what the checker finds marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.publishing.editions import FORMATS
from accede.records.values import Evidence
from accede.reporting.checker.marked import fragment
from accede.reporting.checker.values import Finding, Verdict
from accede.reporting.composition.clear import Cleared, cleared
from accede.reporting.composition.held import (
    IN_WORK,
    Remark,
    blocks_of,
    editions_of,
    history_of,
    plan_held,
    remarks_of,
)
from accede.reporting.composition.registers import register_for
from accede.reporting.composition.write_prose import write_prose
from accede.reporting.edition import edition_key
from accede.reporting.recipes.live import Live
from accede.reporting.recipes.places import Place, places_of
from accede.reporting.values import PaperPlan, ProseBlock
from accede.vocabulary.errors import AccedeError, Refused, UnknownName
from accede.workspace.asking import Asking, number_in
from accede.workspace.papers.naming import title_of
from accede.workspace.papers.standing import Standing, figures, standing
from accede.workspace.records.difference import Piece, difference
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class PlaceField:
    """The words for a place, as they are typed: `version` is the one that was seen (0: none).

    `since` are the changes from the paper before; `theirs` what somebody else wrote meanwhile, compared with what is typed.
    """

    name: str
    label: str
    text: str
    version: int
    who: str
    since: tuple[Piece, ...]
    theirs: tuple[Piece, ...]
    is_open: bool
    rows: int


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A claim that the register contradicts or cannot tell of, with the way to its mark."""

    number: int
    verdict: str
    kind: str
    where: str
    text: str
    why: str
    has_mark: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper beside the words: its head and its text with marks; what the checker says in a sentence, and each finding."""

    head: tuple[str, ...]
    marked: SafeString
    language: str
    sentence: str
    findings: tuple[FindingLine, ...]
    content: str


@dataclass(frozen=True, slots=True)
class EditionLine:
    """A sealed edition of the paper."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A comment."""

    who: str
    at: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class WritingPage:
    """Everything the template prints."""

    title: str
    key: str
    opening: str
    kind: str
    told: tuple[tuple[str, str], ...]
    stage: str
    stage_words: str
    paper: Paper | None
    error: str
    refusal: str
    places: tuple[PlaceField, ...]
    live: tuple[tuple[Live, str, str], ...]
    remarks: tuple[RemarkLine, ...]
    editions: tuple[EditionLine, ...]
    formats: tuple[tuple[str, str], ...]
    may_write: bool
    may_comment: bool
    may_clear: bool
    may_seal: bool
    may_take_back: bool


def writing(request: Asking, key: str) -> HttpResponse:
    """The paper with the words for its places."""
    return render(request, "papers/writing.html", page_of(request, key))


def save(request: Asking, key: str) -> HttpResponse:
    """Keep what was written. Where it cannot be kept, the page comes back with what was typed, and why."""
    plan = plan_held(request.actor, key)
    texts, seen = _typed(request, plan.fact)
    try:
        written = write_prose(request.actor, key, texts, expected_versions=seen, reason=request.POST.get("reason", ""))
    except (Refused, UnknownName) as error:
        page = page_of(request, key, texts=texts, seen=seen, refusal=error)
        return render(request, "papers/writing.html", page, status=409)
    told = ngettext("%(number)s place is written.", "%(number)s places are written.", len(written))
    messages.success(request, told % {"number": len(written)} if written else gettext("Nothing was changed."))
    return see_other(reverse("workspace:paper", args=[key]))


def preview(request: Asking, key: str) -> HttpResponse:
    """The paper as it would stand with what is typed; nothing is kept."""
    plan = plan_held(request.actor, key)
    texts, _ = _typed(request, plan.fact)
    paper, error = _tried(request, key, texts)
    return render(request, "papers/beside.html", Preview("", paper, str(error) if error else ""))


@dataclass(frozen=True, slots=True)
class Preview:
    """The part of the page that follows what is typed."""

    title: str
    paper: Paper | None
    error: str


def page_of(
    request: Asking,
    key: str,
    *,
    texts: Mapping[Place, str] | None = None,
    seen: Mapping[Place, int] | None = None,
    refusal: AccedeError | None = None,
) -> WritingPage:
    """The page; with `texts` what somebody typed and could not keep (`seen`: the versions they had seen)."""
    actor = request.actor
    plan = plan_held(actor, key)
    found, error = _standing(request, key, None)
    paper = _paper(found) if found else None
    clearance = cleared(found.composed) if found else None
    editions = editions_of(key)
    stage, stage_words = _stage(clearance, {each.fact.tree_sha256 for each in editions}, found)
    kind = plan.fact.paper
    may_clear = actor.may(Verb.CLEAR, kind.classification)
    holds = bool(clearance and clearance.holds)
    return WritingPage(
        title=title_of(plan.fact),
        key=key,
        opening=paper.sentence if paper else gettext("The paper cannot be written as it stands."),
        kind=gettext(kind.label),
        told=tuple(_told(plan.fact)),
        stage=stage,
        stage_words=stage_words,
        paper=paper,
        error=str(error) if error else "",
        refusal=str(refusal) if refusal else "",
        places=tuple(_fields(key, places_of(kind), texts, seen or {})),
        live=_live(plan) if places_of(kind) else (),
        remarks=tuple(map(_remark, remarks_of(key))),
        editions=tuple(
            EditionLine(
                gettext("sealed %(instant)s by %(who)s")
                % {"instant": wording.instant(each.recorded_at), "who": each.recorded_by},
                reverse("workspace:edition", args=[edition_key(each.fact)]),
            )
            for each in editions
        ),
        formats=tuple((suffix, label) for suffix, (label, _) in FORMATS.items()),
        may_write=actor.may(Verb.RECORD, IN_WORK),
        may_comment=actor.may(Verb.COMMENT, IN_WORK),
        may_clear=may_clear and paper is not None and not holds,
        may_take_back=may_clear and holds and stage != "sealed",
        may_seal=actor.may(Verb.SEAL, kind.classification) and holds and stage != "sealed",
    )


def _told(plan: PaperPlan) -> Iterator[tuple[str, str]]:
    yield gettext("Information as of"), wording.when(plan.as_of)
    yield gettext("Made from"), gettext(plan.fold.label)
    for label, told in (
        (gettext("Symbol"), plan.symbol),
        (gettext("Agenda item"), plan.agenda_item),
        (gettext("From"), plan.start),
        (gettext("To"), plan.end),
    ):
        if told:
            yield label, told


def _stage(clearance: Cleared | None, sealed: set[str], found: Standing | None) -> tuple[str, str]:
    """Where the paper is on its way, as a word and a sentence."""
    if clearance is None:
        return "open", gettext("It is not cleared yet.")
    said = {
        "who": clearance.clearance.recorded_by,
        "instant": wording.instant(clearance.clearance.recorded_at),
        "number": wording.in_thousands(len(clearance.changes)),
    }
    if not clearance.holds:
        told = ngettext(
            "Changed since %(who)s cleared it on %(instant)s: %(number)s passage.",
            "Changed since %(who)s cleared it on %(instant)s: %(number)s passages.",
            len(clearance.changes),
        )
        return "changed", told % said
    if clearance.clearance.fact.tree_sha256 in sealed:
        return "sealed", gettext("It is sealed as it stands.")
    return "cleared", gettext("%(who)s cleared it on %(instant)s, as it stands.") % said


def _typed(request: Asking, plan: PaperPlan) -> tuple[dict[Place, str], dict[Place, int]]:
    texts, seen = {}, {}
    for place in places_of(plan.paper):
        if place.value in request.POST:
            texts[place] = request.POST[place.value].replace("\r\n", "\n")
            seen[place] = number_in(request.POST.get(f"{place.value}-version", ""))
    return texts, seen


def _tried(request: Asking, key: str, texts: Mapping[Place, str] | None) -> tuple[Paper | None, AccedeError | None]:
    found, error = _standing(request, key, texts)
    return (_paper(found) if found else None), error


def _standing(
    request: Asking, key: str, texts: Mapping[Place, str] | None
) -> tuple[Standing | None, AccedeError | None]:
    """The paper, or why it cannot be written: a name that stands for no figure, a figure that is not there."""
    try:
        return standing(request.actor, key, texts), None
    except (Refused, UnknownName) as error:
        return None, error


def _paper(found: Standing) -> Paper:
    document, checked = found.composed.document, found.checked
    head = document.masthead
    agrees, contradicts, open_ones = (
        checked.count(verdict) for verdict in (Verdict.AGREES, Verdict.CONTRADICTS, Verdict.CANNOT_TELL)
    )
    own = {text: place.value for text, place in found.own.items()}
    return Paper(
        head=tuple(
            part
            for part in (head.symbol, head.organ, head.meeting, head.place_and_dates, head.agenda_item, head.dated)
            if part
        ),
        marked=SafeString(fragment(document, checked, own=own)),
        language=document.language,
        sentence=_sentence(agrees, contradicts, open_ones),
        findings=tuple(_findings(checked.findings)),
        content=found.composed.content,
    )


def _sentence(agrees: int, contradicts: int, open_ones: int) -> str:
    if contradicts:
        told = ngettext(
            "%(number)s figure or fact contradicts the register.",
            "%(number)s figures and facts contradict the register.",
            contradicts,
        )
    else:
        told = gettext("Nothing in it contradicts the register.")
    rest = gettext("%(agrees)s agree with it, %(open)s cannot be told.")
    said = {
        "number": wording.in_thousands(contradicts),
        "agrees": wording.in_thousands(agrees),
        "open": wording.in_thousands(open_ones),
    }
    return f"{told % said} {rest % said}"


def _findings(findings: tuple[Finding, ...]) -> Iterator[FindingLine]:
    """What contradicts, then what cannot be told; what agrees needs no line."""
    numbered = list(enumerate(findings, 1))
    for verdict in (Verdict.CONTRADICTS, Verdict.CANNOT_TELL):
        for number, one in numbered:
            if one.judgement.verdict is verdict:
                text = " ".join(one.claim.text.split())
                yield FindingLine(
                    number=number,
                    verdict=verdict.name.lower(),
                    kind=gettext(verdict.label),
                    where=one.claim.where,
                    text=text if len(text) <= LONGEST else f"{text[:LONGEST]}…",
                    why=one.judgement.why or one.judgement.register,
                    has_mark=bool(one.claim.spots),
                )


LONGEST = 160
"""Characters of a claim that its line shows."""


def _fields(
    key: str, places: tuple[Place, ...], texts: Mapping[Place, str] | None, seen: Mapping[Place, int]
) -> Iterator[PlaceField]:
    held = blocks_of(key)
    before = _before(key, held)
    for place in places:
        block = held.get(place)
        kept = block.fact.text if block else ""
        typed = kept if texts is None else texts.get(place, kept)
        version = block.version if block else 0
        is_collision = texts is not None and place in texts and seen.get(place, 0) != version and typed != kept
        yield PlaceField(
            name=place.value,
            label=gettext(place.label),
            text=typed,
            version=version,
            who=_who(block),
            since=difference(before[place], kept) if place in before and kept != before[place] else (),
            theirs=difference(kept, typed) if is_collision else (),
            is_open=bool(typed) or is_collision,
            rows=min(14, max(4, typed.count("\n") + len(typed) // 70 + 2)),
        )


def _who(block: Evidence[ProseBlock] | None) -> str:
    if block is None:
        return ""
    said = {"who": block.recorded_by, "instant": wording.instant(block.recorded_at), "version": block.version}
    return gettext("Version %(version)s, %(who)s, %(instant)s") % said


def _before(key: str, held: Mapping[Place, Evidence[ProseBlock]]) -> dict[Place, str]:
    """The words with which the paper began, for the places that were taken over from the paper before."""
    if not any(block.fact.taken_from for block in held.values()):
        return {}
    versions = history_of(key)
    return {place: versions[place][-1].fact.text for place, block in held.items() if block.fact.taken_from}


def _live(plan: Evidence[PaperPlan]) -> tuple[tuple[Live, str, str], ...]:
    try:
        told = figures(plan.fact, register_for(plan.fact))
    except (Refused, UnknownName):
        return ()
    return tuple((live, gettext(live.label), text) for live, text in told)


def _remark(remark: Remark) -> RemarkLine:
    about = gettext(remark.place.label) if remark.place else ""
    return RemarkLine(remark.by, wording.instant(remark.at), about, remark.text)
