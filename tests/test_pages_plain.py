"""Pages in a publication as plain files, where nobody can narrow, sort or choose a time: none of them offers it."""

import re
from datetime import date

import pytest

from accede.publishing.answers import render
from accede.publishing.asked import Asked
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2018, 8, 21)


def plain(name):
    now = standpoint()
    asked = Asked(
        page=PAGES[name], register=register_of(now, DAY), today=now.today, language="en", day=DAY, days={DAY: "17MSP"}
    )
    return render(asked).decode()


@pytest.mark.parametrize(
    "name",
    [
        "home",
        "states",
        "statements",
        "changes",
        "circumstances",
        "conditions",
        "maps",
        "votes",
        "vote-changes",
        "attendance",
        "reports",
        "meetings",
    ],
)
def test_no_form_and_no_address_with_a_question_is_offered(name):
    page = plain(name)
    assert "<form" not in page
    assert not re.findall(r'href="/[^"]*\?[^"]*"', page)


def test_a_number_of_a_reason_leads_to_who_gives_it():
    page = plain("circumstances")
    assert '<a href="#national_security">6</a>' in page
    assert 'id="national_security"' in page


def test_ages_lead_to_those_outside():
    assert '<dd><a href="#outside">5</a></dd>' in plain("home")


def test_attendance_shows_all_meetings_where_none_can_be_chosen():
    page = plain("attendance")
    assert "/on/2018-08-21/meetings/1MSP/" in page
    assert "/on/2018-08-21/meetings/IM2018/" in page
