"""The contacts by State: who is held, to whom letters go, which posts are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.outreach.contacts.doubles import doubles
from accede.outreach.contacts.erase import due
from accede.outreach.contacts.queries import addressees, must_work_with, today
from accede.outreach.contacts.reach import missing
from accede.outreach.models import Contact
from accede.overview.standings import outside, standings
from accede.publishing import wording
from accede.vocabulary.letters import Post
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import shipped_names
from accede.workspace.asking import Asking, register_of
from accede.workspace.contacts.told import ContactLine, called, line_of
from accede.workspace.screens import render

GROUPS = {
    "outside": gettext_lazy("States not party"),
    "all": gettext_lazy("everybody"),
    "other": gettext_lazy("organizations that are no State's"),
    "over": gettext_lazy("those whose term has ended"),
    "double": gettext_lazy("those that may be held twice"),
}
"""Whom the list can show."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A post of which nothing is held, and where it is added."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class OfState:
    """The contacts of a State, those in office first."""

    iso3: str
    name: str
    state_address: str
    add_address: str
    contacts: tuple[ContactLine, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a select."""

    key: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contacts that may be one."""

    first: ContactLine
    second: ContactLine
    state: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """What the list shows. `due` are to be looked at again; `held` is whether any contact is held at all."""

    title: str
    opening: str
    asked: str
    groups: tuple[Choice, ...]
    posts: tuple[Choice, ...]
    states: tuple[OfState, ...]
    pairs: tuple[Pair, ...]
    number: int
    due: int
    doubles: int
    is_held: bool
    is_narrowed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed by."""

    group: str
    post: str
    words: str

    def admits(self, contact: Contact) -> bool:
        """Whether the contact has the post and the words, or its State has the words in its name."""
        if self.post and contact.post != self.post:
            return False
        if not self.words or self.iso3:
            return not self.iso3 or contact.state == self.iso3
        texts = (
            contact.organization,
            contact.person,
            contact.function,
            contact.email,
            contact.taken_from,
            contact.note,
        )
        return self.names(contact.state) or any(spelling(self.words) in spelling(text) for text in texts if text)

    def names(self, iso3: str) -> bool:
        """Whether a State is asked for: by its key, or by words in its name; all are where there are no words."""
        if self.iso3 or not iso3:
            return bool(iso3) and iso3 == self.iso3
        return spelling(self.words) in spelling(wording.name(iso3))

    @property
    def iso3(self) -> str:
        """The State, where its key is what is asked for; "" for other words."""
        return self.words if self.words in shipped_names().states else ""


def asked_of(request: Asking) -> Asked:
    """What the address asks for; what it does not know is left out."""
    given = request.GET if request.method in ("GET", "HEAD") else request.POST
    group, post = given.get("who", ""), given.get("post", "")
    return Asked(
        group if group in GROUPS else "outside",
        post if post in tuple(Post) else "",
        " ".join(given.get("q", "").split())[:100],
    )


def contacts(request: Asking) -> HttpResponse:
    """The list; the address narrows it."""
    must_work_with(request.actor)
    asked, day = asked_of(request), today()
    states = outside(standings(register_of(request.actor)))
    every = tuple(Contact.objects.all())
    pairs = doubles(request.actor, every)
    chosen = chosen_of(asked, every, states, day, pairs)
    shown = _states(asked, chosen, states, every, day, pairs) if asked.group != "double" else ()
    page = ListPage(
        title=gettext("Contacts"),
        opening=_opening(states),
        asked=asked.words,
        groups=tuple(Choice(key, str(words), key == asked.group) for key, words in GROUPS.items()),
        posts=(
            Choice("", gettext("every post"), not asked.post),
            *(Choice(post.value, gettext(post.label), post == asked.post) for post in Post),
        ),
        states=shown,
        pairs=tuple(_pair(pair, day) for pair in pairs) if asked.group == "double" else (),
        number=len(chosen),
        due=len(due(request.actor)),
        doubles=len(pairs),
        is_held=bool(every),
        is_narrowed=bool(asked.words or asked.post or asked.group != "outside"),
    )
    return render(request, "contacts/list.html", page)


def chosen_of(
    asked: Asked,
    every: Sequence[Contact],
    states: Iterable[str],
    day: date,
    pairs: Iterable[tuple[Contact, Contact]] = (),
) -> tuple[Contact, ...]:
    """The contacts that the list is asked for, in the order of the names of their States."""
    not_party = set(states)
    double = {one.pk for pair in pairs for one in pair}
    in_group: Mapping[str, Callable[[Contact], bool]] = {
        "outside": lambda one: one.state in not_party,
        "all": lambda one: True,
        "other": lambda one: not one.state,
        "over": lambda one: one.until is not None and one.until < day,
        "double": lambda one: one.pk in double,
    }
    belongs = in_group[asked.group]
    return tuple(sorted((one for one in every if belongs(one) and asked.admits(one)), key=lambda one: _order(one, day)))


def _order(contact: Contact, day: date) -> tuple[str, bool, int, bool, str]:
    """By State; those whose term has ended behind, then by post, the post itself before persons at it."""
    is_over = contact.until is not None and contact.until < day
    name = wording.name_order(contact.state) if contact.state else "\uffff"
    return name, is_over, list(Post).index(Post(contact.post)), bool(contact.person), called(contact)


def _states(
    asked: Asked,
    chosen: Sequence[Contact],
    states: Sequence[str],
    every: Sequence[Contact],
    day: date,
    pairs: Iterable[tuple[Contact, Contact]],
) -> tuple[OfState, ...]:
    by_state: dict[str, list[Contact]] = defaultdict(list)
    for each in chosen:
        by_state[each.state].append(each)
    looked_for = {iso3 for iso3 in states if asked.group == "outside" and asked.names(iso3)}
    named = set(by_state) | looked_for
    found = [iso3 for iso3 in (*sorted(named - {""}, key=wording.name_order), "") if iso3 in named]
    first = {iso3: held[0].pk for iso3, held in addressees(found, on=day).items() if held}
    double = {one.pk for pair in pairs for one in pair}
    wanting = missing(looked_for, every, day)
    shown = (
        OfState(
            iso3=iso3,
            name=wording.name(iso3) if iso3 else gettext("No State's"),
            state_address=reverse("workspace:state", args=[iso3]) if iso3 else "",
            add_address=_add(iso3),
            contacts=tuple(
                line_of(one, day, is_first=first.get(iso3) == one.pk, is_double=one.pk in double)
                for one in by_state.get(iso3, ())
            ),
            missing=tuple(_missing(iso3, wanting.get(iso3, ()), asked)),
        )
        for iso3 in found
    )
    return tuple(one for one in shown if one.contacts or one.missing)


def _missing(iso3: str, wanting: Iterable[Post | None], asked: Asked) -> Iterator[Missing]:
    """Sentences on what is not held of a State; None of the posts stands for an address of mail that letters could go to."""
    for post in wanting:
        if post is None:
            yield Missing(gettext("No address for mail is held: letters to it go by hand."), "")
        elif not asked.post or asked.post == post:
            words = (
                gettext("No mission in Geneva is held.")
                if post is Post.GENEVA
                else gettext("No mission in New York is held.")
            )
            yield Missing(words, _add(iso3, post))


def _add(iso3: str, post: Post | None = None) -> str:
    query = urlencode({"state": iso3, **({"post": post.value} if post else {})})
    return f"{reverse('workspace:contact-add')}?{query}"


def _pair(pair: tuple[Contact, Contact], day: date) -> Pair:
    first, second = pair
    return Pair(line_of(first, day), line_of(second, day), wording.name(first.state) if first.state else "")


def _opening(states: Sequence[str]) -> str:
    """Of how many States outside letters reach somebody."""
    found = addressees(states)
    by_mail = sum(any(one.email for one in held) for held in found.values())
    by_hand = sum(bool(held) for held in found.values()) - by_mail
    nobody = len(found) - by_mail - by_hand
    told = ngettext(
        "Of %(all)s State not party, letters reach %(number)s by mail.",
        "Of %(all)s States not party, letters reach %(number)s by mail.",
        len(found),
    ) % {"all": len(found), "number": by_mail}
    if by_hand:
        told += " " + ngettext(
            "Of %(number)s a contact without an address for mail is held.",
            "Of %(number)s contacts without an address for mail are held.",
            by_hand,
        ) % {"number": by_hand}
    if nobody:
        told += " " + ngettext(
            "For %(number)s nobody is held that letters could go to.",
            "For %(number)s nobody is held that letters could go to.",
            nobody,
        ) % {"number": nobody}
    return told
