"""Rounds of letters: planned, worded, cleared by a second person, moved from step to step, told as an activity."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from accede.activities.models import ActivityVersion
from accede.activities.values import Activity
from accede.evidence.record import record
from accede.outreach.models import Delivery
from accede.outreach.rounds.addressing import addressed
from accede.outreach.rounds.afterwards import enter_afterwards, read_sheet
from accede.outreach.rounds.archive import archive
from accede.outreach.rounds.clear import clear, take_back
from accede.outreach.rounds.composed import composed, made_now, missing_letters
from accede.outreach.rounds.drafts import Draft, add_letter, change_letter, change_round, leave_out
from accede.outreach.rounds.held import letter_held, letters_of, round_held, steps_of
from accede.outreach.rounds.plan import plan_round
from accede.outreach.rounds.printed import make_files
from accede.outreach.rounds.remind import remind, reminder_of, silent
from accede.outreach.rounds.steps import move
from accede.outreach.rounds.told import tell_round, told_by
from accede.outreach.rounds.waits import due_on, is_overdue
from accede.outreach.rounds.words import texts_of, write_texts
from accede.overview.load import EVERY_KIND, load
from accede.paper.tree import Paragraph, Section, text_of
from accede.records.current import current
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.reviewing import Stage, stage_of
from accede.records.values import SHIPPED
from accede.reporting.recipes.status_paper import status_paper
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import Damaged, NotAllowed, Refused
from accede.vocabulary.letters import Addressees, LetterPlace, LetterStep
from accede.vocabulary.partial_date import PartialDate
from rounds_cast import CLEARER, DAY, DRAFTER, REVIEWER, ROUND, cleared, outside, planned, seen_on, stepped

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

PAPER_DAY = date(2019, 8, 21)
ACTIVITY = "apmbc/letters/2019"


def words_of(section: Section) -> str:
    return " ".join(text_of(block.inlines) for block in section.blocks if isinstance(block, Paragraph))


def section_of_the_president(**fold: bool) -> str:
    """What the status paper of 2019 says of the President's activities."""
    paper = status_paper(load(seen_on(PAPER_DAY, **fold), "apmbc", *EVERY_KIND), meeting="4RC")
    (section,) = [each for each in paper.sections if each.number == "II"]
    return words_of(section)


def told() -> tuple[Activity, Stage]:
    (held,) = current(ActivityVersion, seen_on(PAPER_DAY), key=ACTIVITY)
    return held.fact, stage_of(Reference("activity", held.key, held.version))


def test_the_status_paper_counts_the_letters_that_went_and_names_who_answered() -> None:
    key = planned(*outside())
    assert "33" not in section_of_the_president(accepted=True)
    cleared(key)
    stepped(key, LetterStep.SENT)
    section = section_of_the_president(accepted=True)
    assert "wrote to the 33 States not party" in section
    assert "inviting them to the intersessional meetings of 2019 and the Fourth Review Conference" in section
    for iso3, day in (("CHN", "2019-05-06"), ("USA", "2019-05-09")):
        reply = Activity(treaty="apmbc", kind=ActivityKind.REPLY, on=PartialDate.parse(day), by=iso3, reply_to=ACTIVITY)
        record(DRAFTER, f"apmbc/reply/{iso3}/{day}", reply, source="")
        stepped(key, LetterStep.REPLIED, iso3, on=PartialDate.parse(day))
    said = section_of_the_president()
    assert "Written replies were received from China and the United States" in said


def test_what_is_told_is_accepted_by_who_cleared_it_and_released_by_a_publisher() -> None:
    from accede.accounts.actor import Actor
    from accede.accounts.policy import Role

    key = planned(*outside())
    cleared(key)
    stepped(key, LetterStep.SENT)
    fact, stage = told()
    assert (fact.towards_count, fact.towards_all_outside, fact.presidency, stage) == (33, True, "NOR", Stage.ACCEPTED)
    publisher = Actor("publisher", frozenset({Role.PUBLISHER}))
    assert release(publisher, [Reference("activity", ACTIVITY, 1)]) == 2, "the letters as a source go with it"
    assert "wrote to the 33 States not party" in section_of_the_president(public=True)


