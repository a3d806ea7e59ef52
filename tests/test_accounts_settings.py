"""Settings of a real site: reached by https, mail and an identity provider named in the environment."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from people import SECRET, code_now

PRODUCTION = {"ACCEDE_ADDRESS": "https://register.example", "ACCEDE_HOSTS": "register.example", "ACCEDE_PROXIES": "1"}

CHECKED = """
import django, json
from django.conf import settings
from django.core.management import call_command
django.setup()
call_command("check", deploy=True, fail_level="WARNING")
names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "DEBUG", "EMAIL_HOST")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""

ACCOUNT = """
from allauth.mfa.models import Authenticator
from accede.accounts.models import User
Authenticator.objects.create(user=User.objects.get(), type="totp", data={"secret": "%s"})
"""


def checked(home, environment):
    """What `check --deploy` says, and the settings, in this environment."""
    ours = {"ACCEDE_HOME": str(home), "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "accede.config.full"}
    left_out = {name: value for name, value in os.environ.items() if not name.startswith(("ACCEDE_", "DATABASE_URL"))}
    return subprocess.run(
        [sys.executable, "-c", CHECKED],
        env={**left_out, **ours, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_has_nothing_to_say_and_cookies_are_kept_to_the_site(tmp_path):
    done = checked(tmp_path, {**PRODUCTION, "ACCEDE_SMTP": "smtp://me:a%40b@mail.example"})
    assert done.returncode == 0, done.stderr
    assert "WARNINGS" not in done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "SESSION_COOKIE_NAME": "__Host-accede",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_NAME": "__Host-accede-form",
        "CSRF_COOKIE_SECURE": True,
        "DEBUG": False,
        "EMAIL_HOST": "mail.example",
    }


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:port"])
def test_an_address_of_a_mail_server_that_cannot_be_is_told(url):
    from accede.config.mail import mail

    with pytest.raises(SystemExit, match="ACCEDE_SMTP"):
        mail(url)


class Provider(BaseHTTPRequestHandler):
    """An office's identity provider, which lets everybody in as Ana."""

    subject, email, is_verified = "17", "ana@example.org", True

    def do_GET(self):
        here = f"http://{self.headers['Host']}"
        asked = urllib.parse.urlsplit(self.path)
        if asked.path == "/authorize":
            told = dict(urllib.parse.parse_qsl(asked.query))
            assert told["code_challenge_method"] == "S256"
            self.send_response(302)
            self.send_header("Location", f"{told['redirect_uri']}?code=1&state={told['state']}")
            self.end_headers()
        elif asked.path == "/userinfo":
            self._say({"sub": self.subject, "email": self.email, "email_verified": self.is_verified})
        else:
            ends = ("authorization", "token", "userinfo")
            paths = ("authorize", "token", "userinfo")
            told = {f"{end}_endpoint": f"{here}/{path}" for end, path in zip(ends, paths, strict=True)}
            self._say({"issuer": here, "jwks_uri": f"{here}/keys", **told})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say({"access_token": "a", "token_type": "Bearer"})

    def _say(self, told):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *what):
        """Nothing."""


@pytest.fixture
def provider():
    """The provider's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.storage
def test_an_office_may_sign_in_through_its_own_provider(program, provider, monkeypatch):
    program("user", "add", "ana", "--email", "Ana@example.org", "--password-stdin", stdin="seven quiet harbours\n")
    program.python(ACCOUNT % SECRET)
    for name, value in (("ISSUER", provider), ("CLIENT", "accede"), ("SECRET", "s"), ("NAME", "the office")):
        monkeypatch.setenv(f"ACCEDE_OIDC_{name}", value)
    assert program.cold("setup").code == 0
    server = program.start("serve", "--port", "0", "--no-work", stdout=subprocess.PIPE)
    site = re.search(r"http://[\d.:]+", server.stdout.readline())[0]
    try:
        assert "Sign in through the office" in _ask(_browser(), f"{site}/workspace/account/sign-in/")[1]
        _the_account_is_found_and_asked_for_its_second_factor(site)
        _an_address_that_is_not_verified_opens_nothing(site)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _the_account_is_found_and_asked_for_its_second_factor(site):
    ana = _browser()
    where, text = _ask(ana, f"{site}/workspace/account/office/sign-in/?next=/workspace/states/")
    assert where.endswith("/sign-in/second-step/"), text
    form = {"code": code_now(), "csrfmiddlewaretoken": re.search(r'csrfmiddlewaretoken" value="(\w+)', text)[1]}
    where, _ = _ask(ana, where, form)
    assert where == f"{site}/workspace/states/"


def _an_address_that_is_not_verified_opens_nothing(site):
    for email, is_verified in (("ana@example.org", False), ("eva@example.org", True), ("", True)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Provider, "subject", "18")
            patch.setattr(Provider, "email", email)
            patch.setattr(Provider, "is_verified", is_verified)
            where, text = _ask(_browser(), f"{site}/workspace/account/office/sign-in/")
        assert where.endswith("/account/sign-in/")
        assert "Ask an administrator." in text


def _browser():
    """Something that keeps cookies and follows."""
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def _ask(browser, url, form=None):
    """Where it ends, and the page there."""
    data = urllib.parse.urlencode(form).encode() if form else None
    with browser.open(url, data) as answer:
        return answer.url, answer.read().decode()
