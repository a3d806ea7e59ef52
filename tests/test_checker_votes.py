"""Totals of a vote and how one State voted: body and year told, or not."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CANNOT_TELL, CONTRADICTS, verdict, verdicts

pytestmark = pytest.mark.django_db

RIGHT_AND_WRONG = [
    ("Resolution 72/53 was adopted by {} votes to none, with 17 abstentions.", 167, 163),
    ("By a vote of {}-0-16, the General Assembly adopted A/RES/73/61 on 5 December 2018.", 169, 166),
    ("{} delegations supported resolution 72/53 in the plenary, 17 abstained, and nobody opposed it.", 167, 171),
    ("The Assembly adopted resolution 78/45 on the Convention by a recorded vote of {} in favour to 1 against, with "
     "16 abstentions.", 170, 168),
    ("UNGA resolution 73/61 on the Convention ({}/0/16) was adopted in plenary.", 169, 162),
    ("In the plenary vote of December 2019 on the mine ban resolution, {} States voted yes and 18 abstained.", 169, 164),
    ("In its plenary of 7 December 2015, the General Assembly voted on resolution 70/55: {} in favour, 17 abstentions, "
     "no votes against.", 168, 170),
    ("At {}, the number of votes in favour of resolution 79/34 was the highest on record.", 173, 168),
    ("On 12 December 2019 the UN General Assembly approved its annual resolution on the Anti-Personnel Mine Ban "
     "Convention with {} votes in favour.", 169, 161),
    ("Some {} abstentions were recorded when the plenary adopted resolution 74/61.", 18, 35),
    ("Resolution 66/29 drew {} abstentions in the plenary.", 18, 14),
    ("Number of abstentions on resolution 71/34 in the plenary: {}.", 20, 17),
    ("In favour: {}; against: 0; abstaining: 17 (plenary, resolution 69/34).", 164, 161),
    ("There were {} yes votes for resolution 76/26.", 169, 166),
    ("Voting on A/RES/75/52: Yes: {}, No: 0, Abstentions: 17.", 169, 165),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), RIGHT_AND_WRONG)
def test_totals_are_held_against_the_vote_told(text, right, wrong):
    assert verdict(text.format(right)) is AGREES
    assert verdict(text.format(wrong), "2026-11-22", ClaimKind.VOTE) is CONTRADICTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 79/34 was adopted in the plenary with one vote against.", AGREES),
        ("Resolution 79/34 was adopted in the plenary with no votes against.", CONTRADICTS),
        ("Nobody voted against resolution 73/61 in the plenary.", AGREES),
        ("No delegation opposed resolution 78/45 when the Assembly adopted it.", CONTRADICTS),
        ("Resolution 72/53 was adopted by the General Assembly without a single vote against.", AGREES),
        ("No negative votes were cast on resolution 70/55 in the plenary.", AGREES),
        ("Resolution 78/45 was adopted without opposition.", CONTRADICTS),
        ("The plenary of December 2024 gave resolution 79/34 three more votes in favour than the year before.", AGREES),
        ("The plenary of December 2024 gave resolution 79/34 six more votes in favour than the year before.", CONTRADICTS),
        ("The plenary adopted resolution 79/34 with 14 abstentions, two fewer than the year before.", AGREES),
        ("The plenary adopted resolution 79/34 with 14 abstentions, four fewer than a year earlier.", CONTRADICTS),
        ("In the First Committee in 2019 there were 18 abstentions on the draft, two more than the year before.", None),
        ("The vote was 163 in favour and 16 abstaining.", CANNOT_TELL),
        ("In the First Committee in 2019, 169 States voted in favour of the draft resolution on the Convention.",
         CANNOT_TELL),
        ("Last autumn the annual resolution again passed with 160 votes in favour and 18 abstentions.", CANNOT_TELL),
        ("The First Committee vote of 2017 on the resolution: 14 States not party in favour, 16 abstaining and 3 not "
         "present.", AGREES),
        ("In the First Committee in 2017, 14 States not party voted in favour and 19 abstained.", CONTRADICTS),
        ("Between 164 and 173 States have voted for the resolution each year.", None),
        ("The resolution on nuclear disarmament was adopted by 120 votes to 40, with 20 abstentions, in 2019.", None),
        ("If resolution 72/53 had been adopted by 150 votes, support would have fallen.", None),
        ("According to the ICBL, 162 States voted for resolution 72/53 in the plenary.", CANNOT_TELL),
        ("It is not the case that 150 States voted for resolution 72/53 in the plenary.", None),
        ("Resolution 72/53 calls on 33 States to join and was adopted by 167 votes to none.", AGREES),
        ("Seventeen members abstained from voting on resolution 72/53, among them Oman.", AGREES),
        ("Nine States have voted in favour of the resolution for 16 years.", None),
        ("Resolution 73/61, for which 169 States voted, is the 22nd of its kind.", AGREES),
    ],
)  # fmt: skip
def test_totals(text, expected):
    found = verdict(text, "2026-11-22", ClaimKind.VOTE)
    if expected in (None, CANNOT_TELL):
        assert found in (None, CANNOT_TELL)
    else:
        assert found is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman, a State Party, abstained on A/RES/72/53 in the plenary.", AGREES),
        ("Oman, a State Party, voted in favour of A/RES/72/53 in the plenary.", CONTRADICTS),
        ("Russia cast the only negative vote on resolution 79/34 in the plenary.", AGREES),
        ("Iran cast the only vote against resolution 79/34 in the plenary.", CONTRADICTS),
        ("Among those that abstained on resolution 77/63 were Serbia and the Central African Republic.", AGREES),
        ("Among those that abstained on resolution 77/63 were Serbia and Mongolia.", CONTRADICTS),
        ("Palau gave resolution 73/61 its support.", None),
        ("Georgia, China and Azerbaijan supported resolution 72/53 in the plenary.", AGREES),
        ("Georgia, China and Egypt supported resolution 72/53 in the plenary.", CONTRADICTS),
        ("Resolution 72/53 found the support of China in the plenary.", None),
        ("Libya did not abstain on resolution 66/29 in the plenary.", CONTRADICTS),
        ("In the vote on resolution 71/34, Samoa, Nicaragua and Kuwait abstained in the plenary.", AGREES),
        ("Georgia voted in the plenary of December 2017.", None),
        ("Bangladesh voted against resolution 58/53.", CONTRADICTS),
        ("Viet Nam abstained in the plenary when resolution 65/48 was put to the vote.", AGREES),
        ("When resolution 60/80 was put to the vote in the plenary, Georgia abstained.", CONTRADICTS),
        ("The abstention of Rwanda on resolution 78/45 surprised many.", AGREES),
        ("It is not true that Chile abstained on resolution 72/53.", None),
        ("Resolution 79/34 passed in plenary with one vote against. The lone no came from Russia.", AGREES),
        ("Resolution 79/34 passed in plenary with one vote against. The lone no came from Iran.", CONTRADICTS),
        ("Palau abstained on the resolutions of December 2018, 2019 and 2020.", AGREES),
        ("Palau abstained on the resolutions of December 2018, 2019 and 2021.", CONTRADICTS),
        ("Iran was the only State to abstain on resolution 76/26.", CONTRADICTS),
    ],
)  # fmt: skip
def test_how_a_state_voted(text, expected):
    found = verdict(text, "2026-11-22", ClaimKind.BALLOT, ClaimKind.LIST)
    if expected is None:
        assert found is not CONTRADICTS
    else:
        assert found is expected


def test_first_committee_and_plenary_are_two_votes():
    committee = "In the First Committee in 2017, Kyrgyzstan was not present for the vote on the mine ban resolution."
    plenary = "In the plenary in 2017, Kyrgyzstan abstained on the mine ban resolution."
    assert verdict(committee) is AGREES
    assert verdict(plenary) is CONTRADICTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Meeting agreed to submit its report by 31 June 2018.", CONTRADICTS),
        ("The Sixteenth Meeting of the States Parties opened on 30 February 2017.", CONTRADICTS),
        ("On Tuesday, 4 December 2017, the plenary voted.", CONTRADICTS),
        ("On Monday, 4 December 2017, the plenary voted.", None),
        ("The letter of Thursday 29 February 2024 was answered.", None),
        ("The letter of 29 February 2023 was answered.", CONTRADICTS),
        ("In 2031, Armenia joined the Convention.", CONTRADICTS),
        ("On 3 March 2031 the President visited Ulaanbaatar.", CONTRADICTS),
        ("The Convention will turn 32 on 1 March 2031.", None),
        ("By 2031, all States should have joined the Convention.", None),
        ("It was decided that the Conference would be held in 2029.", None),
        ("States Parties agreed to hold the Sixth Review Conference in 2029.", None),
        ("Cambodia was granted an extension until 31 December 2027.", None),
    ],
)
def test_dates_that_cannot_be(text, expected):
    found = verdict(text, "2026-11-22", ClaimKind.DATE)
    assert found is expected


def test_of_a_line_with_body_and_no_year_nothing_is_contradicted():
    assert CONTRADICTS not in verdicts("In the plenary, 150 States voted in favour.", "2018-08-21")
