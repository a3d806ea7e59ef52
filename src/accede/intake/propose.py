"""From a file to proposals: read, and each held against what the register has. Nothing is recorded."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from accede.activities.models import ActivityVersion
from accede.evidence import models as evidence_models
from accede.evidence.queries import roll_calls
from accede.evidence.values import RollCall, Statement
from accede.intake.compare import Comparison, Holdings, Verdict, compare
from accede.intake.documents import document_of
from accede.intake.documents.door import bytes_of
from accede.intake.findings import DocumentKind, Findings, Proposal, StatedCount, StatedGroup
from accede.intake.ground import Ground
from accede.intake.kind import read_findings
from accede.intake.source import key_of_source, text_of_document
from accede.intake.status_paper.occasions import Occasions
from accede.overview.load import load
from accede.overview.standings import standings
from accede.paper.tree import Document, text_of
from accede.records.current import current
from accede.records.models import Version
from accede.records.values import Evidence, View
from accede.register.models import (
    NameVersion,
    OccasionVersion,
    StatusClaimVersion,
    TreatyActionVersion,
    TreatyVersion,
)
from accede.register.treaty_file import read_treaty
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import NameTable


@dataclass(frozen=True, slots=True)
class Compared:
    """A proposal and what it is to the register."""

    proposal: Proposal
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Intake:
    """A paper read and compared; `meeting` is the key of the occasion it was submitted to, empty where it names none.

    `name` is the file's, without folders; `treaty` the one the paper is about; `text` all of its text, in which its
    quotations must stand.
    """

    name: str
    treaty: str
    findings: Findings
    compared: tuple[Compared, ...]
    meeting: str
    text: str = field(default="", repr=False)
    document: Document | None = field(default=None, repr=False)
    is_accepted: bool = False

    @property
    def source(self) -> str:
        """The key under which the register holds or would hold the paper: its meeting, or its day ("17msp-status-paper")."""
        return key_of_source(self.findings, self.meeting, self.name)

    def count(self, *verdicts: Verdict) -> int:
        """How many proposals got one of these verdicts."""
        return sum(1 for one in self.compared if one.comparison.verdict in verdicts)

    @property
    def conflicts(self) -> tuple[Compared, ...]:
        """The proposals that contradict evidence of the register."""
        return tuple(one for one in self.compared if one.comparison.verdict is Verdict.CONFLICT)

    def marked(self) -> dict[str, Compared]:
        """The proposals by a mark that each has as long as the paper is read the same."""
        found: dict[str, Compared] = {}
        for one in self.compared:
            mark = mark_of(one.proposal)
            again = sum(1 for each in found if each.partition("-")[0] == mark) if mark in found else 0
            found[f"{mark}-{again + 1}" if again else mark] = one
        return found


def mark_of(proposal: Proposal) -> str:
    """Twelve hexadecimal digits that tell a proposal by what it says, where and in which words."""
    told = repr((proposal.fact, proposal.locator, proposal.passage))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def propose(path: Path, treaty: str) -> Intake:
    """Read a paper and compare it. Raises Unreadable."""
    return propose_copy(bytes_of(path), treaty, name=path.name, where=str(path))


def propose_copy(
    content: bytes, treaty: str, *, name: str, where: str = "", classes: frozenset[Classification] | None = None
) -> Intake:
    """Read the bytes of a paper and compare it; `where` stands in errors (default: the name). Raises Unreadable.

    `classes` are those of the evidence that it may be compared with (None: all): what somebody may not see must not show
    in what is the same.
    """
    now = View(as_of=date.max, known_on=datetime.now(UTC), classes=classes)
    document = document_of(content, name=where or name)
    ground = ground_of(treaty, now, name=name)
    findings = read_findings(
        document, ground.names, ground.occasions, treaty=treaty, name=name, treaties=ground.treaties
    )
    intake = Intake(
        name, findings.treaty or treaty, findings, (), findings.occasion, text_of_document(document), document
    )
    if findings.kind is DocumentKind.STATUS_PAPER:
        head = " ".join((document.masthead.meeting, text_of(document.title), text_of(document.subtitle)))
        intake = replace(intake, meeting=Occasions(ground.occasions).meeting(head, findings.as_of))
    return compared(intake, now)


def ground_of(treaty: str, view: View, *, name: str = "") -> Ground:
    """What readers are given of the register: its names, occasions and treaties, which everybody may read."""
    everything = replace(view, classes=None)
    occasions: Mapping[str, Any] = {held.key: held.fact for held in current(OccasionVersion, everything)}
    return Ground(
        names=NameTable([held.fact for held in current(NameVersion, everything)]),
        occasions=occasions,
        treaties={held.key: read_treaty(held.fact.definition, held.key) for held in current(TreatyVersion, everything)},
        treaty=treaty,
        file_name=name,
    )


def compared(intake: Intake, view: View) -> Intake:
    """The intake with each proposal compared with what the register holds of the treaty it is about."""
    held: dict[str, Holdings] = {}
    counted: Counter[tuple[str, str]] = Counter()
    found = []
    for proposal in intake.findings.proposals:
        fact = proposal.fact
        if isinstance(fact, StatedCount | StatedGroup):
            continue
        if fact.treaty not in held:
            held[fact.treaty] = _holdings(fact.treaty, intake.findings, view)
        if isinstance(fact, Statement):
            counted[fact.state, fact.citation] += 1
        nth = counted[fact.state, fact.citation] if isinstance(fact, Statement) else 1
        found.append(Compared(proposal, compare(fact, held[fact.treaty], nth=nth)))
    return replace(intake, compared=tuple(found))


def _holdings(treaty: str, findings: Findings, view: View) -> Holdings:
    models: list[type[Version]] = [
        evidence_models.StatementVersion,
        evidence_models.ConfirmationVersion,
        evidence_models.PracticeVersion,
        evidence_models.AttendanceVersion,
        evidence_models.ReportVersion,
        StatusClaimVersion,
        TreatyActionVersion,
        OccasionVersion,
        ActivityVersion,
    ]
    by_fact: dict[type, list[Evidence[Any]]] = {model.fact: current(model, view, treaty=treaty) for model in models}
    by_fact[RollCall] = list(roll_calls(view, treaty=treaty))
    as_of = findings.as_of.counts_from if findings.as_of else None
    register = load(replace(view, as_of=as_of), treaty, "actions") if as_of else None
    stood = standings(register) if register and register.actions else {}
    return Holdings(by_fact, {state: found.standing for state, found in stood.items()})
