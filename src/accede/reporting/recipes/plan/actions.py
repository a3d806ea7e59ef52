"""What was done under each action, and what was done in the time of the plan without being linked to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accede.paper.tree import Cell, Figure, Paragraph, Row, Run, Section, Table
from accede.register.treaty import PlanAction
from accede.reporting.recipes.activities import Done, invited_to, where_of, who
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.plan.matter import Reported
from accede.reporting.recipes.prose import Part, Pen, either, spelled, typographic, words
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.capital import capital

HEADINGS = ("When", "What", "By whom, to whom", "Where")


def actions(reported: Reported, pen: Pen) -> Iterator[Section]:
    """One sub-section an action."""
    if not reported.plan.actions:
        return
    inner = tuple(_action(reported, pen, action) for action in reported.plan.actions)
    yield Section("", words("What was done, by action"), (), inner)


def _action(reported: Reported, pen: Pen, action: PlanAction) -> Section:
    key = (reported.matter.register.treaty.key,)
    summary = Paragraph((Run(typographic(action.summary)),), kind="summary", evidence=key)
    done = reported.done.get(action.key, ())
    heading = words(f"Action #{action.number}")
    if not done:
        told = pen.paragraph(
            "No activity is linked to this action in the register. It may have been done all the same."
        )
        return Section("", heading, (summary, told))
    lead: list[Part] = [_count(done), f" {either(len(done), 'is', 'are')} linked to it:"]
    return Section("", heading, (summary, pen.paragraph(*lead), _table(reported.matter, done)))


def unlinked(reported: Reported, pen: Pen) -> Iterator[Section]:
    """Activities of the time of the plan that no record links to one of its actions."""
    done = reported.done.get("", ())
    heading = words("Done in the time of the plan, linked to no action")
    if not done:
        yield Section(
            "",
            heading,
            (pen.paragraph(f"No {'other ' if reported.plan.actions else ''}activity is held of this time."),),
        )
        return
    lead: list[Part] = [_count(done), f" of this time {either(len(done), 'is', 'are')} linked to no action:"]
    yield Section("", heading, (pen.paragraph(*lead), _table(reported.matter, done)))


def _count(done: Sequence[Done]) -> tuple[Figure | Run, ...]:
    number = Figure(capital(spelled(len(done))), tuple(each.key for each in done))
    return (number, Run(f" {either(len(done), 'activity', 'activities')}"))


def _table(matter: Matter, done: Sequence[Done]) -> Table:
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in HEADINGS))
    return Table("plain", (), (header,), tuple(_row(matter, each) for each in done), (18, 22, 36, 24))


def _row(matter: Matter, done: Done) -> Row:
    fact, key = done.fact, (done.key,)
    is_letter = fact.kind is ActivityKind.LETTER_ROUND
    whom: list[Part] = [capital(who(matter, fact))]
    if fact.towards_all_outside:
        whom.append(", to the States not party")
    elif fact.towards:
        whom += [", with " if fact.kind is ActivityKind.BILATERAL else ", to ", matter.listed(fact.towards)]
    elif fact.about_state:
        what_about = "reported use in " if fact.tone is PressTone.CONDEMNATION else ""
        whom.append(f", about {what_about}{matter.in_sentence(fact.about_state)}")
    if is_letter and (invited := invited_to(matter, fact)):
        whom.append(f", inviting them to {invited}")
    what = capital(fact.kind.label) + (f" of {fact.tone.label}" if fact.tone else "")
    where = "" if is_letter else where_of(matter, fact)
    cells = (words(capital(fact.on.wording())), (Figure(what, key),), words(*whom), words(capital(where) or "–"))
    return Row(tuple(Cell((Paragraph(cell),), key if at == 1 else ()) for at, cell in enumerate(cells)))
