"""Who acts: a name for the audit trail, and what the policy allows it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from accede.accounts.policy import READS_UNRELEASED, Role, Verb, classes
from accede.vocabulary.errors import NotAllowed
from accede.vocabulary.sources import Classification


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, with the roles of the terms of office that run now. Without a role nothing is allowed."""

    name: str
    roles: frozenset[Role] = frozenset()

    def may(self, verb: Verb, classification: Classification = Classification.PUBLIC) -> bool:
        """Whether the policy allows the verb on what is classed so."""
        return classification in self.classes(verb)

    def must(self, verb: Verb, classification: Classification = Classification.PUBLIC, *, where: str = "") -> None:
        """Raises NotAllowed where the policy does not allow the verb on what is classed so."""
        if not self.may(verb, classification):
            what = f"your roles do not let you {verb.label} what is for {classification.label}"
            raise NotAllowed(what, where=where, remedy="Ask an administrator for the role, or somebody who has it")

    def classes(self, verb: Verb) -> frozenset[Classification]:
        """The classifications on which the verb is allowed."""
        return classes(self.roles, verb)

    @property
    def reads_unreleased(self) -> bool:
        """Whether records are shown before they are released."""
        return bool(self.roles & READS_UNRELEASED)


def operator(name: str) -> Actor:
    """Who is at the keyboard of the machine: holds the database itself, and so every role."""
    return Actor(name, frozenset(Role))
