"""Where the State stands: the answer in one line, then its treaty actions, its last word, its last participation."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.items import ActionItem
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.prose import Part, either, listed, words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital
from accede.vocabulary.standings import Standing

STANDINGS = {
    Standing.IN_FORCE: "State Party",
    Standing.JOINED_NOT_IN_FORCE: "has joined, not yet in force",
    Standing.SIGNATORY: "signatory, not a State Party",
    Standing.NON_SIGNATORY: "not a State Party, has not signed",
    Standing.WITHDRAWN: "withdrew, not a State Party",
}


def answer(briefed: Briefed) -> tuple[Inline, ...]:
    """Standing, last word and last participation in one line."""
    return words(f"{capital(_standing(briefed))} as of {briefed.day}. {_heard(briefed)} {_met(briefed)}")


def standing(briefed: Briefed) -> Iterator[Section]:
    """Its treaty actions and what was done towards it; both in a sentence or two."""
    found = briefed.dossier
    parts: list[Part] = []
    actions = [each for each in found.answer.actions if each.has_legal_effect]
    if actions:
        parts += [f"{capital(briefed.name)}: ", listed(_action(each) for each in actions), ". "]
    else:
        key = briefed.register.state(briefed.iso3).key
        told = "No treaty action is recorded" if briefed.register.actions else "Its treaty actions are not held"
        parts += [Figure(told, (key,)), ". "]
    if found.standing is not None and found.standing.is_uncertain and found.standing.why:
        parts.append(f"{found.standing.why} ")
    steps = [each for each in found.answer.actions if not each.has_legal_effect]
    if steps:
        parts += ["Steps without legal effect: ", listed(_action(each) for each in steps), ". "]
    parts += _towards(briefed)
    yield Section("", words("Where it stands"), (Paragraph(words(*parts)),))


def _standing(briefed: Briefed) -> str:
    found = briefed.dossier.answer.standing
    return STANDINGS[found] if found is not None else "not one of the States that may join"


def _heard(briefed: Briefed) -> str:
    fresh = briefed.dossier.answer.freshness
    if fresh.said_on is None:
        return "No official word is held."
    told = f"Last official word: {fresh.said_on.wording()}"
    if fresh.confirmed_on is not None and fresh.confirmed_on != fresh.said_on:
        told += f", unchanged on {fresh.confirmed_on.wording()}"
    return f"{told}."


def _met(briefed: Briefed) -> str:
    found = briefed.dossier.participation
    if found.last is not None:
        return f"Last took part: {found.last}."
    return "Has never taken part." if found.has_never else "Last participation: not recorded."


def _action(item: ActionItem) -> tuple[Inline, ...]:
    day = item.deposited or item.effective or item.decided or item.announced
    in_force = item.effective.wording() if item.effective and item.deposited and item.has_legal_effect else ""
    kind = item.kind.label.removesuffix(" without legal effect")  # said of all of them at once
    label = f"{kind} {day.wording()}" if day else kind
    effect = "effective" if item.kind.value == "withdrawal" else "in force from"
    return words(Figure(label, (item.evidence,)), f" ({effect} {in_force})" if in_force else "")


def _towards(briefed: Briefed) -> Iterator[Part]:
    """What was last done towards it, by kind; letters and meetings are what a bilateral builds on."""
    wanted = (ActivityKind.BILATERAL, ActivityKind.VISIT, ActivityKind.LETTER_ROUND, ActivityKind.REPLY)
    newest: dict[ActivityKind, Part] = {}
    for item in briefed.dossier.answer.activities:
        if item.kind in wanted and item.kind not in newest:
            newest[item.kind] = words(Figure(item.kind.label, (item.evidence,)), f" ({item.on.wording()})")
    if newest:
        told = [newest[kind] for kind in wanted if kind in newest]
        yield f"Last {either(len(told), 'contact', 'contacts')} recorded: "
        yield listed(told)
        yield "."
    else:
        yield "No contact with it is recorded."
