"""Recording in the workspace: a passage fills the form, what was typed stays, a person accepts codes, words must stand there."""

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.accounts.actor import operator
from accede.evidence.models import CheckVersion, ConfirmationVersion, PracticeVersion, ReportVersion, StatementVersion
from accede.records.current import current
from accede.records.models import AuditEntry
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import Channel, TextKind
from accede.workspace.asking import view_of
from accede.workspace.facts.codes import CodeRow
from accede.workspace.models import Draft
from accede.workspace.recording.filling import Filling, fill

pytestmark = pytest.mark.usefixtures("register")

SPEECH = """Statement by Morocco

Sixteenth Meeting of the States Parties, Vienna, 19 December 2017

My delegation shares the humanitarian objectives of the Convention. We declared a moratorium on use.

Our neighbour Algeria has done the same.
"""


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


@pytest.fixture
def source(drafter) -> str:
    """The address of recording from a source that is kept."""
    file = SimpleUploadedFile("speech.txt", SPEECH.encode())
    return drafter.post("/workspace/sources/new/", {"file": file}).headers["Location"]


def fields(page: bytes) -> dict[str, str]:
    """What a browser would send of the form, which leaves out the line break at the beginning of a text field."""
    form = lxml.html.fromstring(page.decode()).get_element_by_id("recording")
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def fields_of_part(part: bytes) -> dict[str, str]:
    return fields(b'<form id="recording">' + part + b"</form>")


def recorded(model=StatementVersion) -> list:
    return [one for one in current(model, view_of(operator("ana"))) if one.recorded_by == "drafter"]


def taken(drafter, source, number="3") -> dict[str, str]:
    return fields(drafter.post(source, {**fields(drafter.get(source).content), "take": number}).content)


def test_a_statement_is_recorded_from_a_paragraph_without_scripts(drafter, source):
    form = taken(drafter, source)
    assert (form["state"], form["occasion"], form["said"]) == ("MAR", "16MSP", "19 December 2017")
    assert form["text"].startswith("My delegation shares")
    assert form["codes-0-code"].startswith("position:")
    answer = drafter.post(source, {**form, "codes-0-kept": "on"})
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("#p3")
    [one] = recorded()
    assert one.key == "apmbc/MAR/statement/1~2017-12-19-statement-by-morocco"
    fact = one.fact
    assert (fact.state, fact.occasion, fact.said) == ("MAR", "16MSP", PartialDate.parse("2017-12-19"))
    assert (fact.text_kind, fact.channel) == (TextKind.QUOTATION, Channel.STATEMENT)
    assert [code.code for code in fact.codes] == ["supports_humanitarian_objectives"]
    assert fact.anchor_suffix.startswith("Our neighbour")
    assert one.locator.endswith("paragraph 3")
    page = drafter.get(answer.headers["Location"]).content.decode()
    assert f'<a href="/workspace/records/statement/{one.key}"' in page
    assert fields(page.encode())["text"] == ""
    assert "paragraph prose recorded" in page


def test_a_code_that_nobody_accepts_is_not_recorded(drafter, source):
    drafter.post(source, taken(drafter, source))
    assert recorded()[0].fact.codes == ()


def test_what_was_typed_stays_when_another_passage_is_marked(drafter, source):
    form = taken(drafter, source) | {"citation": "As we cite it", "said": "December 2017"}
    again = fields(drafter.post(source, {**form, "take": "4"}).content)
    assert again["citation"] == "As we cite it"
    assert again["said"] == "December 2017"
    assert again["text"] == "Our neighbour Algeria has done the same."
    assert again["state"] == "MAR"


