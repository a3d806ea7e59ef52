"""What States have said by a day: one entry for each citation, however many records hold it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.evidence.rules import has_words, newest_by
from accede.evidence.values import Code, Confirmation, Statement
from accede.overview.occasions import days_of, key_of
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.contradictions import topic_of
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by its citation. `evidence` is the record with the source's words, else the one with our summary.

    `said_on` is narrowed by the days of the occasion; `summary` and `codes` come from the first record that has them.
    """

    evidence: Evidence[Statement]
    said_on: PartialDate
    summary: str
    codes: tuple[Code, ...]
    beside: tuple[Evidence[Statement], ...] = ()


def said(register: Register, *, on: date | None = None) -> tuple[Said, ...]:
    """All statements that have been made by the day (default: the view's), newest first, then as the papers place them."""
    return register.once((said, on), lambda: _said(register, on))


def _said(register: Register, on: date | None) -> tuple[Said, ...]:
    days = _occasion_days(register)
    found = [_join(register, records, days) for records in _by_citation(register.of_sources(register.statements))]
    told = [each for each in found if register.has_happened(each.said_on, each.evidence.source, on=on)]
    return tuple(sorted(told, key=_newest_first))


def said_days(register: Register) -> dict[str, PartialDate]:
    """When each record of a statement was said, as far as its citation and the days of its occasion tell.

    A double that was merged was said when the record was that it goes on as.
    """
    days = _occasion_days(register)
    held = {each.key: _said_on(each.fact, days) for each in register.statements}
    doubles = {
        key: held[other] for (kind, key), other in register.merged.items() if kind == "statement" and other in held
    }
    return {**held, **doubles}


def confirmations(register: Register, *, on: date | None = None) -> tuple[Evidence[Confirmation], ...]:
    """All confirmations made by the day (default: the view's), newest first."""
    held = register.counting(register.of_sources(register.confirmations))
    told = [each for each in held if register.has_happened(each.fact.said, each.source, on=on)]
    return tuple(sorted(told, key=lambda each: (-newest_by(each.fact.said).toordinal(), each.fact.place, each.key)))


def of_state(found: Iterable[Said], iso3: str) -> tuple[Said, ...]:
    """Those of one State, in the order given."""
    return tuple(each for each in found if each.evidence.fact.state == iso3)


def _by_citation(held: Iterable[Evidence[Statement]]) -> Iterable[list[Evidence[Statement]]]:
    grouped: dict[str, list[Evidence[Statement]]] = {}
    for each in held:
        grouped.setdefault(topic_of(each.key), []).append(each)
    return grouped.values()


def _join(register: Register, records: list[Evidence[Statement]], days: Mapping[str, PartialDate]) -> Said:
    # The words of the source stand before our summary; a person's choice stands before both.
    chosen = register.choices.get(topic_of(records[0].key))
    ordered = sorted(
        records, key=lambda each: (each.key != chosen, not has_words(each.fact), "~" in each.key, each.key)
    )
    first = ordered[0]
    return Said(
        evidence=first,
        said_on=_said_on(first.fact, days),
        summary=next((each.fact.summary for each in ordered if each.fact.summary), ""),
        codes=next((each.fact.codes for each in ordered if each.fact.codes), ()),
        beside=tuple(ordered[1:]),
    )


def _occasion_days(register: Register) -> dict[str, PartialDate]:
    held = register.occasions
    return register.once_of(
        held,
        _occasion_days,
        lambda: {key_of(each): days for each in held if (days := days_of(each.fact)) is not None},
    )


def _said_on(statement: Statement, days: Mapping[str, PartialDate]) -> PartialDate:
    occasion = days.get(statement.occasion)
    return statement.said.narrowed_by(occasion) if occasion else statement.said


def _newest_first(said: Said) -> tuple[int, int, str]:
    return -newest_by(said.said_on).toordinal(), said.evidence.fact.place, said.evidence.key
