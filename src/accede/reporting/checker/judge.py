"""What the register says of each claim of a draft. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds import JUDGES, attendance, meetings, sums
from accede.reporting.checker.tables import MatrixClaim, SinceClaim
from accede.reporting.checker.values import Claim, Finding, Judgement, Verdict, agrees, cannot_tell, contradicts


def needs(claims: Iterable[Claim]) -> frozenset[str]:
    """The kinds of evidence that judging these claims takes."""
    found: set[str] = set()
    for claim in claims:
        found.update(attendance.NEEDS if isinstance(claim, MatrixClaim | SinceClaim) else JUDGES[type(claim)].NEEDS)
    return frozenset(found)


def findings(claims: Iterable[Claim], answers: Answers) -> Iterator[Finding]:
    """Each claim with what the register says of it, and the sums that the claims make together."""
    held = list(claims)
    for claim in (*held, *sums.find_in(held, answers)):
        yield Finding(claim, _as_reported(claim, judged(claim, answers)))


def judged(claim: Claim, answers: Answers) -> Judgement:
    """What the register says of one claim."""
    match claim:
        case MatrixClaim():
            return _matrix(claim, answers)
        case SinceClaim():
            return _since(claim, answers)
        case meetings.MeetingClaim() | attendance.AttendanceClaim() if claim.is_ours is None:
            # Of which treaty a meeting is may be unclear: where all that is said of it is so of ours, it is meant.
            as_ours: Judgement = JUDGES[type(claim)].judge(replace(claim, is_ours=True), answers)
            if as_ours.verdict is Verdict.AGREES:
                return as_ours
    judgement: Judgement = JUDGES[type(claim)].judge(claim, answers)
    return judgement


def _as_reported(claim: Claim, judgement: Judgement) -> Judgement:
    """What others are said to have said may be wrong and the draft right that they said it."""
    if not claim.is_by_others or judgement.verdict is not Verdict.CONTRADICTS:
        return judgement
    why = f"{judgement.why} It stands in a quotation or in what others are reported to say, which may be told rightly."
    return replace(judgement, verdict=Verdict.CANNOT_TELL, why=why)


def _matrix(claim: MatrixClaim, answers: Answers) -> Judgement:
    outcomes = [(one, attendance.judge(one, answers)) for one in claim.took]
    keys = tuple(key for _, judgement in outcomes for key in judgement.evidence)
    wrong = [(one, judgement) for one, judgement in outcomes if judgement.verdict is Verdict.CONTRADICTS]
    if wrong:
        return contradicts(
            f"{len(wrong)} marks differ",
            " ".join(judgement.why for _, judgement in wrong[:4]),
            tuple(key for _, one in wrong for key in one.evidence)[:8],
        )
    unclear = [one.meeting for one, judgement in outcomes if judgement.verdict is Verdict.CANNOT_TELL]
    if unclear:
        return cannot_tell(
            f"Not recorded, or disputed: {', '.join(unclear[:6])}.",
            f"{len(outcomes) - len(unclear)} of {len(outcomes)} marks agree",
            keys[:8],
        )
    return agrees(f"all {len(outcomes)} marks", "", keys[:8])


def _since(claim: SinceClaim, answers: Answers) -> Judgement:
    place = answers.held_meetings.place
    if claim.since not in place:
        return cannot_tell(f"The register holds no meeting {claim.since}.")
    before = [key for key in claim.columns if key in place and place[key] < place[claim.since]]
    if not before:
        return agrees(f"all columns are {claim.since} or later")
    days = answers.days_of(before[0])
    told = f" ({days.wording()})" if days else ""
    return cannot_tell(
        f"{', '.join(before)}{told} was held before {claim.since}; say since which day the table counts.",
        "",
        (before[0],),
    )
