"""Meetings: their numbers, years, days, places, presidencies and Presidents."""

from __future__ import annotations

from datetime import date, timedelta

from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.state_names import shipped_names
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.pen import Draft, Pen

DOUBTED = frozenset({"14MSP", "2RC", "IM2024"})
"""Meetings whose days differ between sources."""
OTHER_CITIES = (
    "Geneva", "Vienna", "Santiago", "Phnom Penh", "Oslo", "Maputo", "Nairobi", "Bangkok", "Zagreb", "Managua",
    "Cartagena", "Brussels", "Siem Reap", "New York", "Amman", "The Hague",
)  # fmt: skip


def meeting_name(pen: Pen, key: str, held: Occasion) -> str:
    """A meeting as texts call it: "the Sixteenth Meeting of the States Parties", "16MSP"."""
    rnd = pen.rnd
    year = _latest(held).year
    match held.kind:
        case OccasionKind.MSP:
            assert held.number is not None
            words = wording.ordinal_in_words(held.number)
            title = "-".join(part.capitalize() for part in words.split("-"))
            return rnd.choice(
                (
                    f"the {title} Meeting of the States Parties",
                    f"the {title} Meeting of the States Parties",
                    f"the {title} Meeting of the States Parties ({key})",
                    f"the {key}",
                    f"the {wording.ordinal_in_figures(held.number)} Meeting of the States Parties",
                    f"the {words} meeting of States Parties",
                )
            )
        case OccasionKind.RC:
            assert held.number is not None
            title = wording.ordinal_in_words(held.number).capitalize()
            return rnd.choice(
                (
                    f"the {title} Review Conference",
                    f"the {title} Review Conference",
                    f"the {wording.ordinal_in_figures(held.number)} Review Conference",
                    f"the {title} Review Conference of the Convention",
                )
            )
        case OccasionKind.IM:
            return rnd.choice(
                (
                    f"the intersessional meetings of {year}",
                    f"the {year} intersessional meetings",
                    f"the intersessional meetings in {year}",
                )
            )
        case OccasionKind.SC:
            month = wording.MONTHS[_latest(held).month - 1]
            return f"the meetings of the Standing Committees in {month} {year}"
        case _:
            return "the Signing Conference"


