"""When and where meetings were held, which in order they were, and who presided, in the words of different writers."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CONTRADICTS, verdicts

pytestmark = pytest.mark.django_db

TRUE = [
    "Oslo was the venue of the Fourth Review Conference, which closed on 29 November 2019.",
    "States gathered in Oslo for the Fourth Review Conference of the Anti-Personnel Mine Ban "
    "Convention in November 2019.",
    "The Convention's Eleventh Meeting of the States Parties took place in Phnom Penh, Cambodia, in late 2011.",
    "Cartagena, Colombia, welcomed delegates to the Second Review Conference in December 2009.",
    "The Dead Sea in Jordan was where the 8MSP was held in November 2007.",
    "The Sixteenth Meeting of the States Parties opened in Vienna on 18 December 2017.",
    "The Fifteenth Meeting of the States Parties closed in Santiago on 1 December 2016.",
    "The 2016 Meeting of the States Parties was held in Santiago.",
    "The 17MSP (Geneva, 26-30 November 2018) was presided over by Afghanistan.",
    "Ambassador Suraya Dalil, President of the Seventeenth Meeting of the States Parties, opened the meeting.",
    "Afghanistan's Suraya Dalil presided over the 17MSP.",
    "As President of the Sixteenth Meeting of the States Parties, Ambassador Thomas Hajnoczi of "
    "Austria wrote to all States.",
    "Chile's Foreign Minister, Heraldo Muñoz, chaired the Fifteenth Meeting of the States Parties.",
    "Austria held the presidency of the Convention at the time of the Sixteenth Meeting of the States Parties.",
    "Under Austria's presidency, the Sixteenth Meeting of the States Parties met in Vienna.",
    "With Austria in the chair, the Sixteenth Meeting of the States Parties adopted its report.",
    "The Tenth Meeting of the States Parties was chaired by Gazmend Turdiu.",
    "The presidency of the Second Review Conference lay in the hands of Norway.",
    "Algeria chaired the 13MSP in December 2013.",
    "The Third Review Conference was hosted by Mozambique.",
    "Mozambique hosted both the First Meeting of the States Parties and the Third Review Conference.",
    "The Convention's First Review Conference, the Nairobi Summit, was held in Kenya in 2004.",
    "The President of the Eighth Meeting of the States Parties was Prince Mired Raad Al-Hussein of Jordan.",
    "The Twenty-First Meeting of the States Parties, under Germany's presidency, met from 20 to 24 November 2023.",
]
FALSE = [
    "Maputo was the venue of the Fourth Review Conference, which closed on 29 November 2019.",
    "States gathered in Oslo for the Fourth Review Conference of the Anti-Personnel Mine Ban "
    "Convention in November 2018.",
    "The Convention's Eleventh Meeting of the States Parties took place in Bangkok, Thailand, in late 2011.",
    "Cartagena, Colombia, welcomed delegates to the Third Review Conference in June 2014.",
    "The Sixteenth Meeting of the States Parties opened in Vienna on 27 November 2017.",
    "The 2016 Meeting of the States Parties was held in Geneva.",
    "The 17MSP (Geneva, 26-30 November 2018) was presided over by Austria.",
    "Ambassador Suraya Dalil, President of the Sixteenth Meeting of the States Parties, opened the meeting.",
    "Afghanistan's Suraya Dalil presided over the 16MSP.",
    "As President of the Fourteenth Meeting of the States Parties, Ambassador Thomas Hajnoczi of "
    "Austria wrote to all States.",
    "Under Chile's presidency, the Sixteenth Meeting of the States Parties met in Vienna.",
    "With Belgium in the chair, the Sixteenth Meeting of the States Parties adopted its report.",
    "The Tenth Meeting of the States Parties was chaired by Matjaz Kovacic.",
    "Slovenia chaired the 13MSP in December 2013.",
    "The Third Review Conference was hosted by Norway.",
    "The President of the Eighth Meeting of the States Parties was Thomas Göbel of Germany.",
]
OPEN = [
    "The Seventh Review Conference was held in Geneva in 2011.",
    "The Ninth Meeting of States Parties to the Convention on Cluster Munitions was held in Geneva in 2019.",
    "The Twelfth Meeting of the States Parties was chaired by Switzerland's host city.",
    "Norway took part in the 16MSP in Vienna.",
    "A preparatory meeting for the Fourth Review Conference was held in Geneva in May 2019.",
    "Since the 16MSP in Vienna, two States have joined.",
    "The President of the 17MSP met Georgia in Geneva.",
    "The representative of Chile, on behalf of the President of the 16MSP, spoke first.",
    "Belgium congratulated the President of the 16MSP.",
    "Heraldo Muñoz of Chile attended the 14MSP.",
    "Suraya Dalil addressed the 16MSP as President-designate.",
    "The action plan adopted at the Third Review Conference was reviewed in Oslo in 2019.",
    "Before the 17MSP, the President travelled to Kabul in 2018.",
    "Germany chaired the Committee on Victim Assistance at the 16MSP.",
    "The 16MSP, hosted by Austria, elected Afghanistan to preside over the 17MSP.",
    "Two weeks after the 16MSP, on 5 January 2018, the new presidency took over.",
    "The 9MSP was presided over by Switzerland.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_the_register_holds_of_a_meeting_agrees(text):
    assert verdicts(text, "2026-11-22", ClaimKind.MEETING) == {AGREES}


@pytest.mark.parametrize("text", FALSE)
def test_another_place_day_or_presidency_contradicts(text):
    assert CONTRADICTS in verdicts(text, "2026-11-22", ClaimKind.MEETING)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_of_another_treaty_or_only_near_a_meeting_is_not_called_wrong(text):
    assert CONTRADICTS not in verdicts(text, "2026-11-22", ClaimKind.MEETING)


def test_a_meeting_is_known_by_its_year_and_city():
    assert verdicts(
        "The 2018 Meeting of the States Parties in Geneva was the seventeenth.", "2026-11-22", ClaimKind.MEETING
    ) == {AGREES}
    assert CONTRADICTS in verdicts(
        "The 2018 Meeting of the States Parties in Geneva was the sixteenth.", "2026-11-22", ClaimKind.MEETING
    )


def test_who_is_to_preside_may_be_told_before():
    assert verdicts(
        "Zambia will preside over the Twenty-Third Meeting of the States Parties.", "2026-06-01", ClaimKind.MEETING
    ) == {AGREES}
