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


STANDINGS = (
    ("{state} n'est pas partie à la Convention.", "Le Maroc", "La France"),
    ("{state} no es parte en la Convención.", "Marruecos", "Francia"),
    ("{state} не является участником Конвенции.", "Марокко", "Франция"),
    ("{state}不是《公约》缔约国。", "摩洛哥", "法国"),
    ("{state} ليست طرفا في الاتفاقية.", "مصر", "فرنسا"),
)
VOTED = (
    ("{state} s'est abstenue lors du vote de la résolution 72/53.", "L'Inde", "La Chine"),
    ("{state} se abstuvo en la votación de la resolución 72/53.", "La India", "China"),
    ("{state} воздержался при голосовании по резолюции 72/53.", "Пакистан", "Китай"),
    ("{state}对第72/53号决议投了弃权票。", "印度", "中国"),
    ("امتنعت {state} عن التصويت على القرار 72/53.", "الهند", "الصين"),
)
SHARES = (
    "{n} % des États du monde ont adhéré à la Convention.",
    "El {n} % de los Estados del mundo se han adherido a la Convención.",
    "{n} процентов государств мира присоединились к Конвенции.",
    "世界上{n}%的国家加入了《公约》。",
    "انضمت {n} في المائة من دول العالم إلى الاتفاقية.",
)
PLACES = (
    "Oman est devenu le {n}e État partie à la Convention.",
    "Omán pasó a ser el {n}.º Estado parte en la Convención.",
    "Оман стал {n}-м государством-участником Конвенции.",
    "阿曼成为《公约》第{n}个缔约国。",
    "أصبحت عُمان الدولة الطرف رقم {n} في الاتفاقية.",
)
HELD = (
    ("La seizième Assemblée des États parties s'est tenue à {city}.", "Vienne", "Genève"),
    ("La Decimosexta Reunión de los Estados Partes se celebró en {city}.", "Viena", "Ginebra"),
    ("Шестнадцатое совещание государств-участников состоялось в {city}.", "Вене", "Женеве"),
    ("第十六届缔约国会议在{city}举行。", "维也纳", "日内瓦"),
    ("عُقد الاجتماع السادس عشر للدول الأطراف في {city}.", "فيينا", "جنيف"),
)
NOT_SAID = (
    "La France n'est pas partie à ce différend.",
    "L'allié de la Turquie n'est pas partie à la Convention d'Ottawa.",
    "La Chine a voté contre l'amendement à la résolution 72/53.",
    "Réunis à Genève, les délégués ont préparé la 16e Assemblée des États parties.",
    "Dans la région, 12 États sont parties à la Convention d'Ottawa.",
    "España se abstuvo de comentar la resolución 72/53.",
    "El Presidente de la Decimosexta Reunión de los Estados Partes, reunido en Ginebra, habló.",
    "Союзник Турции не является участником Конвенции.",
    "Не все 197 государств присоединились к Конвенции.",
    "中国没有投反对票。",
    "164个国家加入了《渥太华公约》，103个国家加入了《集束弹药公约》。",
    "La troisième Conférence des États parties au Traité sur le commerce des armes s'est tenue à Genève en 2017.",
    "Parmi les 33 États non parties, 17 se sont abstenus et 14 ont voté pour la résolution 72/53.",
    "La resolución 72/53 obtuvo 3 votos a favor más que el año anterior y 3 abstenciones menos.",
    "世界上80%的国家没有地雷。",
    "在33个非缔约国中，14个国家投赞成票，16个国家弃权（第72/53号决议）。",
    "لم تشارك فييت نام في الاجتماع الخامس عشر للدول الأطراف.",
    "الأردن ليس طرفا في النزاع.",
    "انضمت إلى اتفاقية الذخائر العنقودية 111 دولة.",
)


@pytest.mark.parametrize(("sentence", "right", "wrong"), STANDINGS + VOTED)
def test_where_a_state_stands_and_how_it_voted_is_read(sentence: str, right: str, wrong: str) -> None:
    assert verdict(sentence.format(state=right), DAY) is AGREES
    assert verdict(sentence.format(state=wrong), DAY) is CONTRADICTS


@pytest.mark.parametrize("sentence", SHARES)
def test_a_share_of_the_worlds_states_is_read(sentence: str) -> None:
    assert verdict(sentence.format(n=83), DAY) is AGREES
    assert verdict(sentence.format(n=61), DAY) is CONTRADICTS


@pytest.mark.parametrize("sentence", PLACES)
def test_the_place_of_a_state_among_those_that_joined_is_read(sentence: str) -> None:
    assert verdict(sentence.format(n=162), DAY) is AGREES
    assert verdict(sentence.format(n=148), DAY) is CONTRADICTS


@pytest.mark.parametrize(("sentence", "right", "wrong"), HELD)
def test_where_a_meeting_was_held_is_read(sentence: str, right: str, wrong: str) -> None:
    assert verdict(sentence.format(city=right), DAY) is AGREES
    assert verdict(sentence.format(city=wrong), DAY) is CONTRADICTS


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Le Sri Lanka n'a pas signé la Convention d'Ottawa.", "Il y a adhéré le 13 décembre {year}."),
        ("Sri Lanka apoya la Convención de Ottawa.", "Se adhirió a ella el 13 de diciembre de {year}."),
        ("Шри-Ланка поддерживает Оттавскую конвенцию.", "Она присоединилась к Конвенции 13 декабря {year} года."),
        ("斯里兰卡支持《渥太华公约》。", "该国于{year}年12月13日加入《公约》。"),
    ],
)
def test_a_pronoun_stands_for_the_state_before(before: str, sentence: str) -> None:
    assert AGREES in verdicts(f"{before} {sentence.format(year=2017)}", DAY)
    assert CONTRADICTS in verdicts(f"{before} {sentence.format(year=2015)}", DAY)


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_is_said_of_another_matter_is_never_called_wrong(sentence: str) -> None:
    assert CONTRADICTS not in verdicts(sentence, DAY)