def test_a_round_that_leaves_one_out_names_those_it_went_to() -> None:
    key = planned("CHN", "USA", "MAR")
    cleared(key)
    stepped(key, LetterStep.SENT, "CHN", "MAR")
    fact, _ = told()
    assert (fact.towards, fact.towards_all_outside, fact.towards_count) == (("CHN", "MAR"), False, 2)
    stepped(key, LetterStep.SENT, "USA", on=PartialDate.parse("2019-04-02"))
    fact, stage = told()
    assert (fact.on.edtf, fact.towards_count, stage) == ("2019-03-26/2019-04-02", 3, Stage.ACCEPTED)


def test_nothing_is_told_twice_and_a_letter_marked_by_mistake_is_taken_out_of_the_count() -> None:
    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.SENT)
    versions = ActivityVersion.objects.filter(key=ACTIVITY).count()
    assert tell_round(DRAFTER, key) == ACTIVITY
    assert ActivityVersion.objects.filter(key=ACTIVITY).count() == versions
    with pytest.raises(Refused, match="sent already"):
        stepped(key, LetterStep.CLEARED, "USA", on=None)
    stepped(key, LetterStep.CLEARED, "USA", on=None, note="marked by mistake")
    assert told()[0].towards == ("CHN",)
    stepped(key, LetterStep.CLEARED, "CHN", on=None, note="marked by mistake")
    assert told_by(round_held(key).fact) is None


def test_what_people_added_to_what_is_told_stays() -> None:
    from accede.evidence.supersede import supersede

    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.SENT, "CHN")
    held = told_by(round_held(key).fact)
    assert held is not None
    changed = replace(held.fact, summary="Asks for news.")
    supersede(DRAFTER, ACTIVITY, changed, expected_version=1, reason="said what for", source=held.source)
    stepped(key, LetterStep.SENT, "USA")
    assert (told()[0].summary, told()[0].towards_count) == ("Asks for news.", 2)


def test_letters_on_record_already_are_taken_over_with_a_reason_and_not_doubled() -> None:
    of_2018 = replace(ROUND, on=PartialDate.parse("2018-03-26"), presidency="AFG", due=None, invites=())
    states = dict.fromkeys(outside(of_2018.on), "en")
    with pytest.raises(Refused, match="letters of 2018 are on record already"):
        plan_round(DRAFTER, of_2018, states)
    key = plan_round(DRAFTER, replace(of_2018, takes_over="the letters themselves are here now"), states)
    (before,) = current(ActivityVersion, seen_on(PAPER_DAY), key="apmbc/letters/2018")
    assert before.recorded_by == SHIPPED
    cleared(key)
    stepped(key, LetterStep.SENT, on=of_2018.on)
    rounds = current(ActivityVersion, seen_on(PAPER_DAY), treaty="apmbc", kind="letter_round")
    (after,) = [each for each in rounds if each.fact.on.counts_from.year == 2018]
    assert (after.key, after.version, after.reason) == ("apmbc/letters/2018", 2, "the letters themselves are here now")
    assert after.fact.towards_count == 33
    assert after.fact.forum == before.fact.forum
    paper = status_paper(load(seen_on(date(2018, 8, 21), accepted=True), "apmbc", *EVERY_KIND), meeting="17MSP")
    (section,) = [each for each in paper.sections if each.number == "II"]
    assert "replies were received from China and the United States" in words_of(section)


def test_letters_told_apart_have_a_key_of_their_own() -> None:
    other = replace(ROUND, on=PartialDate.parse("2018-10-01"), due=None, invites=())
    key = plan_round(DRAFTER, other, {"CHN": "en"}, is_told_apart=True)
    assert round_held(key).fact.activity == "apmbc/letters/2018-10-01"


def test_who_drafted_a_letter_does_not_clear_it() -> None:
    from accede.accounts.actor import Actor
    from accede.accounts.policy import Role

    both = Actor("both", frozenset({Role.DRAFTER, Role.CLEARER}))
    key = plan_round(both, ROUND, {"CHN": "en"})
    with pytest.raises(Refused, match="you drafted it yourself"):
        cleared(key, actor=both)
    with pytest.raises(NotAllowed):
        cleared(key, actor=DRAFTER)
    cleared(key)
    assert letters_of(key)["CHN"].fact.step is LetterStep.CLEARED


