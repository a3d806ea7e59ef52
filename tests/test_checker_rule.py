"""The checker on what follows by the treaty's rules: entry into force, withdrawal, periods of obligations."""

import pytest

from checked_text import found_in, verdict_on

pytestmark = pytest.mark.usefixtures("register")

RIGHT = (
    "An accession deposited on 30 June 2024 takes effect on 1 December 2024 under Article 17 of the Mine Ban "
    "Convention.",
    "If Lao PDR deposited its instrument of accession to the Convention on 12 May 2026, it would be bound from 1 "
    "November 2026.",
    "A State depositing its instrument on 31 January 2025 becomes bound by the Convention on 1 July 2025.",
    "Had Nepal acceded to the Convention on 15 March 2019, the Convention would have entered into force for Nepal "
    "on 1 September 2019.",
    "Under Article 17, the Convention enters into force for a State on the first day of the sixth month after the "
    "month in which it deposits its instrument.",
    "The Mine Ban Convention enters into force for each new State Party on the first day of the sixth month "
    "following the deposit of its instrument.",
    "For a State that joins today the Convention takes effect after about six months, on the first day of a month.",
    "A withdrawal from the Convention takes effect six months after the depositary has received the instrument of "
    "withdrawal.",
    "Withdrawal from the Ottawa Convention becomes effective only six months after notification, and not while "
    "the State is engaged in an armed conflict.",
    "A notification of withdrawal from the Mine Ban Convention received on 27 June 2025 takes effect on 27 "
    "December 2025.",
    "Each State Party must submit its initial transparency report under the Convention within 180 days of entry "
    "into force.",
    "Article 7 of the Mine Ban Convention gives new States Parties 180 days for their first transparency report.",
    "The Convention requires stockpiles to be destroyed within four years of entry into force.",
    "Under Article 4 of the Mine Ban Convention a State Party has four years to destroy its stockpile.",
    "Under Article 5 of the Mine Ban Convention mined areas must be cleared as soon as possible but not later "
    "than ten years after entry into force.",
    "Annual transparency reports under the Convention are due by 30 April each year.",
    "The Convention entered into force on the first day of the sixth month after the fortieth instrument of "
    "ratification had been deposited.",
    "The Convention needed 40 ratifications to enter into force.",
    "Oman's initial transparency report under the Convention was due on 31 July 2015.",
    "Accession on 7 February 2024 would bring the Mine Ban Convention into force for Micronesia on 1 August 2024.",
    "An instrument deposited on 31 December 2026 takes effect on 1 June 2027, "
    "one deposited on 1 January 2027 takes effect on 1 July 2027.",
)
WRONG = (
    "An accession deposited on 30 June 2024 takes effect on 30 December 2024 under Article 17 of the Mine Ban "
    "Convention.",
    "If Lao PDR deposited its instrument of accession to the Convention on 12 May 2026, it would be bound from 12 "
    "June 2026.",
    "A State depositing its instrument on 31 January 2025 becomes bound by the Convention on 1 August 2025.",
    "Had Nepal acceded to the Convention on 15 March 2019, the Convention would have entered into force for Nepal "
    "on 1 June 2019.",
    "Under Article 17, the Convention enters into force for a State on the first day of the third month after the "
    "month in which it deposits its instrument.",
    "The Mine Ban Convention enters into force for each new State Party 90 days after the deposit of its instrument.",
    "A withdrawal from the Convention takes effect twelve months after the depositary has received the instrument "
    "of withdrawal.",
    "Withdrawal from the Ottawa Convention becomes effective immediately upon notification.",
    "A notification of withdrawal from the Mine Ban Convention received on 27 June 2025 takes effect on 27 June 2026.",
    "Each State Party must submit its initial transparency report under the Convention within 90 days of entry "
    "into force.",
    "The Convention requires stockpiles to be destroyed within eight years of entry into force.",
    "Under Article 5 of the Mine Ban Convention mined areas must be cleared not later than five years after entry "
    "into force.",
    "Annual transparency reports under the Convention are due by 30 June each year.",
    "The Convention needed 30 ratifications to enter into force.",
)
OPEN = (
    "The Convention on Cluster Munitions enters into force for a State six months after its deposit, on the first "
    "day of the month.",
    "The Convention on Cluster Munitions requires stockpiles to be destroyed within eight years.",
    "An instrument of accession to the Arms Trade Treaty deposited on 3 March 2020 enters into force on 1 June 2020.",
    "Jordan asked for five years more to clear its mined areas under Article 5 of the Mine Ban Convention.",
    "Belarus destroyed its stockpile nine years after entry into force.",
    "Greece needed ten years to destroy its stockpile.",
    "The report must be submitted within 30 days of the meeting.",
    "The request is due on 31 March 2019.",
    "If Nepal acceded on 4 May 2019, the President would write a letter by 1 June 2019.",
    "Six months after the deposit, the President met the Minister.",
    "The mandate of the Committee ends two years after its election.",
    "Ukraine was granted ten years more until 1 December 2033.",
    "The Mine Ban Convention entered into force fifteen months after it had been opened for signature.",
    "The withdrawal took effect nine months after the vote in parliament.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_follows_by_the_rule_is_confirmed(text):
    assert verdict_on(text) == "agrees", found_in(text)


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_follow_is_found(text):
    assert verdict_on(text) == "contradicts", found_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_other_treaties_and_other_periods_are_never_called_wrong(text):
    assert verdict_on(text) != "contradicts", found_in(text)
