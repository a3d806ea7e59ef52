"""What the register holds of the days and the place of a meeting. Pure."""

from __future__ import annotations

from accede.register.values import Occasion
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds.meeting_claim import MeetingClaim
from accede.reporting.checker.reading.days import days
from accede.reporting.checker.values import Judgement, agrees, cannot_tell, contradicts


def days_judged(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...]) -> Judgement:
    """Whether a meeting was held then: all of its days where a range is told, else on one of them. `keys` are the evidence."""
    starts, ends = held.starts, held.ends or held.starts
    if starts is None or ends is None or claim.first is None or claim.last is None:
        return cannot_tell("The register does not hold its days.", "", keys)
    register = f"{starts.wording()} to {ends.wording()}" if starts != ends else starts.wording()
    if starts.earliest is None or ends.latest is None:
        return cannot_tell("The register does not hold its days.", register, keys)
    is_known = starts.earliest == starts.latest and ends.earliest == ends.latest
    overlaps = starts.earliest <= claim.last and claim.first <= ends.latest
    if claim.is_range and is_known:
        if (claim.first, claim.last) == (starts.earliest, ends.latest):
            return agrees(register, "", keys)
        if starts.earliest <= claim.first and claim.last <= ends.latest:
            return cannot_tell("These days lie within the meeting; say whether all of it is meant.", register, keys)
    elif overlaps:
        return (
            agrees(register, "", keys)
            if is_known or (claim.first <= starts.earliest and ends.latest <= claim.last)
            else cannot_tell("Its days are known only roughly.", register, keys)
        )
    if not is_known and overlaps:
        return cannot_tell("Its days are known only roughly.", register, keys)
    if (
        held.ends is None
        and starts.earliest <= claim.last
        and claim.first >= starts.earliest
        and (claim.first - starts.earliest).days < 10
    ):
        return cannot_tell("Its last day is not held.", register, keys)
    if _is_noted(claim, held.note):
        return cannot_tell(f"Another source dates it otherwise: {held.note}", register, keys)
    return contradicts(register, f"{held.name} was held {register}.", keys)


def _is_noted(claim: MeetingClaim, note: str) -> bool:
    """Whether the register's note on a meeting names the days claimed: other sources give them."""
    assert claim.first is not None
    assert claim.last is not None
    return any(not day.wrong and day.first <= claim.last and claim.first <= day.last for day in days(note))


def place_judged(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...], answers: Answers) -> Judgement:
    """Whether a meeting was held there: in the city, or in the State. `keys` are the evidence."""
    register = ", ".join(filter(None, (held.city, answers.name(held.country) if held.country else "")))
    if not held.city:
        return cannot_tell("The register does not hold where it was.", register, keys)
    if claim.state:
        if claim.state == held.country:
            return agrees(register, "", keys)
        if claim.state == held.presidency:
            return cannot_tell("That State presided; the meeting was held elsewhere.", register, keys)
        return contradicts(register, f"{held.name} was held in {register}.", keys)
    if _same_city(claim.place, held.city):
        return agrees(register, "", keys)
    if "irtual" in held.note and _country(claim.place, answers) in ("", held.presidency, held.country):
        return cannot_tell(f"It was held virtually, convened in {register}.", register, keys)
    if claim.place in held.note:
        return cannot_tell(held.note, register, keys)
    return contradicts(register, f"{held.name} was held in {register}.", keys)


def _same_city(one: str, other: str) -> bool:
    return (
        one == other
        or one.startswith(other)
        or other.startswith(one)
        or one.removeprefix("The ") == other.removeprefix("The ")
    )


def _country(city: str, answers: Answers) -> str:
    """The country of a city in which another meeting was held; "" where there is none."""
    return next((each.fact.country for each in answers.occasions.values() if each.fact.city == city), "")