def test_who_wrote_the_words_or_an_exception_drafted_the_letter_too() -> None:
    key = planned("CHN", "USA")
    held = letters_of(key)["USA"]
    change_letter(CLEARER, held.key, Draft(language="en", exception="We ask you to write."), expected_version=1)
    cleared(key, "CHN")
    with pytest.raises(Refused, match="you drafted it yourself"):
        cleared(key, "USA")
    write_texts(CLEARER, key, "fr", {LetterPlace.SUBJECT: "Autre sujet"}, expected_versions={})
    another = planned("MAR", language="fr", on=PartialDate.parse("2019-03-27"))
    write_texts(CLEARER, another, "fr", {LetterPlace.SUBJECT: "Autre sujet"}, expected_versions={})
    with pytest.raises(Refused, match="you drafted it yourself"):
        cleared(another)


def test_what_is_cleared_is_sent_as_it_was_read() -> None:
    key = planned("CHN", "USA")
    cleared(key, "CHN")
    read = composed(letters_of(key)["CHN"].key)
    written = {LetterPlace.SUBJECT: "Something else"}
    write_texts(DRAFTER, key, "en", written, expected_versions={})
    assert composed(letters_of(key)["CHN"].key).document == read.document
    assert text_of(made_now(round_held(key), letters_of(key)["CHN"]).title) == "Something else"
    assert text_of(composed(letters_of(key)["USA"].key).document.title) == "Something else"


def test_a_letter_that_changed_while_it_was_read_is_not_cleared() -> None:
    key = planned("CHN")
    letter = letters_of(key)["CHN"]
    read = composed(letter.key).content
    write_texts(DRAFTER, key, "en", {LetterPlace.SUBJECT: "Something else"}, expected_versions={})
    with pytest.raises(Refused, match="changed while you read it"):
        clear(CLEARER, key, {letter.key: read})


def test_a_clearance_that_is_taken_back_makes_a_draft_again() -> None:
    key = planned("CHN")
    cleared(key)
    letter = letters_of(key)["CHN"]
    with pytest.raises(Refused, match="needs a reason"):
        take_back(DRAFTER, letter.key, expected_version=letter.version, reason=" ")
    take_back(CLEARER, letter.key, expected_version=letter.version, reason="the meeting was moved")
    assert letters_of(key)["CHN"].fact.step is LetterStep.DRAFTED
    cleared(key)
    assert letters_of(key)["CHN"].fact.step is LetterStep.CLEARED


def test_nobody_overwrites_another() -> None:
    key = planned("CHN")
    letter = letters_of(key)["CHN"]
    change_letter(REVIEWER, letter.key, Draft(language="fr"), expected_version=1)
    with pytest.raises(Refused, match="reviewer changed the letter meanwhile"):
        change_letter(DRAFTER, letter.key, Draft(language="es"), expected_version=1)
    write_texts(REVIEWER, key, "en", {LetterPlace.SUBJECT: "Theirs"}, expected_versions={})
    with pytest.raises(Refused, match="reviewer wrote for “subject” meanwhile"):
        write_texts(DRAFTER, key, "en", {LetterPlace.SUBJECT: "Ours"}, expected_versions={})
    change_round(REVIEWER, key, replace(round_held(key).fact, title="Theirs"), expected_version=1)
    with pytest.raises(Refused, match="reviewer changed the round meanwhile"):
        change_round(DRAFTER, key, replace(round_held(key).fact, title="Ours"), expected_version=1)


def test_a_letter_that_is_not_cleared_does_not_go() -> None:
    key = planned("CHN")
    with pytest.raises(Refused, match="the letter is not cleared"):
        stepped(key, LetterStep.SENT)
    with pytest.raises(Refused, match="not by saying so"):
        stepped(key, LetterStep.CLEARED, on=None)


def test_the_office_of_the_president_signs() -> None:
    key = planned("CHN")
    cleared(key)
    with pytest.raises(NotAllowed):
        stepped(key, LetterStep.SIGNED)
    stepped(key, LetterStep.SIGNED, actor=CLEARER)
    assert letters_of(key)["CHN"].fact.step is LetterStep.SIGNED


