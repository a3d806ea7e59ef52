"""Facts about what a State says, does, votes, attends and reports. Pure."""

from dataclasses import dataclass

from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.statements import Channel, CodeKind, TextKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A position, circumstance, condition or step read in a statement; `trigger` is the words that show it.

    A condition names its `target` (a State, a conflict, an event) and sometimes the day it was expected by.
    """

    kind: CodeKind
    code: str
    trigger: str = ""
    target: str = ""
    expires: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a State said: one statement for each citation; two citations of one occasion are two.

    `said` is what the citation gives ("2017"); the occasion may narrow it. `text` is the passage as the source prints it
    (paragraphs parted by a line break) and empty where only our `summary` is held; `text_kind` says whose words `text` is.
    `place` orders the statements of one State in one paper, from 1.
    """

    treaty: str
    state: str
    occasion: str
    said: PartialDate
    citation: str
    channel: Channel
    text_kind: TextKind
    text: str = ""
    summary: str = ""
    language: str = "en"
    translation: str = ""
    anchor_prefix: str = ""
    anchor_suffix: str = ""
    page: str = ""
    place: int = 1
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A State said on a day that nothing changed: renews confirmed on, never said on."""

    treaty: str
    state: str
    said: PartialDate
    citation: str
    text: str = ""
    summary: str = ""
    reply_to: str = ""
    place: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """We looked and found nothing new. `question` is empty when all questions were looked at."""

    treaty: str
    state: str
    checked: PartialDate
    question: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A claim by somebody (`claimant`: ISO alpha-3 key or a name) about a practice, its actor and place.

    `acts` are the practices a moratorium covers. `statement` is the key of the statement it was made in, if any.
    """

    treaty: str
    state: str
    kind: PracticeKind
    claim: Claim
    status: ClaimStatus
    claimant: str
    claimed: PartialDate
    actor: Actor = Actor.STATE
    actor_name: str = ""
    place: str = ""
    weapon: str = ""
    number: int | None = None
    acts: tuple[str, ...] = ()
    scope: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    statement: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """One vote on one text in one body, with its ballots (ISO alpha-3 key, ballot), sorted by State.

    `stated_*` are the totals the source gives (None: not given). `is_complete`: silence about a member means not recorded
    when False, and every member then is listed when True.
    """

    treaty: str
    body: Body
    session: int
    symbol: str
    voted: PartialDate
    title: str = ""
    draft: str = ""
    stated_in_favour: int | None = None
    stated_against: int | None = None
    stated_abstained: int | None = None
    stated_not_present: int | None = None
    is_complete: bool = False
    note: str = ""
    ballots: tuple[tuple[str, Ballot], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """What a source says of a State at an occasion; LAST names its last occasion, NEVER has none. None: not told."""

    treaty: str
    state: str
    occasion: str
    claim: ParticipationClaim
    basis: AttendanceBasis
    was_invited: bool | None = None
    was_registered: bool | None = None
    spoke: bool | None = None
    mode: str = ""
    capacity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A transparency report: submitted on and year covered are two facts."""

    treaty: str
    state: str
    report_state: ReportState
    duty: ReportDuty
    submitted: PartialDate | None = None
    covers: PartialDate | None = None
    note: str = ""
