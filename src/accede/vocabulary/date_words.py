"""The words of dates in the six languages of the United Nations, as its papers write them.

Month names are CLDR's, except in Arabic, where the United Nations writes both names ("آب/أغسطس") and June and July as
يونيه and يوليه; a test holds them to babel.
"""

from dataclasses import dataclass

from accede.vocabulary.date_parts import ENGLISH_MONTHS
from accede.vocabulary.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Place:
    """How a date stands in one grammatical place: {x} a day or month with its year, {y} a year or a decade's first."""

    months: tuple[str, ...]
    day: str
    month: str
    year: str
    decade: str


@dataclass(frozen=True, slots=True)
class DateWords:
    """The wording of one language.

    `near` and `near_years` join numbers of one kind ("25-27 March", "2009-2010"), `far` whole dates ("29 November -
    4 December"). {d} is a day's number, {m} a month, {x} what stands beside the year, {y} the year. `plain` is the date
    alone, `since_place` and `until_place` as it stands after those words; `since` and `until` hold {x}, `between` {a}
    (as after since), {b} (as after until) and {c} (as after since, for the second date).
    """

    months: tuple[str, ...]
    plain: Place
    since_place: Place
    until_place: Place
    since: str
    until: str
    between: str
    last_and: str
    years: str = "{y}"
    first: str = "1"
    day_number: str = "{d}"
    year_number: str = "{y}"
    day: str = "{d} {m}"
    in_year: str = "{x} {y}"
    near: str = "-"
    near_years: str = "-"
    far: str = " - "
    comma: str = ", "


def _same(months: tuple[str, ...], decade: str) -> Place:
    return Place(months, "{x}", "{x}", "{y}", decade)


FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SPANISH_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
RUSSIAN_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
RUSSIAN_MONTHS_OF = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
CHINESE_MONTHS = tuple(f"{number}月" for number in range(1, 13))
CHINESE_MONTH_NAMES = (
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
)  # fmt: skip
ARABIC_MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
    "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip
ARABIC_DECADE = "العقد الذي يبدأ عام {y}"

WORDS: dict[str, DateWords] = {
    "en": DateWords(
        months=ENGLISH_MONTHS,
        plain=_same(ENGLISH_MONTHS, "the {y}s"),
        since_place=_same(ENGLISH_MONTHS, "the {y}s"),
        until_place=_same(ENGLISH_MONTHS, "the {y}s"),
        since="since {x}",
        until="until {x}",
        between="between {a} and {b}",
        last_and=" and ",
    ),
    "fr": DateWords(
        months=FRENCH_MONTHS,
        plain=_same(FRENCH_MONTHS, "les années {y}"),
        since_place=Place(FRENCH_MONTHS, "le {x}", "{x}", "{y}", "les années {y}"),
        until_place=Place(FRENCH_MONTHS, "au {x}", "en {x}", "en {y}", "aux années {y}"),
        since="depuis {x}",
        until="jusqu'{x}",
        between="entre {a} et {c}",
        last_and=" et ",
        first="1er",
    ),
    "es": DateWords(
        months=SPANISH_MONTHS,
        plain=_same(SPANISH_MONTHS, "el decenio de {y}"),
        since_place=Place(SPANISH_MONTHS, "el {x}", "{x}", "{y}", "el decenio de {y}"),
        until_place=Place(SPANISH_MONTHS, "el {x}", "{x}", "{y}", "el decenio de {y}"),
        since="desde {x}",
        until="hasta {x}",
        between="entre {a} y {c}",
        last_and=" y ",
        day="{d} de {m}",
        in_year="{x} de {y}",
        near=" a ",
        far=" a ",
    ),
    "ru": DateWords(
        months=RUSSIAN_MONTHS_OF,
        plain=Place(RUSSIAN_MONTHS, "{x}", "{x}", "{y} год", "{y}-е годы"),
        since_place=Place(RUSSIAN_MONTHS_OF, "{x}", "{x}", "{y} года", "{y}-х годов"),
        until_place=Place(RUSSIAN_MONTHS, "{x}", "{x}", "{y} год", "{y}-е годы"),
        since="с {x}",
        until="по {x}",
        between="в период с {a} по {b}",
        last_and=" и ",
        years="{y} годы",
        in_year="{x} {y} года",
    ),
    "zh": DateWords(
        months=CHINESE_MONTHS,
        plain=_same(CHINESE_MONTHS, "{y}年代"),
        since_place=_same(CHINESE_MONTHS, "{y}年代"),
        until_place=_same(CHINESE_MONTHS, "{y}年代"),
        since="自{x}以来",
        until="直至{x}",
        between="{a}至{b}之间",
        last_and="和",
        first="1日",
        day_number="{d}日",
        year_number="{y}年",
        day="{m}{d}",
        in_year="{y}{x}",
        near="至",
        near_years="至",
        far="至",
        comma="、",
    ),
    "ar": DateWords(
        months=ARABIC_MONTHS,
        plain=_same(ARABIC_MONTHS, ARABIC_DECADE),
        since_place=Place(ARABIC_MONTHS, "{x}", "{x}", "عام {y}", ARABIC_DECADE),
        until_place=Place(ARABIC_MONTHS, "{x}", "{x}", "عام {y}", ARABIC_DECADE),
        since="منذ {x}",
        until="حتى {x}",
        between="بين {a} و{c}",
        last_and=" و",
        comma=" و",
    ),
}


def date_words(language: str) -> DateWords:
    """The words of one of the six languages. Raises UnknownName."""
    try:
        return WORDS[language]
    except KeyError:
        raise UnknownName(
            f"there is no wording of dates in the language “{language}”", remedy="Use en, fr, es, ru, zh or ar"
        ) from None
