"""Where the State stands towards the treaty, and what it did about it."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.paper.tree import Section
from accede.publishing import sentences


def standing(matter: Annexed) -> Section:
    """The part: the standing in a sentence, then each treaty action."""
    found = matter.dossier
    opening = told(sentences.standing(found, matter.register.view.as_of))
    actions = (
        matter.entry(told(sentences.action(item)), source=item.source, evidence=item.evidence)
        for item in found.answer.actions
    )
    return Section("", told(gettext("Standing")), (matter.entry(opening), *actions))
