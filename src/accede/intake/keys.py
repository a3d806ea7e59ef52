"""Readable keys for facts that are new to the register, of the form of the shipped ones. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Check, Confirmation, Practice, Report, RollCall, Statement
from accede.register.values import Occasion, StatusClaim, TreatyAction
from accede.vocabulary.occasions import ParticipationClaim


def key_of(fact: Any) -> str:  # noqa: C901  one case a kind
    """The key a fact would be recorded under if nobody has it ("apmbc/MAR/attendance/16MSP")."""
    match fact:
        case Statement():
            return f"{fact.treaty}/{fact.state}/statement/{fact.place}"
        case Confirmation():
            return f"{fact.treaty}/{fact.state}/confirmation/{fact.said.edtf}"
        case Check():
            return f"{fact.treaty}/{fact.state}/check/{fact.checked.edtf}"
        case RollCall():
            return f"{fact.treaty}/{fact.body}/{fact.session}"
        case Attendance(claim=ParticipationClaim.LAST | ParticipationClaim.NEVER):
            return f"{fact.treaty}/{fact.state}/attendance/{fact.claim}"
        case Attendance():
            return f"{fact.treaty}/{fact.state}/attendance/{fact.occasion}"
        case Report():
            given = fact.submitted or fact.covers
            return f"{fact.treaty}/{fact.state}/report/{given.edtf if given else 'undated'}"
        case Practice():
            return f"{fact.treaty}/{fact.state}/practice/{fact.kind}/{fact.claimed.edtf}"
        case StatusClaim():
            return f"{fact.treaty}/{fact.state}/listed/{fact.listed.edtf}"
        case TreatyAction():
            return f"{fact.treaty}/{fact.state}/" + "-".join(filter(None, (str(fact.kind), fact.about)))
        case Occasion():
            return fact.name if fact.treaty in ("apmbc", "") else f"{fact.treaty}/{fact.name}"
        case Activity():
            about = "-".join(fact.towards) if 0 < len(fact.towards) < 4 else ""
            whom = (about or fact.by).replace(", ", "-").replace(" ", "-")
            kind = str(fact.kind).replace("_", "-")
            return "/".join(part for part in (fact.treaty, kind, fact.on.edtf, whom) if part)
    raise TypeError(f"{type(fact).__name__} has no key")


@dataclass
class Keys:
    """Keys for new records: readable ones, with the source behind them where the readable one is taken."""

    source: str
    taken: set[str] = field(default_factory=set)

    def free(self, wanted: str) -> str:
        """The key to record under, which is taken from then on."""
        number, key = 2, wanted
        if key in self.taken:
            key = f"{wanted}~{self.source}"
        while key in self.taken:
            key, number = f"{wanted}~{self.source}-{number}", number + 1
        self.taken.add(key)
        return key
