"""What the register holds of an act: whether the State did it, so and then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from accede.records.values import Evidence
from accede.register.rules import Bounds, entry_into_force, months_after
from accede.register.standing import Effect
from accede.register.values import TreatyAction
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds.acts import Act, ActionClaim
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.scope import ONE_DAY, When
from accede.reporting.checker.values import Judgement, Verdict, agrees, cannot_tell, contradicts
from accede.vocabulary.sources import SourceGrade
from accede.vocabulary.treaty_actions import RATIFYING, TreatyActionKind

Record = Evidence[TreatyAction]
SOON = 200
"""Days: what a paper tells as done may have been notified or be in effect a little later."""


def judgement(claim: ActionClaim, answers: Answers) -> Judgement:
    """Whether a State that the register holds did what is said, so and then."""
    match claim.act:
        case Act.SIGN:
            return _signed(claim, answers)
        case Act.CONSENT:
            return _consented(claim, answers)
        case Act.FORCE:
            return _in_force(claim, answers)
        case _:
            return _withdrew(claim, answers)


def _signed(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind is TreatyActionKind.SIGNATURE]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"No signature of {name} is recorded")
    return _compared(claim, answers, held[0], held[0].done, "signed")


def _consented(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind.expresses_consent]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"{name} has not joined")
    effect = held[0]
    wrong_kind = _kind_differs(claim, answers, effect)
    found = _compared(claim, answers, effect, effect.done, f"{effect.kind.label} deposited")
    if wrong_kind is not None and found.verdict is not Verdict.CONTRADICTS:
        return replace(wrong_kind, register=found.register, evidence=found.evidence)
    if found.verdict is Verdict.CONTRADICTS and claim.action is None and not claim.is_deposit and effect.effective:
        in_force = _compared(claim, answers, effect, effect.effective, "in force for it")
        if in_force.verdict is not Verdict.CONTRADICTS:
            return replace(
                in_force,
                why=f"Right of the entry into force; the {effect.kind.label} was deposited on {_day_of(effect.done)}.",
                register=found.register,
            )
    return found


def _kind_differs(claim: ActionClaim, answers: Answers, effect: Effect) -> Judgement | None:
    """Whether the kind of action is another than the one recorded. Of a group, said of all together, any kind will do."""
    if claim.action is None or claim.action is effect.kind:
        return None
    kinds = [
        one.kind for iso3 in claim.group for one in answers.timeline.effects_of(iso3) if one.kind.expresses_consent
    ]
    if claim.action in kinds:
        return None
    name = answers.name(claim.iso3)
    kinds_told = {claim.action, effect.kind}
    if kinds_told <= RATIFYING and TreatyActionKind.RATIFICATION in kinds_told:
        return cannot_tell(
            f"{name} joined by {effect.kind.label}, which has the effect of ratification. Say which is meant."
        )
    if effect.kind is TreatyActionKind.SUCCESSION and not claim.is_deposit and claim.when is None:
        return cannot_tell(f"{name} joined by succession.")
    disputed = answers.timeline.topics[effect.key].contradict
    if disputed and any(other.fact.kind is claim.action for other in disputed) and not is_decided(answers, effect):
        return cannot_tell(f"Sources differ on the kind: {effect.kind.label}, or {claim.action.label}.")
    signed = (
        "had signed before"
        if any(one.kind is TreatyActionKind.SIGNATURE for one in answers.timeline.effects_of(claim.iso3))
        else "had not signed"
    )
    return contradicts("", f"{name} joined by {effect.kind.label}, not by {claim.action.label}; it {signed}.")


def _in_force(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind.expresses_consent]
    if not held:
        return _none(claim, answers, f"{answers.name(claim.iso3)} has not joined")
    if held[0].effective is None:
        return cannot_tell("The register holds no rule by which this day follows.")
    found = _compared(claim, answers, held[0], held[0].effective, "in force for it")
    if found.verdict is Verdict.CONTRADICTS and not held[0].is_stated:
        return replace(
            found, why=found.why + f" It follows from the deposit on {_day_of(held[0].done)} by the treaty's rule."
        )
    return found


def _withdrew(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind is TreatyActionKind.WITHDRAWAL]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"No withdrawal of {name} is recorded")
    effect = held[-1]
    done = effect.done or _before(claim, answers, effect)
    notified = _compared(claim, answers, effect, done, "withdrawal notified")
    left = _compared(claim, answers, effect, effect.effective, "withdrawal in effect")
    match claim.act:
        case Act.NOTIFY:
            return notified
        case Act.LEAVE:
            return left
    if claim.when is not None and claim.when.lead is Lead.AS_OF:
        return left
    if left.verdict is Verdict.AGREES:
        return left
    if notified.verdict is Verdict.AGREES:
        return replace(notified, why="Right of the notification; it took effect later.")
    return left if notified.verdict is Verdict.CONTRADICTS else notified


def _before(claim: ActionClaim, answers: Answers, effect: Effect) -> Bounds | None:
    """Between which days a withdrawal was notified that took effect on a known day: after it was decided, and a period before."""
    rule = answers.treaty.withdrawal
    if rule is None or rule.kind != "months_after" or effect.effective is None:
        return None
    steps = [
        given.earliest
        for action in answers.timeline.actions_of(claim.iso3)
        if action.fact.about == "withdrawal"
        for given in (action.fact.announced, action.fact.decided)
        if given is not None and given.earliest is not None
    ]
    latest = months_after(effect.effective.latest, -rule.months)
    return Bounds(max((day for day in steps if day <= latest), default=date.min), latest + ONE_DAY)


def _compared(claim: ActionClaim, answers: Answers, effect: Effect, held: Bounds | None, what: str) -> Judgement:
    """The day of a claim against the day recorded, both perhaps only known roughly."""
    register = f"{what} on {_day_of(held)}" if held else f"{what}, on a day that is not recorded"
    keys = (effect.key,)
    when = claim.when
    topic = answers.timeline.topics.get(effect.key)
    others = list(topic.contradict) if topic else []
    if when is None:
        return _by_then(claim, answers, held, register, keys) or agrees(register, _dissent(answers, others), keys)
    if held is None:
        return cannot_tell("The register does not hold this day.", register, keys)
    outcome = _fits(when, held)
    all_keys = (*keys, *(other.key for other in others))
    if outcome is True:
        if others and not is_decided(answers, effect) and not _all_fit(when, others, claim.act, answers):
            return cannot_tell(f"Sources differ: {_sides(others)}.", register, all_keys)
        return agrees(register, _dissent(answers, others), all_keys)
    if outcome is None:
        return cannot_tell(f"The register knows the day only roughly: {_day_of(held)}.", register, keys)
    if not when.is_sure:
        return cannot_tell("The sentence names several days, and it is not clear which is meant.", register, keys)
    if any(_other_fits(when, other, claim.act, answers) for other in others):
        return cannot_tell(f"Sources differ: {_sides(others)}.", register, all_keys)
    if when.first > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", register, keys)
    if is_announced(claim, answers, when):
        return cannot_tell("A step at home is recorded then; the act itself came on another day.", register, keys)
    return contradicts(register, f"{answers.name(claim.iso3)}: {register}.", keys)


def _by_then(
    claim: ActionClaim, answers: Answers, held: Bounds | None, register: str, keys: tuple[str, ...]
) -> Judgement | None:
    """Whether an act told without its day had not happened yet by the day of the paper."""
    if claim.by is None or held is None or claim.act in (Act.FORCE, Act.LEAVE) or held.latest <= claim.by:
        return None
    if held.earliest <= claim.by:
        return cannot_tell(f"The register knows the day only roughly: {_day_of(held)}.", register, keys)
    if (held.earliest - claim.by).days < SOON or is_announced(claim, answers, When(date.min, claim.by)):
        return cannot_tell("It came after the day of the paper.", register, keys)
    return contradicts(register, f"{answers.name(claim.iso3)}: {register}, after {told(claim.by)}.", keys)


def is_announced(claim: ActionClaim, answers: Answers, when: When) -> bool:
    """Whether an announcement or a decision about such an act falls within the days claimed."""
    for action in answers.timeline.actions_of(claim.iso3):
        for given in (action.fact.announced, action.fact.decided):
            if (
                claim.act in (Act.FORCE, Act.LEAVE)
                or given is None
                or given.earliest is None
                or given.latest is None
                or claim.is_deposit
            ):
                continue
            if given.earliest <= when.last and when.first <= given.latest:
                return True
    return False


def _fits(when: When, held: Bounds) -> bool | None:
    """Whether the day recorded lies in the days claimed; None where it may."""
    first, last = when.first, when.last
    match when.lead:
        case Lead.BY | Lead.AS_OF | Lead.BEFORE:
            first = date.min
        case Lead.AFTER:
            last = date.max
    if first <= held.earliest and held.latest <= last:
        return True
    return None if held.earliest <= last and first <= held.latest else False


def _none(claim: ActionClaim, answers: Answers, what: str) -> Judgement:
    """Nothing of the kind is recorded, and the depositary's list is whole."""
    last = claim.when.last if claim.when else date.min
    if last > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", what)
    held = tuple(one.key for one in answers.timeline.effects_of(claim.iso3))
    uncertain = any(
        action.fact.kind in (TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.DECISION)
        for action in answers.timeline.actions_of(claim.iso3)
    )
    if uncertain and claim.act in (Act.WITHDRAW, Act.NOTIFY) and claim.when is not None:
        return cannot_tell(f"{what}, but a step without legal effect is.", what, held)
    return contradicts(what, f"{what}.", held)