@pytest.mark.parametrize("day", ["2019-03-20", "2099-01-01"])
def test_a_step_does_not_come_before_the_letter_went_nor_in_the_future(day: str) -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    with pytest.raises(Refused):
        stepped(key, LetterStep.DELIVERED, on=PartialDate.parse(day))


def test_what_a_mail_server_took_is_not_taken_back() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    letter = letters_of(key)["CHN"]
    Delivery.objects.create(
        letter=letter.key,
        state="taken",
        message_id="<1@example.org>",
        queued_at=letter.recorded_at,
        queued_by="drafter",
    )
    with pytest.raises(Refused, match="a mail server has taken the letter"):
        stepped(key, LetterStep.CLEARED, on=None, note="marked by mistake")


def test_each_step_says_who_and_when() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    move(
        REVIEWER,
        f"{key}/CHN",
        LetterStep.DELIVERED,
        on=PartialDate.parse("2019-03-28"),
        channel="by hand",
        expected_version=3,
    )
    (steps,) = steps_of([f"{key}/CHN"]).values()
    assert [(each.fact.step.value, each.recorded_by) for each in steps] == [
        ("drafted", "drafter"),
        ("cleared", "clearer"),
        ("sent", "drafter"),
        ("delivered", "reviewer"),
    ]
    assert letter_held(f"{key}/CHN").fact.channel == "by hand"


def test_an_answer_is_overdue_after_the_day_that_was_asked_for_or_sixty_days() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    (steps,) = steps_of([f"{key}/CHN"]).values()
    round_ = round_held(key).fact
    assert due_on(round_, steps) == date(2019, 5, 31)
    assert not is_overdue(round_, steps, date(2019, 5, 31))
    assert is_overdue(round_, steps, date(2019, 6, 1))
    assert due_on(replace(round_, due=None), steps) == date(2019, 5, 25)
    assert due_on(replace(round_, due=PartialDate.parse("2019-03-01")), steps) == date(2019, 5, 25)


def test_a_second_open_letter_to_a_state_needs_to_be_meant() -> None:
    today = PartialDate.parse("2026-11-01")
    planned("CHN", "USA", on=today, as_of=today, due=None, invites=())
    with pytest.raises(Refused, match="another letter is open to China, United States"):
        planned("CHN", "MAR", "USA", on=today, as_of=today, due=None, invites=())
    key = plan_round(
        DRAFTER, replace(ROUND, on=today, as_of=today, due=None, invites=()), {"CHN": "en"}, beside=["CHN"]
    )
    assert key == "apmbc/round/2026-11-01-no2"


def test_a_round_long_ago_that_nobody_answered_is_in_nobodys_way() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    assert planned("CHN", on=PartialDate.parse("2020-03-01"), takes_over="told here now")


def test_a_state_can_be_left_out_and_added_again() -> None:
    key = planned("CHN", "USA")
    leave_out(DRAFTER, f"{key}/USA", expected_version=1, reason="in contact otherwise")
    assert list(letters_of(key)) == ["CHN"]
    add_letter(DRAFTER, key, "USA", "en")
    add_letter(DRAFTER, key, "MAR", "fr")
    assert {iso3: each.fact.number for iso3, each in letters_of(key).items()} == {
        "CHN": "PRES/2019/1",
        "MAR": "PRES/2019/3",
        "USA": "PRES/2019/2",
    }
    with pytest.raises(Refused, match="written to already"):
        add_letter(DRAFTER, key, "MAR", "fr")


def test_a_letter_that_went_is_not_left_out() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT)
    with pytest.raises(Refused, match="the letter is sent"):
        leave_out(DRAFTER, f"{key}/CHN", expected_version=3, reason="too late")


