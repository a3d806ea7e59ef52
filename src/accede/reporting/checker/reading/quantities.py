"""How many: a number with the words that make a bound of it ("over 160", "nearly", "at least", "one fifth"). Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accede.reporting.checker.anchors import folded, has
from accede.reporting.checker.reading.numbers import EASTERN, TENS, UNITS, WORDED, cardinal, foreign_cardinal, worded
from accede.vocabulary.label import Labelled


class Bound(Labelled):
    """What the words before or after a number make of it."""

    EXACT = "exact", ""
    MORE_THAN = "more than", "more than"
    AT_LEAST = "at least", "at least"
    LESS_THAN = "less than", "less than"
    AT_MOST = "at most", "at most"
    NEARLY = "nearly", "nearly"
    ABOUT = "about", "about"
    JUST_OVER = "just over", "just over"
    BETWEEN = "between", "between"


BEFORE: dict[Bound, str] = {
    Bound.JUST_OVER: r"just (?:over|above)|slightly (?:over|more than)|a little (?:over|more than)|barely (?:over|more than)",
    Bound.NEARLY: (
        r"nearly|almost|close to|just (?:under|below)|slightly (?:under|less than|fewer than)|not quite|"
        r"virtually"
    ),
    Bound.AT_LEAST: r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|as many as",
    Bound.AT_MOST: r"at most|no more than|not more than|up to|a maximum of|at the most",
    Bound.MORE_THAN: (
        r"(?:well |far )?(?:more than|over|above|in excess of|upwards of|exceeding|exceeds?|greater than|beyond|"
        r"past)"
    ),
    Bound.LESS_THAN: r"(?:well |far )?(?:fewer than|less than|under|below)|not even|not yet|short of",
    Bound.ABOUT: r"approximately|about|around|roughly|some|circa|ca\.|c\.|an estimated|or so|barely|scarcely|"
    r"in the (?:region|order) of",
    Bound.EXACT: r"only|just|exactly|precisely|a total of|a mere|as few as|a full",
}
AFTER: dict[Bound, str] = {
    Bound.AT_LEAST: r" or more\b|\+|[- ]plus\b",
    Bound.AT_MOST: r" or (?:fewer|less)\b",
    Bound.ABOUT: r" or so\b|-odd\b| odd\b",
}
FOREIGN_BEFORE: dict[str, dict[Bound, str]] = {
    "fr": {
        Bound.MORE_THAN: r"plus d(?:e|es|u)|plus de|au-delà de|davantage que",
        Bound.LESS_THAN: r"moins de",
        Bound.AT_LEAST: r"au moins|pas moins de",
        Bound.NEARLY: r"presque",
        Bound.ABOUT: r"près d(?:e|es|u)|environ|quelque|autour de",
        Bound.EXACT: r"seulement|exactement|au total|un total de",
    },
    "es": {
        Bound.MORE_THAN: r"más del?",
        Bound.LESS_THAN: r"menos del?",
        Bound.AT_LEAST: r"al menos|por lo menos|no menos de",
        Bound.NEARLY: r"casi",
        Bound.ABOUT: r"cerca del?|unos|unas|aproximadamente|alrededor del?",
        Bound.EXACT: r"solo|sólo|solamente|exactamente|un total de",
    },
    "ru": {
        Bound.MORE_THAN: r"более(?: чем)?|свыше|больше",
        Bound.LESS_THAN: r"менее(?: чем)?|меньше",
        Bound.AT_LEAST: r"не менее|по меньшей мере|по крайней мере",
        Bound.NEARLY: r"почти",
        Bound.ABOUT: r"около|примерно|порядка",
        Bound.EXACT: r"только|ровно|всего",
    },
    "zh": {
        Bound.MORE_THAN: r"超过|逾|多于",
        Bound.LESS_THAN: r"不足|少于|不到",
        Bound.AT_LEAST: r"至少|不少于",
        Bound.NEARLY: r"近|将近|接近",
        Bound.ABOUT: r"约|大约",
        Bound.EXACT: r"仅|只有|共有|共",
    },
    "ar": {
        Bound.MORE_THAN: r"أكثر من|ما يزيد على|ما يزيد عن",
        Bound.LESS_THAN: r"أقل من",
        Bound.AT_LEAST: r"ما لا يقل عن|على الأقل",
        Bound.ABOUT: r"ما يقرب من|زهاء|قرابة|نحو|حوالي",
    },
}
FOREIGN_AFTER: dict[str, dict[Bound, str]] = {"zh": {Bound.MORE_THAN: "多", Bound.AT_LEAST: "以上"}}

FIGURES = r"(?<![\w.,/#-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w%/])(?![.,]\d)"
NOT_A_NUMBER_OF = re.compile(
    r"(?:\b(?:articles?|actions?|paragraphs?|paras?|items?|no|nos|numbers? (?=\d)|pages?|pp?|chapters?|"
    r"sections?|annex(?:es)?|footnotes?|add|rev|wp|rooms?|parts?|resolutions?|protocols?|tables?|figures?|boxes?|"
    r"days?|l|decisions?)\.? ?#?|[#$€£]|usd ?|\d[-‐‑] {1,3})$",
    re.IGNORECASE,
)
"""What stands before a figure that counts nothing ("Article 7", "Action #1"), or that a line breaks ("16- 4")."""
NOT_COUNTED = re.compile(r" ?(?:%|per ?cent\b|million\b|billion\b|thousand\b)", re.IGNORECASE)

FRACTION_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNT = "|".join(UNITS[1:11])
_STATES = r"(?:States?|countr(?:y|ies)|nations?|governments?)(?: in the world| of the world)?"
SHARE = re.compile(
    rf"(?P<percent>\d{{1,3}}(?:[.,]\d+)?) ?(?:%|per ?cent\b)"
    rf"|(?P<worded>{WORDED}) per ?cent\b"
    rf"|\b(?P<top>a|{_COUNT})[- ](?P<bottom>{'|'.join(FRACTION_PARTS)})s?(?= of\b)"
    rf"|\b(?P<some>{_COUNT}|\d+) (?:in|(?:out )?of every|out of) (?P<of>{_COUNT}|\d{{1,2}}|a hundred)\b"
    rf"(?= of\b| {{0,1}}(?:States|countries|nations)|,| (?:have|has|are|belong))"
    rf"|\b(?P<some_b>{_COUNT}|\d+) {_STATES} (?:(?:in|out of|of)(?: every)?) (?P<of_b>{_COUNT}|\d{{1,2}})\b"
    r"(?= (?:ha[sd]|have|is|are|was|were|remain|st[ao]|belong|now|still|already|do|does|did)|[.,;)])"
    rf"|\b(?:out )?of (?:every|each) (?P<of_c>{_COUNT}|\d{{1,3}}) {_STATES},? (?:some |about |only )?(?P<some_c>{_COUNT}|\d+)\b"
    r"(?= (?:ha[sd]|have|is|are|was|were|remain|st[ao]|belong|now|still|already|do|does|did))"
    r"|\b(?P<half>half)(?= (?:of )?(?:the|all)\b)",
    re.IGNORECASE,
)
TELLS_A_SHARE = (("%", "percent", "per cent", *FRACTION_PARTS),)
ONE_IN = re.compile(rf"\b(?:{_COUNT}|\d+) (?:\w+ )?(?:in|of|out of)\b|\bof (?:every|each)\b", re.IGNORECASE)
"""A text without any of these names no share."""
FIGURE = re.compile(r"\d")
NUMBER_WORDS = ((*UNITS, *TENS, "hundred", "dozen"),)
"""An English text without any of these has no number."""
FOREIGN_SHARE = re.compile(
    r"(?P<percent>\d{1,3}(?:[.,]\d+)?) ?(?:%|٪|p\. ?cent|pour cent|por ciento|процент\w*|في المائة)|"
    r"百分之(?P<chinese>[\d一二三四五六七八九十]+)|"
    r"(?P<two_thirds>deux tiers|dos tercios|две трети|двух третей|三分之二|ثلثي|ثلثا)|"
    r"(?P<three_quarters>trois quarts|tres cuartas partes|tres cuartos|три четверти|трёх четвертей|四分之三|ثلاثة أرباع)|"
    r"(?P<four_fifths>quatre cinquièmes|cuatro quintas partes|cuatro quintos|четыре пятых|五分之四|أربعة أخماس)|"
    r"(?P<nine_tenths>neuf dixièmes|nueve décimas partes|девять десятых|十分之九|تسعة أعشار)"
)

FOREIGN_FRACTIONS = {"two_thirds": 200 / 3, "three_quarters": 75.0, "four_fifths": 80.0, "nine_tenths": 90.0}
PER_CENT = {"fr": "pour cent", "es": "por ciento", "ru": r"процент\w*", "ar": "(?:في المائة|بالمائة|في المئة)"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its bound; of BETWEEN `upto` is the other end. A share is in per cent."""

    number: float
    bound: Bound = Bound.EXACT
    upto: float | None = None
    is_share: bool = False

    def fits(self, value: float) -> bool | None:
        """Whether a value is what these words say; None where one may argue about it ("nearly", "about", a round share)."""
        n = self.number
        match self.bound:
            case Bound.EXACT:
                return _near_share(n, value) if self.is_share else value == n
            case Bound.MORE_THAN:
                return value > n
            case Bound.AT_LEAST:
                return value >= n
            case Bound.LESS_THAN:
                return value < n
            case Bound.AT_MOST:
                return value <= n
            case Bound.BETWEEN:
                return n <= value <= (self.upto or n)
            case Bound.JUST_OVER:
                return _graded(n < value <= n + max(3, 0.06 * n), n <= value <= n + max(5, 0.12 * n))
            case Bound.NEARLY if self.is_share:
                return _graded(0 < n - value <= max(3, 0.1 * n), abs(n - value) <= max(5, 0.15 * n))
            case Bound.NEARLY:
                return _graded(0 < n - value <= max(3, 0.1 * n), -0.03 * n <= n - value <= max(5, 0.15 * n))
            case Bound.ABOUT if self.is_share:
                return _graded(abs(value - n) <= 3, abs(value - n) <= 6)
            case Bound.ABOUT:
                return _graded(abs(value - n) <= max(3, 0.05 * n), abs(value - n) <= max(6, 0.1 * n))

    def wording(self) -> str:
        """In a few words ("more than 160", "80%")."""
        number = f"{self.number:g}" + ("%" if self.is_share else "")
        if self.bound is Bound.BETWEEN and self.upto is not None:
            return f"between {number} and {self.upto:g}"
        return f"{self.bound.label} {number}".strip()


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and where it stands in the text."""

    start: int
    end: int
    quantity: Quantity


def quantities(text: str, language: str = "en") -> Iterator[Counted]:
    """The quantities of a text that count something, in order; the text may have other things blanked out."""
    if language == "en" and not FIGURE.search(text) and not has(folded(text), NUMBER_WORDS):
        return
    taken = 0
    for match in _pattern(language).finditer(text):
        start, end = match.start("number"), match.end()
        if start < taken or NOT_A_NUMBER_OF.search(text[max(0, start - 14) : start]) or NOT_COUNTED.match(text, end):
            continue
        number = _number(match["number"], language)
        if number is None:
            continue
        other = _number(match["other"], language) if match["other"] else None
        if other is not None and number > other:  # "adopted by 147 to two": no range
            taken = end
            yield Counted(match.start(), match.end("number"), Quantity(number, _bound(match)))
            yield Counted(match.start("other"), end, Quantity(other))
            continue
        if other is not None:
            found = Quantity(number, Bound.BETWEEN, float(other)) if number < other else None
        else:
            found = Quantity(number, _bound(match))
        if found:
            taken = end
            yield Counted(match.start(), end, found)


def shares(text: str, language: str = "en") -> Iterator[Counted]:
    """The percentages and fractions of a text, in per cent."""
    if language == "en" and not has(folded(text), TELLS_A_SHARE) and not ONE_IN.search(text):
        return
    for match in sorted(_shares_in(text, language), key=lambda match: match.start()):
        before = re.search(
            rf"(?:{_before(language)})\s*(?:del? |l[ae]s? |los |el )?$", text[: match.start()], re.IGNORECASE
        )
        start = before.start() if before else match.start()
        bound = _bound_of(before[0]) if before else Bound.EXACT
        said = match.groupdict().get("said")
        share = foreign_cardinal(said, language) if said else _share(match)
        if share:
            yield Counted(start, match.end(), Quantity(share, bound, None, True))


def _shares_in(text: str, language: str) -> Iterator[re.Match[str]]:
    yield from (SHARE if language == "en" else FOREIGN_SHARE).finditer(text)
    if language in PER_CENT and (number := worded(language)):
        yield from re.finditer(rf"(?P<said>{number.pattern}) {PER_CENT[language]}", text, re.IGNORECASE)


def _near_share(n: float, value: float) -> bool | None:
    if n % 5:
        return _graded(abs(value - n) < 1, abs(value - n) < 2)
    return _graded(abs(value - n) < 4, abs(value - n) < 5)


def _graded(sure: bool, arguable: bool) -> bool | None:
    return True if sure else None if arguable else False


def _number(text: str, language: str) -> int | None:
    plain = text.translate(EASTERN).replace(",", "")
    if plain.isdecimal():
        return int(plain)
    return cardinal(text) if language == "en" else foreign_cardinal(text, language)


def _share(match: re.Match[str]) -> float:
    groups = match.groupdict()
    if groups["percent"]:
        return float(groups["percent"].replace(",", "."))
    if groups.get("chinese"):
        return float(_number(groups["chinese"], "zh") or 0)
    for fraction, share in FOREIGN_FRACTIONS.items():
        if groups.get(fraction):
            return share
    if groups.get("worded"):
        return float(cardinal(groups["worded"]))
    if groups["half"]:
        return 50.0
    for some, of in (("some", "of"), ("some_b", "of_b"), ("some_c", "of_c")):
        if groups[of]:
            return 100 * _small(groups[some]) / max(1, _small(groups[of]))
    return 100 * _small(groups["top"]) / FRACTION_PARTS[groups["bottom"].lower()]


def _small(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return {"a": 1, "a hundred": 100}.get(text.lower()) or cardinal(text)


def _before(language: str) -> str:
    words = BEFORE if language == "en" else FOREIGN_BEFORE.get(language, {})
    return "|".join(words.values()) or "(?!)"


def _after(language: str) -> str:
    words = AFTER if language == "en" else FOREIGN_AFTER.get(language, {})
    return "|".join(words.values()) or "(?!)"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    one = FIGURES if language != "ar" else r"(?<![\d.,/])[\d٠-٩]{1,6}(?![\d%٪/])"
    if language == "zh":
        one = r"(?<![\d.,/])\d{1,6}(?![\d%/])"
    words = rf"\b{WORDED}\b" if language == "en" else getattr(worded(language), "pattern", "(?!)")
    number = rf"(?:{one}|{words})"
    between = r"(?:between|entre|от|من)" if language != "en" else "between"
    space = "" if language == "zh" else r" +(?:los |las |de )?" if language == "es" else " +"
    edge = "" if language in ("zh", "ar") else r"\b"
    return re.compile(
        rf"(?:(?P<before>{edge}(?:{_before(language)})){space}(?:the )?|(?:\b{between} )(?={number} (?:and|to|"
        rf"et|y|и) ))?"
        rf"(?P<number>{number})(?:(?: to | and (?=\d)|[–-](?=\d)|–)(?P<other>{number})|"
        rf"(?P<after>{_after(language)}))?",
        re.IGNORECASE,
    )


def _bound(match: re.Match[str]) -> Bound:
    if match["before"]:
        before = _bound_of(match["before"])
        return _bound_of(match["after"]) if match["after"] and before is Bound.EXACT else before
    return _bound_of(match["after"]) if match["after"] else Bound.EXACT


def _bound_of(words: str) -> Bound:
    plain = words.strip()
    for tables in ((BEFORE,), (AFTER,), tuple(FOREIGN_BEFORE.values()), tuple(FOREIGN_AFTER.values())):
        for table in tables:
            for bound, pattern in table.items():
                if re.fullmatch(pattern, plain, re.IGNORECASE) or re.fullmatch(pattern, words, re.IGNORECASE):
                    return bound
    return Bound.EXACT
