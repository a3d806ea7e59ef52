"""Administration in the workspace: accounts, vocabularies, treaties' files, the audit trail, jobs, backups, health."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines

from accede.accounts.actor import Actor, operator
from accede.accounts.models import AccountEntry, Invitation, User
from accede.accounts.policy import Role
from accede.accounts.terms import roles_of
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.records import jobs
from accede.records.lock import head
from accede.records.models import MODEL_OF_FACT, AuditEntry, Job
from accede.records.reference import Reference, newest
from accede.records.retract import retract
from accede.records.reviewing import Stage, stages
from accede.register.keep_vocabulary import keep, name_key
from accede.register.models import NameVersion, OccasionVersion, TreatyVersion
from accede.register.take_back_vocabulary import take_back
from accede.register.values import TreatyText
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import NameForm, StateName
from accede.workspace.work import kind_named
from accede.workspace.work.backup import folder as backup_folder
from people import PASSWORD
from test_pages import Misspelt

pytestmark = pytest.mark.usefixtures("register", "people")

HERE = "/workspace/administration/"
SOURCE = "17msp-status-paper"
ADAM = Actor("adam", frozenset({Role.ADMINISTRATOR}))
TODAY = datetime.now(UTC).date()


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def admin(client_of):
    return client_of("administrator")


def text(response):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def sent(client, path, **fields):
    """The page after a form was sent; it must have been taken."""
    response = client.post(path, fields, follow=True)
    assert response.redirect_chain, re.findall(
        r'class="errorlist[^<]*<[^>]+>[^<]*|role="alert"[^<]*', response.content.decode()
    )
    return text(response)


# Accounts


def test_an_invitation_is_made_and_shown_once_and_can_be_withdrawn(admin):
    form = {"email": "eva@example.org", "roles": ["drafter"], "presidency": "Norway 2026", "until": "2099-12-31"}
    page = admin.post(f"{HERE}accounts/invite/", form)
    link = re.search(r'value="(http[^"]+/invitation/[^"]+)"', page.content.decode())[1]
    assert page.wsgi_request.get_host() in link
    listed = admin.get(f"{HERE}accounts/")
    assert "eva@example.org" in text(listed)
    assert link.rpartition("/invitation/")[2] not in listed.content.decode()
    invitation = Invitation.objects.get()
    assert "is withdrawn" in sent(admin, f"{HERE}accounts/invitations/{invitation.pk}/withdraw/")


def test_an_invitation_that_cannot_be_is_told_with_what_was_typed(admin):
    page = admin.post(f"{HERE}accounts/invite/", {"email": "drafter@example.org", "roles": ["reviewer"]})
    assert page.status_code == 400
    assert "has an account" in text(page)
    assert 'value="drafter@example.org"' in page.content.decode()


def test_a_term_is_granted_and_ended_with_a_reason(admin, people):
    here = f"{HERE}accounts/of/drafter/"
    assert "is granted" in sent(admin, here, roles=["reviewer"], ends="2099-01-01")
    assert roles_of(User.objects.get(username="drafter"), TODAY) == {Role.DRAFTER, Role.REVIEWER}
    assert "runs then already" in text(admin.post(here, {"roles": ["reviewer"]}))
    term = people["drafter"].terms.get(role="reviewer")
    assert admin.post(f"{here}terms/{term.pk}/end/", {"why": " "}).status_code == 409
    assert "is ended" in sent(admin, f"{here}terms/{term.pk}/end/", why="Another task.")
    assert "Another task." in text(admin.get(here))
    assert admin.post(f"{HERE}accounts/of/reviewer/terms/{term.pk}/end/", {"why": "x"}).status_code == 409


def test_an_account_is_locked_unlocked_signed_out_and_given_a_new_factor(admin, client_of, people):
    here, other = f"{HERE}accounts/of/drafter/", client_of("drafter")
    assert other.get("/workspace/").status_code == 200
    assert "is locked" in sent(admin, f"{here}lock/", why="A lost laptop.")
    assert other.get("/workspace/").status_code == 302
    assert "can sign in again" in sent(admin, f"{here}unlock/")
    assert "second factor" in sent(admin, f"{here}reset-second-factor/")
    assert "are ended" in sent(admin, f"{here}end-sessions/")
    happened = list(AccountEntry.objects.filter(account="drafter").order_by("pk").values_list("happening", flat=True))
    assert happened == ["locked", "unlocked", "factors_reset", "sessions_ended"]
    assert admin.post(f"{HERE}accounts/of/administrator/lock/", {"why": "x"}).status_code == 409


def test_an_account_gets_another_address_and_no_mail_without_one(admin, people):
    here = f"{HERE}accounts/of/drafter/address/"
    User.objects.update(wants_digest=True)
    assert "is kept" in sent(admin, here, email="dora@example.org")
    for wrong in ("dora", "REVIEWER@example.org"):
        assert admin.post(here, {"email": wrong}).status_code == 409
    assert User.objects.get(username="drafter").email == "dora@example.org"
    sent(admin, here, email="")
    assert not User.objects.get(username="drafter").wants_digest


def test_a_presidency_ends_in_one_step_when_everything_was_looked_at(admin, people):
    here = f"{HERE}accounts/presidency/Norway%202026/"
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"))
    record(Actor("clearer", frozenset({Role.CLEARER})), "check/1", looked, source=SOURCE)
    page = text(admin.get(here))
    assert "clearer" in page
    ticks = ["drafts", "letters", "papers", "handover", "threads", "next"]
    refused = admin.post(here, {"checked": ticks[:-1], "why": "24MSP"})
    assert refused.status_code == 400
    assert roles_of(people["clearer"], TODAY)
    assert "Its records stay" in sent(admin, here, checked=ticks, why="Hand-over at the 24MSP")
    assert not roles_of(User.objects.get(username="clearer"), TODAY)
    assert newest("check", "check/1").recorded_by == "clearer"
    assert admin.get(here).status_code == 404


# Names of States


def name(text="Kingdom of Armenia", **further):
    return StateName(**{"state": "ARM", "language": "en", "form": NameForm.ALIAS, "text": text} | further)


def test_another_spelling_is_added_waits_for_acceptance_and_is_taken_back(admin):
    here = f"{HERE}names/of/ARM/"
    form = {"text": "Republik Armenien", "language": "en", "form": "alias", "source": SOURCE, "since": "1991"}
    assert "is added" in sent(admin, here, **form, state="LAO")
    key = "ARM/en/alias/Republik Armenien/1991"
    row = NameVersion.objects.get(key=key)
    assert (row.state, row.recorded_by) == ("ARM", "administrator")
    assert stages([Reference("name", key, 1)])[Reference("name", key, 1)].stage is Stage.PENDING
    assert "Republik Armenien" in text(admin.get(f"{HERE}names/?q=armenien"))
    assert "is taken back" in sent(admin, f"{here}take-back/", key=key, version="1", reason="It is German.")
    assert stages([Reference("name", key, 1)])[Reference("name", key, 1)].stage is Stage.RETRACTED
    assert admin.post(f"{HERE}names/of/LAO/take-back/", {"key": key, "version": "1"}).status_code == 404


def test_a_name_gets_its_last_day_when_the_next_one_is_added(admin):
    here = f"{HERE}names/correct/ARM/en/short/Armenia"
    form = {"text": "Armenia", "language": "en", "form": "short", "until": "2030-05-01", "source": SOURCE}
    assert admin.post(here, {**form, "expected_version": "1"}).status_code == 400
    assert "is corrected" in sent(admin, here, **form, expected_version="1", reason="Another name since.", state="LAO")
    row = newest("name", "ARM/en/short/Armenia")
    assert (row.version, row.state, row.until) == (2, "ARM", "2030-05-01")
    assert "until 1 May 2030" in text(admin.get(f"{HERE}names/of/ARM/"))
    assert admin.get(f"{HERE}names/correct/ARM/en/short/Nothing").status_code == 404


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (name("Azerbaijan"), "at the same time"),
        (name("—"), "no name"),
        (name(" Hayastan"), "no name"),
        (name("x" * 200), "no name"),
        (name(language="de"), "six official"),
        (name(since=PartialDate.parse("2001"), until=PartialDate.parse("1999")), "until before"),
    ],
)
def test_a_name_that_cannot_be_is_refused(given, why):
    before = head()
    with pytest.raises(Refused, match=why):
        keep(ADAM, name_key(given), given, source=SOURCE)
    assert head() == before


def test_a_name_of_a_state_or_a_source_that_is_not_held_is_refused():
    with pytest.raises(UnknownName, match="State"):
        keep(ADAM, "XXX/en/alias/Nowhere", name("Nowhere", state="XXX"), source=SOURCE)
    with pytest.raises(UnknownName, match="source"):
        keep(ADAM, name_key(name()), name(), source="no-such-source")


def test_vocabularies_are_for_administrators_alone():
    dora = Actor("dora", frozenset(Role) - {Role.ADMINISTRATOR})
    with pytest.raises(NotAllowed):
        keep(dora, name_key(name()), name(), source=SOURCE)
    with pytest.raises(NotAllowed):
        take_back(dora, Reference("name", "ARM/en/short/Armenia", 1), reason="x")
    with pytest.raises(Refused):
        take_back(ADAM, Reference("treaty", "apmbc", 1), reason="x")


# Occasions


def occasion(**further):
    return {"kind": "MSP", "treaty": "apmbc", "name": "30MSP", "title": "Thirtieth Meeting", "source": SOURCE} | further


def test_an_occasion_is_added_and_corrected_and_the_second_of_two_editors_sees_both(admin):
    assert "is added" in sent(admin, f"{HERE}occasions/add/", key="30MSP", **occasion(starts="2032-11-22"))
    assert "30MSP" in text(admin.get(f"{HERE}occasions/"))
    assert "in the register already" in text(admin.post(f"{HERE}occasions/add/", {"key": "30MSP", **occasion()}))
    here = f"{HERE}occasions/correct/30MSP"
    assert 'name="expected_version" value="1"' in admin.get(here).content.decode()
    changed = occasion(city="Geneva", expected_version="1", reason="The place is known.")
    assert "is corrected" in sent(admin, here, **changed)
    late = admin.post(here, occasion(city="Vienna", expected_version="1", reason="Another place."))
    assert late.status_code == 409
    assert 'value="Vienna"' in late.content.decode()
    assert "The place is known." in text(late)
    row = newest("occasion", "30MSP")
    assert (row.version, row.city) == (2, "Geneva")
    assert OccasionVersion.objects.filter(key="30MSP").count() == 2


# Treaties


@pytest.fixture
def file():
    """The file of the default treaty."""
    return newest("treaty", "apmbc").definition


def test_a_treaty_that_is_not_right_is_told_where_and_nothing_is_recorded(admin, file):
    wrong = file.replace('open_to = "all_states"', 'open_to = "everybody"')
    assert wrong != file
    page = admin.post(f"{HERE}treaties/of/apmbc/", {"definition": wrong, "look": "1"})
    assert page.status_code == 400
    assert "apmbc.toml: membership.open_to" in text(page)
    assert "everybody" in text(page)
    assert newest("treaty", "apmbc").version == 1


def test_a_new_version_is_looked_through_with_its_difference_and_recorded_with_a_reason(admin, file):
    here = f"{HERE}treaties/of/apmbc/"
    changed = file.rstrip("\n") + "\n# A remark.\n"
    page = admin.post(here, {"definition": changed, "look": "1"})
    assert page.status_code == 200
    assert "<ins>+# A remark.</ins>" in page.content.decode()
    around = {"record": "1", "source": SOURCE, "expected_version": "1"}
    assert admin.post(here, {"definition": changed, **around}).status_code == 400
    assert newest("treaty", "apmbc").version == 1
    assert "is recorded" in sent(admin, here, definition=changed, reason="A remark.", **around)
    row = newest("treaty", "apmbc")
    assert (row.version, row.definition, row.recorded_by) == (2, changed, "administrator")
    late = admin.post(here, {"definition": file, "reason": "Back.", **around})
    assert "meanwhile" in text(late)


def test_a_new_treaty_is_an_uploaded_file(admin, file):
    other = file.replace('key = "apmbc"', 'key = "new-ban"', 1)
    upload = SimpleUploadedFile("new.toml", other.encode())
    page = admin.post(f"{HERE}treaties/add/", {"key": "other", "file": upload, "source": SOURCE})
    assert "the file is of new-ban" in text(page).lower()
    upload = SimpleUploadedFile("new.toml", other.encode())
    assert "is added" in sent(admin, f"{HERE}treaties/add/", key="new-ban", file=upload, source=SOURCE)
    assert "NEW-BAN" in text(admin.get(f"{HERE}treaties/"))


@pytest.mark.parametrize("given", [b"\xff\xfe", b"", b"<script>alert(1)</script>", b"a = " + b"[" * 5000])
def test_a_hostile_file_is_refused_in_a_sentence(admin, given):
    page = admin.post(
        f"{HERE}treaties/add/", {"key": "bad", "file": SimpleUploadedFile("x.toml", given), "source": SOURCE}
    )
    assert page.status_code == 400
    assert b"<script>alert" not in page.content
    assert not TreatyVersion.objects.filter(key="bad").exists()


def test_a_file_of_another_treaty_is_not_kept(file):
    with pytest.raises(Unreadable, match="is of apmbc"):
        keep(ADAM, "ccm2", TreatyText(name="x", definition=file), source=SOURCE)


# The audit trail


@pytest.fixture
def recorded():
    """Two entries: one that a spreadsheet would calculate, one for the ISU."""
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"))
    record(operator("=ana"), "check/1", looked, source=SOURCE)
    record(operator("ben"), "check/2", looked, source=SOURCE, classification=Classification.ISU)
    return head().number


def test_the_trail_tells_nobody_why_something_was_done_that_is_for_others(admin, recorded):
    retract(operator("ben"), Reference("check", "check/2", 1), reason="a zqsecret of the unit")
    newest = head().number
    for page in ("audit/", f"audit/{newest}/", "audit/?q=zqsecret"):
        told = text(admin.get(f"{HERE}{page}"))
        assert "a zqsecret of the unit" not in told
    assert "No entry answers" in text(admin.get(f"{HERE}audit/?q=zqsecret"))
    exported = b"".join(admin.get(f"{HERE}audit/export.csv").streaming_content)
    assert b"zqsecret" not in exported
    assert b"for other readers only" in exported


def test_the_trail_is_searched_and_each_entry_leads_to_its_rows(admin, recorded):
    page = text(admin.get(f"{HERE}audit/"))
    assert "Nobody has checked the chain from here yet." in page
    found = text(admin.get(f"{HERE}audit/?who=%3Dana"))
    assert "1 entries" in found or "1 entry" in found
    assert "No entry answers" in text(admin.get(f"{HERE}audit/?q=nothing+like+it"))
    assert "No entry answers" in text(admin.get(f"{HERE}audit/?until=2001-01-01"))
    page = admin.get(f"{HERE}audit/{recorded - 1}/")
    assert "/workspace/record" in page.content.decode()
    assert "check/1" in text(page)
    assert "(holds)" in text(page)
    hidden = text(admin.get(f"{HERE}audit/{recorded}/"))
    assert "check/2" not in hidden
    assert "only" in hidden
    assert admin.get(f"{HERE}audit/999999999/").status_code == 404
    assert admin.get(f"{HERE}audit/99999999999999999999/").status_code == 404
    assert admin.get(f"{HERE}audit/?since=never&who=nobody&before=x").status_code == 200


def test_the_trail_is_taken_along_without_formulas(admin, recorded):
    response = admin.get(f"{HERE}audit/export.csv?since={TODAY - timedelta(1)}")
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert [row["actor"] for row in rows][-2:] == ["'=ana", "ben"]
    assert rows[-1]["hash"] == head().hash
    assert "attachment" in response["Content-Disposition"]


def test_the_log_of_accounts_is_searched(admin):
    sent(admin, f"{HERE}accounts/of/drafter/lock/", why="A lost laptop.")
    assert "A lost laptop." in text(admin.get(f"{HERE}accounts-log/?account=draft&what=locked"))
    assert "Nothing answers" in text(admin.get(f"{HERE}accounts-log/?what=unlocked"))


# Jobs, backups, publication


def test_work_is_asked_for_seen_cancelled_and_asked_for_again(admin, client_of):
    page = sent(admin, f"{HERE}jobs/ask/verify/")
    assert "Nobody works" in page
    job = Job.objects.get()
    assert client_of("drafter").get(f"/workspace/jobs/{job.pk}/").status_code == 404
    assert "Nothing waits or runs." in text(client_of("drafter").get("/workspace/jobs/"))
    held = jobs.claim("first", ["verify"], datetime.now(UTC))
    jobs.renew(held, datetime.now(UTC), message="rows", done=5, of=9)
    part = admin.get(f"/workspace/jobs/{job.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert '<progress value="5" max="9"' in part
    assert "<html" not in part
    assert "being stopped" in sent(admin, f"/workspace/jobs/{job.pk}/cancel/")
    jobs.end_unwanted(held, datetime.now(UTC))
    sent(admin, f"/workspace/jobs/{job.pk}/again/")
    assert list(Job.objects.order_by("pk").values_list("state", flat=True)) == ["cancelled", "waiting"]
    assert admin.post(f"{HERE}jobs/ask/publish/").status_code == 404


def test_what_a_check_found_is_told_with_the_trail(admin):
    kind = kind_named("verify")
    jobs.ask(ADAM, kind, kind.arguments())
    found = kind.results(
        ok=False, number=2, problems=("A row was changed.",), chain_number=0, chain_hash="", at=datetime.now(UTC)
    )
    held = jobs.claim("first", ["verify"], datetime.now(UTC))
    jobs.finish(held, datetime.now(UTC), msgspec.json.encode(found).decode())
    for page in ("audit/", "health/", "", f"/workspace/jobs/{held.pk}/"):
        path = page if page.startswith("/") else HERE + page
        assert "The register is damaged: 2 problems found. A row was changed." in text(admin.get(path))


def test_a_backup_is_taken_away_by_who_has_just_proved_who_they_are(admin, settings, tmp_path):
    settings.ACCEDE_HOME = tmp_path
    backup_folder().mkdir()
    (backup_folder() / "accede-20261123T120000Z.zip").write_bytes(b"PK backup")
    (tmp_path / "secret-key").write_text("hidden")
    assert "23 November 2026, 12:00 UTC" in text(admin.get(f"{HERE}backups/"))
    here = f"{HERE}backups/accede-20261123T120000Z.zip"
    away = admin.get(here)
    assert away.status_code == 302
    assert away["Location"].startswith("/workspace/account/confirm/?next=")
    proved = admin.post(away["Location"], {"password": PASSWORD})
    assert proved["Location"] == here
    taken = admin.get(here)
    assert b"".join(taken.streaming_content) == b"PK backup"
    assert "no-store" in taken["Cache-Control"]
    assert "taken away" in AccountEntry.objects.latest("pk").details
    for other in ("..%2Fsecret-key", "accede-20261123T120001Z.zip", "secret-key"):
        assert admin.get(f"{HERE}backups/{other}").status_code == 404


def test_the_site_is_published_as_it_was_looked_at(client_of, settings, tmp_path):
    publisher = client_of("publisher")
    assert "ACCEDE_PUBLISH_DIR" in text(publisher.get("/workspace/publish/"))
    settings.ACCEDE_PUBLISH_DIR = str(tmp_path / "site")
    page = publisher.get("/workspace/publish/").content.decode()
    confirmed = re.search(r'name="confirmed" value="(\w+)"', page)[1]
    assert publisher.post("/workspace/publish/", {"confirmed": confirmed}).status_code == 409
    assert publisher.post("/workspace/publish/", {"confirmed": "other", "is_read": "1"}).status_code == 409
    assert not Job.objects.exists()
    assert "Publication of the site" in sent(publisher, "/workspace/publish/", confirmed=confirmed, is_read="1")
    assert confirmed in Job.objects.get().arguments
    assert client_of("administrator").get("/workspace/publish/").status_code == 403


# Health


def test_health_tells_what_needs_attention_and_no_secret(admin, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ana:hunter2@db/accede")
    monkeypatch.setenv("ACCEDE_SMTP", "smtp://ana:hunter2@mail")
    page = admin.get(f"{HERE}health/")
    assert "hunter2" not in page.content.decode()
    assert "Nobody works" in text(page)
    assert "Recorded rows cannot be changed or deleted." in text(page)
    jobs.appear("first", datetime.now(UTC))
    assert "1 worker is there." in text(admin.get(f"{HERE}health/"))


def test_machines_ask_without_a_session(client):
    for path in ("/healthz", "/readyz"):
        response = client.get(path)
        assert response.status_code == 200
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
    AuditEntry.objects.all()  # the register is here, and so it is ready
    assert client.get("/readyz").content == b"ready\n"


def test_a_register_of_another_version_is_not_ready(client):
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder.Migration.objects.filter(app="records", name="0002_jobs").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert b"this version" in response.content


# What a member is asked in the account page


def test_a_daily_mail_is_asked_for_in_the_account(client_of):
    drafter = client_of("drafter")
    assert "daily mail" in text(drafter.get("/workspace/account/"))
    sent(drafter, "/workspace/account/digest/", wanted="1")
    assert User.objects.get(username="drafter").wants_digest
    sent(drafter, "/workspace/account/digest/")
    assert not User.objects.get(username="drafter").wants_digest


PAGES = [
    "", "accounts/", "accounts/invite/", "accounts/of/drafter/", "names/", "names/of/LAO/", "occasions/", "occasions/add/",
    "occasions/correct/16MSP", "treaties/", "treaties/of/apmbc/", "treaties/add/", "audit/", "audit/1/", "accounts-log/",
    "backups/", "health/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_for_administrators_and_under_sixty_kilobytes(admin, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(
        56 + 2 * len(MODEL_OF_FACT)
    ):  # an entry of the trail looks at every kind of record
        page = admin.get(HERE + path)
    assert page.status_code == 200
    assert len(page.content) < 60_000


def test_pages_are_for_administrators_alone(client_of):
    for role in Role:
        if role is not Role.ADMINISTRATOR:
            client = client_of(role.value)
            assert {client.get(HERE + path).status_code for path in PAGES} == {403}


def test_shipped_files_of_treaties_are_held_as_they_are():
    shipped = Path(__file__).parents[1] / "src" / "accede" / "data" / "treaties" / "apmbc.toml"
    assert newest("treaty", "apmbc").definition == shipped.read_text(encoding="utf-8")
