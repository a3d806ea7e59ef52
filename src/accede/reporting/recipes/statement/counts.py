"""How many States have joined, what changed since the last meeting, and the plan that is in force."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.changes import Happening, changes
from accede.paper.tree import Figure, Inline, Paragraph
from accede.register.standing import as_partial
from accede.reporting.recipes.absence import standing_keys
from accede.reporting.recipes.matter import Keys, days_words
from accede.reporting.recipes.prose import Part, Pen, either, listed, spelled, typographic, words
from accede.reporting.recipes.statement.matter import Spoken, spoken_name
from accede.reporting.recipes.status_paper.introduction import plan_in_force
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing

TOLD = {
    Happening.DEPOSITED: ("", " deposited an instrument and joined the Convention"),
    Happening.SIGNED: ("", " signed it"),
    Happening.WITHDRAWAL_IN_EFFECT: ("a withdrawal took effect for ", ""),
}
"""What happened to a standing, before and after the names; what follows from it or changes nothing is not spoken of."""


def counts(spoken: Spoken, pen: Pen) -> Iterator[Paragraph]:
    """How many have joined and how many have not, by the day."""
    matter = spoken.matter
    number, day = matter.counts, PartialDate.on_day(matter.as_of).wording()
    joined = [iso3 for iso3, found in matter.standings.items() if found.standing.has_joined]
    in_force = [iso3 for iso3 in joined if matter.standings[iso3].standing is Standing.IN_FORCE]
    parts: list[Part] = [
        f"As of {day}, ",
        Figure(str(number.joined), standing_keys(matter, joined)),
        f" {either(number.joined, 'State has', 'States have')} joined the Convention",
    ]
    if len(in_force) < len(joined):
        parts += ["; it is in force for ", Figure(str(len(in_force)), standing_keys(matter, in_force)), " of them"]
    parts += [
        ". ",
        Figure(str(number.outside), standing_keys(matter, matter.outside)),
        f" {either(number.outside, 'State remains', 'States remain')} outside it",
        *_of_them(spoken),
        ".",
    ]
    yield Paragraph(words(*parts))
    yield from _since(spoken)


def _of_them(spoken: Spoken) -> Iterator[Part]:
    """Who of those outside has signed, and how many have withdrawn."""
    matter = spoken.matter
    signed = [iso3 for iso3 in matter.outside if matter.standings[iso3].standing is Standing.SIGNATORY]
    left = [iso3 for iso3 in matter.outside if matter.standings[iso3].standing is Standing.WITHDRAWN]
    clauses = []
    if signed:
        names = matter.named(signed, lambda iso3: matter.standings[iso3].evidence)
        clauses.append(words(names, f" {either(len(signed), 'has', 'have')} signed it"))
    if left:
        number = Figure(spelled(len(left)), standing_keys(matter, left))
        clauses.append(words(number, f" {either(len(left), 'has', 'have')} withdrawn from it"))
    if clauses:
        yield ", of which "
        yield listed(clauses)


def _since(spoken: Spoken) -> Iterator[Paragraph]:
    """What happened to standings since the last meeting, each with its day."""
    if spoken.since is None or not spoken.register.actions:
        return
    matter = spoken.matter
    found = changes(spoken.register, spoken.since_day.isoformat(), matter.as_of.isoformat()).standing
    by_kind: dict[Happening, list[tuple[Inline, ...]]] = {}
    place = {iso3: at for at, iso3 in enumerate(matter.standings)}
    for change in sorted(found, key=lambda each: (each.on.counts_from, place.get(each.iso3, len(place)))):
        name = Figure(matter.in_sentence(change.iso3), (change.evidence,))
        by_kind.setdefault(change.what, []).append(words(name, f" ({change.on.wording()})"))
    lead = [f"Since {spoken_name(spoken.since.fact)}", *_place(spoken)]
    clauses = [words(before, listed(by_kind[what]), after) for what, (before, after) in TOLD.items() if what in by_kind]
    leaving = [iso3 for iso3, found in matter.standings.items() if found.withdrawal and found.standing.has_joined]
    if leaving:
        under_way = {iso3: _withdrawal(spoken, iso3) for iso3 in leaving}
        names = matter.listed(leaving, lambda iso3: under_way[iso3][0], lambda iso3: under_way[iso3][1])
        clauses.append(words("a withdrawal has been notified and is not yet in effect for ", names))
    if clauses:
        yield Paragraph(words(*lead, ", ", _joined(clauses), "."))
    else:
        yield Paragraph(words(*lead, ", no State has joined and no withdrawal has taken effect."))


def _withdrawal(spoken: Spoken, iso3: str) -> tuple[Keys, str]:
    """The key of a withdrawal under way, and from when it is to take effect."""
    effect = spoken.matter.standings[iso3].withdrawal
    assert effect is not None
    effective = as_partial(effect.effective)
    return (effect.key,), f" ({effective.wording()})" if effective else ""


def _joined(clauses: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Clauses with lists in them, parted by semicolons."""
    return words(*(part for at, clause in enumerate(clauses) for part in (("; ", clause) if at else (clause,))))


def _place(spoken: Spoken) -> Iterator[Part]:
    assert spoken.since is not None
    days = days_words(spoken.since.fact)
    if days:
        yield " ("
        yield Figure(days, (spoken.since.key,))
        yield ")"


def plan(spoken: Spoken, pen: Pen) -> Iterator[Paragraph]:
    """The plan in force, with its actions on universalization where their text is held."""
    matter = spoken.matter
    found = plan_in_force(matter)
    if found is None:
        return
    key = (spoken.register.treaty.key,)
    adopted = matter.occasion(found.adopted_at)
    where = f" at {spoken_name(adopted)}" if adopted else ""
    parts: list[Part] = [
        "This work follows the ",
        Figure(found.name, key),
        f", which the States Parties adopted{where}.",
    ]
    if found.held:
        for action in found.actions:
            asked = typographic(f"{action.summary[:1].lower()}{action.summary[1:]}")
            parts += [" By its ", Figure(f"Action #{action.number}", key), f", the {action.owner} are to {asked}"]
    yield Paragraph(words(*parts))
