"""What changed between two days, meetings or papers: counted on both days, told once, in the order of days."""

from dataclasses import replace

import pytest
from lxml import etree

from accede.overview.attendance import attendance
from accede.overview.changes import changes
from accede.overview.gaps import gaps
from accede.overview.headline import headline
from accede.paper.canonical import canonical_bytes, document_from
from accede.paper.tree import DrawnTable, OverviewEntry, OverviewRow, StatedDate, tables, text_of
from accede.reporting.recipes.comparison import comparison, last_meeting_before, moment_of, moment_of_paper
from accede.reporting.recipes.status_paper import status_paper
from accede.vocabulary.errors import Refused, UnknownName
from recipe_cast import KNOWN, compared, on, prose, rows, section, shipped, table_of, text

pytestmark = pytest.mark.usefixtures("register")

PAIRS = [("16MSP", "17msp-status-paper"), ("3RC", "4RC"), ("5RC", "2026-11-22"), ("1998-01-01", "1999-03-01")]


@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_the_counts_of_both_days_are_those_of_the_headline_and_the_gaps(start, end):
    document = compared(start, end)
    table = {
        line[0]: line[1:] for line in rows(table_of(document, "States by standing, and what is known of those outside"))
    }
    days = [moment_of(shipped(), each).day for each in (start, end)]
    for at, day in enumerate(days):
        counts, silent = headline(on(day)).counts, gaps(on(day))
        assert [int(table[name][at]) for name in ("Have joined", "In force for", "Outside")] == [
            counts.joined,
            counts.in_force,
            counts.outside,
        ]
        assert int(table["Have withdrawn"][at]) == counts.withdrawn
        assert int(table["Outside, without any official statement"][at]) == silent.none
        assert int(table["Outside, last statement more than five years old"][at]) == silent.older
    for line in table.values():
        change = int(line[1]) - int(line[0])
        assert line[2] == (f"{change:+d}".replace("-", "−") if change else "no change")


@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_every_change_of_standing_is_told_with_its_day(start, end):
    days = [moment_of(shipped(), each).day.isoformat() for each in (start, end)]
    found = changes(shipped(), *days).standing
    lines = rows(table_of(compared(start, end), "What happened, in the order of days"))
    assert [line[0] for line in lines] == [change.on.wording() for change in found]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("5RC", "2026-11-22", "162 States have joined, two fewer than on 29 November 2024."),
        ("2018-08-21", "2020-11-20", "164 States have joined, as many as on 21 August 2018."),
        ("1997-12-01", "1999-03-01", "67 States have joined, 67 more than on 1 December 1997."),
    ],
)
def test_the_first_sentence_says_how_many_have_joined_and_how_many_more(start, end, said):
    assert prose(section(compared(start, end), "Counts")) == said


def test_a_claim_of_a_day_that_is_known_only_not_to_be_later_was_made_by_it():
    told = text(compared("5RC", "2026-11-22"))
    assert "says that use by the United States of America has ceased (by 22 November 2026)" in told
    assert "(until " not in told


def test_statements_votes_reports_and_practices_of_the_time_are_told():
    document = compared("16MSP", "17msp-status-paper")
    assert "Morocco calls accession a strategic objective" in text(document)
    assert "was said by the United States of America (9 May 2018) and China (6 May 2018)." in text(document)
    assert prose(section(document, "Article 7 reports")).endswith("Morocco: voluntary report submitted in 2018.")
    assert "Landmine Monitor alleges use by Myanmar (2017)" in prose(section(document, "Practices"))
    assert "Plenary, 12 December 2019" in prose(section(compared("2018-08-21", "2019-12-31"), "Votes"))


def test_the_first_committee_voted_before_the_plenary_that_has_voted():
    """Of the vote of 2017 only the year is held; the plenary voted on its resolution before the 16MSP."""
    told = prose(section(compared("16MSP", "17msp-status-paper"), "Votes"))
    assert told == "The register holds no roll call on the yearly resolution in this time."


def test_a_changed_vote_stands_with_both_sessions():
    lines = rows(table_of(compared("2018-08-21", "2022-12-31"), "Changed votes of States outside"))
    assert ["Myanmar", "Plenary", "abstained (session 76)", "in favour (session 77)"] in lines


def test_last_participation_that_is_another_now_is_told_by_the_rule_of_the_treaty():
    document = compared("4RC", "2021-12-31")
    then, now = attendance(on("2019-11-29")).answer.last, attendance(on("2021-12-31")).answer.last
    lines = {line[0]: line[1:] for line in rows(table_of(document, "Last participation that is another now"))}
    assert lines["Armenia"] == [then["ARM"], now["ARM"]] == ["9MSP", "19MSP"]
    assert len(lines) == sum(last is not None and then.get(iso3) != last for iso3, last in now.items())


