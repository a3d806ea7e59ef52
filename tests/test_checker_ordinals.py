"""The checker on the order of joining: "the 162nd", the first since, the last, the first in so many years."""

import pytest

from checked_text import found_in, verdict_on

pytestmark = pytest.mark.usefixtures("register")

RIGHT = (
    "Oman became the 162nd State Party to the Mine Ban Convention.",
    "By acceding on 29 December 2017, the State of Palestine became the 164th State Party to the Ottawa Convention.",
    "Sri Lanka's accession brings it into the Ottawa Convention as its 163rd member.",
    "The 161st country to join the Mine Ban Treaty was Poland.",
    "Somalia is the one hundred and sixtieth State to join the Convention.",
    "Burkina Faso was the fortieth country to ratify the Ottawa Convention.",
    "Canada was the first country to ratify the Ottawa Convention.",
    "Canada, the first State to join the Ottawa Convention, hosted the signing.",
    "Estonia, Latvia and Lithuania were the first States to withdraw from the Mine Ban Convention.",
    "Sri Lanka, which joined in December 2017, was the first State to join the Mine Ban Convention in more than three years.",
    "Oman is the first country to accede to the Convention since 2012.",
    "Tuvalu, in September 2011, became the first new State Party to the Convention in almost four years.",
    "Tuvalu was the first State to join the Mine Ban Convention since Palau in 2007.",
    "The Marshall Islands' ratification in March 2025 was the first to the Convention since 2017.",
    "It was the first accession to the Ottawa Convention since that of Finland when Somalia acceded in April 2012.",
    "The Marshall Islands became the first country to join the Ottawa Treaty in seven years.",
    "After a gap of more than seven years, the Marshall Islands joined the Ottawa Convention in March 2025.",
    "Tonga is the most recent State to have joined the Convention, as of 1 August 2025.",
    "As of 31 December 2017, the last State to join the Convention was the State of Palestine.",
    "As at 1 June 2018, the latest accession to the Convention was that of the State of Palestine.",
    "Spain handed over its ratification on 19 January 1999. It is the sixtieth country to join the Mine Ban Convention.",
    "Greece's ratification made it the 138th State Party to the Ottawa Convention.",
    "Tuvalu (157th State Party) joined the Mine Ban Convention in 2011.",
    "The Marshall Islands is the first State in more than seven years to join the Ottawa Treaty.",
    "With Palau, the Mine Ban Treaty welcomed its 156th State Party in 2007.",
)
WRONG = (
    "Oman became the 152nd State Party to the Mine Ban Convention.",
    "The 141st country to join the Mine Ban Treaty was Poland.",
    "Burkina Faso was the sixtieth country to ratify the Ottawa Convention.",
    "Norway was the first country to ratify the Ottawa Convention.",
    "Finland was the first State to withdraw from the Mine Ban Convention.",
    "Sri Lanka, which joined in December 2017, was the first State to join the Mine Ban Convention in more than six years.",
    "Oman is the first country to accede to the Convention since 2004.",
    "Tuvalu, in September 2011, became the first new State Party to the Convention in almost ten years.",
    "Tuvalu was the first State to join the Mine Ban Convention since Bhutan in 2005.",
    "The Marshall Islands became the first country to join the Ottawa Treaty in fifteen years.",
    "As of 31 December 2017, the last State to join the Convention was Sri Lanka.",
    "As at 1 June 2018, the most recent State to join the Convention was Oman.",
    "Greece's ratification made it the 118th State Party to the Ottawa Convention.",
    "Tuvalu (162nd State Party) joined the Mine Ban Convention in 2011.",
    "Tonga became the 163rd State to join the Mine Ban Convention.",
)
OPEN = (
    "Mozambique was the first State in Africa to declare itself mine-free under the Convention.",
    "Oman was the first State of the Gulf to join the Mine Ban Convention since 2009.",
    "Tuvalu was the first island State to join the Mine Ban Convention in a decade.",
    "Sri Lanka was the first State in South Asia to accede to the Convention since 2005.",
    "It was the first time that Morocco took part in a meeting of the Convention.",
    "Oman was the 108th State to ratify the Convention on Cluster Munitions.",
    "Finland was the first EU Member State to join the Convention since 2005.",
    "Norway was the first State to submit its report under the Convention.",
    "Bulgaria was the first State to destroy its stockpile under the Convention since 1999.",
    "Lebanon could become the 167th State Party to the Convention.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_place_is_confirmed(text):
    assert verdict_on(text) == "agrees", found_in(text)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_place_is_found(text):
    assert verdict_on(text) == "contradicts", found_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_a_place_within_a_group_or_in_something_else_is_never_called_wrong(text):
    assert verdict_on(text) != "contradicts", found_in(text)


def test_a_place_by_the_order_of_entry_into_force_agrees_and_says_so():
    [finding] = found_in("South Sudan became the 157th State Party to the Mine Ban Convention.")
    assert finding.judgement.verdict == "agrees"
    assert "entry into force" in finding.judgement.why


def test_a_place_among_accessions_alone_agrees():
    assert verdict_on("North Macedonia was the first State to accede to the Mine Ban Convention.") == "agrees"
