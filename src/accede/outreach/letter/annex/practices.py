"""What the State declares of its practice; and, apart from it and never like it, what others say."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.items import PracticeItem
from accede.paper.tree import Paragraph, Section
from accede.publishing import sentences


def practices(matter: Annexed) -> Section | None:
    """The part; none where nothing is held."""
    items = matter.dossier.answer.practices
    own = [item for item in items if item.claimant == item.iso3]
    others = [item for item in items if item.claimant != item.iso3]
    if not items:
        return None
    blocks: list[Paragraph] = []
    if own:
        blocks += [matter.plain(gettext("As declared by the State:")), *_entries(matter, own)]
    if others:
        lead = gettext("As said by others, not by the State; that it is recorded is no judgement on it:")
        blocks += [matter.plain(lead), *_entries(matter, others)]
    return Section("", told(gettext("Practice")), tuple(blocks))


def _entries(matter: Annexed, items: Iterable[PracticeItem]) -> list[Paragraph]:
    return [matter.entry(told(sentences.practice(item)), source=item.source, evidence=item.evidence) for item in items]
