"""The kinds of claim, one a module, all of one shape: `NEEDS` from the register, `find` in a sentence, `judge`."""

from typing import Any

from accede.reporting.checker.kinds import (
    act_intervals,
    activities,
    attendance,
    ballot_lists,
    ballots,
    count_changes,
    counts,
    dates,
    first_since,
    headings,
    in_languages,
    lists,
    matrices,
    meetings,
    nobody,
    ordinals,
    practices,
    regional,
    reports,
    rule,
    shares,
    sources,
    standing,
    sums,
    treaty_actions,
    treaty_days,
    vote_changes,
    vote_growth,
    votes,
)
from accede.reporting.checker.values import Claim

JUDGES: dict[type[Claim], Any] = {
    counts.CountClaim: counts,
    count_changes.CountChangeClaim: count_changes,
    shares.ShareClaim: shares,
    ordinals.OrdinalClaim: ordinals,
    first_since.SinceClaim: first_since,
    treaty_actions.ActionClaim: treaty_actions,
    act_intervals.IntervalClaim: act_intervals,
    nobody.NobodyClaim: nobody,
    standing.StandingClaim: standing,
    treaty_days.TreatyClaim: treaty_days,
    rule.RuleClaim: rule,
    votes.VoteClaim: votes,
    vote_changes.VoteChangeClaim: vote_changes,
    vote_growth.VoteGrowthClaim: vote_growth,
    ballots.BallotClaim: ballots,
    attendance.AttendanceClaim: attendance,
    matrices.MatrixClaim: matrices,
    matrices.BeginningClaim: matrices,
    lists.ListClaim: lists,
    regional.RegionalClaim: regional,
    ballot_lists.BallotListClaim: ballot_lists,
    headings.HeadingClaim: headings,
    meetings.MeetingClaim: meetings,
    reports.ReportClaim: reports,
    activities.ActivityClaim: activities,
    practices.PracticeClaim: practices,
    dates.DateClaim: dates,
    sources.SourceClaim: sources,
    sums.SumClaim: sums,
}
"""Each claim to the module that judges it, in the order in which claims are listed."""

NOT_OF_SENTENCES = (matrices, sources, sums)
"""Found in tables, or in several claims together."""

KINDS = (*(kind for kind in JUDGES.values() if kind not in NOT_OF_SENTENCES), in_languages)
"""Those that read sentences. The one for other languages makes claims of the others' kinds."""
