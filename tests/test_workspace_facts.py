"""One form for every kind of fact: what is typed becomes the fact, what stands in the register comes back as it was."""

import dataclasses

import lxml.html
import pytest
from django.utils.translation import override

from accede.accounts.actor import operator
from accede.evidence.values import Attendance, Code, RollCall, Statement
from accede.overview.load import EVERY_KIND, load
from accede.records.models import MODEL_OF_FACT
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import CodeKind
from accede.workspace.asking import view_of
from accede.workspace.facts.around import CorrectionForm
from accede.workspace.facts.dates import echoed, understood, written
from accede.workspace.facts.fact_form import fact_form, form_for
from accede.workspace.facts.offered import Offered, offered

pytestmark = pytest.mark.usefixtures("register")

EVIDENCE = (fact for fact, model in MODEL_OF_FACT.items() if model.is_reviewed and "reporting" not in fact.__module__)
KINDS = sorted(EVIDENCE, key=lambda fact: fact.__name__)
STATEMENT = {
    "treaty": "apmbc", "state": "MAR", "said": "21 August 2018", "citation": "letter of 21 August 2018",
    "channel": "statement", "text_kind": "quotation", "text": "We share\r\nthe aims.", "language": "en", "place": "1",
}  # fmt: skip


@pytest.fixture
def choices(register) -> Offered:
    return offered(operator("ana"))


def sent(form) -> dict[str, str]:
    """What a browser sends of a form that nobody has touched."""
    page = lxml.html.fromstring(f"<form>{form}</form>")
    return dict(page.form_values())


@pytest.mark.parametrize("fact", KINDS, ids=lambda fact: fact.__name__)
def test_every_kind_has_a_form_with_a_label_for_each_field(fact, choices):
    form = fact_form(fact)(offered=choices)
    assert list(form.fields) == [field.name for field in dataclasses.fields(fact)]
    assert all(str(field.label) for field in form.fields.values())
    assert str(form)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_stands_in_the_register_comes_back_as_it_was(language, choices):
    register = load(view_of(operator("ana")), "apmbc", *EVERY_KIND)
    kinds = (
        register.actions, register.status_claims, register.statements, register.confirmations, register.practices,
        register.roll_calls[-2:], register.attendance, register.reports, register.activities, register.occasions, register.states,
    )  # fmt: skip
    with override(language):
        for held in (one for kind in kinds for one in kind[:: max(1, len(kind) // 25)]):
            form = fact_form(type(held.fact))(offered=choices, fact=held.fact)
            again = fact_form(type(held.fact))(sent(form), offered=choices, fact=held.fact)
            assert again.is_valid(), (held.key, again.errors)
            assert again.fact == held.fact, held.key


def test_what_is_typed_becomes_the_fact(choices):
    form = form_for("statement")(STATEMENT, offered=choices)
    assert form.is_valid(), form.errors
    assert form.fact.said == PartialDate.parse("2018-08-21")
    assert form.fact.text == "We share\nthe aims."


def test_a_code_is_kept_or_refused(choices):
    codes = {
        "codes-0-code": "step:moratorium", "codes-0-trigger": "a moratorium", "codes-0-kept": "on",
        "codes-1-code": "position:opposed",
        "codes-2-code": "condition:reciprocity", "codes-2-target": "DZA", "codes-2-expires": "2020", "codes-2-kept": "on",
    }  # fmt: skip
    form = form_for("statement")(STATEMENT | codes, offered=choices)
    assert form.is_valid(), form.errors
    assert form.fact.codes == (
        Code(kind=CodeKind.STEP, code="moratorium", trigger="a moratorium"),
        Code(kind=CodeKind.CONDITION, code="reciprocity", target="DZA", expires=PartialDate.parse("2020")),
    )


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"said": "31 February 2018"}, "said"),
        ({"said": ""}, "said"),
        ({"state": "XXX"}, "state"),
        ({"text": ""}, "text"),
        ({"text_kind": "summary"}, "summary"),
        ({"channel": "whisper"}, "channel"),
        ({"treaty": "nonesuch"}, "treaty"),
        ({"language": "Klingon"}, "language"),
        ({"text": "a\0b"}, "text"),
        ({"codes-0-code": "step:dancing", "codes-0-kept": "on"}, "codes"),
        ({"codes-0-code": "step:moratorium", "codes-0-target": "DZA", "codes-0-kept": "on"}, "codes"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_stays_typed(changed, field, choices):
    form = form_for("statement")(STATEMENT | changed, offered=choices)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert "letter of 21 August 2018" in str(form)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "ftp://a.org", "http:", "https://a b.org", "//a.org"]
)
def test_an_address_is_one_of_the_web(address, choices):
    form = form_for("source")({"title": "x", "kind": "statement", "grade": "official", "url": address}, offered=choices)
    assert "url" in form.errors


