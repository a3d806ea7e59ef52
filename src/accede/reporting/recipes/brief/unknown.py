"""What we do not know of the State, and the question to ask next.

The next question is the first of these that applies: a time the State gave has passed; it has withdrawn; it is alleged
to have used mines later than its own last word on use; it said that it will join, more than five years ago; it has never
said anything; a question of the overview it has never spoken to (reasons, use, stockpile, production, transfer,
moratorium); the answer that is oldest. The wording is in `data/talking_points.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from accede.evidence.rules import is_older_than, is_own_claim, newest_by
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.gaps import DEFAULT_YEARS, Gap, gaps
from accede.paper.tree import Figure, Inline, Paragraph, Run, Section
from accede.reporting.recipes.activities import lead
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.brief.texts import talking_points
from accede.reporting.recipes.matter import meeting_words
from accede.reporting.recipes.prose import Part, listed, spaced, typographic, words
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, Claim, PracticeKind, Question
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import CodeKind, Position

ORDER = (
    Question.REASONS,
    Question.USE,
    Question.STOCKPILE,
    Question.PRODUCTION,
    Question.TRANSFER,
    Question.MORATORIUM,
)


def unknown(briefed: Briefed) -> Iterator[Section]:
    """The section: what it has never spoken to, what is old, and the next question."""
    gap = _gap(briefed)
    never = [question.label for question in ORDER if gap.questions[question] is None]
    old = [question for question in ORDER if _is_old(briefed, gap.questions[question])]
    sentences: list[Part] = []
    if gap.none and len(never) == len(ORDER):
        sentences.append("Nothing it has said is held, on any question.")
    elif never:
        sentences.append(words("Not held: its word on ", listed(typographic(label) for label in never), "."))
    else:
        sentences.append("It has spoken to every question of the overview.")
    if old:
        sentences.append(words(f"Older than {DEFAULT_YEARS} years: ", _by_day(gap, old), "."))
    if gap.checked_on is not None:
        sentences.append(f"Last looked for news: {gap.checked_on.wording()}.")
    sentences += _contradicted(briefed)
    found = next_question(briefed, gap)
    blocks = [Paragraph(spaced(sentences))]
    if found:
        blocks.append(Paragraph(words(Run("The next question. ", "bold"), found), kind="item"))
    yield Section("", words("What we do not know"), tuple(blocks))


def _by_day(gap: Gap, old: Iterable[Question]) -> tuple[Inline, ...]:
    """Questions last spoken to on one day together, with the day."""
    days: dict[PartialDate, list[str]] = {}
    for question in old:
        days.setdefault(_held(gap.questions[question]), []).append(typographic(question.label))
    told: list[Part] = []
    for day, labels in days.items():
        told += ["; " if told else "", listed(labels), f" ({day.wording()})"]
    return words(*told)


def next_question(briefed: Briefed, gap: Gap) -> tuple[Inline, ...]:
    """The question to ask next; empty where none is worded for the treaty."""
    points = talking_points(briefed.register.treaty.key)
    if points is None:
        return ()
    ask = points.questions
    for found in (_expired(briefed, ask), _withdrawn(briefed, ask), _alleged(briefed, ask), _committed(briefed, ask)):
        if found:
            return found
    if gap.none:
        return words(typographic(ask["silent"]))
    never = next((question for question in ORDER if gap.questions[question] is None), None)
    if never is not None:
        return words(typographic(ask[never]))
    oldest = min(ORDER, key=lambda question: newest_by(_held(gap.questions[question])))
    said_on = lead(_held(gap.questions[oldest]))
    return words(typographic(ask["old"].format(said=said_on, question=oldest.label)))


def _gap(briefed: Briefed) -> Gap:
    return next(each for each in gaps(briefed.register, who="all").states if each.iso3 == briefed.iso3)


def _contradicted(briefed: Briefed) -> Iterator[Part]:
    """On what the records contradict each other, nobody having chosen between them."""
    found = {
        _about(briefed, conflict.about): tuple(side.key for side in conflict.claims)
        for conflict in briefed.dossier.answer.conflicts
        if conflict.topic not in briefed.register.choices
    }
    if found:
        yield words(
            "The records contradict each other on ", listed(Figure(about, keys) for about, keys in found.items()), "."
        )


def _about(briefed: Briefed, about: str) -> str:
    """What a contradiction is about, a meeting by its name and not by its key."""
    _, is_attendance, key = about.partition("attendance, ")
    if not is_attendance:
        return typographic(about)
    occasion = briefed.matter.occasion(key)
    return f"its participation in {meeting_words(occasion)}" if occasion else "its participation"


def _held(day: PartialDate | None) -> PartialDate:
    assert day is not None
    return day


def _is_old(briefed: Briefed, day: PartialDate | None) -> bool:
    return day is not None and is_older_than(DEFAULT_YEARS, day.counts_from, briefed.matter.as_of)


def _expired(briefed: Briefed, ask: Mapping[str, str]) -> tuple[Inline, ...]:
    """A time that the State gave and that has passed."""
    for each in conditions(briefed.register):
        if each.iso3 == briefed.iso3 and each.standing is ConditionStanding.EXPIRED and each.code.expires:
            told = ask["expired"].format(
                said=lead(each.said.said_on), expires=each.code.expires.wording(), target=each.code.target
            )
            return (Figure(typographic(told), (each.key,)),)
    return ()


def _withdrawn(briefed: Briefed, ask: Mapping[str, str]) -> tuple[Inline, ...]:
    """A State that has left is asked about that."""
    standing = briefed.dossier.standing
    if standing is None or standing.standing is not Standing.WITHDRAWN:
        return ()
    return (Figure(typographic(ask["withdrawn"]), standing.evidence),)


def _alleged(briefed: Briefed, ask: Mapping[str, str]) -> tuple[Inline, ...]:
    """Use that is alleged of the State itself, later than its own last word on use."""
    own = [
        each
        for each in briefed.matter.practices
        if each.fact.state == briefed.iso3 and each.fact.kind is PracticeKind.USE
    ]
    spoken = max((newest_by(each.fact.claimed) for each in own if is_own_claim(each.fact)), default=None)
    for each in own:  # newest first
        fact = each.fact
        is_of_it = fact.actor is Actor.STATE and fact.claim is Claim.HAS and not is_own_claim(fact)
        first = fact.claimed.earliest or date.min
        if is_of_it and (spoken is None or first > spoken):  # surely later: a year may lie before its own word
            told = ask["allegation"].format(claimant=fact.claimant, day=fact.claimed.wording())
            return (Figure(typographic(told), (each.key,)),)
    return ()


def _committed(briefed: Briefed, ask: Mapping[str, str]) -> tuple[Inline, ...]:
    """A commitment to join that is years old."""
    for each in briefed.matter.said.get(briefed.iso3, ()):
        is_given = any(
            code.kind is CodeKind.POSITION and code.code == Position.COMMITTED_TO_ACCEDE for code in each.codes
        )
        if is_given and _is_old(briefed, each.said_on):
            return (Figure(typographic(ask["commitment"].format(said=lead(each.said_on))), (each.evidence.key,)),)
    return ()
