"""Two persons: what one recorded counts after another accepted it, is public after release, and is ended with a reason."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.evidence.models import ReportVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Report
from accede.records.choose import choose
from accede.records.current import current
from accede.records.merge import merge, redirect
from accede.records.models import Event, EventKind
from accede.records.reference import Reference
from accede.records.release import release, withdraw
from accede.records.retract import retract
from accede.records.review import accept, comment, give_back
from accede.records.reviewing import Stage, stages, waiting
from accede.records.values import Source, View
from accede.records.write import writing
from accede.vocabulary.errors import NotAllowed, Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

pytestmark = pytest.mark.usefixtures("register")

ANA, BEN = operator("ana"), operator("ben")
KEY = "apmbc/CUB/report/2026-03-01"
FIRST, SECOND = Reference("report", KEY, 1), Reference("report", KEY, 2)


def report(day: str = "2026-03-01") -> Report:
    return Report(
        treaty="apmbc",
        state="CUB",
        duty=ReportDuty.VOLUNTARY,
        report_state=ReportState.SUBMITTED,
        submitted=PartialDate.parse(day),
    )


def recorded(actor: Actor = ANA, key: str = KEY, **around) -> Reference:
    record(actor, key, report(), source=around.pop("source", "18msp-statement"), **around)
    return Reference("report", key, 1)


def corrected(actor: Actor = ANA) -> Reference:
    supersede(actor, KEY, report("2026-03-02"), expected_version=1, reason="misread", source="18msp-statement")
    return SECOND


def stage(reference: Reference) -> Stage:
    return stages([reference])[reference].stage


def versions(**view) -> list[int]:
    seen = View(as_of=date.max, known_on=view.pop("known_on", datetime.now(UTC)), **view)
    return [held.version for held in current(ReportVersion, seen, key=KEY)]


def test_what_one_records_waits_for_another():
    recorded()
    assert [one.reference for one in waiting(Stage.PENDING, "report")] == [FIRST]
    assert (versions(), versions(accepted=True), versions(public=True)) == ([1], [], [])
    with pytest.raises(Refused, match="you recorded it yourself"):
        accept(ANA, [FIRST])
    assert accept(BEN, [FIRST]) == 1
    assert accept(BEN, [FIRST]) == 0
    assert (versions(accepted=True), versions(public=True)) == ([1], [])
    assert waiting(Stage.PENDING, "report") == []


def test_only_what_is_accepted_is_released():
    recorded()
    with pytest.raises(Refused, match="waiting for review"):
        release(ANA, [FIRST])
    accept(BEN, [FIRST])
    assert release(ANA, [FIRST]) == 1
    assert versions(public=True) == [1]
    corrected()
    assert (versions(), versions(accepted=True), versions(public=True)) == ([2], [1], [1])
    accept(BEN, [SECOND])
    assert (versions(accepted=True), versions(public=True)) == ([2], [1])
    release(ANA, [SECOND])
    assert versions(public=True) == [2]


def test_shipped_facts_count_as_accepted():
    held = View(as_of=date.max, known_on=datetime.now(UTC))
    accepted = View(as_of=date.max, known_on=datetime.now(UTC), accepted=True)
    assert len(current(ReportVersion, accepted)) == len(current(ReportVersion, held)) > 0


def test_an_embargo_ends_at_its_instant():
    recorded()
    accept(BEN, [FIRST])
    until = datetime.now(UTC) + timedelta(days=2)
    release(ANA, [FIRST], at=until)
    assert stage(FIRST) is Stage.EMBARGOED
    assert versions(public=True, known_on=until - timedelta(seconds=1)) == []
    assert versions(public=True, known_on=until) == [1]
    with pytest.raises(Refused, match="withdraw it first"):
        release(ANA, [FIRST], at=until + timedelta(days=1))
    release(ANA, [FIRST])
    assert versions(public=True) == [1]
    with pytest.raises(Refused, match="cannot be put into the past"):
        release(ANA, [FIRST], at=datetime.now(UTC) - timedelta(minutes=1))


def test_a_release_under_embargo_can_be_taken_back_unseen():
    recorded()
    accept(BEN, [FIRST])
    until = datetime.now(UTC) + timedelta(days=2)
    release(ANA, [FIRST], at=until)
    withdraw(ANA, [FIRST], reason="too early")
    assert stage(FIRST) is Stage.WITHDRAWN
    assert versions(public=True, known_on=until + timedelta(days=1)) == []
    release(ANA, [FIRST])
    assert versions(public=True) == [1]


def test_a_source_goes_with_what_is_taken_from_it():
    source = Source(title="A letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record("a-letter", source, source="")
    recorded(source="a-letter")
    letter = Reference("source", "a-letter", 1)
    accept(BEN, [FIRST])
    assert stage(letter) is Stage.ACCEPTED
    release(ANA, [FIRST])
    assert stage(letter) is Stage.RELEASED


def test_a_source_for_fewer_holds_its_facts_back():
    source = Source(title="A letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record("a-letter", source, source="", classification=Classification.PRESIDENCY)
    recorded(source="a-letter")
    accept(BEN, [FIRST])
    with pytest.raises(Refused, match="its source a-letter is for presidency only"):
        release(ANA, [FIRST])
    assert stage(FIRST) is Stage.ACCEPTED


def test_a_return_says_why_and_a_new_version_waits_again():
    recorded()
    with pytest.raises(Refused, match="needs a reason"):
        give_back(BEN, FIRST, reason=" ")
    give_back(BEN, FIRST, reason="the day is that of the letter")
    assert stages([FIRST])[FIRST].reason == "the day is that of the letter"
    assert [one.reference for one in waiting(Stage.RETURNED, "report")] == [FIRST]
    with pytest.raises(Refused, match="returned already"):
        give_back(BEN, FIRST, reason="again")
    corrected()
    assert [one.reference for one in waiting(Stage.PENDING, "report")] == [SECOND]
    with pytest.raises(Refused, match="version 2 was recorded by ana meanwhile"):
        accept(BEN, [FIRST])


def test_all_are_accepted_or_none():
    recorded()
    mine = recorded(BEN, f"{KEY}~2")
    with pytest.raises(Refused):
        accept(BEN, [FIRST, mine])
    assert stage(FIRST) is Stage.PENDING


def test_a_comment_changes_nothing_but_the_history():
    recorded()
    comment(BEN, FIRST, text="Is this the covering letter?")
    assert stage(FIRST) is Stage.PENDING
    said = Event.objects.get(happening=EventKind.COMMENT)
    assert (said.recorded_by, said.reason, said.key) == ("ben", "Is this the covering letter?", KEY)


def test_who_recorded_it_takes_it_back_while_nobody_has_accepted_it():
    drafter = Actor("ana", frozenset({Role.DRAFTER}))
    recorded(drafter)
    retract(drafter, FIRST, reason="twice")
    assert stage(FIRST) is Stage.RETRACTED
    assert versions() == []
    with pytest.raises(Refused, match="retracted already"):
        retract(ANA, FIRST, reason="again")


def test_what_is_accepted_is_retracted_by_a_reviewer():
    drafter = Actor("ana", frozenset({Role.DRAFTER}))
    recorded(drafter)
    accept(BEN, [FIRST])
    release(BEN, [FIRST])
    before = datetime.now(UTC)
    with pytest.raises(NotAllowed):
        retract(drafter, FIRST, reason="twice")
    retract(BEN, FIRST, reason="another State's report")
    assert (versions(), versions(public=True), versions(public=True, known_on=before)) == ([], [], [1])


def test_a_double_goes_on_under_the_other_key():
    recorded()
    double = recorded(key=f"{KEY}~2")
    accept(BEN, [FIRST, double])
    merge(BEN, double, into=KEY, reason="the same report")
    seen = View(as_of=date.max, known_on=datetime.now(UTC))
    assert [held.key for held in current(ReportVersion, seen, state="CUB") if held.key.startswith(KEY)] == [KEY]
    assert redirect("report", double.key) == KEY
    with pytest.raises(Refused, match="merged into another record"):
        merge(BEN, FIRST, into=double.key, reason="the other way round")


def test_a_choice_is_of_accepted_records_and_has_a_reason():
    recorded()
    with pytest.raises(Refused, match="waiting for review"):
        choose(BEN, FIRST, topic="a topic", reason="nearer to the fact")
    accept(BEN, [FIRST])
    with pytest.raises(Refused, match="needs a reason"):
        choose(BEN, FIRST, topic="a topic", reason="")
    choose(BEN, FIRST, topic="a topic", reason="nearer to the fact")


@pytest.mark.parametrize(
    ("role", "use"),
    [
        (Role.DRAFTER, lambda actor: accept(actor, [FIRST])),
        (Role.DRAFTER, lambda actor: release(actor, [FIRST])),
        (Role.MEMBER, lambda actor: comment(actor, FIRST, text="words")),
        (Role.REVIEWER, lambda actor: release(actor, [FIRST])),
        (Role.PUBLISHER, lambda actor: give_back(actor, FIRST, reason="why")),
        (Role.CLEARER, lambda actor: choose(actor, FIRST, topic="t", reason="why")),
        (Role.ADMINISTRATOR, lambda actor: retract(actor, FIRST, reason="why")),
    ],
)
def test_a_use_case_asks_the_policy(role, use):
    recorded()
    with pytest.raises(NotAllowed, match="your roles do not let you"):
        use(Actor("cem", frozenset({role})))
    assert Event.objects.filter(key=KEY).count() == 0


def test_what_a_clearer_may_not_read_the_clearer_may_not_touch():
    recorded(classification=Classification.ISU)
    clearer = Actor("cem", frozenset({Role.CLEARER}))
    with pytest.raises(NotAllowed, match="for ISU"):
        comment(clearer, FIRST, text="words")


def test_members_read_what_is_released_to_states_parties():
    recorded(classification=Classification.STATES_PARTIES)
    accept(BEN, [FIRST])
    release(BEN, [FIRST])
    parties = frozenset({Classification.PUBLIC, Classification.STATES_PARTIES})
    assert versions(public=True) == []
    assert versions(public=True, readers=parties) == [1]
