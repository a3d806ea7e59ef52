"""A link opens one State's page and nothing else; guesses, altered and foreign tokens get the same nothing."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from accede.accounts.actor import Actor, operator
from accede.outreach.confirm import attempts
from accede.outreach.confirm.link import find, make_link, new_token, revoke, state_of
from accede.outreach.models import ConfirmLink, Submission
from accede.vocabulary.confirming import LinkState
from accede.vocabulary.errors import NotAllowed, Refused
from confirm_cast import DAY, link_path, sent, visitor

pytestmark = pytest.mark.usefixtures("register", "own_address")

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.fixture
def own_address(settings, tmp_path):
    """The site knows its address, and counts attempts for this test alone."""
    settings.ACCEDE_ADDRESS = "https://register.example"
    settings.ACCEDE_HOME = tmp_path


def token_of(path):
    return path.rpartition("/")[2]


def test_a_link_has_32_random_bytes_and_is_kept_as_its_hash_alone(django_assert_num_queries):
    path = link_path()
    token = token_of(path)
    assert len(token) == 65
    row = ConfirmLink.objects.get()
    assert row.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(ConfirmLink.objects.values())
    with django_assert_num_queries(1):
        assert find(token) == row


def test_two_links_have_nothing_in_common():
    assert len({token_of(link_path())[:8] for _ in range(50)}) == 50


def test_only_who_records_for_the_presidency_makes_and_revokes_links():
    nobody = Actor("nobody")
    with pytest.raises(NotAllowed):
        make_link(nobody, treaty="apmbc", state="MAR", language="en", as_of=DAY)
    with pytest.raises(NotAllowed):
        revoke(nobody, [1])


def test_a_site_without_an_address_makes_no_link(settings):
    settings.ACCEDE_ADDRESS = ""
    with pytest.raises(Refused, match="ACCEDE_ADDRESS"):
        make_link(operator("ana"), treaty="apmbc", state="MAR", language="en", as_of=DAY)


@pytest.mark.parametrize("number", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_guessed_and_altered_tokens_open_nothing(number):
    token = token_of(link_path())
    chosen = secrets.SystemRandom()

    def altered():
        place = chosen.randrange(65)
        return token[:place] + chosen.choice(ALPHABET.replace(token[place], "")) + token[place + 1 :]

    tried = {new_token() for _ in range(number * 8 // 10)} | {
        token[:place] + sign + token[place + 1 :] for place in (42, 64) for sign in ALPHABET
    }
    while len(tried) <= number:
        tried.add(altered())
    tried.discard(token)
    assert len(tried) >= number
    assert not any(find(each) for each in tried)
    assert find(token)


def test_every_wrong_token_costs_the_same_look(django_assert_num_queries):
    token = token_of(link_path())
    for wrong in ("", "x", token[:-1], token + "A", token.swapcase(), new_token(), "é" * 65, "\0" * 65, "../" * 30):
        with django_assert_num_queries(1):
            assert find(wrong) is None


def test_a_signature_of_another_secret_opens_nothing_even_if_its_hash_is_held():
    forged = "A" * 43 + "B" * 22
    row = ConfirmLink.objects.get(token_hash=hashlib.sha256(token_of(link_path()).encode()).hexdigest())
    row.token_hash = hashlib.sha256(forged.encode()).hexdigest()
    row.save()
    assert find(forged) is None


def test_wrong_tokens_get_the_same_page_byte_for_byte_and_no_cookie():
    token = token_of(link_path())
    answers = [
        Client(REMOTE_ADDR=f"192.0.2.{number}").get(f"/confirm/{wrong}")
        for number, wrong in enumerate(
            (new_token(), token[:-1], token + "x", token[::-1], "x", "MAR", "%00", "1", "a" * 300)
        )
    ]
    assert {each.status_code for each in answers} == {404}
    assert len({each.content for each in answers}) == 1
    numbered = [each.headers.pop("X-Request-ID") for each in answers]  # random, and of the request alone
    assert len(set(numbered)) == len(answers)
    assert len({str(sorted(each.headers.items())) for each in answers}) == 1
    assert not any(each.cookies for each in answers)


def test_no_other_address_is_behind_confirm():
    link_path()
    for path in ("/confirm/", "/confirm", "/confirm/a/b", "/confirm/" + "a/" * 900, f"/confirm/{new_token()}/files"):
        assert visitor().get(path, follow=True).status_code == 404


def test_expired_revoked_and_used_links_say_so_kindly():
    now = datetime.now(UTC)
    expired = link_path(now=now - timedelta(days=200))
    answer = visitor().get(expired)
    assert answer.status_code == 410
    assert b"This link was open until" in answer.content
    assert b"Morocco" not in answer.content

    revoked = link_path()
    assert revoke(operator("ana"), ConfirmLink.objects.values_list("pk", flat=True)) == 2
    answer = visitor().get(revoked)
    assert answer.status_code == 410
    assert b"was taken back" in answer.content

    used = link_path()
    assert sent(visitor(), used, {"nothing_changed": "1"}).status_code == 303
    Submission.objects.update(dealt_with_at=now, dealt_with_by="ana")
    answer = visitor().get(used)
    assert answer.status_code == 410
    assert b"has been received and dealt with" in answer.content
    assert sent(visitor(), used, {"statement": "More"}, seen=1).status_code == 410
    assert Submission.objects.count() == 1


@pytest.mark.storage
def test_what_a_link_opens_follows_from_its_row():
    path = link_path()
    row = find(token_of(path))
    assert state_of(row) is LinkState.OPEN
    sent(visitor(), path, {"nothing_changed": "1"})
    assert state_of(row) is LinkState.SENT
    assert state_of(row, now=row.expires_at) is LinkState.EXPIRED


def test_who_tries_out_addresses_is_stopped_and_others_are_not():
    path = link_path()
    guesser = visitor("198.51.100.9")
    codes = [guesser.get(f"/confirm/{new_token()}").status_code for _ in range(attempts.WRONG.most + 3)]
    assert codes == [404] * attempts.WRONG.most + [429] * 3
    # From now on a right one is answered as a wrong one is: who guesses learns nothing.
    assert guesser.get(path).content == guesser.get(f"/confirm/{new_token()}").content
    assert guesser.get(path).headers["Retry-After"]
    assert visitor().get(path).status_code == 200


def test_a_household_of_ipv6_counts_as_one():
    for number in range(attempts.WRONG.most):
        visitor(f"2001:db8:1:2::{number:x}").get("/confirm/x")
    assert visitor("2001:db8:1:2:ffff::1").get("/confirm/x").status_code == 429
    assert visitor("2001:db8:1:3::1").get("/confirm/x").status_code == 404


def test_a_link_that_is_asked_for_too_often_is_told_so(monkeypatch):
    monkeypatch.setattr(attempts, "ASKED", attempts.Limit("asked", 10_000, 600))
    path = link_path()
    for number in range(attempts.OPENED.most):
        assert attempts.note(attempts.OPENED, str(find(token_of(path)).pk)), number
    assert visitor().get(path).status_code == 429


def test_counts_take_no_more_room_than_they_have(settings):
    for number in range(2_000):
        attempts.note(attempts.WRONG, f"10.0.{number // 256}.{number % 256}")
    file = settings.ACCEDE_HOME / attempts.FILE
    assert file.stat().st_size == attempts.PLACES * attempts.COUNT.size
    assert b"10.0." not in file.read_bytes()