def is_decided(answers: Answers, effect: Effect) -> bool:
    """Whether the record that counts is the depositary's own: then it decides."""
    topic = answers.timeline.topics.get(effect.key)
    return topic is not None and answers.grade(topic.counts.source) is SourceGrade.DEPOSITARY


def _all_fit(when: When, others: Sequence[Record], act: Act, answers: Answers) -> bool:
    return all(_other_fits(when, other, act, answers) for other in others)


def _other_fits(when: When, other: Record, act: Act, answers: Answers) -> bool:
    fact = other.fact
    if act not in (Act.FORCE, Act.LEAVE):
        return fact.deposited is not None and _fits(when, Bounds.of(fact.deposited)) is not False
    if fact.effective is None and fact.deposited is not None and fact.kind.expresses_consent:
        held = Bounds.of(fact.deposited)
        days = [entry_into_force(day, answers.treaty) for day in (held.earliest, held.latest)]
        return all(day is not None and _fits(when, Bounds(day, day)) is not False for day in days)
    return fact.effective is not None and _fits(when, Bounds.of(fact.effective)) is not False


def _dissent(answers: Answers, others: Sequence[Record]) -> str:
    return f"Another source says otherwise: {_sides(others)}." if others else ""


def _sides(others: Sequence[Record]) -> str:
    return "; ".join(
        f"{other.source} has {other.fact.kind.label}"
        + (f" on {other.fact.deposited.wording()}" if other.fact.deposited else "")
        for other in others
    )


def _day_of(held: Bounds | None) -> str:
    return held.partial().wording() if held else "a day that is not recorded"
