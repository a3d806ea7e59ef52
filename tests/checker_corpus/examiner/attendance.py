"""Who took part in which meeting, who did not, who was last or never there, and who came for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import Desk, Made, listed, ordinal

PAPER_DAYS = date(2018, 8, 22), date(2018, 11, 20)
"""Days on which the paper of 2018 is the last word on who was there."""
CAME = (
    "{meeting} had {state} among its observers",
    "{state} followed {meeting} as an observer",
    "Officials from {state} attended {meeting}",
    "I met the delegation of {state}, which attended {meeting}",
    "The delegation of {state} took its seat as an observer at {meeting}",
    "{state} made use of the invitation and took part in {meeting}",
    "Representatives of {state} participated as observers in {meeting}",
    "{state} attended {meeting} as an observer",
    "{state} took part in {meeting}",
    "{state} participated in {meeting}",
    "{state} was present at {meeting}",
    "At {meeting}, {state} was represented",
    "A delegation of {state} attended {meeting}",
    "{meeting} was attended by {state}, among others",
    "{state} sent a delegation to {meeting}",
    "Although not a State Party, {state} attended {meeting}",
    "{state} came to {meeting} as an observer State",
    "We were glad to see {state} at {meeting}",
    "The participation of {state} in {meeting} was noted with appreciation",
    "{state} observed the proceedings of {meeting}",
    "Observers at {meeting} included {state}",
)
STAYED_AWAY = (
    "{state} was not among the observers at {meeting}",
    "{state} was not present at {meeting}",
    "Despite an invitation, {state} did not attend {meeting}",
    "{state} failed to attend {meeting}",
    "There was no delegation from {state} at {meeting}",
    "{state} did not attend {meeting}",
    "{state} did not take part in {meeting}",
    "{state} was absent from {meeting}",
    "{state} was not represented at {meeting}",
    "{state} did not participate in {meeting}",
    "No delegation of {state} attended {meeting}",
    "{state} sent no delegation to {meeting}",
    "{meeting} took place without {state}",
    "{state} stayed away from {meeting}",
    "{state} missed {meeting}",
)
LISTS = (
    "{list} attended {meeting} as observers",
    "{list} took part in {meeting}",
    "Observer States at {meeting} included {list}",
    "{list} participated in {meeting}",
    "Among the States not party present at {meeting} were {list}",
    "Delegations of {list} attended {meeting}",
    "The following States not party took part in {meeting}, among others: {list}",
    "{meeting} was attended by {list}",
)
LAST = (
    "{state} has been absent from formal meetings of {treaty} since {meeting}",
    "{state} has not come back since {meeting}, the last it attended",
    "Since {meeting}, {state} has not taken part in any Meeting of the States Parties or Review Conference",
    "{state} was last seen at a formal meeting at {meeting}",
    "The last Meeting of the States Parties or Review Conference with the participation of {state} was {meeting}",
    "{state} last took part in {meeting}",
    "{state} last attended {meeting}",
    "The last meeting attended by {state} was {meeting}",
    "{state} has not attended a Meeting of the States Parties or Review Conference since {meeting}",
    "{state}'s last participation was in {meeting}",
    "{state} most recently took part in {meeting}",
    "{meeting} was the last formal meeting in which {state} took part",
    "The most recent formal meeting with {state} in the room was {meeting}",
)
NEVER = (
    "{state} has never been present at a meeting of {treaty}",
    "{state} has never sent a delegation to a meeting of {treaty}",
    "At no meeting of {treaty} has {state} ever been represented",
    "Among those that have never taken part in a meeting of {treaty} is {state}",
    "{state} never attended any meeting under {treaty}",
    "{state} has never taken part in a meeting of {treaty}",
    "{state} has never attended a meeting of {treaty}",
    "{state} has never participated in any meeting of the States Parties",
    "{state} has not taken part in a single meeting of {treaty}",
    "To this day, {state} has never attended a Meeting of the States Parties",
    "{state} has not once attended a meeting of {treaty}",
    "{state} has yet to attend a meeting of {treaty}",
    "Never having taken part in any meeting of {treaty}, {state} is a priority for us",
    "We note that {state} has never taken part in our meetings",
)
FIRST = (
    "{state} attended {meeting}, its first meeting of {treaty}",
    "For the first time, {state} took part in a meeting of {treaty} when it attended {meeting}",
    "{state} took part for the first time ever, at {meeting}",
    "{meeting} was the first that {state} attended",
    "At {meeting}, {state} took part for the first time",
)
FIRST_IN = (
    "{state} attended {meeting}, its first participation in {n} years",
    "For the first time in {n} years, {state} took part in a formal meeting of {treaty}, {meeting}",
    "After an absence of {n} years, {state} attended {meeting}",
    "{state} took part in {meeting} for the first time in {n} years",
    "{meeting} was the first formal meeting in {n} years that {state} attended",
)
FIRST_SINCE = (
    "{state} attended {meeting}, for the first time since {before}",
    "{state} took part in {meeting}, its first formal meeting since {before}",
    "For the first time since {before}, {state} attended a formal meeting, {meeting}",
)


def meeting_name(desk: Desk, key: str, held: Occasion) -> str:
    """A meeting as people call it."""
    year = str(held.starts.earliest.year) if held.starts and held.starts.earliest else ""
    if held.kind is OccasionKind.MSP:
        number = held.number or 0
        return desk.pick(
            (
                f"the {key}",
                f"the {held.title}",
                f"the {held.title}",
                f"the {ordinal(number)} Meeting of the States Parties",
                f"the {held.title} in {year}",
                f"the {year} Meeting of the States Parties",
                f"the {ordinal(number)} Meeting of States Parties ({key})",
            )
        )
    if held.kind is OccasionKind.RC:
        return desk.pick(
            (f"the {held.title}", f"the {held.title}", f"the {held.title} in {held.city}", f"the {held.title} ({year})")
        )
    return desk.pick(
        (
            f"the {year} intersessional meetings",
            f"the intersessional meetings in {year}",
            f"the intersessional meetings of {year}",
        )
    )


def end_of(held: Occasion) -> date:
    assert held.starts is not None
    found = (held.ends or held.starts).latest
    assert found is not None
    return found


def _known(desk: Desk, did: bool | None) -> tuple[str, str] | None:
    """A State outside in 2018 and a meeting of which its part is known and undisputed."""
    iso3 = desk.pick(desk.facts.outside(date(2018, 9, 1)))
    if desk.facts.is_attendance_disputed(iso3):
        return None
    keys = [
        key
        for key, held in desk.facts.meetings.items()
        if held.kind in (OccasionKind.MSP, OccasionKind.RC, OccasionKind.IM) and desk.facts.took_part(iso3, key) is did
    ]
    keys = [key for key in keys if key not in ("IM2024", "22MSP", "23MSP")]
    return (iso3, desk.pick(keys)) if keys else None


def _made(desk: Desk, templates: Sequence[str], after: date, verdict: Verdict, **slots: str) -> Made:
    text = desk.say(desk.pick(templates), **slots)
    return Made(desk.around(f"{text}."), verdict, desk.later(after))


def _right(is_true: bool) -> Verdict:
    return Verdict.AGREES if is_true else Verdict.CONTRADICTS


def attended(desk: Desk, is_true: bool) -> Made | None:
    """One State at one meeting; one in ten is not recorded."""
    is_open = desk.chance(0.1)
    did = None if is_open else desk.chance(0.5)
    found = _known(desk, did)
    if found is None:
        return None
    iso3, key = found
    held = desk.facts.meetings[key]
    if is_open and (held.kind is OccasionKind.IM or iso3 in ("IRN", "PRK", "UZB")):
        return None
    says_did = desk.chance(0.5) if is_open else did is is_true
    verdict = Verdict.CANNOT_TELL if is_open else _right(is_true)
    slots = {"state": desk.state(iso3), "meeting": meeting_name(desk, key, held)}
    return _made(desk, CAME if says_did else STAYED_AWAY, max(end_of(held), date(2018, 8, 22)), verdict, **slots)


def lists(desk: Desk, is_true: bool) -> Made | None:
    """Several at one meeting; false by one that was not there."""
    key = desk.pick(("3RC", "14MSP", "15MSP", "16MSP", "IM2014", "IM2016", "IM2017", "IM2018"))
    sure = [iso3 for iso3 in desk.facts.outside(date(2018, 9, 1)) if not desk.facts.is_attendance_disputed(iso3)]
    came = [iso3 for iso3 in sure if desk.facts.took_part(iso3, key)]
    away = [iso3 for iso3 in sure if desk.facts.took_part(iso3, key) is False]
    if len(came) < 2:
        return None
    who = desk.rnd.sample(came, min(len(came), desk.pick((2, 3, 4))))
    if not is_true:
        who[desk.pick(range(len(who)))] = desk.pick(away)
    slots = {
        "list": listed([desk.brief(iso3) for iso3 in who]),
        "meeting": meeting_name(desk, key, desk.facts.meetings[key]),
    }
    return _made(desk, LISTS, date(2018, 8, 22), _right(is_true), **slots)


def last(desk: Desk, is_true: bool) -> Made | None:
    """The last participation."""
    days = [day for day in desk.days if PAPER_DAYS[0] <= day <= PAPER_DAYS[1]]
    day = desk.pick(days)
    iso3 = desk.pick(desk.facts.outside(day))
    found = desk.facts.participation(iso3, day)
    if desk.facts.is_attendance_disputed(iso3) or found.last is None:
        return None
    key = found.last
    ended = end_of(desk.facts.meetings[key])
    if is_true and any(
        end_of(desk.facts.meetings[each]) > ended for each in found.attended if each in desk.facts.meetings
    ):
        return None  # it came to intersessional meetings since: "last" depends on what is counted
    if not is_true:
        before = list(desk.facts.big_meetings)
        earlier = [
            each for each in before if end_of(desk.facts.big_meetings[each]) < end_of(desk.facts.big_meetings[key])
        ]
        if not earlier:
            return None
        key = desk.pick(earlier)
    slots = {"state": desk.state(iso3), "meeting": meeting_name(desk, key, desk.facts.big_meetings[key])}
    text = desk.say(desk.pick(LAST), **slots)
    way = desk.pick(("asked", "line"))
    return Made(desk.around(f"{text}.", paper_on=day if way == "line" else None), _right(is_true), day)


def never(desk: Desk, is_true: bool) -> Made | None:
    """Never at any meeting."""
    if is_true:
        day = desk.pick([day for day in desk.days if PAPER_DAYS[0] <= day <= PAPER_DAYS[1]])
        iso3 = desk.pick(
            [each for each in desk.facts.attendance(day).answer.never if not desk.facts.is_attendance_disputed(each)]
        )
        return Made(desk.around(f"{desk.say(desk.pick(NEVER), state=desk.state(iso3))}."), Verdict.AGREES, day)
    found = _known(desk, True)
    if found is None or desk.facts.meetings[found[1]].kind is OccasionKind.IM:
        return None
    return _made(desk, NEVER, end_of(desk.facts.meetings[found[1]]), Verdict.CONTRADICTS, state=desk.state(found[0]))


def first(desk: Desk, is_true: bool) -> Made | None:
    """For the first time, ever or in years. The register tells few true ones: between meetings all recorded."""
    found = _known(desk, True)
    if found is None or found[1] not in desk.facts.big_meetings:
        return None
    iso3, key = found
    held = desk.facts.big_meetings[key]
    earlier = [
        each
        for each in desk.facts.big_meetings
        if desk.facts.took_part(iso3, each) and end_of(desk.facts.big_meetings[each]) < end_of(held)
    ]
    if not earlier:
        return None
    before = max(earlier, key=lambda each: end_of(desk.facts.big_meetings[each]))
    slots = {"state": desk.state(iso3), "meeting": meeting_name(desk, key, held)}
    if is_true:
        keys = list(desk.facts.big_meetings)
        between = keys[keys.index(before) + 1 : keys.index(key)]
        if not between or any(desk.facts.took_part(iso3, each) is not False for each in between):
            return None
        return _made(
            desk,
            FIRST_SINCE,
            end_of(held),
            Verdict.AGREES,
            before=meeting_name(desk, before, desk.facts.big_meetings[before]),
            **slots,
        )
    way = desk.pick(("ever", "years", "since"))
    if way == "ever":
        return _made(desk, FIRST, end_of(held), Verdict.CONTRADICTS, **slots)
    gap = (end_of(held) - end_of(desk.facts.big_meetings[before])).days // 365
    if way == "years":
        n = desk.n(gap + desk.pick((3, 4, 5, 7)))
        return _made(desk, FIRST_IN, end_of(held) + timedelta(1), Verdict.CONTRADICTS, n=n, **slots)
    older = [
        each
        for each in desk.facts.big_meetings
        if end_of(desk.facts.big_meetings[each]) < end_of(desk.facts.big_meetings[before])
    ]
    if not older:
        return None
    other = desk.pick(older)
    return _made(
        desk,
        FIRST_SINCE,
        end_of(held),
        Verdict.CONTRADICTS,
        before=meeting_name(desk, other, desk.facts.big_meetings[other]),
        **slots,
    )


KINDS = {
    "attendance": (attended, 8),
    "lists of attendance": (lists, 4),
    "last participation": (last, 4),
    "never": (never, 4),
    "first time": (first, 4),
}
