"""What is known of the views of States outside, how old it is, and what the President asks of them."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.rules import is_older_than
from accede.overview.gaps import DEFAULT_YEARS, gaps
from accede.paper.tree import Figure, Paragraph
from accede.reporting.recipes.absence import keys_of_states, standing_keys
from accede.reporting.recipes.prose import Part, Pen, either, spelled, words
from accede.reporting.recipes.statement.matter import Spoken


def call(spoken: Spoken, pen: Pen) -> Iterator[Paragraph]:
    """The state of the official information, then the call."""
    matter = spoken.matter
    if not matter.counts.outside:
        return
    found = gaps(spoken.register)
    old = tuple(
        matter.said[gap.iso3][0].evidence.key
        for gap in found.states
        if gap.said_on is not None and is_older_than(DEFAULT_YEARS, gap.said_on.counts_from, matter.as_of)
    )
    if any(matter.said.values()):
        parts: list[Part] = ["The paper on the status of universalization gives what these States say officially."]
        if found.none:
            silent = keys_of_states(spoken.register, [gap.iso3 for gap in found.states if gap.none])
            parts += [
                " Of ",
                Figure(spelled(found.none), silent),
                f" of them {either(found.none, 'none', 'nothing')} is held.",
            ]
        if found.older:
            parts += [
                " Of ",
                Figure(spelled(found.older), old),
                f" {'others' if found.none else 'of them'} the last official word is more than "
                f"{spelled(DEFAULT_YEARS)} years old, and would benefit from being renewed.",
            ]
        yield Paragraph(words(*parts))
    yield Paragraph(
        words(
            "I invite each of the ",
            Figure(str(matter.counts.outside), standing_keys(matter, matter.outside)),
            " States to join the Convention. Until they do, they can tell us where they stand, report voluntarily under "
            "Article 7, vote for the resolution, and sit with us in our meetings, where they are welcome. I ask every "
            "State Party to carry this invitation further, in capitals and in every forum in which we meet.",
        )
    )
