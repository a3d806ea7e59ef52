"""The open API: what is asked, what is answered, and what is said where there is no answer."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest

from accede.evidence.models import StatementVersion
from accede.evidence.values import Statement
from accede.publishing.addresses import slug
from accede.publishing.api.moved import RECORDS
from accede.publishing.api.published import answers
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES
from accede.records.models import EventKind
from accede.records.models.appended import MODEL_OF_FACT
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind
from api_client import ROOT, Api
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

DAY = "2018-08-21"


@pytest.fixture
def api():
    return Api()


def say(key="apmbc/BHR/statement/16MSP/9", summary="Looks at it again."):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="16MSP",
        said=PartialDate.parse("2017-12-18"),
        citation="16MSP, 2017",
        channel=Channel.STATEMENT,
        text_kind=TextKind.SUMMARY,
        summary=summary,
    )
    with writing("ana", "record") as write:
        write.record(key, fact, source="17msp-status-paper")
    judge("ana", EventKind.RELEASE, StatementVersion, key)
    return key


def test_the_root_lists_the_tables(api):
    told = api("")
    assert [each["name"] for each in told["tables"]] == list(TABLES)
    assert all(api(each["address"], limit=1)["table"] == each["name"] for each in told["tables"])


def test_2018_is_answered_with_the_figures_of_2018(api):
    rows = api.items("status", as_of=DAY)
    assert sum(row["has_joined"] for row in rows) == 164
    assert api("status", as_of=DAY, has_joined="false")["count"] == 33
    assert api("status", as_of=DAY, standing="signatory")["count"] == 1


def test_an_answer_says_from_where_it_is_seen(api):
    told = api("status", as_of=DAY, limit=1)
    assert told["as_of"] == DAY
    assert told["known_on"].endswith("Z")
    assert told["treaty"] == "apmbc"


def test_every_row_has_an_address_of_its_own(api):
    for name in TABLES:
        keys = [row["key"] for row in api.items(name, fields="key", limit=1000)]
        slugs = [slug(key) for key in keys]
        assert len(slugs) == len({each.casefold() for each in slugs})
        for key, each in list(zip(keys, slugs, strict=True))[::200]:
            assert api(f"{name}/{quote(each)}")["item"]["key"] == key


def test_a_row_carries_its_source(api):
    source = api("treaty_actions/apmbc_BRA_ratification")["item"]["source"]
    assert source["title"]
    assert source["grade"]
    assert source["recorded_on"]
    assert api(f"sources/{source['key']}")["item"]["title"] == source["title"]


def test_a_list_is_narrowed_by_several_conditions(api):
    rows = api.items("ballots", state="MAR,CUB", session=72, body="first-committee", as_of=DAY)
    assert {(row["state"], row["ballot"]) for row in rows} == {("MAR", "in_favour"), ("CUB", "abstained")}
    africa = api.items("states", region="African States", may_join="true")
    assert len(africa) == 54
    assert all(row["region"] == "African States" for row in africa)


def test_a_list_is_narrowed_by_days(api):
    rows = api.items("treaty_actions", year=1999, kind="accession")
    assert rows
    assert all(row["on"]["edtf"].startswith("1999") for row in rows)
    two = api.items("treaty_actions", **{"from": "1999-01-01", "to": "1999-12-31", "kind": "accession"})
    assert two == rows


def test_small_letters_of_a_state_are_understood(api):
    assert api.items("statements", state="mar") == api.items("statements", state="MAR") != []


def test_only_some_fields_are_given_where_they_are_asked_for(api):
    rows = api.items("status", fields="standing,state_name", as_of=DAY)
    assert all(set(row) == {"key", "standing", "state_name"} for row in rows)
    assert set(api("status/ARM", fields="standing")["item"]) == {"key", "standing"}


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Armenia"), ("fr", "Arménie"), ("es", "Armenia"), ("ru", "Армения"), ("zh", "亚美尼亚"), ("ar", "أرمينيا")],
)
def test_states_are_called_as_the_language_has_them(api, language, name):
    assert api("status/ARM", language=language)["item"]["state_name"] == name


def test_pages_come_to_the_whole_list(api):
    rows = api.every("treaty_actions", limit=100)
    assert [row["key"] for row in rows] == [row["key"] for row in api.items("treaty_actions")]


def test_pages_go_on_from_the_standpoint_of_the_first(api):
    first = api("statements", limit=5)
    before = api("statements", limit=1000)
    say()
    second = api(first["next"])
    assert second["count"] == before["count"]
    assert [row["key"] for row in second["items"]] == [row["key"] for row in before["items"][5:10]]
    assert api("statements")["count"] == before["count"] + 1


def test_a_cursor_is_for_its_own_list(api):
    following = api("statements", limit=5)["next"].partition("cursor=")[2]
    assert "begin again without cursor" in api.refusal(f"{ROOT}statements?state=MAR&cursor={following}", 404)
    assert "begin again without cursor" in api.refusal(f"{ROOT}practices?cursor={following}", 404)
    assert "begin again without cursor" in api.refusal("statements", 404, cursor="W10")


def test_the_same_answer_is_not_sent_twice(api):
    first = api.get("states")
    again = api.get("states", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    weak = api.get("states", headers={"If-None-Match": f'"x", W/{first["ETag"]}'})
    assert weak.status_code == 304
    assert api.get("states").content == first.content


def test_a_release_changes_the_answer_and_its_tag(api):
    first = api.get("statements")
    key = say()
    second = api.get("statements", headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert key in {row["key"] for row in api.items("statements")}


def test_an_earlier_knowledge_is_answered(api):
    before = datetime.now(UTC)
    key = say()
    assert key in {row["key"] for row in api.items("statements")}
    assert key not in {row["key"] for row in api.items("statements", known_on=before.isoformat())}
    assert api.get(f"statements/{slug(key)}", known_on=before.isoformat()).status_code == 404


def test_what_changed_since_is_told_with_what_is_gone(api):
    gone = api.items("statements")[0]["key"]
    before = datetime.now(UTC)
    assert api("statements", changed_since=before.isoformat())["count"] == 0
    key = say()
    judge("ana", EventKind.RETRACTION, StatementVersion, gone, reason="Never said")
    told = api("statements", changed_since=before.isoformat())
    assert [row["key"] for row in told["items"]] == [key]
    assert told["removed"] == [gone]


def test_everything_has_changed_since_before_the_beginning(api):
    assert api("states", changed_since="2001-01-01")["count"] == api("states")["count"]


def test_head_answers_without_a_body(api):
    head, get = api.get("states", method="head"), api.get("states")
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get["ETag"]


def test_pages_of_other_sites_may_ask(api):
    asked = api.client.options(f"{ROOT}states", headers={"Origin": "https://example.org"})
    assert asked.status_code == 204
    assert asked["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["", "states", "states/ARM", "openapi.json"])
def test_nothing_is_written(api, method, address):
    answer = getattr(api.client, method)(ROOT + address)
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("status?stae=ARM", "stae: this address has no such parameter; it has as_of,"),
        ("status?limit=5000", "limit: it should be less than or equal to 1000"),
        ("status?limit=many", "limit: it must be a whole number"),
        ("status?as_of=2018-13-01", "as_of: it must be a day of the calendar, as 2018-08-21"),
        ("status?as_of=", "as_of: it must be a day of the calendar"),
        ("status?as_of=2018-08-21&as_of=2018-08-22", "as_of: it is given more than once"),
        ("status?known_on=yesterday", "known_on: it must be an instant with its offset"),
        ("status?known_on=2018-08-21T12:00:00", "known_on: it must be an instant with its offset"),
        ("status?fields=standing,colour", "fields: it should be"),
        ("status?state=", "state: give at least one value"),
        ("status?standing=friend", "standing: it should be"),
        ("status?has_joined=yes", "has_joined: it must be true or false"),
        ("status?language=de", "language: it should be"),
        ("ballots?session=0", "session: it should be greater than or equal to 1"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(api, address, says):
    assert says in api.refusal(ROOT + address, 400)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("nothing", "There is no such address."),
        ("states/QQQ", "there is no row with the key 'QQQ' by then"),
        ("status?state=QQQ", "the register holds no state with the key 'QQQ'"),
        ("attendance?meeting=99MSP", "the register holds no meeting with the key '99MSP'"),
        ("status?as_of=1990-01-01", "was adopted on 18 September 1997"),
        ("status?known_on=2000-01-01", "Nothing had been made public by then."),
        ("status?known_on=2999-01-01", "is still ahead"),
        ("status?changed_since=2999-01-01", "is still ahead"),
    ],
)
def test_what_is_not_there_is_said(api, address, says):
    assert says in api.refusal(ROOT + address, 404)


def test_a_register_without_evidence_has_empty_lists_and_says_what_it_cannot_tell(api, empty_register):
    assert api("statements")["count"] == 0
    assert "holds no treaty action" in api.refusal("status", 404)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("states/arm", "states/ARM"),
        ("status/Arm?as_of=2018-08-21", "status/ARM?as_of=2018-08-21"),
        ("states/ZAR", "states/COD"),
        ("states/504", "states/MAR"),
        ("states/", "states"),
        ("treaty_actions/apmbc/BRA/ratification", "treaty_actions/apmbc_BRA_ratification"),
        ("meetings/SC%20June%202008", "meetings/SC-June-2008"),
    ],
)
def test_a_key_that_is_spelt_otherwise_leads_to_the_row(api, asked, found):
    answer = api.get(ROOT + asked)
    assert (answer.status_code, answer["Location"]) == (308, ROOT + found)
    assert api.get(ROOT + found).status_code == 200


def test_a_merged_record_leads_to_the_one_it_goes_on_under(api):
    old, middle, new = say(), say("apmbc/BHR/statement/16MSP/8", "Looks at it."), api.items("statements")[0]["key"]
    for key, other in ((old, middle), (middle, new)):
        judge("ana", EventKind.RETRACTION, StatementVersion, key, reason="The same as another")
        judge("ana", EventKind.MERGE, StatementVersion, key, reason="twice", other=other)
    answer = api.get(f"statements/{slug(old)}")
    assert (answer.status_code, answer["Location"]) == (308, f"{ROOT}statements/{slug(new)}")


def test_a_merged_record_that_never_was_public_leads_nowhere(api):
    key = "apmbc/BHR/statement/16MSP/9"
    fact = api.items("statements")[0]["key"]
    held = StatementVersion.objects.get(key=fact, version=1)
    assert held
    with writing("ana", "record") as write:
        write.record(
            key,
            Statement(
                treaty="apmbc",
                state="BHR",
                occasion="16MSP",
                said=PartialDate.parse("2017"),
                citation="16MSP, 2017",
                channel=Channel.STATEMENT,
                text_kind=TextKind.SUMMARY,
                summary="Not for everybody.",
            ),
            source="17msp-status-paper",
        )
    judge("ana", EventKind.MERGE, StatementVersion, key, reason="twice", other=fact)
    assert api.get(f"statements/{slug(key)}").status_code == 404


def test_the_kinds_of_record_are_those_of_the_register():
    assert set(RECORDS.values()) <= {model.record_kind() for model in MODEL_OF_FACT.values()}
    assert set(RECORDS) <= set(TABLES)


def test_the_number_of_queries_does_not_depend_on_what_is_asked(api, django_assert_num_queries):
    api.items("ballots")
    with django_assert_num_queries(2):
        api.items("ballots", fields="ballot")
    with django_assert_num_queries(1):
        api.items("ballots", fields="ballot")


def test_a_fault_is_a_problem_too_and_is_logged(api, monkeypatch, caplog):
    monkeypatch.setattr("accede.publishing.api.held_rows.register_of", lambda *_: 1 / 0)
    assert "wrong on our side" in api.refusal("sources", 500, limit=7)
    assert "ZeroDivisionError" in caplog.text


def test_the_page_to_try_it_asks_nobody_else(api):
    page = api.client.get(f"{ROOT}docs")
    assert page.status_code == 200
    told = page.content.decode()
    assert all(f'id="{name}"' in told for name in TABLES)
    assert "<script" not in told
    assert " style=" not in told
    assert "http:" not in told
    assert "https:" not in told


def test_a_filled_form_leads_to_the_address_it_asks_for(api):
    answer = api.client.get(f"{ROOT}docs", {"table": "status", "state": "ARM", "as_of": "", "key": ""})
    assert (answer.status_code, answer["Location"]) == (302, f"{ROOT}status?state=ARM")
    assert api(answer["Location"])["count"] == 1


def test_plain_files_are_the_same_live_and_published(api):
    files = dict(answers(standpoint(datetime.now(UTC))))
    assert len(files) > 500
    for path in [*files][:: len(files) // 40]:
        assert api.get(f"/{path}").content == files[path](), path
    whole = api("ballots.json")
    assert len(whole["items"]) == whole["count"] > 1000
    assert whole["next"] is None


def test_a_day_ahead_is_answered(api):
    later = (datetime.now(UTC) + timedelta(days=400)).date().isoformat()
    assert api("status", as_of=later)["as_of"] == later
