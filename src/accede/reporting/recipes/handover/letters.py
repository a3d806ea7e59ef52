"""Letters: each round of the last years, who answered it, and of whom no reply is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from accede.overview.standings import standing_of
from accede.paper.tree import Figure, Inline, Section
from accede.register.rules import months_after
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.activities import Done, addressees, answers_to, who
from accede.reporting.recipes.handover.speech import held, is_english, number, phrase, state, states, when
from accede.reporting.recipes.matter import LONGEST_LIST, Matter
from accede.reporting.recipes.prose import Part, Pen, items, words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital
from accede.vocabulary.punctuation import marks

YEARS = 3
"""Rounds of so many years are open threads; an older one only if there is no newer."""


def letters(matter: Matter, pen: Pen) -> Iterator[Section]:
    """One item a round, the newest first."""
    register = matter.register
    rounds = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if each.fact.kind is ActivityKind.LETTER_ROUND and register.has_happened(each.fact.on, each.source)
    ]
    rounds.sort(key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    since = months_after(matter.as_of, -12 * YEARS)
    recent = [each for each in rounds if each.fact.on.counts_from >= since] or rounds[:1]
    heading = words(gettext("Letters without a reply"))
    if not recent:
        yield Section("", heading, (pen.paragraph(gettext("The register holds no letters to States not party.")),))
        return
    lead = words(gettext("Letters to States not party, and who has answered by the record:"))
    if recent[0].fact.on.counts_from < since:
        lead = phrase(
            gettext("No letters of the last %(years)s years are recorded. The last round before that:"),
            years=number(YEARS),
        )
    yield Section("", heading, (pen.paragraph(lead), *items(_round(matter, each) for each in recent)))


def _round(matter: Matter, letters: Done) -> tuple[Inline, ...]:
    fact = letters.fact
    answers = answers_to(matter, letters)
    asked = fact.towards or (_outside_then(matter, letters) if fact.towards_all_outside else ())
    still = [iso3 for iso3 in asked if iso3 not in answers and iso3 in matter.outside]
    names = bool(still) and len(still) <= LONGEST_LIST
    return phrase(
        _answered(len(answers), len(still)) + ("%(opens)s%(silent)s%(closes)s" if names else ""),
        day=capital(when(fact.on)),
        who=who(matter, fact) if is_english() else _acting(matter, fact.by),
        whom=_addressees(matter, letters),
        answers=states(matter, answers, answers.__getitem__),
        number=Figure(number(len(still)), (letters.key,)),
        silent=states(matter, still),
        opens=marks(language()).opens,
        closes=marks(language()).closes,
    )


def _answered(answers: int, still: int) -> str:
    """Who answered a round and who did not, as one sentence."""
    if answers and still:
        return ngettext(
            "%(day)s, %(who)s to %(whom)s: a reply is recorded from %(answers)s, and of %(number)s State that is still "
            "outside no reply is recorded",
            "%(day)s, %(who)s to %(whom)s: a reply is recorded from %(answers)s, and of %(number)s States that are still "
            "outside no reply is recorded",
            still,
        )
    if answers:
        return gettext("%(day)s, %(who)s to %(whom)s: a reply is recorded from %(answers)s")
    if still:
        return ngettext(
            "%(day)s, %(who)s to %(whom)s: of %(number)s State that is still outside no reply is recorded",
            "%(day)s, %(who)s to %(whom)s: of %(number)s States that are still outside no reply is recorded",
            still,
        )
    return gettext("%(day)s, %(who)s to %(whom)s: no reply is recorded")


def _acting(matter: Matter, by: str) -> Part:
    return state(matter, by) if by in matter.standings else held(by)


def _addressees(matter: Matter, letters: Done) -> Part:
    """To whom a round went, as the language says it."""
    fact = letters.fact
    if is_english():
        return addressees(matter, letters)
    if fact.towards and not fact.towards_all_outside:
        return states(matter, fact.towards, lambda iso3: (letters.key,))
    count = fact.towards_count or (matter.counts.outside if fact.towards_all_outside else 0)
    if count:
        return phrase(gettext("the %(number)s States not party"), number=Figure(str(count), (letters.key,)))
    return words(Figure(gettext("States not party"), (letters.key,)))


def _outside_then(matter: Matter, letters: Done) -> tuple[str, ...]:
    """Who stood outside when the letters were written."""
    on = min(letters.fact.on.counts_from, matter.as_of)
    found = []
    for each in matter.register.states:
        then = standing_of(matter.register, each.fact.iso3, on=on)
        if then is not None and not then.standing.has_joined:
            found.append(each.fact.iso3)
    return tuple(matter.by_name(found))
