"""States that may or might join, and former States, with their names in six languages. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.standings import by_name, standings
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.publishing.wording import language
from accede.register.universe import is_in_universe
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names


class StateRow(Row, frozen=True, kw_only=True):
    """A State."""

    key: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    name: Annotated[str, says("Short name as the United Nations write it, in the language asked for.")]
    name_in_sentence: Annotated[str, says("The name as it stands in a sentence, with its article.")]
    formal_name: Annotated[str, says("Formal name, or the name in a sentence where no formal one is held.")]
    name_en: Annotated[str, says("Short name in English.")]
    name_fr: Annotated[str, says("Short name in French.")]
    name_es: Annotated[str, says("Short name in Spanish.")]
    name_ru: Annotated[str, says("Short name in Russian.")]
    name_zh: Annotated[str, says("Short name in Chinese.")]
    name_ar: Annotated[str, says("Short name in Arabic.")]
    m49: Annotated[str | None, says("Code of the United Nations Statistics Division; a text, as 004.")]
    kind: Annotated[str, says("member or observer_state of the United Nations, other, or former.")]
    may_join: Annotated[bool, says("Whether it is one of the States that may join on the day asked for.")]
    standing: Annotated[Standing | None, says("Where it stands on that day; null where it is not one that may join.")]
    un_member_since: Annotated[Day | None, says("Day of its admission to the United Nations; null: not a Member.")]
    region: Annotated[str | None, says("Regional group, as is customary; null where it is in none.")]
    region_note: Annotated[str | None, says("What is particular about its group.")]
    sub_region: Annotated[str | None, says("Sub-region of the United Nations Statistics Division.")]
    since: Annotated[Day | None, says("From when it counts among the States that may join; null: from the beginning.")]
    until: Annotated[Day | None, says("Until when it did; null: it still does.")]
    successors: Annotated[tuple[str, ...], says("Keys of the States that go on for a former one.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[StateRow]:
    """The States in the order in which papers list them in English, former ones among them."""
    held = {each.fact.iso3: each for each in register.states}
    stand = standings(register)
    names = shipped_names()
    for iso3 in by_name(held):
        state = held[iso3].fact
        found = stand.get(iso3)
        yield StateRow(
            key=iso3,
            name=state_name(iso3),
            name_in_sentence=names.in_sentence(iso3, language()),
            formal_name=names.formal(iso3, language()),
            name_en=names.short(iso3, "en"),
            name_fr=names.short(iso3, "fr"),
            name_es=names.short(iso3, "es"),
            name_ru=names.short(iso3, "ru"),
            name_zh=names.short(iso3, "zh"),
            name_ar=names.short(iso3, "ar"),
            m49=word(state.m49),
            kind=state.kind,
            may_join=is_in_universe(state, register.view.as_of),
            standing=found.standing if found else None,
            un_member_since=day(state.un_member_since),
            region=word(state.regional_group),
            region_note=word(state.regional_group_note),
            sub_region=word(state.sub_region),
            since=day(state.since),
            until=day(state.until),
            successors=tuple(state.successor.split()),
            note=word(state.note),
            source=provenance(register, held[iso3]),
        )


TABLE = Table(
    name="states",
    title="States",
    description=(
        "The States that may join the treaty on the day asked for, and former States, with names in six languages, "
        "groups and codes."
    ),
    row=StateRow,
    rows=rows,
)
