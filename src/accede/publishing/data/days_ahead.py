"""The calendar of a treaty: its meetings, the reports that are due, entries into force and withdrawals taking effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import override

from accede.overview.occasions import key_of
from accede.overview.standings import standings
from accede.publishing import sentences
from accede.publishing.addresses import slug
from accede.publishing.data.icalendar import Happening, calendar
from accede.publishing.data.news import asked_here
from accede.publishing.data.place import host
from accede.publishing.data.seen import Seen
from accede.publishing.languages import DEFAULT
from accede.publishing.pages.citing import cited
from accede.publishing.wording import when
from accede.register.rules import Bounds, obligations
from accede.register.standing import Effect, as_partial
from accede.register.treaty import Obligation
from accede.vocabulary.treaty_actions import TreatyActionKind

NAME = "calendar.ics"
MEDIA_TYPE = "text/calendar; charset=utf-8"
KEPT = timedelta(days=366)
"""How long what a State's act brought about stays in the calendar after its day."""


def days_ahead(seen: Seen) -> bytes:
    """The calendar as a file, in English."""
    with override(DEFAULT):
        found = sorted(_all(seen), key=lambda each: (each.first, each.uid))
        return calendar(f"{seen.register.treaty.name()} (Accede)", found, seen.known_on)


def _all(seen: Seen) -> Iterator[Happening]:
    yield from _meetings(seen)
    yield from _yearly(seen)
    yield from _of_states(seen)


def _meetings(seen: Seen) -> Iterator[Happening]:
    """The treaty's own meetings whose first day is known, held and to come."""
    register = seen.register
    for each in register.occasions:
        fact = each.fact
        if fact.treaty != seen.treaty or fact.kind not in register.treaty.meeting_kinds or fact.starts is None:
            continue
        if fact.starts.earliest is None or fact.starts.earliest != fact.starts.latest:
            continue
        first = fact.starts.earliest
        is_known = fact.ends is not None and fact.ends.earliest == fact.ends.latest
        last = fact.ends.latest if fact.ends and is_known and fact.ends.latest else first
        country = sentences.name(fact.country) if fact.country else ""
        yield Happening(
            uid=_uid(f"meeting/{each.key}"),
            first=first,
            last=last,
            title=fact.title or fact.name,
            told=f"{key_of(each)}. Source: {cited(register.sources.get(each.source))}."
            + ("" if is_known else " Its last day is not held."),
            place=", ".join(part for part in (fact.city, country) if part),
            address=_page(seen, "meeting", key=key_of(each)),
            kind="meeting",
        )


def _yearly(seen: Seen) -> Iterator[Happening]:
    """What is due from every State Party on a day of every year."""
    treaty = seen.register.treaty
    began = treaty.dates.in_force
    if began is None or began.latest is None:
        return
    for due in treaty.obligations:
        if due.kind == "every_year_on":
            first = date(began.latest.year + 1, due.month, due.day)
            yield Happening(
                uid=_uid(f"due/{due.key}"),
                first=first,
                last=first,
                title=f"Due: {due.what}",
                told=f"Due from each State Party (Article {due.article}).",
                kind="deadline",
                repeats="FREQ=YEARLY",
            )


def _of_states(seen: Seen) -> Iterator[Happening]:
    """What follows from what States did: from a year ago, so that who subscribes sees it stay, and ahead."""
    since = seen.as_of - KEPT
    for iso3, found in standings(seen.register).items():
        for effect in found.effects:
            if effect.effective is None or (effect.done and effect.done.earliest > seen.as_of):
                continue
            if effect.kind is TreatyActionKind.WITHDRAWAL:
                title = f"Withdrawal of {sentences.state(iso3)} takes effect"
            elif effect.kind.expresses_consent:
                title = f"{seen.register.treaty.name()}: entry into force for {sentences.state(iso3)}"
                yield from _first_reports(seen, iso3, effect.effective, effect.key)
            else:
                continue
            if effect.effective.latest >= since:
                yield _effect(seen, iso3, effect, effect.effective, title)


def _effect(seen: Seen, iso3: str, effect: Effect, on: Bounds, title: str) -> Happening:
    partial = as_partial(on)
    told = "As the source states." if effect.is_stated else "By the treaty's rule."
    if not on.is_known and partial is not None:
        told += f" The day is known only within bounds: {when(partial)}. It stands at the last of them."
    return Happening(
        uid=_uid(f"effect/{effect.key}"),
        first=on.latest,
        last=on.latest,
        title=title,
        told=told,
        address=_page(seen, "state", iso3=iso3),
        kind="deadline",
    )


def _first_reports(seen: Seen, iso3: str, in_force: Bounds, key: str) -> Iterator[Happening]:
    """The first report of a State that joined lately, reckoned from the last day on which it may have come into force."""
    treaty = seen.register.treaty
    reports: dict[str, Obligation] = {
        each.article: each for each in treaty.obligations if each.kind == "days_after_entry_into_force"
    }
    if in_force.latest == date.max:
        return
    for due in obligations(in_force.latest, treaty):
        if due.article in reports and due.due >= seen.as_of - KEPT:
            yield Happening(
                uid=_uid(f"due/{reports[due.article].key}/{key}"),
                first=due.due,
                last=due.due,
                title=f"Due from {sentences.state(iso3)}: {due.what}",
                told=f"Article {due.article}; reckoned from the entry into force for it."
                + (
                    "" if in_force.is_known else " That day is known only within bounds: it stands at the last of them."
                ),
                address=_page(seen, "state", iso3=iso3),
                kind="deadline",
            )


def _page(seen: Seen, page: str, **of: object) -> str:
    """The whole address of a page; "" where nobody said where the site stands."""
    if not settings.ACCEDE_ADDRESS:
        return ""
    return f"{settings.ACCEDE_ADDRESS}{asked_here(seen).to(page, of)}"


def _uid(key: str) -> str:
    return f"{quote(slug(key))}@{host()}"
