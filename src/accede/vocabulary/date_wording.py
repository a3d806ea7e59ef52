"""A partial date in words: "21 August 2018", "25-27 March 2007", "since the 1980s", "2010 and 2012"."""

from collections.abc import Sequence
from dataclasses import dataclass

from accede.vocabulary.date_parts import Part, Precision, Shape
from accede.vocabulary.date_words import DateWords, Place, date_words


def word(shape: Shape, language: str) -> str:
    """The shape in words of the language. Raises UnknownName for a language that is not one of the six."""
    words = date_words(language)
    first, last = shape.parts[0], shape.parts[-1]
    if first is None or last is None:
        if first is not None:
            return words.since.format(x=_one(first, words, words.since_place))
        assert last is not None
        return words.until.format(x=_one(last, words, words.until_place))
    match shape.precision:
        case Precision.SET:
            return _together([part for part in shape.parts if part is not None], words, _all_of(words))
        case Precision.INTERVAL:
            return _together([first, last], words, _Joiner(words.near, words.near_years, words.far))
        case Precision.BETWEEN:
            return words.between.format(
                a=_one(first, words, words.since_place),
                b=_one(last, words, words.until_place),
                c=_one(last, words, words.since_place),
            )
        case _:
            return _one(first, words, words.plain)


@dataclass(frozen=True, slots=True)
class _Joiner:
    """What stands between the texts of several parts: numbers of one kind, years, whole dates; before the last."""

    near: str
    near_years: str
    far: str
    comma: str | None = None

    def joined(self, texts: Sequence[str], last: str) -> str:
        return (self.comma or last).join(texts[:-1]) + last + texts[-1]


def _all_of(words: DateWords) -> _Joiner:
    return _Joiner(words.last_and, words.last_and, words.last_and, words.comma)


def _one(part: Part, words: DateWords, place: Place) -> str:
    match part.precision:
        case Precision.DAY:
            return place.day.format(x=_in_year(_day(_number(part, words), part, words), part, words))
        case Precision.MONTH:
            return place.month.format(x=_in_year(_month(part, place), part, words))
        case Precision.DECADE:
            return place.decade.format(y=part.year)
        case _:
            return place.year.format(y=_year(part, words))


def _together(parts: Sequence[Part], words: DateWords, joiner: _Joiner) -> str:
    """Several parts, what they share said once: the month and year of days, the year of months, the word for years."""
    finest, coarsest = min(part.precision for part in parts), max(part.precision for part in parts)
    first, one_year = parts[0], len({part.year for part in parts}) == 1
    if finest is coarsest is Precision.YEAR:
        return words.years.format(y=joiner.joined([_year(part, words) for part in parts], joiner.near_years))
    if finest is coarsest is Precision.MONTH and one_year:
        return _in_year(joiner.joined([_month(part, words.plain) for part in parts], joiner.near), first, words)
    if finest is coarsest is Precision.DAY and one_year:
        if len({part.month for part in parts}) == 1:
            return _in_year(
                _day(joiner.joined([_number(part, words) for part in parts], joiner.near), first, words), first, words
            )
        return _in_year(
            joiner.joined([_day(_number(part, words), part, words) for part in parts], joiner.far), first, words
        )
    return joiner.joined([_one(part, words, words.plain) for part in parts], joiner.far)


def _number(part: Part, words: DateWords) -> str:
    return words.first if part.day == 1 else words.day_number.format(d=part.day)


def _day(number: str, part: Part, words: DateWords) -> str:
    assert part.month is not None
    return words.day.format(d=number, m=words.months[part.month - 1])


def _month(part: Part, place: Place) -> str:
    assert part.month is not None
    return place.months[part.month - 1]


def _year(part: Part, words: DateWords) -> str:
    return words.year_number.format(y=part.year)


def _in_year(text: str, part: Part, words: DateWords) -> str:
    return words.in_year.format(x=text, y=_year(part, words))
