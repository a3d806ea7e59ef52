"""Where the records need a person: standings that the dates leave open, and contradictions nobody has chosen between."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.attendance import AttendanceConflict
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.matter import Matter, meeting_words, source_words
from accede.reporting.recipes.prose import Part, Pen, items, words
from accede.vocabulary.capital import capital
from accede.vocabulary.occasions import ParticipationClaim


def records(matter: Matter, pen: Pen) -> Iterator[Section]:
    """One item a State and question."""
    chosen = frozenset(matter.register.choices.values())
    lines = [*_open(matter)]
    lines += [
        _conflict(matter, conflict)
        for conflict in matter.attendance.answer.conflicts
        if not chosen & {claim.key for claim in conflict.claims}
    ]
    lead = (
        "The records leave open or contradict each other on what follows; a person can choose one side, with a reason:"
        if lines
        else "No standing is open, and no contradiction about participation waits for a choice."
    )
    yield Section("", words("Open questions in the records"), (pen.paragraph(lead), *items(lines)))


def _open(matter: Matter) -> Iterator[tuple[Inline, ...]]:
    for iso3, found in matter.standings.items():
        if found.is_uncertain and found.effects:
            yield words(Figure(capital(matter.in_sentence(iso3)), found.evidence), f": {found.why.rstrip('.')}")


def _meeting(matter: Matter, key: str) -> str:
    occasion = matter.occasion(key)
    return meeting_words(occasion) if occasion else key


def _conflict(matter: Matter, conflict: AttendanceConflict) -> tuple[Inline, ...]:
    occasion = matter.occasion(conflict.occasion) if conflict.occasion else None
    where = meeting_words(occasion) if occasion else "its participation"
    parts: list[Part] = [f"{capital(matter.in_sentence(conflict.iso3))}, {where}: "]
    for at, claim in enumerate(conflict.claims):
        of = f" in {_meeting(matter, claim.occasion)}" if claim.occasion and claim.occasion != conflict.occasion else ""
        of = of or (" there" if claim.claim is ParticipationClaim.LAST else "")
        parts += [
            "; " if at else "",
            Figure(f"{claim.claim.label}{of}", (claim.key,)),
            f" by {source_words(matter, claim.source)}",
        ]
    return words(*parts)
