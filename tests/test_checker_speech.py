"""Whether a sentence says that something is so: who says it, and whether it is denied, imagined, wished or doubted."""

import pytest

from accede.reporting.checker.reading.openings import body_at, is_mail_head
from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CONTRADICTS, verdict, verdicts

pytestmark = pytest.mark.django_db
DAY = "2020-11-20"


@pytest.mark.parametrize(
    "opening",
    [
        "The President recalled that ",
        "7. The Director of the Implementation Support Unit noted that ",
        "It was recalled that ",
        "The Secretariat informed the Meeting that ",
        "I am pleased to report that ",
        "Allow me to recall that ",
        "A line for the speaking notes: ",
        "For tomorrow's briefing: ",
        "As asked: ",
    ],
)
def test_what_the_papers_own_speaker_says_is_the_papers_claim(opening: str) -> None:
    assert verdict(f"{opening}the Convention has 164 States Parties.", DAY) is AGREES
    assert verdict(f"{opening}the Convention has 150 States Parties.", DAY) is CONTRADICTS


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegation claimed that 180 States had joined the Convention.",
        "The NGO said Cuba joined the Convention in 2005.",
        "Some say that 200 States have joined this Convention.",
        "According to the ministry, Cuba joined the Convention in 2005.",
        "Reportedly, Cuba joined the Convention in 2005.",
        "Cuba is said to have joined the Convention in 2005.",
        "The claim that 180 States have joined the Convention is wrong.",
        "The President of Finland said that 180 States had joined the Convention.",
    ],
)
def test_what_others_say_is_never_wrong_of_the_paper(sentence: str) -> None:
    assert CONTRADICTS not in verdicts(sentence, DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not the case that Georgia is a State Party to the Convention.",
        "It is not true that 180 States have joined the Convention.",
        "It is a myth that the United States joined the Convention in 1997.",
        "It would be wrong to say that 180 States have joined the Convention.",
        "Nobody claims that China is a State Party to the Convention.",
        "The minister denied that Cuba had joined the Convention in 2005.",
        "Had Cuba ratified the Convention in 2005, it would be the 150th State Party.",
        "Were China to join, the Convention would have 190 States Parties.",
        "If Georgia were a State Party to the Convention, 190 States would have joined.",
        "We hope that 180 States will have joined the Convention by 2025.",
        "By 2025 all 197 States should have joined the Convention.",
        "Until 180 States have joined the Convention, we shall not rest.",
        "Once Georgia is a State Party to the Convention, it will report.",
        "The Convention is on its way to 180 States Parties.",
        "Two hundred States have joined the Convention; that is not so.",
        "In an ideal world, 197 States are party to the Convention.",
    ],
)
def test_what_is_denied_imagined_or_wished_is_no_claim(sentence: str) -> None:
    assert (
        verdicts(sentence, DAY, ClaimKind.COUNT, ClaimKind.STANDING, ClaimKind.TREATY_ACTION, ClaimKind.ORDINAL)
        == set()
    )


def test_the_state_that_it_was_not_is_not_the_state_that_it_was() -> None:
    text = "Norway, not Colombia, had presided over the Second Review Conference."
    assert verdict(text, DAY) is AGREES


def test_a_day_takes_its_year_from_the_one_before_it() -> None:
    text = "In 2004, Estonia (12 May) and Papua New Guinea (28 June) acceded, and Ethiopia ratified on 17 December."
    assert verdict(text, "2005-06-30") is AGREES


def test_the_head_of_a_mail_claims_nothing_and_tells_the_day() -> None:
    head = "From: ISU\nTo: 180 States Parties to the Convention\nDate: 20 November 2014\nSubject: figures\n\n"
    assert verdict(f"{head}The Convention has 162 States Parties.", DAY) is AGREES


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("For tomorrow's briefing: Cuba abstained", "Cuba abstained"),
        ("12. The Chair also noted that in 2004 two joined", "in 2004 two joined"),
        ("States not party: Cuba, Egypt", "States not party: Cuba, Egypt"),
        ("In favour: Cuba", "In favour: Cuba"),
        ("The President of Finland said that two joined", "The President of Finland said that two joined"),
        ("The President said that he had written", "The President said that he had written"),
    ],
)
def test_only_what_leads_in_is_left_out(text: str, body: str) -> None:
    assert text[body_at(text) :] == body


def test_lines_at_the_head_of_a_mail_are_known() -> None:
    assert is_mail_head("Subject: 164 States Parties")
    assert not is_mail_head("The subject: 164 States Parties")
