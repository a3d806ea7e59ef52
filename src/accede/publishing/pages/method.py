"""Method: how every figure of the site is made, from which sources, and what it cannot say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop, ngettext, pgettext

from accede.overview.headline import Counts, headline
from accede.overview.register import Register
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.joining import rule_of_entry
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, in_force, in_thousands, listed, when
from accede.register.treaty import Ruled, WithdrawalRule
from accede.vocabulary.sources import SourceGrade


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of record, how many are held, and what it is."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Grade:
    """How near sources stand to the fact, and how many there are so near."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the treaty in a sentence, with the number of the source it is taken from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A word for what is not there, and what it says."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """Everything the template prints."""

    title: str
    opening: str
    counts: Counts
    in_force: str
    kept: tuple[Kept, ...]
    grades: tuple[Grade, ...]
    rules: tuple[Rule, ...]
    absences: tuple[Absence, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> MethodPage:
    """How the figures of the page's day are made."""
    register = asked.register
    found = headline(register)
    counts = found.counts
    citing = Citing(register)
    kept = _kept(register)
    records = sum(number for _, number in kept)
    return MethodPage(
        title=gettext("Method"),
        opening=gettext(
            "The figures of %(day)s are computed from %(records)s and %(sources)s: %(joined)s States that have joined and "
            "%(outside)s outside make %(universe)s."
        )
        % {
            "day": day(register.view.as_of),
            "records": ngettext("%(number)s public record", "%(number)s public records", records)
            % {"number": in_thousands(records)},
            "sources": ngettext("%(number)s source", "%(number)s sources", len(register.sources))
            % {"number": in_thousands(len(register.sources))},
            "joined": counts.joined,
            "outside": counts.outside,
            "universe": counts.universe,
        },
        counts=counts,
        in_force=in_force(found),
        kept=tuple(Kept(label, in_thousands(number)) for label, number in kept),
        grades=_grades(register),
        rules=tuple(_rules(register, citing)),
        absences=_absences(),
        sources=citing.listed(),
    )


def _kept(register: Register) -> list[tuple[str, int]]:
    return [
        (gettext("treaty actions"), len(register.actions)),
        (gettext("statements"), len(register.statements)),
        (gettext("confirmations"), len(register.confirmations)),
        (gettext("claims about mines"), len(register.practices)),
        (gettext("roll calls"), len(register.roll_calls)),
        (gettext("ballots"), sum(len(each.fact.ballots) for each in register.roll_calls)),
        (gettext("records of attendance"), len(register.attendance)),
        (gettext("reports"), len(register.reports)),
        (gettext("activities"), len(register.activities)),
        (gettext("entries of other treaties’ lists"), len(register.other_claims)),
    ]


def _grades(register: Register) -> tuple[Grade, ...]:
    number = Counter(source.grade for source in register.sources.values())
    return tuple(Grade(gettext(grade.label), in_thousands(number[grade])) for grade in SourceGrade if number[grade])


def _rules(register: Register, citing: Citing) -> list[Rule]:
    treaty = register.treaty
    found = []
    if treaty.entry_into_force is not None:
        found.append(Rule(rule_of_entry(register), _number(treaty.entry_into_force, citing)))
    if treaty.withdrawal is not None:
        found.append(Rule(_withdrawal(treaty.withdrawal), _number(treaty.withdrawal, citing)))
    counted = [series for series in treaty.meetings if series.counts_for_last_participation]
    if counted:
        text = gettext("“Last took part” counts %(meetings)s, and no other meeting.") % {
            "meetings": listed([gettext(series.kind.label) for series in counted])
        }
        found.append(Rule(text, _number(counted[0], citing)))
    dates = treaty.dates
    if dates.in_force is not None:
        text = gettext("The Convention was adopted %(adopted)s and entered into force %(in_force)s.") % {
            "adopted": when(dates.adopted) if dates.adopted else gettext("on a day not held"),
            "in_force": when(dates.in_force),
        }
        found.append(Rule(text, citing.number(dates.source) if dates.source else ""))
    return found


def _number(rule: Ruled, citing: Citing) -> str:
    return citing.number(rule.source) if rule.source else ""


def _withdrawal(rule: WithdrawalRule) -> str:
    told = gettext("By Article %(article)s, a withdrawal takes effect %(period)s the depositary has received it.") % {
        "article": rule.article,
        "period": ngettext("%(months)s month after", "%(months)s months after", rule.months) % {"months": rule.months}
        if rule.kind == "months_after"
        else ngettext("%(days)s day after", "%(days)s days after", rule.days) % {"days": rule.days},
    }
    if rule.held_back_by == "armed_conflict":
        told += " " + gettext(
            "It does not take effect before the end of an armed conflict in which the State is engaged."
        )
    return told


def _absences() -> tuple[Absence, ...]:
    return tuple(
        Absence(word, meaning)
        for word, meaning in (
            (
                gettext("no official information"),
                gettext("We hold no statement of the State. It may have made one that no source of ours tells of."),
            ),
            (
                gettext("has never taken part"),
                gettext("A source says so, or complete lists of participants cover every meeting."),
            ),
            (
                pgettext("kind of absence", "not recorded"),
                gettext("Our sources are silent. It does not say that it did not happen."),
            ),
            (
                pgettext("kind of absence", "not present"),
                gettext("The record of the vote says that the State was not there."),
            ),
            (
                gettext("not a member then"),
                gettext("On that day the State was no Member of the United Nations and had no vote."),
            ),
            (
                gettext("declined to say"),
                gettext("The State was asked, or spoke to the question, and did not answer it."),
            ),
            (
                pgettext("kind of absence", "uncertain"),
                gettext("The dates that we hold leave more than one answer open. The State is named, and why."),
            ),
        )
    )


PAGE = PageKind(name="method", route="method/", make=make, menu=gettext_noop("Method"))
