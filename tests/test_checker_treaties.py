"""Which treaty a sentence speaks of: ours, another, or one that is not told."""

import pytest

from accede.reporting.checker.reading.asides import aside_at
from accede.reporting.checker.reading.treaties import TreatyNames
from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CANNOT_TELL, CONTRADICTS, said, verdict, verdicts

pytestmark = pytest.mark.django_db
DAY = "2018-08-21"
BESIDE = (
    ", while the Convention on the Rights of Persons with Disabilities had 177 States Parties.",
    ", whereas the Chemical Weapons Convention counts 193 States Parties.",
    ", compared with 97 for the Arms Trade Treaty.",
    ", against 104 High Contracting Parties of Amended Protocol II to the CCW.",
    ", but only 103 the Convention on Cluster Munitions.",
    ", a point made in the 2012 budget discussion.",
    ", as the 36-page background note of 2009 explains.",
)


@pytest.mark.parametrize("beside", BESIDE)
def test_what_is_added_at_the_end_does_not_disturb_a_true_number(beside: str) -> None:
    assert verdict(f"The Anti-Personnel Mine Ban Convention has 164 States Parties{beside}", DAY) is AGREES


@pytest.mark.parametrize("beside", BESIDE)
def test_what_is_added_at_the_end_does_not_hide_a_false_number(beside: str) -> None:
    assert verdict(f"The Anti-Personnel Mine Ban Convention has 150 States Parties{beside}", DAY) is CONTRADICTS


@pytest.mark.parametrize(
    "sentence",
    [
        "The Convention on Cluster Munitions has 103 States Parties.",
        "With 103 States Parties, the Convention on Cluster Munitions is the younger sister of the Ottawa Convention.",
        "The Arms Trade Treaty entered into force in 2014.",
        "Cuba joined the Convention on Cluster Munitions in 2016.",
        "The Convention on Cluster Munitions opened for signature in 2008. The Convention has 103 States Parties.",
        "Morocco is a State Party to the Chemical Weapons Convention.",
        "In 2018, 193 States were party to the CWC.",
    ],
)
def test_what_is_said_of_another_treaty_is_not_held_against_ours(sentence: str) -> None:
    assert CONTRADICTS not in verdicts(sentence, DAY)
    assert AGREES not in verdicts(sentence, DAY, ClaimKind.COUNT, ClaimKind.TREATY_ACTION, ClaimKind.STANDING)


def test_another_treaty_in_the_next_sentence_changes_nothing() -> None:
    text = "The Convention has 150 States Parties. The Arms Trade Treaty, which opened for signature in 2013, is another matter."
    assert verdict(text, DAY) is CONTRADICTS


def test_a_day_before_the_other_treaty_was_made_tells_that_ours_is_meant() -> None:
    text = "The Convention on Cluster Munitions had 84 States Parties. On 8 December 2005 the Convention had 147 States Parties."
    assert AGREES in verdicts(text, "2014-09-01", ClaimKind.COUNT)


def test_a_meeting_that_the_other_treaty_cannot_have_held_is_ours() -> None:
    text = "The Arms Trade Treaty is another matter. The Sixteenth Meeting of the States Parties was held in Geneva in 2017."
    assert verdict(text, DAY, ClaimKind.MEETING) is CONTRADICTS


def test_a_meeting_of_an_unclear_treaty_agrees_where_all_of_it_is_so_and_contradicts_nothing() -> None:
    before = "The Convention on Cluster Munitions is another matter. "
    assert (
        verdict(f"{before}The First Review Conference was held in Nairobi in 2004.", DAY, ClaimKind.MEETING) is AGREES
    )
    assert verdict(f"{before}The Second Review Conference was held in Lausanne.", "2022-01-01") is not CONTRADICTS


@pytest.mark.parametrize(
    "name",
    [
        "the AP Mine Ban Convention",
        "the 1997 Mine Ban Treaty",
        "our Mine Ban Convention",
        "#MineBanTreaty",
        "the APMBC",
    ],
)
def test_a_treaty_is_known_by_its_many_names(name: str) -> None:
    assert verdict(f"As of 21 August 2018, 164 States had joined {name}.", "2020-01-01") is AGREES


def test_the_year_in_a_treatys_name_is_no_day() -> None:
    assert verdict("The 1997 Mine Ban Treaty has 164 States Parties.", DAY, ClaimKind.COUNT) is AGREES


def test_the_day_of_its_adoption_is_not_the_day_of_a_number() -> None:
    assert verdict("The Convention, adopted in 1997, has 164 States Parties.", DAY, ClaimKind.COUNT) is AGREES
    assert verdict("The Convention, adopted in 1997, had 164 States Parties.", DAY, ClaimKind.COUNT) is CANNOT_TELL


def test_the_claim_of_the_other_treaty_in_an_aside_is_listed_as_such() -> None:
    found = said("The APMBC has 164 States Parties, while the Chemical Weapons Convention has 193 States Parties.", DAY)
    assert [one.judgement.verdict for one in found if one.claim.kind is ClaimKind.COUNT] == [AGREES, CANNOT_TELL]


def test_a_list_is_not_cut_where_it_goes_on() -> None:
    names = TreatyNames(())
    text = "China, Cuba, and Egypt attended, while the Geneva Conventions have 196 States Parties"
    assert text[: aside_at(text, names, "apmbc")] == "China, Cuba, and Egypt attended"
    assert aside_at("China, Cuba, and Egypt attended", names, "apmbc") is None
