"""What `accede import` does with a file short of recording it, held to what every reader promises."""

from __future__ import annotations

from pathlib import Path

from accede.intake.documents import read_document
from accede.intake.findings import Certainty, Findings, StatedCount, StatedGroup
from accede.intake.keys import key_of
from accede.intake.kind import read_findings
from accede.intake.source import classification_of, source_of, text_of_document
from accede.intake.wording import worded
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.state_names import shipped_names
from intake_cast import occasions
from reader_cast import treaties

LONGEST_SENTENCE = 700


class UnclearError(AssertionError):
    """A reader refused a file in words that help nobody, or proposed what cannot be looked up in it."""


def tried(path: Path) -> Findings | AccedeError:
    """What the file says, or the refusal. Raises UnclearError, and whatever else a reader raises that it should not."""
    try:
        document = read_document(path)
        found = read_findings(
            document, shipped_names(), occasions(), treaty="apmbc", name=path.name, treaties=treaties()
        )
    except AccedeError as refusal:
        _clear(refusal, path)
        return refusal
    text_of_document(document)
    classification_of(found.kind)
    source_of(found, treaty="apmbc", meeting="", copy="0" * 64, file_name=path.name)
    _looked_up(found)
    if (refused := found.refusal(name=path.name)) is not None:
        _clear(refused, path)
    return found


def _looked_up(found: Findings) -> None:
    """Each proposal has its words, its place and its passage, and names States that there are."""
    states = shipped_names().states
    for one in found.proposals:
        # What is inferred, and an absence that an empty cell tells, have a place and no words.
        is_empty = one.certainty is Certainty.INFERRED or getattr(one.fact, "claim", None) is ParticipationClaim.DID_NOT
        told = [worded(one.fact, shipped_names()), one.locator, *([] if is_empty else [one.passage])]
        if not all(text.strip() for text in told):
            raise UnclearError(f"a proposal without wording, place or passage: {one!r:.500}")
        if isinstance(one.fact, StatedCount | StatedGroup):
            continue
        if not key_of(one.fact):
            raise UnclearError(f"a proposal without a key: {one!r:.300}")
        state = getattr(one.fact, "state", "")
        if state and state not in states:
            raise UnclearError(f"a proposal about a State that is none: {one!r:.300}")


def _clear(refusal: AccedeError, path: Path) -> None:
    """One sentence that names the file and what to do."""
    sentence = str(refusal)
    if not refusal.remedy or path.name not in sentence or "\n" in sentence or len(sentence) > LONGEST_SENTENCE:
        raise UnclearError(f"a refusal that is no clear sentence: {sentence[:1000]!r}")
