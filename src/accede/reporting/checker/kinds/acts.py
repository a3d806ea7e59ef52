"""What a State is said to have done about the treaty: the acts, and the claim that a State did one on a day. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.scope import When
from accede.reporting.checker.values import Claim
from accede.vocabulary.label import Labelled
from accede.vocabulary.treaty_actions import TreatyActionKind


class Act(Labelled):
    """What the words say that a State did."""

    SIGN = "sign", "signed"
    CONSENT = "consent", "joined"
    FORCE = "force", "in force for it"
    NOTIFY = "notify", "notified its withdrawal"
    WITHDRAW = "withdraw", "withdrew"
    LEAVE = "leave", "withdrawal took effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionClaim(Claim):
    """One State, one act, perhaps its kind and its day. `kinds_of_group` are the kinds of all States it is said of together."""

    iso3: str
    act: Act
    action: TreatyActionKind | None
    when: When | None
    is_ours: bool | None
    group: tuple[str, ...] = ()
    by: date | None = None
    """The day of the paper, by which what is told without a day has happened."""
    is_deposit: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A verb or noun found with its subject, an index into the sentence's lists; `member` is that of a single State of the list."""

    start: int
    end: int
    act: Act
    action: TreatyActionKind | None
    listed: int
    day: int | None
    is_deposit: bool = False
    member: int | None = None
