"""A date is what the document gave: read, bounded, ordered, worded, never filled up."""

from datetime import date, timedelta
from itertools import pairwise

import edtf
import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from accede.vocabulary.date_words import WORDS
from accede.vocabulary.errors import InvalidDate, UnknownName
from accede.vocabulary.partial_date import PartialDate, Precision, Timing, read_date

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")

days = st.dates(date(1000, 1, 1), date(9989, 12, 31))
singles = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: f"{day:%Y-%m}"),
    st.integers(1000, 9989).map(str),
    st.integers(100, 998).map("{}X".format),
)
near_singles = st.builds(  # close together, so that months and years are shared
    lambda days_on, form: form(date(2019, 11, 20) + timedelta(days=days_on)),
    st.integers(0, 500),
    st.sampled_from([date.isoformat, lambda day: f"{day:%Y-%m}", lambda day: f"{day:%Y}"]),
)


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    first, second = sorted(map(PartialDate.parse, pair))
    return first.edtf, second.edtf


pairs = st.one_of(st.tuples(singles, singles), st.tuples(near_singles, near_singles)).map(_ordered)
texts = st.one_of(
    singles,
    pairs.map("/".join),
    pairs.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    singles.map("{}/..".format),
    singles.map("../{}".format),
    st.lists(near_singles, min_size=1, max_size=4).map(lambda members: "{" + ",".join(members) + "}"),
)
dates = texts.map(PartialDate.parse)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2018-08-21", "2018-08-21", "2018-08-21", Precision.DAY),
        ("2012-02", "2012-02-01", "2012-02-29", Precision.MONTH),
        ("2018", "2018-01-01", "2018-12-31", Precision.YEAR),
        ("198X", "1980-01-01", "1989-12-31", Precision.DECADE),
        ("2007-03-25/2007-03-27", "2007-03-25", "2007-03-27", Precision.INTERVAL),
        ("{2010,2012}", "2010-01-01", "2012-12-31", Precision.SET),
        ("[2026-01-12..2026-11-22]", "2026-01-12", "2026-11-22", Precision.BETWEEN),
        ("2018/..", "2018-01-01", None, Precision.OPEN),
        ("198X/..", "1980-01-01", None, Precision.OPEN),
        ("../2010", None, "2010-12-31", Precision.OPEN),
    ],
)
def test_every_form_of_the_profile_has_its_bounds(
    text: str, earliest: str | None, latest: str | None, precision: Precision
) -> None:
    found = PartialDate.parse(text)
    assert found.to_json() == {"edtf": text, "earliest": earliest, "latest": latest}
    assert found.precision is precision


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2018-02-31", "31 February 2018 is not a day: February 2018 has 28 days"),
        ("2018-00", "there is no month 0"),
        ("2018-13-01", "there is no month 13"),
        ("2018-06-00", "0 June 2018 is not a day"),
        ("2018-06/2018-05", "2018-05 is before 2018-06"),
        ("2018-6", "“2018-6” is not a date"),
        ("../..", "is not a date"),
        ("2018/", "is not a date"),
        ("/2018", "is not a date"),
        ("2018/2019/2020", "is not a date"),
        ("{}", "is not a date"),
        ("[2018]", "is not a date"),
        ("0000", "“0000” is before the year 1000"),
        ("2018~", "is not a date"),
        ("2018-21", "there is no month 21"),
        ("٢٠١٨", "is not a date"),
        ("2018\x00", "is not a date"),
        ("", "is not a date"),
        ("2" * 5000, "is too long for a date"),
    ],
)
def test_what_is_not_a_date_of_the_profile_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        PartialDate.parse(text)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("21 August 2018", "2018-08-21"),
        ("20.08.2014", "2014-08-20"),
        ("2018-08-21", "2018-08-21"),
        ("May 2012", "2012-05"),
        ("February 1998", "1998-02"),
        ("In 2018", "2018"),
        ("October 7, 2011", "2011-10-07"),
        ("October 7-9, 2011", "2011-10-07/2011-10-09"),
        ("3rd of March 2015", "2015-03-03"),
        ("25-27 March 2007", "2007-03-25/2007-03-27"),
        ("25–27 March 2007", "2007-03-25/2007-03-27"),
        ("25 to 29 November 2024", "2024-11-25/2024-11-29"),
        ("from 5 to 7 October 2011", "2011-10-05/2011-10-07"),
        ("7-8 June 2018", "2018-06-07/2018-06-08"),
        ("29 November - 4 December 2009", "2009-11-29/2009-12-04"),
        ("30 June-2 July 2020", "2020-06-30/2020-07-02"),
        ("28 December 2019 to 3 January 2020", "2019-12-28/2020-01-03"),
        ("20.08.2014-22.08.2014", "2014-08-20/2014-08-22"),
        ("May-July 2012", "2012-05/2012-07"),
        ("2009-2010", "2009/2010"),
        ("2010 and 2012", "{2010,2012}"),
        ("2012 and 2010", "{2010,2012}"),
        ("2010, 2011 and 2012", "{2010,2011,2012}"),
        ("25 and 26 November 2020", "{2020-11-25,2020-11-26}"),
        ("since the 1980s", "198X/.."),
        ("the 1980s", "198X"),
        ("since 1987", "1987/.."),
        ("since January 1, 1997", "1997-01-01/.."),
        ("until 2010", "../2010"),
        ("between 12 January and 22 November 2026", "[2026-01-12..2026-11-22]"),
        ("  21\u00a0August\n2018 ", "2018-08-21"),
    ],
)
def test_dates_are_read_as_papers_write_them(text: str, edtf: str) -> None:
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "1er janvier 1997", "1997-01-01"),
        ("fr", "du 5 au 7 octobre 2011", "2011-10-05/2011-10-07"),
        ("fr", "AOUT 2014", "2014-08"),
        ("es", "21 de agosto de 2018", "2018-08-21"),
        ("es", "desde el decenio de 1980", "198X/.."),
        ("ru", "21 августа 2018 г.", "2018-08-21"),
        ("ru", "с 5 по 7 октября 2011 года", "2011-10-05/2011-10-07"),
        ("ru", "Май 2012 года", "2012-05"),
        ("zh", "2018年8月21日", "2018-08-21"),
        ("zh", "二〇一八年", None),
        ("zh", "2018年十一月", "2018-11"),
        ("ar", "21 آب/أغسطس 2018", "2018-08-21"),
        ("ar", "21 أغسطس 2018", "2018-08-21"),
        ("ar", "٢١ آب ٢٠١٨", "2018-08-21"),
        ("ar", "يونيو 2012", "2012-06"),
    ],
)
def test_dates_are_read_in_the_other_languages(language: str, text: str, edtf: str | None) -> None:
    if edtf is None:
        with pytest.raises(InvalidDate):
            read_date(text, language)
    else:
        assert read_date(text, language).edtf == edtf


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 February 2018", "31 February 2018 is not a day: February 2018 has 28 days"),
        ("29 February 2018", "February 2018 has 28 days"),
        ("31.06.2014", "31 June 2014 is not a day"),
        ("25-31 June 2018", "31 June 2018 is not a day"),
        ("27-25 March 2007", "2007-03-25 is before 2007-03-27"),
        ("17-19 June", "names no year"),
        ("21 2018", "names a day and no month"),
        ("3/5/2018", "day and month cannot be told apart"),
        ("around 2018", "“around 2018” is not understood"),
        ("mid-2014", "is not understood"),
        ("16MSP, 2017", "is not understood"),
        ("August/September 2022", "is not understood"),
        ("5 to 7 to 9 May 2010", "is not a date"),
        ("since 2010 and 2012", "is not a date"),
        ("to 2010", "is not a date"),
        ("and", "is not a date"),
        ("since", "is not a date"),
        ("", "is not a date"),
        ("21 août 2018", "is not understood"),
    ],
)
def test_a_date_that_cannot_be_or_is_not_understood_is_never_guessed(text: str, sentence: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        read_date(text)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (
            "2018-08-21",
            [
                "21 August 2018",
                "21 août 2018",
                "21 de agosto de 2018",
                "21 августа 2018 года",
                "2018年8月21日",
                "21 آب/أغسطس 2018",
            ],
        ),
        (
            "2012-05-01",
            ["1 May 2012", "1er mai 2012", "1 de mayo de 2012", "1 мая 2012 года", "2012年5月1日", "1 أيار/مايو 2012"],
        ),
        ("2012-05", ["May 2012", "mai 2012", "mayo de 2012", "май 2012 года", "2012年5月", "أيار/مايو 2012"]),
        (
            "2007-03-25/2007-03-27",
            [
                "25-27 March 2007",
                "25-27 mars 2007",
                "25 a 27 de marzo de 2007",
                "25-27 марта 2007 года",
                "2007年3月25日至27日",
                "25-27 آذار/مارس 2007",
            ],
        ),
        ("2009/2010", ["2009-2010", "2009-2010", "2009-2010", "2009-2010 годы", "2009年至2010年", "2009-2010"]),
        (
            "{2010,2012}",
            ["2010 and 2012", "2010 et 2012", "2010 y 2012", "2010 и 2012 годы", "2010年和2012年", "2010 و2012"],
        ),
        (
            "198X/..",
            [
                "since the 1980s",
                "depuis les années 1980",
                "desde el decenio de 1980",
                "с 1980-х годов",
                "自1980年代以来",
                "منذ العقد الذي يبدأ عام 1980",
            ],
        ),
        ("2018/..", ["since 2018", "depuis 2018", "desde 2018", "с 2018 года", "自2018年以来", "منذ عام 2018"]),
        ("../2010", ["until 2010", "jusqu'en 2010", "hasta 2010", "по 2010 год", "直至2010年", "حتى عام 2010"]),
        ("2009-11-29/2009-12-04", ["29 November - 4 December 2009", "29 novembre - 4 décembre 2009"]),
    ],
)
def test_dates_are_worded_as_papers_of_the_united_nations_word_them(edtf: str, words: list[str]) -> None:
    found = PartialDate.parse(edtf)
    assert [found.wording(language) for language in LANGUAGES[: len(words)]] == words


