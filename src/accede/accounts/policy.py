"""Who may do what: one table of roles, verbs and classifications. Pure.

Whoever has several roles may do what any of them may. What no line allows is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accede.vocabulary.label import Labelled
from accede.vocabulary.sources import Classification


class Role(Labelled):
    """What somebody is to the register while a term of office lasts."""

    MEMBER = "member", "working-group member"
    DRAFTER = "drafter", "drafter"
    REVIEWER = "reviewer", "reviewer"
    CLEARER = "clearer", "President's office"
    PUBLISHER = "publisher", "publisher"
    ADMINISTRATOR = "administrator", "administrator"


class Verb(Labelled):
    """What can be done with the register; each page and each use case asks for one of them."""

    READ = "read", "read"
    COMMENT = "comment", "comment"
    RECORD = "record", "record and correct"
    REVIEW = "review", "accept or return what others recorded"
    JUDGE = "judge", "retract, merge, choose between contradictions"
    CLEAR = "clear", "clear papers and letters"
    RELEASE = "release", "release and withdraw"
    SEAL = "seal", "seal editions"
    ADMINISTER = "administer", "administer accounts, vocabularies and the machine"


_PUBLIC = frozenset({Classification.PUBLIC})
_PARTIES = _PUBLIC | {Classification.STATES_PARTIES}
_PRESIDENCY = _PARTIES | {Classification.PRESIDENCY}
_ALL = frozenset(Classification)

POLICY: Mapping[Role, Mapping[Verb, frozenset[Classification]]] = {
    Role.MEMBER: {Verb.READ: _PARTIES},
    Role.DRAFTER: {Verb.READ: _ALL, Verb.COMMENT: _ALL, Verb.RECORD: _ALL},
    Role.REVIEWER: {
        Verb.READ: _ALL,
        Verb.COMMENT: _ALL,
        Verb.RECORD: _ALL,
        Verb.REVIEW: _ALL,
        Verb.JUDGE: _ALL,
    },
    Role.CLEARER: {
        Verb.READ: _PRESIDENCY,
        Verb.COMMENT: _PRESIDENCY,
        Verb.RECORD: _PRESIDENCY,
        Verb.CLEAR: _PRESIDENCY,
    },
    Role.PUBLISHER: {Verb.READ: _ALL, Verb.COMMENT: _ALL, Verb.RELEASE: _PARTIES, Verb.SEAL: _ALL},
    Role.ADMINISTRATOR: {Verb.READ: _PARTIES, Verb.ADMINISTER: _ALL},
}
"""Role to verb to the classifications on which the role may use it."""

READS_UNRELEASED = frozenset(Role) - {Role.MEMBER, Role.ADMINISTRATOR}
"""Roles that see what is not released yet; the others read what has been released to their classifications."""


def classes(roles: Iterable[Role], verb: Verb) -> frozenset[Classification]:
    """The classifications on which one of these roles may use the verb."""
    return frozenset().union(*(POLICY[role].get(verb, frozenset()) for role in roles))
