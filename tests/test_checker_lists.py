"""Lists of States: whole or not, against where each stood on the day, or how each voted."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CANNOT_TELL, CONTRADICTS, said, verdict, verdicts

pytestmark = pytest.mark.django_db

OUTSIDE = (
    "Armenia, Azerbaijan, Bahrain, China, Cuba, Egypt, Georgia, India, Iran, Israel, Kazakhstan, the Democratic People's "
    "Republic of Korea, the Republic of Korea, Kyrgyzstan, the Lao People's Democratic Republic, Lebanon, Libya, the "
    "Marshall Islands, the Federated States of Micronesia, Mongolia, Morocco, Myanmar, Nepal, Pakistan, the Russian "
    "Federation, Saudi Arabia, Singapore, Syria, Tonga, the United Arab Emirates, the United States of America, "
    "Uzbekistan and Viet Nam"
)
"""Those outside from late 2017 to early 2025."""
LEFT_OUT = OUTSIDE.replace(" Mongolia,", "")
ONE_WRONG = OUTSIDE.replace("Mongolia", "Jordan")
ABSTAINED_2018 = (
    "Cuba, Democratic People's Republic of Korea, Egypt, India, Iran, Israel, Myanmar, Nepal, Pakistan, Palau, Republic "
    "of Korea, Russian Federation, Saudi Arabia, Syria, United States, Viet Nam"
)

WHOLE = (
    "As of 21 August 2018, these are the 33 States that have not joined the Ottawa Convention: {}.",
    "Thirty-three States have yet to join the Mine Ban Treaty: {}.",
    "Still outside the Convention are the following countries: {}.",
    "States not party to the Convention (33): {}.",
    "Every State has joined the Mine Ban Treaty apart from {}.",
    "All States in the world are parties to the Convention, with the exception of {}.",
    "There remain 33 States outside the Convention, namely {}.",
    "The Convention is yet to be joined by 33 States: {}.",
    "The 33 non-party States – {} – account for most of the world's stockpiles.",
    "Those that have not joined the Convention are: {}.",
)


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_whole_list_of_those_outside_agrees(sentence):
    assert CONTRADICTS not in verdicts(sentence.format(OUTSIDE), "2018-08-21")
    assert verdict(sentence.format(OUTSIDE), "2018-08-21", ClaimKind.LIST) is AGREES


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_whole_list_that_leaves_one_out_contradicts_and_names_it(sentence):
    text = sentence.format(LEFT_OUT).replace("33", "32").replace("Thirty-three", "Thirty-two")
    wrong = [one for one in said(text, "2018-08-21", ClaimKind.LIST) if one.judgement.verdict is CONTRADICTS]
    assert len(wrong) == 1
    assert "Mongolia" in wrong[0].judgement.why


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_whole_list_with_a_party_in_it_contradicts_and_names_it(sentence):
    wrong = [
        one
        for one in said(sentence.format(ONE_WRONG), "2018-08-21", ClaimKind.LIST)
        if one.judgement.verdict is CONTRADICTS
    ]
    assert len(wrong) == 1
    assert "Jordan" in wrong[0].judgement.why


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("States not party in the Middle East include Egypt, Iran, Israel and Syria.", "2018-08-21", AGREES),
        ("States not party in the Middle East include Egypt, Israel, Jordan and Syria.", "2018-08-21", CONTRADICTS),
        ("Several States, among them China, India and Pakistan, remain outside the Convention.", "2018-08-21", AGREES),
        ("Non-parties to the Convention like Cuba, Norway and Viet Nam were invited.", "2018-08-21", CANNOT_TELL),
        ("Mozambique, Peru and Sweden are among the States Parties to the Convention.", "2018-08-21", AGREES),
        ("Mozambique, Peru and Tonga are among the States Parties to the Convention.", "2018-08-21", CONTRADICTS),
        ("The only signatory yet to ratify the Convention is the Marshall Islands.", "2018-08-21", AGREES),
        ("The only signatory that has not ratified the Convention is Tonga.", "2018-08-21", CONTRADICTS),
        ("One signatory, the Marshall Islands, has not yet ratified the Convention.", "2018-08-21", AGREES),
        ("Five States have withdrawn from the Convention: Estonia, Finland, Latvia, Lithuania and Poland.", None, AGREES),
        ("The States that have left the Convention are Estonia, Finland, Latvia, Lithuania and Poland.", None, AGREES),
        ("The following States have withdrawn from the Convention: Estonia, Finland and Latvia.", None, CONTRADICTS),
        ("Five countries – Estonia, Finland, Latvia, Lithuania and Norway – have withdrawn from the Convention.", None,
         CONTRADICTS),
        ("Only the Marshall Islands has signed the Convention without ratifying it.", "2018-08-21", AGREES),
        ("Only the Marshall Islands and Poland have signed the Convention without ratifying it.", "2018-08-21",
         CONTRADICTS),
        ("The Marshall Islands is the last of the signatories that has not ratified the Convention.", "2018-08-21", AGREES),
        ("Seven States of Eastern Europe stand apart. Only Armenia and Georgia have not joined the Convention.",
         "2018-08-21", AGREES),
        ("It is not the case that Mongolia and Georgia are States Parties to the Convention.", "2018-08-21", None),
        ("It is wrong that States not party include Jordan and Norway.", "2018-08-21", None),
        ("Two of the 33 States not party answered the letter: Azerbaijan and Georgia.", "2018-08-21", None),
        ("The President wrote to the following States not party: Azerbaijan and Georgia.", "2018-08-21", None),
        ("Observers at the 2008 Meeting of the States Parties included the Marshall Islands.", "2018-08-21", None),
        ("Which States remain outside the Convention? Armenia, Jordan and Norway?", "2018-08-21", None),
    ],
)  # fmt: skip
def test_lists_in_part(text, as_of, expected):
    found = verdict(text, as_of or "2026-11-22", ClaimKind.LIST, ClaimKind.STANDING)
    if expected is None:
        assert found is not CONTRADICTS
    else:
        assert found is expected


def test_whom_a_letter_was_sent_to_is_no_list_of_all():
    text = "Two of the 33 States not party answered the letter: Azerbaijan and Georgia."
    assert CONTRADICTS not in verdicts(text, "2018-08-21")


@pytest.mark.parametrize(
    "text",
    [
        "On 5 December 2018 the General Assembly adopted resolution 73/61 on the Convention. Abstaining: {}.",
        "The plenary adopted resolution 73/61 by 169 votes to none, with 16 abstentions ({}).",
        "In the plenary vote on resolution 73/61 in December 2018, the following 16 States abstained: {}.",
        "Abstaining from the plenary vote on resolution 73/61 were {}.",
        "Abstentions in the plenary of 5 December 2018 on the annual mine ban resolution (16): {}.",
        "The 16 States that abstained on resolution 73/61 were {}.",
        "Resolution 73/61 saw 16 abstentions: {}.",
    ],
)
def test_lists_of_a_vote(text):
    right = text.format(ABSTAINED_2018)
    assert CONTRADICTS not in verdicts(right)
    assert verdict(right, "2026-11-22", ClaimKind.LIST, ClaimKind.BALLOT) is AGREES
    wrong = text.format(ABSTAINED_2018.replace("Palau", "Chile"))
    assert any("Chile" in one.judgement.why for one in said(wrong) if one.judgement.verdict is CONTRADICTS)


@pytest.mark.parametrize(
    "text",
    [
        "In the plenary vote on resolution 73/61, the following States abstained: {}.",
        "The plenary adopted resolution 73/61 by 169 votes to none, with 16 abstentions ({}).",
        "Only the following States abstained in the plenary vote on resolution 73/61: {}.",
    ],
)
def test_a_list_of_a_vote_that_leaves_one_out_contradicts(text):
    left_out = text.format(ABSTAINED_2018.replace(" Nepal,", ""))
    assert any("Nepal" in one.judgement.why for one in said(left_out) if one.judgement.verdict is CONTRADICTS)


@pytest.mark.parametrize(
    "text",
    [
        "For tomorrow's briefing: Oman abstained on resolution 72/53 in the plenary.",
        "A line for the speaking notes: Russia voted against resolution 79/34.",
        "Talking points for the bilateral: Georgia voted in favour of resolution 72/53 in the plenary.",
        "Note for the file: Singapore has always supported the aims of the Convention.",
    ],
)
def test_what_a_line_is_for_is_no_ballot(text):
    assert CONTRADICTS not in verdicts(text)


def test_a_list_of_a_vote_without_body_and_year_cannot_be_told():
    text = "The States that abstained on the annual resolution were Cuba, Egypt and India."
    assert verdicts(text, "2018-08-21", ClaimKind.LIST, ClaimKind.BALLOT) <= {CANNOT_TELL}
