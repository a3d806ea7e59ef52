"""A proposal in one line, for the person who decides about it. Pure."""

from __future__ import annotations

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Practice, Report, RollCall, Statement
from accede.intake.findings import Evidenced, Stated, StatedCount, StatedGroup
from accede.register.values import Occasion, StatusClaim, TreatyAction
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor
from accede.vocabulary.state_names import NameTable

LONGEST = 160


def worded(fact: Evidenced | Stated, names: NameTable) -> str:
    """What a proposal says: the kind of fact, who, what, when."""
    match fact:
        case StatedCount() | StatedGroup():
            return _stated(fact, names)
        case TreatyAction() | StatusClaim() | Occasion():
            return _of_register(fact, names)
        case Activity():
            return _activity(fact, names)
    return _evidence(fact, names)


def _stated(fact: StatedCount | StatedGroup, names: NameTable) -> str:
    if isinstance(fact, StatedCount):
        about = (_name(fact.state, names), fact.occasion, _day(fact.as_of))
        return _line(f"Number: {fact.number}, {fact.what.label}", *about)
    return _line(f"Together: {fact.about.label}", ", ".join(fact.codes), _states(fact.states, names), fact.how_many)


def _of_register(fact: TreatyAction | StatusClaim | Occasion, names: NameTable) -> str:
    match fact:
        case TreatyAction():
            days = (
                ("announced", fact.announced),
                ("decided", fact.decided),
                ("", fact.deposited),
                ("in effect", fact.effective),
            )
            told = [f"{what} {_day(day)}".strip() for what, day in days if day]
            return _line(f"{_name(fact.state, names)}: {fact.kind.label}", fact.about, *told, fact.treaty.upper())
        case StatusClaim():
            return _line(f"{_name(fact.state, names)}: {fact.standing.label}", _day(fact.listed), fact.treaty.upper())
    span = f"{_day(fact.starts)} to {_day(fact.ends)}" if fact.ends and fact.ends != fact.starts else _day(fact.starts)
    return _line(f"Meeting {fact.name}", span, fact.city, _name(fact.country, names))


def _activity(fact: Activity, names: NameTable) -> str:
    by = ", ".join(_name(one, names) for one in fact.by.split(", ")) if fact.by else ""
    towards = "all States outside" if fact.towards_all_outside else _states(fact.towards, names)
    return _line(
        f"{fact.kind.label.capitalize()}: {fact.title}" if fact.title else fact.kind.label.capitalize(),
        f"by {by}" if by else "",
        f"towards {towards}" if towards else "",
        fact.tone.label if fact.tone else "",
        f"about {_name(fact.about_state, names)}" if fact.about_state else "",
        f"reported by {fact.alleged_by}" if fact.alleged_by else "",
        fact.forum,
        " ".join(fact.plan_actions),
        _day(fact.on),
    )


def _evidence(fact: object, names: NameTable) -> str:
    match fact:
        case Statement():
            return _line(
                f"{_name(fact.state, names)}, {fact.text_kind.label}: {fact.text or fact.summary}", f"({fact.citation})"
            )
        case Confirmation():
            return _line(f"{_name(fact.state, names)} says that nothing changed", _day(fact.said))
        case RollCall():
            totals = (fact.stated_in_favour, fact.stated_against, fact.stated_abstained)
            told = (
                " / ".join("?" if one is None else str(one) for one in totals)
                if any(t is not None for t in totals)
                else ""
            )
            cast = (
                f"{len(fact.ballots)} ballots"
                if len(fact.ballots) > FEW
                else ", ".join(f"{_name(state, names)} {ballot.label}" for state, ballot in fact.ballots)
            )
            return _line(
                f"Vote in the {fact.body.label}, session {fact.session}", fact.symbol or fact.draft, told, cast
            )
        case Attendance():
            return _line(f"{_name(fact.state, names)} {fact.claim.label}", fact.occasion, fact.capacity, fact.mode)
        case Report():
            covers = f"covering {_day(fact.covers)}" if fact.covers else ""
            return _line(
                f"{_name(fact.state, names)}: {fact.duty.label} report {fact.report_state.label}",
                _day(fact.submitted),
                covers,
            )
        case Practice():
            actor = "" if fact.actor is Actor.STATE else f"by {fact.actor.label}"
            since = f"until {_day(fact.until)}" if fact.until else ""
            return _line(
                f"{fact.kind.label.capitalize()} in {_name(fact.state, names)}: "
                f"{_name(fact.claimant, names)} {fact.claim.label}",
                fact.status.label, actor, fact.place, fact.weapon, since, _day(fact.claimed),
            )  # fmt: skip
    raise TypeError(f"{type(fact).__name__} has no wording")


FEW = 6


def _line(*parts: str) -> str:
    text = "; ".join(" ".join(part.split()) for part in parts if part)
    return text if len(text) <= 2 * LONGEST else text[: 2 * LONGEST].rsplit(" ", 1)[0] + " …"


def _name(key: str, names: NameTable) -> str:
    if len(key) != 3 or not key.isupper():
        return key
    try:
        return names.short(key)
    except UnknownName:
        return key


def _states(keys: tuple[str, ...], names: NameTable) -> str:
    return ", ".join(_name(key, names) for key in keys)


def _day(day: PartialDate | None) -> str:
    return day.wording() if day else ""
