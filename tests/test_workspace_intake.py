"""Taking in: a paper becomes proposals to choose from, a pasted sheet a preview; what is ticked is recorded, and nothing else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.accounts.actor import operator
from accede.evidence.models import AttendanceVersion, ReportVersion, StatementVersion
from accede.evidence.queries import roll_calls
from accede.intake.accept import accept
from accede.intake.compare import Verdict
from accede.records import kept
from accede.records.current import current
from accede.records.lock import head
from accede.records.models import SourceVersion
from accede.records.values import Source, View
from accede.records.verify import verify
from accede.records.write import writing
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

pytestmark = pytest.mark.usefixtures("register")

START = "/workspace/intake/"
REPORTS = b"""State,Date of submission,Year covered,Type
Palau,28 April 2031,2030,annual
Fiji,2 May 2031,2030,annual
Atlantis,2 May 2031,2030,annual
"""
VOTE = {
    "about-body": "plenary", "about-session": "86", "about-voted": "3 December 2031", "about-symbol": "A/RES/86/40",
    "about-stated_in_favour": "2", "about-stated_abstained": "1",
    "source-title": "Voting record of A/RES/86/40", "source-url": "https://digitallibrary.un.org/record/1",
    "source-issued": "3 December 2031", "source-grade": "un", "source-classification": "public",
}  # fmt: skip


def now():
    return View(as_of=date.max, known_on=datetime.now(UTC))


def uploaded(client, content=REPORTS, name="reports.csv"):
    return client.post(START, {"file": SimpleUploadedFile(name, content)})


def asked(page):
    """What a browser would send from the form of a page that is asked for the first time: the ticks, and its fields."""
    form = page.context["page"].form
    fields = {name: form[name].value() or "" for name in form.fields}
    if fields.get("issued"):
        fields["issued"] = fields["issued"].edtf
    return {**fields, "take": ticked(page), "offered": page.context["page"].offered}


def ticked(page):
    return re.findall(r'name="take" value="([^"]+)"[^>]* checked', page.content.decode())


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


def test_a_paper_is_read_chosen_from_and_recorded(drafter):
    to = uploaded(drafter)
    assert to.status_code == 303
    page = drafter.get(to["Location"])
    told = page.context["page"]
    assert (told.kind, [group.verdict for group in told.groups]) == ("table of the secretariat", ["new"])
    assert [one.text.startswith("Atlantis") for one in told.in_the_way] == [True]
    before = head()
    sent = asked(page) | {"classification": "states_parties", "title": "Reports of 2030", "do": "record"}
    refused = drafter.post(to["Location"], sent)
    assert (refused.status_code, head()) == (400, before)
    assert 'value="Reports of 2030"' in refused.content.decode()
    (palau, _) = ticked(page)
    done = drafter.post(to["Location"], sent | {"take": [palau], "skip": "on"}, follow=True)
    assert "1 proposal is recorded and waits for review." in done.content.decode()
    (report,) = current(ReportVersion, now(), state="PLW", covers="2030")
    assert report.classification is Classification.STATES_PARTIES
    assert report.recorded_by == "drafter"
    (source,) = current(SourceVersion, now(), key=report.source)
    assert (source.fact.title, source.classification) == ("Reports of 2030", Classification.STATES_PARTIES)
    assert kept.read("sources", source.fact.kept_sha256) == REPORTS
    assert current(ReportVersion, now(), state="FJI", covers="2030") == []
    assert [group.verdict for group in done.context["page"].groups] == ["new", "same"]
    assert verify().ok


def test_the_ticks_of_a_group_are_changed_by_the_server_and_nothing_is_recorded(drafter):
    address = uploaded(drafter)["Location"]
    page = drafter.get(address)
    before = head()
    none = drafter.post(address, asked(page) | {"select": "new:none", "title": "As typed"})
    assert (ticked(none), head()) == ([], before)
    assert 'value="As typed"' in none.content.decode()
    assert len(ticked(drafter.post(address, asked(none) | {"select": "new:all"}))) == 2


def test_what_somebody_recorded_meanwhile_is_told_and_nothing_is_recorded(drafter, tmp_path):
    address = uploaded(drafter)["Location"]
    sent = asked(drafter.get(address)) | {"do": "record", "skip": "on", "classification": "public"}
    (tmp_path / "r.csv").write_bytes(REPORTS.replace(b"Atlantis,2 May 2031,2030,annual\n", b""))
    accept(tmp_path / "r.csv", "apmbc", actor=operator("ana"))
    before = head()
    answer = drafter.post(address, sent)
    assert answer.status_code == 409
    assert "changed since you looked" in answer.content.decode()
    assert head() == before
    assert [group.verdict for group in answer.context["page"].groups] == ["same"]


def test_the_same_file_is_the_same_source_whatever_its_key(drafter):
    copy = kept.keep("sources", REPORTS)
    source = Source(title="Held before", kind=SourceKind.DATA_SET, grade=SourceGrade.ORGAN, kept_sha256=copy)
    with writing("ana", "record") as write:
        write.record("held-before", source, source="")
    address = uploaded(drafter)["Location"]
    page = drafter.get(address)
    assert page.context["page"].source_title == "Held before"
    drafter.post(address, asked(page) | {"do": "record", "skip": "on"})
    assert {one.source for one in current(ReportVersion, now(), covers="2030")} == {"held-before"}


def test_a_source_is_chosen_by_its_key(drafter):
    copy = kept.keep("sources", REPORTS)
    source = Source(
        title="Kept", kind=SourceKind.DATA_SET, grade=SourceGrade.ORGAN, kept_sha256=copy, note="imported from r.csv"
    )
    with writing("ana", "record") as write:
        write.record("kept-one", source, source="", classification=Classification.ISU)
    assert "Kept" in drafter.get(START).content.decode()
    assert drafter.get(f"{START}source/kept-one", follow=True).context["page"].groups[0].number == 2
    assert drafter.get(f"{START}?source=kept-one").status_code == 303
    assert drafter.get(f"{START}source/17msp-status-paper").status_code == 404


def test_a_copy_is_for_whom_took_it_in_and_for_those_who_may_read_its_source(drafter, client_of):
    copy = kept.keep("sources", REPORTS)
    source = Source(title="Of the ISU", kind=SourceKind.DATA_SET, grade=SourceGrade.ORGAN, kept_sha256=copy)
    with writing("ana", "record") as write:
        write.record("of-the-isu", source, source="", classification=Classification.ISU)
    clearer = client_of("clearer")
    assert clearer.get(f"{START}source/of-the-isu").status_code == 404
    assert "Of the ISU" not in clearer.get(START).content.decode()
    theirs = uploaded(drafter)["Location"]
    assert clearer.get(theirs).status_code == 404
    assert drafter.get(f"{START}read/{copy}/").status_code == 404
    assert drafter.get(theirs.replace("read/", "read/x")).status_code == 404


def test_what_a_person_may_not_read_does_not_show_in_what_is_the_same(drafter, client_of):
    first = uploaded(drafter)["Location"]
    drafter.post(first, asked(drafter.get(first)) | {"do": "record", "skip": "on", "classification": "isu"})
    assert len(current(ReportVersion, now(), covers="2030")) == 2
    clearer = client_of("clearer")
    address = uploaded(clearer)["Location"]
    page = clearer.get(address)
    assert [group.verdict for group in page.context["page"].groups] == ["new"]
    clearer.post(address, asked(page) | {"do": "record", "skip": "on", "classification": "presidency"})
    held = current(ReportVersion, now(), covers="2030")
    assert sorted(one.classification for one in held) == ["isu", "isu", "presidency", "presidency"]
    assert len({one.key for one in held}) == 4


def test_nobody_records_in_a_class_that_is_not_theirs(client_of):
    clearer = client_of("clearer")
    address = uploaded(clearer)["Location"]
    before = head()
    answer = clearer.post(
        address, asked(clearer.get(address)) | {"do": "record", "skip": "on", "classification": "isu"}
    )
    assert (answer.status_code, head()) == (400, before)
    for role in ("member", "publisher", "administrator"):
        assert client_of(role).get(START).status_code == 403


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "empty.txt"), (b"\x89PNG\r\n", "a.png"), (b"MZ", "../../a.exe"), (b"Good morning, all.", "a.txt")],
)
def test_a_file_that_is_no_paper_is_told_with_what_to_do(drafter, content, name):
    answer = drafter.post(START, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 400
    assert answer.context["page"].error.remedy
    assert drafter.post(START, {}).status_code == 400


@pytest.mark.shared
def test_a_status_paper_of_seven_hundred_proposals_fits_a_form(drafter, shared):
    content = (shared / "documents" / "000_144bfe5992db99ac.txt").read_bytes()
    address = uploaded(drafter, content, "paper.txt")["Location"]
    page = drafter.get(address)
    told = page.context["page"]
    assert {group.verdict: group.number for group in told.groups}["completes"] == 37
    assert len(re.findall(r"<input|<select", page.content.decode())) < 900
    statements = [one for one in ticked(page) if one.endswith(Verdict.COMPLETES.value)]
    done = drafter.post(address, asked(page) | {"do": "record", "skip": "on", "take": statements[:2]}, follow=True)
    assert "2 proposals are recorded" in done.content.decode()
    assert len([one for one in current(StatementVersion, now()) if one.version == 2]) == 2


def pasted(client, kind, text, **sent):
    return client.post(f"{START}paste/{kind}/", {"text": text, "do": "read", **sent})


def recorded(client, kind, page, text, **sent):
    told = {"take": ticked(page), "offered": page.context["page"].preview.offered}
    return client.post(f"{START}paste/{kind}/", {"text": text, **told, "do": "record", **sent})


def test_a_roll_call_is_pasted_resolved_previewed_and_recorded(drafter):
    text = "State\tVote\nAlbania\tY\nCubaa\tA\nPerou\tY"
    before = head()
    first = pasted(drafter, "roll-call", text, **VOTE)
    assert [(one.name, one.line) for one in first.context["page"].preview.unknown] == [("Cubaa", 3)]
    assert first.context["page"].preview.unknown[0].likely[0].iso3 == "CUB"
    assert "differs by 1" in first.content.decode()
    blocked = recorded(drafter, "roll-call", first, text, **VOTE)
    assert (blocked.status_code, head()) == (400, before)
    meant = {"unknown-1": "Cubaa", "meant-1": "CUB"}
    second = pasted(drafter, "roll-call", text, **VOTE, **meant)
    preview = second.context["page"].preview
    assert [(group.title, group.number) for group in preview.ballots] == [("New ballots", 3)]
    assert not preview.totals_differ
    done = recorded(drafter, "roll-call", second, text, **VOTE, **meant)
    assert done.status_code == 303
    (call,) = [one for one in roll_calls(now(), treaty="apmbc") if one.fact.session == 86]
    assert dict(call.fact.ballots) == {"ALB": Ballot.IN_FAVOUR, "CUB": Ballot.ABSTAINED, "PER": Ballot.IN_FAVOUR}
    (source,) = current(SourceVersion, now(), key=call.source)
    assert kept.read("sources", source.fact.kept_sha256).decode() == text
    assert (source.fact.title, source.fact.issued.edtf) == ("Voting record of A/RES/86/40", "2031-12-03")
    again = pasted(drafter, "roll-call", text, **VOTE, **meant)
    assert not again.context["page"].preview.may_record
    assert verify().ok


def test_a_ballot_in_conflict_is_shown_beside_what_is_held_and_recorded_only_if_ticked(drafter):
    (held,) = [one for one in roll_calls(now(), treaty="apmbc") if (one.fact.body, one.fact.session) == ("plenary", 72)]
    about = VOTE | {"about-session": "72", "about-voted": "4 December 2017", "about-symbol": "A/RES/72/53"}
    about |= {"about-stated_in_favour": "", "about-stated_abstained": ""}
    text = "Albania\tN\nAlgeria\tY"
    page = pasted(drafter, "roll-call", text, **about)
    conflict, same = page.context["page"].preview.ballots
    assert [(line.state, line.ballot, line.held) for line in conflict.lines] == [("Albania", "against", "in favour")]
    assert same.number == 1
    assert ticked(page) == []
    assert recorded(drafter, "roll-call", page, text, **about).status_code == 400
    (value,) = re.findall(r'name="take" value="([^"]+)"', page.content.decode())
    recorded(drafter, "roll-call", page, text, **about | {"take": value})
    calls = [one for one in roll_calls(now(), treaty="apmbc") if (one.fact.body, one.fact.session) == ("plenary", 72)]
    assert len(calls) == 2
    assert held.key in {one.key for one in calls}


def test_totals_that_differ_in_the_source_are_recorded_only_if_a_person_says_so(drafter):
    text = "Albania\tY\nCuba\tA"
    page = pasted(drafter, "roll-call", text, **VOTE)
    assert recorded(drafter, "roll-call", page, text, **VOTE).status_code == 400
    assert recorded(drafter, "roll-call", page, text, **VOTE, despite="on").status_code == 303


def test_a_text_that_was_changed_after_the_preview_is_shown_again(drafter):
    page = pasted(drafter, "roll-call", "Albania\tY\nPeru\tY\nCuba\tA", **VOTE)
    before = head()
    answer = recorded(drafter, "roll-call", page, "Albania\tN\nPeru\tY\nCuba\tA", **VOTE, despite="on")
    assert (answer.status_code, head()) == (409, before)


def test_what_was_typed_stays_where_something_is_wrong(drafter):
    wrong = VOTE | {"about-voted": "31 February 2031", "source-url": "javascript:alert(1)"}
    answer = pasted(drafter, "roll-call", "Albania\tY", **wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "31 February 2031" in page
    assert "Albania\tY" in page
    assert recorded_nothing(drafter, wrong)


def recorded_nothing(client, wrong):
    before = head()
    client.post(f"{START}paste/roll-call/", {"text": "Albania\tY", "do": "record", **wrong})
    return head() == before


def test_participants_and_reports_are_pasted_and_chosen_one_by_one(drafter):
    source = {name: value for name, value in VOTE.items() if name.startswith("source-")}
    about = source | {"about-occasion": "16MSP", "about-basis": "report"}
    text = "Palau\nTuvalu\nKiribati"
    page = pasted(drafter, "participants", text, **about)
    one, *_ = ticked(page)
    count = len(current(AttendanceVersion, now(), occasion="16MSP"))
    assert recorded(drafter, "participants", page, text, **about | {"take": one}).status_code == 303
    assert len(current(AttendanceVersion, now(), occasion="16MSP")) == count + 1
    about = source | {"about-covers": "2030", "about-duty": "annual"}
    text = "Palau\t28 April 2031\nFiji\tno"
    page = pasted(drafter, "reports", text, **about)
    assert recorded(drafter, "reports", page, text, **about).status_code == 303
    assert len(current(ReportVersion, now(), covers="2030")) == 2


def test_text_of_a_paste_is_text_and_never_markup(drafter):
    text = "<script>alert(1)</script>\tY\nCuba\tA\nPeru\tY"
    page = pasted(drafter, "roll-call", text, **VOTE).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_cannot_be_pasted_is_not_there(drafter):
    assert drafter.get(f"{START}paste/statements/").status_code == 404
    for kind in ("roll-call", "participants", "reports"):
        assert drafter.get(f"{START}paste/{kind}/").status_code == 200
