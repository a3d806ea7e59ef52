"""A real mailbox on this machine: Dovecot, run by an ordinary user in a folder of its own, on a free port of 127.0.0.1."""

from __future__ import annotations

import grp
import imaplib
import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

USER, PASSWORD = "presidency@register.example", "dix-sept:ports/calmes"
DOVECOT = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")

_CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{home}/mail/%u
mail_max_userip_connections = 100
first_valid_uid = 0
first_valid_gid = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service auth {{
  chroot =
  user = {user}
}}
service stats {{
  chroot =
}}
"""


@dataclass
class MailboxServer:
    """`port` speaks in the clear or by STARTTLS, `tls_port` by TLS; `authority` is the certificate that it is known by."""

    home: Path
    port: int
    tls_port: int
    authority: Path
    process: subprocess.Popen[bytes]
    user: str = USER

    def url(self, kind: str = "imap+plain", *, password: str = PASSWORD, folders: str = "INBOX", port: int = 0) -> str:
        """As ACCEDE_IMAP has it."""
        port = port or (self.tls_port if kind == "imaps" else self.port)
        signs = {"@": "%40", ":": "%3A", "/": "%2F"}
        name, word = ("".join(signs.get(sign, sign) for sign in each) for each in (self.user, password))
        return f"{kind}://{name}:{word}@localhost:{port}/{folders}"

    def client(self) -> imaplib.IMAP4:
        """Somebody else at the same mailbox."""
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(self.user, PASSWORD)
        return client

    def put(self, content: bytes, folder: str = "INBOX") -> None:
        """A message arrives."""
        client = self.client()
        if folder != "INBOX":
            client.create(folder)
        kind, said = client.append(folder, "", None, content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        assert kind == "OK", said
        client.logout()

    def flags(self, folder: str = "INBOX") -> list[str]:
        """The flags of each message."""
        client = self.client()
        client.select(folder, readonly=True)
        _, found = client.fetch("1:*", "(FLAGS)")
        client.logout()
        return [each.decode() for each in found if isinstance(each, bytes)]

    def renumber(self) -> None:
        """The server forgets the numbers of its messages: another UIDVALIDITY, which it makes of the second."""
        time.sleep(1.1)
        for index in self.home.glob(f"mail/{self.user}/dovecot*"):
            index.unlink()

    def stop(self) -> None:
        """The mailbox is gone."""
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="session")
def mail_host() -> Iterator[MailboxServer]:
    """The server, answering. Every name is somebody's mailbox there, with the one password."""
    if DOVECOT is None:
        pytest.skip("no Dovecot is installed: apt-get install dovecot-imapd")
    with tempfile.TemporaryDirectory(prefix="mailbox-", ignore_cleanup_errors=True) as home:
        server = started(Path(home))
        yield server
        server.stop()


@pytest.fixture
def mailbox_server(mail_host: MailboxServer) -> MailboxServer:
    """A mailbox of its own, without a message."""
    return replace(mail_host, user=f"presidency-{next(_numbers)}@register.example")


_numbers = itertools.count(1)


def started(home: Path) -> MailboxServer:
    """A server in an empty folder. Where the tests run as root, it runs as nobody: it refuses to serve root's mail."""
    whom = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    uid, gid, user, group = whom.pw_uid, whom.pw_gid, whom.pw_name, grp.getgrgid(whom.pw_gid).gr_name
    home.chmod(0o755)
    port, tls_port = free_port(), free_port()
    _certificate(home)
    config = home / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            home=home, user=user, group=group, uid=uid, gid=gid, port=port, tls_port=tls_port, password=PASSWORD
        )
    )
    assert DOVECOT
    if os.getuid() == 0:
        for each in (home, *home.iterdir()):
            os.chown(each, uid, gid)
    process = subprocess.Popen(
        [DOVECOT, "-F", "-c", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **({"user": uid, "group": gid, "extra_groups": []} if os.getuid() == 0 else {}),
    )
    server = MailboxServer(home, port, tls_port, home / "cert.pem", process)
    for _ in range(200):
        try:
            server.client().logout()
        except (OSError, imaplib.IMAP4.error):
            if process.poll() is not None:
                break
            if (home / "log").exists() and "Fatal" in (home / "log").read_text():
                break
            time.sleep(0.05)
        else:
            return server
    process.kill()
    log = (home / "log").read_text() if (home / "log").exists() else ""
    pytest.skip(f"Dovecot does not run here: {' '.join(log.splitlines()[-1:])[:150]}")


def free_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _certificate(home: Path) -> None:
    """A certificate for localhost that is its own authority."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (home / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (home / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


__all__ = ["PASSWORD", "USER", "MailboxServer", "mailbox_server"]
