"""Where the State stands, and what it does to join, each step with the rule behind it."""

from __future__ import annotations

from datetime import date

from accede.overview.calculator import Consequences
from accede.overview.register import Register
from accede.paper.tree import Figure, Paragraph, Run, Section
from accede.register.standing import StandingOn
from accede.reporting.recipes.kit.texts import Act, KitTexts, filled
from accede.reporting.recipes.prose import Part, Pen, letter, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names

STANDINGS = {
    Standing.SIGNATORY: "has signed the Convention and has not yet ratified it",
    Standing.NON_SIGNATORY: "has not signed the Convention and has not joined it",
    Standing.WITHDRAWN: "has withdrawn from the Convention",
}


def where_it_stands(
    register: Register, iso3: str, standing: StandingOn, deposit: date, found: Consequences, pen: Pen
) -> Section:
    """Its standing, and what the deposit would change."""
    name = typographic(shipped_names().in_sentence(iso3, on=register.view.as_of))
    day, key = PartialDate.on_day, (register.treaty.key,)
    evidence = standing.evidence or (register.state(iso3).key,)
    parts: list[Part] = [
        f"As of {day(register.view.as_of).wording()}, ",
        Figure(f"{name} {STANDINGS[standing.standing]}", evidence),
    ]
    if standing.standing is Standing.WITHDRAWN and standing.since is not None:
        parts.append(f", with effect from {day(standing.since).wording()}")
    parts.append(". ")
    if standing.standing is Standing.WITHDRAWN:
        parts.append(
            "By which instrument a State joins again is for it and the depositary to settle beforehand; the models "
            "below are those of an accession. "
        )
    parts += [
        f"If it deposits its instrument on {day(deposit).wording()}, the Convention enters into force for it on ",
        Figure(day(found.entry_into_force).wording(), key),
        f" (Article {register.treaty.entry_into_force.article})" if register.treaty.entry_into_force else "",
        "; with it, ",
        Figure(str(found.counts_after.joined), evidence),
        " States will have joined, by what the register holds today.",
    ]
    return Section("I", words("Where the State stands"), (pen.paragraph(*parts),))


def steps(register: Register, texts: KitTexts, act: Act, pen: Pen) -> Section:
    """The steps, lettered, in their order."""
    given: dict[str, Part] = {"depositary": register.treaty.depositary}
    own = [step for step in texts.steps if not step.acts or act in step.acts]
    items = tuple(
        Paragraph(
            words(Run(f"{capital(step.heading)}. ", "bold"), filled(step.text, given), f" ({step.basis})"),
            f"({letter(at)})",
            "item",
            (register.treaty.key,),
        )
        for at, step in enumerate(own)
    )
    lead = pen.paragraph("To join, a State takes these steps; the rule behind each stands in brackets:")
    return Section("II", words("Steps"), (lead, *items))
