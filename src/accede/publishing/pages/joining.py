"""Joining: what follows from depositing an instrument on a day, for any State outside; for one that has joined, its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from accede.overview.calculator import consequences
from accede.overview.register import Register
from accede.overview.standings import standing_of, standings
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, held, listed, when
from accede.register.rules import Due, entry_into_force, obligations
from accede.register.standing import StandingOn, as_partial
from accede.register.treaty import EntryIntoForceRule
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import ACCEDING, RATIFYING, TreatyActionKind

YEARS_AHEAD = 50
"""How far ahead a deposit may be asked for."""
LAST_YEAR = 9900
"""Of which one may be asked for at all: what is due after a later one lies beyond the calendar."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A State that can be asked for."""

    iso3: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation, the article it is of, and the day by which it is due for the first time."""

    article: str
    what: str
    due: date


@dataclass(frozen=True, slots=True)
class JoiningPage:
    """Everything the template prints. `state` is the State asked for, "" for none; `told` says what follows for it.

    `notes` tell what of the question could not be used. `deposit` is the day that is calculated with.
    """

    title: str
    opening: str
    state: str
    name: str
    told: tuple[str, ...]
    duties: tuple[Duty, ...]
    has_joined: bool
    notes: tuple[str, ...]
    deposit: date
    first: date
    last: date
    outside: tuple[Choice, ...]
    joined: tuple[Choice, ...]
    rule: str
    instruments: str
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> JoiningPage:
    """The page of the calculator, with an answer where its query names a State."""
    return joining(asked, asked.filters.get("state", "").upper())


def joining(asked: Asked, iso3: str) -> JoiningPage:
    """The calculator for a State, "" for none."""
    register = asked.register
    first, last = _span(register)
    deposit, notes = _deposit(asked.filters.get("deposit", ""), register.view.as_of, first, last)
    held = standings(register)
    known = {each.fact.iso3 for each in register.states}
    if iso3 and iso3 not in known:
        notes = (*notes, gettext("No State has the key %(key)s.") % {"key": quoted(iso3)})
        iso3 = ""
    opening, told, duties = _told(register, iso3, deposit)
    has_joined = iso3 in held and held[iso3].standing.has_joined
    title = gettext("Joining")
    citing = Citing(register)
    rule = register.treaty.entry_into_force
    if rule is not None and rule.source:
        citing.number(rule.source)
    return JoiningPage(
        title=gettext("%(state)s: joining") % {"state": sentences.name(iso3)} if iso3 else title,
        opening=opening,
        state=iso3,
        name=sentences.name(iso3) if iso3 else "",
        told=told,
        duties=tuple(Duty(each.article, gettext(each.what), each.due) for each in duties),
        has_joined=has_joined,
        notes=notes,
        deposit=deposit,
        first=first,
        last=last,
        outside=_choices(held, iso3, joined=False),
        joined=_choices(held, iso3, joined=True),
        rule=rule_of_entry(register),
        instruments=gettext(
            "A State that signed deposits an instrument of %(ratifying)s; any other State one of accession, all of them "
            "with the depositary (%(depositary)s)."
        )
        % {
            "ratifying": listed([gettext(kind.label) for kind in TreatyActionKind if kind in RATIFYING], choice=True),
            "depositary": gettext(register.treaty.depositary),
        },
        sources=citing.listed(),
    )


def _span(register: Register) -> tuple[date, date]:
    """The first day on which anybody could deposit, and the last that is calculated."""
    opened = register.treaty.dates.opened or register.treaty.dates.adopted
    as_of = register.view.as_of
    first = opened.counts_from if opened else as_of
    return first, date(min(as_of.year + YEARS_AHEAD, LAST_YEAR), 12, 31)


def _deposit(given: str, otherwise: date, first: date, last: date) -> tuple[date, tuple[str, ...]]:
    """The day asked for, else the page's own, and why it could not be used."""
    otherwise = min(max(otherwise, first), last)
    if not given:
        return otherwise, ()
    try:
        found = PartialDate.parse(given)
    except InvalidDate:
        return otherwise, (gettext("%(text)s is not a day; write it as 2026-12-01.") % {"text": quoted(given)},)
    if found.precision is not Precision.DAY:
        return otherwise, (gettext("%(text)s is not a day; write it as 2026-12-01.") % {"text": quoted(given)},)
    if not first <= found.counts_from <= last:
        said = {"first": day(first), "last": day(last)}
        return otherwise, (gettext("Days from %(first)s to %(last)s can be calculated.") % said,)
    return found.counts_from, ()


