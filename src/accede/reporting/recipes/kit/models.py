"""The model instruments, with the formal name of the State filled in; a name that is not held is left open and marked."""

from __future__ import annotations

from collections.abc import Iterable

from accede.overview.register import Register
from accede.paper.tree import Figure, Paragraph, Section
from accede.records.values import Evidence
from accede.register.standing import StandingOn
from accede.reporting.recipes.kit.texts import Act, KitTexts, blank, filled
from accede.reporting.recipes.prose import Part, Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.languages import Language
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import NameForm, StateName

ACTS: dict[Act, tuple[str, str]] = {
    "accession": ("accession", "accedes to"),
    "ratification": ("ratification", "ratifies"),
}
"""What the instrument is called, and what the State does by it."""


def models(
    register: Register,
    texts: KitTexts,
    act: Act,
    iso3: str,
    names: Iterable[Evidence[StateName]],
    standing: StandingOn,
    pen: Pen,
) -> Section:
    """One sub-section a model, after a word on what they are."""
    formal = formal_name(register, iso3, names)
    name, acts = ACTS[act]
    given: dict[str, Part] = {
        "state": formal,
        "State": Figure(capital(formal.text), formal.evidence),
        "treaty": register.treaty.names[Language.ENGLISH].formal,
        "depositary": register.treaty.depositary,
        "adopted": texts.adopted,
        "act_name": name,
        "acts": acts,
    }
    parts: list[Part] = [
        "The models are a starting point in our own words: form and wording of an instrument are the State’s own "
        "affair. What stands in square brackets is to be filled in."
    ]
    if standing.standing is Standing.SIGNATORY:
        parts.append(" Where its law speaks of acceptance or approval, the State writes that for ratification.")
    if not formal.evidence:
        parts.append(" The register does not hold its formal name: its place is left open.")
    own = [model for model in texts.models if not model.acts or act in model.acts]
    return Section(
        "III",
        words("Model instruments"),
        (pen.paragraph(*parts),),
        tuple(
            Section(
                model.letter,
                filled(model.title, given),
                tuple(Paragraph(filled(line, given)) for line in model.text),
            )
            for model in own
        ),
    )


def formal_name(register: Register, iso3: str, names: Iterable[Evidence[StateName]]) -> Figure:
    """The formal name in use on the view's day, with its article, as it stands inside a sentence; else a blank."""
    for held in names:
        fact = held.fact
        is_formal = (fact.state, fact.form, fact.language) == (iso3, NameForm.FORMAL, Language.ENGLISH.value)
        if is_formal and fact.is_in_use(register.view.as_of):
            return Figure(typographic(fact.with_article()), (held.key,))
    return blank("formal name of the State")
