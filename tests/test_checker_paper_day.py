"""The day that a draft speaks of: its own, and not that of an event it tells of."""

import pytest

from drafts import OPEN, SILENT, TRUE, told, verdicts

DRAFTS = [
    ("2018-08-21", "Oman joined on 20 August 2014.\n\nThere are ⟦164 States Parties⟧."),
    ("2018-08-21", "Tuvalu acceded in September 2011.\n\nThere are ⟦164 States Parties⟧."),
    ("2018-08-21", "Statement delivered on 20 August 2014\n\nThere are ⟦162 States Parties⟧."),
    ("2018-08-21", "Draft of 3 March 2026 – information as of 20 August 2014\n\nThere are ⟦162 States Parties⟧."),
    ("2018-08-21", "Geneva, 20 August 2014 – press release\n\nThere are ⟦162 States Parties⟧."),
]
BROKEN_FIGURES = [
    ("2018-08-21", "There are ⟦16-\n4 States Parties⟧."),
    ("2018-08-21", "We count ⟦16- 4 States Parties⟧."),
]


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return verdicts([*DRAFTS, *BROKEN_FIGURES])


@pytest.mark.parametrize(("verdict", "draft"), told(TRUE, DRAFTS))
def test_a_short_sentence_about_an_event_is_not_the_date_of_the_paper(said, verdict, draft):
    assert said[draft] == verdict


@pytest.mark.parametrize(("verdict", "draft"), told(SILENT, BROKEN_FIGURES))
def test_a_figure_broken_by_the_end_of_a_line_is_not_half_of_it(said, verdict, draft):
    assert said[draft] in (verdict, OPEN)
