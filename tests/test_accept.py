"""From a paper to evidence: compared, recorded whole or not at all, and twice is once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.evidence.models import AttendanceVersion, ReportVersion, StatementVersion
from accede.intake.accept import Changed, accept, accept_chosen
from accede.intake.compare import Verdict
from accede.intake.propose import propose, propose_copy
from accede.overview.headline import headline_of
from accede.records import kept
from accede.records.current import current
from accede.records.lock import head
from accede.records.models import SourceVersion
from accede.records.values import View
from accede.records.verify import verify
from accede.vocabulary.errors import NotAllowed, Refused, Unreadable
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind

PAPER = "17msp-status-paper"


def now():
    return View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC))


@pytest.fixture
def published(shared):
    return shared / "documents" / "000_144bfe5992db99ac.txt"


@pytest.mark.shared
def test_a_proposal_records_nothing(empty_register, published):
    before = head()
    intake = propose(published, "apmbc")
    assert head() == before
    assert intake.count(Verdict.NEW) == len(intake.compared)


@pytest.mark.shared
def test_the_published_paper_is_recorded_whole_with_its_kept_copy(empty_register, published):
    accept(published, "apmbc", actor=operator("amina"))
    source = current(SourceVersion, now(), key=PAPER)[0]
    assert source.fact.occasion == "17MSP"
    assert source.fact.information_as_of.edtf == "2018-08-21"
    assert kept.read("sources", source.fact.kept_sha256) == published.read_bytes()
    assert len(current(StatementVersion, now())) == 37
    marks = [one for one in current(AttendanceVersion, now()) if one.fact.claim is ParticipationClaim.TOOK_PART]
    assert len(marks) == 64
    assert {one.source for one in marks} == {PAPER}
    assert verify().ok


@pytest.mark.shared
def test_an_empty_register_knows_who_is_outside_from_the_paper(empty_register, published):
    accept(published, "apmbc", actor=operator("amina"))
    answer = headline_of("apmbc", now())
    assert (answer.counts.joined, answer.counts.outside, answer.counts.signatory) == (164, 33, 1)


@pytest.mark.shared
def test_the_same_paper_twice_adds_nothing(empty_register, published):
    accept(published, "apmbc", actor=operator("amina"))
    before = head()
    again = accept(published, "apmbc", actor=operator("ben"))
    assert again.count(Verdict.SAME) == len(again.compared)
    assert head() == before


@pytest.mark.shared
def test_the_words_of_the_paper_join_the_summaries_of_the_shipped_register(register, published):
    intake = accept(published, "apmbc", actor=operator("amina"))
    assert intake.count(Verdict.COMPLETES) == 37
    assert intake.count(Verdict.CONFLICT) == 0
    held = current(StatementVersion, now(), state="NPL")
    assert [one.version for one in held] == [2]
    assert held[0].fact.text_kind is TextKind.QUOTATION
    assert held[0].fact.text.startswith("“Nepal remains")
    assert held[0].fact.summary


def changed(published, tmp_path, old, new, name="paper.txt"):
    text = published.read_text(encoding="utf-8")
    assert old in text
    paper = tmp_path / name
    paper.write_text(text.replace(old, new), encoding="utf-8")
    return paper


@pytest.mark.shared
def test_what_contradicts_is_recorded_beside(register, published, tmp_path):
    paper = changed(published, tmp_path, "Singapore\t\t√\t\t√", "Singapore\t√\t√\t\t√")
    intake = accept(paper, "apmbc", actor=operator("amina"))
    assert [one.proposal.fact.occasion for one in intake.conflicts] == ["IM2014"]
    held = current(AttendanceVersion, now(), state="SGP", occasion="IM2014")
    assert [one.fact.claim for one in held] == [ParticipationClaim.DID_NOT, ParticipationClaim.TOOK_PART]


@pytest.mark.shared
def test_a_paper_with_an_unknown_state_records_nothing(register, published, tmp_path):
    paper = changed(published, tmp_path, "Bahrain", "Bahrania")
    before = head()
    with pytest.raises(Unreadable, match="Bahrania"):
        accept(paper, "apmbc", actor=operator("amina"))
    assert head() == before


@pytest.mark.shared
def test_what_is_not_understood_can_be_left_out(register, published, tmp_path):
    paper = changed(published, tmp_path, "Nepal\t“Nepal", "Nepalia\t“Nepal")
    intake = accept(paper, "apmbc", actor=operator("amina"), skip=True)
    assert any("Nepalia" in passage.text for passage in intake.findings.not_understood)
    assert intake.count(Verdict.COMPLETES) == 36


@pytest.mark.shared
def test_a_cut_paper_records_nothing(register, published, tmp_path):
    text = published.read_text(encoding="utf-8")
    paper = tmp_path / "cut.txt"
    paper.write_text(text[: text.index("Myanmar recognises")], encoding="utf-8")
    before = head()
    with pytest.raises(Unreadable, match="cut"):
        accept(paper, "apmbc", actor=operator("amina"))
    assert head() == before


REPORTS = (
    b"State,Date of submission,Year covered\nPalau,28 April 2031,2030\nFiji,2 May 2031,2030\nCuba,3 May 2031,2030\n"
)


def reports():
    intake = propose_copy(REPORTS, "apmbc", name="reports.csv")
    return intake, {mark: one.comparison.verdict for mark, one in intake.marked().items()}


def chosen(actor, marks, classification=Classification.PUBLIC):
    return accept_chosen(actor, reports()[0], REPORTS, chosen=marks, classification=classification)


def test_only_what_is_chosen_is_recorded_and_for_whom_it_is(register):
    _, marks = reports()
    first, *_ = marks
    done = chosen(operator("amina"), {first: marks[first]}, Classification.ISU)
    assert (done.is_accepted, len(done.compared)) == (True, 1)
    held = current(ReportVersion, now(), covers="2030")
    assert [(one.fact.state, one.classification) for one in held] == [("PLW", Classification.ISU)]
    assert current(SourceVersion, now(), key=held[0].source)[0].classification is Classification.ISU
    assert verify().ok


def test_what_compares_otherwise_by_now_is_told_and_nothing_is_recorded(register):
    _, marks = reports()
    first, second, *_ = marks
    chosen(operator("amina"), {first: marks[first]})
    before = head()
    with pytest.raises(Changed) as changed:
        chosen(operator("ben"), {first: marks[first], second: marks[second]})
    assert changed.value.now.count(Verdict.SAME) == 1
    with pytest.raises(Changed):
        chosen(operator("ben"), {"0123456789ab": Verdict.NEW})
    with pytest.raises(Refused, match="nothing is chosen"):
        chosen(operator("ben"), {first: Verdict.SAME})
    assert head() == before


def test_who_may_not_record_in_a_class_records_nothing(register):
    _, marks = reports()
    before = head()
    with pytest.raises(NotAllowed):
        chosen(Actor("cleo", frozenset({Role.CLEARER})), marks, Classification.ISU)
    with pytest.raises(NotAllowed):
        chosen(Actor("mia", frozenset({Role.MEMBER})), marks)
    assert head() == before


def test_proposals_that_are_alike_have_marks_of_their_own(register):
    intake, _ = reports()
    doubled = replace(intake, compared=intake.compared * 3)
    assert len(doubled.marked()) == 9
