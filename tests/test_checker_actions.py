"""The checker on what States did and when: signed, joined, were bound, notified a withdrawal, left; and the treaty's own days."""

from datetime import date

import pytest

from checked_text import found_in, verdict_on

pytestmark = pytest.mark.usefixtures("register")

RIGHT = (
    # a press release
    "GENEVA – Sri Lanka deposited its instrument of accession to the Ottawa Convention with the UN "
    "Secretary-General on 13 December 2017.",
    "The Marshall Islands ratified the Mine Ban Treaty on 12 March 2025, more than 27 years after having signed it.",
    "Oman's instrument of accession to the Anti-Personnel Mine Ban Convention was lodged in New York on 20 August "
    "2014.",
    "With the deposit on 16 April 2012 of its instrument of accession, Somalia joined the Mine Ban Convention.",
    "Finland, having acceded to the Convention on 9 January 2012, became bound by it on 1 July 2012.",
    "Tuvalu's accession to the Convention took place on 13 September 2011.",
    "On 27 December 2012 Poland handed over its instrument of ratification of the Anti-Personnel Mine Ban Convention.",
    # a monitor
    "The Republic of Iraq acceded to the Mine Ban Treaty on 15 August 2007, becoming a State Party on 1 February 2008.",
    "Indonesia signed the Mine Ban Treaty on 4 December 1997 and ratified on 16 February 2007.",
    "Ethiopia signed in December 1997 and ratified the Mine Ban Treaty seven years later, on 17 December 2004.",
    "Ukraine signed the Mine Ban Treaty on 24 February 1999, ratified it on 27 December 2005 and became a State "
    "Party on 1 June 2006.",
    "Kuwait (accession: 30 July 2007; entry into force: 1 January 2008) is party to the Mine Ban Treaty.",
    "Haiti (signature 3 December 1997; ratification 15 February 2006) is a State Party to the Mine Ban Treaty.",
    "Brunei Darussalam, a signatory since 4 December 1997, ratified the Mine Ban Treaty on 24 April 2006.",
    "The Mine Ban Treaty entered into force for Palau on 1 May 2008.",
    "Latvia acceded in 2005 and Estonia in 2004 to the Mine Ban Treaty.",
    "Montenegro succeeded to the Mine Ban Treaty in October 2006.",
    "Japan accepted the Mine Ban Treaty on 30 September 1998.",
    "Slovakia approved the Mine Ban Treaty on 25 February 1999.",
    "Bhutan acceded to the Mine Ban Treaty on 18 August 2005, and the treaty has been in force there since 1 "
    "February 2006.",
    # a UN report
    "Papua New Guinea's instrument of accession to the Anti-Personnel Mine Ban Convention was received by the "
    "depositary on 28 June 2004.",
    "The Convention entered into force in respect of Oman on 1 February 2015.",
    "In 2011 two States, Tuvalu and South Sudan, joined the Convention.",
    "Four States acceded to or ratified the Convention in 2007: Indonesia, Iraq, Kuwait and Palau.",
    "Those that joined the Convention in 2012 were Finland, Poland and Somalia.",
    "The withdrawal of Finland from the Convention, notified on 10 July 2025, became effective on 10 January 2026.",
    "Pursuant to article 20, the withdrawal of Lithuania from the Convention took effect on 27 December 2025.",
    "The Convention ceased to be in force for Latvia on 27 December 2025.",
    "Without having signed it, Tuvalu acceded to the Convention in 2011.",
    "Never having signed it, Liberia acceded to the Convention in 1999.",
    "Tuvalu acceded to the Convention in 2011 without having signed it.",
    "Between January and December 2005, Latvia joined the Convention.",
    # a speech
    "Let me salute Greece and Türkiye, which deposited their instruments under our Convention together on 25 "
    "September 2003.",
    "Excellencies, on 3 December 1997 Canada became the first to sign and to ratify the Ottawa Convention.",
    "We regret that Estonia, Latvia and Lithuania notified the depositary on 27 June 2025 of their withdrawal "
    "from our Convention.",
    "My own country, Chile, signed our Convention on the very first day, 3 December 1997, and ratified it on 10 "
    "September 2001.",
    # an e-mail
    "Quick answer: Nauru joined the Mine Ban Convention in August 2000 (accession), Kiribati a month later.",
    "FYI, Belarus acceded to the Ottawa Treaty back in September 2003, it is in force for them since 1 March 2004.",
    "Poland left the Ottawa Convention in February 2026 after ratifying it in December 2012.",
    # the treaty's own days
    "The Anti-Personnel Mine Ban Convention was opened for signature in Ottawa on 3 December 1997.",
    "The Mine Ban Convention was negotiated in Oslo, adopted there on 18 September 1997, and entered into force "
    "on 1 March 1999.",
    "The Convention became binding international law on 1 March 1999, six months after Burkina Faso deposited the "
    "fortieth ratification.",
    "Since its entry into force on 1 March 1999, the Ottawa Convention has become a norm.",
    "Ottawa hosted the opening for signature of the Mine Ban Treaty in December 1997.",
    "Having signed the Mine Ban Treaty on 8 September 1998, Albania ratified it in February 2000.",
    "Thailand's Foreign Minister signed the Mine Ban Treaty on 3 December 1997.",
    "Sudan put its signature to the Ottawa Convention on 4 December 1997.",
    "The entry into force for Guyana came on 1 February 2004.",
    "In Eritrea, the Mine Ban Convention has been in force since 1 February 2002.",
    "Suriname became party to the Mine Ban Treaty by depositing its instrument of ratification on 23 May 2002.",
    "Angola joined the Mine Ban Convention on 5 July 2002 by ratification.",
)