def places(pen: Pen, verdict: Verdict) -> Draft | None:
    """Where and when a meeting was held."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.CANNOT_TELL:
        body = pen.spin(
            "⟦{The} Meeting of the States Parties will be held in [Geneva|Lusaka]⟧.", The="The Twenty-Third"
        )
        return Draft(body=body, verdict=verdict, as_of=date(2026, 11, 22))
    key = rnd.choice(list(facts.big_meetings))
    held = facts.big_meetings[key]
    first, city, year = _latest(held), held.city, _latest(held).year
    last = held.ends.latest if held.ends else None
    said_year, said_city, said_first, said_last = year, city, first, last
    what = rnd.choice(("city", "year", "days", "number"))
    number = held.number or 0
    if verdict is Verdict.CONTRADICTS:
        if key in DOUBTED and what in ("year", "days"):
            return None
        if what == "city":
            said_city = rnd.choice([each for each in OTHER_CITIES if each != city])
        elif what == "year":
            said_year = year + rnd.choice((-2, -1, 1, 2))
        elif what == "days":
            if last is None:
                return None
            shift = rnd.choice((-21, -14, -7, 7, 14, 30))
            said_first, said_last = first + timedelta(shift), last + timedelta(shift)
        else:
            number += rnd.choice((-2, -1, 1, 2))
            same = [
                each
                for each in facts.big_meetings.values()
                if each.kind is held.kind
                and each.number == number
                and (each.city == city and _latest(each).year == year)
            ]
            if number < 1 or same:
                return None
    if what == "days" and last is None:
        return None
    words = wording.ordinal_in_words(number)
    title = "-".join(part.capitalize() for part in words.split("-"))
    noun = "Meeting of the States Parties" if held.kind is OccasionKind.MSP else "Review Conference"
    meeting = rnd.choice((f"{title} {noun}", f"{wording.ordinal_in_figures(number)} {noun}"))
    if what == "days":
        assert said_last is not None
        when = wording.days(rnd, said_first, said_last)
        templates = [
            f"⟦The {meeting} [was held|took place|met] in {{city}} from {{when}}⟧.",
            f"⟦The {meeting} ({{city}}, {{when}})⟧ [adopted its report|took stock of progress|elected its officers].",
        ]
    else:
        when = str(said_year)
        templates = [
            f"⟦The {meeting} [was held|took place|met] in {{city}} in {{when}}⟧.",
            f"⟦{{city}} hosted the {meeting} in {{when}}⟧.",
            f"⟦The {meeting}, held in {{city}} in {{when}}⟧, [adopted its report|drew many observers].",
            f"⟦In {{when}}, the {meeting} [was held|took place] in {{city}}⟧.",
            f"⟦The {{when}} {noun} in {{city}} was the {words} of its kind⟧.",
        ]
    body = pen.spin(rnd.choice(templates), city=said_city, when=when)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(last or first + timedelta(5)))


def presidencies(pen: Pen, verdict: Verdict) -> Draft | None:
    """Who presided."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.CANNOT_TELL:
        pool = [key for key, held in facts.big_meetings.items() if not held.presidency and key != "23MSP"]
        key = rnd.choice(pool)
        held = facts.big_meetings[key]
        iso3 = rnd.choice(("ZAF", "NOR", "AUS", "THA", "CHE"))
        if iso3 == held.country:
            return None
    else:
        key = rnd.choice([key for key, held in facts.big_meetings.items() if held.presidency])
        held = facts.big_meetings[key]
        iso3 = held.presidency
        if verdict is Verdict.CONTRADICTS:
            others = {each.presidency for each in facts.big_meetings.values() if each.presidency}
            iso3 = rnd.choice(sorted(others - {held.presidency, held.country}))
    on = _latest(held)
    who = shipped_names().in_sentence(iso3, "en", on)
    template = rnd.choice(
        (
            "⟦{meeting} was [presided over|chaired] by {who}⟧.",
            "⟦{meeting} met under the presidency of {who}⟧.",
            "⟦{who} held the presidency of {meeting}⟧.",
            "⟦{who} presided over {meeting}⟧.",
            "⟦Under the presidency of {who}, {meeting}⟧ [adopted its final document|concluded on time].",
        )
    )
    body = pen.spin(template, meeting=meeting_name(pen, key, held), who=who)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on + timedelta(7)))


def presidents(pen: Pen, verdict: Verdict) -> Draft | None:
    """The person."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    pool = {key: held for key, held in facts.big_meetings.items() if held.president and key != "15MSP"}
    key = rnd.choice(list(pool))
    held = pool[key]
    who, iso3 = held.president, held.presidency
    if verdict is Verdict.CONTRADICTS:
        other = rnd.choice([each for each in pool.values() if each.president != held.president])
        who, iso3 = other.president, other.presidency
        if iso3 == held.presidency:
            return None
    on = _latest(held)
    template = rnd.choice(
        (
            "⟦{meeting} was [presided over|chaired] by {person} of {who}⟧.",
            "⟦{person} ({who}) presided over {meeting}⟧.",
            "⟦{person} of {who} served as President of {meeting}⟧.",
        )
    )
    body = pen.spin(
        template,
        meeting=meeting_name(pen, key, held),
        person=rnd.choice((who, f"Ambassador {who}", f"H.E. {who}")),
        who=shipped_names().in_sentence(iso3, "en", on),
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on + timedelta(7)))


def _latest(held: Occasion) -> date:
    assert held.starts is not None
    assert held.starts.latest is not None
    return held.starts.latest


KINDS = {
    "meetings": (places, 9),
    "presidencies": (presidencies, 5),
    "presidents": (presidents, 3),
}
"""Kind to its writer and its weight."""
