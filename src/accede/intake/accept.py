"""From proposals to evidence: nothing is recorded that was not compared under the write lock, all that is chosen or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.record import add
from accede.intake.compare import Verdict
from accede.intake.documents.door import bytes_of
from accede.intake.keys import Keys, key_of
from accede.intake.propose import Compared, Intake, compared, propose
from accede.intake.source import classification_of, source_of
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion
from accede.records.values import Source, View
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def accept(path: Path, treaty: str, *, actor: Actor, skip: bool = False) -> Intake:
    """Read, compare and record a paper in one transaction, with its kept copy.

    What is the same adds nothing, what contradicts is recorded beside. Raises Unreadable, before anything is recorded,
    where the paper is cut off or holds a State, a cell or a date that is not understood, unless `skip` leaves those out;
    Refused for a quotation that is no passage of the paper; NotAllowed.
    """
    intake = propose(path, treaty)
    classification = classification_of(intake.findings.kind)
    actor.must(Verb.RECORD, classification, where=path.name)
    _refuse_unread(intake, skip=skip)
    copy = kept.keep("sources", bytes_of(path))
    with writing(actor.name, "import", reason=f"import of {intake.name}") as write:
        # Compared again under the write lock: somebody may have recorded the same a moment ago.
        intake = compared(intake, View(as_of=date.max, known_on=write.at))
        news = [one for one in intake.compared if one.comparison.verdict is not Verdict.SAME]
        _record(write, intake, news, _Copy(actor, copy, classification))
    return replace(intake, is_accepted=True)


class Changed(Refused):
    """What was chosen is not any more what was shown; nothing was recorded. `now` is the paper as it compares now, if asked."""

    now: Intake | None = None


def accept_chosen(
    actor: Actor,
    intake: Intake,
    content: bytes,
    *,
    chosen: Mapping[str, Verdict],
    classification: Classification,
    source: Source | None = None,
    skip: bool = False,
) -> Intake:
    """Record some of the proposals of a paper in one transaction, with `content` as its kept copy.

    `chosen` are their marks (`Intake.marked`), each with the verdict that the person saw. `source` describes the paper
    where its own words are not enough. Returns the paper with what was recorded. Raises NotAllowed, Unreadable as `accept`,
    Changed where a proposal is another by now, Refused where nothing is chosen or a quotation is no passage of the paper.
    """
    actor.must(Verb.RECORD, classification, where=intake.name)
    _refuse_unread(intake, skip=skip)
    if not any(verdict is not Verdict.SAME for verdict in chosen.values()):
        raise Refused("nothing is chosen", where=intake.name, remedy="Tick what is to be recorded")
    copy = kept.keep("sources", content)
    with writing(actor.name, "import", reason=f"import of {intake.name}") as write:
        view = View(as_of=date.max, known_on=write.at, classes=actor.classes(Verb.READ))
        intake = compared(intake, view)
        marked = intake.marked()
        changed = [mark for mark, verdict in chosen.items() if verdict_of(marked.get(mark)) is not verdict]
        if changed:
            error = Changed(
                f"{len(changed)} of the proposals chosen compare differently by now",
                where=intake.name,
                remedy="Look at them again and record",
            )
            error.now = intake
            raise error
        news = [one for mark, one in marked.items() if chosen.get(mark, Verdict.SAME) is not Verdict.SAME]
        _record(write, intake, news, _Copy(actor, copy, classification, source, actor.classes(Verb.READ)))
    return replace(intake, compared=tuple(news), is_accepted=True)


def verdict_of(one: Compared | None) -> Verdict | None:
    """What a proposal is to the register; None for one that is not there any more."""
    return one.comparison.verdict if one else None


def _refuse_unread(intake: Intake, *, skip: bool) -> None:
    refusal = intake.findings.refusal(name=intake.name)
    if refusal is not None and not skip:
        raise refusal


@dataclass(frozen=True, slots=True)
class _Copy:
    """The kept copy that is recorded from: its SHA-256, who records, for whom, as which source (None: by its own words).

    `classes` are those of the sources that the person may see (None: all).
    """

    actor: Actor
    sha256: str
    classification: Classification
    source: Source | None = None
    classes: frozenset[Classification] | None = None


def _record(write: Write, intake: Intake, news: Sequence[Compared], copy: _Copy) -> None:
    """Record what is new, completing or in conflict. A paper that adds nothing leaves no trace but its kept copy."""
    if not news:
        return
    source = _record_source(write, intake, copy)
    around: dict[str, Any] = {"source": source, "classification": copy.classification}
    keys: dict[type, Keys] = {}
    for one in news:
        fact, locator = one.proposal.fact, one.proposal.locator
        if one.comparison.verdict is Verdict.COMPLETES:
            before = one.comparison.against[0]
            copy.actor.must(Verb.RECORD, before.classification, where=before.key)
            reason = f"the words of the source, from {intake.name}"
            add(write, before.key, one.comparison.completed, intake.text, **around, locator=locator, reason=reason)
            continue
        if type(fact) not in keys:
            keys[type(fact)] = Keys(source, write.keys_of(type(fact)))
        add(write, keys[type(fact)].free(key_of(fact)), fact, intake.text, **around, locator=locator)


def _record_source(write: Write, intake: Intake, copy: _Copy) -> str:
    """Hold the paper as a source, or add the kept copy to a source that is held without one; returns its key.

    The same file is the same source, whatever its key. Another copy under the same key is another source: what is quoted
    from it stands in it and not in the first.
    """
    view = View(as_of=date.max, known_on=write.at, classes=copy.classes)
    if same := current(SourceVersion, view, kept_sha256=copy.sha256):
        return same[0].key
    key = intake.source
    held = current(SourceVersion, view, key=key)
    is_it = bool(held) and (copy.source is None or copy.source.title == held[0].fact.title)
    if is_it and not held[0].fact.kept_sha256 and copy.actor.may(Verb.RECORD, held[0].classification):
        completed = replace(held[0].fact, kept_sha256=copy.sha256)
        write.record(
            key,
            completed,
            source=held[0].source,
            classification=held[0].classification,
            reason=f"kept copy of {intake.name}",
        )
        return key
    key = _free(key, copy.sha256, write.keys_of(Source))
    described = copy.source or source_of(
        intake.findings, treaty=intake.treaty, meeting=intake.meeting, copy="", file_name=intake.name
    )
    write.record(
        key, replace(described, kept_sha256=copy.sha256), source="", classification=copy.classification, reason=""
    )
    return key


def _free(key: str, sha256: str, taken: Iterable[str]) -> str:
    """The key, or the first of its kind that nobody has taken."""
    held = set(taken)
    wanted, number = key, 2
    if wanted in held:
        wanted = f"{key}-{sha256[:8]}"
    while wanted in held:
        wanted, number = f"{key}-{sha256[:8]}-{number}", number + 1
    return wanted