def test_that_a_record_ends_is_no_change_of_participation():
    lines = {line[0] for line in rows(table_of(compared("3RC", "4RC"), "Last participation that is another now"))}
    assert not {"Uzbekistan", "Democratic People’s Republic of Korea"} & lines


def test_a_comparison_of_past_days_bears_no_day_of_today():
    asked = on(KNOWN.date())
    moments = {key: moment_of(asked, key) for key in ("16MSP", "17MSP", KNOWN.date().isoformat())}
    past, today = list(moments.values())[1:]
    assert comparison(asked, moments["16MSP"], past).masthead.dated == ""
    assert comparison(asked, moments["16MSP"], today).masthead.dated == "1 January 2030"


def test_of_a_meeting_without_a_whole_record_it_is_not_said_who_stayed_away():
    told = prose(section(compared("4RC", "2021-12-31"), "Participation"))
    assert "nobody is named (no complete record: of the others it is not recorded)" in told
    assert "The intersessional meetings of 2018: the Lao" in prose(section(compared("16MSP", "17MSP"), "Participation"))


def test_a_step_without_legal_effect_is_called_that():
    lines = rows(table_of(compared("5RC", "2026-11-22"), "What happened, in the order of days"))
    assert ["12 January 2026", "Lebanon", "Domestic decision without legal effect"] in lines


def test_the_title_names_both_sides_with_their_days():
    assert text_of(compared("16MSP", "17msp-status-paper").subtitle) == (
        "After the 16MSP (21 December 2017), up to the status paper of the 17MSP (21 August 2018)"
    )


def test_the_later_side_comes_second():
    moments = [moment_of(shipped(), each) for each in ("17MSP", "16MSP")]
    with pytest.raises(Refused, match="the 16MSP is not later than the 17MSP"):
        comparison(shipped(), *moments)


def test_what_is_no_day_meeting_or_paper_is_an_error():
    with pytest.raises(UnknownName):
        moment_of(shipped(), "the other day")
    with pytest.raises(UnknownName, match="no meeting before"):
        last_meeting_before(shipped(), headline(on("1998-01-01")).as_of)


def test_the_last_meeting_before_a_day_is_one_that_is_over():
    assert last_meeting_before(shipped(), on("2018-11-28").view.as_of) == "16MSP"
    assert last_meeting_before(shipped(), on("2018-12-01").view.as_of) == "17MSP"


# Two papers


def paper(day: str):
    return document_from(canonical_bytes(status_paper(on(day))))


def test_two_of_our_papers_are_compared_by_their_days():
    document = comparison(shipped(), moment_of_paper(paper("2018-08-21")), moment_of_paper(paper("2020-11-20")))
    assert "Of the time before the earlier paper, both papers print the same entries." in text(document)
    assert document.as_of == "2020-11-20"


def test_what_was_learnt_since_is_told_apart_from_what_happened_since():
    dates = StatedDate("2016", "2016-01-01", "2016-12-31"), StatedDate("2021-11", "2021-11-01", "2021-11-30")
    early = OverviewEntry("quotation", "Text.", "Statement in the First Committee, 2016", dates[0])
    late = replace(early, citation="19MSP, 2021", said_on=dates[1])
    before, after = paper("2018-08-21"), paper("2021-12-31")
    after = replace(after, overview=(OverviewRow("NPL", (early, late)), *after.overview))
    told = prose(section(comparison(shipped(), moment_of_paper(before), moment_of_paper(after)), "Recorded since"))
    assert "Nepal: quotation, Statement in the First Committee, 2016" in told
    assert "19MSP" not in told


def test_a_paper_that_tells_no_day_cannot_be_compared():
    with pytest.raises(Refused, match="does not say of which day"):
        moment_of_paper(replace(paper("2018-08-21"), as_of=""))


def test_the_map_shows_who_joined_and_who_withdrew_between_the_days():
    (drawn,) = (table for table in tables(compared("2018-08-21", "2026-11-22")) if isinstance(table, DrawnTable))
    picture = etree.fromstring(drawn.drawing.svg)
    said = [title.text for title in picture.iter("{*}title")]
    assert {text.split(": ")[0] for text in said if text.endswith(": joined since")} == {
        "Lebanon",
        "Marshall Islands",
        "Tonga",
    }
    assert sum(text.endswith(": withdrew since") for text in said) == 5


def test_between_days_on_which_no_standing_changed_there_is_no_map():
    assert not any(isinstance(table, DrawnTable) for table in tables(compared("2019-02-01", "2019-03-01")))
