"""The kinds of claim, a family a module: each writes true, false and undecidable sentences with a pen."""

from collections.abc import Callable

from checker_corpus.case import Verdict
from checker_corpus.kinds import actions, attendance, counts, days, languages, lists, meetings, reports, tables, votes
from checker_corpus.pen import Draft, Pen

Writer = Callable[[Pen, Verdict], Draft | None]
"""One sentence with the verdict asked for; None where the draw allows none."""

KINDS: dict[str, tuple[Writer, int]] = {
    kind: writer
    for family in (counts, votes, tables, lists, attendance, actions, reports, meetings, days, languages)
    for kind, writer in family.KINDS.items()
}
"""Kind to its writer and its weight."""
