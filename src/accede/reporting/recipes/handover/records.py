"""Where the records need a person: standings that the dates leave open, and contradictions nobody has chosen between."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from accede.overview.attendance import AttendanceConflict
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.handover.speech import held, is_english, meeting, phrase, state
from accede.reporting.recipes.matter import Matter, source_words
from accede.reporting.recipes.prose import Part, Pen, items, words
from accede.vocabulary.capital import capital
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.punctuation import marks


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
        gettext(
            "The records leave open or contradict each other on what follows; a person can choose one side, with a reason:"
        )
        if lines
        else gettext("No standing is open, and no contradiction about participation waits for a choice.")
    )
    yield Section("", words(gettext("Open questions in the records")), (pen.paragraph(lead), *items(lines)))


def _open(matter: Matter) -> Iterator[tuple[Inline, ...]]:
    for iso3, found in matter.standings.items():
        if found.is_uncertain and found.effects:
            named = Figure(capital(state(matter, iso3)), found.evidence)
            yield words(named, marks(language()).colon, held(found.why.rstrip(".")))


def _meeting(matter: Matter, key: str) -> str:
    occasion = matter.occasion(key)
    return meeting(occasion) if occasion else key


def _conflict(matter: Matter, conflict: AttendanceConflict) -> tuple[Inline, ...]:
    occasion = matter.occasion(conflict.occasion) if conflict.occasion else None
    where = meeting(occasion) if occasion else gettext("its participation")
    claims: list[Part] = []
    for claim in conflict.claims:
        said = {"claim": gettext(claim.claim.label), "meeting": _meeting(matter, claim.occasion)}
        told = said["claim"]
        if claim.occasion and claim.occasion != conflict.occasion:
            told = gettext("%(claim)s in %(meeting)s") % said
        elif claim.claim is ParticipationClaim.LAST:
            told = gettext("%(claim)s there") % said
        by = source_words(matter, claim.source)
        source = by if is_english() else held(by)
        sided = phrase(gettext("%(claim)s by %(source)s"), claim=Figure(told, (claim.key,)), source=source)
        claims += [marks(language()).semicolon, sided] if claims else [sided]
    return phrase(
        gettext("%(state)s, %(meeting)s: %(claims)s"),
        state=capital(state(matter, conflict.iso3)),
        meeting=where,
        claims=words(*claims),
    )
