"""Behind the door: what came in is read, chosen from and recorded for review; links are made, listed and revoked."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.activities.letters import Letter, Round
from accede.activities.models import ActivityVersion, LetterVersion, PromiseVersion
from accede.evidence.models import ConfirmationVersion, PracticeVersion, StatementVersion
from accede.intake.compare import Verdict
from accede.intake.findings import Certainty
from accede.outreach.confirm.answers import Answers, from_json, to_json
from accede.outreach.confirm.findings import answered, findings_of
from accede.outreach.confirm.link import LinkState, find, state_of
from accede.outreach.confirm.read import read
from accede.outreach.confirm.take_over import came, set_aside, take_in_form, take_over, waiting
from accede.outreach.confirm.word import written
from accede.outreach.models import ConfirmLink, Submission
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.records import kept
from accede.records.models import SourceVersion
from accede.records.write import writing
from accede.vocabulary.errors import Damaged, NotAllowed, Refused
from accede.vocabulary.letters import Addressees, LetterForm, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind
from confirm_cast import DAY, form, link_path, sent, visitor

pytestmark = pytest.mark.usefixtures("register", "own_address")

ANA = operator("ana")


@pytest.fixture
def own_address(settings, tmp_path):
    """The site knows its address; attempts and kept files are this test's alone."""
    settings.ACCEDE_ADDRESS = "https://register.example"
    settings.ACCEDE_HOME = tmp_path


def send(values, iso3="MAR", *, language="en", **further):
    """What a State sends by a new link."""
    path = link_path(iso3, language=language, **further)
    assert sent(visitor(), path, values).status_code == 303
    return Submission.objects.order_by("-pk")[0]


def proposals(values, iso3="MAR"):
    """The facts that are proposed from what is filled in."""
    held = form(iso3)
    answers = read(held, values).answers
    return [each.fact for each in findings_of(held, answers, DAY, reply_to="").proposals]


def all_of(found):
    return {mark: one.comparison.verdict for mark, one in found.intake.marked().items()}


def test_nothing_changed_proposes_a_confirmation_and_that_the_state_answered():
    reply, confirmation = proposals({"nothing_changed": "1"})
    assert (reply.by, reply.kind.value) == ("MAR", "reply")
    assert confirmation.said == PartialDate.on_day(DAY)
    assert confirmation.citation == "Answers of Morocco about its entry, 21 August 2018"


def test_the_last_statement_said_to_be_right_is_a_confirmation_and_said_to_be_wrong_is_none():
    sign = form().statements[0].sign
    assert [type(each).__name__ for each in proposals({f"e_{sign}_holds": "holds"})] == ["Activity", "Confirmation"]
    assert [type(each).__name__ for each in proposals({"nothing_changed": "1", f"e_{sign}_holds": "changed"})] == [
        "Activity"
    ]


def test_own_words_are_quotations_in_their_own_language():
    sign = form().statements[0].sign
    found = proposals(
        {"statement": "Le Maroc n’a pas changé de position sur la Convention.", f"e_{sign}_text": "It keeps none."}
    )
    _, statement, correction = found
    assert (statement.text_kind, statement.language, statement.place) == (TextKind.QUOTATION, "fr", 1)
    assert correction.text == "It keeps none."
    assert correction.citation != statement.citation
    assert "Intersessional meetings, 2018" in correction.citation


def test_an_answer_to_a_question_is_a_claim_of_the_state_about_itself():
    claims = proposals(
        {
            "q_stockpile_claim": "has",
            "q_stockpile_number": "7",
            "q_use_claim": "not_told",
            "q_moratorium_claim": "has",
            "act_use": "1",
            "q_moratorium_since": "2012-05",
        }
    )[1:]
    by_kind = {each.kind: each for each in claims}
    assert by_kind[PracticeKind.STOCKPILE].number == 7
    assert by_kind[PracticeKind.USE].status.value == "declined"
    assert by_kind[PracticeKind.MORATORIUM].acts == ("use",)
    assert by_kind[PracticeKind.MORATORIUM].since == PartialDate.parse("2012-05")
    assert {each.claimant for each in claims} == {"MAR"}


def test_what_answers_no_letter_is_no_reply():
    held = form()
    answers = read(held, {"nothing_changed": "1", "statement": "x"}).answers
    found = [each.fact for each in findings_of(held, answers, DAY).proposals]
    assert [type(each).__name__ for each in found] == ["Confirmation", "Statement"]
    assert found[1].channel.value == "information_sent"


