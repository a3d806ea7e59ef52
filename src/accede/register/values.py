"""Facts of the register: States, occasions, treaty actions. Pure."""

from dataclasses import dataclass

from accede.vocabulary.label import Labelled
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State that may or might join a treaty.

    `since` and `until` bound its place in the universe of a treaty, not its UN membership. A former State whose successor
    counts from the beginning is not `in_universe`; `successor` are keys parted by spaces.
    """

    iso3: str
    m49: str
    kind: str
    in_universe: bool = True
    un_member_since: PartialDate | None = None
    regional_group: str = ""
    regional_group_note: str = ""
    sub_region: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    successor: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A meeting, a session of the UNGA, another forum. `name` is how it is cited ("16MSP", "Third Review Conference")."""

    treaty: str
    kind: OccasionKind
    name: str
    number: int | None = None
    title: str = ""
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    city: str = ""
    country: str = ""
    presidency: str = ""
    president: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAction:
    """What a State did about a treaty.

    `deposited` is the day of signature for a signature and the day of receipt of the notification for a withdrawal.
    `effective` is given only where the depositary states it; else the treaty's rule computes it.
    """

    treaty: str
    state: str
    kind: TreatyActionKind
    announced: PartialDate | None = None
    decided: PartialDate | None = None
    deposited: PartialDate | None = None
    effective: PartialDate | None = None
    about: str = ""
    """For a step without legal effect: the kind of action announced, decided or suspended."""
    note: str = ""


class ClaimedStanding(Labelled):
    """What a list says of a State and a treaty, without saying more."""

    PARTY = "party", "party"
    SIGNATORY = "signatory", "signatory"
    NONE = "none", "neither party nor signatory"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusClaim:
    """What a list of a treaty's participants says of a State, as of the day of that list and of no other."""

    treaty: str
    state: str
    standing: ClaimedStanding
    listed: PartialDate
    """The day the list speaks of."""
    signed: PartialDate | None = None
    bound: PartialDate | None = None
    instrument: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyText:
    """A treaty's file as it was loaded (TOML); `register.treaty` reads it."""

    name: str
    definition: str
