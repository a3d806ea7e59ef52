"""One's own account: second factor, password, sessions, invitation, language."""

import json
import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accede.accounts.actor import operator
from accede.accounts.invite import invite
from accede.accounts.models import AccountEntry, Happening, User
from accede.accounts.policy import Role
from accede.accounts.reset_second_factor import reset_second_factor
from accede.workspace.account import urls
from people import PASSWORD, code_now

ACCOUNT = "/workspace/account/"
SIGN_IN = f"{ACCOUNT}sign-in/"
SECOND = f"{SIGN_IN}second-step/"
FACTORS = f"{ACCOUNT}second-factor/"
APPLICATION = f"{FACTORS}application/"
CODES = f"{FACTORS}recovery-codes/"
ANOTHER = "eight loud mountains"


@pytest.fixture(autouse=True)
def _attempts_forgotten():
    cache.clear()


@pytest.fixture
def signed_in(people):
    """A client that has just signed in as the drafter."""
    client = Client()
    client.post(SIGN_IN, {"login": "drafter", "password": PASSWORD})
    client.post(SECOND, {"code": code_now()})
    return client


@pytest.fixture
def fresh(people):
    """A client of the member, who has no second factor yet."""
    Authenticator.objects.filter(user=people["member"]).delete()
    client = Client()
    client.post(SIGN_IN, {"login": "member", "password": PASSWORD})
    return client


def page(client, path):
    """The text of a page that must be there."""
    answered = client.get(path)
    assert answered.status_code == 200, answered.headers.get("Location")
    return answered.content.decode()


def post_office():
    """All mail that has been sent, when the last of it has."""
    for thread in threading.enumerate():
        if thread.name == "mail":
            thread.join()
    return mail.outbox


def key_on(text):
    """The key that an application is given."""
    return re.search(r'class="key"[^>]*>(\w+)<', text)[1]


def codes_on(text):
    """Recovery codes."""
    return re.findall(r"<li><code>(\S+)</code>", text)


def test_a_second_factor_is_set_up_before_anything_else(fresh):
    for path in ("/workspace/", ACCOUNT, f"{ACCOUNT}sessions/", f"{ACCOUNT}password/"):
        assert fresh.get(path).headers["Location"] == FACTORS
    assert "before anything else" in page(fresh, FACTORS)
    key = key_on(page(fresh, APPLICATION))
    assert fresh.post(APPLICATION, {"code": "000000"}).status_code == 200
    done = fresh.post(APPLICATION, {"code": code_now(key_on(page(fresh, APPLICATION)))})
    assert key
    assert done.headers["Location"] == CODES
    assert len(codes_on(page(fresh, CODES))) == 10
    assert fresh.get("/workspace/").status_code == 200


def test_who_came_in_by_the_password_alone_is_out_when_a_factor_is_there(fresh):
    other = Client()
    other.post(SIGN_IN, {"login": "member", "password": PASSWORD})
    assert other.get("/workspace/").headers["Location"] == FACTORS
    fresh.post(APPLICATION, {"code": code_now(key_on(page(fresh, APPLICATION)))})
    assert other.get("/workspace/").headers["Location"].startswith(SIGN_IN)
    assert fresh.get("/workspace/").status_code == 200


def test_recovery_codes_are_shown_once_and_work_once(fresh):
    fresh.post(APPLICATION, {"code": code_now(key_on(page(fresh, APPLICATION)))})
    code = codes_on(page(fresh, CODES))[0]
    assert codes_on(page(fresh, CODES)) == []
    for expected in (200, 302):
        client = Client()
        client.post(SIGN_IN, {"login": "member", "password": PASSWORD})
        client.post(SECOND, {"code": code})
        assert client.get("/workspace/").status_code == expected
    assert "9 codes are left" in page(fresh, FACTORS)


def test_the_machine_of_one_person_may_do_without(fresh, settings):
    settings.ACCEDE_SECOND_FACTOR_OPTIONAL = True
    assert fresh.get("/workspace/").status_code == 200


