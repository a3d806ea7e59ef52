"""The program is killed (SIGKILL) while it sends: each letter is there once, by Message-ID and by State, and the log proves it.

`scripts/soak.d/letters.py` does the same for longer.
"""

import random

import pytest

from post_office import MAILBOX, post_office
from sending_killed import DECIDE, PLANT, PRESS, ask, killed_while_sending, look, settings_of

pytestmark = pytest.mark.storage

CHANGE = """
from dataclasses import replace
from accede.outreach.models import Delivery
from accede.outreach.rounds.held import IN_WORK, letter_held
from accede.records.write import writing
for each in Delivery.objects.all():
    held = letter_held(each.letter)
    with writing("drafter", "write letters", reason="another text") as write:
        write.record(held.key, replace(held.fact, content_sha256="0" * 64), source="", classification=IN_WORK)
"""
TWO_JOBS = """
from accede.outreach.sending.job import send_waiting
from accede.outreach.models import Delivery
for through in Delivery.objects.values_list("pk", flat=True)[:3]:
    send_waiting(DRAFTER, through=through)
"""


def worker(program, office):
    """A process that does what waits."""
    return program.begin("work", "--once", further=settings_of(office))


def test_each_letter_goes_once_however_often_the_program_is_killed(program):
    with post_office() as office:
        happened = killed_while_sending(program, office, letters=4, kills=3, chance=random.Random(20261123))
    assert happened.kills >= 2, happened


def test_each_letter_goes_once_however_many_work(program):
    with post_office() as office:
        ask(program, PLANT.format(number=4))
        ask(program, TWO_JOBS)
        assert [each.wait() for each in [worker(program, office) for _ in range(2)]] == [0, 0]
        rows = look(program)["rows"]
    assert [each["state"] for each in rows] == ["taken"] * 4
    assert sorted(to[0] for to, _ in office.taken) == sorted({to[0] for to, _ in office.taken})
    assert len(office.taken) == 4


def test_a_letter_that_changes_while_the_server_is_asked_does_not_go(program):
    with post_office() as office:
        ask(program, PLANT.format(number=1))
        office.to = lambda address: ask(program, CHANGE) and "" if address == MAILBOX else ""
        worker(program, office).wait()
        (row,) = look(program)["rows"]
    assert (row["state"], office.taken) == ("cancelled", [])
    assert len(office.asked) == 2


def test_what_waited_in_a_backup_is_not_sent_again_by_itself(program, tmp_path):
    backup = tmp_path / "backup.zip"
    with post_office() as office:
        ask(program, PLANT.format(number=2))
        assert program("backup", str(backup)).code == 0
        worker(program, office).wait()
        assert len(office.taken) == 2
        restored = program("restore", str(backup), "--replace")
        assert restored.code == 0, restored.err
        assert [each["state"] for each in look(program)["rows"]] == ["offered"] * 2
        ask(program, PRESS)
        worker(program, office).wait()
        assert len(office.taken) == 2
        went = [(each["pk"], each["attempts"], True) for each in look(program)["rows"]]
        ask(program, DECIDE.format(decisions=went))
    assert [each["state"] for each in look(program)["rows"]] == ["taken"] * 2
    assert program("verify").code == 0
