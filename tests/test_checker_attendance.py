"""Who is said to have taken part in what, last, first and never, in the words of different writers."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CANNOT_TELL, CONTRADICTS, verdicts

pytestmark = pytest.mark.django_db

TRUE = {
    "took part": [
        "We were glad to see Myanmar at the Sixteenth Meeting of the States Parties.",
        "The 2016 Meeting of the States Parties had India among its observers.",
        "Observers from Myanmar and Pakistan were among those present at the Sixteenth Meeting of the States Parties.",
        "Lebanon was there when the Third Review Conference of the Convention met in Maputo.",
        "In Santiago, at the Fifteenth Meeting of the States Parties, India was represented as an observer State.",
        "The Fourteenth Meeting of the States Parties drew observers from India, Libya and Kazakhstan.",
        "Saudi Arabia sent a delegation to the 2018 intersessional meetings of the Mine Ban Treaty.",
        "Several States outside the Convention, including China, India and Singapore, attended the 15MSP.",
        "Present as observers at the 16MSP: China, India, Kazakhstan, Lebanon, Myanmar, Pakistan, Syria.",
        "The United States took part in every intersessional meeting since 2014, including the "
        "2017 intersessional meetings.",
        "We were glad to see Laos participate in the intersessional meetings of June 2018.",
        "Representatives of Egypt were in the room for the Third Review Conference.",
        "Azerbaijan, a State not party, participated in the 16MSP as an observer.",
    ],
    "did not": [
        "Despite an invitation, Libya did not attend the 2016 Meeting of the States Parties.",
        "There was no delegation from Viet Nam at the 2017 Meeting of the States Parties.",
        "Russia did not send observers to the Sixteenth Meeting of the States Parties in Vienna.",
        "Neither Cuba nor Georgia attended the Third Review Conference of the Anti-Personnel Mine Ban Convention.",
        "Viet Nam was not among the observers at the 16MSP.",
        "Nepal was absent from the 15MSP.",
        "Absent from the Sixteenth Meeting of the States Parties were Armenia, Georgia and the Russian Federation.",
        "Bahrain stayed away from the Sixteenth Meeting of the States Parties.",
        "The 2018 intersessional meetings took place without Kazakhstan and Viet Nam.",
        "The following States not party did not attend the 16MSP: Cuba, Egypt and Israel.",
    ],
    "last": [
        "Mongolia most recently took part in the 11MSP.",
        "The last formal meeting with Libya in the room was the Fourteenth Meeting of the States Parties.",
        "Libya's most recent participation was at the 14MSP in Geneva in 2015.",
        "Not since the Second Review Conference in 2009 has Cuba taken part in a Meeting of the "
        "States Parties or Review Conference.",
        "Mongolia has been absent from Meetings of the States Parties since the 11MSP.",
        "The Marshall Islands was last represented at a Meeting of the States Parties in 2008, at the 9MSP.",
        "Kyrgyzstan last sent observers to a formal meeting in 2006 (7MSP).",
        "Israel has not participated in a Meeting of the States Parties or a Review Conference "
        "since the First Review Conference in Nairobi.",
        "The most recent Meeting of the States Parties attended by Nepal was the Tenth.",
        "The 10MSP in 2010 was the last Meeting of the States Parties that the Russian Federation attended.",
    ],
    "never": [
        "Uzbekistan has yet to attend a meeting of the Convention.",
        "To date Iran has taken part in none of the Convention's meetings.",
        "The DPRK has never once been represented at a meeting of the Mine Ban Treaty.",
        "No delegation of Uzbekistan has ever attended a meeting of the States Parties to the Convention.",
        "Two States, Iran and Uzbekistan, have at no time participated in the Convention's meetings.",
    ],
}

FALSE = {
    "took part": [
        "Observers from Armenia and Pakistan were among those present at the Sixteenth Meeting of the States Parties.",
        "The Fourteenth Meeting of the States Parties drew observers from Viet Nam, Libya and Kazakhstan.",
        "Russia sent a delegation to the 2018 intersessional meetings of the Mine Ban Treaty.",
        "Present as observers at the 16MSP: China, India, Kazakhstan, Lebanon, Mongolia, Pakistan, Syria.",
        "We were glad to see Georgia participate in the intersessional meetings of June 2018.",
        "Several States outside the Convention, including China, Cuba and Singapore, attended the 15MSP.",
        "Representatives of Nepal were in the room for the Third Review Conference.",
        "In Santiago, at the Fifteenth Meeting of the States Parties, Iran was represented as an observer State.",
    ],
    "did not": [
        "Myanmar did not send observers to the Sixteenth Meeting of the States Parties in Vienna.",
        "Neither Egypt nor Georgia attended the Third Review Conference of the Anti-Personnel Mine Ban Convention.",
        "India was absent from the 15MSP.",
        "The following States not party did not attend the 16MSP: Cuba, China and Israel.",
        "Absent from the Sixteenth Meeting of the States Parties were Armenia, Pakistan and the Russian Federation.",
        "The 2018 intersessional meetings took place without the United States.",
    ],
    "last": [
        "Libya's most recent participation was at the 16MSP in Vienna in 2017.",
        "Not since the Second Review Conference in 2009 has China taken part in a Meeting of the "
        "States Parties or Review Conference.",
        "India has been absent from Meetings of the States Parties since the 11MSP.",
        "Myanmar was last represented at a Meeting of the States Parties in 2008, at the 9MSP.",
        "The most recent Meeting of the States Parties attended by Mongolia was the Ninth.",
        "The 10MSP in 2010 was the last Meeting of the States Parties that Singapore attended.",
    ],
    "never": [
        "Kazakhstan has yet to attend a meeting of the Convention.",
        "To date Egypt has taken part in none of the Convention's meetings.",
        "India has never once been represented at a meeting of the Mine Ban Treaty.",
        "Two States, Iran and Nepal, have at no time participated in the Convention's meetings.",
    ],
    "first": [
        "Singapore took part for the first time ever, at the Third Review Conference.",
        "The 15MSP was the first that India attended.",
        "For the first time since the Third Review Conference (2014), China attended a formal meeting, the 15MSP.",
        "The 2016 Meeting of the States Parties was the first meeting of the Convention that Saudi Arabia attended.",
        "For the first time ever, China sat in on a Meeting of the States Parties, the 16MSP.",
        "The Third Review Conference saw the first participation of Singapore in a meeting of the Convention.",
        "Lebanon attended the 16MSP, ending an absence of ten years.",
        "The 16MSP was attended by India for the first time.",
    ],
}

OPEN = [
    "The Republic of Korea has never taken part in a meeting of the Convention.",
    "Viet Nam last took part in the 5MSP in 2003.",
    "Bahrain has not attended a Meeting of the States Parties since the Second Review Conference.",
    "Chile attended the 7MSP.",
    "India was invited to the 2018 intersessional meetings.",
    "Georgia registered for the 16MSP.",
    "Russia announced that it would attend the Sixteenth Meeting of the States Parties.",
    "We hope that Uzbekistan will attend the Seventeenth Meeting of the States Parties.",
    "Had Armenia attended the 16MSP, it would have heard its neighbour.",
    "Cuba has never attended a pledging conference.",
    "India has never attended the intersessional meetings.",
    "China has never taken the floor at a Meeting of the States Parties.",
    "Egypt has never attended a Meeting of the States Parties to the Convention on Cluster Munitions.",
    "Nepal attended the Seventh Meeting of States Parties to the Convention on Cluster Munitions.",
    "A side event at the 16MSP was attended by Georgia.",
    "The President met Armenia and Georgia at the 16MSP.",
    "An NGO from Georgia attended the 16MSP.",
    "A former minister of Cuba attended the 16MSP in a personal capacity.",
    "Landmine survivors from Viet Nam took part in the 16MSP.",
    "Not one of its neighbours joined Armenia in attending the 16MSP.",
    "The report on Georgia was presented at the 16MSP.",
    "Since the 11MSP Egypt has not attended the intersessional meetings every year.",
]


@pytest.mark.parametrize("text", [each for group in TRUE.values() for each in group])
def test_what_is_recorded_agrees(text):
    assert verdicts(text, "2018-11-20", ClaimKind.ATTENDANCE) == {AGREES}
    assert CONTRADICTS not in verdicts(text, "2018-11-20")


@pytest.mark.parametrize("text", [each for group in FALSE.values() for each in group])
def test_what_records_exclude_contradicts(text):
    assert CONTRADICTS in verdicts(text, "2018-11-20", ClaimKind.ATTENDANCE)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_disputed_not_recorded_or_not_said_is_never_called_right_or_wrong(text):
    assert verdicts(text, "2018-11-20", ClaimKind.ATTENDANCE) <= {CANNOT_TELL}
    assert CONTRADICTS not in verdicts(text, "2018-11-20")


def test_attendance_of_later_years_is_told_by_later_records():
    assert verdicts("Morocco attended the Fourth Review Conference in Oslo.", "2020-11-20", ClaimKind.ATTENDANCE) == {
        AGREES
    }
    assert CONTRADICTS in verdicts(
        "Mongolia attended the Fourth Review Conference.", "2020-11-20", ClaimKind.ATTENDANCE
    )
    assert verdicts("Cuba attended the Fourth Review Conference.", "2020-11-20", ClaimKind.ATTENDANCE) == {CANNOT_TELL}
    assert verdicts("Azerbaijan did not attend the 18MSP.", "2021-03-01", ClaimKind.ATTENDANCE) == {AGREES}


def test_an_attendance_in_sixteen_years_is_held_against_every_one_between():
    assert CONTRADICTS in verdicts(
        "Morocco attended the 16MSP, its first meeting in sixteen years.", "2018-11-20", ClaimKind.ATTENDANCE
    )
    assert CONTRADICTS in verdicts(
        "Morocco was back at the 16MSP for the first time in 16 years.", "2018-11-20", ClaimKind.ATTENDANCE
    )