def test_factors_change_after_a_confirmation_alone(client_of, people):
    client = client_of("drafter")
    for path in (f"{APPLICATION}remove/", f"{FACTORS}passkey/", f"{CODES}new/"):
        asked = client.get(path).headers["Location"]
        assert asked.startswith(f"{ACCOUNT}confirm/?next=")
        assert client.post(path).headers["Location"].startswith(f"{ACCOUNT}confirm/")
    assert Authenticator.objects.get(user=people["drafter"]).type == "totp"
    refused = client.post(asked, {"password": "wrong", "next": f"{CODES}new/"})
    assert refused.status_code == 200
    confirmed = client.post(f"{ACCOUNT}confirm/?next={APPLICATION}remove/", {"password": PASSWORD})
    assert confirmed.status_code == 302
    client.post(f"{APPLICATION}remove/")
    assert not Authenticator.objects.filter(user=people["drafter"]).exists()
    assert client.get("/workspace/").headers["Location"] == FACTORS


def test_a_code_confirms_too(client_of):
    client = client_of("drafter")
    asked = f"{ACCOUNT}confirm/code/?next={CODES}new/"
    assert client.post(asked, {"code": code_now()}).headers["Location"] == f"{CODES}new/"
    assert client.get(f"{CODES}new/").status_code == 200


def test_who_lost_the_second_factor_sets_up_a_new_one(signed_in, people):
    reset_second_factor(operator("operator"), people["drafter"])
    assert signed_in.get("/workspace/").headers["Location"].startswith(SIGN_IN)
    assert signed_in.post(SIGN_IN, {"login": "drafter", "password": PASSWORD}).status_code == 302
    assert signed_in.get("/workspace/").headers["Location"] == FACTORS


@pytest.mark.parametrize("sent", ["", "[]", "1", "null", "{}", '{"id": 1}', '{"response": {"userHandle": "//8"}}', "{"])
def test_what_is_no_answer_of_a_passkey_is_refused(people, signed_in, sent):
    anonymous = Client()
    anonymous.get(f"{SIGN_IN}passkey/")
    anonymous.post(f"{SIGN_IN}passkey/", {"credential": sent})
    assert anonymous.get("/workspace/").status_code == 302
    signed_in.get(f"{FACTORS}passkey/")
    assert signed_in.post(f"{FACTORS}passkey/", {"credential": sent}).status_code == 200
    assert not Authenticator.objects.filter(type="webauthn").exists()


def test_a_new_password_ends_the_other_sessions(signed_in, client_of):
    other = client_of("drafter")
    change = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}
    assert signed_in.post(f"{ACCOUNT}password/", {**change, "oldpassword": "wrong"}).status_code == 200
    assert (
        signed_in.post(f"{ACCOUNT}password/", {**change, "password1": "short", "password2": "short"}).status_code == 200
    )
    assert signed_in.post(f"{ACCOUNT}password/", change).headers["Location"] == ACCOUNT
    assert signed_in.get("/workspace/").status_code == 200
    assert other.get("/workspace/").status_code == 302
    assert Happening.PASSWORD_CHANGED in AccountEntry.objects.values_list("happening", flat=True)


def test_sessions_are_listed_and_ended(signed_in, client_of):
    first, second, stranger = client_of("drafter"), client_of("drafter"), client_of("reviewer")
    text = page(signed_in, f"{ACCOUNT}sessions/")
    assert "3 places" in text
    signed_in.post(f"{ACCOUNT}sessions/", {"session": re.findall(r'name="session" value="(\d+)"', text)[0]})
    assert sorted(client.get("/workspace/").status_code for client in (first, second)) == [200, 302]
    signed_in.post(f"{ACCOUNT}sessions/")
    states = [client.get("/workspace/").status_code for client in (first, second, signed_in, stranger)]
    assert states == [302, 302, 200, 200]


def test_nobody_ends_the_sessions_of_others(signed_in, client_of):
    stranger = client_of("reviewer")
    from allauth.usersessions.models import UserSession

    signed_in.post(f"{ACCOUNT}sessions/", {"session": UserSession.objects.get(user__username="reviewer").pk})
    assert stranger.get("/workspace/").status_code == 200


def test_a_passkey_of_somebody_else_is_not_there(signed_in, people):
    theirs = Authenticator.objects.create(user=people["reviewer"], type="webauthn", data={"name": "theirs"})
    for what in ("rename", "remove"):
        assert signed_in.get(f"{FACTORS}passkey/{theirs.pk}/{what}/").status_code == 404
        assert signed_in.post(f"{FACTORS}passkey/{theirs.pk}/{what}/", {"name": "mine"}).status_code == 404


