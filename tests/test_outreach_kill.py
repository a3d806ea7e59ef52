"""The program is killed (SIGKILL) while it sends: each letter is there once, by Message-ID and by State, and the log proves it.

`scripts/soak.d/letters.py` does the same for longer.
"""

import random

import pytest

from post_office import post_office
from sending_killed import killed_while_sending

pytestmark = pytest.mark.storage


def test_each_letter_goes_once_however_often_the_program_is_killed(program):
    with post_office() as office:
        happened = killed_while_sending(program, office, letters=8, kills=5, chance=random.Random(20261123))
    assert sum(number for moment, number in happened.moments.items() if moment != "not killed") >= 4, happened
