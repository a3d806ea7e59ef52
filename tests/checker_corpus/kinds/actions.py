"""What States did about the Convention and when: signed, joined and by what kind of action, left; what follows by the rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from accede.register.rules import months_after
from accede.vocabulary.treaty_actions import TreatyActionKind as Kind
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.oracle import LAST, Joining
from checker_corpus.pen import Draft, Pen

CONSENT_VERB = {
    Kind.RATIFICATION: ("ratified", "ratification"),
    Kind.ACCEPTANCE: ("accepted", "acceptance"),
    Kind.APPROVAL: ("approved", "approval"),
    Kind.ACCESSION: ("acceded to", "accession"),
    Kind.SUCCESSION: ("succeeded to", "succession"),
}


def signed(pen: Pen, verdict: Verdict) -> Draft | None:
    """When a State signed."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    pool = [each for each in facts.joinings.values() if each.signed and not each.is_disputed]
    own = rnd.choice(pool)
    assert own.signed is not None
    on, year = own.signed, own.signed.year
    iso3 = own.iso3
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.35:  # a State that never signed
            iso3 = rnd.choice(
                [
                    *facts.outside(date(2018, 8, 21)),
                    *(each.iso3 for each in facts.joinings.values() if each.kind is Kind.ACCESSION),
                ]
            )
            if facts.signed_on(iso3) or any(each.deposited == on for each in [facts.joinings.get(iso3)] if each):
                return None
            held = facts.joinings.get(iso3)
            if held and year in held.all_years:
                return None
        else:
            on = other_day(pen, on, own.all_days)
            year = _other_year(pen, on.year, own.all_years)
    name = pen.name(iso3, on)
    if rnd.random() < 0.65:
        templates = [
            "⟦{name} signed {T} on {day}⟧.",
            "⟦{name}, which signed {T} on {day}⟧, [took an active part from the start|hosted a seminar].",
            "⟦The signature of {name} [dates from|was affixed on] {day}⟧.",
            "⟦On {day}, {name} signed {T}⟧.",
            "⟦{T} was signed by {name} on {day}⟧.",
        ]
    else:
        templates = [
            "⟦{name} signed {T} in {year}⟧.",
            "⟦In {year}, {name} [became a signatory to|signed] {T}⟧.",
        ]
    body = pen.spin(rnd.choice(templates), name=name, day=pen.day(on), year=year)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(on, own.signed, date(year, 12, 31))))


def joined(pen: Pen, verdict: Verdict) -> Draft | None:
    """When a State deposited, and what."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.CANNOT_TELL:
        on = pen.between(date(2026, 2, 1), date(2026, 11, 1))
        body = pen.spin(
            "⟦{name} [acceded to {T}|deposited its instrument of accession] on {day}⟧.", name="Lebanon", day=pen.day(on)
        )
        return Draft(body=body, verdict=verdict, as_of=LAST)
    own = rnd.choice([each for each in facts.joinings.values() if not each.is_disputed])
    verb, noun = CONSENT_VERB[own.kind]
    on, year = own.deposited, own.deposited.year
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.3:
            verb, noun = _other_kind(pen, own)
        else:
            on = other_day(pen, on, own.all_days)
            year = _other_year(pen, year, own.all_years)
    name = pen.name(own.iso3, own.deposited)
    is_same_kind = noun == CONSENT_VERB[own.kind][1]
    if rnd.random() < 0.6:
        templates = [
            "⟦{name} {verb} {T} on {day}⟧.",
            "⟦{name} deposited its instrument of {noun} on {day}⟧.",
            "⟦On {day}, {name} {verb} {T}⟧.",
            "⟦The instrument of {noun} of {name} was deposited with the Secretary-General on {day}⟧.",
            "⟦The {noun} {of} {T} by {name} dates from {day}⟧.",
            "⟦{T} was {passive} by {name} on {day}⟧.",
        ]
        if is_same_kind:
            templates += [
                "⟦{name} joined {T} on {day}⟧.",
                "⟦{name} [formally |]joined {T} on {day} by depositing its instrument⟧.",
            ]
    else:
        templates = [
            "⟦{name} {verb} {T} in {year}⟧.",
            "⟦{name}'s {noun} in {year}⟧ [was welcomed by the President|came after years of preparation].",
            "⟦In {year}, {name} {verb} {T}⟧.",
        ]
        if is_same_kind:
            templates += ["⟦{name} joined {T} in {year}⟧."]
        if (
            is_same_kind and not facts.withdrawal(own.iso3) and year <= own.deposited.year
        ):  # since a later year it has been party as well
            templates += ["⟦{name} has been party to {T} since {year}⟧."]
        if name.endswith("s"):
            templates = [each for each in templates if "'s" not in each]
    if verb in ("succeeded to", "approved"):
        templates = [each for each in templates if "passive" not in each]
    body = pen.spin(
        rnd.choice(templates),
        name=name,
        verb=verb,
        noun=noun,
        passive=verb,
        day=pen.day(on),
        year=year,
        of="to" if verb.endswith(" to") else "of",
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(on, own.deposited, date(year, 12, 31))))


def both(pen: Pen, verdict: Verdict) -> Draft | None:
    """Signature and ratification in one sentence, as a profile has them; one of the two is wrong where it is false."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    own = rnd.choice(
        [
            each
            for each in facts.joinings.values()
            if each.signed and not each.is_disputed and each.kind is Kind.RATIFICATION
        ]
    )
    assert own.signed is not None
    first, second = own.signed, own.deposited
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.5:
            first = other_day(pen, first, own.all_days)
        else:
            second = other_day(pen, second, own.all_days)
        if second < first:
            return None
    name = pen.name(own.iso3, own.deposited)
    template = rnd.choice(
        (
            "⟦{name} signed {T} on {first} and ratified it on {second}⟧.",
            "⟦{name} signed on {first} and deposited its instrument of ratification on {second}⟧.",
            "⟦After signing on {first}, {name} ratified {T} on {second}⟧.",
            "⟦{name} (signed {first}, ratified {second})⟧ is a State Party to {T}.",
        )
    )
    body = pen.spin(template, name=name, first=wording.plain_day(first), second=wording.plain_day(second))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(first, second, own.in_force)))