@pytest.mark.parametrize(
    ("values", "claim"),
    [
        ({"q_stockpile_number": "12"}, Claim.HAS),
        ({"q_stockpile_number": "0"}, Claim.HAS_NOT),
        ({"q_moratorium_since": "2012"}, Claim.HAS),
        ({"act_use": "1"}, Claim.HAS),
    ],
)
def test_a_number_or_a_day_without_a_yes_is_likely_only(values, claim):
    held = form()
    found = findings_of(held, read(held, values).answers, DAY).proposals
    assert [(each.fact.claim, each.certainty) for each in found] == [(claim, Certainty.LIKELY)]


def test_a_claim_that_the_state_says_to_be_right_is_made_again_by_it():
    held = form()
    own = next(each for each in held.practices if each.item.kind is PracticeKind.EXPORT)
    claim = proposals({f"e_{own.sign}_holds": "holds"})[1]
    assert (claim.kind, claim.claim, claim.claimed) == (PracticeKind.EXPORT, Claim.HAS_NOT, PartialDate.on_day(DAY))


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
def test_the_text_that_becomes_the_source_has_what_is_on_record_and_no_person(language):
    held = form()
    with override(language):
        answers = read(
            held,
            {
                "statement": "Unchanged.", "message": "zqmessageqz", "filled_by": "zqnameqz", "function": "zqfunctionqz",
                "report": "yes", "report_text": "zqreportqz", "q_use_claim": "has_not",
                **{f"m_{each.sign}_who": "zqwhoqz" for each in held.meetings},
            },
        ).answers  # fmt: skip
    told = answered(held, answers, DAY)
    assert told == answered(held, answers, DAY)
    assert "Unchanged." in told.text
    assert "zq" not in told.text
    assert all(each.passage in told.text for each in findings_of(held, answers, DAY).proposals)


def test_answers_are_kept_as_they_are_and_damage_is_told():
    held = form()
    answers = read(held, {"q_moratorium_since": "2012-05", "q_moratorium_claim": "has", "statement": "x"}).answers
    assert from_json(to_json(answers)) == answers
    for damaged in ("", "{}", '{"shape": 2}', to_json(answers).replace("MAR", "").replace('"state"', '"stato"')):
        with pytest.raises(Damaged):
            from_json(damaged)


@pytest.mark.storage
def test_what_is_chosen_is_recorded_for_review_from_a_source_and_is_public_only_afterwards():
    submission = send({"statement": "zqquotedqz is our word.", "nothing_changed": "1", "filled_by": "zqnameqz"})
    found = came(ANA, submission)
    source = take_over(ANA, submission.pk, chosen=all_of(found), classification=Classification.PUBLIC)
    assert StatementVersion.objects.get(source=source).text == "zqquotedqz is our word."
    assert ConfirmationVersion.objects.get(source=source).state == "MAR"
    held = SourceVersion.objects.get(key=source)
    assert "zqquotedqz" in kept.read("sources", held.kept_sha256).decode()
    assert "zqnameqz" not in kept.read("sources", held.kept_sha256).decode()
    assert "zqquotedqz" not in repr(register_of(standpoint()))
    submission.refresh_from_db()
    assert (submission.dealt_with_by, submission.source) == ("ana", source)
    assert state_of(submission.link) is LinkState.USED
    with pytest.raises(Refused, match="has dealt with it"):
        take_over(ANA, submission.pk, chosen=all_of(found), classification=Classification.PUBLIC)


def test_nothing_chosen_is_refused_and_nothing_changes():
    submission = send({"nothing_changed": "1"})
    with pytest.raises(Refused, match="nothing is chosen"):
        take_over(ANA, submission.pk, chosen={}, classification=Classification.PUBLIC)
    submission.refresh_from_db()
    assert submission.dealt_with_at is None


def test_only_the_last_of_what_came_by_a_link_can_be_taken_over():
    path = link_path()
    sent(visitor(), path, {"statement": "First"})
    first = Submission.objects.get()
    sent(visitor(), path, {"statement": "Second"}, seen=1)
    assert [each.pk for each in waiting("apmbc")] == [first.pk + 1]
    with pytest.raises(Refused, match="something else since"):
        set_aside(ANA, first.pk)
    set_aside(ANA, first.pk + 1)
    assert not waiting("apmbc")
    assert not Submission.objects.filter(dealt_with_at=None).exists()


