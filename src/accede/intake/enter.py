"""Record what was pasted, with the text as the kept copy of its source: all that is chosen, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.intake.accept import accept_chosen
from accede.intake.compare import Verdict
from accede.intake.pasted.values import Pasted
from accede.intake.propose import Intake, compared
from accede.records.values import Source, View
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def intake_of(actor: Actor, pasted: Pasted, *, title: str) -> Intake:
    """A pasted text compared with what this person may read; `title` is that of its source."""
    findings = replace(pasted.findings, title=title)
    name = f"pasted {findings.kind.label}"
    intake = Intake(name, findings.treaty, findings, (), "", pasted.text)
    return compared(intake, View(as_of=date.max, known_on=datetime.now(UTC), classes=actor.classes(Verb.READ)))


def enter(
    actor: Actor,
    pasted: Pasted,
    source: Source,
    *,
    chosen: Mapping[str, Verdict],
    classification: Classification,
    skip: bool = False,
    despite_totals: bool = False,
) -> Intake:
    """Record the chosen proposals of a pasted text (their marks, each with the verdict that was seen) under a source.

    Returns what was recorded. Raises NotAllowed; Unreadable while a line is not understood, unless `skip` leaves those out;
    Refused where the totals stated are not those counted, unless `despite_totals`; Changed as `accept_chosen`.
    """
    actor.must(Verb.RECORD, classification)
    if pasted.differences and not despite_totals:
        told = ", ".join(f"{one.ballot.label} {one.stated} and not {one.counted}" for one in pasted.differences)
        raise Refused(
            f"the source states {told}", remedy="Correct the lines, or say that the totals differ in the source"
        )
    return accept_chosen(
        actor,
        intake_of(actor, pasted, title=source.title),
        pasted.text.encode(),
        chosen=chosen,
        classification=classification,
        source=source,
        skip=skip,
    )
