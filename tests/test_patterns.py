"""No regular expression of ours takes a time without end, whatever it is given; scripts/soak tries more texts, and longer ones."""

from __future__ import annotations

import re

import pytest

from pattern_attacks import Attack, attacks, patterns, seconds

MOST = 0.5
"""Seconds of processor time; a sound pattern takes a thousandth of it for sixty repetitions."""


def is_slow(pattern):
    tried = attacks(pattern.pattern, pattern.flags, signs=(" ",), ends=("\x00",))
    return next((attack for attack in tried if seconds(pattern, attack, 60, MOST) >= MOST), None)


def test_no_pattern_of_ours_takes_a_time_without_end():
    found = patterns()
    assert len(found) > 500
    assert {place: attack for pattern, place in found.items() if (attack := is_slow(pattern))} == {}


@pytest.mark.parametrize(
    "slow", [r"(?:a+)+$", r"(?:[A-Z]\w*|Closed)(?: (?:[A-Z]\w*|Closed))*!", r"(?:<!--.*?-->|\s)*<svg"]
)
def test_what_takes_a_time_without_end_is_found(slow):
    assert is_slow(re.compile(slow, re.DOTALL))


def test_an_attack_arrives_where_the_repetition_is():
    assert Attack("id: ", "a", "\x00") in set(attacks(r"id: (?:a|b)+;", 0))