def test_a_kept_copy_cannot_be_named_by_hand(choices):
    told = {"title": "x", "kind": "statement", "grade": "official", "kept_sha256": "a" * 64}
    form = form_for("source")(told, offered=choices)
    assert form.is_valid(), form.errors
    assert form.fact.kept_sha256 == ""


def test_ballots_are_a_state_a_line(choices):
    told = {"treaty": "apmbc", "body": "plenary", "session": "80", "symbol": "A/RES/80/1", "voted": "2025-12-05"}
    form = fact_form(RollCall)(told | {"ballots": "Morocco: in favour\nCUB\tabstained"}, offered=choices)
    assert form.is_valid(), form.errors
    assert form.fact.ballots == (("CUB", Ballot.ABSTAINED), ("MAR", Ballot.IN_FAVOUR))
    assert "ballots" in fact_form(RollCall)(told | {"ballots": "Atlantis: in favour"}, offered=choices).errors
    assert (
        "ballots" in fact_form(RollCall)(told | {"ballots": "Cuba: in favour\nCuba: against"}, offered=choices).errors
    )


def test_attendance_names_its_occasion_unless_there_was_none(choices):
    told = {"treaty": "apmbc", "state": "MAR", "claim": "took_part", "basis": "participants"}
    assert "occasion" in fact_form(Attendance)(told, offered=choices).errors
    assert fact_form(Attendance)(told | {"occasion": "16MSP", "spoke": "True"}, offered=choices).is_valid()


@pytest.mark.parametrize(
    "date", ["2018-08-21", "[2026-01-12..2026-11-22]", "1987/..", "{2010,2012}", "198X", "2018-03/2018-05"]
)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_date_in_a_field_is_read_back(date, language):
    with override(language):
        assert understood(written(PartialDate.parse(date))) == PartialDate.parse(date)


def test_a_date_is_echoed_while_it_is_typed(client_of):
    drafter = client_of("drafter")
    answer = drafter.get("/workspace/facts/date/", {"field": "said", "said": "21.08.2018"})
    assert answer.content.decode() == "Read as 21 August 2018"
    assert "32" in drafter.get("/workspace/facts/date/", {"field": "said", "said": "32 August 2018"}).content.decode()
    hostile = drafter.get("/workspace/facts/date/", {"field": "x", "x": "<script>alert(1)</script>"})
    assert "<script" not in hostile.content.decode()
    assert echoed("") == ""


def test_a_correction_asks_for_a_reason_and_its_version(choices):
    row = MODEL_OF_FACT[Statement].objects.order_by("id").first()
    form = CorrectionForm.of_version(row, offered=choices)
    assert "reason" in CorrectionForm.of_version(row, sent(form), offered=choices).errors
    again = CorrectionForm.of_version(row, sent(form) | {"reason": "a misprint"}, offered=choices)
    assert again.is_valid(), again.errors
    assert again.around()["expected_version"] == 1
    assert again.around()["source"] == row.source