def test_who_may_not_record_for_the_presidency_sees_and_takes_nothing():
    submission = send({"nothing_changed": "1"})
    for role in (Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            came(Actor("x", frozenset({role})), submission)


def test_what_it_means_to_do_becomes_promises_without_who_comes():
    held = form()
    meeting = held.meetings[0]
    submission = send({"report": "yes", f"m_{meeting.sign}_comes": "yes", f"m_{meeting.sign}_who": "zqwhoqz"})
    found = came(ANA, submission)
    take_over(ANA, submission.pk, chosen=all_of(found), classification=Classification.PUBLIC, promises=True)
    promises = PromiseVersion.objects.filter(state="MAR")
    assert [each.what for each in promises] == ["to submit a report under Article 7", f"to take part in {meeting.key}"]
    assert "zqwhoqz" not in repr(list(promises.values()))


@pytest.fixture
def letter():
    """A letter that has gone to Morocco."""
    on = PartialDate.parse("2018-03-12")
    round_ = Round(
        treaty="apmbc", title="Letters", presidency="AFG", on=on, as_of=PartialDate.parse("2018-03-01"), form=LetterForm.LETTER,
        addressees=Addressees.OUTSIDE, activity="apmbc/letters/2018-03-12",
    )  # fmt: skip
    with writing("ana", "plan letters") as write:
        write.record("apmbc/round/2018-03-12", round_, source="", classification=Classification.PRESIDENCY)
        write.record(
            "apmbc/round/2018-03-12/MAR",
            Letter(treaty="apmbc", round="apmbc/round/2018-03-12", state="MAR", language="fr", step=LetterStep.SENT),
            source="",
            classification=Classification.PRESIDENCY,
        )
    return "apmbc/round/2018-03-12/MAR"


def test_the_letter_that_is_answered_moves_on_to_replied(letter):
    submission = send({"nothing_changed": "1"}, letter=letter)
    source = take_over(ANA, submission.pk, chosen=all_of(came(ANA, submission)), classification=Classification.PUBLIC)
    newest = LetterVersion.objects.filter(key=letter).order_by("-version")[0]
    assert newest.step == LetterStep.REPLIED
    assert newest.reply == ActivityVersion.objects.get(source=source).key


def test_a_word_form_that_came_back_waits_like_what_came_by_a_link(letter):
    content = written(form("MAR"), letter=letter)
    submission, found = take_in_form(ANA, content, name="form.docx")
    assert take_in_form(ANA, content, name="again.docx")[0] == submission
    assert (submission.came_by, submission.letter, submission.state) == ("form", letter, "MAR")
    assert found.answers.is_empty
    foreign, _ = take_in_form(ANA, written(form("ARM"), letter=letter), name="form.docx")
    assert foreign.letter == ""  # a file can say anything: the letter is another State's
    assert waiting("apmbc") == (foreign, submission)


def test_the_pages_show_what_came_and_record_what_is_ticked(client_of):
    submission = send({"statement": "Our word.", "message": "For you alone.", "nothing_changed": "1"}, language="fr")
    client = client_of("drafter")
    listed = client.get(reverse("workspace:confirm-incoming")).content.decode()
    assert "Morocco" in listed
    address = reverse("workspace:confirm-one", args=[submission.pk])
    page = client.get(address).content.decode()
    assert "Our word." in page
    assert "For you alone." in page
    ticks = re.findall(r'name="take" value="([^"]+)"', page)
    assert len(ticks) == 2
    none = client.post(address, {"classification": "public", "offered": " ".join(ticks)})
    assert none.status_code == 400
    done = client.post(address, {"take": ticks, "offered": " ".join(ticks), "classification": "public"})
    assert (done.status_code, done["Location"]) == (303, address)
    after = client.get(address).content.decode()
    assert "Dealt with by drafter" in after
    assert 'name="take"' not in after
    assert PracticeVersion.objects.filter(recorded_by="drafter").count() == 0
    assert StatementVersion.objects.get(recorded_by="drafter").classification == "public"


def test_who_finds_nothing_to_record_says_so(client_of):
    submission = send({"message": "Thank you."})
    client = client_of("reviewer")
    assert client.post(reverse("workspace:confirm-one", args=[submission.pk]), {"aside": "yes"}).status_code == 303
    submission.refresh_from_db()
    assert submission.dealt_with_by == "reviewer"


def test_files_that_came_are_saved_and_never_shown(client_of):
    path = link_path()
    sent(visitor(), path, {"statement": "x", "files": SimpleUploadedFile("law.pdf", b"%PDF-1.4")})
    number = Submission.objects.get().pk
    client = client_of("drafter")
    answer = client.get(reverse("workspace:confirm-file", args=[number, 1]))
    assert answer.content == b"%PDF-1.4"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="law.pdf"'
    assert "sandbox" in answer["Content-Security-Policy"]
    for missing in ((number, 2), (number, 0), (number + 1, 1)):
        assert client.get(reverse("workspace:confirm-file", args=missing)).status_code == 404


def test_a_word_form_is_uploaded_and_what_was_not_read_is_told(client_of):
    content = written(form("MAR"))
    client = client_of("drafter")
    answer = client.post(reverse("workspace:confirm-incoming"), {"file": SimpleUploadedFile("form.docx", content)})
    assert answer.status_code == 303
    assert client.get(answer["Location"]).status_code == 200
    for name, wrong in (("form.docx", b"nothing"), ("a.pdf", b"%PDF-1.4")):
        refused = client.post(reverse("workspace:confirm-incoming"), {"file": SimpleUploadedFile(name, wrong)})
        assert refused.status_code == 400


def test_a_link_made_by_hand_is_shown_once_and_revoked(client_of):
    client = client_of("clearer")
    address = reverse("workspace:confirm-links")
    made = client.post(address, {"state": "CUB", "language": "es", "as_of": "21 August 2018"}).content.decode()
    link = re.search(r'value="https://register.example(/confirm/[^"]+)"', made)[1]
    row = find(link.rpartition("/")[2])
    assert (row.state, row.language, row.as_of, row.made_by) == ("CUB", "es", DAY, "clearer")
    assert visitor().get(link).status_code == 200
    assert link not in client.get(address).content.decode()
    assert client.post(address, {"revoke": "yes", "link": [str(row.pk), "x", "0"]}).status_code == 303
    assert visitor().get(link).status_code == 410
    assert client.post(address, {"state": "NOR", "language": "es"}).status_code == 400
    before = client.post(address, {"state": "CUB", "language": "es", "as_of": "1990"})
    assert before.status_code == 400
    assert "was adopted on" in before.content.decode()


def test_members_publishers_and_administrators_stay_out(client_of):
    send({"nothing_changed": "1"})
    for role in ("member", "publisher", "administrator"):
        for name in ("confirm-incoming", "confirm-links"):
            assert client_of(role).get(reverse(f"workspace:{name}")).status_code == 403


def test_verdicts_of_what_is_known_already_are_told():
    submission = send({"nothing_changed": "1"})
    source = take_over(ANA, submission.pk, chosen=all_of(came(ANA, submission)), classification=Classification.PUBLIC)
    again = came(ANA, send({"nothing_changed": "1"}))
    assert Verdict.SAME in {one.comparison.verdict for one in again.intake.compared}
    assert source


def test_answers_of_a_form_as_old_as_its_letter_are_read_by_its_day():
    old = link_path("MAR", as_of=datetime(2012, 1, 1, tzinfo=UTC).date())
    page = visitor().get(old).content.decode()
    assert "Intersessional meetings, 2018" not in page
    assert isinstance(from_json(to_json(read(form("MAR"), {"statement": "x"}).answers)), Answers)
    assert ConfirmLink.objects.get().as_of.year == 2012


def test_who_filled_it_in_is_erased_once_it_is_dealt_with(client_of, django_capture_on_commit_callbacks):
    path = link_path()
    file = SimpleUploadedFile("law.txt", b"zqfileqz")
    sent(visitor(), path, {"statement": "Ours.", "filled_by": "zqfirstqz"})
    sent(
        visitor(),
        path,
        {"statement": "Ours.", "message": "zqmessageqz", "filled_by": "zqnameqz", "files": file},
        seen=1,
    )
    number = Submission.objects.order_by("-pk")[0].pk
    address = reverse("workspace:confirm-one", args=[number])
    client = client_of("drafter")
    assert client.post(address, {"erase": "yes"}).status_code == 409
    set_aside(ANA, number)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, {"erase": "yes"}).status_code == 303
    assert "zq" not in repr(list(Submission.objects.values()))
    assert not list(kept.files())
    page = client.get(address).content.decode()
    assert "Ours." in page
    assert 'name="erase"' not in page
