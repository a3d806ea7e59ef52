"""From a file to proposals, and from proposals to evidence: nothing is recorded that was not compared, all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.models import ActivityVersion
from accede.evidence import models as evidence_models
from accede.evidence.queries import roll_calls
from accede.evidence.record import add
from accede.evidence.values import RollCall, Statement
from accede.intake.compare import Comparison, Holdings, Verdict, compare
from accede.intake.documents import read_document
from accede.intake.findings import DocumentKind, Findings, Proposal, StatedCount, StatedGroup
from accede.intake.keys import key_of
from accede.intake.kind import read_findings
from accede.intake.source import classification_of, key_of_source, source_of, text_of_document
from accede.intake.status_paper.occasions import Occasions
from accede.overview.load import load
from accede.overview.standings import standings
from accede.paper.tree import Document, text_of
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion, Version
from accede.records.values import Evidence, View
from accede.records.write import Write, writing
from accede.register.models import (
    NameVersion,
    OccasionVersion,
    StatusClaimVersion,
    TreatyActionVersion,
    TreatyVersion,
)
from accede.register.treaty_file import read_treaty
from accede.vocabulary.state_names import NameTable

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A proposal and what it is to the register."""

    proposal: Proposal
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Intake:
    """A paper read and compared; `meeting` is the key of the occasion it was submitted to, empty where it names none.

    `treaty` is the one the paper is about; `text` all of its text, in which its quotations must stand.
    """

    path: Path
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
        return key_of_source(self.findings, self.meeting, self.path.name)

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
    treaties = {held.key: read_treaty(held.fact.definition, held.key) for held in current(TreatyVersion, now)}
    document = read_document(path)
    findings = read_findings(document, names, occasions, treaty=treaty, name=path.name, treaties=treaties)
    intake = Intake(
        path, findings.treaty or treaty, findings, (), findings.occasion, text_of_document(document), document
    )
    if findings.kind is DocumentKind.STATUS_PAPER:
        head = " ".join((document.masthead.meeting, text_of(document.title), text_of(document.subtitle)))
        intake = replace(intake, meeting=Occasions(occasions).meeting(head, findings.as_of))
    return _compared(intake, now)


def accept(path: Path, treaty: str, *, actor: Actor, skip: bool = False) -> Intake:
    """Read, compare and record a paper in one transaction, with its kept copy.

    What is the same adds nothing, what contradicts is recorded beside. Raises Unreadable, before anything is recorded,
    where the paper is cut off or holds a State, a cell or a date that is not understood, unless `skip` leaves those out;
    Refused for a quotation that is no passage of the paper; NotAllowed.
    """
    intake = propose(path, treaty)
    actor.must(Verb.RECORD, classification_of(intake.findings.kind), where=path.name)
    refusal = intake.findings.refusal(name=path.name)
    if refusal is not None and not skip:
        raise refusal
    copy = kept.keep("sources", path.read_bytes())
    with writing(actor.name, "import", reason=f"import of {path.name}") as write:
        # Compared again under the write lock: somebody may have recorded the same a moment ago.
        intake = _compared(intake, View(as_of=date.max, known_on=write.at))
        _record(write, intake, copy)
    return replace(intake, is_accepted=True)


def _compared(intake: Intake, view: View) -> Intake:
    """The intake with each proposal compared with what the register holds of the treaty it is about."""
    held: dict[str, Holdings] = {}
    counted: Counter[tuple[str, str]] = Counter()
    compared = []
    for proposal in intake.findings.proposals:
        fact = proposal.fact
        if isinstance(fact, StatedCount | StatedGroup):
            continue
        if fact.treaty not in held:
            held[fact.treaty] = _holdings(fact.treaty, intake.findings, view)
        if isinstance(fact, Statement):
            counted[fact.state, fact.citation] += 1
        nth = counted[fact.state, fact.citation] if isinstance(fact, Statement) else 1
        compared.append(Compared(proposal, compare(fact, held[fact.treaty], nth=nth)))
    return replace(intake, compared=tuple(compared))


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
    source = _record_source(write, intake, copy)
    around = {"source": source, "classification": classification_of(intake.findings.kind)}
    keys: dict[type, _Keys] = {}
    for one in news:
        fact, locator = one.proposal.fact, one.proposal.locator
        if one.comparison.verdict is Verdict.COMPLETES:
            before = one.comparison.against[0]
            reason = f"the words of the source, from {intake.path.name}"
            add(write, before.key, one.comparison.completed, intake.text, **around, locator=locator, reason=reason)
            continue
        if type(fact) not in keys:
            keys[type(fact)] = _Keys(source, write.keys_of(type(fact)))
        add(write, keys[type(fact)].free(key_of(fact)), fact, intake.text, **around, locator=locator)


def _record_source(write: Write, intake: Intake, copy: str) -> str:
    """Hold the paper as a source, or add the kept copy to a source that is held without one; returns its key.

    Another copy under the same key is another source: what is quoted from it stands in it and not in the first.
    """
    view = View(as_of=date.max, known_on=write.at)
    key = intake.source
    held = current(SourceVersion, view, key=key)
    if held and held[0].fact.kept_sha256 not in ("", copy):
        key = f"{key}-{copy[:8]}"
        held = current(SourceVersion, view, key=key)
    if held and held[0].fact.kept_sha256 == copy:
        return key
    if held:
        completed = replace(held[0].fact, kept_sha256=copy)
        write.record(key, completed, source=held[0].source, reason=f"kept copy of {intake.path.name}")
        return key
    source = source_of(
        intake.findings, treaty=intake.treaty, meeting=intake.meeting, copy=copy, file_name=intake.path.name
    )
    write.record(key, source, source="")
    return key
