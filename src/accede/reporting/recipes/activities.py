"""Sentences about what the presidency and others did: when, who, to whom, and what set it off. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from accede.activities.values import Activity
from accede.overview.statements import confirmations
from accede.paper.tree import Figure, Inline
from accede.records.values import Evidence
from accede.reporting.recipes.matter import Keys, Matter, meeting_words
from accede.reporting.recipes.prose import words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.practices import Actor

Done = Evidence[Activity]

LOOKED_FOR = {
    ActivityKind.LETTER_ROUND: "letters to the States not party",
    ActivityKind.BILATERAL: "bilateral meetings",
    ActivityKind.WORKING_GROUP: "meetings of the working group",
    ActivityKind.APPEAL: "appeals in other forums",
    ActivityKind.PRESS_RELEASE: "press releases",
}
"""What a year of the presidency has: where the register holds none of a kind, a paper says so."""

OTHERS = {
    ActivityKind.VISIT: "visited",
    ActivityKind.WORKSHOP: "held a workshop with",
    ActivityKind.DEMARCHE: "made a démarche to",
    ActivityKind.BRIEFING: "briefed",
    ActivityKind.CALL: "spoke with",
}
"""What a sentence says of the kinds that papers tell one by one."""


def lead(on: PartialDate) -> str:
    """A date at the beginning of a sentence: "On 27 March 2018", "In 2018", "Between ...", "Since 2018"."""
    if on.precision in (Precision.BETWEEN, Precision.OPEN):
        return capital(on.wording())
    is_of_days = on.precision is Precision.DAY or (on.precision is Precision.INTERVAL and len(on.edtf) == 21)
    return f"{'On' if is_of_days else 'In'} {on.wording()}"


def who(matter: Matter, fact: Activity) -> str:
    """Who acted, as a sentence names it."""
    return acting(matter, fact.by)


def acting(matter: Matter, name: str) -> str:
    """Somebody who acts, as a sentence names them: a State by its key, an office with its article."""
    if len(name) == 3 and name in matter.standings:
        return matter.in_sentence(name)
    return name if name.startswith("Special Envoy") else with_article(name)


def with_article(name: str) -> str:
    """A name that takes "the"."""
    return name if name.startswith("the ") else f"the {name}"


def addressees(matter: Matter, letters: Done) -> tuple[Inline, ...]:
    """To whom a round of letters went."""
    fact = letters.fact
    if fact.towards_all_outside:
        number = fact.towards_count or matter.counts.outside
        return words("the ", Figure(str(number), (letters.key,)), " States not party")
    if fact.towards:
        return matter.listed(fact.towards, lambda iso3: (letters.key,))
    return words(Figure("States not party", (letters.key,)))


def invited_to(matter: Matter, fact: Activity) -> str:
    """To what a letter invited; empty where it is not recorded."""
    occasion = matter.occasion(fact.occasion) if fact.occasion else None
    return fact.forum or (meeting_words(occasion) if occasion else "")


def answers_to(matter: Matter, letters: Done) -> dict[str, Keys]:
    """Who answered a round in writing by the day: replies recorded, and confirmations that answer it, by State."""
    register = matter.register
    answers: dict[str, list[str]] = {}
    for each in register.counting(register.of_sources(register.activities)):
        is_reply = each.fact.kind is ActivityKind.REPLY and each.fact.reply_to == letters.key
        if is_reply and register.has_happened(each.fact.on, each.source):
            answers.setdefault(each.fact.by, []).append(each.key)
    for confirmation in confirmations(register):
        if confirmation.fact.reply_to == letters.key:
            answers.setdefault(confirmation.fact.state, []).append(confirmation.key)
    return {iso3: tuple(keys) for iso3, keys in answers.items()}


def where_of(matter: Matter, fact: Activity) -> str:
    """At which meeting or in which forum it was done; empty where it is not recorded."""
    occasion = matter.occasion(fact.occasion) if fact.occasion else None
    if occasion is not None and occasion.treaty:
        return meeting_words(occasion)
    return with_article(fact.forum) if fact.forum else ""


def further(matter: Matter, fact: Activity) -> tuple[str, ...]:
    """For whom somebody else acted, and where, behind a sentence; who took part is not told."""
    told = ""
    if fact.on_behalf_of:
        told += f", on behalf of {acting(matter, fact.on_behalf_of)}"
    if fact.place and fact.kind is not ActivityKind.CALL:
        told += f", in {fact.place}"
    return (told,) if told else ()


def reported_use(matter: Matter, fact: Activity) -> str:
    """The use that set off a press release: where, by whose report. Use in a State is never said to be use by it."""
    told = f"the reported use of {fact.weapon or 'anti-personnel mines'} in {matter.in_sentence(fact.about_state)}"
    told += f", which {fact.alleged_by} had reported" if fact.alleged_by else ""
    return told + ("; no user is named" if fact.actor is Actor.UNKNOWN else "")


def as_sentence(summary: str) -> str:
    """A summary as a sentence; one that begins with its verb is given a subject."""
    first = summary.partition(" ")[0]
    return (
        f"It {summary[0].lower()}{summary[1:]}"
        if first in ("Asks", "Calls", "Regrets", "Urges", "Welcomes")
        else summary
    )


def by_date(done: Iterable[Done]) -> dict[tuple[PartialDate, str], list[Done]]:
    """Activities of one date and by one actor together, in the order given."""
    found: dict[tuple[PartialDate, str], list[Done]] = {}
    for each in done:
        found.setdefault((each.fact.on, each.fact.by), []).append(each)
    return found
