"""The proposals of a paper in groups, by what they are to the register, each with its tick boxes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.evidence.values import Confirmation, Statement
from accede.intake.compare import Verdict
from accede.intake.findings import Certainty, Evidenced
from accede.intake.keys import key_of
from accede.intake.propose import Compared, Intake
from accede.publishing.told import kind_told, state_of, state_told, told
from accede.publishing.wording import held
from accede.records.models import MODEL_OF_FACT
from accede.records.values import Evidence
from accede.vocabulary.capital import capital
from accede.vocabulary.sources import Classification

MOST_TICKS = 600
"""Tick boxes of a page: a paper with more proposals has one a State, or one a kind. Django reads a thousand fields."""
OFFERED = (Verdict.NEW, Verdict.COMPLETES, Verdict.CONFLICT)
TICKED = frozenset({Verdict.NEW, Verdict.COMPLETES})
"""What is ticked when the page is first shown."""
_TITLES = {
    Verdict.NEW: gettext_lazy("New"),
    Verdict.COMPLETES: gettext_lazy("Completes what is held with the words of the source"),
    Verdict.CONFLICT: gettext_lazy("In conflict: recorded beside what is held, if ticked"),
    Verdict.SAME: gettext_lazy("Held already"),
}


@dataclass(frozen=True, slots=True)
class Against:
    """Evidence of the register that a proposal rests on or contradicts."""

    words: str
    key: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal: whom it is about, what it says, its passage where that is not said, its place, and what to look at."""

    state: str
    words: str
    passage: str
    locator: str
    remark: str
    against: tuple[Against, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick box (without `value`: none) and the proposals that it stands for."""

    value: str
    is_ticked: bool
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The proposals of one kind."""

    title: str
    number: int
    is_open: bool
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What is one and the same to the register."""

    verdict: str
    title: str
    number: int
    is_offered: bool
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Proposals that are chosen together, by their marks; `value` is what a form sends."""

    value: str
    verdict: Verdict
    marks: tuple[str, ...]
    kind: str
    title: str


def bundles_of(intake: Intake) -> tuple[Bundle, ...]:
    """What a page offers to tick: each proposal, or so many together that a page can be read and sent."""
    marked = {mark: one for mark, one in intake.marked().items() if one.comparison.verdict in OFFERED}
    ways: tuple[Callable[[str, Compared], tuple[str, ...]], ...] = (
        lambda mark, one: (mark,),
        lambda mark, one: (state_of(one.proposal.fact),),
        lambda mark, one: (),
    )
    for way in ways:
        together: dict[tuple[object, ...], list[str]] = {}
        for mark, one in marked.items():
            together.setdefault((one.comparison.verdict, _kind(one.proposal.fact), *way(mark, one)), []).append(mark)
        if len(together) <= MOST_TICKS:
            break
    is_single = way is ways[0]
    return tuple(
        _bundle(tuple(marks), marked[marks[0]], title="" if is_single else _title(marked[marks[0]], way is ways[1]))
        for marks in together.values()
    )


def _bundle(marks: tuple[str, ...], first: Compared, *, title: str) -> Bundle:
    verdict = first.comparison.verdict
    name = marks[0] if len(marks) == 1 else hashlib.sha256(" ".join(marks).encode()).hexdigest()[:12]
    return Bundle(f"{name}.{verdict.value}", verdict, marks, _kind(first.proposal.fact), title)


def _title(one: Compared, is_of_state: bool) -> str:
    state = state_of(one.proposal.fact) if is_of_state else ""
    return state_told(state) if state else capital(kind_told(_kind(one.proposal.fact)))


def ticked_after(bundles: Iterable[Bundle], values: Iterable[str], offered: str = "") -> frozenset[str]:
    """What is ticked: as the person left it of what was offered (the values of the page before), as usual of the rest."""
    before, sent = frozenset(offered.split()), frozenset(values)
    return frozenset(
        one.value for one in bundles if (one.value in sent if one.value in before else one.verdict in TICKED)
    )


def chosen(bundles: Iterable[Bundle], values: Iterable[str]) -> tuple[dict[str, Verdict], int]:
    """The marks that the values sent stand for, with the verdict that was seen; and how many values stand for none by now."""
    known = {one.value: one for one in bundles}
    sent = set(values)
    marks = {mark: known[value].verdict for value in sent if value in known for mark in known[value].marks}
    return marks, len(sent - known.keys())


def groups_of(intake: Intake, bundles: Iterable[Bundle], ticked: Iterable[str]) -> tuple[Group, ...]:
    """The groups of the page, those first that a person decides about."""
    marked, is_ticked = intake.marked(), frozenset(ticked)
    by_verdict: dict[Verdict, list[Bundle]] = {}
    for bundle in bundles:
        by_verdict.setdefault(bundle.verdict, []).append(bundle)
    same = [one for one in marked.values() if one.comparison.verdict is Verdict.SAME]
    groups = [_group(verdict, by_verdict[verdict], marked, is_ticked) for verdict in OFFERED if verdict in by_verdict]
    return (*groups, *([_same(same)] if same else []))


FEW = 12
"""Proposals of a kind that are shown at once; more are behind their heading."""


def _group(verdict: Verdict, bundles: list[Bundle], marked: Mapping[str, Compared], ticked: frozenset[str]) -> Group:
    kinds = dict.fromkeys(bundle.kind for bundle in bundles)
    sections = []
    for kind in kinds:
        of_kind = [bundle for bundle in bundles if bundle.kind == kind]
        number = sum(len(bundle.marks) for bundle in of_kind)
        ticks = tuple(
            Tick(
                bundle.value,
                bundle.value in ticked,
                _counted(bundle) if bundle.title else "",
                tuple(_row(marked[mark]) for mark in bundle.marks),
            )
            for bundle in of_kind
        )
        sections.append(Section(capital(kind_told(kind)), number, number <= FEW or verdict is Verdict.CONFLICT, ticks))
    total = sum(section.number for section in sections)
    return Group(verdict.value, str(_TITLES[verdict]), total, True, tuple(sections))


def _same(known: list[Compared]) -> Group:
    kinds = dict.fromkeys(_kind(one.proposal.fact) for one in known)
    sections = []
    for kind in kinds:
        rows = tuple(_row(one) for one in known if _kind(one.proposal.fact) == kind)
        sections.append(Section(capital(kind_told(kind)), len(rows), False, (Tick("", False, "", rows),)))
    return Group(Verdict.SAME.value, str(_TITLES[Verdict.SAME]), len(known), False, tuple(sections))


def _counted(bundle: Bundle) -> str:
    number = len(bundle.marks)
    return ngettext("%(title)s: %(number)s proposal", "%(title)s: %(number)s proposals", number) % {
        "title": bundle.title,
        "number": number,
    }


LEAST = 4
"""Characters of a passage: a mark in a table says nothing by itself."""


def _row(one: Compared) -> Row:
    proposal = one.proposal
    fact: Any = proposal.fact
    passage = " ".join(proposal.passage.split())
    if isinstance(fact, Statement | Confirmation) and len(passage) >= LEAST:
        words, is_said = held(fact.citation), False
    else:
        words = told(_as_evidence(fact))
        is_said = len(passage) < LEAST or passage in " ".join(words.split())
    state = state_of(fact)
    return Row(
        state=state_told(state) if state else "",
        words=words,
        passage="" if is_said else passage,
        locator=proposal.locator,
        remark="" if proposal.certainty is Certainty.READ else gettext(proposal.certainty.label),
        against=tuple(_against(one)) if one.comparison.verdict is not Verdict.NEW else (),
    )


def _against(one: Compared) -> Iterator[Against]:
    for evidence in one.comparison.against[:3]:
        yield Against(_short(told(evidence)), evidence.key, record_address(type(evidence.fact), evidence.key))
    if one.comparison.verdict is Verdict.CONFLICT and not one.comparison.against:
        yield Against(gettext("the standing that follows from the treaty actions"), "", "")


LONGEST = 300


def _short(words: str) -> str:
    """The beginning of a sentence; a long one without the marks that set texts of sources apart, which would be cut."""
    if len(words) <= LONGEST:
        return words
    plain = words.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")
    return f"{plain[:LONGEST]}…"


def record_address(fact: type, key: str) -> str:
    """The page of a record; empty where there is none."""
    try:
        return reverse("workspace:record", args=(MODEL_OF_FACT[fact].record_kind(), key))
    except NoReverseMatch:
        return ""


def _as_evidence(fact: Evidenced | Any) -> Evidence[Any]:
    """A fact as it would be held, for the sentences that tell evidence."""
    return Evidence(
        key=key_of(fact),
        version=1,
        recorded_at=datetime.now(UTC),
        recorded_by="",
        reason="",
        source="",
        locator="",
        classification=Classification.PUBLIC,
        fact=fact,
    )


def _kind(fact: Any) -> str:
    return MODEL_OF_FACT[type(fact)].record_kind()
