"""The draft of a press release, from the record of what set it off and from the register. Pure.

An allegation names who alleges, who is said to have acted, and where; use in a State is not use by it. The wording is in
`data/press_releases.toml`. Somebody else edits the draft and publishes it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from accede.activities.values import Activity
from accede.overview.register import Register
from accede.paper.tree import Document, Figure, Inline, Paragraph, Section, text_of
from accede.records.values import Evidence
from accede.reporting.recipes.activities import as_sentence, lead, with_article
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.matter import Matter, meeting_words
from accede.reporting.recipes.matter import matter as matter_of
from accede.reporting.recipes.prose import Part, listed, spaced, words
from accede.vocabulary.activities import ActivityKind, PressTone, SetOff
from accede.vocabulary.capital import capital
from accede.vocabulary.errors import Damaged, Refused
from accede.vocabulary.practices import Actor
from accede.vocabulary.standings import Standing

FILE = "press_releases.toml"
WEAPON = "anti-personnel mines"
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """The words for one tone about one kind of event: a title, and paragraphs of sentences, with names in braces."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]


def tones(treaty: str, set_off: SetOff) -> tuple[PressTone, ...]:
    """The tones for which there are words about what set a release off."""
    return tuple(tone for tone, told in templates(treaty) if told is set_off)


def draft(register: Register, release: Evidence[Activity]) -> Document:
    """The draft of a press release that is on record, as of the register's day.

    Raises Refused for another kind of activity, and where nothing is said that a draft needs.
    """
    fact = release.fact
    if fact.kind is not ActivityKind.PRESS_RELEASE:
        raise Refused("this is no press release", where=release.key, remedy="Open one from the list")
    if fact.set_off is None or fact.tone is None:
        remedy = "Correct the record: choose both"
        raise Refused("it is not said what set it off, or in which tone it speaks", where=release.key, remedy=remedy)
    template = templates(fact.treaty).get((fact.tone, fact.set_off))
    if template is None:
        offered = " or ".join(tone.label for tone in tones(fact.treaty, fact.set_off)) or "none"
        raise Refused(
            f"there are no words for {fact.tone.label} where {fact.set_off.label}",
            where=release.key,
            remedy=f"Tones with words: {offered}",
        )
    matter = matter_of(register)
    told = dict(_told(matter, release))
    paragraphs = [
        Paragraph(spaced(sentences))
        for paragraph in template.paragraphs
        if (sentences := [sentence for text in paragraph if (sentence := _sentence(text, told)) is not None])
    ]
    title = (fact.title,) if fact.title else _sentence(template.title, told)
    if title is None:
        remedy = "Correct the record: give the State, the places, who alleges"
        raise Refused("it is not said where, or what about", where=release.key, remedy=remedy)
    head = working_masthead(register, "Draft of a press release, not for distribution", dated=fact.on.latest)
    return Document(
        kind="press-release",
        language="en",
        masthead=head,
        title=words(*title),
        sections=(Section("", (), tuple(paragraphs)),),
        as_of=register.view.as_of.isoformat(),
    )


def templates(treaty: str) -> Mapping[tuple[PressTone, SetOff], Template]:
    """The words of a treaty; none where none are held."""
    return _held().get(treaty, {})


@cache
def _held() -> dict[str, dict[tuple[PressTone, SetOff], Template]]:
    """Raises Damaged for a key or a name in braces that the programme does not know."""
    content = tomllib.loads((files("accede") / "data" / FILE).read_text(encoding="utf-8"))
    return {treaty: dict(_templates(given)) for treaty, given in content.items()}


def _templates(given: Mapping[str, Any]) -> Iterator[tuple[tuple[PressTone, SetOff], Template]]:
    for tone, events in given.items():
        for event, template in events.items():
            try:
                found = Template(template["title"], tuple(tuple(each) for each in template["paragraphs"]))
                key = PressTone(tone), SetOff(event)
            except (KeyError, TypeError, ValueError) as error:
                raise Damaged(f"{tone}.{event} cannot be read", where=FILE, remedy="Keep to its form") from error
            texts = [found.title, *(sentence for paragraph in found.paragraphs for sentence in paragraph)]
            unknown = {name for text in texts for name in _NAME.findall(text)} - NAMES
            if unknown:
                raise Damaged(
                    f"{tone}.{event} has {', '.join(sorted(unknown))}", where=FILE, remedy="Use the names at its head"
                )
            yield key, found


NAMES = frozenset(
    {"president", "state", "alleged_by", "where", "weapon", "ascribed", "when", "meeting", "standing", "summary"}
    | {"joined", "joined_short", "outside", "in_force", "withdrawal"}
)
OPTIONAL = frozenset({"when"})
"""What is left out of a sentence where nothing is held; a sentence with another name is left out whole."""


