"""Contacts as a file, as the list shows them."""

from __future__ import annotations

from django.http import HttpResponse

from accede.outreach.contacts.doubles import doubles
from accede.outreach.contacts.give_out import give_out
from accede.outreach.contacts.queries import must_work_with, today
from accede.outreach.models import Contact
from accede.overview.standings import outside, standings
from accede.workspace.asking import Asking, register_of
from accede.workspace.contacts.listing import asked_of, chosen_of


def file(request: Asking) -> HttpResponse:
    """The file, as an attachment. By POST, since it is logged. Raises UnknownName for a format that there is not."""
    must_work_with(request.actor)
    every = tuple(Contact.objects.all())
    states = outside(standings(register_of(request.actor)))
    chosen = chosen_of(asked_of(request), every, states, today(), doubles(request.actor, every))
    suffix = request.POST.get("as", "")
    content, media_type = give_out(request.actor, chosen, suffix)
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="contacts-{today().isoformat()}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
