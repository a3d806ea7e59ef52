"""Who took part in which meeting, last, never, for the first time."""

from __future__ import annotations

from datetime import date

from accede.register.values import Occasion
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.kinds.meetings import meeting_name
from checker_corpus.pen import Draft, Pen

PAPER_DAY, NEXT_MEETING = date(2018, 8, 21), date(2018, 11, 25)
"""Between them the status paper's table is the last word on who took part last."""


def took_part(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Myanmar took part in the Sixteenth Meeting of the States Parties"."""
    rnd, facts = pen.rnd, pen.facts
    as_of = pen.checked(PAPER_DAY)
    if verdict is Verdict.CANNOT_TELL:
        return _not_recorded(pen)
    iso3 = rnd.choice(facts.outside(PAPER_DAY))
    if facts.is_attendance_disputed(iso3):
        return None
    found = facts.participation(iso3, as_of)
    is_negated = rnd.random() < 0.3
    wants_attended = is_negated is not (verdict is Verdict.AGREES)
    pool = [
        key
        for key in facts.meetings
        if key in (*found.attended, *found.absent)
        and facts.took_part(iso3, key, as_of) is wants_attended
        and facts.took_part(iso3, key) is wants_attended
    ]
    if not pool:
        return None
    key = rnd.choice(pool)
    held = facts.meetings[key]
    verb = (
        "[did not take part in|did not attend|was absent from|was not represented at]"
        if is_negated
        else "[took part in|attended|participated in|was represented at|sent observers to|took part as an observer in]"
    )
    body = pen.spin(
        f"⟦{{name}} {verb} {{meeting}}⟧{{when}}.", name=pen.name(iso3, held_on(held)), **_meeting(pen, key, held)
    )
    return Draft(body=body, verdict=verdict, as_of=as_of)


def took_part_lists(pen: Pen, verdict: Verdict) -> Draft | None:
    """Several States at one meeting."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    as_of = pen.checked(PAPER_DAY)
    key = rnd.choice(("3RC", "IM2015", "14MSP", "IM2016", "15MSP", "IM2017", "16MSP", "IM2018"))
    known = [each for each in facts.outside(PAPER_DAY) if not facts.is_attendance_disputed(each)]
    present = [each for each in known if facts.took_part(each, key, as_of) and facts.took_part(each, key)]
    absent = [each for each in known if facts.took_part(each, key, as_of) is False is facts.took_part(each, key)]
    states = wording.some(rnd, present, 2, 5)
    if len(states) < 2:
        return None
    if verdict is Verdict.CONTRADICTS:
        states[rnd.randrange(len(states))] = rnd.choice(absent)
    held = facts.meetings[key]
    body = pen.spin(
        rnd.choice(
            (
                "⟦{names} [took part in|attended|participated in] {meeting}⟧{when}.",
                "⟦The States not party that attended {meeting} included {names}⟧.",
                "⟦Among the observers at {meeting} were {names}⟧.",
            )
        ),
        names=pen.names(states, held_on(held)),
        **_meeting(pen, key, held),
    )
    return Draft(body=body, verdict=verdict, as_of=as_of)


def last(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Cuba last took part in the Second Review Conference" (checked before the next meeting)."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    as_of = pen.checked_between(PAPER_DAY, NEXT_MEETING)
    iso3 = rnd.choice(facts.outside(PAPER_DAY))
    if facts.is_attendance_disputed(iso3):
        return None
    right = facts.participation(iso3, as_of).last
    if right is None:
        return None
    key = right
    if verdict is Verdict.CONTRADICTS:
        begun = [each for each, held in facts.big_meetings.items() if held_on(held) < as_of]
        key = rnd.choice([each for each in begun if each != right])
        is_later = begun.index(key) > begun.index(right)
        if is_later and facts.took_part(iso3, key, as_of) is not False and begun.index(key) > begun.index("3RC"):
            return None
    held = facts.meetings[key]
    body = pen.spin(
        rnd.choice(
            (
                "⟦{name} last took part in a Meeting of the States Parties or Review Conference at {meeting}⟧{when}.",
                "⟦{name} last [attended|took part in] {meeting}⟧{when}.",
                "⟦The last participation of {name} in a Meeting of the States Parties or a Review Conference was at "
                "{meeting}⟧{when}.",
                "⟦{name} has not [attended|taken part in] any Meeting of the States Parties or Review Conference since {meeting}⟧"
                "{when}.",
            )
        ),
        name=pen.name(iso3, as_of),
        **_meeting(pen, key, held),
    )
    if (
        "since" in body
        and verdict is Verdict.CONTRADICTS
        and list(facts.meetings).index(key) > list(facts.meetings).index(right)
    ):
        return None  # not having attended since a later meeting is true as well
    return Draft(body=body, verdict=verdict, as_of=as_of)


def never(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Uzbekistan has never taken part in a meeting of the Convention"."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.CANNOT_TELL:
        as_of, iso3 = pen.checked_between(PAPER_DAY, NEXT_MEETING), "KOR"
        assert facts.is_attendance_disputed(iso3, as_of)
    else:
        as_of = pen.checked_between(PAPER_DAY, NEXT_MEETING)
        found = facts.attendance(as_of)
        really_never = [each for each in found.answer.never if not facts.is_attendance_disputed(each)]
        attended = [
            each
            for each in facts.outside(PAPER_DAY)
            if len(found.states[each].attended) > 1 and not facts.is_attendance_disputed(each)
        ]
        iso3 = rnd.choice(really_never if verdict is Verdict.AGREES else attended)
    template = rnd.choice(
        (
            "⟦{name} has never [taken part in|attended] a [meeting of the Convention|Convention-related meeting]⟧.",
            "⟦{name} has never participated in [any|a] meeting of {T}⟧.",
            "⟦{name} has not attended a single meeting of {T}⟧.",
            "⟦{name} has never attended a Meeting of the States Parties, a Review Conference or an intersessional meeting⟧.",
        )
    )
    return Draft(body=pen.spin(template, name=pen.name(iso3, as_of)), verdict=verdict, as_of=as_of)


def first_time(pen: Pen, verdict: Verdict) -> Draft | None:
    """A first participation that was not the first; of a true one the register cannot tell."""
    rnd, facts = pen.rnd, pen.facts
    if verdict is Verdict.AGREES:
        return None
    as_of = pen.checked(PAPER_DAY)
    iso3 = rnd.choice(facts.outside(PAPER_DAY))
    if facts.is_attendance_disputed(iso3):
        return None
    order = list(facts.meetings)
    attended = sorted(
        (key for key in facts.participation(iso3, as_of).attended if held_on(facts.meetings[key]) < as_of),
        key=order.index,
    )
    big = [key for key in attended if key in facts.big_meetings]
    if verdict is Verdict.CANNOT_TELL:
        if len(attended) < 1 or attended[0] not in facts.big_meetings:
            return None
        key, gap = attended[0], 0
    else:
        if len(big) < 3:
            return None
        at = rnd.randrange(2, len(big))
        key = big[at]
        gap = held_on(facts.meetings[key]).year - held_on(facts.meetings[big[at - 1]]).year
    held = facts.meetings[key]
    templates = [
        "⟦{name} [took part|participated] for the first time in {meeting}⟧{when}.",
        "⟦{meeting} was the first meeting [of the Convention |]that {name} attended⟧.",
        "⟦For the first time, {name} attended {meeting}⟧{when}.",
    ]
    if gap and gap < 4:
        years = rnd.randint(gap + 4, gap + 9)
        templates += [
            f"⟦{{name}} attended {{meeting}}, its first Convention meeting in {wording.number(rnd, years)} years⟧."
        ] * 2
    body = pen.spin(rnd.choice(templates), name=pen.name(iso3, held_on(held)), **_meeting(pen, key, held))
    return Draft(body=body, verdict=verdict, as_of=as_of)


def held_on(held: Occasion) -> date:
    """The last day on which a meeting can have begun."""
    assert held.starts is not None
    assert held.starts.latest is not None
    return held.starts.latest


def _not_recorded(pen: Pen) -> Draft | None:
    """A State of whose part in the meeting nothing is recorded; a State on which sources differ."""
    rnd, facts = pen.rnd, pen.facts
    as_of = pen.checked(PAPER_DAY)
    key = rnd.choice([each for each, held in facts.big_meetings.items() if held_on(held) < as_of])
    held = facts.meetings[key]
    parties = [each for each in facts.joined(as_of) if not facts.participation(each, as_of).is_recorded]
    iso3 = rnd.choice(parties)
    body = pen.spin(
        "⟦{name} [took part in|attended|participated in] {meeting}⟧{when}.",
        name=pen.name(iso3, held_on(held)),
        **_meeting(pen, key, held),
    )
    return Draft(body=body, verdict=Verdict.CANNOT_TELL, as_of=as_of)


def _meeting(pen: Pen, key: str, held: Occasion) -> dict[str, str]:
    """The meeting's name, and perhaps its place and year after it."""
    said = meeting_name(pen, key, held)
    year = held_on(held).year
    when = pen.rnd.choice(("", f" in {year}", f" in {held.city} in {year}", f" ({year})"))
    return {"meeting": said, "when": "" if str(year) in said else when}


KINDS = {
    "attendance": (took_part, 8),
    "lists of attendance": (took_part_lists, 4),
    "last participation": (last, 4),
    "never": (never, 3),
    "first time": (first_time, 2),
}
"""Kind to its writer and its weight."""
