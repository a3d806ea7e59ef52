"""Who has an embassy where, as far as the contacts tell: by the names of States in what an embassy is called or where it stands."""

from __future__ import annotations

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.models import Contact
from accede.vocabulary.letters import Post
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names


def embassies(actor: Actor, iso3: str) -> dict[str, str]:
    """Of each State with an embassy in this one, or in which this one has an embassy, what the embassy is called.

    Nothing for who does not work for the presidency.
    """
    if not actor.may(Verb.RECORD, Classification.PRESIDENCY):
        return {}
    found: dict[str, str] = {}
    for contact in Contact.objects.filter(post=Post.EMBASSY).exclude(state=""):
        named = {each for each in _named(f"{contact.organization}\n{contact.address}") if each != contact.state}
        if contact.state == iso3:
            found |= dict.fromkeys(named, contact.organization)
        elif iso3 in named:
            found.setdefault(contact.state, contact.organization)
    return found


def _named(text: str) -> set[str]:
    return {iso3 for _, _, iso3 in shipped_names().spot(text)}
