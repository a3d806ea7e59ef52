"""Claims about practices in a sentence: who claims, of whom, where, and when. Pure.

What a State declares of itself and what others say of it never look alike; reported use in a State is not use by it.
"""

from __future__ import annotations

from collections.abc import Iterable

from accede.evidence.rules import is_own_claim
from accede.evidence.values import Practice
from accede.paper.tree import Figure, Inline
from accede.records.values import Evidence
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Part, listed, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.practices import Actor, Claim, PracticeKind

Held = Evidence[Practice]

WITH_ARTICLE = {
    PracticeKind.STOCKPILE: "a stockpile",
    PracticeKind.RETENTION: "mines kept for training",
    PracticeKind.MORATORIUM: "a moratorium",
    PracticeKind.POLICY: "a policy or law",
}
"""A practice as a noun with its article; the others take none."""


def claims(matter: Matter, held: Iterable[Held]) -> list[tuple[Inline, ...]]:
    """A clause for each claimant.

    What a State declares of itself on one day is one clause; claims of others that differ only in their day are one
    clause with all days.
    """
    declared: dict[tuple[str, PartialDate], list[Held]] = {}
    told: dict[tuple[object, ...], list[Held]] = {}
    clauses: list[list[Held]] = []
    for each in held:
        fact = each.fact
        group: list[Held]
        if is_own_claim(fact):
            group = declared.setdefault((fact.state, fact.claimed), [])
        else:
            same = (fact.state, fact.kind, fact.claim, fact.claimant, fact.actor, fact.actor_name, fact.place)
            group = told.setdefault((*same, fact.number, fact.scope, fact.weapon), [])
        if not group:
            clauses.append(group)
        group.append(each)
    return [_declared(matter, group) if is_own_claim(group[0].fact) else _told(matter, group) for group in clauses]


def _declared(matter: Matter, group: list[Held]) -> tuple[Inline, ...]:
    """ "Morocco declares no stockpile; that use has ceased, since 1987 (7-8 June 2018)"."""
    fact = group[0].fact
    alike: dict[tuple[str, str, str], list[str]] = {}
    for each in group:
        alike.setdefault((*_own(each.fact), _details(each.fact)), []).append(each.key)
    parts: list[Part] = [capital(matter.in_sentence(fact.state)), " "]
    verb = ""
    for (now, what, details), keys in alike.items():
        parts += ["; " if verb else "", f"{now} " if now != verb else "", Figure(what, tuple(keys)), details]
        verb = now
    return words(*parts, f" ({fact.claimed.wording()})")


def _own(fact: Practice) -> tuple[str, str]:
    """Verb and object of what a State says of its own practice."""
    noun = WITH_ARTICLE.get(fact.kind, fact.kind.label)
    if fact.kind is PracticeKind.POLICY and fact.summary:
        return "declares:", typographic(f"{fact.summary[:1].lower()}{fact.summary[1:].rstrip('.')}")
    match fact.claim:
        case Claim.HAS:
            return "declares", noun
        case Claim.HAS_NOT:
            return "declares", f"no {fact.kind.label}"
        case Claim.CEASED:
            return "declares", f"that {fact.kind.label} has ceased"
        case Claim.NOT_TOLD:
            return "declined to answer on", noun
        case Claim.UNKNOWN:
            return "says that it is not known of", noun


def _told(matter: Matter, group: list[Held]) -> tuple[Inline, ...]:
    """ "Landmine Monitor alleges use by armed groups in India (2019 and 2018)"."""
    fact = group[0].fact
    claimant = capital(matter.in_sentence(fact.claimant) if fact.claimant in matter.standings else fact.claimant)
    claimant += "," if "," in claimant else ""
    days = sorted({each.fact.claimed for each in group}, reverse=True)
    return words(
        f"{typographic(claimant)} ",
        Figure(_of_another(matter, fact), tuple(each.key for each in group)),
        _details(fact),
        " (",
        listed([_told_by(day) for day in days]),
        ")",
    )


def _told_by(day: PartialDate) -> str:
    """The day of a claim; of one that is known only not to be later than a day, by when it was made."""
    is_open = day.precision is Precision.OPEN and day.earliest is None
    return f"by {day.wording().removeprefix('until ')}" if is_open else day.wording()


def _of_another(matter: Matter, fact: Practice) -> str:
    noun, by = WITH_ARTICLE.get(fact.kind, fact.kind.label), _by(matter, fact)
    match fact.claim:
        case Claim.HAS:
            return f"alleges {noun}{by}"
        case Claim.HAS_NOT:
            return f"says that there is no {fact.kind.label}{by}"
        case Claim.CEASED:
            return f"says that {fact.kind.label}{by} has ceased"
        case Claim.NOT_TOLD:
            return f"says that an answer on {noun}{by} was declined"
        case Claim.UNKNOWN:
            return f"says that it is not known of {noun}{by}"


def _by(matter: Matter, fact: Practice) -> str:
    """Who is said to have acted; where nobody is named, that nobody is."""
    state = matter.in_sentence(fact.state)
    match fact.actor:
        case Actor.STATE:
            return f" of {state}" if fact.kind is PracticeKind.STOCKPILE else f" by {state}"
        case Actor.ARMED_GROUP:
            return f" by {typographic(fact.actor_name) or 'armed groups'} in {state}"
        case Actor.UNKNOWN:
            return f" in {state}, naming no user"


def _details(fact: Practice) -> str:
    """Which acts, how many, within what limits, since when; a policy is told whole by its summary."""
    if fact.kind is PracticeKind.POLICY and fact.summary:
        return ""
    told = f" on {_text(listed(fact.acts))}" if fact.acts else ""
    if fact.number is not None:
        told += f" ({fact.number:,} mines)"
    elif fact.scope:
        told += f" ({typographic(fact.scope)})"
    if fact.since is not None and is_own_claim(fact):
        told += f", {_since(fact.since)}"
    return told


def _since(since: PartialDate) -> str:
    if since.precision in (Precision.OPEN, Precision.INTERVAL):
        return since.wording()
    return f"since {since.wording()}"


def _text(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in inlines if hasattr(inline, "text"))