def _sentence(text: str, told: Mapping[str, tuple[Part, ...]]) -> tuple[Inline, ...] | None:
    """The sentence with its names filled in; None where one of them stands for nothing."""
    parts: list[Part] = []
    at = 0
    for match in _NAME.finditer(text):
        value = told.get(match[1], ())
        if not value and match[1] not in OPTIONAL:
            return None
        if at == match.start() == 0 and isinstance(value[0] if value else None, str):
            value = (capital(str(value[0])), *value[1:])
        parts += [text[at : match.start()], *value]
        at = match.end()
    return words(*parts, text[at:])


def _told(matter: Matter, release: Evidence[Activity]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """What stands for each name, () left out for nothing."""
    fact, keys = release.fact, (release.key,)
    yield "president", (_president(fact),)
    yield "weapon", (fact.weapon or WEAPON,)
    if fact.about_state:
        yield "state", (Figure(matter.in_sentence(fact.about_state), keys),)
        yield "standing", _standing(matter, fact)
        yield from _steps(matter, fact)
    if fact.alleged_by:
        yield "alleged_by", (fact.alleged_by,)
    if where := _where(matter, fact):
        yield "where", (Figure(where, keys),)
    if fact.set_off_on:
        yield "when", (f" {lead(fact.set_off_on)[:1].lower()}{lead(fact.set_off_on)[1:]}",)
    if ascribed := _ascribed(matter, fact):
        yield "ascribed", (ascribed,)
    occasion = matter.occasion(fact.occasion) if fact.occasion else None
    if occasion:
        yield "meeting", (meeting_words(occasion),)
    if fact.summary:
        yield "summary", (as_sentence(fact.summary.rstrip(". ") + "."),)
    joined, outside = matter.counts.joined, matter.counts.outside
    as_of = Figure(f"{matter.as_of.day} {matter.as_of:%B %Y}")
    yield "joined", ("As of ", as_of, ", ", Figure(str(joined)), " States have joined the Convention.")
    yield "joined_short", (Figure(str(joined)),)
    yield "outside", (Figure(str(outside)), " States have not.")


def _where(matter: Matter, fact: Activity) -> str:
    state = matter.in_sentence(fact.about_state) if fact.about_state else ""
    places = text_of(listed(fact.places))
    return f"{places} ({state})" if places and state else places or state


def _ascribed(matter: Matter, fact: Activity) -> str:
    """Who is said to have acted, as a report says it and not as we do."""
    if not fact.alleged_by or fact.actor is None:
        return ""
    match fact.actor:
        case Actor.UNKNOWN:
            return "The report names no user."
        case Actor.ARMED_GROUP:
            return f"The report says that {fact.actor_name} used them." if fact.actor_name else ""
        case Actor.STATE:
            named = fact.actor_name or (matter.in_sentence(fact.about_state) if fact.about_state else "")
            return f"The report says that {named} used them." if named else ""


def _standing(matter: Matter, fact: Activity) -> tuple[Part, ...]:
    stands = matter.standings.get(fact.about_state)
    if stands is None or stands.is_uncertain:
        return ()
    state = Figure(capital(matter.in_sentence(fact.about_state)), stands.evidence)
    match stands.standing:
        case Standing.IN_FORCE:
            return (
                "The Convention is in force for ",
                Figure(matter.in_sentence(fact.about_state), stands.evidence),
                ".",
            )
        case Standing.JOINED_NOT_IN_FORCE:
            return (state, " has joined the Convention, which is not yet in force for it.")
        case Standing.SIGNATORY:
            return (state, " has signed the Convention and has not joined it.")
        case Standing.NON_SIGNATORY:
            return (state, " has not joined the Convention.")
        case Standing.WITHDRAWN:
            return (state, " has withdrawn from the Convention.")


def _steps(matter: Matter, fact: Activity) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """When the Convention enters into force for a State that joined, or a withdrawal takes effect, as the register has it."""
    stands = matter.standings.get(fact.about_state)
    if stands is None or stands.is_uncertain:
        return
    state = matter.in_sentence(fact.about_state)
    if stands.withdrawal is not None and stands.withdrawal.effective is not None:
        day = Figure(stands.withdrawal.effective.partial().wording(), (stands.withdrawal.key,))
        yield "withdrawal", ("By the rule of the Convention it would take effect on ", day, ".")
    joining = [each for each in stands.effects if each.kind.expresses_consent and each.effective is not None]
    if joining and stands.standing is Standing.JOINED_NOT_IN_FORCE and joining[-1].effective:
        day = Figure(joining[-1].effective.partial().wording(), (joining[-1].key,))
        yield "in_force", ("The Convention will enter into force for ", Figure(state), " on ", day, ".")


def _president(fact: Activity) -> str:
    return fact.by if fact.by.startswith("Special Envoy") or len(fact.by) == 3 else with_article(fact.by)
