"""What States did and when: signed, joined and by what act, notified, left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from accede.vocabulary.treaty_actions import TreatyActionKind as Kind
from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import MONTHS, Desk, Made
from checker_corpus.oracle import Joining

SIGNED = (
    "{state} signed {treaty} on {on}",
    "On {on}, {state} signed {treaty}",
    "{treaty} was signed by {state} on {on}",
    "{state}, which signed {treaty} on {on}, spoke first",
    "{state} put its signature to {treaty} on {on}",
    "The signature of {treaty} by {state} dates from {on}",
    "{state} became a signatory of {treaty} on {on}",
    "Having signed {treaty} on {on}, {state} was among the early supporters",
    "{state} has been a signatory since {on}, when it signed {treaty}",
    "{state} signed {treaty} in {month} {year}",
    "It was in {month} {year} that {state} signed {treaty}",
    "{state}'s Foreign Minister signed {treaty} on {on}",
)
ACTS = {
    Kind.RATIFICATION: ("ratified", "instrument of ratification", "ratification"),
    Kind.ACCESSION: ("acceded to", "instrument of accession", "accession"),
    Kind.ACCEPTANCE: ("accepted", "instrument of acceptance", "acceptance"),
    Kind.APPROVAL: ("approved", "instrument of approval", "approval"),
    Kind.SUCCESSION: ("succeeded to", "instrument of succession", "succession"),
}
JOINED = (
    "{state} {did} {treaty} on {on}",
    "On {on}, {state} {did} {treaty}",
    "{state} deposited its {instrument} on {on}",
    "The {instrument} of {state} was deposited with the Secretary-General on {on}",
    "{state}, which {did} {treaty} on {on}, took the floor next",
    "{state} {did} {treaty} in {month} {year}",
    "{state} {did} {treaty} in {year}",
    "In {year}, {state} {did} {treaty}",
    "The Secretary-General, as depositary, received the {instrument} of {state} on {on}",
    "Since {state} {did} {treaty} in {month} {year}, it has attended our meetings",
    "{state} joined {treaty} on {on}",
    "{state} joined {treaty} in {year}",
    "It was on {on} that {state} {did} {treaty}",
    "The {act} of {state} to {treaty}, in {month} {year}, was widely welcomed",
    "We welcomed {state}, which joined {treaty} in {month} {year}",
    "{state} formally {did} {treaty} on {on} by depositing its {instrument} in New York",
    "Dear all, {state} {did} {treaty} on {on}, as you can see on the depositary's page",
    "{state} became party to {treaty} by depositing its {instrument} on {on}",
    "Our records show that {state} {did} {treaty} on {on}",
)
BY_KIND = (
    "{state} deposited its {instrument} on {on}",
    "On {on}, {state} deposited its {instrument} with the depositary",
    "{state} joined {treaty} on {on} by {act}",
    "The {instrument} of {state} was deposited on {on}",
    "{state} became party to {treaty} by {act}, on {on}",
)
NEVER_SIGNED = (
    "{state} never signed {treaty} and joined by accession in {year}",
    "Without having signed it, {state} acceded to {treaty} in {year}",
    "{state}, which had not signed {treaty}, acceded to it on {on}",
)
BOTH = (
    "{state} signed {treaty} on {signed} and ratified it on {on}",
    "{state} signed {treaty} on {signed} and deposited its instrument of ratification on {on}",
    "Having signed {treaty} on {signed}, {state} ratified it on {on}",
    "{state} (signature {signed}; ratification {on}) is an active member",
    "{state} was a signatory from {signed} and became party to {treaty} on {on}, the day of its ratification",
)
LEFT = (
    "The withdrawal of {state} from {treaty} took effect on {on}",
    "{state}'s withdrawal from {treaty} took effect on {on}",
    "{state} left {treaty} on {on}",
    "On {on}, {state} ceased to be a State Party to {treaty}",
    "{state} ceased to be bound by {treaty} on {on}",
    "{state} withdrew from {treaty} with effect from {on}",
    "As of {on}, {state} is no longer a State Party to {treaty}",
    "{treaty} ceased to be in force for {state} on {on}",
)
NOTIFIED = (
    "{state} notified the depositary of its withdrawal from {treaty} on {on}",
    "On {on}, {state} notified the Secretary-General of its withdrawal from {treaty}",
    "{state}'s notification of withdrawal was received on {on}",
    "The Secretary-General received {state}'s notice of withdrawal from {treaty} on {on}",
    "{state} submitted its notification of withdrawal from {treaty} on {on}",
    "The instrument of withdrawal of {state} was deposited with the United Nations on {on}",
)


def made(desk: Desk, templates: Sequence[str], day: date, is_true: bool, **slots: str) -> Made:
    """`day` is the last day told: the text is checked on a later one."""
    text = desk.say(desk.pick(templates), **slots)
    return Made(desk.around(f"{text}."), Verdict.AGREES if is_true else Verdict.CONTRADICTS, desk.later(day))


def told(desk: Desk, on: date) -> dict[str, str]:
    return {"on": desk.words(on), "month": MONTHS[on.month - 1], "year": str(on.year)}


def _slip(desk: Desk, on: date, days: frozenset[date]) -> date:
    """A day that slips by years, months or days, in another year than any that is linked to the State if by years."""
    years = {day.year for day in days}
    tried: list[date] = []
    for step in (-3, -2, -1, 1, 2, 3):
        if on.year + step not in years and date(1997, 12, 5) < (slipped := in_the_year(on, on.year + step)) < date(
            2026, 1, 1
        ):
            tried.append(slipped)
    return desk.pick(tried) if tried else in_the_year(on, on.year - 9)


def _slip_day(desk: Desk, on: date, days: frozenset[date]) -> date:
    """One that slips within the year or by years; the text then has to give the day."""
    if desk.chance(0.5):
        near = [on + timedelta(step) for step in (-31, -14, -9, 9, 16, 30, 61)]
        near = [each for each in near if all(abs((each - day).days) > 2 for day in days)]
        if near:
            return desk.pick(near)
    return _slip(desk, on, days)


def in_the_year(on: date, year: int) -> date:
    return on.replace(year=year, day=min(on.day, 28))


def a_joining(desk: Desk) -> Joining | None:
    found = desk.pick(list(desk.facts.joinings.values()))
    doubtful = {"POL", "VUT", "TON", "SSD"}
    return None if found.is_disputed or found.iso3 in doubtful else found


def _telling(templates: Sequence[str], is_day: bool) -> Sequence[str]:
    """Those that tell the whole day, if the day alone is wrong."""
    return [each for each in templates if "{on}" in each] if is_day else templates


def signed(desk: Desk, is_true: bool) -> Made | None:
    """The day of a signature."""
    iso3 = desk.pick([iso3 for iso3 in desk.facts.joinings if desk.facts.signed_on(iso3)] + ["MHL"])
    found = desk.facts.joinings.get(iso3)
    on = desk.facts.signed_on(iso3)
    if on is None or found is None or found.is_disputed:
        return None
    if not is_true:
        on = desk.pick(
            [
                on + timedelta(1),
                on - timedelta(3),
                in_the_year(on, 1998),
                in_the_year(on, 2001),
                on + timedelta(40),
            ]
        )
        if any(abs((on - day).days) < 1 for day in found.all_days) or (on.year, on.month) in {
            (day.year, day.month) for day in found.all_days
        }:
            templates: Sequence[str] = _telling(SIGNED, True)
            if on in found.all_days:
                return None
        else:
            templates = SIGNED
    else:
        templates = SIGNED
    templates = [each for each in templates if "since" not in each or found.deposited > date(2002, 1, 1)]
    return made(desk, templates, max(on, found.deposited), is_true, state=desk.state(iso3), **told(desk, on))


def joined(desk: Desk, is_true: bool) -> Made | None:
    """The day and the act of joining."""
    found = a_joining(desk)
    if found is None:
        return None
    did, instrument, act = ACTS[found.kind]
    on = found.deposited
    templates: Sequence[str] = JOINED
    if found.kind is not Kind.ACCESSION:
        templates = [each for each in templates if "{act} of {state} to" not in each]
    if not is_true:
        on = _slip_day(desk, on, found.all_days)
        if on.year in found.all_years:
            templates = _telling(templates, True)
    return made(
        desk,
        templates,
        max(on, found.deposited),
        is_true,
        state=desk.state(found.iso3),
        did=did,
        instrument=instrument,
        act=act,
        **told(desk, on),
    )


def by_kind(desk: Desk, is_true: bool) -> Made | None:
    """The act of joining, at the right day."""
    found = a_joining(desk)
    if found is None:
        return None
    kind = found.kind
    if not is_true:
        # Acceptance and approval are often called ratification: only acts that differ in kind are slips.
        other = {Kind.RATIFICATION: Kind.ACCESSION, Kind.ACCESSION: Kind.RATIFICATION}.get(kind)
        if other is None:
            return None
        kind = other
    did, instrument, act = ACTS[kind]
    return made(
        desk,
        BY_KIND,
        found.deposited,
        is_true,
        state=desk.state(found.iso3),
        did=did,
        instrument=instrument,
        act=act,
        **told(desk, found.deposited),
    )


def both(desk: Desk, is_true: bool) -> Made | None:
    """Signature and ratification in one sentence; or accession without signature."""
    found = a_joining(desk)
    if found is None:
        return None
    state = desk.state(found.iso3)
    if found.signed is None:
        if found.kind is not Kind.ACCESSION:
            return None
        on = found.deposited if is_true else _slip(desk, found.deposited, found.all_days)
        return made(desk, NEVER_SIGNED, max(on, found.deposited), is_true, state=state, **told(desk, on))
    if found.kind is not Kind.RATIFICATION:
        return None
    signed_on, on = found.signed, found.deposited
    if not is_true:
        if desk.chance(0.5):
            on = _slip(desk, on, found.all_days)
        else:
            signed_on = (
                in_the_year(signed_on, 1996) if desk.chance(0.3) else signed_on + timedelta(desk.pick((4, 11, -2)))
            )
        if (signed_on in found.all_days and on in found.all_days) or on < signed_on:
            return None
    return made(
        desk, BOTH, max(on, found.deposited), is_true, state=state, signed=desk.words(signed_on), **told(desk, on)
    )


def withdrawals(desk: Desk, is_true: bool) -> Made | None:
    """Leaving: notified and in effect."""
    iso3 = desk.pick(("EST", "FIN", "LTU", "LVA", "POL"))
    found = desk.facts.withdrawal(iso3)
    if found is None or found.effective is None or found.effective.latest is None:
        return None
    received = found.deposited.latest if found.deposited else None
    is_notice = received is not None and desk.chance(0.5)
    on = received if is_notice and received else found.effective.latest
    if not is_true:
        on = desk.pick([on + timedelta(step) for step in (-60, -31, -9, 8, 30)])
        known = {
            day
            for each in desk.facts.actions(iso3)
            for part in (each.announced, each.decided, each.deposited, each.effective)
            if part
            for day in (part.earliest, part.latest)
        }
        if on in known or any(each and abs((on - each).days) < 3 for each in known):
            return None
    as_of = max(on, found.effective.latest) + timedelta(10)
    # "No longer a party as of" a day is true on every later day too.
    left = LEFT if is_true else [each for each in LEFT if "no longer" not in each]
    return made(desk, NOTIFIED if is_notice else left, as_of, is_true, state=desk.state(iso3), **told(desk, on))


KINDS = {
    "signature days": (signed, 5),
    "joining": (joined, 8),
    "kinds of joining": (by_kind, 4),
    "signature and ratification": (both, 4),
    "withdrawals": (withdrawals, 4),
}
