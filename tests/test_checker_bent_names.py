"""State names, ordinals, numbers and treaties in the forms of the other languages."""

import pytest

from accede.reporting.checker.reading.bent_names import BentNames
from accede.reporting.checker.reading.foreign_meetings import foreign_meetings
from accede.reporting.checker.reading.foreign_ordinals import ordinals
from accede.reporting.checker.reading.quantities import quantities, shares
from accede.vocabulary.state_names import shipped_names


def found(text: str, language: str) -> list[str]:
    return [iso3 for _, _, iso3 in BentNames(shipped_names().texts(language), language).spotted(text)]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("для Шри-Ланки и Украины", ["LKA", "UKR"]),
        ("с Российской Федерацией и Соединёнными Штатами Америки", ["RUS", "USA"]),
        ("в Государстве Палестина", ["PSE"]),
        ("Папуа — Новой Гвинеи", ["PNG"]),
        ("США", ["USA"]),
    ],
)
def test_russian_names_are_found_in_every_case(text: str, states: list[str]) -> None:
    assert found(text, "ru") == states


def test_arabic_names_are_found_behind_what_is_written_with_them_and_with_vowels() -> None:
    assert found("للصين ولمصر وعُمان وبفرنسا", "ar") == ["CHN", "EGY", "OMN", "FRA"]


def test_chinese_names_are_found_short_and_long() -> None:
    assert found("美国、俄罗斯联邦和几内亚比绍", "zh") == ["USA", "RUS", "GNB"]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "le 162e État", 162),
        ("fr", "la quatre-vingt-dix-neuvième fois", 99),
        ("fr", "le cent soixante et unième État", 161),
        ("es", "el 162.º Estado", 162),
        ("es", "el centésimo sexagésimo segundo Estado", 162),
        ("es", "la decimosexta vez", 16),
        ("ru", "162-м государством", 162),
        ("ru", "сто шестьдесят вторым государством", 162),
        ("zh", "第一百六十二个", 162),
        ("ar", "الدولة الثانية والستين بعد المائة", 162),
        ("ar", "الدولة رقم ١٦٢", 162),
    ],
)
def test_ordinals_are_read_in_figures_and_in_words(language: str, text: str, number: int) -> None:
    assert [value for _, _, value in ordinals(text, language)] == [number]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("ru", "ста шестидесяти четырёх", 164),
        ("ar", "مائة وأربع وستون", 164),
        ("es", "veintiún", 21),
        ("fr", "cent soixante-quatre", 164),
    ],
)
def test_numbers_are_read_in_words(language: str, text: str, number: int) -> None:
    assert [one.quantity.number for one in quantities(text, language)] == [number]


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("es", "más del ochenta por ciento", "more than 80%"),
        ("fr", "plus des quatre cinquièmes", "more than 80%"),
        ("zh", "百分之八十", "80%"),
        ("ru", "менее 20 процентов", "less than 20%"),
        ("ar", "أربعة أخماس", "80%"),
    ],
)
def test_shares_are_read(language: str, text: str, wording: str) -> None:
    assert [one.quantity.wording() for one in shares(text, language)] == [wording]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("fr", "la seizième Assemblée des États parties", "16MSP"),
        ("es", "la Tercera Conferencia de Examen", "3RC"),
        ("ru", "на шестнадцатом совещании государств-участников", "16MSP"),
        ("zh", "第四次审议会议", "4RC"),
        ("ar", "الاجتماع السادس عشر للدول الأطراف", "16MSP"),
    ],
)
def test_meetings_are_known_by_their_number(language: str, text: str, key: str) -> None:
    assert [meeting.key for meeting in foreign_meetings(text, language)] == [key]
