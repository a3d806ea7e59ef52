"""What the treaty's file has of a rule that a text tells, and what follows from it. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from accede.register.rules import entry_into_force, months_after, withdrawal_effective
from accede.register.treaty import EntryIntoForceRule, Obligation, WithdrawalRule
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds.rule_claim import Rule, RuleClaim
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.scope import ONE_DAY
from accede.reporting.checker.values import Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.date_parts import ENGLISH_MONTHS


def judged(claim: RuleClaim, answers: Answers) -> Judgement:
    """Whether a claim, taken to be about the treaty asked about, is the rule or follows from it."""
    match claim.rule:
        case Rule.FORCE:
            return _force(claim, answers) if claim.since else _period(claim, answers.treaty.entry_into_force)
        case Rule.WITHDRAWAL:
            return _leaving(claim, answers) if claim.since else _period(claim, answers.treaty.withdrawal)
        case Rule.CONFLICT:
            return _conflict(claim, answers)
        case Rule.INSTRUMENTS:
            return _instruments(claim, answers)
        case Rule.DUE:
            return _due(claim, answers)
        case _:
            return _obligation(claim, answers)


def _force(claim: RuleClaim, answers: Answers) -> Judgement:
    assert claim.since is not None
    first, last = (entry_into_force(day, answers.treaty) for day in (claim.since.first, claim.since.last))
    if first is None or last is None:
        return cannot_tell("The register holds no rule of entry into force for this treaty.")
    return _follows(claim, first, last, f"a deposit on {claim.since.wording()} has effect")


def _leaving(claim: RuleClaim, answers: Answers) -> Judgement:
    assert claim.since is not None
    assert claim.until is not None
    first, last = (withdrawal_effective(day, answers.treaty) for day in (claim.since.first, claim.since.last))
    if first is None or last is None:
        return cannot_tell("The register holds no rule of withdrawal for this treaty.")
    is_near = claim.until.first - ONE_DAY <= last and first <= claim.until.last + ONE_DAY
    is_right = claim.until.first <= first and last <= claim.until.last
    if is_near and not is_right:
        return cannot_tell("It is a day from the day that follows by the rule.", _days(first, last))
    return _follows(claim, first, last, f"a notification received on {claim.since.wording()} has effect")


def _follows(claim: RuleClaim, first: date, last: date, what: str) -> Judgement:
    assert claim.until is not None
    register = _days(first, last)
    since = date.min if claim.until.lead in (Lead.BY, Lead.BEFORE) else claim.until.first
    if since <= first and last <= claim.until.last:
        return agrees(register, f"By the treaty's rule {what} on {register}.")
    if since <= last and first <= claim.until.last:
        return cannot_tell("It depends on the day of the deposit.", register)
    return contradicts(register, f"By the treaty's rule {what} on {register}.")


def _days(first: date, last: date) -> str:
    return told(first) if first == last else f"{told(first)} to {told(last)}"


def _period(claim: RuleClaim, rule: EntryIntoForceRule | WithdrawalRule | None) -> Judgement:
    """A period against the rule's: a month or a day too few or too many may be another way to count."""
    assert claim.period is not None
    if rule is None:
        return cannot_tell("The register holds no such rule for this treaty.")
    register, exact, near = _wording(rule), _exact(rule, claim.unit), _near(rule, claim.unit)
    if claim.month:
        is_right = rule.kind == "first_day_of_month_after" and (claim.month, claim.day) == (rule.months, 1)
        return agrees(register) if is_right else contradicts(register, f"By the rule it is {register}.")
    if any(claim.period.fits(value) is True for value in exact):
        return agrees(register)
    if not claim.is_sure or any(claim.period.fits(value) is not False for value in (*exact, *near)):
        return cannot_tell("It is near the rule, or another period is meant.", register)
    return contradicts(register, f"By the rule it is {register}.")


def _wording(rule: EntryIntoForceRule | WithdrawalRule) -> str:
    match rule.kind:
        case "first_day_of_month_after":
            return f"the first day of month {rule.months} after the month of the deposit (Article {rule.article})"
        case "months_after":
            return f"{rule.months} months after receipt (Article {rule.article})"
        case "days_after":
            return f"{rule.days} days after the deposit (Article {rule.article})"
    return f"on the day itself (Article {rule.article})"


