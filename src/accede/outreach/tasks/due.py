"""What is due when: tasks, and what follows by itself from promises, letters, meetings, reports and withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.outreach.done.threads import promises
from accede.outreach.models import Task
from accede.outreach.rounds.held import letters_by_round, rounds, steps_of
from accede.outreach.rounds.waits import due_on, is_waiting
from accede.outreach.tasks.held import tasks
from accede.outreach.tasks.withdrawals import Leaving, watch
from accede.overview.ahead import meetings_ahead
from accede.overview.occasions import days_of, key_of
from accede.overview.register import Register
from accede.overview.standings import by_name
from accede.publishing import sentences
from accede.publishing.wording import listed, when
from accede.register.rules import months_after
from accede.register.treaty import WithdrawalRule
from accede.vocabulary.label import Labelled

AHEAD_MONTHS = 15
"""How far ahead what comes by itself is told: to the meeting after the next, and what is due before it."""


class DueKind(Labelled):
    """What is due, in the order in which it is told of one day."""

    TASK = "task", "task"
    PROMISE = "promise", "promise"
    REPLY = "reply", "reply to letters"
    WITHDRAWAL = "withdrawal", "withdrawal"
    REPORT = "report", "reports"
    MEETING = "meeting", "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that is due on a day, or on several (`last`); None: nobody said when.

    `title` says what it is and names the State, nothing else: it may stand in a mail and a calendar. `words` are what people wrote,
    `detail` what the rule or the record says of it. `key` names it for ever; `about` is what it follows from, `whose` a username.
    `is_sure` is False of a day that is known only within bounds, or that a rule may put off.
    """

    kind: DueKind
    key: str
    on: date | None
    title: str
    words: str = ""
    detail: str = ""
    last: date | None = None
    states: tuple[str, ...] = ()
    about: str = ""
    whose: str = ""
    is_sure: bool = True

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is still there."""
        return self.on is not None and self.on < today


def due(actor: Actor, register: Register, kinds: Collection[DueKind] = tuple(DueKind)) -> tuple[Due, ...]:
    """Everything of these kinds that is open on the view's day, the next first; what has no day last. In the page's language.

    Who does not work on letters is told only of meetings, reports and withdrawals.
    """
    ways: Mapping[DueKind, Callable[[], Iterator[Due]]] = {
        DueKind.TASK: lambda: _tasks(actor, register),
        DueKind.PROMISE: lambda: _promises(actor, register),
        DueKind.REPLY: lambda: _replies(actor, register),
        DueKind.WITHDRAWAL: lambda: _withdrawals(register),
        DueKind.REPORT: lambda: _reports(register),
        DueKind.MEETING: lambda: _meetings(register),
    }
    order = list(DueKind)
    found = (each for kind in order if kind in kinds for each in ways[kind]())
    return tuple(sorted(found, key=lambda each: (each.on or date.max, order.index(each.kind), each.key)))


def _tasks(actor: Actor, register: Register) -> Iterator[Due]:
    for each in tasks(actor, register.treaty.key):
        yield _task(each)


def _task(task: Task) -> Due:
    name = sentences.name(task.state) if task.state else ""
    return Due(
        kind=DueKind.TASK,
        key=f"task/{task.pk}",
        on=task.until,
        title=gettext("Task: %(state)s") % {"state": name} if name else gettext("Task"),
        words=task.what,
        detail=task.note,
        states=(task.state,) if task.state else (),
        about=task.about,
        whose=task.whose,
    )


def _promises(actor: Actor, register: Register) -> Iterator[Due]:
    """Open ones; a promise without a day is told, as one that nobody gave a day."""
    for each in promises(actor, register.treaty.key, is_open=True):
        fact = each.fact
        by = promiser_told(fact.by)
        about = sentences.name(fact.state) if fact.state and fact.state != fact.by else ""
        title = gettext("Promise by %(who)s") % {"who": by}
        yield Due(
            kind=DueKind.PROMISE,
            key=each.key,
            on=fact.due.counts_from if fact.due else None,
            title=f"{title} ({about})" if about else title,
            words=fact.what,
            detail=gettext("promised %(day)s") % {"day": when(fact.promised)},
            states=(fact.state,) if fact.state else (),
            about=each.key,
            is_sure=fact.due is None or fact.due.earliest == fact.due.latest,
        )


def promiser_told(by: str) -> str:
    """Who promised, inside a sentence: a State, the President, the unit, an organization by its name."""
    match by:
        case "President":
            return gettext("the President")
        case "ISU":
            return gettext("the Implementation Support Unit")
        case _:
            return sentences.who(by)


def _replies(actor: Actor, register: Register) -> Iterator[Due]:
    """By round and day: the States from which an answer is due then."""
    held = rounds(actor, register.treaty.key)
    if not held:
        return
    letters = letters_by_round(register.treaty.key)
    waiting = [each.key for one in held for each in letters.get(one.key, {}).values() if is_waiting(each.fact)]
    steps = steps_of(waiting)
    for one in held:
        by_day: dict[date, list[str]] = {}
        for each in letters.get(one.key, {}).values():
            day = due_on(one.fact, steps[each.key]) if each.key in steps else None
            if day is not None:
                by_day.setdefault(day, []).append(each.fact.state)
        for day, states in sorted(by_day.items()):
            number = ngettext(
                "%(number)s reply to the letters of %(day)s",
                "%(number)s replies to the letters of %(day)s",
                len(states),
            )
            ordered = tuple(by_name(states))
            yield Due(
                kind=DueKind.REPLY,
                key=f"{one.key}/replies/{day.isoformat()}",
                on=day,
                title=number % {"number": len(states), "day": when(one.fact.on)},
                words=one.fact.title,
                detail=listed([sentences.name(iso3) for iso3 in ordered]),
                states=ordered,
                about=one.key,
            )


def _withdrawals(register: Register) -> Iterator[Due]:
    found = watch(register)
    for each in found.leaving:
        if each.is_in_effect:
            continue
        day = each.takes_effect
        yield Due(
            kind=DueKind.WITHDRAWAL,
            key=each.key,
            on=day.counts_from if day else None,
            title=gettext("Withdrawal of %(state)s takes effect") % {"state": sentences.state(each.iso3)},
            detail=withdrawal_told(each, found.rule),
            states=(each.iso3,),
            about=each.key,
            is_sure=each.is_stated,
        )


def withdrawal_told(leaving: Leaving, rule: WithdrawalRule | None) -> str:
    """When it was notified, by what its day is known, and what the treaty says may hold it back."""
    told = []
    if leaving.notified is not None:
        told.append(gettext("Notified %(day)s.") % {"day": when(leaving.notified)})
    else:
        told.append(gettext("The day of its notification is not held."))
    if leaving.takes_effect is None:
        told.append(gettext("No rule that we hold tells when it takes effect."))
    elif leaving.is_stated:
        told.append(gettext("The day on which it takes effect is stated by the source."))
    elif rule is not None:
        told.append(gettext("The day is computed (Article %(article)s).") % {"article": rule.article})
    if rule is not None and rule.held_back_by == "armed_conflict" and not leaving.is_in_effect:
        told.append(
            gettext("It does not take effect before the end of an armed conflict in which the State is engaged.")
        )
    return " ".join(told)


def _reports(register: Register) -> Iterator[Due]:
    """What is due from all States Parties on a day of every year: the next one."""
    today = register.view.as_of
    for each in register.treaty.obligations:
        if each.kind != "every_year_on":
            continue
        this = date(today.year, each.month, each.day)
        on = this if this >= today else date(today.year + 1, each.month, each.day)
        yield Due(
            kind=DueKind.REPORT,
            key=f"{register.treaty.key}/due/{each.key}/{on.year}",
            on=on,
            title=gettext("Annual reports of States Parties are due"),
            detail=gettext("Article %(article)s. States not party may report at any time.") % {"article": each.article},
        )


def _meetings(register: Register) -> Iterator[Due]:
    until = months_after(register.view.as_of, AHEAD_MONTHS)
    for each in meetings_ahead(register):
        starts = each.fact.starts
        if starts is None or starts.earliest is None or starts.earliest > until:
            continue
        days = days_of(each.fact) or starts
        yield Due(
            kind=DueKind.MEETING,
            key=each.key,
            on=starts.earliest,
            last=days.latest,
            title=each.fact.title or each.fact.name,
            detail=f"{key_of(each)}, {when(days)}",
            about=each.key,
            is_sure=starts.earliest == starts.latest,
        )
