"""The kinds of claim, one a module, all of one shape: `NEEDS` from the register, `find` in a sentence, `judge`."""

from accede.reporting.checker.kinds import (
    activities,
    attendance,
    ballots,
    counts,
    dates,
    headings,
    in_languages,
    lists,
    meetings,
    ordinals,
    reports,
    shares,
    standing,
    treaty_actions,
    treaty_days,
    votes,
)

KINDS = (
    counts,
    shares,
    ordinals,
    treaty_actions,
    standing,
    treaty_days,
    votes,
    ballots,
    attendance,
    lists,
    headings,
    meetings,
    reports,
    activities,
    dates,
    in_languages,
)
"""Those that read sentences, in the order in which their claims are listed."""