def _told(register: Register, iso3: str, deposit: date) -> tuple[str, tuple[str, ...], tuple[Due, ...]]:
    """The opening sentence, what else follows, and what is due."""
    if not iso3:
        return _in_general(register, deposit), (), ()
    now = standing_of(register, iso3)
    if now is not None and now.standing.has_joined:
        return _has_joined(register, iso3, now, register.view.as_of)
    then = standings(register, on=deposit).get(iso3)
    if then is None:
        said = {"state": sentences.subject(iso3), "day": day(deposit)}
        return gettext("%(state)s was not one of the States that may join on %(day)s.") % said, (), ()
    if then.standing.has_joined:
        return _has_joined(register, iso3, then, deposit)
    if register.treaty.entry_into_force is None:
        return gettext("No rule of entry into force is held for this treaty."), (), ()
    found = consequences(register, iso3, deposit)
    opening = gettext(
        "If %(state)s deposits its instrument on %(deposit)s, the Convention enters into force for it on %(in_force)s."
    ) % {"state": sentences.state(iso3), "deposit": day(deposit), "in_force": day(found.entry_into_force)}
    after = found.counts_after
    counted = ngettext(
        "%(number)s State would then have joined, as far as the register can tell, and %(outside)s would remain outside.",
        "%(number)s States would then have joined, as far as the register can tell, and %(outside)s would remain outside.",
        after.joined,
    ) % {"number": after.joined, "outside": after.outside}
    place = gettext("It would be State Party number %(number)s, as the field counts them: by deposits.") % {
        "number": after.joined
    }
    return opening, (place, counted, _instrument(now or then)), found.obligations


def _in_general(register: Register, deposit: date) -> str:
    in_force = entry_into_force(deposit, register.treaty)
    if in_force is None:
        return gettext("No rule of entry into force is held for this treaty.")
    return gettext(
        "For a State that deposits its instrument on %(deposit)s, the Convention enters into force on %(in_force)s."
    ) % {"deposit": day(deposit), "in_force": day(in_force)}


def _has_joined(
    register: Register, iso3: str, found: StandingOn, on: date
) -> tuple[str, tuple[str, ...], tuple[Due, ...]]:
    """What is held of a State that has joined: its days, and what has been due from them."""
    said = {"state": sentences.subject(iso3), "day": day(on)}
    opening = gettext("%(state)s has joined already, as of %(day)s.") % said
    joined = next((effect for effect in reversed(found.effects) if effect.kind.expresses_consent), None)
    if joined is None:
        return opening, (held(found.why),) if found.why else (), ()
    told = []
    kind = gettext(joined.kind.label)
    deposited, effective = as_partial(joined.done), as_partial(joined.effective)
    if deposited is not None:
        told.append(
            gettext("It deposited its instrument (%(kind)s): %(day)s.") % {"kind": kind, "day": when(deposited)}
        )
    if effective is not None:
        told.append(gettext("Entry into force for it: %(day)s.") % {"day": when(effective)})
    if found.withdrawal is not None and found.why:
        told.append(held(found.why))
    bounds = joined.effective
    due = obligations(bounds.latest, register.treaty) if bounds is not None and bounds.is_known else ()
    return opening, tuple(told), due


def _instrument(found: StandingOn) -> str:
    if found.standing is Standing.SIGNATORY:
        kinds = [gettext(kind.label) for kind in TreatyActionKind if kind in RATIFYING]
        return gettext("It has signed, so its instrument would be one of %(kinds)s.") % {
            "kinds": listed(kinds, choice=True)
        }
    kinds = [gettext(kind.label) for kind in TreatyActionKind if kind in ACCEDING]
    return gettext("Its instrument would be one of %(kind)s.") % {"kind": kinds[0]}


def rule_of_entry(register: Register) -> str:
    """What the treaty says about entry into force for a State; empty where no rule is held."""
    rule = register.treaty.entry_into_force
    if rule is None:
        return ""
    return gettext("By Article %(article)s, %(rule)s.") % {"article": rule.article, "rule": _period(rule)}


def _period(rule: EntryIntoForceRule) -> str:
    match rule.kind:
        case "first_day_of_month_after":
            return ngettext(
                "the Convention enters into force for a State on the first day of the month that follows the month of its "
                "deposit",
                "the Convention enters into force for a State on the first day of a month, %(months)s months after the "
                "month of its deposit",
                rule.months,
            ) % {"months": rule.months}
        case "months_after":
            return ngettext(
                "the Convention enters into force for a State %(months)s month after its deposit",
                "the Convention enters into force for a State %(months)s months after its deposit",
                rule.months,
            ) % {"months": rule.months}
        case "days_after":
            return ngettext(
                "the Convention enters into force for a State %(days)s day after its deposit",
                "the Convention enters into force for a State %(days)s days after its deposit",
                rule.days,
            ) % {"days": rule.days}
        case "on_the_day":
            return gettext("the Convention enters into force for a State on the day of its deposit")


def _choices(held: Mapping[str, StandingOn], chosen: str, *, joined: bool) -> tuple[Choice, ...]:
    return tuple(
        Choice(iso3, sentences.name(iso3), iso3 == chosen)
        for iso3, found in held.items()
        if found.standing.has_joined == joined
    )


PAGE = PageKind(name="joining", route="joining/", make=make, filters=frozenset({"state", "deposit"}))
