"""What States are said to do with mines: moratoria, use, production, trade, stockpiles.

A practice is a claim by somebody: what a State said of itself agrees with a draft that says so of it, what a named source
alleged with a draft that names the source; nothing else can be told. Wrong is only the year of a moratorium that no source
gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.evidence.values import Practice
from accede.records.values import Evidence
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.practice_words import Told, practices_told
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.practices import Actor, ClaimStatus, PracticeKind
from accede.vocabulary.practices import Claim as Says
from accede.vocabulary.sources import SourceGrade

NEEDS = ("actions", "occasions", "practices")

Record = Evidence[Practice]
OPPOSITE = {Says.HAS: {Says.HAS_NOT, Says.CEASED}, Says.HAS_NOT: {Says.HAS}, Says.CEASED: {Says.HAS}}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeClaim(Claim):
    """One State and a practice: yes, no or ceased; a moratorium with the practices it covers.

    `speaker` is who is said to say so: the State's key, a name, or nobody; `when` the days told beside it.
    """

    iso3: str
    practice: PracticeKind
    says: Says
    acts: frozenset[str] = frozenset()
    speaker: str = ""
    when: Day | None = None
    number: int | None = None
    on: date


def find(sentence: Sentence, context: Context) -> Iterator[PracticeClaim]:
    """The practices that a sentence tells of States."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence) or is_conditional(sentence):
        return
    for told in practices_told(sentence):
        for state in sentence.lists[told.listed]:
            yield _claim(sentence, context, told, state.iso3)


def judge(claim: PracticeClaim, answers: Answers) -> Judgement:
    """Whether it was said, and by whom."""
    held = [
        each
        for each in answers.register.of_sources(answers.register.practices)
        if each.fact.state == claim.iso3
        and each.fact.actor is Actor.STATE
        and (each.fact.claimed.earliest is None or each.fact.claimed.earliest <= claim.on)
        and each.fact.kind is claim.practice
    ]
    name = answers.name(claim.iso3)
    if claim.practice is PracticeKind.MORATORIUM:
        return _moratorium(claim, held, name, answers)
    same = [each for each in held if _says(each.fact, claim) and _is_then(each.fact, claim) and _fits(each.fact, claim)]
    spoken = [each for each in same if _is_by(each.fact, claim)]
    against = [each for each in held if each.fact.claim in OPPOSITE.get(claim.says, set())]
    if spoken and (claim.speaker or not against):
        return agrees(_told(spoken[0].fact, answers), f"{_who(spoken[0].fact, answers)} says so.", _keys(spoken))
    if same and against and not claim.speaker:
        return cannot_tell(
            f"It is said and denied: {_told(same[0].fact, answers)} {_told(against[0].fact, answers)}",
            "",
            _keys([*same, *against]),
        )
    if held:
        return cannot_tell(f"Of {name} it is said: {_told(held[0].fact, answers)} Name who says so.", "", _keys(held))
    return cannot_tell(f"The register holds no such claim about {name}.")


def _moratorium(claim: PracticeClaim, held: Sequence[Record], name: str, answers: Answers) -> Judgement:
    """A moratorium on what the claim names, since when it says."""
    fitting = [each for each in held if not claim.acts or claim.acts & set(each.fact.acts)]
    covering = [each for each in fitting if claim.acts <= set(each.fact.acts)]
    if not fitting:
        return cannot_tell(f"The register holds no such moratorium of {name}.")
    register = _told(fitting[0].fact, answers)
    if claim.when is None:
        return (
            agrees(register, "", _keys(covering))
            if covering
            else cannot_tell("Its scope is told otherwise.", register, _keys(fitting))
        )
    dated = [each for each in covering if each.fact.since is not None]
    right = [each for each in dated if claim.when.meets(each.fact.since)]
    best = min((_rank(each, answers) for each in dated), default=0)
    if right and min(_rank(each, answers) for each in right) <= best:
        return agrees(_told(right[0].fact, answers), "", _keys(right))
    if right:
        return cannot_tell(f"Sources differ on since when: {_told(dated[0].fact, answers)}", "", _keys(dated))
    if any(claim.when.meets(each.fact.claimed) for each in covering):
        return agrees(register, f"{name} said so then.", _keys(covering))
    if dated and len(dated) == len(fitting) and claim.when.lead is Lead.SINCE:
        return contradicts(
            _told(dated[0].fact, answers),
            f"{_told(dated[0].fact, answers)} No source gives the other year.",
            _keys(dated),
        )
    return cannot_tell("Since when is not recorded, or told otherwise.", register, _keys(fitting))


def _claim(sentence: Sentence, context: Context, told: Told, iso3: str) -> PracticeClaim:
    said = " ".join(filter(None, (iso3, str(told.practice), told.says.label, told.when.wording() if told.when else "")))
    return PracticeClaim(
        kind=ClaimKind.PRACTICE,
        where=context.passage.where,
        text=sentence.words(told.start, told.end),
        stated=said,
        spots=(context.spot(sentence, told.start, told.end),),
        is_by_others=is_by_others(sentence, told.start, told.end),
        iso3=iso3,
        practice=told.practice,
        says=told.says,
        acts=told.acts,
        speaker=iso3 if told.is_own else told.speaker,
        when=told.when,
        number=told.number,
        on=context.paper.day,
    )


def _says(fact: Practice, claim: PracticeClaim) -> bool:
    if claim.says is Says.CEASED:
        return fact.claim in (Says.CEASED, Says.HAS_NOT)
    return fact.claim is claim.says


def _is_by(fact: Practice, claim: PracticeClaim) -> bool:
    """Whether who said it is who the draft names; of what nobody is named for, the State itself."""
    if claim.speaker and claim.speaker != claim.iso3:
        return claim.speaker.lower() in fact.claimant.lower()
    return fact.claimant == claim.iso3 and fact.status is ClaimStatus.DECLARED


def _is_then(fact: Practice, claim: PracticeClaim) -> bool:
    """Whether a record can be of the days told."""
    if claim.when is None:
        return True
    if claim.when.lead is Lead.SINCE and fact.since is None:
        return False
    if claim.when.meets(fact.since):
        return True
    return claim.when.meets(fact.claimed)


def _fits(fact: Practice, claim: PracticeClaim) -> bool:
    return claim.number is None or fact.number == claim.number


def _rank(record: Record, answers: Answers) -> int:
    """How near its source is to the fact: the smaller, the nearer."""
    grade = answers.grade(record.source)
    return list(SourceGrade).index(grade) if grade is not None else len(SourceGrade)


def _who(fact: Practice, answers: Answers) -> str:
    return answers.name(fact.claimant) if fact.claimant in answers.timeline.states else fact.claimant


def _told(fact: Practice, answers: Answers) -> str:
    return f"{fact.summary} ({_who(fact, answers)}, {fact.claimed.wording()})"


def _keys(records: Sequence[Record]) -> tuple[str, ...]:
    return tuple(each.key for each in records[:4])
