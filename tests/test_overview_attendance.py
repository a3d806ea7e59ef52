"""Who took part, last and never; and what is not recorded."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.overview.as_json import as_json
from accede.overview.attendance import attendance, attendance_of, participation
from accede.overview.occasions import days_of, key_of, meetings
from accede.vocabulary.errors import UnknownName
from evidence_cast import MONITOR, PAPER, attended, meeting, small_register, view

MEETINGS = [
    meeting("SC June 2008", "SC", "2008-06-02"),
    meeting("15MSP", "MSP", "2016-11-28", "2016-12-01"),
    meeting("IM2016", "IM", "2016"),
    meeting("16MSP", "MSP", "2017-12-18", "2017-12-21"),
    meeting("IM2018", "IM", "2018-06-07", "2018-06-08"),
    meeting("17MSP", "MSP", "2018-11-26", "2018-11-30"),
]


def small(*records, as_of="2018-08-21", **kinds):
    return small_register(as_of, occasions=MEETINGS, attendance=records, **kinds)


def answer(*records, since="", **kinds):
    return attendance(small(*records, **kinds), since).answer


def sides(conflict):
    return [(claim.key, str(claim.claim), claim.occasion) for claim in conflict.claims]


@pytest.mark.usefixtures("register")
def test_the_status_paper_alone_has_nine_meetings_64_marks_and_four_that_never_took_part():
    found = attendance_of("apmbc", view("2018-08-21", {PAPER}), "IM2014").answer
    assert found.occasions == (
        "IM2014", "3RC", "IM2015", "14MSP", "IM2016", "15MSP", "IM2017", "16MSP", "IM2018",
    )  # fmt: skip
    assert sum(map(len, found.rows.values())) == 64
    assert set(found.never) == {"IRN", "PRK", "KOR", "UZB"}
    assert found.not_recorded == ()
    assert len(found.rows) == 33
    assert [(each.iso3, each.occasion) for each in found.conflicts] == [("MAR", "IM2018")]
    assert (found.last["MAR"], found.last["VNM"], found.last["BHR"]) == ("16MSP", "5MSP", "2RC")


@pytest.mark.usefixtures("register")
def test_since_the_review_conference_there_are_56_marks():
    found = attendance_of("apmbc", view("2018-08-21", {PAPER}), "3RC").answer
    assert (len(found.occasions), sum(map(len, found.rows.values()))) == (8, 56)


@pytest.mark.usefixtures("register")
def test_the_whole_register_contradicts_the_paper_in_four_places():
    found = attendance_of("apmbc", view("2018-08-21"), "IM2014").answer
    assert {(each.iso3, each.occasion) for each in found.conflicts} >= {
        ("KOR", "SC June 2008"),
        ("VNM", "12MSP"),
        ("BHR", "10MSP"),
        ("MAR", "IM2018"),
    }
    assert set(found.never) == {"IRN", "PRK", "UZB"}
    assert (found.last["VNM"], found.last["BHR"], found.last["KOR"]) == ("12MSP", "10MSP", None)


@pytest.mark.usefixtures("register")
def test_nobody_is_never_for_whom_nothing_is_held():
    found = attendance_of("apmbc", view("2026-11-22")).answer
    assert found.never == ()
    assert {"LTU", "LVA", "EST", "POL", "FIN"} <= set(found.not_recorded)


def test_the_answer_is_json_in_the_order_of_the_contract():
    found = as_json(answer(attended("MAR", "16MSP"), attended("MAR", "IM2018", "last")))
    assert list(found) == ["occasions", "rows", "last", "never", "not_recorded", "conflicts"]
    assert found["rows"]["MAR"] == ["16MSP", "IM2018"]
    assert found["last"] == {"ARM": None, "VAT": None, "MAR": "16MSP", "KOR": None}
    assert list(found["conflicts"][0]) == ["iso3", "occasion", "claims"]
    assert list(found["conflicts"][0]["claims"][0]) == ["key", "source", "claim", "occasion"]


def test_a_meeting_of_which_only_the_year_is_held_stands_before_those_of_that_year():
    assert answer().occasions == ("SC June 2008", "IM2016", "15MSP", "16MSP", "IM2018")


def test_the_matrix_begins_with_the_meeting_asked_for():
    assert answer(since="15MSP").occasions == ("15MSP", "16MSP", "IM2018")
    assert answer(since="17MSP").occasions == ()
    with pytest.raises(UnknownName, match="no occasion '99MSP'"):
        answer(since="99MSP")


def test_intersessional_meetings_do_not_count_for_last_participation():
    found = answer(attended("MAR", "15MSP"), attended("MAR", "IM2018"))
    assert found.last["MAR"] == "15MSP"


def test_a_source_that_names_such_a_meeting_as_the_last_breaks_the_rule_and_is_told():
    found = answer(attended("MAR", "16MSP"), attended("MAR", "IM2018", "last"))
    (conflict,) = found.conflicts
    assert sides(conflict) == [
        ("apmbc/MAR/attendance/16MSP", "took_part", "16MSP"),
        ("apmbc/MAR/attendance/last", "last", "IM2018"),
    ]


def test_a_later_meeting_contradicts_the_last_one_and_both_are_kept():
    found = answer(attended("KOR", "15MSP", "last"), attended("KOR", "16MSP", source=MONITOR))
    assert found.last["KOR"] == "16MSP"
    assert [(each.occasion, len(each.claims)) for each in found.conflicts] == [("16MSP", 2)]


def test_a_meeting_after_the_day_of_the_source_contradicts_nothing():
    later = small(
        attended("KOR", "", "never"), attended("ARM", "16MSP", "last"), attended("KOR", "17MSP", source=MONITOR),
        attended("ARM", "17MSP", source=MONITOR), as_of="2019-01-01",
    )  # fmt: skip
    found = attendance(later).answer
    assert found.conflicts == ()
    assert (found.last["KOR"], found.last["ARM"], found.never) == ("17MSP", "17MSP", ())


def test_a_person_decides_what_was_the_last():
    records = (attended("KOR", "15MSP", "last"), attended("KOR", "16MSP", source=MONITOR))
    found = answer(*records, choices={"apmbc/KOR/attendance/last": records[0].key})
    assert found.last["KOR"] == "15MSP"
    assert len(found.conflicts) == 1


def test_never_needs_a_record_that_says_so():
    found = answer(attended("KOR", "", "never"))
    assert (found.never, found.last["KOR"]) == (("KOR",), None)
    assert found.not_recorded == ("ARM", "VAT", "MAR")


def test_never_ends_where_the_source_ends():
    never = attended("KOR", "", "never")
    assert answer(never, as_of="2018-11-25").never == ("KOR",)
    assert answer(never, as_of="2018-11-26").never == ()
    assert "KOR" in answer(never, as_of="2018-11-26").not_recorded
    assert answer(never, attended("KOR", "17MSP", "did_not", MONITOR), as_of="2018-11-26").never == ("KOR",)


def test_never_held_on_the_days_before_as_well():
    assert answer(attended("KOR", "", "never"), as_of="2015-01-01").never == ("KOR",)


def test_whoever_took_part_once_is_not_never():
    found = answer(attended("KOR", "", "never"), attended("KOR", "SC June 2008", source=MONITOR))
    assert found.never == ()
    assert "KOR" not in found.not_recorded
    (conflict,) = found.conflicts
    assert (conflict.iso3, conflict.occasion) == ("KOR", "SC June 2008")


def test_a_person_decides_that_never_is_right():
    never, mark = attended("KOR", "", "never"), attended("KOR", "SC June 2008", source=MONITOR)
    assert answer(never, mark, choices={"apmbc/KOR/attendance/never": never.key}).never == ("KOR",)


def test_a_mark_chosen_on_its_own_occasion_stands_beside_a_chosen_never():
    never, mark = attended("KOR", "", "never"), attended("KOR", "SC June 2008", source=MONITOR)
    (conflict,) = answer(never, mark).conflicts
    chosen = {"apmbc/KOR/attendance/16MSP": never.key, conflict.topic: mark.key}
    assert conflict.topic == "apmbc/KOR/attendance/SC June 2008"
    assert answer(never, mark, choices=chosen).never == ()


def test_absence_from_every_meeting_held_is_never():
    absent = [attended("KOR", key_of(each), "did_not") for each in MEETINGS[:5]]
    assert answer(*absent).never == ("KOR",)
    assert answer(*absent[:4]).never == ()


def test_records_that_disagree_on_one_meeting_are_both_kept_and_the_nearer_source_counts():
    found = answer(attended("ARM", "16MSP"), attended("ARM", "16MSP", "did_not", MONITOR, beside="~monitor"))
    assert found.rows["ARM"] == ("16MSP",)
    (conflict,) = found.conflicts
    assert [claim for _, claim, _ in sides(conflict)] == ["took_part", "did_not"]


def test_a_source_alone_still_knows_who_stands_outside():
    found = answer(attended("KOR", "", "never"), attended("NOR", "16MSP"), sources={PAPER})
    assert set(found.rows) == {"ARM", "VAT", "MAR", "KOR"}


def test_each_mark_and_each_absence_can_be_traced():
    found = participation(small(attended("ARM", "16MSP"), attended("ARM", "IM2018", "did_not")), "ARM")
    assert found.attended["16MSP"].key == "apmbc/ARM/attendance/16MSP"
    assert found.absent["IM2018"].key == "apmbc/ARM/attendance/IM2018"
    assert found.shown_by == found.attended["16MSP"]


def test_the_days_of_an_occasion_are_known_only_with_its_last():
    assert days_of(MEETINGS[1].fact).edtf == "2016-11-28/2016-12-01"
    assert days_of(replace(MEETINGS[1].fact, ends=None)) is None


def test_a_meeting_of_another_treaty_is_none_of_ours():
    other = replace(MEETINGS[1], key="ccm/1MSP", fact=replace(MEETINGS[1].fact, treaty="ccm"))
    assert "1MSP" not in meetings(small_register("2018-08-21", occasions=[other]))


MARKS = st.lists(
    st.builds(
        attended,
        st.sampled_from(["ARM", "KOR", "MAR"]),
        st.sampled_from([key_of(each) for each in MEETINGS]),
        st.sampled_from(["took_part", "did_not", "last", "never"]),
        st.sampled_from([PAPER, MONITOR]),
    ),
    max_size=10,
).map(lambda marks: list({each.key: each for each in marks}.values()))


@given(MARKS)
def test_a_state_has_taken_part_or_never_or_is_not_recorded(marks):
    found = attendance(small(*marks))
    for iso3, state in found.states.items():
        said = [bool(state.attended), iso3 in found.answer.never, iso3 in found.answer.not_recorded]
        assert sum(said) == 1


@given(MARKS)
def test_a_meeting_that_is_yet_to_come_changes_nothing(marks):
    before = [each for each in marks if each.fact.occasion != "17MSP" or str(each.fact.claim) == "never"]
    assert answer(*marks) == answer(*before)


@given(MARKS, MARKS)
def test_a_source_that_was_not_asked_for_changes_nothing(marks, others):
    strange = [replace(each, key=f"{each.key}~x", source="strange") for each in others]
    assert answer(*marks, *strange, sources={PAPER, MONITOR}) == answer(*marks, sources={PAPER, MONITOR})
