"""What changed since the last meeting: with this State, and in what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.changes import Changes, Happening, changes
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.matter import Keys
from accede.reporting.recipes.prose import Part, listed, spaced, words
from accede.vocabulary.partial_date import PartialDate


def since(briefed: Briefed) -> Iterator[Section]:
    """The section; what is not in it has not been recorded, and that is said."""
    if briefed.since is None or briefed.since.day >= briefed.matter.as_of:
        return
    found = changes(briefed.register, briefed.since.day.isoformat(), briefed.matter.as_of.isoformat())
    own = list(_own(briefed, found))
    day = PartialDate.on_day(briefed.since.day).wording()
    begun = briefed.since.name if day in briefed.since.name else f"{briefed.since.name} (from {day} on)"
    sentences: list[Part] = [f"Since {begun}, of the State itself: "]
    sentences += [listed(own), "."] if own else ["nothing is recorded."]
    around = list(_around(briefed, found))
    blocks = [Paragraph(words(*sentences))]
    if around:
        blocks.append(Paragraph(words("Elsewhere. ", spaced(around))))
    yield Section("", words("What changed since the last meeting"), tuple(blocks))


def _own(briefed: Briefed, found: Changes) -> Iterator[tuple[Inline, ...]]:
    """Its own changes, one clause a kind."""
    iso3 = briefed.iso3
    for change in found.standing:
        if change.iso3 == iso3:
            yield words(Figure(change.what.label, (change.evidence,)), f" ({change.on.wording()})")
    statements = [item for item in found.statements if item.iso3 == iso3]
    if statements:
        yield _counted("statement", "statements", tuple(item.evidence for item in statements), statements[-1].citation)
    for vote in found.votes:
        if vote.iso3 == iso3:
            told = f"vote changed from {vote.before.label} to {vote.after.label}"
            yield words(Figure(told, vote.evidence), f" ({vote.body.label}, session {vote.session})")
    marks = tuple(item.evidence for item in found.attendance if item.iso3 == iso3)
    if marks:
        meetings = [item.occasion for item in found.attendance if item.iso3 == iso3]
        yield words(Figure("took part in ", marks), listed(meetings))
    for report in found.reports:
        if report.iso3 == iso3 and report.submitted is not None:
            yield words(Figure(f"{report.duty.label} report", (report.evidence,)), f" ({report.submitted.wording()})")
    claims = [item for item in found.practices if item.iso3 == iso3]
    others = [item for item in claims if item.claimant != iso3]
    if others:
        newest = others[-1]
        told = f"{newest.claimant} on {newest.kind.label}, {newest.claimed.wording()}"
        yield _counted("claim by others", "claims by others", tuple(item.evidence for item in others), told)
    replies = [item for item in found.activities if item.by == iso3]
    if replies:
        yield words(
            Figure("answered a letter", tuple(item.evidence for item in replies)), f" ({replies[-1].on.wording()})"
        )


def _counted(one: str, many: str, keys: Keys, last: str) -> tuple[Inline, ...]:
    if len(keys) == 1:
        return words(Figure(f"one {one}", keys), f" ({last})")
    return words(Figure(f"{len(keys)} {many}", keys), f" (the last: {last})")


def _around(briefed: Briefed, found: Changes) -> Iterator[tuple[Inline, ...]]:
    """Who joined and who left."""
    for what, told in ((Happening.DEPOSITED, "Joined: "), (Happening.WITHDRAWAL_IN_EFFECT, "Withdrew: ")):
        keys = {change.iso3: (change.evidence,) for change in found.standing if change.what is what}
        keys.pop(briefed.iso3, None)
        if keys:
            yield words(told, briefed.matter.named(keys, keys.__getitem__), ".")
