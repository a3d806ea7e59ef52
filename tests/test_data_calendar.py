"""The calendar: meetings, what is due, and what takes effect."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from accede.publishing.data.icalendar import LONGEST, Happening, calendar, escaped, folded

STAMP = datetime(2026, 11, 22, tzinfo=UTC)


def read(content):
    """The events of a calendar: name to value, as a reader has them after joining the lines."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    events, inside = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            events.append(inside)
            inside = None
        elif inside is not None:
            assert name not in inside
            inside[name] = value
    return events


@pytest.fixture
def content(register):
    return Client().get("/calendar.ics").content


def test_a_line_has_at_most_75_octets_and_ends_as_the_form_asks(content):
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LONGEST for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_every_event_has_what_the_form_asks_for(content):
    events = read(content)
    assert len({event["UID"] for event in events}) == len(events) > 30
    for event in events:
        assert event["DTSTAMP"] == "20261122T000000Z"
        assert event["DTSTART;VALUE=DATE"] < event["DTEND;VALUE=DATE"]
        assert event["SUMMARY"]


def test_a_meeting_ends_after_its_last_day(content):
    (event,) = [each for each in read(content) if each["UID"].startswith("meeting_17MSP@")]
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20181126", "20181201")
    assert event["LOCATION"] == "Geneva\\, Switzerland"


def test_reports_are_due_every_year(content):
    (event,) = [each for each in read(content) if "RRULE" in each]
    assert event["RRULE"] == "FREQ=YEARLY"
    assert event["DTSTART;VALUE=DATE"][4:] == "0430"


def test_a_withdrawal_stands_on_the_day_it_takes_effect(content):
    (event,) = [each for each in read(content) if each["UID"].startswith("effect_apmbc_FIN")]
    assert event["DTSTART;VALUE=DATE"] == "20260110"
    assert event["SUMMARY"] == "Withdrawal of Finland takes effect"


def test_a_day_that_is_known_only_within_bounds_says_so(content):
    (event,) = [each for each in read(content) if each["UID"].startswith("effect_apmbc_LBN")]
    assert "between 1 July 2026 and 1 May 2027" in event["DESCRIPTION"]


@pytest.mark.parametrize("text", ["a" * 500, "ж" * 200, "漢" * 100, "a" + "😀" * 80, ""])
def test_a_folded_line_comes_back_and_cuts_no_letter(text):
    parts = list(folded(text))
    assert all(len(part.encode()) <= LONGEST for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text


def test_what_means_something_else_is_marked():
    assert escaped("a, b; c\\d\r\ne\tf") == "a\\, b\\; c\\\\d\\ne f"


def test_a_calendar_is_written_the_same_again():
    each = Happening(uid="a@b", first=date(2026, 1, 1), last=date(2026, 1, 1), title="A\nBEGIN:VEVENT")
    assert calendar("x", [each], STAMP) == calendar("x", [each], STAMP)
    assert calendar("x", [each], STAMP).count(b"\r\nBEGIN:VEVENT\r\n") == 1
