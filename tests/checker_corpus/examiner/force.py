"""Entry into force for a State, of the treaty and by its rule; ordinals; how many joined in a year."""

from __future__ import annotations

from datetime import date, timedelta

from checker_corpus.case import Verdict
from checker_corpus.examiner.actions import ACTS, a_joining, in_the_year, made, told
from checker_corpus.examiner.desk import Desk, Made, figure_in_words, ordinal

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


def force(desk: Desk, is_true: bool) -> Made | None:
    """Entry into force for a State."""
    found = a_joining(desk)
    if found is None:
        return None
    on = found.in_force
    if not is_true:
        shifted = desk.pick((-2, -1, 1, 2, 6))
        month = on.year * 12 + on.month - 1 + shifted
        on = desk.pick(
            (date(month // 12, month % 12 + 1, 1), in_the_year(on, on.year + desk.pick((-1, 1, 2))), on.replace(day=16))
        )
        if any(abs((on - day).days) < 3 for day in found.all_days | {found.in_force}) or on < date(1999, 3, 1):
            return None
    return made(
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
    return made(desk, (template,), date(1999, 6, 1), is_true, on=desk.words(on))


def ranks(desk: Desk, is_true: bool) -> Made | None:
    """Ordinals."""
    found = a_joining(desk)
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
    return made(desk, RANKS, found.deposited + timedelta(400), is_true, **slots, **told(desk, found.deposited))


def in_year(desk: Desk, is_true: bool) -> Made | None:
    """How many joined in a year."""
    year = desk.pick(range(1999, 2025))
    deposits = sum(each.deposited.year == year for each in desk.facts.joinings.values())
    entries = sum(each.in_force.year == year for each in desk.facts.joinings.values())
    if (is_true and deposits == 0) or (not is_true and deposits + entries > 3 and desk.chance(0.2)):
        return made(desk, NONE_IN_YEAR, date(year, 12, 31), is_true, year=str(year))
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
    return made(desk, IN_YEAR, date(year, 12, 31), is_true, year=str(year), n=n)


KINDS = {
    "entry into force": (force, 5),
    "the rule": (rule, 4),
    "treaty days": (treaty_days, 2),
    "ordinals": (ranks, 5),
    "joined in a year": (in_year, 5),
}
