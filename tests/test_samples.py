"""The real pages in ../shared/samples: what a reader must find in them, by expected.json, and that nothing is lost or made up."""

import json

import pytest

from accede.accounts.actor import operator
from accede.activities.values import Activity
from accede.evidence.values import Attendance, Practice, RollCall, Statement
from accede.intake.accept import accept
from accede.intake.compare import Verdict
from accede.intake.findings import CountKind, DocumentKind, StatedCount, StatedGroup
from accede.intake.propose import propose
from accede.records.lock import head
from accede.records.verify import verify
from accede.register.rules import entry_into_force
from accede.register.values import Occasion, StatusClaim, TreatyAction
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import Channel, Circumstance
from accede.vocabulary.treaty_actions import TreatyActionKind
from reader_cast import facts, read, treaties

pytestmark = pytest.mark.shared


@pytest.fixture(scope="session")
def expected(shared):
    return json.loads((shared / "samples" / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def page(shared):
    def find(start):
        (path,) = (shared / "samples").glob(f"{start}_*.txt")
        return path

    return find


def told(expected, start):
    return next(value for name, value in expected.items() if name.startswith(f"{start}_"))


def iso3(name):
    return shipped_names().find(name)


def one(values):
    (found,) = values
    return found


def test_r02_a_condemnation_names_who_reports_where_and_what(page, expected):
    want, found = told(expected, "R02"), read(page("R02"))
    assert (found.treaty, found.kind, found.as_of.edtf) == ("apmbc", DocumentKind.PRESS_RELEASE, want["doc_date"])
    release = one(facts(found, Activity))
    assert (release.tone, release.by) == (want["action"], "President")
    assert release.presidency == iso3("Sudan")
    assert release.about_state == iso3(want["about_state"])
    assert release.alleged_by == want["allegation_source"]
    assert set(release.places) == set(want["places"])
    assert want["weapon"].removeprefix("AP mines") in release.weapon
    use = one(facts(found, Practice))
    assert (use.kind, use.claim, use.status, use.actor) == ("use", "has", "alleged", "unknown")


def test_r05_the_president_designate_speaks_in_the_conference_on_disarmament(page):
    found = read(page("R05"))
    appeal = one([act for act in facts(found, Activity) if act.kind is ActivityKind.APPEAL])
    assert (appeal.by, appeal.forum, appeal.on.edtf) == (
        "President-designate",
        "Conference on Disarmament",
        "2015-03-03",
    )
    assert one(facts(found, StatedCount)).number == 162


def test_r06_an_accession_with_its_ordinal_and_what_led_to_it(page, expected):
    want, found = told(expected, "R06"), read(page("R06"))
    state = iso3(want["state"])
    joined = one([act for act in facts(found, TreatyAction) if act.kind.expresses_consent])
    assert (joined.state, joined.kind, joined.deposited.edtf) == (state, want["treaty_action"], want["deposit_date"])
    ordinal = one([count for count in facts(found, StatedCount) if count.what is CountKind.ORDINAL])
    assert (ordinal.number, ordinal.state) == (want["ordinal"], state)
    briefing, visit = want["engagements"]
    acts = {act.kind: act for act in facts(found, Activity)}
    assert (acts[ActivityKind.BRIEFING].by, acts[ActivityKind.BRIEFING].on.edtf) == (
        briefing["by"],
        str(briefing["year"]),
    )
    assert acts[ActivityKind.VISIT].by.startswith(visit["by"])
    assert (acts[ActivityKind.VISIT].on.edtf, acts[ActivityKind.VISIT].places) == (visit["date"], (visit["place"],))


def test_r06_the_rule_tells_the_entry_into_force(page, expected):
    joined = one([act for act in facts(read(page("R06")), TreatyAction) if act.kind.expresses_consent])
    assert (
        entry_into_force(joined.deposited.earliest, treaties()["apmbc"]).isoformat()
        == told(expected, "R06")["entry_into_force_by_rule"]
    )


def test_r12_two_press_releases_in_one_file(page):
    found = read(page("R12"))
    releases = [act for act in facts(found, Activity) if act.kind is ActivityKind.PRESS_RELEASE]
    assert [(act.on.edtf, act.about_state) for act in releases] == [("2011-09-28", "TUV"), ("2011-10-07", "TON")]
    visits = [act for act in facts(found, Activity) if act.kind is ActivityKind.VISIT]
    assert [(act.on.edtf, act.towards) for act in visits] == [
        ("2011-08", ("TUV",)),
        ("2011-10-05/2011-10-07", ("TON",)),
    ]
    # What an envoy says of a State is not what the State says.
    assert facts(found, Statement) == []


def test_r18_a_vote_against_and_who_took_part(page, expected):
    want, found = told(expected, "R18"), read(page("R18"))
    vote = one(facts(found, RollCall))
    assert (vote.body, vote.session) == ("first-committee", want["vote"]["year"] - 1945)
    assert vote.ballots == ((iso3(want["vote"]["state"]), Ballot.AGAINST),)
    counts = {count.what: count.number for count in facts(found, StatedCount) if count.occasion == "21MSP"}
    assert counts == {
        CountKind.STATES_TAKING_PART: want["participation"]["states"],
        CountKind.PARTIES_TAKING_PART: want["participation"]["parties"],
        CountKind.NOT_JOINED_TAKING_PART: want["participation"]["not_party"],
    }


def test_r24_three_classes_of_those_who_took_part(page, expected):
    want = {
        (row["meeting"], kind): row[name]
        for row in told(expected, "R24")["rows"]
        for name, kind in (
            ("parties", CountKind.PARTIES_TAKING_PART),
            ("not_in_force", CountKind.JOINED_NOT_IN_FORCE_TAKING_PART),
            ("not_accepted", CountKind.NOT_JOINED_TAKING_PART),
        )
    }
    assert {(count.occasion, count.what): count.number for count in facts(read(page("R24")), StatedCount)} == want


def test_r26_meetings_and_their_notifications(page):
    found = read(page("R26"))
    meetings = {each.name: (each.starts.edtf, each.ends.edtf, each.city) for each in facts(found, Occasion)}
    assert meetings == {
        "16MSP": ("2017-12-18", "2017-12-21", "Vienna"),
        "17MSP": ("2018-11-26", "2018-11-30", "Geneva"),
    }
    days = {act.on.edtf for act in facts(found, Activity) if act.kind is ActivityKind.NOTIFICATION}
    assert days == {"2017-01-30", "2018-01-25"}


def test_r27_a_presidency_with_its_group_its_meeting_and_its_calendar(page):
    found = read(page("R27"))
    acts = facts(found, Activity)
    group = one([act for act in acts if act.kind is ActivityKind.WORKING_GROUP])
    assert (group.by, group.title) == ("President", "Universalization Coordinating Group")
    assert "Cambodia" in group.summary
    bilateral = one([act for act in acts if act.kind is ActivityKind.BILATERAL])
    assert (bilateral.on.edtf, bilateral.towards, bilateral.by) == ("2024-02-05", ("LAO",), "President")
    assert {each.name for each in facts(found, Occasion)} == {"IM2024", "5RC"}
    # "join as the 165th State Party" is asked for, not done.
    assert [act for act in facts(found, TreatyAction) if act.kind.expresses_consent] == []


def test_r31_an_appeal_on_behalf_of_the_european_union(page):
    appeal = one(facts(read(page("R31")), Activity))
    assert (appeal.by, appeal.occasion, appeal.towards_count) == ("European Union", "IM2024", 33)
    assert appeal.plan_actions == ("oslo/11", "oslo/12")


def test_r40_a_vote_with_its_totals_and_explanations(page, expected):
    want, found = told(expected, "R40"), read(page("R40"))
    vote = one(facts(found, RollCall))
    assert (vote.body, vote.session, vote.draft) == ("first-committee", 72, want["vote"]["draft"])
    totals = (vote.stated_in_favour, vote.stated_against, vote.stated_abstained)
    assert totals == (want["vote"]["for"], want["vote"]["against"], want["vote"]["abstain"])
    outside = one([count for count in facts(found, StatedCount) if count.what is CountKind.OUTSIDE_IN_FAVOUR])
    assert outside.number == want["vote"]["not_party_for"]
    explained = {said.state for said in facts(found, Statement) if said.channel is Channel.EXPLANATION_OF_VOTE}
    assert explained == {iso3(name) for name in want["explanations_of_vote"]}
    cast = dict(vote.ballots)
    assert all(cast[iso3(name)] is Ballot.ABSTAINED for name in want["conflict_with_17MSP paper"])
    assert "cut off" in found.cut_off


def test_r46_use_by_governments_and_by_groups_is_told_apart(page):
    used = facts(read(page("R46")), Practice)
    in_2018 = {(each.state, each.actor) for each in used if each.claimed.edtf == "2018"}
    assert ("MMR", "state") in in_2018
    assert ("MMR", "armed_group") in in_2018
    assert ("IND", "armed_group") in in_2018
    assert ("IND", "state") not in in_2018
    assert {each.claimant for each in used} == {"Landmine Monitor"}


def test_r48_a_profile_with_obstacles_votes_and_meetings(page, expected):
    want, found = told(expected, "R48"), read(page("R48"))
    state = iso3(want["state"])
    codes = {code.code for said in facts(found, Statement) for code in said.codes if said.state == state}
    assert {Circumstance.RECIPROCITY, Circumstance.UNRESOLVED_CONFLICT} <= codes
    votes = {call.symbol: dict(call.ballots)[state] for call in facts(found, RollCall)}
    assert votes == {vote["res"]: Ballot.IN_FAVOUR for vote in want["votes"]}
    there = one([each for each in facts(found, Attendance) if each.claim == "took_part"])
    assert want["last_meeting"].startswith(there.occasion)
    never = [each for each in facts(found, Practice) if each.kind is PracticeKind.PRODUCTION and each.claimant == state]
    assert [each.claim for each in never] == [Claim.HAS_NOT]
    # The page's sentences are not the State's: what it is said to have said is our summary.
    assert {said.text_kind for said in facts(found, Statement)} == {"summary"}


def test_r60_a_sister_treatys_page(page, expected):
    want, found = told(expected, "R60"), read(page("R60"))
    assert found.treaty == want["treaty"].lower()
    acts = facts(found, Activity)
    for activity in want["activities"]:
        alike = [act for act in acts if act.on.earliest.isoformat() == activity["date"]]
        assert alike, activity
        if "by" in activity:
            assert {iso3(name) for name in activity["by"]} == set(alike[0].by.split(", "))
        if "place" in activity:
            assert activity["place"] in alike[0].places
        if "with" in activity:
            assert activity["with"] in f"{alike[0].title} {alike[0].forum}"
    plans = {action for act in acts for action in act.plan_actions}
    assert {f"{name.split()[0].lower()}/{name.split()[1]}" for name in want["plan_actions"]} == plans
    assert "cut off" in found.cut_off


def test_r64_minutes_of_a_sister_treaty(page):
    found = read(page("R64"))
    meeting = one(facts(found, Activity))
    assert (found.treaty, found.kind, meeting.on.edtf, meeting.by) == ("ccm", DocumentKind.MINUTES, "2018-01-25", "NIC")
    assert "Apologies: Australia, New Zealand, Zambia" in meeting.summary
    assert "cut off" in found.cut_off


def test_r65_a_discussion_paper_and_meetings_of_a_working_group(page):
    found = read(page("R65"))
    assert (found.treaty, found.as_of.edtf) == ("att", "2019-03-19")
    assert {act.on.edtf for act in facts(found, Activity)} >= {"2019-03-19", "2019-04-04", "2024-02-22", "2016-05-18"}
    assert "cut off" in found.cut_off


def test_r67_what_joined_between_two_meetings(page):
    found = read(page("R67"))
    assert found.treaty == "tpnw"
    counts = {count.what: count.number for count in facts(found, StatedCount)}
    assert counts == {CountKind.SIGNED: 7, CountKind.RATIFICATIONS: 3, CountKind.ACCESSIONS: 1}


def test_r71_joinings_of_a_sister_treaty(page, expected):
    want, found = told(expected, "R71"), read(page("R71"))
    assert found.treaty == want["treaty"].lower()
    ordinals = {count.state: count.number for count in facts(found, StatedCount) if count.what is CountKind.ORDINAL}
    for joined in want["joined"]:
        state = iso3(joined["state"])
        act = one([a for a in facts(found, TreatyAction) if a.state == state and a.kind.expresses_consent])
        assert act.kind is TreatyActionKind(joined["action"])
        assert ordinals[state] == joined["ordinal"]
        if "deposit" in joined:
            assert act.deposited.edtf == joined["deposit"]
        if "announced" in joined:
            assert (act.announced.edtf, act.effective.edtf) == (joined["announced"], joined["eif"])
    outside = [group.states for group in facts(found, StatedGroup) if len(group.states) == 4]
    assert outside == [("EGY", "ISR", "PRK", "SSD")]


def test_r80_review_conferences_that_adopted_plans(page):
    found = read(page("R80"))
    assert found.kind is DocumentKind.ACTION_PLAN
    days = {each.name: (each.starts.edtf, each.ends.edtf) for each in facts(found, Occasion)}
    assert days["1RC"] == ("2004-11-29", "2004-12-03")
    assert days["2RC"] == ("2009-11-29", "2009-12-04")


def test_the_presidents_statement_tells_what_the_presidency_did(shared):
    (path,) = (shared / "documents").glob("003_*.txt")
    found = read(path)
    assert (found.kind, found.occasion) == (DocumentKind.STATEMENT, "18MSP")
    done = {(act.kind.value, act.on.edtf) for act in facts(found, Activity)}
    assert done == {
        ("letter_round", "2020"),
        ("bilateral", "2020"),
        ("appeal", "2020-02-26"),
        ("appeal", "2020"),
        ("press_release", "2020-02-03"),
        ("press_release", "2020-06-01"),
    }
    numbers = {(count.what, count.number) for count in facts(found, StatedCount)}
    assert numbers == {
        (CountKind.JOINED, 162),
        (CountKind.OUTSIDE, 33),
        (CountKind.IN_FAVOUR, 163),
        (CountKind.ABSTAINED, 16),
    }


def test_the_shipped_register_has_what_the_presidents_statement_says(register, shared):
    (path,) = (shared / "documents").glob("003_*.txt")
    intake = propose(path, "apmbc")
    assert (intake.count(Verdict.SAME), len(intake.compared)) == (6, 6)
    assert intake.source == "18msp-statement"


def test_libya_and_morocco_contradict_the_paper_and_both_are_kept(empty_register, shared, page):
    accept(next((shared / "documents").glob("000_*.txt")), "apmbc", actor=operator("amina"))
    intake = accept(page("R40"), "apmbc", actor=operator("amina"), skip=True)
    vote = one([each for each in intake.conflicts if isinstance(each.proposal.fact, RollCall)])
    assert [held.source for held in vote.comparison.against] == ["17msp-status-paper"]


RECORDED = ("02", "05", "06", "12", "18", "24", "26", "27", "31", "40", "46", "48", "60", "64", "65", "67", "71", "80")


def test_every_sample_is_recorded_once(register, page):
    """One after the other into the same register, which is whole when it holds them all."""
    for number in RECORDED:
        first = accept(page(f"R{number}"), "apmbc", actor=operator("amina"), skip=True)
        before = head()
        again = accept(page(f"R{number}"), "apmbc", actor=operator("ben"), skip=True)
        assert again.count(Verdict.SAME) == len(again.compared) == len(first.compared), number
        assert head() == before, number
    assert verify().ok


def test_each_proposal_has_its_passage_and_place(page):
    for number in ("02", "06", "12", "40", "48", "60", "71"):
        path = page(f"R{number}")
        text = " ".join(path.read_text(encoding="utf-8").split())
        for proposal in read(path).proposals:
            assert proposal.locator
            for line in proposal.passage.split("\n"):
                assert " ".join(line.split()) in text


def test_a_status_claim_is_made_of_a_day(page):
    assert {claim.listed.edtf for claim in facts(read(page("R02")), StatusClaim)} == {"2020-06-01"}
