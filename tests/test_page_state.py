"""A State's dossier: what it says, does, votes and attends, what is not known, and how to cite it."""

import re

import pytest
from django.template import engines
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import record
from accede.evidence.values import Statement
from accede.overview.about import about
from accede.overview.changes import changes
from accede.overview.dossier import dossier
from accede.overview.turns import turns
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.records.models import EventKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind
from judging import judge
from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")

WORDS = "“We will look at the Convention again next year.”"


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def site():
    return Client()


def section(page, name):
    """The markup from one heading of the page to the next of its rank."""
    return page.partition(f'<h2 id="{name}"')[2].partition("<h2 ")[0]


def test_it_opens_with_where_the_state_stands(site):
    page = text(site.get("/on/2018-08-21/states/MAR/"))
    assert "Morocco has not signed and has not joined, as of 21 August 2018." in page
    assert "the Kingdom of Morocco" in page


def test_the_state_in_force_says_since_when(site):
    page = text(site.get("/on/2018-08-21/states/FRA/"))
    assert "in force for it since 1 March 1999, as of 21 August 2018" in page


def test_each_statement_has_its_day_its_citation_and_what_we_read_in_it(site):
    said = section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "says")
    assert said.count("<figure") == 3
    assert '<span class="on">7-8 June 2018</span>' in said
    assert "<bdi>Intersessional meetings, 2018</bdi>" in said
    assert "Read in it by us: position: accession is a strategic objective" in said


def test_a_quotation_stands_in_its_language_and_is_marked_as_the_states_own_words(site):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="17MSP",
        said=PartialDate.parse("2018-11-27"),
        citation="17MSP, 2018",
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        text=WORDS,
        language="fr",
        translation="A translation of it.",
    )
    record(operator("ana"), "apmbc/BHR/statement/17MSP", fact, source="17msp-status-paper", source_text=WORDS)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP")
    said = section(site.get("/states/BHR/").content.decode(), "says")
    assert "In its own words" in said
    assert f'<blockquote lang="fr" dir="auto"><p>{WORDS}</p></blockquote>' in said
    assert "A translation of it." in said
    assert "(unofficial translation)" in said


def test_a_confirmation_stands_with_the_last_statement(site):
    assert "Unchanged, " in section(site.get("/on/2018-08-21/states/CHN/").content.decode(), "says")


def test_circumstances_and_conditions_say_whom_the_state_waits_for(site):
    said = section(site.get("/on/2018-08-21/states/ARM/").content.decode(), "says")
    assert "reciprocity or a neighbour&#x27;s accession" in said
    assert "How it stands" in said


def test_a_claim_names_who_makes_it(site):
    done = section(site.get("/on/2018-08-21/states/MMR/").content.decode(), "does")
    assert done.count("<li><b>") > 1
    assert all(claimant.strip() for claimant in re.findall(r"<li><b>([^<]*)</b>", done))


def test_an_allegation_says_who_is_said_to_have_acted(site):
    done = section(site.get("/states/MMR/").content.decode(), "does")
    alleged = [claim for claim in done.split("<li>")[1:] if "(alleged)" in claim]
    assert len(alleged) > 1
    assert all("said to have acted: " in claim for claim in alleged)
    assert any("said to have acted: Myanmar" in claim for claim in alleged)
    assert any("said to have acted: an armed group" in claim for claim in alleged)


def test_the_votes_of_all_years_stand_in_a_strip_for_each_body(site):
    voted = section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "votes")
    committee, plenary = (part.count("<li>") for part in voted.split("<h3>")[1:])
    assert committee == 1
    assert plenary == 21  # the sessions 52 to 72


def test_a_source_that_says_never_is_named_beside_the_marks_of_others(site):
    part = text(site.get("/states/KOR/")).partition("Where it takes part Meetings")[2]
    assert "Convention, 21 August 2018, it had never taken part." in part


def test_a_state_outside_leads_to_what_would_follow_and_a_party_does_not(site):
    assert 'href="/on/2018-08-21/joining/MAR/"' in site.get("/on/2018-08-21/states/MAR/").content.decode()
    assert "/joining/FRA/" not in site.get("/on/2018-08-21/states/FRA/").content.decode()


def test_what_is_not_known_is_told_at_the_top_and_in_full(site):
    page = site.get("/on/2018-08-21/states/BHR/").content.decode()
    told = re.search(r'<a href="#unknown">(\d+) things? that we do not know of it</a>', page)
    assert told
    assert section(page, "unknown").count("<li>") == int(told[1])


def test_what_changed_tells_standing_and_votes_newest_first(site):
    changed = section(site.get("/states/LTU/").content.decode(), "changes")
    assert changed.index("its withdrawal took effect") < changed.index("it notified its withdrawal")
    assert "the Convention entered into force for it" in changed
    assert "went from abstained to in favour" in section(site.get("/states/MAR/").content.decode(), "changes")


def test_the_other_states_of_the_sub_region_are_named_with_their_standing(site):
    assert "Algeria" in section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "around")


def test_a_small_map_frames_the_state_and_draws_the_rest_of_the_world_as_one_shape(site):
    around = section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "around")
    assert around.count('class="frame"') == 1
    assert around.count('class="apart"') == 1
    assert around.count("<title>") < 10
    assert "Morocco and the States of Northern Africa" in around


def test_every_source_has_its_kind_and_the_passages_used(site):
    listed = section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "sources")
    assert "organ of the treaty" in listed
    assert "section IV, Morocco" in listed


def test_it_can_be_cited_by_an_address_with_its_day(site):
    cited = section(site.get("/on/2018-08-21/states/MAR/").content.decode(), "cite")
    assert "/on/2018-08-21/states/MAR/" in cited
    assert "@misc{accede-apmbc-mar-2018-08-21," in cited
    assert "TY  - ELEC" in cited
    assert "information as of 21 August 2018" in cited


def test_today_is_cited_by_its_day(site):
    cited = section(site.get("/states/MAR/").content.decode(), "cite")
    assert re.search(r"/on/20\d\d-\d\d-\d\d/states/MAR/", cited)


@pytest.mark.parametrize("iso3", ["MAR", "KOR", "FRA", "LBN", "VAT", "SSD"])
def test_the_register_about_a_state_gives_the_same_dossier(iso3):
    register = register_of(standpoint())
    assert dossier(about(register, iso3), iso3) == dossier(register, iso3)


@pytest.mark.parametrize("iso3", ["MAR", "LTU", "OMN"])
def test_turns_are_the_changes_of_the_state_in_the_whole_register(iso3):
    register = register_of(standpoint())
    found = turns(register, iso3, dossier(register, iso3).answer.votes)
    whole = changes(register, "1997-12-02", register.view.as_of.isoformat())
    expected = [each for each in (*whole.standing, *whole.votes) if each.iso3 == iso3]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


def test_votes_and_meetings_of_a_dossier_lead_to_their_pages(site):
    page = site.get("/on/2018-08-21/states/MAR/").content.decode()
    assert 'href="/on/2018-08-21/votes/plenary-72/" title="4 December 2017: in favour' in page
    assert 'href="/on/2018-08-21/meetings/16MSP/"' in page


def test_what_sources_differ_on_is_told_in_the_pages_language(register):
    english, french = (Client().get(f"{before}/states/MAR/").content.decode() for before in ("", "/fr"))
    assert "<b>took part: 16MSP</b>" in english
    assert "took part" not in french
    assert "a participé : " in french.replace("\u202f", " ").replace("\xa0", " ")
    assert "session 72" in english
