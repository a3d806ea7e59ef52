"""What sources say against each other of a State: every side, each with its source."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.overview.conflicts import Conflict
from accede.overview.register import Register
from accede.publishing import sentences
from accede.publishing.languages import DEFAULT
from accede.publishing.pages.citing import Citing, cited
from accede.publishing.wording import headed, held, language
from accede.vocabulary.punctuation import marks


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction, with the source that says so."""

    claim: str
    says: str
    counts: bool
    source: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources say against each other."""

    about: str
    sides: tuple[Side, ...]


def contradiction(found: Conflict, register: Register, citing: Citing) -> Contradiction:
    """A contradiction for print; its sources are cited."""
    return Contradiction(
        about(found.about),
        tuple(
            Side(
                claim=claimed(side.claim),
                says=cited(register.sources.get(side.source)),
                counts=side.counts,
                source=citing.number(side.source, side.key),
            )
            for side in found.claims
        ),
    )


def about(told: str) -> str:
    """What sources differ on, whose parts are words of ours: "attendance, IM2018", "UNGA First Committee, session 72"."""
    first, _, rest = told.partition(", ")
    if rest.startswith("session "):
        return gettext("%(body)s, session %(session)s") % {
            "body": gettext(first),
            "session": rest.removeprefix("session "),
        }
    if first == "attendance":
        return marks(language()).comma.join([gettext("Attendance"), held(rest)])
    said = gettext(told)
    return held(sentences.capital(told)) if said == told else sentences.capital(said)


def claimed(told: str) -> str:
    """What a side claims: a word of ours, or one with the meeting it is about ("took part: IM2018")."""
    first, _, rest = told.partition(": ")
    said = gettext(first)
    if said == first and language() != DEFAULT:
        return held(told)
    return headed(said, held(rest)) if rest else said
