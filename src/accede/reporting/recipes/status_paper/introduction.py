"""Section I: how many States have joined, who stands outside, what changed, which plan is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from accede.overview.headline import may_be_in_force
from accede.overview.standings import standings
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.register.standing import Effect, as_partial
from accede.register.treaty import Plan, PlanAction
from accede.reporting.recipes.matter import Keys, Matter, days_words, meeting_words
from accede.reporting.recipes.prose import Part, Pen, either, listed, spelled, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import TreatyActionKind


def introduction(matter: Matter, pen: Pen) -> Section:
    """The section."""
    paragraphs = [
        _joined(matter, pen),
        *_uncertain(matter, pen),
        *_outside(matter, pen),
        *_leaving(matter, pen),
        *_since_review(matter, pen),
        *_plans(matter, pen),
    ]
    return Section("I", words("Introduction"), tuple(paragraphs))


def _joined(matter: Matter, pen: Pen) -> Paragraph:
    counts, day = matter.counts, PartialDate.on_day(matter.as_of).wording()
    joined = [iso3 for iso3, found in matter.standings.items() if found.standing.has_joined]
    return pen.paragraph(
        f"As of {day}, ",
        Figure(str(counts.joined), matter.evidence_of(joined)),
        f" {either(counts.joined, 'State has', 'States have')} joined the Convention and ",
        Figure(str(counts.outside), matter.evidence_of(matter.outside)),
        f" {either(counts.outside, 'State remains', 'States remain')} outside it.",
        _in_force(matter, joined),
        _signed(matter),
    )


def _in_force(matter: Matter, joined: list[str]) -> tuple[Inline, ...]:
    """For how many that have joined it is in force; the others by name with the day from which it will be."""
    if not any(matter.standings[iso3].effects for iso3 in joined):
        return words(" The days of their deposits are not recorded, nor whether it is in force for all of them.")
    waiting = [iso3 for iso3 in joined if matter.standings[iso3].standing is Standing.JOINED_NOT_IN_FORCE]
    sure = [iso3 for iso3 in waiting if not matter.standings[iso3].is_uncertain]
    if not waiting:
        return words(" It is in force for all of them.")
    in_force = [iso3 for iso3 in joined if iso3 not in waiting]
    if not in_force:
        return words(" It is not yet in force for any of them.")
    may_be = [iso3 for iso3 in waiting if may_be_in_force(matter.standings[iso3])]
    number = Figure(str(len(in_force)), matter.evidence_of(in_force))
    parts: list[Part] = [" It is in force for ", number]
    if may_be:
        parts += [
            f" {either(len(may_be), 'or', 'to')} ",
            Figure(str(len(in_force) + len(may_be)), matter.evidence_of(may_be)),
        ]
    parts.append(" of them")
    if sure:
        keys = matter.standings
        names = matter.named(sure, lambda iso3: keys[iso3].evidence, lambda iso3: _from(matter, iso3))
        parts += [", and not yet for ", names]
    return words(*parts, ".")


def _uncertain(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """Of which States the dates held leave open where they stand; not where no treaty action is held at all."""
    for iso3 in matter.standings:
        found = matter.standings[iso3]
        if found.is_uncertain and found.effects:
            name = Figure(matter.in_sentence(iso3), found.evidence)
            yield pen.paragraph("The dates held leave the standing of ", name, f" open. {found.why}")


def _named(matter: Matter, states: Iterable[str], remark: Callable[[str], Part]) -> tuple[Inline, ...]:
    """States in a sentence, each with the evidence of its standing and a remark."""
    return matter.listed(states, lambda iso3: matter.standings[iso3].evidence, remark)


def _from(matter: Matter, iso3: str) -> str:
    """From which day it will be in force for a State that has joined."""
    days = [as_partial(effect.effective) for effect in matter.standings[iso3].effects if effect.kind.expresses_consent]
    return f" (from {days[-1].wording()})" if days and days[-1] is not None else ""


def _signed(matter: Matter) -> tuple[Inline, ...]:
    """How many signed by the last day for it; nothing where the register holds no treaty action."""
    closed = matter.register.treaty.dates.signature_closed
    if not matter.register.actions or closed is None:
        return ()
    is_closed = closed.counts_from <= matter.as_of
    keys = _signatures(matter, closed.counts_from if is_closed else matter.as_of)
    lead = f" By {closed.wording()}, the last day on which it was open for signature, " if is_closed else " By then, "
    return words(lead, Figure(str(len(keys)), keys), f" {either(len(keys), 'State', 'States')} had signed it.")


def _signatures(matter: Matter, until: date) -> Keys:
    """The keys of the signatures by a day, one a State."""
    first: dict[str, str] = {}
    for iso3, found in matter.standings.items():
        for effect in found.effects:
            if effect.kind is TreatyActionKind.SIGNATURE and effect.done and effect.done.latest <= until:
                first.setdefault(iso3, effect.key)
    return tuple(first.values())


def _outside(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """Who of those outside has signed, and who has withdrawn."""
    signatories = [iso3 for iso3 in matter.outside if matter.standings[iso3].standing is Standing.SIGNATORY]
    withdrawn = [iso3 for iso3 in matter.outside if matter.standings[iso3].standing is Standing.WITHDRAWN]
    parts: list[Part] = []
    if signatories:
        names = matter.listed(signatories, lambda iso3: matter.standings[iso3].evidence)
        parts += [
            f"Of those outside it, {either(len(signatories), 'one is a signatory', 'the signatories are')}: ",
            names,
        ]
        parts.append("." if withdrawn else "; the others have not signed it.")
    elif matter.counts.outside and not withdrawn and matter.register.actions:
        parts.append("None of those outside it has signed it.")
    if withdrawn:
        parts += [" "] if parts else []
        parts += [
            Figure(capital(spelled(len(withdrawn))), matter.evidence_of(withdrawn)),
            f" {either(len(withdrawn), 'State has', 'States have')} withdrawn: ",
            _named(matter, withdrawn, lambda iso3: _left(matter, iso3)),
            ".",
        ]
    if parts:
        yield pen.paragraph(*parts)


def _left(matter: Matter, iso3: str) -> str:
    since = matter.standings[iso3].since
    return f" (with effect from {PartialDate.on_day(since).wording()})" if since else ""


def _leaving(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """Withdrawals notified and not yet in effect."""
    leaving = [iso3 for iso3, found in matter.standings.items() if found.withdrawal and found.standing.has_joined]
    if leaving:
        yield pen.paragraph(
            "A withdrawal has been notified and is not yet in effect for ",
            matter.listed(
                leaving, lambda iso3: _withdrawal(matter, iso3)[0], lambda iso3: _withdrawal(matter, iso3)[1]
            ),
            f"; until then {either(len(leaving), 'it is counted', 'they are counted')} among those that have joined.",
        )


def _withdrawal(matter: Matter, iso3: str) -> tuple[Keys, str]:
    effect = matter.standings[iso3].withdrawal
    assert effect is not None
    received, effective = as_partial(effect.done), as_partial(effect.effective)
    told = [f"received {received.wording()}"] if received else []
    told += [f"effective {effective.wording()}"] if effective else []
    return (effect.key,), f" ({', '.join(told)})" if told else ""


def _since_review(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """Who joined and who left since the last Review Conference; nothing where the register holds no treaty action."""
    if matter.last_review is None or not matter.register.actions:
        return
    review = matter.last_review.fact
    ended = review.ends or review.starts
    assert ended is not None
    before = standings(matter.register, on=ended.counts_from)
    had_joined = {iso3 for iso3, found in before.items() if found.standing.has_joined}
    joined = [iso3 for iso3, found in matter.standings.items() if found.standing.has_joined and iso3 not in had_joined]
    left = [iso3 for iso3 in matter.outside if iso3 in had_joined]
    where = ", ".join(part for part in (review.city, days_words(review)) if part)
    parts: list[Part] = ["Since ", Figure(meeting_words(review), (matter.last_review.key,)), f" ({where})"]
    if joined:
        ordered = sorted(joined, key=lambda iso3: (_consent(matter, iso3)[1] or ended, iso3))
        names = listed(
            words(Figure(matter.in_sentence(iso3), (_consent(matter, iso3)[0],)), _deposited(matter, iso3))
            for iso3 in ordered
        )
        parts += [f", {either(len(joined), 'an instrument was', 'instruments were')} deposited by ", names, "."]
    else:
        parts.append(", no instrument has been deposited.")
    if left:
        parts += [
            " The Convention has been left since by ",
            matter.listed(left, lambda iso3: _leave_keys(matter, iso3)),
            ".",
        ]
    else:
        parts.append(" No withdrawal has taken effect since then.")
    yield pen.paragraph(*parts)


def _consent(matter: Matter, iso3: str) -> tuple[str, PartialDate | None]:
    """The last consent that has been deposited by the day: its key and day."""
    held = [effect for effect in matter.standings[iso3].effects if _is_consent(effect, matter.as_of)]
    return (held[-1].key, as_partial(held[-1].takes_hold)) if held else (matter.standings[iso3].evidence[-1], None)


def _is_consent(effect: Effect, on: date) -> bool:
    holds = effect.takes_hold
    return effect.kind.expresses_consent and holds is not None and holds.latest <= on


def _deposited(matter: Matter, iso3: str) -> str:
    day = _consent(matter, iso3)[1]
    return f" ({day.wording()})" if day else ""


def _leave_keys(matter: Matter, iso3: str) -> Keys:
    return tuple(effect.key for effect in matter.standings[iso3].effects if effect.kind is TreatyActionKind.WITHDRAWAL)


def _plans(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """The plan in force on the day, with its actions on universalization where their text is held."""
    plan = plan_in_force(matter)
    if plan is None:
        return
    key = (matter.register.treaty.key,)
    adopted = matter.occasion(plan.adopted_at)
    parts: list[Part] = ["The ", Figure(plan.name, key), f" is in force for the years {_years(plan.period)}"]
    if adopted is not None:
        parts.append(f"; it was adopted at {meeting_words(adopted)}")
    parts.append(".")
    if plan.held and plan.actions:
        for action in plan.actions:
            parts += _action(action, key)
    else:
        parts.append(" The text of its actions on universalization is not held in the register.")
    yield pen.paragraph(*parts)


def plan_in_force(matter: Matter) -> Plan | None:
    """The plan last adopted by the day whose period covers it; None where the treaty's file has none."""
    covering = [
        plan
        for plan in matter.register.treaty.plans
        if plan.period.earliest
        and (plan.adopted.counts_from if plan.adopted else plan.period.earliest) <= matter.as_of
        and (plan.period.latest is None or matter.as_of <= plan.period.latest)
    ]
    return covering[-1] if covering else None


def _years(period: PartialDate) -> str:
    assert period.earliest is not None
    return f"{period.earliest.year} to {period.latest.year}" if period.latest else f"from {period.earliest.year} on"


def _action(action: PlanAction, key: Keys) -> Iterator[Part]:
    yield " Its "
    yield Figure(f"Action #{action.number}", key)
    yield f" asks the {action.owner or 'States Parties'} to {action.summary[:1].lower()}{action.summary[1:]}"
