"""Facts about what goes on between a presidency and States: notes, promises, offers. Work; never released. Pure."""

from dataclasses import dataclass

from accede.vocabulary.activities import NoteKind, OfferStanding, PromiseStanding
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote down about an activity (its key) or about a State. A note is no evidence and is printed in no paper."""

    treaty: str
    kind: NoteKind
    text: str
    activity: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What somebody promised: `by` is a State (ISO alpha-3), "President", "ISU" or an organization; `state` whom it concerns.

    `made_in` is the key of the activity in which it was made.
    """

    treaty: str
    by: str
    state: str
    what: str
    promised: PartialDate
    standing: PromiseStanding
    due: PartialDate | None = None
    made_in: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A member of the working group (`by`: ISO alpha-3 or an organization) offers to approach a State."""

    treaty: str
    by: str
    state: str
    offered: PartialDate
    standing: OfferStanding
    offered_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A State (ISO alpha-3) or an organization takes part in the working group, from a day to a day."""

    treaty: str
    member: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A State (ISO alpha-3) on its way to a meeting (key of the occasion): since when it is invited, and registered.

    That it took part, and took the floor, is evidence: its attendance.
    """

    treaty: str
    occasion: str
    state: str
    invited: PartialDate | None = None
    registered: PartialDate | None = None
    note: str = ""
