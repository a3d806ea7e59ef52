"""What is not known of the State, and where sources contradict each other; as plain as what is known."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.conflicts import Side
from accede.paper.tree import Paragraph, Section
from accede.publishing.pages.contradictions import about, claimed
from accede.publishing.pages.unknown import unanswered, votes
from accede.publishing.sentences import claimant, uncertain
from accede.publishing.sentences import claimed as claimed_on
from accede.publishing.wording import bracketed, headed, parted


def unknown(matter: Annexed) -> Section:
    """The part."""
    sentences = [*_sentences(matter), *_contradicted(matter)]
    blocks = tuple(Paragraph(told(each), kind="item") for each in sentences)
    if not blocks:
        blocks = (matter.plain(gettext("Nothing is missing that the record has a place for.")),)
    return Section("", told(gettext("What is not known")), blocks)


def _sentences(matter: Annexed) -> Iterator[str]:
    found, gap = matter.dossier, matter.gap
    if found.standing is not None and found.standing.is_uncertain:
        yield gettext("Its standing is uncertain. %(why)s") % {"why": uncertain(found.standing)}
    if gap.none:
        yield gettext("No official statement is held.")
    elif gap.age_years is not None and gap.age_years >= 1:
        years = int(gap.age_years)
        yield ngettext(
            "Its last statement that we hold is more than %(years)s year old.",
            "Its last statement that we hold is more than %(years)s years old.",
            years,
        ) % {"years": years}
    yield from unanswered(found, gap)
    if not found.participation.is_recorded:
        yield gettext("Whether it has ever taken part in a meeting is not recorded.")
    yield from votes(found)
    if not found.answer.reports:
        yield gettext("We hold no record of a transparency report.")


def _contradicted(matter: Annexed) -> Iterator[str]:
    """Each contradiction with both sides, where nobody has chosen between them."""
    for conflict in matter.dossier.answer.conflicts:
        if conflict.topic in matter.register.choices:
            continue
        sides = []
        for side in conflict.claims:
            number = matter.number(side.source, side.key)
            sides.append(f"{_side(matter, side)}\N{NO-BREAK SPACE}[{number}]")
        yield gettext("The sources do not agree. %(sides)s") % {"sides": headed(about(conflict.about), parted(sides))}


def _side(matter: Annexed, side: Side) -> str:
    """What a side claims; of a practice who claims it, and when."""
    for item in matter.dossier.answer.practices:
        if item.evidence == side.key:
            told_ = f"{claimant(item.claimant)} {gettext(item.claim.label)}"
            return f"{told_}{bracketed(claimed_on(item.claimed))}"
    return claimed(side.claim)