WRONG = (
    "GENEVA – Sri Lanka deposited its instrument of accession to the Ottawa Convention with the UN "
    "Secretary-General on 13 October 2017.",
    "The Marshall Islands ratified the Mine Ban Treaty on 12 March 2024, more than 27 years after having signed it.",
    "Oman's instrument of ratification of the Anti-Personnel Mine Ban Convention was lodged in New York on 20 "
    "August 2014.",
    "With the deposit on 16 April 2013 of its instrument of accession, Somalia joined the Mine Ban Convention.",
    "Finland, having acceded to the Convention on 9 January 2012, became bound by it on 1 August 2012.",
    "Tuvalu's accession to the Convention took place on 13 March 2011.",
    "On 27 December 2011 Poland handed over its instrument of ratification of the Anti-Personnel Mine Ban Convention.",
    "The Republic of Iraq acceded to the Mine Ban Treaty on 15 August 2008.",
    "Indonesia signed the Mine Ban Treaty on 4 December 1997 and ratified on 16 February 2006.",
    "Ukraine ratified the Mine Ban Treaty on 27 December 2005 and became a State Party on 1 September 2006.",
    "Kuwait (accession: 30 July 2005; entry into force: 1 January 2006) is party to the Mine Ban Treaty.",
    "Haiti (signature 3 December 1997; ratification 15 August 2006) is a State Party to the Mine Ban Treaty.",
    "The Mine Ban Treaty entered into force for Palau on 1 November 2008.",
    "Latvia acceded in 2005 and Estonia in 2006 to the Mine Ban Treaty.",
    "India signed the Mine Ban Treaty on 4 December 1997.",
    "Viet Nam acceded to the Mine Ban Treaty in 2009.",
    "Singapore is a State Party to the Mine Ban Treaty since 1 March 2003, having ratified in 2002.",
    "Papua New Guinea's instrument of accession to the Anti-Personnel Mine Ban Convention was received by the "
    "depositary on 28 June 2005.",
    "The Convention entered into force in respect of Oman on 20 February 2015.",
    "In 2011 two States, Tuvalu and Finland, joined the Convention.",
    "Those that joined the Convention in 2012 were Finland, Oman and Somalia.",
    "Norway acceded to the Mine Ban Treaty on 9 July 1998.",
    "The withdrawal of Finland from the Convention became effective on 10 July 2026.",
    "The withdrawal of Norway from the Convention took effect on 27 December 2025.",
    "The Convention ceased to be in force for Latvia on 27 September 2025.",
    "We regret that Estonia, Latvia and Lithuania notified the depositary on 27 March 2025 of their withdrawal "
    "from our Convention.",
    "The Anti-Personnel Mine Ban Convention was opened for signature in Oslo on 3 December 1997.",
    "The Anti-Personnel Mine Ban Convention was opened for signature in Ottawa on 3 December 1998.",
    "The Mine Ban Convention was adopted in Oslo on 18 September 1996.",
    "The Convention became binding international law on 1 March 1998.",
    "Brunei Darussalam, a signatory since 4 December 1997, ratified the Mine Ban Treaty on 24 April 2008.",
    "Poland left the Ottawa Convention in February 2025.",
    "Thailand's Foreign Minister signed the Mine Ban Treaty on 23 December 1997.",
    "The entry into force for Guyana came on 1 August 2003.",
    "Suriname became party to the Mine Ban Treaty by depositing its instrument of ratification on 23 March 2002.",
    "Angola joined the Mine Ban Convention on 5 July 2002 by accession.",
    "As of 20 January 2026, Poland has withdrawn from the Mine Ban Convention.",
    "Finland is no longer bound by the Ottawa Convention: its withdrawal entered into effect on 27 December 2025.",
)

