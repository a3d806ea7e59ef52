"""Transparency reports that the State has submitted."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.paper.tree import Section
from accede.publishing import sentences


def reports(matter: Annexed) -> Section | None:
    """The part; none where no report is held, which is said with what is not known."""
    items = matter.dossier.answer.reports
    entries = tuple(
        matter.entry(told(sentences.report(item)), source=item.source, evidence=item.evidence) for item in items
    )
    return Section("", told(gettext("Transparency reports")), entries) if entries else None
