"""What contacts tell on the first page of outreach: States that no letter reaches, data that is to be looked at again."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.contacts.erase import due
from accede.outreach.contacts.queries import addressees, today
from accede.overview.standings import outside, standings
from accede.publishing import wording
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking, register_of
from accede.workspace.contacts.told import line_of
from accede.workspace.desk.lines import Line, Tasks

MOST = 5
"""Lines of each kind."""


def unreached(request: Asking) -> Tasks:
    """States not party of which nobody is held that letters could go to."""
    if not request.actor.may(Verb.RECORD, Classification.PRESIDENCY):
        return Tasks("", 0, "", ())
    found = [iso3 for iso3, held in addressees(outside(standings(register_of(request.actor)))).items() if not held]
    address = reverse("workspace:contacts")
    told = ngettext(
        "For %(number)s State not party nobody is held that letters could go to",
        "For %(number)s States not party nobody is held that letters could go to",
        len(found),
    )
    lines = tuple(
        Line(wording.name(iso3), "", f"{reverse('workspace:contact-add')}?state={iso3}")
        for iso3 in sorted(found, key=wording.name_order)[:MOST]
    )
    return Tasks(told % {"number": len(found)}, len(found), address, lines)


def to_look_at(request: Asking) -> Tasks:
    """Contacts whose data is to be looked at again."""
    if not request.actor.may(Verb.RECORD, Classification.PRESIDENCY):
        return Tasks("", 0, "", ())
    found, day = due(request.actor), today()
    told = ngettext(
        "%(number)s contact is to be looked at again", "%(number)s contacts are to be looked at again", len(found)
    )
    lines = tuple(
        Line(
            wording.name(each.state) if each.state else gettext("No State's"),
            line_of(each, day).detail,
            reverse("workspace:contact", args=[each.pk]),
        )
        for each in found[:MOST]
    )
    return Tasks(told % {"number": len(found)}, len(found), reverse("workspace:contacts-due"), lines)
