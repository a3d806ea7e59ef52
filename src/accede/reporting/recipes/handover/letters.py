"""Letters: each round of the last years, who answered it, and of whom no reply is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.standings import standing_of
from accede.paper.tree import Figure, Inline, Section
from accede.register.rules import months_after
from accede.reporting.recipes.activities import Done, addressees, answers_to, who
from accede.reporting.recipes.matter import LONGEST_LIST, Matter
from accede.reporting.recipes.prose import Part, Pen, either, items, spelled, words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital

YEARS = 3
"""Rounds of so many years are open threads; an older one only if there is no newer."""


def letters(matter: Matter, pen: Pen) -> Iterator[Section]:
    """One item a round, the newest first."""
    register = matter.register
    held = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if each.fact.kind is ActivityKind.LETTER_ROUND and register.has_happened(each.fact.on, each.source)
    ]
    held.sort(key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    since = months_after(matter.as_of, -12 * YEARS)
    recent = [each for each in held if each.fact.on.counts_from >= since] or held[:1]
    heading = words("Letters without a reply")
    if not recent:
        yield Section("", heading, (pen.paragraph("The register holds no letters to States not party."),))
        return
    lead = "Letters to States not party, and who has answered by the record:"
    if recent[0].fact.on.counts_from < since:
        lead = f"No letters of the last {spelled(YEARS)} years are recorded. The last round before that:"
    yield Section("", heading, (pen.paragraph(lead), *items(_round(matter, each) for each in recent)))


def _round(matter: Matter, letters: Done) -> tuple[Inline, ...]:
    fact = letters.fact
    answers = answers_to(matter, letters)
    asked = fact.towards or (_outside_then(matter, letters) if fact.towards_all_outside else ())
    still = [iso3 for iso3 in asked if iso3 not in answers and iso3 in matter.outside]
    parts: list[Part] = [f"{capital(fact.on.wording())}, {who(matter, fact)} to ", addressees(matter, letters)]
    if answers:
        parts += [": a reply is recorded from ", matter.listed(answers, answers.__getitem__)]
    if still:
        number = Figure(spelled(len(still)), (letters.key,))
        parts += [", and of " if answers else ": of ", number]
        parts.append(f" {either(len(still), 'State that is', 'States that are')} still outside no reply is recorded")
        parts += [" (", matter.listed(still), ")"] if len(still) <= LONGEST_LIST else []
    elif not answers:
        parts.append(": no reply is recorded")
    return words(*parts)


def _outside_then(matter: Matter, letters: Done) -> tuple[str, ...]:
    """Who stood outside when the letters were written."""
    on = min(letters.fact.on.counts_from, matter.as_of)
    found = []
    for each in matter.register.states:
        then = standing_of(matter.register, each.fact.iso3, on=on)
        if then is not None and not then.standing.has_joined:
            found.append(each.fact.iso3)
    return tuple(matter.by_name(found))
