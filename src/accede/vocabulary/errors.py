"""The errors people meet. Each says what was wrong, where, and what to do next."""

from functools import partial
from typing import Any

from accede.vocabulary.capital import capital


class AccedeError(Exception):
    """Base of all errors that are answers to a person, never a traceback.

    `what` is a clause without a full stop, `where` names file and place, `remedy` is an instruction.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return f"{sentence}. {self.remedy}." if self.remedy else f"{sentence}."

    @property
    def sentence(self) -> str:
        """What was wrong, as a sentence for readers who have no command line; a translation may be one already."""
        said = capital(self.what)
        return said if said.endswith((".", "。")) else f"{said}."

    @property
    def told(self) -> str:
        """The sentence and the instruction, for a page that names the place itself."""
        return f"{self.sentence} {self.remedy}." if self.remedy else self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        """So that it comes whole from a process that works for another."""
        return partial(type(self), where=self.where, remedy=self.remedy), (self.what,)


class Unreadable(AccedeError):
    """A file or a value from outside that cannot be read as what it should be."""


class UnknownName(AccedeError):
    """A name or key that the vocabulary or the register does not hold."""


class InvalidDate(Unreadable):
    """A text that is not a date of our profile, or a date that cannot be."""


class Refused(AccedeError):
    """A write that the rules do not allow; nothing was changed."""


class NotAllowed(AccedeError):
    """What the policy does not let this person do; nothing was changed."""


class Damaged(AccedeError):
    """The register is not what was written into it."""
