"""What became public: statements, treaty actions, votes, papers and corrections, each with the instant at which it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from accede.evidence.models import RollCallVersion, StatementVersion
from accede.evidence.rules import newest_by
from accede.evidence.values import RollCall
from accede.overview.corrections import Correction
from accede.overview.items import action_item, statement_item, vote_item
from accede.overview.standings import actions_by_state, known_until, standings
from accede.overview.statements import said
from accede.overview.votes import ballot_of, roll_calls
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.data.released import released
from accede.publishing.data.seen import Seen
from accede.publishing.pages import PAGES, corrections
from accede.publishing.pages.statements import address_of, mark
from accede.publishing.roll_call import CAST
from accede.publishing.roll_call import address_of as roll_call_address
from accede.publishing.wording import language, when
from accede.records.values import Evidence
from accede.register.models import TreatyActionVersion
from accede.register.standing import effects
from accede.reporting.models import EditionVersion
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.statements import TextKind

_KINDS = {
    model: model.record_kind() for model in (TreatyActionVersion, StatementVersion, RollCallVersion, EditionVersion)
}
_TOLD = (*CAST, Ballot.NOT_PRESENT)
"""The ballots that are news: that one is not recorded tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that became public.

    `key` is the same for the same record as long as it lives; `at` when this version could be seen first, `on` the day of
    what it tells. `title` and `words` are plain texts; `words` are in the language `written_in`, "" for that of the feed.
    `address` leads to it from the root of the site; `iso3` is the State it is about, "" for none.
    """

    key: str
    at: datetime
    on: date
    title: str
    words: str
    address: str
    iso3: str = ""
    kind: str
    written_in: str = ""


def news(seen: Seen) -> tuple[News, ...]:
    """Everything that became public by the day, the newest first, in the language that is written in now."""
    return seen.register.once((news, language()), lambda: _sorted(_news(seen)))


def news_of(seen: Seen, iso3: str) -> tuple[News, ...]:
    """What became public about a State, with how it is recorded in each vote."""
    own = (each for each in news(seen) if each.iso3 == iso3)
    return _sorted([*own, *_ballots(seen, iso3)])


def _sorted(found: Iterable[News]) -> tuple[News, ...]:
    return tuple(sorted(found, key=lambda each: (each.at, each.on, each.key), reverse=True))


def asked_here(seen: Seen, page: str = "changes") -> Asked:
    """A page of today, to ask it for addresses of others in the language that is written in now."""
    return Asked(page=PAGES[page], register=seen.register, today=seen.now.today, language=language())


def _news(seen: Seen) -> Iterator[News]:
    yield from _actions(seen)
    yield from _statements(seen)
    yield from _votes(seen)
    yield from _papers(seen)
    yield from _corrections(seen)


def _at(seen: Seen, model: Any, held: Evidence[Any]) -> datetime:
    """When this version became public; what is shown without a release of its own counts from the last public change."""
    instants = released(seen, _KINDS.values())
    return instants.get((_KINDS[model], held.key, held.version), seen.known_on)


def _actions(seen: Seen) -> Iterator[News]:
    register, asked = seen.register, asked_here(seen)
    stand = standings(register)
    for iso3, held in actions_by_state(register).items():
        legal = {effect.key: effect for effect in effects(held, register.treaty, known_until(register))}
        under_way = stand[iso3].withdrawal if iso3 in stand else None
        for each in held:
            item = action_item(each, legal.get(each.key), seen.as_of)
            begun = next((day for day in (item.deposited, item.decided, item.announced, item.effective) if day), None)
            if begun is None and (under_way is None or under_way.key != each.key):
                continue
            yield News(
                key=f"action/{each.key}",
                at=_at(seen, TreatyActionVersion, each),
                on=newest_by(begun) if begun else seen.as_of,
                title=f"{sentences.name(iso3)} · {gettext(item.kind.label)}",
                words=sentences.action(item),
                address=f"{asked.to('state', {'iso3': iso3})}#treaty",
                iso3=iso3,
                kind="action",
            )


def _statements(seen: Seen) -> Iterator[News]:
    asked = asked_here(seen)
    for found in said(seen.register):
        item = statement_item(found)
        words, is_ours = item.text or item.summary, not item.text or item.text_kind is TextKind.SUMMARY
        yield News(
            key=f"statement/{item.evidence}",
            at=_at(seen, StatementVersion, found.evidence),
            on=newest_by(item.said_on),
            title=f"{sentences.name(item.iso3)} · {item.citation}",
            words=f"[{mark(item.text_kind)}] {words}"
            if is_ours or item.text_kind is TextKind.REPORTED
            else f"“{words}”",
            address=address_of(asked, item.evidence),
            iso3=item.iso3,
            kind="statement",
            written_in=item.language if item.text else "en",
        )


def _votes(seen: Seen) -> Iterator[News]:
    asked = asked_here(seen)
    for topic in roll_calls(seen.register):
        fact = topic.counts.fact
        text = fact.symbol or fact.draft or gettext("draft resolution")
        yield News(
            key=f"vote/{topic.counts.key}",
            at=_at(seen, RollCallVersion, topic.counts),
            on=newest_by(fact.voted),
            title=gettext("%(body)s, session %(session)s")
            % {"body": gettext(fact.body.label), "session": fact.session},
            words=". ".join(part for part in (f"{when(fact.voted)}, {text}", _totals(fact)) if part) + ".",
            address=roll_call_address(asked, fact.body, fact.session),
            kind="vote",
        )


def _totals(call: RollCall) -> str:
    """How it went, as the source states it, else as counted; "" where neither totals nor ballots are held."""
    stated = (call.stated_in_favour, call.stated_against, call.stated_abstained)
    counted = Counter(ballot for _, ballot in call.ballots)
    if None in stated and not any(counted[ballot] for ballot in CAST):
        return ""
    totals = [counted[ballot] for ballot in CAST] if None in stated else stated
    return "; ".join(f"{gettext(ballot.label)}: {total}" for ballot, total in zip(CAST, totals, strict=True))


def _ballots(seen: Seen, iso3: str) -> Iterator[News]:
    address = f"{asked_here(seen).to('state', {'iso3': iso3})}#votes"
    state = seen.register.state(iso3).fact
    for topic in roll_calls(seen.register):
        call = topic.counts
        ballot = ballot_of(state, call.fact, dict(call.fact.ballots))
        if ballot not in _TOLD:
            continue
        yield News(
            key=f"ballot/{call.key}/{iso3}",
            at=_at(seen, RollCallVersion, call),
            on=newest_by(call.fact.voted),
            title=f"{sentences.name(iso3)} · {gettext(ballot.label)}",
            words=sentences.vote(vote_item(call, iso3, ballot)),
            address=address,
            iso3=iso3,
            kind="vote",
        )


def _papers(seen: Seen) -> Iterator[News]:
    address = asked_here(seen).to("papers")
    for each in seen.register.editions:
        yield News(
            key=f"paper/{each.key}",
            at=_at(seen, EditionVersion, each),
            on=newest_by(each.fact.as_of),
            title=each.fact.title,
            words=gettext("information as of %(day)s") % {"day": when(each.fact.as_of)},
            address=address,
            kind="paper",
        )


def _corrections(seen: Seen) -> Iterator[News]:
    asked = asked_here(seen, "corrections")
    held: tuple[Correction, ...] = seen.register.corrections
    for place, (found, told) in enumerate(
        zip(reversed(held), reversed(corrections.make(asked).corrected), strict=True)
    ):
        # Of what is no longer released nothing is told, and its key could tell.
        is_told = found.before is not None or found.after is not None
        what = f"{found.record}/{found.key}" if is_told else f"{place}"
        changed = (f"{each.label}: {each.before or '–'} → {each.after or '–'}" for each in told.changed)
        yield News(
            key=f"correction/{what}/{found.at:%Y%m%dT%H%M%S%fZ}",
            at=found.at,
            on=found.at.date(),
            title=" · ".join(part for part in (told.name, f"{told.what}, {told.kind}") if part),
            words="; ".join([*changed, *([told.reason] if told.reason else [])]),
            address=asked.here,
            iso3=told.iso3,
            kind="correction",
        )