def test_an_invitation_leads_to_the_second_factor(db):
    until = datetime.now(UTC).date() + timedelta(30)
    token = invite(operator("operator"), "kari@example.org", [Role.MEMBER], until=until).token
    client, path = Client(HTTP_ACCEPT_LANGUAGE="fr"), f"{ACCOUNT}invitation/{token}/"
    assert "kari@example.org" in page(client, path)
    sent = {"name": "kari", "password": PASSWORD, "again": PASSWORD}
    for wrong in ({"again": "other words here"}, {"password": "short", "again": "short"}, {"name": "kari nordmann"}):
        assert client.post(path, {**sent, **wrong}).status_code in (200, 400)
    assert not User.objects.exists()
    assert client.post(path, {**sent, "roles": "administrator", "is_superuser": "1"}).headers["Location"] == FACTORS
    user = User.objects.get()
    assert (user.username, user.language, user.is_superuser) == ("kari", "fr", False)
    assert [term.role for term in user.terms.all()] == ["member"]
    client.post(APPLICATION, {"code": code_now(key_on(page(client, APPLICATION)))})
    assert client.get("/workspace/").status_code == 200
    assert Client().get(path).status_code == 404


def test_a_forgotten_password_is_set_anew_by_mail(people, settings):
    settings.ACCEDE_MAIL = True
    client, asked = Client(), f"{ACCOUNT}password/forgotten/"
    answers = [client.post(asked, {"email": email}) for email in ("drafter@example.org", "nobody@example.org")]
    assert {answer.headers["Location"] for answer in answers} == {f"{asked}sent/"}
    assert [message.to for message in post_office()] == [["drafter@example.org"]]
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    form = client.get(link).headers["Location"]
    assert link != form
    done = client.post(form, {"password1": ANOTHER, "password2": ANOTHER})
    assert done.headers["Location"].endswith("/done/")
    assert User.objects.get(username="drafter").check_password(ANOTHER)
    assert "cannot be used any more" in page(Client(), link)
    assert client.get("/workspace/").status_code == 302
    assert post_office()[-1].to == ["drafter@example.org"]
    assert "tell an administrator" in mail.outbox[-1].body


def test_without_a_mail_server_an_administrator_helps(people):
    assert "Ask an administrator" in page(Client(), f"{ACCOUNT}password/forgotten/")


def test_the_language_of_the_workspace_is_chosen(client_of):
    client = client_of("drafter")
    client.post(f"{ACCOUNT}language/", {"language": "ar"})
    assert '<html lang="ar" dir="rtl">' in page(client, ACCOUNT)
    client.post(f"{ACCOUNT}language/", {"language": "<script>"})
    assert User.objects.get(username="drafter").language == "ar"


def test_the_account_page_tells_terms_and_what_happened(signed_in):
    text = page(signed_in, ACCOUNT)
    assert "further notice" in text
    assert "signed in" in text


def test_forms_change_nothing_else(signed_in, people):
    signed_in.post(
        f"{ACCOUNT}language/", {"language": "fr", "is_superuser": "1", "username": "root", "email": "x@y.zz"}
    )
    user = User.objects.get(pk=people["drafter"].pk)
    assert (user.username, user.is_superuser, user.email) == ("drafter", False, "drafter@example.org")


def test_json_is_given_to_the_script_of_passkeys_alone(people):
    client = Client(HTTP_ACCEPT="application/json")
    assert client.get(SIGN_IN).headers["Content-Type"].startswith("text/html")
    challenge = json.loads(client.get(f"{SIGN_IN}passkey/").content)["request_options"]["publicKey"]
    assert challenge["userVerification"] == "required"


def test_every_page_is_ours(signed_in):
    for pattern in urls.urlpatterns:
        for client in (signed_in, Client()):
            filled = {"token": "none", "uidb36": "1", "key": "none", "pk": 1}
            path = reverse(pattern.name, kwargs={name: filled[name] for name in pattern.pattern.converters})
            names = {template.name for template in client.get(path).templates if template.name}
            assert not [name for name in names if not name.startswith(("workspace/", "django/", "publishing/"))], path


def test_who_asks_too_often_is_told_to_wait(people):
    client = Client()
    answers = [client.post(f"{ACCOUNT}password/forgotten/", {"email": "drafter@example.org"}) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "Wait a minute" in answers[-1].content.decode()


def test_an_account_without_a_password_is_told_so(people, client_of):
    people["member"].set_unusable_password()
    people["member"].save()
    client = client_of("member")
    assert "you sign in through your office" in client.get(f"{ACCOUNT}password/", follow=True).content.decode()
