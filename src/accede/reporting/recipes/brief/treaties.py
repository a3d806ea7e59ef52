"""Where it stands towards other treaties, each as of the day of its list: what it has joined is where talk can begin."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.items import OtherTreaty
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.register.values import ClaimedStanding
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.prose import listed, parted, spaced, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate


def treaties(briefed: Briefed) -> Iterator[Section]:
    """The section: by standing, then by the day of the list."""
    held = briefed.dossier.answer.other_treaties
    heading = words("Other treaties as entry points")
    if not held:
        yield Section("", heading, (Paragraph(words("The register holds no list of another treaty that names it.")),))
        return
    sentences = []
    for standing in ClaimedStanding:
        by_day: dict[PartialDate, list[OtherTreaty]] = {}
        for each in held:
            if each.standing is standing:
                by_day.setdefault(each.listed, []).append(each)
        if by_day:
            groups = [_group(briefed, day, by_day[day]) for day in sorted(by_day, reverse=True)]
            sentences.append(words(f"{capital(standing.label)}: ", parted(groups), "."))
    yield Section("", heading, (Paragraph(spaced(sentences)),))


def _group(briefed: Briefed, day: PartialDate, of: list[OtherTreaty]) -> tuple[Inline, ...]:
    names = listed(
        Figure(typographic(briefed.treaty_names.get(each.treaty, each.treaty.upper())), (each.evidence,)) for each in of
    )
    return words(names, f" (as of {day.wording()})")
