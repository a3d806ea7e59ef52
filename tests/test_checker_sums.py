"""Numbers of one draft that must add up."""

import pytest

from drafts import FALSE, SILENT, TRUE, told, verdicts

TRUE_ONES = [
    ("2018-08-21", "⟦164 of the world's 197 States have joined the Convention and 33 have not⟧."),
    ("2018-08-21", "Of the 197 States that may join, ⟦164 are party to the Convention and 33 are not⟧."),
    ("2018-08-21", "⟦164 States have joined the Convention, leaving 33 outside⟧."),
    ("2018-08-21", "Of the ⟦33 States not party to the Convention, one has signed it and 32 have not⟧."),
    ("2018-08-21", "The Convention has 164 States Parties. ⟦The other 33 States remain outside⟧."),
    ("2018-08-21", "⟦Out of 197 States, 164 are parties to the Convention, 1 is a signatory and 32 have not signed⟧."),
    ("2026-11-22", "⟦Of the 35 States outside the Convention, five have withdrawn and 30 never joined⟧."),
    ("2018-08-21", "There are ⟦197 States that may join the Convention⟧."),
    ("2018-08-21", "The universe of the Convention is ⟦197 States⟧."),
    ("2018-08-21", "⟦Of 193 UN Member States, 160 have joined the Convention and 33 have not⟧."),
]
FALSE_ONES = [
    ("2018-08-21", "⟦164 of the world's 205 States have joined the Convention and 33 have not⟧."),
    ("2018-08-21", "Of the 197 States that may join, ⟦161 are party to the Convention and 33 are not⟧."),
    ("2018-08-21", "Of the ⟦197 States that may join, 164 are party to the Convention and 38 are not⟧."),
    ("2018-08-21", "⟦162 States have joined the Convention, leaving 33 outside⟧."),
    ("2018-08-21", "Of the ⟦33 States not party to the Convention, two have signed it and 32 have not⟧."),
    ("2018-08-21", "⟦Out of 197 States, 167 are parties to the Convention, 1 is a signatory and 32 have not signed⟧."),
]
NEVER_WRONG = [
    ("2018-08-21", "Of the 47 States of the region, ⟦40 have joined the Convention and 7 have not⟧."),
    ("2018-08-21", "Of the 12 States visited, ⟦two have joined the Convention and ten have not⟧."),
    ("2018-08-21", "⟦Of the 50 producers of old, 39 have joined the Convention and 11 have not⟧."),
    ("2018-08-21", "In 1999 the Convention had ⟦67 States Parties⟧; today 33 States remain outside."),
]


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return verdicts([*TRUE_ONES, *FALSE_ONES, *NEVER_WRONG])


@pytest.mark.django_db
@pytest.mark.parametrize(("verdict", "draft"), [*told(TRUE, TRUE_ONES), *told(FALSE, FALSE_ONES)])
def test_a_sum_is_held_against_the_number_of_states(said, verdict, draft):
    assert said[draft] is verdict


@pytest.mark.django_db
@pytest.mark.parametrize(("_", "draft"), told(SILENT, NEVER_WRONG))
def test_numbers_of_a_part_of_the_world_need_not_make_the_whole(said, _, draft):
    assert said[draft] is not FALSE
