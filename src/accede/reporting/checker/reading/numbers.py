"""Numbers in figures and in words, cardinal and ordinal. Pure.

English is read in full; of the other languages the cardinals below a thousand that papers write out.
"""

import re
from functools import cache

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINAL_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
ORDINAL_TENS = ("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth")
CARDINALS = {word: number for number, word in enumerate(UNITS)} | {word: 20 + 10 * at for at, word in enumerate(TENS)}
ORDINALS = {word: number for number, word in enumerate(ORDINAL_UNITS, 1)}
ORDINALS |= {word: 20 + 10 * at for at, word in enumerate(ORDINAL_TENS)} | {"hundredth": 100}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN = "|".join(TENS)
_BELOW_100 = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|(?:{_UNIT}))"
WORDED = (
    rf"(?:(?:{'|'.join(UNITS[1:10])}|a) hundred(?:,? (?:and )?{_BELOW_100})?|{_BELOW_100}|a dozen|two dozen|"
    rf"three dozen)"
)
"""A cardinal in English words."""
_ORDINAL_BELOW_100 = (
    rf"(?:(?:{_TEN})[- ](?:{'|'.join(ORDINAL_UNITS[:9])})|{'|'.join(sorted(ORDINAL_UNITS, key=len, reverse=True))}"
    rf"|{'|'.join(ORDINAL_TENS)})"
)
_WORDED_ORDINAL = (
    rf"(?:(?:one|two|a) hundred(?:,? (?:and )?|-){_ORDINAL_BELOW_100}|(?:one |two )?hundredth|{_ORDINAL_BELOW_100})"
)
ORDINAL = rf"(?:\d{{1,3}} ?(?:st|nd|rd|th)\b|{_WORDED_ORDINAL})"
"""An ordinal in figures or in English words."""

FRENCH = {
    word: number
    for number, word in enumerate((
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize",
    ))
} | {"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}  # fmt: skip
SPANISH = {
    word: number
    for number, word in enumerate((
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
        "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
        "veintinueve",
    ))
} | {
    word: 10 * tens
    for tens, word in enumerate(("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"), 3)
} | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "cien": 100, "ciento": 100}  # fmt: skip
RUSSIAN = {
    word: number
    for number, word in enumerate((
        "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
        "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
        "девятнадцать",
    ), 1)
} | {
    word: 10 * tens
    for tens, word in enumerate((
        "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто", "сто",
    ), 2)
} | {"одна": 1, "одно": 1, "две": 2}  # fmt: skip
RUSSIAN |= {
    "одного": 1, "одной": 1, "одному": 1, "одним": 1, "двух": 2, "двум": 2, "двумя": 2, "трёх": 3, "трех": 3, "трем": 3,
    "трём": 3, "тремя": 3, "четырёх": 4, "четырех": 4, "четырем": 4, "четырём": 4, "четырьмя": 4, "восьми": 8,
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяноста": 90, "ста": 100,
    "пятьюдесятью": 50, "шестьюдесятью": 60, "семьюдесятью": 70,
} | {
    word.removesuffix("ь") + end: number
    for word, number in RUSSIAN.items()
    if word.endswith("ь") and word != "восемь"
    for end in ("и", "ью")
}  # fmt: skip
"""In the other cases ("ста шестидесяти четырёх")."""
ARABIC = {
    "واحدة": 1, "واحد": 1, "اثنتان": 2, "اثنتين": 2, "اثنان": 2, "اثنين": 2, "ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6,
    "سبع": 7, "ثماني": 8, "ثمان": 8, "تسع": 9, "عشر": 10, "عشرة": 10, "إحدى": 1, "اثنتا": 2, "اثنتي": 2, "مائة": 100, "مئة": 100,
    "مائتان": 200, "مائتي": 200,
}  # fmt: skip
ARABIC |= {word + "ة": ARABIC[word] for word in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")}
ARABIC_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
"""What twenty to ninety begin with."""
ARABIC |= {word + end: 20 + 10 * at for at, word in enumerate(ARABIC_TENS) for end in ("ون", "ين")}
WORDS_OF = {"fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "ar": ARABIC}
JOINTS = {"fr": r"(?:[- ]et[- ]|[- ])", "es": r"(?: y | )", "ru": " ", "ar": r"(?: و| )"}
CHINESE = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
CHINESE_NUMBER = r"[零一二两三四五六七八九十百〇]{1,7}"
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def cardinal(text: str) -> int:
    """The number of an English text that `WORDED` matches."""
    text = text.lower().replace("-", " ").replace(",", "")
    if text.endswith("dozen"):
        return 12 * {"a": 1, "two": 2, "three": 3}[text.split()[0]]
    hundreds, _, rest = text.rpartition("hundred")
    total = 100 * (1 if hundreds.strip() in ("a", "one") else CARDINALS.get(hundreds.strip(), 0)) if hundreds else 0
    return total + sum(CARDINALS[word] for word in rest.split() if word != "and")


def ordinal(text: str) -> int:
    """The number of an English ordinal, in words or figures ("162nd", "one hundred and sixty-second")."""
    if figures := re.match(r"\d+", text):
        return int(figures[0])
    total = 0
    for word in text.lower().replace("-", " ").replace(",", "").split():
        if word in ("hundred", "hundredth"):
            total = 100 * max(total, 1)
        elif word not in ("and", "a"):
            total += CARDINALS.get(word, 0) or ORDINALS[word]
    return total


@cache
def worded(language: str) -> re.Pattern[str] | None:
    """A cardinal in the words of another language than English; None where only figures are read."""
    words = WORDS_OF.get(language)
    if words is None:
        return re.compile(CHINESE_NUMBER) if language == "zh" else None
    names = "|".join(sorted([*words, "cent", "cents"] if language == "fr" else words, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})(?:{JOINTS[language]}(?:{names}))*\b", re.IGNORECASE)


def foreign_cardinal(text: str, language: str) -> int | None:
    """The number of a text that `worded` matches; None where it makes no number."""
    if language == "zh":
        return _chinese(text)
    total = 0
    for word in re.split(r" و?" if language == "ar" else r"[- ]", text.lower()):
        if word in ("et", "y"):
            continue
        if word in ("cent", "cents"):
            total = 100 * max(total, 1)
            continue
        number = WORDS_OF[language][word]
        if language == "fr" and number == 20 and total % 100 == 4:  # quatre-vingts
            total += 76
        else:
            total += number
    return total


def _chinese(text: str) -> int | None:
    total, digit = 0, 0
    for sign in text:
        if sign == "百":
            total, digit = total + 100 * (digit or 1), 0
        elif sign == "十":
            total, digit = total + 10 * (digit or 1), 0
        else:
            digit = CHINESE[sign]
    return total + digit or None
