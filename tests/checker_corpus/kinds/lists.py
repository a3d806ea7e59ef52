"""Lists of States with a property, whole or in part; and where a single State stands."""

from __future__ import annotations

import re
from datetime import date

from accede.vocabulary.standings import Standing
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.pen import Draft, Moment, Pen


def whole_lists(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "The following 33 States were not party: ..."."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    moment = pen.moment(date(2007, 12, 1), date(2025, 12, 20))
    rnd, facts = pen.rnd, pen.facts
    states = list(facts.outside(moment.day))
    count = len(states)
    if verdict is Verdict.CONTRADICTS:
        out = rnd.choice(states)
        at = states.index(out)
        states.remove(out)
        if rnd.random() < 0.55:
            party = _long_standing_party(pen, moment)
            states.insert(at, party)
    body = pen.spin(
        rnd.choice(
            (
                "{lead}⟦the following {n} States were not party to {T}: {names}⟧.",
                "⟦The {n} States not party to {T}{tail} were {names}⟧.",
                "{lead}⟦{n} States had yet to join {T}: {names}⟧.",
                "{lead}⟦all States were party to {T} except the following {n}: {names}⟧.",
            )
        ),
        n=pen.number(count),
        names=pen.names(states, moment.day),
        lead=moment.lead,
        tail=moment.tail,
    )
    if not moment.is_past:
        body = body.replace(" were ", " are ").replace(" had yet ", " have yet ")
    return Draft(body=body, verdict=verdict, as_of=moment.as_of, paper=moment.paper, is_free=False)


def partial_lists(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "States not party such as Armenia, Cuba and India"; "Belgium, Chile and Japan are party"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    moment = pen.moment(date(2000, 1, 1), date(2026, 11, 22))
    if rnd.random() < 0.6:
        pool = [each for each in facts.outside(moment.day) if _is_long_outside(pen, each, moment)]
        states = wording.some(rnd, pool, 2, 6)
        wrong = _long_standing_party(pen, moment)
        templates = [
            "{lead}⟦{names} were [still |]not party to {T}⟧.",
            "⟦States not party [such as|like] {names} remained outside {T}{tail}⟧.",
            "{lead}⟦{names} had not joined {T}⟧.",
            "{lead}⟦the States that remained outside {T} included {names}⟧.",
            "{lead}⟦among the States not party to {T} were {names}⟧.",
        ]
    else:
        pool = [each for each in facts.joined(moment.day) if _is_long_in(pen, each, moment)]
        states = wording.some(rnd, pool, 2, 5)
        wrong = rnd.choice([each for each in facts.outside(moment.day) if _is_long_outside(pen, each, moment)])
        templates = [
            "{lead}⟦{names} were [all |]States Parties to {T}⟧.",
            "{lead}⟦the States Parties [to {T} |]included {names}⟧.",
            "{lead}⟦{names} had [all |]joined {T}⟧.",
        ]
    if verdict is Verdict.CONTRADICTS:
        states[rnd.randrange(len(states))] = wrong
    body = pen.spin(rnd.choice(templates), names=pen.names(states, moment.day), lead=moment.lead, tail=moment.tail)
    if len(states) == 2:
        body = body.replace(" all ", " both ")
    if not moment.is_past:
        body = _present(body)
    return Draft(body=body, verdict=verdict, as_of=moment.as_of, paper=moment.paper)


def joined_in_a_year(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Finland, Poland and Somalia joined in 2012"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    year = rnd.choice([*range(1998, 2013), 2017, 2025])
    by_year = [each for each in facts.joinings.values() if each.deposited.year == year and not each.is_disputed]
    everybody = [each for each in facts.joinings.values() if each.deposited.year == year]
    if len(by_year) < 2:
        return None
    is_whole = len(by_year) == len(everybody) <= 8 and rnd.random() < 0.5
    states = [each.iso3 for each in by_year] if is_whole else [each.iso3 for each in wording.some(rnd, by_year, 2, 4)]
    if verdict is Verdict.CONTRADICTS:
        others = [
            each.iso3
            for each in facts.joinings.values()
            if year not in each.all_years and abs(each.deposited.year - year) < 6 and not each.is_disputed
        ]
        states[rnd.randrange(len(states))] = rnd.choice(others)
    names = pen.names(states, date(year, 12, 31))
    count = len(states)
    if is_whole:
        templates = [
            f"⟦In {year}, {{n}} States joined {{T}}: {{names}}⟧.",
            f"⟦The States that joined {{T}} in {year} were {{names}}⟧.",
            f"⟦{{n}} States deposited their instruments in {year}: {{names}}⟧.",
        ]
    else:
        templates = [
            f"⟦In {year}, {{names}} joined {{T}}⟧.",
            f"⟦{{names}} [all |]deposited their instruments in {year}⟧.",
            f"⟦Among the States that joined {{T}} in {year} were {{names}}⟧.",
            f"⟦{{names}} became party to {{T}} in {year}⟧.",
        ]
    body = pen.spin(rnd.choice(templates), n=pen.number(count), names=names)
    if count == 2:
        body = body.replace(" all deposited", " both deposited")
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(year, 12, 31)))


def only_signatories(pen: Pen, verdict: Verdict) -> Draft | None:
    """The signatories that had still to ratify, all of them."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    moment = pen.moment(date(2004, 1, 1), date(2025, 3, 1))
    states = list(facts.in_standing(moment.day, Standing.SIGNATORY))
    if not 1 <= len(states) <= 9:
        return None
    if verdict is Verdict.CONTRADICTS:
        wrong = rnd.choice(facts.in_standing(moment.day, Standing.NON_SIGNATORY))
        if len(states) > 1 and rnd.random() < 0.5:
            states.remove(rnd.choice(states))
        else:
            states[rnd.randrange(len(states))] = wrong
    one = len(states) == 1
    template = (
        "{lead}⟦the only signatory that had [still|yet] to ratify {T} was {names}⟧."
        if one
        else "{lead}⟦the only signatories that had [still|yet] to ratify {T} were {names}⟧."
    )
    body = pen.spin(template, names=pen.names(states, moment.day), lead=moment.lead)
    if not moment.is_past:
        body = _present(body)
    return Draft(body=body, verdict=verdict, as_of=moment.as_of, paper=moment.paper)


def standing(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Armenia is not party"; "Chile is a State Party"; "the Marshall Islands has signed, but not ratified"."""
    rnd, facts = pen.rnd, pen.facts
    moment = pen.moment(date(2000, 1, 1))
    if verdict is Verdict.CANNOT_TELL:
        moment = pen.moment(date(2026, 2, 1), date(2026, 11, 1))
        iso3, is_in = "LBN", rnd.random() < 0.5
    else:
        outside = [each for each in facts.outside(moment.day) if _is_long_outside(pen, each, moment)]
        joined = [each for each in facts.joined(moment.day) if _is_long_in(pen, each, moment)]
        really_in = rnd.random() < 0.4
        iso3 = rnd.choice(joined if really_in else outside)
        is_in = really_in is (verdict is Verdict.AGREES)
    if is_in:
        templates = [
            "{lead}⟦{name} was a State Party to {T}⟧.",
            "{lead}⟦{name} was party to {T}⟧.",
            "{lead}⟦{name} had joined {T}⟧.",
            "{lead}⟦{name} was among the States Parties to {T}⟧.",
        ]
    else:
        templates = [
            "{lead}⟦{name} was not party to {T}⟧.",
            "{lead}⟦{name} had not [yet |]joined {T}⟧.",
            "{lead}⟦{name} remained outside {T}⟧.",
            "{lead}⟦{name} was a State not party to {T}⟧.",
            "{lead}⟦{name} had yet to accede to or ratify {T}⟧.",
        ]
    body = pen.spin(rnd.choice(templates), name=pen.name(iso3, moment.day), lead=moment.lead)
    if not moment.is_past:
        body = _present(body)
    return Draft(body=body, verdict=verdict, as_of=moment.as_of, paper=moment.paper)


def _long_standing_party(pen: Pen, moment: Moment) -> str:
    return pen.rnd.choice([each for each in pen.facts.joined(moment.day) if _is_long_in(pen, each, moment)])


def _is_long_in(pen: Pen, iso3: str, moment: Moment) -> bool:
    """Whether it was a State Party in every sense, and stayed one until the day of checking."""
    held = pen.facts.joinings.get(iso3)
    if held is None or held.is_disputed or pen.facts.withdrawal(iso3):
        return False
    return held.in_force < moment.day and held.deposited < moment.day


def _is_long_outside(pen: Pen, iso3: str, moment: Moment) -> bool:
    """Whether it was outside in every sense, on the day and on the day of checking."""
    if iso3 == "LBN" or pen.facts.withdrawal(iso3):
        return False
    held = pen.facts.joinings.get(iso3)
    return held is None or (min(held.deposited, held.in_force) > moment.as_of and not held.is_disputed)


def _present(body: str) -> str:
    """A sentence of the past in the present. A plural has an "and" before its verb, or is of States."""
    head = re.split(r" (?:had|were|was|remained|stayed|included) ", body)[0]
    is_many = " and " in head or "States" in head.replace("United States", "").replace("Federated States", "")
    is_many = is_many or "signatories" in head
    for past, one, many in (
        ("had", "has", "have"),
        ("were", "are", "are"),
        ("was", "is", "is"),
        ("remained", "remains", "remain"),
        ("stayed", "stays", "stay"),
        ("included", "includes", "include"),
    ):
        body = body.replace(f" {past} ", f" {many if is_many else one} ")
    return body


KINDS = {
    "whole lists": (whole_lists, 4),
    "lists": (partial_lists, 7),
    "joined in a year": (joined_in_a_year, 5),
    "only signatories": (only_signatories, 3),
    "standing": (standing, 7),
}
"""Kind to its writer and its weight."""