def left(pen: Pen, verdict: Verdict) -> Draft | None:
    """Withdrawals notified and in effect."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.CANNOT_TELL:
        return None
    iso3 = rnd.choice(("EST", "LVA", "LTU", "FIN", "POL"))
    held = facts.withdrawal(iso3)
    assert held is not None
    assert held.effective is not None
    effective = held.effective.latest
    assert effective is not None
    notified = held.deposited.latest if held.deposited else None
    about_notification = notified is not None and rnd.random() < 0.4
    right = notified if about_notification else effective
    assert right is not None
    on = right
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.2:
            iso3 = rnd.choice(("NOR", "UKR", "ROU", "DEU", "SVK", "CZE"))
        else:
            known = {day for each in facts.actions(iso3) for day in _days_of(each)}
            on = other_day(pen, right, known | {date(2025, 5, 8), date(2025, 6, 26), date(2025, 7, 17)})
    name = pen.name(iso3, right)
    if about_notification:
        templates = [
            "⟦{name} notified [the depositary|the Secretary-General of the United Nations] of its withdrawal from {T} on {day}⟧.",
            "⟦On {day}, {name} [gave notice|submitted its notification] of withdrawal from {T}⟧.",
        ]
    else:
        templates = [
            "⟦The withdrawal of {name} from {T} took effect on {day}⟧.",
            "⟦On {day}, {name} ceased to be a State Party to {T}⟧.",
            "⟦{name} left {T} on {day}⟧.",
            "⟦{name}'s withdrawal became effective on {day}⟧.",
        ]
    body = pen.spin(rnd.choice(templates), name=name, day=pen.day(on))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(on, effective) + timedelta(1)))


def in_force(pen: Pen, verdict: Verdict) -> Draft | None:
    """When the Convention entered into force for a State."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    own = rnd.choice([each for each in facts.joinings.values() if not each.is_disputed and each.iso3 != "SSD"])
    on = own.in_force
    if verdict is Verdict.CONTRADICTS:
        pool = [months_after(on, shift) for shift in (-2, -1, 1, 2, 12, -12)]
        pool += [months_after(own.deposited, 6), on + timedelta(rnd.randint(3, 20))]
        on = rnd.choice([each for each in pool if each not in own.all_days])
    name = pen.name(own.iso3, own.deposited)
    future = " (by the rule of Article 17)" if rnd.random() < 0.1 else ""
    since = (
        "⟦{T} has been in force for {name} since {day}⟧.",
        "⟦{name} has been bound by {T} since {day}⟧.",
    )
    template = rnd.choice(
        (
            *(since if on <= own.in_force and not facts.withdrawal(own.iso3) else ()),
            "⟦{T} entered into force for {name} on {day}⟧{future}.",
            "⟦For {name}, {T} entered into force on {day}⟧{future}.",
            "⟦{T} took effect for {name} on {day}⟧.",
            "⟦On {day}, {T} entered into force for {name}⟧.",
        )
    )
    body = pen.spin(template, name=name, day=pen.day(on), future=future)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(on, own.in_force)))