OPEN = (
    "Norway ratified the Convention on Cluster Munitions on 3 December 2008.",
    "Lebanon acceded to the Mine Ban Convention on 14 May 2026.",
    "Lao PDR hopes to join the Mine Ban Convention by 2009.",
    "If Mongolia had acceded to the Mine Ban Convention in 2008, it would have been bound in 2009.",
    "Ukraine's parliament ratified the Mine Ban Convention on 18 May 2005.",
    "The Polish parliament voted to leave the Mine Ban Convention on 26 June 2025.",
    "Kenya hosted the First Review Conference in 2004 and Norway gave USD 40 million in 2017.",
    "Did Nepal sign the Mine Ban Convention in 1999?",
    "Egypt was urged to accede to the Mine Ban Convention by 2014.",
    "China signed Amended Protocol II in 1998.",
    "The Convention has not entered into force for Nepal.",
    "Georgia said that it had signed an agreement on demining on 5 May 2009.",
    "The United States signed the treaty with Jordan on 3 May 2001.",
    "By the rule of Article 17, accession by Cuba on 1 December 2018 would mean entry into force on 1 June 2019.",
    "Under Article 17 an accession by Libya on 1 December 2018 means entry into force on 1 June 2019.",
    "Cuba depositing its instrument on 1 December 2018 would lead to entry into force on 1 June 2019.",
    "A deposit on 1 December 2018 leads to entry into force of the Convention on 1 June 2019.",
    "Joining on 1 December 2018 means that the Convention enters into force on 1 June 2019.",
    "There was no accession to the Convention by Cuba in 2018.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_confirmed(text):
    assert verdict_on(text) == "agrees", found_in(text)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_found(text):
    assert verdict_on(text) == "contradicts", found_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_said_of_the_treaty_or_not_said_as_done_is_never_called_wrong(text):
    assert verdict_on(text) != "contradicts", found_in(text)
    assert verdict_on(text, date(2026, 11, 22), "treaty action", "entry into force") != "agrees", found_in(text)


RIGHT_YEARS = (
    "Not a single State joined the Mine Ban Convention between 2018 and 2024.",
    "No country acceded to or ratified the Convention in 2013.",
    "Three countries joined the Mine Ban Treaty in 2012.",
    "Nobody joined the Ottawa Convention in 2009.",
    "The following States ratified or acceded to the Convention in 2004: Estonia, Ethiopia and Papua New Guinea.",
    "New States Parties in 2006 were Brunei Darussalam, the Cook Islands, Haiti and Montenegro.",
    "2005 saw four accessions and ratifications to the Mine Ban Convention: Bhutan, Latvia, Ukraine and Vanuatu.",
)
WRONG_YEARS = (
    "Not a single State joined the Mine Ban Convention in 2014.",
    "Seven countries joined the Mine Ban Treaty in 2012.",
    "The following States ratified or acceded to the Convention in 2004: Estonia, Latvia and Papua New Guinea.",
    "New States Parties in 2006 were Brunei Darussalam, Kuwait, Haiti and Montenegro.",
)


@pytest.mark.parametrize("text", RIGHT_YEARS)
def test_who_joined_in_a_year_is_confirmed(text):
    assert verdict_on(text) == "agrees", found_in(text)


@pytest.mark.parametrize("text", WRONG_YEARS)
def test_who_did_not_join_in_a_year_is_found(text):
    assert verdict_on(text) == "contradicts", found_in(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Marshall Islands has signed but not ratified the Mine Ban Convention since 1997.", "agrees"),
        ("It took Ethiopia seven years from signature to ratification of the Mine Ban Convention.", "agrees"),
        ("It took Ethiopia three years from signature to ratification of the Mine Ban Convention.", "contradicts"),
        ("Indonesia ratified the Mine Ban Convention nearly ten years after it signed.", "agrees"),
        ("Indonesia ratified the Mine Ban Convention nearly five years after it signed.", "contradicts"),
    ],
)
def test_years_between_signature_and_ratification(text, verdict):
    assert verdict_on(text, date(2018, 8, 21)) == verdict, found_in(text, date(2018, 8, 21))


def test_a_day_of_entry_into_force_that_is_told_as_the_day_of_joining_agrees_and_says_so():
    [finding] = [one for one in found_in("Oman joined the Mine Ban Convention on 1 February 2015.") if one.claim.kind]
    assert finding.judgement.verdict == "agrees"
    assert "entry into force" in finding.judgement.why


def test_a_vote_at_home_told_as_the_ratification_is_not_called_wrong():
    assert verdict_on("Ukraine ratified the Mine Ban Convention on 18 May 2005.") == "cannot tell"


def test_a_suspension_is_no_withdrawal():
    assert verdict_on("Ukraine withdrew from the Mine Ban Convention on 18 July 2025.") != "agrees"


def test_an_entry_into_force_behind_a_sentence_about_a_state_may_be_that_states():
    text = "Palau acceded on 19 November 2007. The Mine Ban Convention entered into force on 1 May 2008."
    assert verdict_on(text, date(2026, 11, 22), "treaty") == "cannot tell"


def test_states_listed_behind_what_was_not_done_are_not_said_to_have_done_it():
    text = (
        "As of 21 August 2018, these are three of the States that have not joined the Convention: Armenia, Cuba, Iran."
    )
    assert verdict_on(text, date(2018, 8, 21), "treaty action") == "nothing"
