"""Replies to letters: which State, on what day; that nothing changed renews what it said, anything else is a statement."""

from __future__ import annotations

import pytest

from accede.activities.values import Activity
from accede.evidence.values import Confirmation, Statement
from accede.intake.findings import Certainty, DocumentKind
from accede.vocabulary.statements import Channel, TextKind
from reader_cast import facts, proposal, sample, written

MAIL = """From: {sender} <someone@example.org>
To: office@example.net
Subject: {subject}
Date: Tue, 07 May 2030 23:50:11 -0400
Content-Type: text/plain; charset=utf-8

{text}
"""


def replied(tmp_path, text: str, sender="Permanent Mission of Nepal", subject="RE: Mine Ban Convention: your letter"):
    return written(tmp_path, MAIL.format(sender=sender, subject=subject, text=text), "reply.eml")


def test_that_nothing_changed_is_a_confirmation():
    found = sample("reply_unchanged.eml")
    (said,) = facts(found, Confirmation)
    assert (found.kind, said.state, said.said.edtf) == (DocumentKind.REPLY, "NPL", "2030-05-07")
    assert facts(found, Statement) == []


def test_what_was_asked_is_not_what_was_answered():
    assert "China" not in repr(sample("reply_unchanged.eml").proposals)


def test_an_attachment_is_said_not_to_be_read():
    assert [one.text for one in sample("reply_unchanged.eml").not_understood] == ["note.pdf"]


def test_what_a_state_says_is_a_quotation_that_a_person_looks_at():
    found = sample("reply_statement.eml")
    one = proposal(found, Statement)
    assert (one.fact.state, one.fact.said.edtf, one.fact.channel) == ("MNG", "2030-05-09", Channel.RESPONSE_TO_LETTER)
    assert (one.fact.text_kind, one.certainty) == (TextKind.QUOTATION, Certainty.LIKELY)
    assert "Dear colleagues" not in one.fact.text
    assert "step by step" in {code.trigger for code in one.fact.codes}


def test_a_reply_is_an_activity_of_its_state_on_the_day_it_was_sent_there(tmp_path):
    found = replied(tmp_path, "Nepal's position on the Convention is unchanged.")
    assert [(one.kind, one.by, one.on.edtf) for one in facts(found, Activity)] == [("reply", "NPL", "2030-05-07")]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal's position on the Convention has not changed.",
        "There is no new update to Nepal's position on the Convention.",
        "The information of last year on the Convention remains the same.",
        "We have nothing to add to our position on the Convention.",
    ],
)
def test_the_ways_to_say_that_nothing_changed(tmp_path, text):
    found = replied(tmp_path, f"Dear President,\n\n{text}\n\nBest regards,\nPermanent Mission of Nepal")
    assert [one.state for one in facts(found, Confirmation)] == ["NPL"]
    assert facts(found, Statement) == []


def test_a_state_is_known_by_the_mission_that_signs(tmp_path):
    text = (
        "Our position on the Convention has not changed.\n\nPermanent Mission of Nepal to the United Nations in Geneva"
    )
    assert replied(tmp_path, text, sender="First Secretary").states == ("NPL",)


@pytest.mark.parametrize(
    "text",
    [
        "Our position on the Convention has not changed.",
        "Our position on the Convention has not changed.\n\nPermanent Mission of Nepal\n\nPermanent Mission of China",
        "Our position on the Convention has not changed.\n\nPermanent Mission of Atlantis",
    ],
)
def test_a_reply_of_nobody_or_of_two_is_refused(tmp_path, text):
    found = replied(tmp_path, text, sender="First Secretary")
    assert found.proposals == ()
    assert "which State sent the message" in str(found.refusal(name="reply.eml"))


def test_a_reply_without_a_day_is_refused(tmp_path):
    mail = MAIL.replace("Date: Tue, 07 May 2030 23:50:11 -0400", "Date: soon")
    text = mail.format(sender="Mission of Nepal", subject="RE: your letter", text="Our position has not changed.")
    assert "on what day the message was sent" in str(written(tmp_path, text, "reply.eml").refusal(name="reply.eml"))


def test_thanks_alone_say_nothing(tmp_path):
    found = replied(
        tmp_path, "Dear President,\n\nThank you for your letter.\n\nBest regards,\nPermanent Mission of Nepal"
    )
    assert [type(one.fact) for one in found.proposals] == [Activity]


def test_a_reply_cut_off_is_said_to_be(tmp_path):
    text = "Our position on the Convention has not changed.\n\n[text ends here]"
    assert "cut off" in str(replied(tmp_path, text).refusal(name="reply.eml"))
