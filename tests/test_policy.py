"""The whole policy, cell by cell: role x verb x classification, written down once more by hand, so that no cell changes unseen."""

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role, Verb
from accede.vocabulary.errors import NotAllowed
from accede.vocabulary.sources import Classification

PUBLIC, PARTIES, PRESIDENCY, ISU = Classification
EXPECTED = """
                member  drafter  reviewer  clearer  publisher  administrator
read            ps      pspi     pspi      psp      pspi       ps
comment         -       pspi     pspi      psp      pspi       -
record          -       pspi     pspi      psp      -          -
review          -       -        pspi      -        -          -
judge           -       -        pspi      -        -          -
clear           -       -        -         psp      -          -
release         -       -        -         -        ps         -
seal            -       -        -         -        pspi       -
administer      -       -        -         -        -          pspi
"""
"""What each role may do on what is p(ublic), s (States Parties), p(residency), i (ISU); the classes come in this order."""

CLASSES = {
    "-": frozenset(),
    "ps": {PUBLIC, PARTIES},
    "psp": {PUBLIC, PARTIES, PRESIDENCY},
    "pspi": {PUBLIC, PARTIES, PRESIDENCY, ISU},
}
HEAD, *ROWS = (line.split() for line in EXPECTED.strip().splitlines())
CELLS = [
    (Role(role), Verb(row[0]), classification, classification in CLASSES[told])
    for row in ROWS
    for role, told in zip(HEAD, row[1:], strict=True)
    for classification in Classification
]


def test_the_table_names_every_role_and_every_verb():
    assert [Role(name) for name in HEAD] == list(Role)
    assert [Verb(row[0]) for row in ROWS] == list(Verb)
    assert len(CELLS) == len(Role) * len(Verb) * len(Classification)


@pytest.mark.parametrize(("role", "verb"), [(role, verb) for role in Role for verb in Verb])
def test_a_role_may_what_the_table_says_and_nothing_else(role, verb):
    actor = Actor("ana", frozenset({role}))
    for of_role, of_verb, classification, is_allowed in CELLS:
        if (of_role, of_verb) == (role, verb):
            assert actor.may(verb, classification) is is_allowed, classification
            if is_allowed:
                actor.must(verb, classification)
            else:
                with pytest.raises(NotAllowed):
                    actor.must(verb, classification)


def test_without_a_role_nothing_is_allowed_and_at_the_machine_everything():
    for verb in Verb:
        assert not Actor("ana").classes(verb)
    for verb in Verb:
        expected = {PUBLIC, PARTIES} if verb is Verb.RELEASE else set(Classification)
        expected = {PUBLIC, PARTIES, PRESIDENCY} if verb is Verb.CLEAR else expected
        assert operator("root").classes(verb) == expected


def test_roles_add_up():
    both = Actor("ana", frozenset({Role.CLEARER, Role.PUBLISHER}))
    assert both.may(Verb.CLEAR, PRESIDENCY)
    assert both.may(Verb.READ, ISU)
    assert not both.may(Verb.CLEAR, ISU)
