"""What cannot be made: its page in six languages, its number in the log, and nothing of what was sent in any of them."""

import re
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from accede.publishing import answers, held
from accede.publishing.api import envelope
from accede.publishing.languages import LANGUAGES, direction
from accede.records import guard

WORDS = "server closed the connection unexpectedly: zqaddress@zq.example"
LOG = settings.ACCEDE_HOME / "logs" / "faults.log"


@contextmanager
def database_gone():
    """Every statement is answered as by a server that has gone away."""

    def gone(execute, sql, params, many, context):
        raise OperationalError(WORDS)

    with connection.execute_wrapper(gone):
        yield


@pytest.fixture
def damaged(register):
    """A source of a kind that there is not: nothing that reads it can be made."""
    answers.forget()
    held.forget()
    with connection.cursor() as cursor:
        guard.take_down()
        cursor.execute("UPDATE records_sourceversion SET kind = 'zqkind' WHERE id = 1")
    yield
    answers.forget()
    held.forget()


def logged(number: str) -> str:
    """What the log has under a number."""
    written = LOG.read_text(encoding="utf-8")
    assert written.count(f" {number} ") == 1
    return written.partition(f" {number} ")[2].partition("\n20")[0]


def shown(page: str) -> str:
    return re.search(r"\b[0-9a-f]{10}\b", page)[0]


def test_a_fault_of_ours_has_a_page_with_a_number_that_the_log_knows(damaged):
    """What is wrong is in neither: the message repeats what the register holds."""
    response = Client(raise_request_exception=False).get("/?q=zqasked")
    assert response.status_code == 500
    page = response.content.decode()
    assert "This page could not be made" in page
    told = logged(shown(page))
    assert "held.py" in told
    assert "Error" in told
    assert "zq" not in page + told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_no_database_and_speaks_the_language_of_the_address(register, language):
    address = "/" if language == "en" else f"/{language}/"
    with database_gone():
        response = Client(raise_request_exception=False).get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    page = response.content.decode()
    assert f'<html lang="{language}" dir="{direction(language)}">' in page
    assert ("The register cannot be reached" in page) == (language == "en")
    assert "OperationalError" in logged(shown(page))


def test_where_the_database_is_away_every_door_says_so(register):
    envelope._kept.clear()
    client = Client(raise_request_exception=False)
    with database_gone():
        for path in ("/api/v1/states", "/workspace/", "/confirm/zqtoken", "/calendar/zqtoken.ics", "/readyz"):
            response = client.get(path, headers={"Cookie": "accede=zqsession"})
            assert response.status_code == 503, path
            if path != "/readyz":
                assert response["Retry-After"] == "60", path
                told = logged(shown(response.content.decode()))
                assert "zq" not in told, told
        assert client.get("/healthz").status_code == 200


def test_a_template_that_cannot_be_read_still_leaves_a_page(register, settings):
    answers.forget()  # a page that is kept needs no template
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "APP_DIRS": False}]
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert logged(shown(response.content.decode()))
