"""The commonest claims in French, Spanish, Russian, Chinese and Arabic."""

import pytest

from accede.reporting.checker.reading.languages import language_of
from checker_cast import AGREES, CONTRADICTS, verdict, verdicts

pytestmark = pytest.mark.django_db
DAY = "2018-08-21"
COUNTS = (
    "La Convention compte {n} États parties.",
    "{n} pays ont adhéré au Traité d'Ottawa.",
    "La Convención cuenta con {n} Estados partes.",
    "{n} países han ratificado la Convención de Ottawa.",
    "На 21 августа 2018 года участниками Конвенции являются {n} государства.",
    "К Конвенции присоединились {n} государства.",
    "《公约》有{n}个缔约国。",
    "已有{n}个国家加入《渥太华公约》。",
    "يبلغ عدد الدول الأطراف في الاتفاقية {n} دولة.",
)
OUTSIDE = (
    "{n} États restent en dehors de la Convention.",
    "{n} Estados siguen fuera de la Convención.",
    "{n} государства остаются вне Конвенции.",
    "{n}个国家仍未加入《公约》。",
    "لا تزال {n} دولة خارج الاتفاقية.",
)
JOINED = (
    "Le Sri Lanka a adhéré à la Convention le 13 décembre {year}.",
    "Sri Lanka se adhirió a la Convención el 13 de diciembre de {year}.",
    "Шри-Ланка присоединилась к Конвенции 13 декабря {year} года.",
    "斯里兰卡于{year}年12月13日加入《公约》。",
    "انضمت سري لانكا إلى الاتفاقية في 13 ديسمبر {year}.",
)


@pytest.mark.parametrize("sentence", COUNTS)
def test_the_number_of_states_parties_is_read(sentence: str) -> None:
    assert verdict(sentence.format(n=164), DAY) is AGREES
    assert verdict(sentence.format(n=144), DAY) is CONTRADICTS


@pytest.mark.parametrize("sentence", OUTSIDE)
def test_the_number_of_states_outside_is_read(sentence: str) -> None:
    assert verdict(sentence.format(n=33), DAY) is AGREES
    assert verdict(sentence.format(n=63), DAY) is CONTRADICTS


@pytest.mark.parametrize("sentence", JOINED)
def test_the_day_of_joining_is_read(sentence: str) -> None:
    assert verdict(sentence.format(year=2017), DAY) is AGREES
    assert verdict(sentence.format(year=2007), DAY) is CONTRADICTS


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Trente-trois États restent en dehors de la Convention.", AGREES),
        ("Treinta y tres Estados siguen fuera de la Convención.", AGREES),
        ("Тридцать три государства остаются вне Конвенции.", AGREES),
        ("三十三个国家尚未加入《公约》。", AGREES),
        ("Quarante-trois États restent en dehors de la Convention.", CONTRADICTS),
        ("Plus de 160 États sont parties à la Convention.", AGREES),
        ("Más de 170 países han ratificado la Convención.", CONTRADICTS),
    ],
)
def test_numbers_in_words_and_bounds_are_read(words: str, held: object) -> None:
    assert verdict(words, DAY) is held


@pytest.mark.parametrize(
    "sentence",
    [
        "29 États parties ont déclaré avoir terminé le nettoyage.",
        "Il y a 29 États parties qui ont encore des obligations.",
        "Hay 29 Estados partes que todavía tienen obligaciones.",
        "29 государств-участников завершили разминирование.",
        "有29个缔约国已完成清除。",
        "29 دولة طرفا أعلنت نفسها خالية من الألغام.",
        "Si 180 États étaient parties à la Convention, nous serions heureux.",
        "Il n'est pas vrai que 180 États sont parties à la Convention.",
        "No es cierto que 180 Estados sean partes en la Convención.",
        "Nous espérons que 180 États seront parties à la Convention.",
        "如果180个国家加入《公约》，我们会很高兴。",
        "La Convention sur les armes à sous-munitions compte 103 États parties.",
        "《集束弹药公约》有103个缔约国。",
    ],
)
def test_what_counts_some_or_is_not_said_to_be_so_is_not_wrong(sentence: str) -> None:
    assert CONTRADICTS not in verdicts(sentence, DAY)


def test_a_signature_and_a_ratification_in_one_sentence_are_two_claims() -> None:
    text = "L'Algérie a signé la Convention le 3 décembre 1997 et l'a ratifiée le 9 octobre {year}."
    assert verdict(text.format(year=2001), DAY) is AGREES
    assert verdict(text.format(year=2003), DAY) is CONTRADICTS


def test_entry_into_force_is_read() -> None:
    assert verdict("La Convention est entrée en vigueur pour le Sri Lanka le 1er juin 2018.", DAY) is AGREES
    assert verdict("La Convención entró en vigor para Sri Lanka el 1 de julio de 2018.", DAY) is CONTRADICTS


def test_the_totals_of_a_vote_are_read() -> None:
    text = "La résolution 72/53 a été adoptée en plénière par {n} voix contre zéro, avec 17 abstentions."
    assert verdict(text.format(n=167), DAY) is AGREES
    assert verdict(text.format(n=168), DAY) is CONTRADICTS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Adhésion de cet État à la Convention", "fr"),
        ("33 Estados no eran partes en la Convención", "es"),
        ("33 государства", "ru"),
        ("33个国家", "zh"),
        ("33 دولة", "ar"),
        ("33 States are not party to the Convention", "en"),
    ],
)
def test_the_language_of_a_sentence_is_known(text: str, language: str) -> None:
    assert language_of(text) == language