def _exact(rule: EntryIntoForceRule | WithdrawalRule, unit: str) -> tuple[float, ...]:
    if rule.kind in ("first_day_of_month_after", "months_after"):
        return {"month": (rule.months,), "year": (rule.months / 12,)}.get(unit, ())
    return {"day": (rule.days,)}.get(unit, ())


def _near(rule: EntryIntoForceRule | WithdrawalRule, unit: str) -> tuple[float, ...]:
    """What may be said of the same period in other units, or counting whole months only."""
    months = rule.months or rule.days / 30.4
    least = months - (1 if rule.kind == "first_day_of_month_after" else 0)
    days = tuple(float(each) for each in range(int(least * 30) - 1, int(months * 31) + 1))
    return {"month": (least, (least + months) / 2), "day": days, "week": tuple({each // 7 for each in days})}.get(
        unit, ()
    )


def _conflict(claim: RuleClaim, answers: Answers) -> Judgement:
    rule = answers.treaty.withdrawal
    if rule is None:
        return cannot_tell("The register holds no rule of withdrawal for this treaty.")
    if rule.held_back_by == "armed_conflict":
        return agrees(f"a withdrawal does not take effect before the end of an armed conflict (Article {rule.article})")
    return cannot_tell("The register holds no such rule for this treaty.")


def _instruments(claim: RuleClaim, answers: Answers) -> Judgement:
    held = answers.treaty.entry_into_force.treaty if answers.treaty.entry_into_force else None
    assert claim.period is not None
    if held is None or held.instruments is None:
        return cannot_tell("The register does not hold how many instruments were needed.")
    register = f"{held.instruments} instruments (Article {held.article})"
    if claim.period.fits(held.instruments):
        return agrees(register)
    if not claim.is_sure or claim.period.fits(held.instruments) is None:
        return cannot_tell("It is not clear that the number that was needed is meant.", register)
    return contradicts(register, f"The treaty needed {register} to enter into force.")


def _obligation(claim: RuleClaim, answers: Answers) -> Judgement:
    rule = _rule_of(claim, answers)
    if rule is None:
        return cannot_tell("The register holds no such obligation for this treaty.")
    if rule.kind == "every_year_on":
        register = f"{rule.day} {ENGLISH_MONTHS[rule.month - 1]} of every year (Article {rule.article})"
        is_right: bool | None = (claim.day, claim.month) == (rule.day, rule.month)
    else:
        number, unit = (rule.days, "day") if rule.days else (rule.years, "year")
        register = f"{number} {unit}s after the entry into force for the State (Article {rule.article})"
        assert claim.period is not None
        if claim.unit != unit:
            return cannot_tell("It is told in another unit than the rule's.", register)
        is_right = claim.period.fits(number)
    if is_right:
        return agrees(register)
    if is_right is None or not claim.is_sure:
        return cannot_tell("It is not clear that the rule is meant.", register)
    return contradicts(register, f"By the treaty it is {register}.")


def _due(claim: RuleClaim, answers: Answers) -> Judgement:
    rule, until = _rule_of(claim, answers), claim.until
    held = [each for each in answers.timeline.effects_of(claim.iso3) if each.kind.expresses_consent and each.effective]
    if rule is None or not held or until is None or held[0].effective is None or not held[0].effective.is_known:
        return cannot_tell("The register does not hold from which day this period runs.")
    start = held[0].effective.latest
    due = start + timedelta(days=rule.days) if rule.days else months_after(start, 12 * rule.years)
    register = f"{told(due)} (Article {rule.article})"
    if until.first <= due <= until.last:
        return agrees(register, "", (held[0].key,))
    is_near = until.first - timedelta(days=4) <= due <= until.last + timedelta(days=4)
    if is_near or rule.extendable_years or "⟦" in claim.text:
        return cannot_tell("The day may be counted otherwise, or have been extended.", register, (held[0].key,))
    return contradicts(register, f"By the rule it was due on {register}.", (held[0].key,))


def _rule_of(claim: RuleClaim, answers: Answers) -> Obligation | None:
    return next((each for each in answers.treaty.obligations if each.key == claim.obligation), None)