def test_a_language_without_wording_is_named() -> None:
    with pytest.raises(UnknownName, match="“de”"):
        PartialDate.parse("2018").wording("de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_month_names_are_those_of_cldr_but_for_arabic_june_and_july(language: str) -> None:
    names = Locale(language).months["format"]["wide"]
    ours = [name.rpartition("/")[2] for name in WORDS[language].months]
    theirs = [names[number] for number in range(1, 13)]
    if language == "ar":
        ours[5:7], theirs[5:7] = [], []
    if language == "zh":
        theirs = [f"{number}月" for number in range(1, 13)]
    assert ours == theirs


@given(dates)
def test_what_is_written_is_read_back(found: PartialDate) -> None:
    assert PartialDate.parse(found.edtf) == found


@settings(max_examples=300)
@given(dates, st.sampled_from(LANGUAGES))
def test_what_is_worded_is_read_back_in_every_language(found: PartialDate, language: str) -> None:
    assert read_date(found.wording(language), language) == found


@given(dates)
def test_earliest_is_never_after_latest(found: PartialDate) -> None:
    assert found.earliest or found.latest
    if found.earliest and found.latest:
        assert found.earliest <= found.latest


@given(st.lists(dates, min_size=2, max_size=6))
def test_the_order_is_total_and_by_earliest_day_then_finer_first(found: list[PartialDate]) -> None:
    in_order = sorted(found)
    back_to_front = found[::-1]
    assert sorted(back_to_front) == in_order
    for first, second in pairwise(in_order):
        assert first <= second
        assert second >= first
        assert (first < second) is not (first == second)
        assert (second > first) is not (first == second)
        assert first.earliest is None or (second.earliest is not None and first.earliest <= second.earliest)
    assert in_order[0] <= in_order[-1]


def test_a_year_meets_its_january_without_an_error_and_an_open_start_comes_first() -> None:
    found = sorted(map(PartialDate.parse, ["2010-05", "2010", "2010-01", "2010-01-01", "../2012", "198X"]))
    assert [one.edtf for one in found] == ["../2012", "198X", "2010-01-01", "2010-01", "2010", "2010-05"]


@given(texts)
def test_bounds_are_those_of_the_edtf_library_where_both_accept(text: str) -> None:
    found = PartialDate.parse(text)
    try:
        theirs = edtf.parse_edtf(text)
        earliest, latest = theirs.lower_strict(), theirs.upper_strict()
        bounds = date(*earliest[:3]), date(*latest[:3])
    except (edtf.EDTFParseException, TypeError, ValueError, OverflowError):
        return
    ours = found.earliest, found.latest
    if None not in ours:
        assert ours == bounds


@pytest.mark.parametrize(
    ("text", "as_of", "source", "timing"),
    [
        ("2018-08-21", "2018-08-20", None, Timing.NOT_YET),
        ("2018-08-21", "2018-08-21", None, Timing.HAPPENED),
        ("2018", "2017-12-31", None, Timing.NOT_YET),
        ("2018", "2018-08-21", None, Timing.UNCERTAIN),
        ("2018", "2018-08-21", "2018-08-21", Timing.HAPPENED),
        ("2018", "2018-08-20", "2018-08-21", Timing.UNCERTAIN),
        ("2018", "2018-12-31", None, Timing.HAPPENED),
        ("2019", "2018-12-31", "2018-08-21", Timing.NOT_YET),
        ("2019", "2019-06-01", "2018-08-21", Timing.UNCERTAIN),
        ("[2026-01-12..2026-11-22]", "2025-12-28", None, Timing.NOT_YET),
        ("[2026-01-12..2026-11-22]", "2026-06-01", None, Timing.UNCERTAIN),
        ("2018/..", "2018-12-30", None, Timing.UNCERTAIN),
        ("2018/..", "2018-12-31", None, Timing.HAPPENED),
        ("198X/..", "1979-12-31", None, Timing.NOT_YET),
        ("198X/..", "1989-12-31", None, Timing.HAPPENED),
        ("198X/..", "1985-06-01", "1985-01-01", Timing.HAPPENED),
        ("../2010", "1990-01-01", None, Timing.UNCERTAIN),
        ("../2010", "2010-12-31", None, Timing.HAPPENED),
        ("{2010,2012}", "2011-06-01", None, Timing.UNCERTAIN),
    ],
)
def test_a_date_counts_from_its_latest_day_clipped_by_its_source(
    text: str, as_of: str, source: str | None, timing: Timing
) -> None:
    clipped_by = date.fromisoformat(source) if source else None
    assert PartialDate.parse(text).timing(date.fromisoformat(as_of), clipped_by=clipped_by) is timing


@given(dates, days, days)
def test_what_has_happened_stays_so(found: PartialDate, one_day: date, other_day: date) -> None:
    order = [Timing.NOT_YET, Timing.UNCERTAIN, Timing.HAPPENED]
    earlier, later = sorted([one_day, other_day])
    assert order.index(found.timing(earlier)) <= order.index(found.timing(later))


@pytest.mark.parametrize(
    ("given_date", "occasion", "narrowed"),
    [
        ("2017", "2017-12-18/2017-12-21", "2017-12-18/2017-12-21"),
        ("2017", "2018-11-26/2018-11-30", "2017"),
        ("2017-12-19", "2017-12-18/2017-12-21", "2017-12-19"),
        ("2017", "2017-01/2017-12", "2017"),
        ("2017/..", "2018", "2018"),
        ("2017", "2017/..", "2017"),
        ("../2017", "2016", "2016"),
    ],
)
def test_a_date_is_narrowed_by_the_occasion_that_lies_within_it(given_date: str, occasion: str, narrowed: str) -> None:
    assert PartialDate.parse(given_date).narrowed_by(PartialDate.parse(occasion)).edtf == narrowed


def test_members_of_a_set_are_kept_once_and_in_order_and_a_span_of_one_day_is_that_day() -> None:
    assert PartialDate.parse("{2012,2010,2012}").edtf == "{2010,2012}"
    assert PartialDate.parse("2018-06-07/2018-06-07") == PartialDate.on_day(date(2018, 6, 7))
    assert str(PartialDate.parse("[2018..2018]")) == "2018"