def test_a_reminder_goes_to_those_that_were_silent_in_their_languages() -> None:
    key = plan_round(DRAFTER, ROUND, {"CHN": "zh", "MAR": "fr", "USA": "en"})
    cleared(key)
    stepped(key, LetterStep.SENT)
    stepped(key, LetterStep.REPLIED, "USA", on=PartialDate.parse("2019-05-09"))
    assert [each.fact.state for each in silent(key, overdue_only=True)] == ["CHN", "MAR"]
    reminder = remind(DRAFTER, reminder_of(key, on=date(2019, 6, 3)))
    assert {iso3: each.fact.language for iso3, each in letters_of(reminder).items()} == {"CHN": "zh", "MAR": "fr"}
    assert round_held(reminder).fact.activity == "apmbc/letters/2019-06-03"
    first = texts_of(key, round_held(key).fact, "fr")[LetterPlace.OPENING]
    assert texts_of(reminder, round_held(reminder).fact, "fr")[LetterPlace.OPENING] != first
    cleared(reminder)
    stepped(reminder, LetterStep.SENT, on=PartialDate.parse("2019-06-03"))
    (held,) = current(ActivityVersion, seen_on(PAPER_DAY), key="apmbc/letters/2019-06-03")
    assert (held.fact.towards_count, held.fact.follows) == (2, ACTIVITY)


def test_the_register_finds_whom_to_write_to() -> None:
    register = load(seen_on(DAY.counts_from), "apmbc", *EVERY_KIND)

    def found(question: Addressees) -> set[str]:
        return {each.iso3 for each in addressed(register, question) if each.is_asked_for}

    assert len(addressed(register, Addressees.OUTSIDE)) == len(found(Addressees.OUTSIDE)) == 33
    assert len(found(Addressees.NO_INFORMATION)) == 5
    assert found(Addressees.NO_INFORMATION) < found(Addressees.OLD_INFORMATION)
    assert {"USA", "RUS", "CUB"} <= found(Addressees.ABSTAINED)
    assert "CHN" not in found(Addressees.ABSTAINED)


def test_a_round_of_an_earlier_presidency_waits_for_review() -> None:
    sheet = read_sheet(
        "State\tSent\tReply\tLanguage\n"
        "China\t26 March 2019\t6 May 2019\tChinese\n"
        "USA;2019-03-26;;\n"
        "Atlantis\t26 March 2019\n"
        "Morocco\tsome day\n"
    )
    assert [(each.iso3, each.language) for each in sheet.lines] == [("CHN", "zh"), ("USA", "en")]
    assert [each.number for each in sheet.puzzles] == [4, 5]
    key = enter_afterwards(DRAFTER, ROUND, sheet.lines)
    assert {iso3: each.fact.step.value for iso3, each in letters_of(key).items()} == {"CHN": "replied", "USA": "sent"}
    fact, stage = told()
    assert (fact.towards_count, stage) == (2, Stage.PENDING)
    (reply,) = current(ActivityVersion, seen_on(PAPER_DAY), kind="reply", by="CHN", reply_to=ACTIVITY)
    assert reply.fact.on.edtf == "2019-05-06"


def test_an_answer_does_not_come_before_its_letter() -> None:
    sheet = read_sheet("China\t26 March 2019\t25 March 2019")
    with pytest.raises(Refused, match="came before the letter went"):
        enter_afterwards(DRAFTER, ROUND, sheet.lines)


def test_the_letters_of_a_round_are_one_file_the_same_each_time() -> None:
    key = plan_round(DRAFTER, ROUND, {"CHN": "zh", "MAR": "fr"})
    cleared(key)
    content = archive(key)
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == [
        "apmbc-round-2019-03-26-CHN-zh.docx",
        "apmbc-round-2019-03-26-CHN-zh.pdf",
        "apmbc-round-2019-03-26-MAR-fr.docx",
        "apmbc-round-2019-03-26-MAR-fr.pdf",
    ]
    assert archive(key) == content


def test_letters_in_work_are_in_no_public_fold() -> None:
    from accede.activities.models import LetterTextVersion, LetterVersion, RoundVersion

    key = planned("CHN")
    write_texts(DRAFTER, key, "en", {LetterPlace.SUBJECT: "Ours"}, expected_versions={})
    for model in (RoundVersion, LetterVersion, LetterTextVersion):
        assert current(model, seen_on(PAPER_DAY))
        assert not current(model, seen_on(PAPER_DAY, public=True))
        assert not current(model, seen_on(PAPER_DAY, accepted=True))


