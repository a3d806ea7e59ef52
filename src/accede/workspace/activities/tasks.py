"""What the first page of outreach tells of offers; promises stand among the tasks."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.done.threads import offers
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.workspace.activities.told import actor_told
from accede.workspace.asking import Asking
from accede.workspace.desk.lines import LONGEST, Line, Tasks


def offers_open(request: Asking) -> Tasks:
    """Offers of members to approach a State that wait to be done."""
    held = offers(request.actor, settings.ACCEDE_TREATY, is_open=True)
    address = reverse("workspace:working-group")
    told = ngettext("%(number)s offer to approach a State", "%(number)s offers to approach States", len(held))
    shown = (
        Line(
            gettext("%(who)s approaches: %(state)s")
            % {"who": actor_told(each.fact.by), "state": state_told(each.fact.state)},
            wording.when(each.fact.offered),
            address,
        )
        for each in held[:LONGEST]
    )
    return Tasks(told % {"number": len(held)}, len(held), address, tuple(shown))
