"""What a reader found in a paper: proposals with their passages, and what it did not understand. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Practice, Report, RollCall, Statement
from accede.register.values import Occasion, StatusClaim, TreatyAction
from accede.vocabulary.errors import AccedeError, Unreadable
from accede.vocabulary.label import Labelled
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate


class DocumentKind(Labelled):
    """What a document is."""

    STATUS_PAPER = "status_paper", "status paper"
    STATEMENT = "statement", "statement"
    PRESS_RELEASE = "press_release", "press release"
    REPLY = "reply", "reply or message"
    VOTE_RECORD = "vote_record", "vote record"
    PARTICIPANTS = "participants", "list of participants"
    DEPOSITARY_TABLE = "depositary_table", "depositary's table"
    DEPOSITARY_NOTIFICATION = "depositary_notification", "depositary's notification"
    ARTICLE_7_REPORT = "article_7_report", "Article 7 report"
    SECRETARIAT_TABLE = "secretariat_table", "table of the secretariat"
    PROFILE = "profile", "profile or overview of a monitor"
    MINUTES = "minutes", "minutes"
    WORK_PLAN = "work_plan", "work plan or discussion paper"
    MEETING_NOTICE = "meeting_notice", "notice of meetings"
    ACTION_PLAN = "action_plan", "action plans"
    UNIVERSALIZATION_PAGE = "universalization_page", "page on universalization"


class Certainty(Labelled):
    """How a proposal came about."""

    READ = "read", "stands in the paper"
    LIKELY = "likely", "reads so; a person should look at it"
    INFERRED = "inferred", "follows from what the paper leaves out"


class CountKind(Labelled):
    """What a number stated in a paper counts."""

    SIGNED = "signed", "States that signed"
    JOINED = "joined", "States Parties"
    IN_FORCE = "in_force", "States for which it is in force"
    OUTSIDE = "outside", "States not party"
    SIGNATORY = "signatory", "signatories outside"
    WITHDRAWN = "withdrawn", "States that withdrew"
    NO_INFORMATION = "no_information", "States without official information"
    OLD_INFORMATION = "old_information", "States whose last statement is old"
    SUPPORT = "support", "States that accepted the aims or norms"
    REASONS = "reasons", "States that give circumstances"
    LETTERS = "letters", "States written to"
    NEVER = "never", "States that never took part"
    TOOK_PART = "took_part", "States that took part"
    IN_FAVOUR = "in_favour", "ballots in favour"
    AGAINST = "against", "ballots against"
    ABSTAINED = "abstained", "abstentions"
    NOT_PRESENT = "not_present", "States not present"
    NOT_RECORDED = "not_recorded", "ballots not recorded"
    NOT_A_MEMBER = "not_a_member", "States that were not members"
    ORDINAL = "ordinal", "place in the order of joining"
    STATES_TAKING_PART = "states_taking_part", "States at a meeting"
    PARTIES_TAKING_PART = "parties_taking_part", "States Parties at a meeting"
    JOINED_NOT_IN_FORCE_TAKING_PART = (
        "joined_not_in_force_taking_part",
        "States at a meeting for which it is not yet in force",
    )
    NOT_JOINED_TAKING_PART = "not_joined_taking_part", "States not party at a meeting"
    OUTSIDE_IN_FAVOUR = "outside_in_favour", "ballots in favour of States not party"
    OUTSIDE_ABSTAINED = "outside_abstained", "abstentions of States not party"
    PRODUCERS = "producers", "producers"
    RATIFICATIONS = "ratifications", "ratifications in a time"
    ACCESSIONS = "accessions", "accessions in a time"


class GroupKind(Labelled):
    """What a paper says of a group of States together."""

    IN_FORCE = "in_force", "in force for them"
    NOT_IN_FORCE = "not_in_force", "joined, not yet in force"
    UNCERTAIN = "uncertain", "standing left open"
    SIGNATORY = "signatory", "signatory"
    WITHDREW = "withdrew", "withdrew"
    LEAVING = "leaving", "withdrawal notified, not yet in effect"
    DEPOSITED = "deposited", "deposited an instrument"
    CIRCUMSTANCE = "circumstance", "stated circumstance"
    MORATORIUM = "moratorium", "moratorium"
    STOCKPILE = "stockpile", "stockpile"
    RETENTION = "retention", "mines kept for training"
    SUPPORT = "support", "support for the aims"
    CONDITION = "condition", "condition for joining"
    NO_INFORMATION = "no_information", "no official information held"
    NOT_MEMBERS = "not_members", "not Members of the United Nations then"
    NEVER_TOOK_PART = "never_took_part", "never took part"
    OUTSIDE = "outside", "outside the treaty"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCount:
    """A number that a paper states, on a day where it says one: of a treaty, a State (an ordinal), a meeting where it tells."""

    what: CountKind
    number: int
    as_of: PartialDate | None = None
    state: str = ""
    occasion: str = ""
    treaty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedGroup:
    """What a paper says of some States: `codes` of the vocabulary (a circumstance, the acts of a moratorium).

    `states` are the ISO alpha-3 keys of those it names, empty where it names none; `how_many` its words ("some", "very few")
    and `number` where they are a number.
    """

    about: GroupKind
    codes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    how_many: str = ""
    number: int | None = None


Evidenced = (
    Statement
    | Confirmation
    | RollCall
    | Attendance
    | Report
    | Practice
    | Activity
    | StatusClaim
    | TreatyAction
    | Occasion
)
"""Facts that can be recorded."""

Stated = StatedCount | StatedGroup
"""What can only be compared with answers of the register: such things are folded, never stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A value read in a paper. `locator` is its place ("section IV, Armenia, paragraph 2"), `passage` the exact text."""

    fact: Evidenced | Stated
    locator: str
    passage: str
    certainty: Certainty = Certainty.READ


class Part(Labelled):
    """Where something not understood stands. Tables are read whole or not at all; prose may hold more than facts."""

    TABLE = "table", "table"
    PROSE = "prose", "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """A passage without a reading. `error` says what is wrong with it, None where it is merely not known."""

    where: str
    text: str
    part: Part
    error: AccedeError | None = None

    @property
    def forbids_recording(self) -> bool:
        """Whether the paper may be recorded only without it: a cell, or a date that cannot be."""
        return self.part is Part.TABLE or self.error is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How much was found: States of the overview, statements, ballots, marks in the attendance table, and so on."""

    states: int
    statements: int
    confirmations: int
    votes: int
    attendance: int
    last_participation: int
    reports: int
    practices: int
    activities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything in a paper. `states` are those of the overview in its order, `without_information` those of whom it has none.

    `cut_off` says what is missing where the paper is not whole; it is empty where it is. `treaty` is the one the document is
    about, empty where only the one asked for can be meant; `issued` its day, `occasion` the meeting it was made at, `url`
    the page it was copied from.
    """

    kind: DocumentKind
    title: str
    as_of: PartialDate | None
    proposals: tuple[Proposal, ...]
    not_understood: tuple[NotUnderstood, ...]
    states: tuple[str, ...] = ()
    without_information: tuple[str, ...] = ()
    cut_off: str = ""
    treaty: str = ""
    issued: PartialDate | None = None
    occasion: str = ""
    url: str = ""

    @property
    def found(self) -> Found:
        """The counts of the command-line contract. What is inferred is not counted: it does not stand in the paper."""
        facts = [proposal.fact for proposal in self.proposals if proposal.certainty is not Certainty.INFERRED]
        kinds = Counter(type(fact) for fact in facts)
        claims = Counter((fact.basis, fact.claim) for fact in facts if isinstance(fact, Attendance))
        return Found(
            states=len(self.states),
            statements=kinds[Statement],
            confirmations=kinds[Confirmation],
            votes=sum(len(fact.ballots) for fact in facts if isinstance(fact, RollCall)),
            attendance=sum(
                claims[basis, ParticipationClaim.TOOK_PART] for basis in AttendanceBasis if basis.value != "column"
            ),
            last_participation=claims[AttendanceBasis.COLUMN, ParticipationClaim.LAST]
            + claims[AttendanceBasis.COLUMN, ParticipationClaim.NEVER],
            reports=kinds[Report],
            practices=kinds[Practice],
            activities=kinds[Activity],
        )

    def refusal(self, *, name: str) -> Unreadable | None:
        """Why the paper `name` must not be recorded as it is: cut off, or the first thing in it that forbids it."""
        if self.cut_off:
            return Unreadable(self.cut_off, where=name, remedy="Get the whole paper, or import with --skip")
        for passage in self.not_understood:
            if passage.forbids_recording:
                text = " ".join(passage.text[:400].split())[:80]
                what = passage.error.what if passage.error else f"“{text}” is not understood"
                remedy = passage.error.remedy if passage.error else "Correct it, or import with --skip to leave it out"
                return Unreadable(what, where=f"{name}, {' '.join(passage.where.split())}", remedy=remedy)
        return None
