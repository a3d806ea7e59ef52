"""What a letter is given to: a mail server that is known by its certificate, and what is known when a connection is lost."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from accede.config.mail import mail
from accede.outreach.sending.server import Outcome, Server
from accede.vocabulary.errors import Refused
from post_office import MAILBOX, free_port, post_office

TEXT = b"Subject: A letter\r\n\r\nText\r\n"


class Certificate(NamedTuple):
    """A certificate with its key, and what a server needs to show it."""

    file: Path
    context: ssl.SSLContext


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> Callable[..., Certificate]:
    """Makes one for a name or address, signed by itself."""

    def made(name: str = "127.0.0.1", days: int = 1) -> Certificate:
        key = ec.generate_private_key(ec.SECP256R1())
        own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        try:
            alternative: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            alternative = x509.DNSName(name)
        now = datetime.now(UTC)
        signed = (
            x509.CertificateBuilder(own, own, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=2))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        folder = tmp_path_factory.mktemp("certificate")
        file, private = folder / "certificate.pem", folder / "key.pem"
        file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
        plain = serialization.NoEncryption()
        form = serialization.PrivateFormat.PKCS8
        private.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(file, private)
        return Certificate(file, context)

    return made


@pytest.fixture
def leads(settings):
    """`leads(url)` sets everything as ACCEDE_SMTP does."""

    def to(url: str) -> Server:
        settings.ACCEDE_MAIL, settings.ACCEDE_OUTREACH_ADDRESS = True, MAILBOX
        for name, value in mail(url).items():
            setattr(settings, name, value)
        return Server()

    return to


def give(server: Server, text: bytes = TEXT) -> Outcome:
    server.open()
    assert server.ask(MAILBOX, "mission@cub.example", MAILBOX, len(text)).outcome is Outcome.ACCEPTED
    return server.give(text).outcome


@pytest.mark.parametrize(("scheme", "implicit"), [("smtp", False), ("smtps", True)])
class TestEncrypted:
    """By STARTTLS, and from the first word."""

    def test_a_server_with_a_trusted_certificate_gets_the_letter(
        self, leads, certificate, monkeypatch, scheme, implicit
    ):
        made = certificate()
        monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
        with post_office(tls=made.context, implicit=implicit) as office:
            server = leads(f"{scheme}://127.0.0.1:{office.port}")
            assert give(server) is Outcome.ACCEPTED
            server.quit()
        assert len(office.taken) == 1

    def test_a_certificate_that_nobody_trusts_gets_nothing(self, leads, certificate, scheme, implicit):
        with (
            post_office(tls=certificate().context, implicit=implicit) as office,
            pytest.raises(Refused, match="cannot be trusted"),
        ):
            leads(f"{scheme}://127.0.0.1:{office.port}").open()
        assert office.asked == []

    def test_a_certificate_of_another_gets_nothing(self, leads, certificate, monkeypatch, scheme, implicit):
        made = certificate("mail.example.org")
        monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
        with (
            post_office(tls=made.context, implicit=implicit) as office,
            pytest.raises(Refused, match="cannot be trusted"),
        ):
            leads(f"{scheme}://127.0.0.1:{office.port}").open()

    def test_a_certificate_that_has_run_out_gets_nothing(self, leads, certificate, monkeypatch, scheme, implicit):
        made = certificate(days=-1)
        monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
        with (
            post_office(tls=made.context, implicit=implicit) as office,
            pytest.raises(Refused, match="cannot be trusted"),
        ):
            leads(f"{scheme}://127.0.0.1:{office.port}").open()


def test_a_server_from_which_encryption_was_taken_away_gets_nothing(leads):
    with post_office() as office, pytest.raises(Refused, match="offers no encryption"):
        leads(f"smtp://127.0.0.1:{office.port}").open()
    assert office.asked == []


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.7"])
def test_a_server_on_another_machine_is_asked_only_encrypted(leads, host):
    with pytest.raises(Refused, match="only encrypted"):
        leads(f"smtp+plain://{host}")


def test_a_user_whom_the_server_does_not_know_is_told(leads):
    with scripted(b"235 no", auth=b"535 5.7.8 who are you") as port, pytest.raises(Refused, match="who are you"):
        leads(f"smtp+plain://me:secret@127.0.0.1:{port}").open()


@contextmanager
def scripted(
    answer: bytes | None,
    *,
    text: int | None = None,
    data: bytes = b"354 go on",
    to: bytes = b"250 ok",
    auth: bytes = b"235 ok",
) -> Iterator[int]:
    """A server that follows a script. `answer` to the text (None hangs up), `text` bytes after which it breaks off within it."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError), listening.accept()[0] as line, line.makefile("rb") as file:
            line.sendall(b"220 here\r\n")
            while command := file.readline():
                verb = command[:4].upper()
                if verb == b"EHLO":
                    line.sendall(b"250-here\r\n250-AUTH PLAIN\r\n250 SIZE 100000000\r\n")
                elif verb == b"AUTH":
                    line.sendall(auth + b"\r\n")
                elif verb == b"RCPT":
                    line.sendall(to + b"\r\n")
                elif verb == b"DATA":
                    line.sendall(data + b"\r\n")
                    if not data.startswith(b"354"):
                        continue
                    if text is not None:
                        file.read(text)
                        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # breaks off
                        return
                    while file.readline() != b".\r\n":
                        pass
                    if answer is None:
                        return
                    line.sendall(answer + b"\r\n")
                else:
                    line.sendall(b"250 ok\r\n")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    listening.close()
    thread.join(5)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"250 ok", Outcome.ACCEPTED),
        (b"451 later", Outcome.LATER),
        (b"554 never", Outcome.REFUSED),
        (b"421 closing", Outcome.UNKNOWN),
        (b"354 what", Outcome.UNKNOWN),
        (b"???", Outcome.UNKNOWN),
        (b"2" * 9000, Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_what_is_known_after_the_text_follows_from_the_answer(leads, answer, outcome):
    with scripted(answer) as port:
        assert give(leads(f"smtp+plain://127.0.0.1:{port}")) is outcome


def test_a_text_that_did_not_leave_whole_did_not_go(leads):
    with scripted(b"250 ok", text=100_000) as port:
        assert give(leads(f"smtp+plain://127.0.0.1:{port}"), b"x" * 76 + b"\r\n" * 8_000_000) is Outcome.LATER


@pytest.mark.parametrize(("data", "outcome"), [(b"451 busy", Outcome.LATER), (b"554 no", Outcome.REFUSED)])
def test_a_text_that_is_not_wanted_is_not_given(leads, data, outcome):
    with scripted(b"250 ok", data=data) as port:
        assert give(leads(f"smtp+plain://127.0.0.1:{port}")) is outcome


def test_a_server_that_wants_something_else_first_gets_nothing(leads):
    with scripted(b"250 ok", to=b"530 5.7.0 authentication required") as port:
        server = leads(f"smtp+plain://127.0.0.1:{port}")
        server.open()
        with pytest.raises(Refused, match="authentication required"):
            server.ask(MAILBOX, "mission@cub.example", "", 10)


def test_a_letter_that_is_too_large_is_refused_before_it_is_given(leads):
    with post_office() as office:
        server = leads(office.url)
        server.open()
        answer = server.ask(MAILBOX, "mission@cub.example", "", 2**30)
    assert (answer.outcome, office.asked) == (Outcome.REFUSED, [])


def test_nobody_there_is_an_error_that_may_pass(leads):
    with pytest.raises(OSError, match="refused"):
        leads(f"smtp+plain://127.0.0.1:{free_port()}").open()