def rule(pen: Pen, verdict: Verdict) -> Draft | None:
    """What follows by the rule from a deposit on a day."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    deposit = pen.between(date(1999, 4, 1), date(2026, 6, 1))
    right = facts.in_force_by_rule(deposit)
    on = right
    if verdict is Verdict.CONTRADICTS:
        pool = [months_after(right, shift) for shift in (-2, -1, 1, 2)] + [
            months_after(deposit, 6),
            months_after(deposit, 1),
        ]
        on = rnd.choice([each for each in pool if each != right])
    if rnd.random() < 0.5:
        template = rnd.choice(
            (
                "⟦An instrument deposited on {deposit} [enters|would enter] into force on {day}⟧.",
                "⟦For a State that [deposits|deposited] on {deposit}, {T} enters into force on {day}⟧.",
                "⟦A deposit on {deposit} means entry into force on {day}⟧.",
            )
        )
        name = ""
    else:
        pool_ = [each for each in facts.outside(deposit) if each not in facts.joinings and each != "LBN"]
        iso3 = rnd.choice(pool_)
        assert facts.calculated(iso3, deposit) == right
        name = pen.name(iso3, deposit)
        template = rnd.choice(
            (
                "⟦If {name} were to deposit its instrument on {deposit}, {T} would enter into force for it on {day}⟧.",
                "⟦Were {name} to accede on {deposit}, {T} would enter into force for it on {day}⟧.",
                "⟦Should {name} deposit on {deposit}, entry into force would follow on {day}⟧.",
            )
        )
    body = pen.spin(template, deposit=wording.plain_day(deposit), day=wording.plain_day(on), name=name)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(deposit))


def ordinals(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "the 162nd State Party"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    own = rnd.choice([each for each in facts.joinings.values() if each.deposited > date(1998, 10, 1)])
    ranks = facts.ranks(own.iso3)
    by_deposit = sorted(each.deposited for each in facts.joinings.values()).index(own.deposited) + 1
    given = by_deposit
    if verdict is Verdict.CONTRADICTS:
        given = by_deposit + rnd.choice((-1, 1)) * rnd.randint(3, 14)
        if any(abs(given - each) < 3 for each in ranks) or given < 1:
            return None
    name = pen.name(own.iso3, own.deposited)
    template = rnd.choice(
        (
            "⟦{name} became the {n} State Party to {T}⟧.",
            "⟦{name} is the {n} State to [join|ratify or accede to] {T}⟧.",
            "⟦With its deposit, {name} became the {n} State to join {T}⟧.",
            "⟦{name}, the {n} State Party⟧, was congratulated by the President.",
            "⟦{T} welcomed {name} as its {n} State Party⟧.",
            "⟦{name} joined {T} in {year} as its {n} State Party⟧.",
            "⟦On {day}, {name} became the {n} State to join {T}⟧.",
        )
    )
    body = pen.spin(
        template, name=name, n=wording.ordinal(rnd, given), year=own.deposited.year, day=pen.day(own.deposited)
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(own.in_force))


def first_since(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "the first State to join since Palau in 2007", "the first in more than seven years"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    order = sorted(facts.joinings.values(), key=lambda each: each.deposited)
    late = [at for at, each in enumerate(order) if at and (each.deposited - order[at - 1].deposited).days > 400]
    at = rnd.choice(late)
    own, before = order[at], order[at - 1]
    gap = (own.deposited - before.deposited).days / 365.25
    if rnd.random() < 0.5:
        years = int(gap) if verdict is Verdict.AGREES else int(gap) + rnd.randint(3, 8)
        said = f"in more than {wording.number(rnd, years)} year{'s' if years > 1 else ''}"
    else:
        other = before if verdict is Verdict.AGREES else order[at - rnd.randint(4, 12)]
        year = other.deposited.year
        if verdict is Verdict.CONTRADICTS and before.deposited.year - year < 2:
            return None
        said = f"since {year}"
    body = pen.spin(
        "⟦{name}, which [deposited|joined] in {year}, was the first State to join {T} {said}⟧.",
        name=pen.name(own.iso3, own.deposited),
        year=own.deposited.year,
        said=said,
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(own.in_force))


def other_day(pen: Pen, right: date, known: Iterable[date]) -> date:
    """Another day near it that no record links to the State; nor the day before or after one."""
    near = {each + timedelta(shift) for each in known for shift in (-1, 0, 1)} | {right}
    shifts = [*range(-25, -1), *range(2, 26), 30, 61, -31, 365, -365, 731, -730]
    pool = [right + timedelta(shift) for shift in shifts]
    found = pen.rnd.choice([each for each in pool if each not in near and each <= LAST])
    assert found not in set(known)
    return found


def _other_year(pen: Pen, right: int, known: Iterable[int]) -> int:
    years = set(known) | {right}
    found = pen.rnd.choice([right + shift for shift in (-3, -2, -1, 1, 2, 3, 4) if right + shift not in years])
    assert found not in years
    return found


def _other_kind(pen: Pen, own: Joining) -> tuple[str, str]:
    """A kind of action that it was not: an acceding State did not ratify, a signatory did not accede."""
    others = [Kind.RATIFICATION, Kind.SUCCESSION] if own.kind is Kind.ACCESSION else [Kind.ACCESSION, Kind.SUCCESSION]
    if own.kind is Kind.SUCCESSION:
        others = [Kind.RATIFICATION, Kind.ACCESSION]
    return CONSENT_VERB[pen.rnd.choice(others)]


def _days_of(item: object) -> set[date]:
    found = set()
    for name in ("announced", "decided", "deposited", "effective"):
        given = getattr(item, name)
        if given is not None:
            found |= {day for day in (given.earliest, given.latest) if day}
    return found


KINDS = {
    "signatures": (signed, 6),
    "joining": (joined, 10),
    "signature and ratification": (both, 4),
    "withdrawals": (left, 4),
    "entry into force": (in_force, 7),
    "the rule": (rule, 4),
    "ordinals": (ordinals, 5),
    "first since": (first_since, 2),
}
"""Kind to its writer and its weight."""
