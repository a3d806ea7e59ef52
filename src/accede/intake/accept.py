"""From a file to proposals, and from proposals to evidence: nothing is recorded that was not compared, all of it or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from accede.activities.models import ActivityVersion
from accede.evidence import models as evidence_models
from accede.evidence.queries import roll_calls
from accede.evidence.record import add
from accede.evidence.values import RollCall, Statement
from accede.intake.compare import Comparison, Holdings, Verdict, compare
from accede.intake.documents import read_document
from accede.intake.findings import Findings, Proposal, StatedCount, StatedGroup
from accede.intake.keys import key_of
from accede.intake.kind import read_findings
from accede.intake.status_paper.occasions import Occasions
from accede.overview.load import load
from accede.overview.standings import standings
from accede.paper.tree import text_of
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion, Version
from accede.records.values import Evidence, Source, View
from accede.records.write import Write, writing
from accede.register.models import NameVersion, OccasionVersion, StatusClaimVersion
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.state_names import NameTable

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A proposal and what it is to the register."""

    proposal: Proposal
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Intake:
    """A paper read and compared; `meeting` is the key of the occasion it was submitted to, empty where it names none."""

    path: Path
    treaty: str
    findings: Findings
    compared: tuple[Compared, ...]
    meeting: str
    is_accepted: bool = False

    @property
    def source(self) -> str:
        """The key under which the register holds or would hold the paper: its meeting, or its day ("17msp-status-paper")."""
        paper = str(self.findings.kind).replace("_", "-")
        day = f"-{self.findings.as_of.edtf}" if self.findings.as_of else ""
        return f"{self.meeting.lower()}-{paper}" if self.meeting else f"{paper}{day}"

    def count(self, *verdicts: Verdict) -> int:
        """How many proposals got one of these verdicts."""
        return sum(1 for one in self.compared if one.comparison.verdict in verdicts)

    @property
    def conflicts(self) -> tuple[Compared, ...]:
        """The proposals that contradict evidence of the register."""
        return tuple(one for one in self.compared if one.comparison.verdict is Verdict.CONFLICT)


def propose(path: Path, treaty: str) -> Intake:
    """Read a paper and compare it; nothing is recorded. Raises Unreadable."""
    now = View(as_of=date.max, known_on=datetime.now(UTC))
    names = NameTable([held.fact for held in current(NameVersion, now)])
    occasions = {held.key: held.fact for held in current(OccasionVersion, now)}
    document = read_document(path)
    findings = read_findings(document, names, occasions, treaty=treaty, name=path.name)
    head = " ".join((document.masthead.meeting, text_of(document.title), text_of(document.subtitle)))
    return _compared(path, treaty, findings, Occasions(occasions).meeting(head, findings.as_of), now)


def accept(path: Path, treaty: str, *, actor: str, skip: bool = False) -> Intake:
    """Read, compare and record a paper in one transaction, with its kept copy.

    What is the same adds nothing, what contradicts is recorded beside. Raises Unreadable, before anything is recorded,
    where the paper is cut off or holds a State, a cell or a date that is not understood, unless `skip` leaves those out.
    """
    intake = propose(path, treaty)
    refusal = intake.findings.refusal(name=path.name)
    if refusal is not None and not skip:
        raise refusal
    copy = kept.keep("sources", path.read_bytes())
    with writing(actor, "import", reason=f"import of {path.name}") as write:
        # Compared again under the write lock: somebody may have recorded the same a moment ago.
        intake = _compared(path, treaty, intake.findings, intake.meeting, View(as_of=date.max, known_on=write.at))
        _record(write, intake, copy)
    return replace(intake, is_accepted=True)


def _compared(path: Path, treaty: str, findings: Findings, meeting: str, view: View) -> Intake:
    held = _holdings(treaty, findings, view)
    counted: Counter[tuple[str, str]] = Counter()
    compared = []
    for proposal in findings.proposals:
        fact = proposal.fact
        if isinstance(fact, StatedCount | StatedGroup):
            continue
        if isinstance(fact, Statement):
            counted[fact.state, fact.citation] += 1
        nth = counted[fact.state, fact.citation] if isinstance(fact, Statement) else 1
        compared.append(Compared(proposal, compare(fact, held, nth=nth)))
    return Intake(path, treaty, findings, tuple(compared), meeting)


