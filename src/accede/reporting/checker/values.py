"""What the checker finds in a draft and what it says of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from accede.vocabulary.capital import capital
from accede.vocabulary.label import Labelled

TREATY_UNCLEAR = "It is not clear of which treaty this is said. Name the treaty in the sentence."
ANOTHER_TREATY = "This is said of another treaty, of which the register holds no full list of States."


class Verdict(Labelled):
    """CONTRADICTS only where treaty, day, scope and way of counting are clear and nothing held allows the claim."""

    AGREES = "agrees", "agrees with the register"
    CONTRADICTS = "contradicts", "contradicts the register"
    CANNOT_TELL = "cannot tell", "cannot be told"


class ClaimKind(Labelled):
    """What a claim is about; each kind has a module in `kinds`."""

    COUNT = "count", "number of States"
    SHARE = "share", "share of States"
    CHANGE = "change", "number of States that did something in a time"
    SUM = "sum", "numbers that must add up"
    ORDINAL = "ordinal", "place of a State in the order of joining"
    STANDING = "standing", "where a State stands"
    TREATY_ACTION = "treaty action", "when and how a State signed, joined or left"
    ENTRY_INTO_FORCE = "entry into force", "entry into force"
    TREATY = "treaty", "the treaty's own days"
    RULE = "rule", "what follows by a rule of the treaty"
    VOTE = "vote", "totals of a vote"
    BALLOT = "ballot", "how a State voted"
    ATTENDANCE = "attendance", "who took part"
    LIST = "list", "list of States"
    HEADING = "heading", "a number and what it counts on the page"
    MEETING = "meeting", "meeting"
    REPORT = "report", "transparency report"
    ACTIVITY = "activity", "activity of the presidency"
    PRACTICE = "practice", "practice of a State"
    DATE = "date", "date that cannot be"
    SOURCE = "source", "statement without a source"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a passage: `start` and `end` in its text."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something a draft says that the register could say too; each kind adds what it says.

    `stated` is the claim in a few words. `is_by_others` marks what the draft only reports: that somebody said a wrong
    thing may be right, so such a claim can agree, but not contradict.
    """

    kind: ClaimKind
    where: str
    text: str
    stated: str
    spots: tuple[Spot, ...] = ()
    is_by_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the register says of a claim. `why` is a sentence for people; of a claim that cannot be told, what is needed."""

    verdict: Verdict
    register: str = ""
    why: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim and what the register says of it."""

    claim: Claim
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings of a draft, in its order."""

    findings: tuple[Finding, ...] = ()

    def count(self, verdict: Verdict) -> int:
        """How many have this verdict."""
        return sum(one.judgement.verdict is verdict for one in self.findings)


def agrees(register: str, why: str = "", evidence: tuple[str, ...] = ()) -> Judgement:
    """The register says the same."""
    return Judgement(verdict=Verdict.AGREES, register=register, why=_capital(why), evidence=evidence)


def contradicts(register: str, why: str, evidence: tuple[str, ...] = ()) -> Judgement:
    """The register says otherwise."""
    return Judgement(verdict=Verdict.CONTRADICTS, register=register, why=_capital(why), evidence=evidence)


def cannot_tell(why: str, register: str = "", evidence: tuple[str, ...] = ()) -> Judgement:
    """The register does not decide it, or the draft does not say enough."""
    return Judgement(verdict=Verdict.CANNOT_TELL, register=register, why=_capital(why), evidence=evidence)


def _capital(why: str) -> str:
    """As a sentence begins: "the Marshall Islands has ..." names a State first."""
    return capital(why)
