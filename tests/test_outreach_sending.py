"""Letters go out by mail once, whatever the mail server, the network, the clock or a second press of the button does."""

from __future__ import annotations

import pytest

from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.told import told_by
from accede.vocabulary.letters import LetterStep
from post_office import post_office
from sending_cast import STATES, lead_to, queued, round_to, sent, to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def office(settings):
    """A mail server that takes everything."""
    with post_office() as opened:
        lead_to(settings, opened)
        yield opened


def test_each_letter_of_a_round_goes_once_and_its_step_says_so(office):
    key = round_to(*STATES)
    assert queued(key).new == 3
    assert sent().taken == 3
    assert [recipients[0] for recipients, _ in office.taken] == [to(iso3).address for iso3 in STATES]
    for iso3, letter in letters_of(key).items():
        row = to(iso3)
        assert (row.state, row.answer) == ("taken", "250 taken")
        assert (letter.fact.step, letter.fact.channel, letter.fact.file_sha256) == (
            LetterStep.SENT,
            "e-mail",
            row.file_sha256,
        )
        assert row.message_id in letter.fact.note
        assert [each.state for each in row.entries.all()] == ["queued", "offered", "taken"]
    assert told_by(round_held(key).fact).fact.towards_count == 3
