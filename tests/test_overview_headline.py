"""The headline, as of any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.overview.as_json import as_json
from accede.overview.headline import headline, headline_of
from accede.overview.standings import among, outside, standing_of, standings
from accede.publishing.wording import in_force
from accede.register.values import ClaimedStanding, StatusClaim
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.standings import Standing
from evidence_cast import DEPOSITARY, MONITOR, PAPER, action, evidence, on, small_register, state, view
from test_standing import DAYS, KINDS, PARTIAL

OUTSIDE_IN_2018 = {
    "ARE", "ARM", "AZE", "BHR", "CHN", "CUB", "EGY", "FSM", "GEO", "IND", "IRN", "ISR", "KAZ", "KGZ", "KOR", "LAO", "LBN",
    "LBY", "MAR", "MHL", "MMR", "MNG", "NPL", "PAK", "PRK", "RUS", "SAU", "SGP", "SYR", "TON", "USA", "UZB", "VNM",
}  # fmt: skip
"""The 33 of the status paper."""


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1998-09-16", {"joined": 40}),
        ("1999-02-28", {"signed": 133}),
        ("2003-09-03", {"joined": 136}),
        ("2006-07-31", {"joined": 151}),
        ("2013-02-27", {"joined": 161, "in_force": 160}),
        ("2018-01-15", {"joined": 164, "in_force": 162}),
        ("2018-08-21", {"joined": 164, "in_force": 164, "outside": 33, "signatory": 1, "non_signatory": 32}),
        ("2025-12-28", {"joined": 163, "withdrawn": 3}),
        ("2026-11-22", {"joined": 162, "in_force": 161, "withdrawn": 5, "outside": 35, "universe": 197}),
    ],
)
def test_the_known_counts_of_the_convention(day, expected):
    counts = headline_of("apmbc", view(day)).counts
    assert {name: getattr(counts, name) for name in expected} == expected


@pytest.mark.usefixtures("register")
def test_the_33_states_outside_in_2018_with_the_marshall_islands_as_the_signatory():
    found = headline_of("apmbc", view("2018-08-21"))
    assert {each.iso3 for each in found.outside} == OUTSIDE_IN_2018
    assert [each.iso3 for each in found.outside if each.standing is Standing.SIGNATORY] == ["MHL"]
    assert found.uncertain == ()


@pytest.mark.usefixtures("register")
def test_lebanon_is_named_as_uncertain_in_2026():
    (lebanon,) = headline_of("apmbc", view("2026-11-22")).uncertain
    assert lebanon.iso3 == "LBN"
    assert "12 January 2026" in lebanon.why


@pytest.mark.usefixtures("register")
def test_south_sudan_is_seen_from_its_deposit_on():
    before, after = (headline_of("apmbc", view(day)) for day in ("2011-11-10", "2011-11-11"))
    assert "SSD" in {each.iso3 for each in before.outside}
    assert after.counts.joined == before.counts.joined + 1
    assert after.counts.in_force == before.counts.in_force + 1


def test_the_headline_is_json_in_the_order_of_the_contract():
    found = as_json(headline(small_register("2018-08-21")))
    assert list(found) == ["treaty", "as_of", "known_on", "counts", "outside", "uncertain"]
    assert list(found["counts"]) == [
        "universe", "joined", "in_force", "joined_not_in_force", "outside", "signatory", "non_signatory", "withdrawn",
        "signed",
    ]  # fmt: skip
    assert found["as_of"] == "2018-08-21"
    assert found["outside"][0] == {"iso3": "ARM", "name": "Armenia", "standing": "non_signatory"}


def test_the_headline_of_one_source_counts_what_that_source_tells():
    actions = [action("NOR", "ratification", "1998-07-09"), action("ARM", "accession", "2010-01-01", source=MONITOR)]
    whole, part = (
        headline(small_register("2018-08-21", actions=actions, sources=chosen)).counts.joined
        for chosen in (None, {DEPOSITARY})
    )
    assert (whole, part) == (2, 1)


def test_the_states_of_an_answer_are_those_outside_or_all():
    held = standings(small_register("2018-08-21"))
    assert among(held, "outside") == outside(held) == ("ARM", "VAT", "MAR", "KOR")
    assert set(among(held, "all")) == {"ARM", "VAT", "KOR", "MAR", "NOR"}
    with pytest.raises(UnknownName, match="no group of States"):
        among(held, "some")


def test_the_standing_of_one_state_is_that_of_the_whole():
    held = small_register("2018-08-21")
    assert {iso3: standing_of(held, iso3) for iso3 in standings(held)} == standings(held)


def test_a_state_has_no_standing_before_it_is_there():
    held = small_register("2010-01-01", states=[state("SSD", since="2011-07-09"), state("NOR")])
    assert standing_of(held, "SSD") is None
    with pytest.raises(UnknownName, match="no State 'XXX'"):
        standing_of(held, "XXX")


def listed(iso3: str, as_what: ClaimedStanding, day: str = "2018-08-21"):
    fact = StatusClaim(treaty="apmbc", state=iso3, standing=as_what, listed=on(day))
    return evidence(f"apmbc/{iso3}/listed", fact, PAPER)


def test_without_any_action_a_list_of_those_outside_answers_for_its_day():
    lists = [listed("ARM", ClaimedStanding.NONE), listed("KOR", ClaimedStanding.SIGNATORY)]
    found = headline(small_register("2018-08-21", actions=[], status_claims=lists))
    assert [(each.iso3, each.standing) for each in found.outside] == [
        ("ARM", Standing.NON_SIGNATORY),
        ("KOR", Standing.SIGNATORY),
    ]
    assert found.counts.joined == 3
    assert {each.iso3 for each in found.uncertain} == {"MAR", "NOR", "VAT"}
    assert "not recorded" in found.uncertain[0].why


def test_a_list_says_nothing_sure_of_a_later_day_and_nothing_of_an_earlier_one():
    lists = [listed(iso3, ClaimedStanding.NONE) for iso3 in ("ARM", "KOR")]
    later = headline(small_register("2020-01-01", actions=[], status_claims=lists))
    assert len(later.uncertain) == later.counts.universe
    with pytest.raises(UnknownName, match="no treaty action and no list"):
        headline(small_register("2018-08-20", actions=[], status_claims=lists))


def test_lists_of_some_states_make_no_headline():
    lists = [listed("ARM", ClaimedStanding.NONE), listed("NOR", ClaimedStanding.PARTY)]
    with pytest.raises(UnknownName, match="only 2 of 5 States"):
        headline(small_register("2018-08-21", actions=[], status_claims=lists))


ISO3 = st.sampled_from(["ARM", "MAR", "KOR", "NOR", "VAT"])


def history(actions):
    """One record a topic, as keys are unique."""
    return list({each.key: each for each in actions}.values())


HISTORIES = st.lists(
    st.builds(lambda iso3, kind, done: action(iso3, kind, done), ISO3, KINDS, PARTIAL), min_size=1, max_size=8
).map(history)


@given(HISTORIES, DAYS)
def test_the_counts_always_add_up(actions, day):
    found = headline(small_register(day, actions=actions))
    counts = found.counts
    assert counts.universe == counts.joined + counts.outside == 5
    assert counts.joined == counts.in_force + counts.joined_not_in_force
    assert counts.outside == counts.signatory + counts.non_signatory + counts.withdrawn == len(found.outside)


@given(HISTORIES, DAYS, ISO3, KINDS, st.integers(1, 3000))
def test_an_action_after_the_day_changes_nothing(actions, day, iso3, kind, later):
    added = action(iso3, kind, str(day + timedelta(days=later)), beside="/later")
    assert headline(small_register(day, actions=actions)) == headline(small_register(day, actions=[*actions, added]))


@given(HISTORIES, DAYS, HISTORIES)
def test_a_source_that_was_not_asked_for_changes_nothing(actions, day, others):
    strange = [replace(each, key=f"{each.key}~x", source=MONITOR) for each in others]
    asked = {"sources": {DEPOSITARY}}
    assert headline(small_register(day, actions=actions, **asked)) == headline(
        small_register(day, actions=[*strange, *actions], **asked)
    )


def test_a_day_before_everything_has_everybody_outside():
    found = headline(small_register(date(1990, 1, 1)))
    assert (found.counts.joined, found.counts.non_signatory) == (0, 5)


def test_whose_entry_into_force_the_dates_leave_open_is_named_and_stays_out_of_the_contract(register):
    found = headline_of("apmbc", view("2026-11-22"))
    assert found.maybe_in_force == ("LBN",)
    assert "maybe_in_force" not in as_json(found)
    assert "For 161 or 162 of them the Convention is in force: Lebanon has joined on a day" in in_force(found)


def test_before_the_treaty_was_adopted_there_is_no_answer(register):
    with pytest.raises(Refused, match="adopted on 18 September 1997"):
        headline_of("apmbc", view("1997-09-17"))
    assert headline_of("apmbc", view("1997-09-18")).counts.joined == 0
