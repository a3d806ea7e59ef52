"""What States did and when: signed, joined and by what act, notified, left; entry into force; the rule; ordinals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from accede.vocabulary.treaty_actions import TreatyActionKind as Kind
from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import MONTHS, Desk, Made, figure_in_words, ordinal
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
FORCE = (
    "{treaty} has been in force for {state} since {on}",
    "{state} became bound by {treaty} on {on}",
    "{state} has been a State Party for which {treaty} is in force since {on}",
    "In {state}, {treaty} has been in force since {on}",
    "{treaty} came into force for {state} on {on}",
    "As from {on}, {treaty} was in force for {state}",
    "{treaty} entered into force for {state} on {on}, six months after the deposit",
    "{treaty} entered into force for {state} on {on}",
    "For {state}, {treaty} entered into force on {on}",
    "{state} has been bound by {treaty} since {on}",
    "{treaty} became binding on {state} on {on}",
    "On {on}, {treaty} entered into force for {state}",
    "The entry into force of {treaty} for {state} was on {on}",
    "{treaty} took effect for {state} on {on}",
    "{treaty}, in force for {state} since {on}, bans these weapons",
    "{state} joined in {year}; {treaty} entered into force for it on {on}",
    "Following the deposit of {deposited}, {treaty} entered into force for {state} on {on}",
    "The entry into force for {state} came on {on}",
)
RULE = (
    "Deposit on {deposit}, and {treaty} will be in force for the State from {on}",
    "If the instrument of {state} were received on {deposit}, {treaty} would become binding on it on {on}",
    "Accession on {deposit} would bring {treaty} into force for {state} on {on}",
    "Counting from a deposit on {deposit}, {treaty} enters into force for the State concerned on {on}",
    "When a State deposits its instrument on {deposit}, {treaty} enters into force for it on {on}",
    "If {state} deposited its instrument on {deposit}, {treaty} would enter into force for it on {on}",
    "A State that deposits its instrument of accession on {deposit} will be bound by {treaty} from {on}",
    "Were {state} to accede on {deposit}, {treaty} would enter into force for it on {on}",
    "For a State that joins {treaty} on {deposit}, entry into force follows on {on}",
    "An instrument deposited on {deposit} takes effect on {on} under Article 17 of {treaty}",
    "Should {state} accede to {treaty} on {deposit}, it would be bound as of {on}",
    "Under Article 17, a deposit made on {deposit} leads to entry into force of {treaty} on {on}",
    "By the rule of Article 17, accession by {state} on {deposit} would mean entry into force on {on}",
)
TREATY_DAYS = (
    ("{treaty} entered into force on {on}", date(1999, 3, 1)),
    ("Since its entry into force on {on}, {treaty} has become a success story", date(1999, 3, 1)),
    ("{treaty} was opened for signature in Ottawa on {on}", date(1997, 12, 3)),
    ("{treaty} opened for signature on {on}", date(1997, 12, 3)),
    ("{treaty} was adopted in Oslo on {on}", date(1997, 9, 18)),
    ("The text of {treaty} was adopted on {on}", date(1997, 9, 18)),
    ("On {on}, {treaty} entered into force", date(1999, 3, 1)),
    ("The entry into force of {treaty} was on {on}", date(1999, 3, 1)),
    ("{treaty} has been in force since {on}", date(1999, 3, 1)),
    ("{treaty}, which was adopted on {on}, bans a whole class of weapons", date(1997, 9, 18)),
)
RANKS = (
    "{state} ({n} State Party) joined in {year}",
    "With {state}, {treaty} welcomed its {n} State Party in {year}",
    "{treaty} welcomed {state} as its {n} member",
    "{state}'s {act} made it the {n} State Party to {treaty}",
    "By its {act} in {month} {year}, {state} became the {n} State Party to {treaty}",
    "The {n} State to ratify or accede to {treaty} was {state}",
    "{state} became the {n} State Party to {treaty}",
    "{state} was the {n} State to join {treaty}",
    "In {year}, {state} became the {n} State Party to {treaty}",
    "With its {act} on {on}, {state} became the {n} State Party",
    "{state} joined {treaty} on {on} as its {n} State Party",
    "{state} was the {n} country to join {treaty}",
    "On {on}, {state} became the {n} country to ratify or accede to {treaty}",
    "The {n} State Party to {treaty} was {state}",
    "{state}, the {n} State Party to {treaty}, spoke on victim assistance",
    "The {act} of {state} in {year} brought {treaty} its {n} State Party",
    "We welcome {state} as the {n} State Party to {treaty}",
)
IN_YEAR = (
    "{n} States were added to the membership of {treaty} in {year}",
    "The year {year} brought {n} new States Parties to {treaty}",
    "{n} instruments of ratification or accession were deposited in {year}",
    "{treaty} was ratified or acceded to by {n} States in {year}",
    "{n} more States joined {treaty} in {year}",
    "Between January and December {year}, {n} States joined {treaty}",
    "In {year}, {n} States joined {treaty}",
    "{n} States joined {treaty} in {year}",
    "{n} States ratified or acceded to {treaty} in {year}",
    "In the course of {year}, {n} States became party to {treaty}",
    "During {year}, {treaty} was joined by {n} States",
    "{year} saw {n} States join {treaty}",
    "{treaty} gained {n} new States Parties in {year}",
    "{n} States deposited instruments of ratification or accession in {year}",
    "In {year} alone, {n} countries joined {treaty}",
)
NONE_IN_YEAR = (
    "In {year}, no State joined {treaty}",
    "No State joined {treaty} in {year}",
    "Not one State ratified or acceded to {treaty} in {year}",
    "{year} went by without any State joining {treaty}",
    "{treaty} gained no new State Party in {year}",
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


def _made(desk: Desk, templates: Sequence[str], day: date, is_true: bool, **slots: str) -> Made:
    """`day` is the last day told: the text is checked on a later one."""
    text = desk.say(desk.pick(templates), **slots)
    return Made(desk.around(f"{text}."), Verdict.AGREES if is_true else Verdict.CONTRADICTS, desk.later(day))


def _day(desk: Desk, on: date) -> dict[str, str]:
    return {"on": desk.words(on), "month": MONTHS[on.month - 1], "year": str(on.year)}


def _slip(desk: Desk, on: date, days: frozenset[date]) -> date:
    """A day that slips by years, months or days, in another year than any that is linked to the State if by years."""
    years = {day.year for day in days}
    tried: list[date] = []
    for step in (-3, -2, -1, 1, 2, 3):
        if on.year + step not in years and date(1997, 12, 5) < (slipped := _in_year(on, on.year + step)) < date(
            2026, 1, 1
        ):
            tried.append(slipped)
    return desk.pick(tried) if tried else _in_year(on, on.year - 9)


def _slip_day(desk: Desk, on: date, days: frozenset[date]) -> date:
    """One that slips within the year or by years; the text then has to give the day."""
    if desk.chance(0.5):
        near = [on + timedelta(step) for step in (-31, -14, -9, 9, 16, 30, 61)]
        near = [each for each in near if all(abs((each - day).days) > 2 for day in days)]
        if near:
            return desk.pick(near)
    return _slip(desk, on, days)


def _in_year(on: date, year: int) -> date:
    return on.replace(year=year, day=min(on.day, 28))


def _joining(desk: Desk) -> Joining | None:
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
                each
                for each in (
                    on + timedelta(1),
                    on - timedelta(3),
                    _in_year(on, 1998),
                    _in_year(on, 2001),
                    on + timedelta(40),
                )
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
    return _made(desk, templates, max(on, found.deposited), is_true, state=desk.state(iso3), **_day(desk, on))


def joined(desk: Desk, is_true: bool) -> Made | None:
    """The day and the act of joining."""
    found = _joining(desk)
    if found is None:
        return None
    did, instrument, act = ACTS[found.kind]
    on, templates = found.deposited, JOINED
    if found.kind is not Kind.ACCESSION:
        templates = [each for each in templates if "{act} of {state} to" not in each]
    if not is_true:
        on = _slip_day(desk, on, found.all_days)
        if on.year in found.all_years:
            templates = _telling(templates, True)
    return _made(
        desk,
        templates,
        max(on, found.deposited),
        is_true,
        state=desk.state(found.iso3),
        did=did,
        instrument=instrument,
        act=act,
        **_day(desk, on),
    )


def by_kind(desk: Desk, is_true: bool) -> Made | None:
    """The act of joining, at the right day."""
    found = _joining(desk)
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
    return _made(
        desk,
        BY_KIND,
        found.deposited,
        is_true,
        state=desk.state(found.iso3),
        did=did,
        instrument=instrument,
        act=act,
        **_day(desk, found.deposited),
    )


def both(desk: Desk, is_true: bool) -> Made | None:
    """Signature and ratification in one sentence; or accession without signature."""
    found = _joining(desk)
    if found is None:
        return None
    state = desk.state(found.iso3)
    if found.signed is None:
        if found.kind is not Kind.ACCESSION:
            return None
        on = found.deposited if is_true else _slip(desk, found.deposited, found.all_days)
        return _made(desk, NEVER_SIGNED, max(on, found.deposited), is_true, state=state, **_day(desk, on))
    if found.kind is not Kind.RATIFICATION:
        return None
    signed_on, on = found.signed, found.deposited
    if not is_true:
        if desk.chance(0.5):
            on = _slip(desk, on, found.all_days)
        else:
            signed_on = _in_year(signed_on, 1996) if desk.chance(0.3) else signed_on + timedelta(desk.pick((4, 11, -2)))
        if (signed_on in found.all_days and on in found.all_days) or on < signed_on:
            return None
    return _made(
        desk, BOTH, max(on, found.deposited), is_true, state=state, signed=desk.words(signed_on), **_day(desk, on)
    )


def force(desk: Desk, is_true: bool) -> Made | None:
    """Entry into force for a State."""
    found = _joining(desk)
    if found is None:
        return None
    on = found.in_force
    if not is_true:
        shifted = desk.pick((-2, -1, 1, 2, 6))
        month = on.year * 12 + on.month - 1 + shifted
        on = desk.pick(
            (date(month // 12, month % 12 + 1, 1), _in_year(on, on.year + desk.pick((-1, 1, 2))), on.replace(day=16))
        )
        if any(abs((on - day).days) < 3 for day in found.all_days | {found.in_force}) or on < date(1999, 3, 1):
            return None
    return _made(
        desk,
        FORCE,
        max(on, found.in_force),
        is_true,
        state=desk.state(found.iso3),
        deposited=desk.words(found.deposited),
        on=desk.words(on),
        year=str(found.deposited.year),
    )


def rule(desk: Desk, is_true: bool) -> Made | None:
    """Entry into force after any deposit."""
    deposit = date(2001, 1, 1) + timedelta(desk.rnd.randrange(9000))
    on = desk.facts.in_force_by_rule(deposit)
    if not is_true:
        month = on.year * 12 + on.month - 1 + desk.pick((-2, -1, 1, 2))
        on = desk.pick((date(month // 12, month % 12 + 1, 1), on.replace(day=min(deposit.day, 28))))
        if on == desk.facts.in_force_by_rule(deposit):
            return None
    iso3 = desk.pick(
        [
            each
            for each in desk.facts.outside(date(2025, 5, 1))
            if each not in desk.facts.joinings and each not in ("MHL", "TON", "LBN")
        ]
    )
    as_of = [each for each in desk.days if each < deposit]
    if not as_of:
        return None
    text = desk.say(desk.pick(RULE), state=desk.state(iso3), deposit=desk.words(deposit), on=desk.words(on))
    return Made(desk.around(f"{text}."), Verdict.AGREES if is_true else Verdict.CONTRADICTS, as_of[-1])


def treaty_days(desk: Desk, is_true: bool) -> Made | None:
    """The days of the treaty itself."""
    template, on = desk.pick(TREATY_DAYS)
    if not is_true:
        known = {date(1999, 3, 1), date(1997, 12, 3), date(1997, 12, 4), date(1997, 9, 18), date(1998, 9, 16)}
        on = desk.pick([on + timedelta(step) for step in (-365, -31, 31, 61, 365, 730)])
        if on in known:
            return None
    return _made(desk, (template,), date(1999, 6, 1), is_true, on=desk.words(on))


def ranks(desk: Desk, is_true: bool) -> Made | None:
    """Ordinals."""
    found = _joining(desk)
    if found is None:
        return None
    own = desk.facts.ranks(found.iso3)
    if found.deposited < date(1999, 9, 1):
        return None
    rank = min(own)
    if is_true and sum(each.deposited == found.deposited for each in desk.facts.joinings.values()) > 1:
        return None
    if is_true:
        rank = 1 + sum(each.deposited < found.deposited for each in desk.facts.joinings.values())
    else:
        tried = [rank + step for step in (-11, -6, -4, 4, 5, 7, 10)]
        tried = [each for each in tried if all(abs(each - mine) > 2 for mine in own)]
        if not tried:
            return None
        rank = desk.pick(tried)
    n = ordinal(rank)
    act = ACTS[found.kind][2]
    slots = {"state": desk.state(found.iso3), "n": n, "act": act}
    return _made(desk, RANKS, found.deposited + timedelta(400), is_true, **slots, **_day(desk, found.deposited))


def in_year(desk: Desk, is_true: bool) -> Made | None:
    """How many joined in a year."""
    year = desk.pick(range(1999, 2025))
    deposits = sum(each.deposited.year == year for each in desk.facts.joinings.values())
    entries = sum(each.in_force.year == year for each in desk.facts.joinings.values())
    if (is_true and deposits == 0) or (not is_true and deposits + entries > 3 and desk.chance(0.2)):
        return _made(desk, NONE_IN_YEAR, date(year, 12, 31), is_true, year=str(year))
    if is_true and deposits == 1:
        return None
    figure = deposits
    if not is_true:
        tried = [
            each
            for each in (deposits - 3, deposits + 2, deposits + 3, deposits + 5)
            if each > 1 and each not in (deposits, entries)
        ]
        figure = desk.pick(tried)
    n = figure_in_words(figure) if figure < 13 and desk.chance(0.6) else str(figure)
    return _made(desk, IN_YEAR, date(year, 12, 31), is_true, year=str(year), n=n)


def withdrawals(desk: Desk, is_true: bool) -> Made | None:
    """Leaving: notified and in effect."""
    iso3 = desk.pick(("EST", "FIN", "LTU", "LVA", "POL"))
    found = desk.facts.withdrawal(iso3)
    if found is None or found.effective is None or found.effective.latest is None:
        return None
    told = found.deposited.latest if found.deposited else None
    is_notice = told is not None and desk.chance(0.5)
    on = told if is_notice and told else found.effective.latest
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
    return _made(desk, NOTIFIED if is_notice else LEFT, as_of, is_true, state=desk.state(iso3), **_day(desk, on))


KINDS = {
    "signature days": (signed, 5),
    "joining": (joined, 8),
    "kinds of joining": (by_kind, 4),
    "signature and ratification": (both, 4),
    "entry into force": (force, 5),
    "the rule": (rule, 4),
    "treaty days": (treaty_days, 2),
    "ordinals": (ranks, 5),
    "joined in a year": (in_year, 5),
    "withdrawals": (withdrawals, 4),
}
