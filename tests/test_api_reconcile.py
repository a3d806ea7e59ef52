"""Names of States reconciled with keys, as OpenRefine asks it (Reconciliation Service API 0.2)."""

import json

import pytest

from accede.publishing.api.reconcile.candidates import beginning, candidates
from accede.vocabulary.state_names import shipped_names
from api_client import ROOT, Api

SERVICE = f"{ROOT}reconcile"
STATES = shipped_names().states


@pytest.fixture
def api(register):
    return Api()


def reconciled(api, *names, method="get", **further):
    queries = {f"q{at}": {"query": name} | further for at, name in enumerate(names)}
    answer = api.get("reconcile", method=method, queries=json.dumps(queries))
    assert answer.status_code == 200, answer.content
    told = answer.json()
    return [told[f"q{at}"]["result"] for at in range(len(names))]


def test_the_manifest_says_what_the_service_is(api):
    told = api("reconcile")
    assert told["versions"] == ["0.2"]
    assert told["view"]["url"] == "http://testserver/states/{{id}}/"
    entity = told["suggest"]["entity"]
    assert api.get(entity["service_path"], prefix="Mo").status_code == 200
    assert api.get(told["extend"]["propose_properties"]["service_path"]).status_code == 200


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Viet Nam", "VNM"),
        ("Korea, DPR of", "PRK"),
        ("UAE", "ARE"),
        ("Micronesia, Fed. States of", "FSM"),
        ("Marshall Islands*", "MHL"),
        ("Arménie", "ARM"),
        ("أرمينيا", "ARM"),
        ("亚美尼亚", "ARM"),
        ("MAR", "MAR"),
    ],
)
def test_a_name_of_its_own_matches(api, name, iso3):
    ((found, *rest),) = reconciled(api, name)
    assert (found["id"], found["match"], found["score"]) == (iso3, True, 100.0)
    assert rest == []


@pytest.mark.parametrize(
    ("name", "iso3"), [("Armenien", "ARM"), ("Marocco", "MAR"), ("Vietnaam", "VNM"), ("Korea", "KOR")]
)
def test_a_name_that_is_only_like_it_is_suggested_and_never_matches(api, name, iso3):
    (found,) = reconciled(api, name)
    assert iso3 in [each["id"] for each in found]
    assert not any(each["match"] for each in found)
    assert all(each["score"] < 100 for each in found)
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)


def test_a_batch_is_answered_from_a_form_too(api):
    names = ("Nepal", "Cuba")
    assert reconciled(api, *names, method="post") == reconciled(api, *names)


def test_no_more_are_given_than_asked_for(api):
    (found,) = reconciled(api, "Guineea", limit=2)
    assert len(found) == 2


def test_another_type_is_not_ours(api):
    assert reconciled(api, "Nepal", type="person") == [[]]
    assert reconciled(api, "Nepal", type=["person", "state"])[0][0]["id"] == "NPL"


def test_what_is_typed_is_completed(api):
    found = [each["id"] for each in api("reconcile/suggest/entity", prefix="mo")["result"]]
    assert {"MAR", "MCO", "MNG", "MDA"} <= set(found)
    assert api("reconcile/suggest/entity")["result"] == []


def test_a_table_gets_columns(api):
    asked = {"ids": ["MAR", "QQQ"], "properties": [{"id": "standing"}, {"id": "deposited"}, {"id": "colour"}]}
    told = api("reconcile", extend=json.dumps(asked))
    assert [each["id"] for each in told["meta"]] == ["standing", "deposited"]
    assert told["rows"]["MAR"] == {"standing": [{"str": "non_signatory"}], "deposited": []}
    assert told["rows"]["QQQ"] == {"standing": [], "deposited": []}


@pytest.mark.parametrize(
    "sent", ["", "[]", "{", '{"q0": {}}', '{"q0": {"query": 1}}', '{"q0": {"query": "x", "limit": 0}}']
)
def test_what_is_not_of_the_protocol_is_refused(api, sent):
    assert "queries: it is not what the Reconciliation Service API 0.2 says" in api.refusal(
        "reconcile", 400, queries=sent
    )


def test_too_many_names_at_once_are_refused(api):
    queries = json.dumps({f"q{at}": {"query": "Nepal"} for at in range(201)})
    answer = api.get("reconcile", method="post", queries=queries)
    assert answer.status_code == 413
    assert "ask for 200 at most" in answer.json()["detail"]


def test_a_form_without_a_question_is_refused(api):
    answer = api.get("reconcile", method="post", name="Nepal")
    assert answer.status_code == 400
    assert "neither queries nor extend" in answer.json()["detail"]


def test_every_name_that_is_held_matches_its_state_or_is_shared():
    for name in shipped_names().all:
        found = candidates(name.text, STATES, 5)
        matched = [each.iso3 for each in found if each.match]
        assert matched in ([name.state], [])
        assert matched or shipped_names().known(name.text) is None


def test_a_beginning_is_found_in_any_word():
    assert "EGY" in beginning("arab", STATES, 20)
    assert beginning("zzz", STATES, 20) == []
