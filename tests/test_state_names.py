"""Every State is found by every name it is called, in six languages, and no State by a guess."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.vocabulary.errors import Damaged, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import NameForm, NameTable, StateName, read_names, shipped_names

DATA = Path(__file__).parents[1] / "src" / "accede" / "data"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
STATES = list(csv.DictReader((DATA / "states.csv").read_text(encoding="utf-8").splitlines()))
PRESENT = [row["iso3"] for row in STATES if row["kind"] != "former"]
FORMER = [row["iso3"] for row in STATES if row["kind"] == "former"]
ROWS = list(csv.DictReader((DATA / "state_names.csv").read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def names() -> NameTable:
    """The shipped names, held to what a checked table promises."""
    return NameTable(read_names((DATA / "state_names.csv").read_text(encoding="utf-8")))


# The States


def test_there_are_197_states_and_six_former_ones() -> None:
    kinds = Counter(row["kind"] for row in STATES)
    assert kinds == {"member": 193, "observer_state": 2, "other": 2, "former": 6}
    assert sorted(FORMER) == ["CSK", "DDR", "SCG", "SUN", "YMD", "YUG"]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1997-12-03", 193),
        ("2002-05-19", 193),
        ("2002-05-20", 194),  # Timor-Leste
        ("2006-06-03", 195),  # Montenegro
        ("2011-07-09", 196),  # South Sudan
        ("2012-11-28", 196),
        ("2012-11-29", 197),  # State of Palestine
        ("2018-08-21", 197),
    ],
)
def test_the_universe_grows_to_197(day: str, number: int) -> None:
    within = [row for row in STATES if row["in_universe"] == "yes" and row["since"] <= day <= (row["until"] or "9")]
    assert len(within) == number


def test_switzerland_and_serbia_are_in_the_universe_throughout() -> None:
    rows = {row["iso3"]: row for row in STATES}
    assert rows["CHE"]["un_member_since"] == "2002-09-10"
    assert [rows[key]["since"] for key in ("CHE", "SRB")] == ["", ""]
    assert [rows[key]["in_universe"] for key in ("YUG", "SCG", "SRB")] == ["no", "no", "yes"]


def test_what_is_said_of_states_has_a_source_and_dates_that_are_dates() -> None:
    keys = {row["iso3"] for row in STATES}
    for row in STATES:
        assert row["source"]
        assert set(row["successor"].split()) <= keys
        for column in ("since", "until", "un_member_since"):
            if row[column]:
                PartialDate.parse(row[column])


def test_kiribati_turkiye_the_united_states_and_israel_stand_apart_in_their_groups() -> None:
    assert {row["iso3"] for row in STATES if row["regional_group_note"]} == {"KIR", "TUR", "USA", "ISR"}


# The names


def test_every_name_has_a_source_and_a_state() -> None:
    assert all(row["source"] and row["text"] == row["text"].strip() for row in ROWS)
    assert {row["state"] for row in ROWS} == {row["iso3"] for row in STATES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_short_name_that_finds_it(names: NameTable, language: str) -> None:
    for state in PRESENT:
        assert names.find(names.short(state, language)) == state
        assert names.find(names.formal(state, language)) == state
        assert names.find(names.in_table(state, language)) == state
    for state in FORMER:
        assert names.find(names.short(state, language), date(1980, 1, 1)) == state


def test_formal_names_are_held_for_all_but_cote_d_ivoire_and_turkiye() -> None:
    for language in LANGUAGES:
        held = {row["state"] for row in ROWS if row["form"] == "formal" and row["language"] == language}
        assert set(PRESENT) - held == {"CIV", "TUR"}


@given(st.sampled_from(ROWS))
def test_every_name_held_finds_its_state_on_its_last_day(row: dict[str, str]) -> None:
    on = PartialDate.parse(row["until"]).latest if row["until"] else date(2026, 1, 1)
    found = shipped_names().find(row["text"], on)
    assert found == row["state"]
    assert shipped_names().find(f"  {row['text'].upper()} [12]", on) == found


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Korea, DPR of", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Korea, Republic of", "KOR"),
        ("Republic of Korea", "KOR"),
        ("UAE", "ARE"),
        ("USA", "USA"),
        ("US", "USA"),
        ("United States", "USA"),
        ("United States of America", "USA"),
        ("Lao PDR", "LAO"),
        ("Laos", "LAO"),
        ("Micronesia, Fed. States of", "FSM"),
        ("Micronesia, Federated States of", "FSM"),
        ("FSM", "FSM"),
        ("Marshall Islands⁵", "MHL"),
        ("Vietnam", "VNM"),
        ("Iran", "IRN"),
        ("Syria", "SYR"),
        ("Russia", "RUS"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Turkey", "TUR"),
        ("Zaire", "COD"),
        ("Upper Volta", "BFA"),
        ("USSR", "SUN"),
        ("la République islamique d’Iran", "IRN"),
        ("República de Corea", "KOR"),
        ("Российская Федерация", "RUS"),
        ("越南", "VNM"),
        ("الجمهورية العربية السورية", "SYR"),
    ],
)
def test_papers_and_people_call_states_by_many_names(names: NameTable, text: str, state: str) -> None:
    assert names.find(text) == state


@pytest.mark.shared
def test_every_spelling_of_the_vote_records_finds_the_state_of_its_ballot(names: NameTable, shared: Path) -> None:
    with (shared / "data" / "unga_votes.csv").open(encoding="utf-8", newline="") as file:
        seen = {(row["state_name_in_record"], row["date"], row["iso3"]) for row in csv.DictReader(file)}
    assert len(seen) > 5000
    assert [one for one in seen if names.find(one[0], date.fromisoformat(one[1])) != one[2]] == []


@pytest.mark.shared
def test_every_name_of_the_depositary_record_finds_its_state(names: NameTable, shared: Path) -> None:
    with (shared / "data" / "apmbc_status.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [names.find(row["name"]) for row in rows] == [row["iso3"] for row in rows]


@pytest.mark.shared
def test_the_33_states_of_the_status_paper_are_spotted_in_it_and_nothing_outside_the_universe(
    names: NameTable, shared: Path
) -> None:
    text = (shared / "documents" / "000_144bfe5992db99ac.txt").read_text(encoding="utf-8")
    spotted = Counter(state for _, _, state in names.spot(text))
    assert len(spotted) == 34  # and the Soviet Union, once
    assert spotted.pop("SUN") == 1
    assert set(spotted) <= set(PRESENT)


# Names in time


@pytest.mark.parametrize(
    ("state", "day", "short"),
    [
        ("SWZ", "2018-04-18", "Swaziland"),
        ("SWZ", "2018-04-19", "Eswatini"),
        ("MKD", "2018-08-21", "former Yugoslav Republic of Macedonia"),
        ("TUR", "2018-08-21", "Turkey"),
        ("COD", "1996-12-10", "Zaire"),
        ("SRB", "2003-09-18", "Serbia and Montenegro"),
        ("SRB", "2026-01-01", "Serbia"),
        ("CHE", "1997-12-03", "Switzerland"),
        ("SUN", "2020-01-01", "Union of Soviet Socialist Republics"),
    ],
)
def test_a_state_is_called_as_it_was_called_on_the_day(names: NameTable, state: str, day: str, short: str) -> None:
    assert names.short(state, on=date.fromisoformat(day)) == short


def test_a_formal_name_is_not_given_before_its_time(names: NameTable) -> None:
    assert names.formal("SWZ") == "the Kingdom of Eswatini"
    assert names.formal("SWZ", on=date(2010, 1, 1)) == "Swaziland"
    assert names.formal("MKD", on=date(2010, 1, 1)) == "the former Yugoslav Republic of Macedonia"


def test_a_name_that_two_states_bore_needs_the_day(names: NameTable) -> None:
    assert names.find("YUGOSLAVIA", date(1997, 12, 9)) == "YUG"
    assert names.find("Yugoslavia", date(2000, 11, 20)) == "SRB"
    with pytest.raises(UnknownName, match=r"the name of SRB \(.*\) and YUG \(.*\)\. Say on which day"):
        names.find("Yugoslavia")
    with pytest.raises(UnknownName, match="Say on which day"):
        names.find("Yugoslavia", date(2018, 8, 21))


def test_an_old_name_in_a_new_paper_and_a_new_name_in_an_old_one_still_mean_their_state(names: NameTable) -> None:
    assert names.find("CZECH REPUBLIC", date(2017, 12, 4)) == "CZE"
    assert names.find("Eswatini", date(2010, 1, 1)) == "SWZ"


# Names in use


@pytest.mark.parametrize(
    ("state", "language", "words"),
    [
        ("LAO", "en", "the Lao People's Democratic Republic"),
        ("IRN", "en", "the Islamic Republic of Iran"),
        ("NER", "en", "the Niger"),
        ("NGA", "en", "Nigeria"),
        ("NLD", "en", "the Netherlands"),
        ("IRQ", "fr", "l'Iraq"),
        ("FSM", "fr", "les États fédérés de Micronésie"),
        ("IND", "es", "la India"),
        ("VEN", "ru", "Боливарианская Республика Венесуэла"),
        ("CHN", "zh", "中国"),
    ],
)
def test_a_state_stands_in_a_sentence_as_the_language_wants_it(
    names: NameTable, state: str, language: str, words: str
) -> None:
    assert names.in_sentence(state, language) == words


def test_a_table_lists_the_short_name(names: NameTable) -> None:
    assert names.in_table("IRN") == "Iran (Islamic Republic of)"
    assert names.in_table("PRK") == "Democratic People's Republic of Korea"


def test_an_unknown_key_is_named(names: NameTable) -> None:
    with pytest.raises(UnknownName, match="“XYZ”"):
        names.short("XYZ")


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Kirgistan", ["Kyrgyzstan"]),
        ("Korea", ["Republic of Korea", "Democratic People's Republic of Korea"]),
        ("Uzbekistn", ["Uzbekistan"]),
        ("Marshal Islands", ["Marshall Islands"]),
    ],
)
def test_an_unknown_name_is_an_error_that_suggests(names: NameTable, text: str, suggested: list[str]) -> None:
    with pytest.raises(UnknownName) as refused:
        names.find(text)
    assert f"“{text}” is not the name of a State" in str(refused.value)
    assert refused.value.remedy.count("“") <= 3
    for one in suggested:
        assert f"“{one}”" in refused.value.remedy


@pytest.mark.parametrize("text", ["", "   ", "⁵", "xqzw", "x" * 100_000, "Nigeri\x00a", "State not party"])
def test_what_is_no_name_at_all_is_refused_in_one_short_sentence(names: NameTable, text: str) -> None:
    with pytest.raises(UnknownName) as refused:
        names.find(text)
    assert len(str(refused.value)) < 400


# Names in prose


@pytest.mark.parametrize(
    ("text", "spotted"),
    [
        ("Niger, Nigeria and Guinea-Bissau", ["NER", "NGA", "GNB"]),
        ("In Papua New Guinea and Equatorial Guinea, not in Guinea", ["PNG", "GNQ", "GIN"]),
        ("the Democratic Republic of the Congo and the Congo", ["COD", "COG"]),
        ("the Democratic People’s Republic of Korea, the Republic of Korea", ["PRK", "KOR"]),
        ("Romania and Oman", ["ROU", "OMN"]),
        ("South Sudan and the Sudan", ["SSD", "SDN"]),
        ("the United Kingdom of Great Britain and Northern Ireland", ["GBR"]),
        ("a farm in Northern Ireland by the Gulf of Oman", []),
        ("China's reply; Lao PDR–Viet Nam border", ["CHN", "LAO", "VNM"]),
        ("tell us about chad and a jordan in the US", ["USA"]),
        ("Marshall Islands⁵ is signatory", ["MHL"]),
        ("the former Yugoslav Republic of Macedonia", ["MKD"]),
        ("REPUBLIC OF MOLDOVA", ["MDA"]),
        ("Nigerian, Cuban and Chinese delegations", []),
    ],
)
def test_states_are_spotted_in_prose_by_their_longest_name(names: NameTable, text: str, spotted: list[str]) -> None:
    assert [state for _, _, state in names.spot(text)] == spotted


def test_a_spotted_name_tells_its_place(names: NameTable) -> None:
    text = "On 9 May, the Marshall Islands⁵ and Côte d’Ivoire spoke."
    assert [text[start:end] for start, end, _ in names.spot(text)] == ["Marshall Islands", "Côte d’Ivoire"]


def test_states_are_spotted_in_french(names: NameTable) -> None:
    text = "La Syrie, le Niger et les États-Unis d'Amérique"
    assert [state for _, _, state in names.spot(text, "fr")] == ["SYR", "NER", "USA"]


@given(st.lists(st.sampled_from(PRESENT), min_size=1, max_size=6))
def test_a_list_of_short_names_is_spotted_whole(states: list[str]) -> None:
    table = shipped_names()
    text = "; ".join(table.short(state) for state in states)
    assert [state for _, _, state in table.spot(text)] == states


# Names run together


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("ChinaCuba", ["CHN", "CUB"]),
        ("Lao PDRSingapore", ["LAO", "SGP"]),
        ("Guinea-BissauGuinea", ["GNB", "GIN"]),
        ("Korea, DPR ofKorea, Republic ofMyanmar", ["PRK", "KOR", "MMR"]),
        ("USAUnited Arab Emirates", ["USA", "ARE"]),
        ("United Arab Emirates", ["ARE"]),
    ],
)
def test_names_run_together_are_taken_apart(names: NameTable, text: str, states: list[str]) -> None:
    assert names.split_run(text) == states


@pytest.mark.parametrize("text", ["ChinaAtlantis", "Chinacuba", "", "China and", "C" * 3000])
def test_what_cannot_be_parted_into_names_is_refused(names: NameTable, text: str) -> None:
    with pytest.raises(UnknownName, match="cannot be parted"):
        names.split_run(text)


def _name(state: str, text: str, since: str = "", until: str = "") -> StateName:
    return StateName(
        state,
        "en",
        NameForm.SHORT,
        text,
        PartialDate.parse(since) if since else None,
        PartialDate.parse(until) if until else None,
    )


def test_a_run_that_can_be_parted_in_two_ways_is_refused() -> None:
    table = NameTable([_name("AAA", "Upper"), _name("BBB", "Land"), _name("CCC", "UpperLand")])
    with pytest.raises(UnknownName, match="several ways"):
        table.split_run("UpperLand")


# Tables that cannot be


def test_one_name_of_two_states_at_one_time_is_refused() -> None:
    with pytest.raises(Damaged, match="AAA and of BBB at the same time"):
        NameTable([_name("AAA", "Côte"), _name("BBB", "the COTE*")])


def test_one_name_of_two_states_at_different_times_is_a_table() -> None:
    table = NameTable([_name("AAA", "Land", until="1999-12-31"), _name("BBB", "Land", since="2000-01-01")])
    assert table.find("Land", date(1999, 12, 31)) == "AAA"
    assert table.find("Land", date(2000, 1, 1)) == "BBB"
