"""What the tests of confirmation share: a link that opens, the values of a form, what is sent by it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.test import Client

from accede.accounts.actor import operator
from accede.outreach.confirm.form import Form, form_of
from accede.outreach.confirm.link import make_link
from accede.outreach.confirm.register import public_register

DAY = date(2018, 8, 21)
ADDRESS = "https://register.example"


def form(iso3: str = "MAR", as_of: date = DAY) -> Form:
    """The form of a State, as the status paper of 2018 knew it."""
    return form_of(public_register("apmbc", as_of), iso3)


def link_path(iso3: str = "MAR", *, language: str = "en", as_of: date = DAY, **further: Any) -> str:
    """The path of a new link."""
    settings.ACCEDE_ADDRESS = ADDRESS
    made = make_link(operator("ana"), treaty="apmbc", state=iso3, language=language, as_of=as_of, **further)
    return made.address.removeprefix(ADDRESS)


def visitor(address: str = "192.0.2.7") -> Client:
    """A browser at a mission."""
    return Client(REMOTE_ADDR=address)


def sent(client: Client, path: str, values: dict[str, Any], *, seen: int = 0, **headers: str) -> Any:
    """Send the form as a browser does."""
    return client.post(path, {"seen": str(seen), **values}, headers={"sec-fetch-site": "same-origin", **headers})
