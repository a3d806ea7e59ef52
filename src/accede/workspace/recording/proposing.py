"""What a passage of a source proposes for the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from accede.evidence.values import Statement
from accede.intake.copies import Copy
from accede.intake.passage_proposals import PassageProposals, Proposed, Setting, proposals
from accede.intake.places import Taken, take
from accede.publishing import wording
from accede.records.values import Evidence, Source
from accede.reporting.checker.reading.languages import language_of
from accede.workspace.facts.codes import row_of
from accede.workspace.facts.dates import written
from accede.workspace.recording.filling import Filling
from accede.workspace.recording.kinds import RecordKind
from accede.workspace.sources.ground import ground

LONGEST = 120


def filling(
    held: Evidence[Source], copy: Copy, kind: RecordKind, treaty: str, *, first: int, last: int, exact: str = ""
) -> tuple[Filling, PassageProposals, Taken]:
    """What the passage puts into the fields of a kind. Raises Refused for a passage that is none."""
    on = ground(held.fact.treaty or treaty)
    setting = Setting(held.fact, copy.document, copy.places, on, treaty=treaty)
    taken = take(copy.places, first, last, exact)
    found = proposals(setting, taken)
    language = language_of(found.text, held.fact.language or "en")
    told = [*_of_all(found, taken, kind), ("language", language, gettext("its letters and words"))]
    if kind.fact is Statement:
        told += _of_statement(found, taken)
    values = {name: value for name, value, _ in told if value}
    because = {name: why for name, _, why in told if why}
    codes = tuple(row_of(code, is_kept=False) for code in found.codes) if kind.fact is Statement else ()
    return Filling(values, because, codes), found, taken


def _of_all(found: PassageProposals, taken: Taken, kind: RecordKind) -> Iterator[tuple[str, str, str]]:
    yield "locator", taken.locator, ""
    if found.state:
        yield "state", found.state.value, _shown(found.state)
        if kind.key == "practice":
            yield "claimant", found.state.value, _shown(found.state)
    if found.said and kind.day:
        yield kind.day, written(found.said.value), _shown(found.said)
    if found.occasion:
        yield "occasion", found.occasion.value, _shown(found.occasion)
    if found.citation:
        yield "citation", found.citation.value, _shown(found.citation)
    if kind.words:
        yield kind.words, found.text, ""


def _of_statement(found: PassageProposals, taken: Taken) -> Iterator[tuple[str, str, str]]:
    yield "channel", found.channel.value.value, _shown(found.channel)
    yield "text_kind", found.text_kind.value.value, _shown(found.text_kind)
    yield "page", taken.page, ""
    yield "anchor_prefix", taken.prefix, ""
    yield "anchor_suffix", taken.suffix, ""


def _shown(proposed: Proposed[object]) -> str:
    """The words that tell a proposal, shortened."""
    text = " ".join(proposed.because.split())
    return wording.held(text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …")
