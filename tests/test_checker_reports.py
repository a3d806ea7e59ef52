"""Transparency reports, activities of the presidency and practices of States, in the words of different writers."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CANNOT_TELL, CONTRADICTS, verdicts

pytestmark = pytest.mark.django_db

REPORTS = {
    "agrees": [
        "Azerbaijan provided a voluntary Article 7 report in 2008.",
        "Voluntary Article 7 reports have come from Azerbaijan (2008, 2009), Mongolia (2007) and Laos (2011).",
        "Morocco, though not a party, has submitted voluntary Article 7 reports since 2006.",
        "Among States not party, Azerbaijan, Lao PDR, Mongolia and Morocco have at some time "
        "submitted a voluntary transparency report.",
        "Morocco again turned in a voluntary transparency report in 2018.",
        "The voluntary report submitted by Morocco in March 2017 covered calendar year 2016 under Article 7.",
        "Palestine provided its initial Article 7 report in November 2018.",
        "Oman's initial transparency report was submitted in 2015.",
        "Four States not party have submitted voluntary Article 7 reports: Azerbaijan, Lao PDR, Mongolia and Morocco.",
        "Gabon had still not handed in its Article 7 report for 2014 by 18 June 2015.",
    ],
    "contradicts": [
        "Azerbaijan has never provided a voluntary Article 7 report.",
        "No voluntary Article 7 report has ever been received from Mongolia.",
        "Morocco submitted its first voluntary Article 7 report in 2015.",
        "Oman's initial transparency report under the Convention was submitted in 2019.",
        "Laos has yet to submit a voluntary transparency report.",
        "Gabon had handed in its Article 7 report for 2014 by 18 June 2015.",
    ],
    "open": [
        "Chile submitted its Article 7 report on time in 2013.",
        "Azerbaijan submitted a voluntary report under the Convention on Cluster Munitions in 2008.",
        "Nepal has never submitted a voluntary Article 7 report.",
        "Azerbaijan promised to submit a voluntary Article 7 report in 2012.",
        "Mongolia submitted its third voluntary Article 7 report in 2012.",
        "Twelve States not party have submitted voluntary Article 7 reports.",
        "Belgium submitted a working paper on Article 7 reports in 2018.",
        "Morocco submitted a voluntary Article 7 report in 2010.",
    ],
}
ACTIVITIES = {
    "agrees": [
        "In 2018 the President wrote to 33 States not party.",
        "Letters went out in 2020 from the President to all 33 States not party.",
        "The President held bilateral meetings with Kyrgyzstan, Laos, Saudi Arabia and the "
        "United Arab Emirates in 2018.",
        "The Informal Working Group on Universalization met on 27 March 2018.",
        "On 26 February 2020, the President addressed the Conference on Disarmament.",
        "The President's letters of 2018 drew replies from China and the United States.",
    ],
    "contradicts": [
        "In 2018 the President wrote to 35 States not party.",
        "Letters went out in 2020 from the President to all 31 States not party.",
    ],
    "open": [
        "In 2018 the President wrote to 35 parliamentarians.",
        "The President held a bilateral meeting with Georgia in 2018.",
        "In 2012 the President wrote to 36 States not party.",
        "In 2018 the President wrote to 12 States Parties about their deadlines.",
        "In 2018 the Committee sent letters to 15 States.",
    ],
}
PRACTICES = {
    "agrees": [
        "Kazakhstan has had a moratorium on the export of anti-personnel mines since 1997.",
        "Georgia declared a moratorium on the production, use and import of anti-personnel mines in 1996.",
        "A moratorium on the export of all anti-personnel mines has been in place in Singapore since 1998.",
        "India says that it maintains a moratorium on the export of anti-personnel mines.",
        "Armenia has never exported anti-personnel mines, according to its officials.",
        "Mongolia reported a stockpile of 206,317 anti-personnel mines.",
        "The Landmine Monitor reported new use of anti-personnel mines by Myanmar in 2018.",
        "Morocco states that it has not used anti-personnel mines since 1987.",
        "Pakistan declared that it has produced only detectable mines since 1 January 1997.",
        "Israel's moratorium on the export of anti-personnel mines dates from 1994.",
    ],
    "open": [
        "Georgia used anti-personnel mines in 2002.",
        "Nepal declared a moratorium on the export of anti-personnel mines in 1997.",
        "Cuba has never exported anti-personnel mines.",
        "Libya used anti-personnel mines in 2020.",
        "Kazakhstan's moratorium on export began in 1994.",
        "Mongolia has a stockpile of 300,000 anti-personnel mines.",
        "India produces anti-personnel mines.",
        "Armed groups used anti-personnel mines in India.",
    ],
}


@pytest.mark.parametrize("text", REPORTS["agrees"])
def test_a_report_that_is_held_agrees(text):
    assert verdicts(text, "2020-11-20", ClaimKind.REPORT) == {AGREES}


@pytest.mark.parametrize("text", REPORTS["contradicts"])
def test_none_or_a_first_contradicts_where_an_earlier_report_is_held(text):
    assert CONTRADICTS in verdicts(text, "2020-11-20", ClaimKind.REPORT)


@pytest.mark.parametrize("text", REPORTS["open"])
def test_a_report_that_is_not_held_may_have_come(text):
    assert verdicts(text, "2020-11-20", ClaimKind.REPORT) <= {CANNOT_TELL}


@pytest.mark.parametrize("text", ACTIVITIES["agrees"])
def test_what_the_presidency_did_agrees(text):
    assert verdicts(text, "2020-11-20", ClaimKind.ACTIVITY) == {AGREES}


@pytest.mark.parametrize("text", ACTIVITIES["contradicts"])
def test_letters_to_another_number_of_states_contradict(text):
    assert CONTRADICTS in verdicts(text, "2020-11-20", ClaimKind.ACTIVITY)


@pytest.mark.parametrize("text", ACTIVITIES["open"])
def test_what_else_was_done_is_not_known(text):
    assert verdicts(text, "2020-11-20", ClaimKind.ACTIVITY) <= {CANNOT_TELL}


@pytest.mark.parametrize("text", PRACTICES["agrees"])
def test_a_practice_that_the_state_declared_or_the_named_source_reports_agrees(text):
    assert verdicts(text, "2020-11-20", ClaimKind.PRACTICE) == {AGREES}


@pytest.mark.parametrize("text", PRACTICES["open"])
def test_a_practice_that_is_disputed_or_not_held_cannot_be_told(text):
    assert verdicts(text, "2020-11-20", ClaimKind.PRACTICE) <= {CANNOT_TELL}
    assert CONTRADICTS not in verdicts(text, "2020-11-20")
