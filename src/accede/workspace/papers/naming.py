"""What a paper in work is called."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.publishing import wording
from accede.reporting.values import PaperPlan
from accede.vocabulary.capital import capital


def title_of(plan: PaperPlan) -> str:
    """Its kind, and what it is of: "Status paper: 24MSP"."""
    label = capital(gettext(plan.paper.label))
    of = wording.name(plan.state) if plan.state else plan.meeting or plan.plan or plan.start
    return wording.headed(label, of) if of else label