def _holdings(treaty: str, findings: Findings, view: View) -> Holdings:
    models: list[type[Version]] = [
        evidence_models.StatementVersion,
        evidence_models.ConfirmationVersion,
        evidence_models.PracticeVersion,
        evidence_models.AttendanceVersion,
        evidence_models.ReportVersion,
        StatusClaimVersion,
        ActivityVersion,
    ]
    by_fact: dict[type, list[Evidence[Any]]] = {model.fact: current(model, view, treaty=treaty) for model in models}
    by_fact[RollCall] = list(roll_calls(view, treaty=treaty))
    as_of = findings.as_of.counts_from if findings.as_of else None
    register = load(replace(view, as_of=as_of), treaty, "actions") if as_of else None
    stood = standings(register) if register and register.actions else {}
    return Holdings(by_fact, {state: found.standing for state, found in stood.items()})


@dataclass
class _Keys:
    """Keys for new records: readable ones, with the source behind them where the readable one is taken."""

    source: str
    taken: set[str] = field(default_factory=set)

    def free(self, wanted: str) -> str:
        """The key to record under, which is taken from then on."""
        number, key = 2, wanted
        if key in self.taken:
            key = f"{wanted}~{self.source}"
        while key in self.taken:
            key, number = f"{wanted}~{self.source}-{number}", number + 1
        self.taken.add(key)
        return key


def _record(write: Write, intake: Intake, copy: str) -> None:
    """Record what is new, completing or in conflict. A paper that adds nothing leaves no trace but its kept copy."""
    news = [one for one in intake.compared if one.comparison.verdict is not Verdict.SAME]
    if not news:
        return
    _record_source(write, intake, copy)
    around = {"source": intake.source, "classification": Classification.PUBLIC}
    keys: dict[type, _Keys] = {}
    # A reply names the letters by the key a new record of them would have; they may be held under another.
    same = [one for one in intake.compared if one.comparison.verdict is Verdict.SAME and one.comparison.against]
    held_as = {key_of(one.proposal.fact): one.comparison.against[0].key for one in same}
    for one in news:
        fact: Any = one.proposal.fact
        locator = one.proposal.locator
        if one.comparison.verdict is Verdict.COMPLETES:
            before = one.comparison.against[0]
            reason = f"the words of the source, from {intake.path.name}"
            add(write, before.key, one.comparison.completed, **around, locator=locator, reason=reason)
            continue
        if getattr(fact, "reply_to", ""):
            fact = replace(fact, reply_to=held_as.get(fact.reply_to, fact.reply_to))
        if type(fact) not in keys:
            keys[type(fact)] = _Keys(intake.source, write.keys_of(type(fact)))
        add(write, keys[type(fact)].free(key_of(fact)), fact, **around, locator=locator)


def _record_source(write: Write, intake: Intake, copy: str) -> None:
    """Hold the paper as a source, or add the kept copy to a source that is held without one."""
    view = View(as_of=date.max, known_on=write.at)
    held = current(SourceVersion, view, key=intake.source)
    if held and held[0].fact.kept_sha256:
        return
    if held:
        completed = replace(held[0].fact, kept_sha256=copy)
        write.record(intake.source, completed, source=held[0].source, reason=f"kept copy of {intake.path.name}")
        return
    findings = intake.findings
    name = re.sub(r"[^\w.-]", "_", intake.path.name)
    write.record(
        intake.source,
        Source(
            title=findings.title,
            kind=SourceKind.STATUS_PAPER,
            grade=SourceGrade.ORGAN,
            treaty=intake.treaty,
            occasion=intake.meeting,
            information_as_of=findings.as_of,
            language="en",
            kept_sha256=copy,
            note=f"imported from {name}",
        ),
        source="",
    )