def test_a_letter_closed_before_it_went_is_not_counted() -> None:
    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.CLOSED, "USA", on=None, note="met instead")
    stepped(key, LetterStep.SENT, "CHN")
    assert told()[0].towards == ("CHN",)


def test_a_person_may_correct_what_is_told_and_the_letters_go_on_counting() -> None:
    from accede.evidence.supersede import supersede

    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.SENT, "CHN")
    fact = replace(told()[0], summary="Asks for news.")
    supersede(DRAFTER, ACTIVITY, fact, expected_version=1, reason="another source", source="17msp-status-paper")
    stepped(key, LetterStep.SENT, "USA")
    assert told()[0].towards_count == 2


def test_of_an_earlier_round_no_day_is_made_up() -> None:
    in_march = replace(ROUND, on=PartialDate.parse("2019-03"), due=None)
    key = enter_afterwards(DRAFTER, in_march, read_sheet("China\nMorocco").lines)
    assert key == "apmbc/round/2019-03"
    assert told()[0].on.edtf == "2019-03"


def test_the_day_of_a_letter_that_a_mail_server_took_is_changed_with_a_reason_alone() -> None:
    key = planned("CHN")
    cleared(key)
    stepped(key, LetterStep.SENT, on=None)
    letter = letters_of(key)["CHN"]
    Delivery.objects.create(
        letter=letter.key,
        state="taken",
        message_id="<1@example.org>",
        queued_at=letter.recorded_at,
        queued_by="drafter",
    )
    with pytest.raises(Refused, match="To give it another day, say why"):
        stepped(key, LetterStep.SENT)
    stepped(key, LetterStep.SENT, note="handed over before it was mailed")
    assert told()[0].on == DAY


@pytest.mark.parametrize("text", ["ask m.muster@example.org", "Mr. Muster knows", "H.E. Ms. Muster"])
def test_what_stays_in_the_record_names_nobody(text: str) -> None:
    with pytest.raises(Refused, match="is never erased"):
        planned("CHN", note=text)
    key = planned("CHN")
    with pytest.raises(Refused, match="is never erased"):
        leave_out(DRAFTER, f"{key}/CHN", expected_version=1, reason=text)


def test_who_cleared_stays_who_cleared_whatever_is_marked_afterwards() -> None:
    from accede.records.models import Event

    key = planned("CHN", "USA")
    cleared(key)
    make_files(DRAFTER, [(each.key, each.version) for each in letters_of(key).values()])
    stepped(key, LetterStep.SENT, "CHN")
    stepped(key, LetterStep.CLEARED, "CHN", on=None, note="marked by mistake")
    stepped(key, LetterStep.SENT)
    accepted = Event.objects.filter(happening="acceptance", record="activity", key=ACTIVITY)
    assert {each.recorded_by for each in accepted} == {"clearer"}


def test_a_plan_changed_after_the_clearance_is_not_accepted_by_it() -> None:
    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.SENT, "CHN")
    assert told()[1] is Stage.ACCEPTED
    change_round(DRAFTER, key, replace(round_held(key).fact, presidency="SDN"), expected_version=1)
    fact, stage = told()
    assert (fact.presidency, stage) == ("SDN", Stage.PENDING)


def test_what_a_person_added_is_not_accepted_by_the_next_letter() -> None:
    from accede.evidence.supersede import supersede

    key = planned("CHN", "USA")
    cleared(key)
    stepped(key, LetterStep.SENT, "CHN")
    fact = replace(told()[0], summary="Asks for news.")
    supersede(DRAFTER, ACTIVITY, fact, expected_version=1, reason="said what for", source="")
    stepped(key, LetterStep.SENT, "USA")
    assert told()[1] is Stage.PENDING


def test_a_cleared_letter_whose_copy_is_gone_is_told() -> None:
    key = planned("CHN")
    cleared(key)
    letter = letters_of(key)["CHN"]
    assert not list(missing_letters())
    kept_copy = Path(settings.ACCEDE_HOME) / "letters" / letter.fact.content_sha256
    content = kept_copy.read_bytes()
    kept_copy.unlink()
    try:
        assert [sentence.partition(":")[0] for sentence in missing_letters()] == [letter.key]
        with pytest.raises(Damaged):
            composed(letter.key)
    finally:
        kept_copy.write_bytes(content)