def test_a_script_gets_the_fields_alone(drafter, source):
    key = source.rpartition("/")[2]
    marked = {
        **fields(drafter.get(source).content),
        "first": "3",
        "last": "3",
        "exact": "We declared a moratorium on use.",
    }
    part = drafter.post(f"/workspace/recording/proposals/{key}?kind=statement", marked, headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    form = fields_of_part(part.content)
    assert form["text"] == "We declared a moratorium on use."
    assert form["anchor_prefix"].endswith("of the Convention. ")
    assert "step:moratorium" in part.content.decode()
    wrong = drafter.post(f"/workspace/recording/proposals/{key}", marked | {"exact": "We never said this."})
    assert wrong.status_code == 409


def test_words_that_do_not_stand_in_the_source_are_refused_and_stay_typed(drafter, source):
    entries = AuditEntry.objects.count()
    form = taken(drafter, source) | {"text": "My delegation loves the Convention."}
    answer = drafter.post(source, form)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "is not a passage of the source" in page
    assert fields(answer.content)["text"] == "My delegation loves the Convention."
    assert "paragraph prose" in page
    assert AuditEntry.objects.count() == entries
    answer = drafter.post(source, form | {"text_kind": "summary", "summary": "It loves it.", "text": ""})
    assert answer.status_code == 303


def test_an_error_keeps_everything_typed(drafter, source):
    form = taken(drafter, source) | {"said": "the other day", "citation": "x <b>", "codes-0-kept": "on"}
    answer = drafter.post(source, form)
    assert answer.status_code == 400
    again = fields(answer.content)
    assert {name: again[name] for name in ("said", "citation", "codes-0-kept", "state", "text")} == {
        name: form[name] for name in ("said", "citation", "codes-0-kept", "state", "text")
    }
    assert "Write it like" in answer.content.decode()


def test_the_same_statement_is_not_recorded_twice(drafter, source):
    form = taken(drafter, source)
    drafter.post(source, form)
    again = drafter.post(source, form)
    assert again.status_code == 409
    assert "recorded from this source already" in again.content.decode()
    assert len(recorded()) == 1
    drafter.post(source, taken(drafter, source, "4") | {"state": "MAR"})
    assert sorted(one.fact.place for one in recorded()) == [1, 2]


def test_a_record_is_classed_as_its_source_and_nothing_wider_than_one_may(drafter, client_of):
    file = SimpleUploadedFile("speech.txt", SPEECH.encode())
    address = drafter.post("/workspace/sources/new/", {"file": file, "classification": "presidency"}).headers[
        "Location"
    ]
    form = taken(drafter, address)
    assert form["classification"] == "presidency"
    drafter.post(address, form)
    assert recorded()[0].classification is Classification.PRESIDENCY
    clearer = client_of("clearer")
    refused = clearer.post(address, {**taken(clearer, address, "4"), "classification": "isu"})
    assert refused.status_code == 400
    assert client_of("member").get(address).status_code == 403


def test_a_draft_is_kept_as_one_types_and_gone_when_it_is_recorded(drafter, source, client_of):
    key = source.rpartition("/")[2]
    form = taken(drafter, source) | {"citation": "half a cita"}
    said = drafter.post(f"/workspace/recording/draft/statement/?source={key}", form, headers={"HX-Request": "true"})
    assert said.content.decode().startswith("Kept as a draft on")
    page = drafter.get(source)
    assert fields(page.content)["citation"] == "half a cita"
    assert "Kept as a draft" in page.content.decode()
    assert "Statement by Morocco" in drafter.get("/workspace/recording/").content.decode()
    assert fields(client_of("reviewer").get(source).content).get("citation") is None
    drafter.post(source, fields(page.content) | {"citation": "The citation"})
    assert recorded()[0].fact.citation == "The citation"
    assert not Draft.objects.exists()


def test_a_draft_is_thrown_away(drafter, source):
    key = source.rpartition("/")[2]
    drafter.post(f"/workspace/recording/draft/statement/?source={key}", {"citation": "x"})
    drafter.post(f"/workspace/recording/discard/statement/?source={key}")
    assert not Draft.objects.exists()
    assert (
        drafter.post(f"/workspace/recording/draft/statement/?source={key}", {"text": "x" * 600_000}).status_code == 409
    )


@pytest.mark.parametrize(
    ("kind", "model", "told"),
    [
        ("confirmation", ConfirmationVersion, {"citation": "mail of 3 May 2021", "said": "3 May 2021"}),
        ("check", CheckVersion, {"checked": "2026-11-01"}),
        (
            "practice",
            PracticeVersion,
            {"kind": "use", "claim": "has_not", "status": "declared", "claimant": "MAR", "claimed": "2017"},
        ),
        ("report", ReportVersion, {"report_state": "submitted", "duty": "voluntary", "submitted": "2021"}),
    ],
)
def test_other_kinds_are_recorded_beside_the_source_and_without(kind, model, told, drafter, source):
    address = f"{source}?kind={kind}"
    form = taken(drafter, address)
    assert form["state"] == "MAR"
    assert drafter.post(address, {**form, **told}).status_code == 303
    alone = f"/workspace/recording/new/{kind}/"
    form = fields(drafter.get(alone, {"state": "CUB"}).content)
    assert form["state"] == "CUB"
    assert drafter.post(alone, {**form, **told, "source": "nonesuch"}).status_code == 400
    assert drafter.post(alone, {**form, **told, "source": "17msp-status-paper"}).status_code == 303
    assert [one.fact.state for one in recorded(model)] == ["MAR", "CUB"]


def test_a_statement_without_a_source_beside_it_is_a_summary(drafter):
    address = "/workspace/recording/statement/"
    form = fields(drafter.get(address, {"state": "CUB"}).content)
    told = {"said": "2020", "citation": "2020", "channel": "statement", "source": "17msp-status-paper"}
    quoted = drafter.post(
        "/workspace/recording/new/statement/", {**form, **told, "text_kind": "quotation", "text": "We cannot."}
    )
    assert "from a source that is kept" in quoted.content.decode()
    summary = {"text_kind": "summary", "summary": "It cannot."}
    assert drafter.post("/workspace/recording/new/statement/", {**form, **told, **summary}).status_code == 303
    assert recorded()[0].fact.summary == "It cannot."


def test_an_unknown_source_or_kind_is_not_there(drafter, source):
    assert drafter.get("/workspace/recording/from/nonesuch").status_code == 404
    assert drafter.get(f"{source}?kind=dance").status_code == 404
    assert drafter.get("/workspace/recording/new/statement/", {"source": "17msp-status-paper"}).status_code == 302
    page = drafter.get("/workspace/recording/from/17msp-status-paper").content.decode()
    assert "No copy of it is kept" in page
    assert drafter.post(source, {"take": "99"}).status_code == 409


def test_proposals_fill_what_nobody_typed():
    typed = {
        "state": "CUB",
        "was-state": "",
        "said": "2020",
        "was-said": "2020",
        "citation": "mine",
        "was-citation": "theirs",
    }
    proposed = Filling(
        {"state": "MAR", "said": "2021", "citation": "new", "occasion": "16MSP"},
        {"said": "May 2021"},
        (CodeRow(code="step:moratorium"), CodeRow(code="position:opposed")),
    )
    kept = (CodeRow(code="step:moratorium", is_kept=True), CodeRow(code="position:considering"))
    filled = fill(typed, kept, proposed, {})
    assert filled.values == {"state": "CUB", "said": "2021", "citation": "mine", "occasion": "16MSP"}
    assert filled.because == {"said": "May 2021", "occasion": ""}
    assert [(row.code, row.is_kept) for row in filled.codes] == [("step:moratorium", True), ("position:opposed", False)]
    later = fill({**filled.values, **{f"was-{name}": value for name, value in filled.was.items()}}, (), Filling(), {})
    assert later.values == {"state": "CUB", "said": "", "citation": "mine", "occasion": ""}
