"""What lies in a publication, with the SHA-256 of every file, signed so that a copy can be told from an altered one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from accede.publishing.site.file import State, Written
from accede.vocabulary.errors import Refused, Unreadable

NAME, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "manifest-key.pem"
LEFT = ".accede-publication"
"""How the folder was left, for the next publication: what each file's bytes depended on."""


def manifest(treaty: str, known_on: str, as_of: str, state: State) -> bytes:
    """The list of files, sorted, as JSON: the same for the same publication."""
    files = {path: {"bytes": held.plain.size, "sha256": held.sha256} for path, held in sorted(state.items())}
    told = {"treaty": treaty, "known_on": known_on, "as_of": as_of, "files": files}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def sign(content: bytes) -> tuple[bytes, bytes]:
    """The Ed25519 signature, and the public key as PEM. Raises Unreadable for a key that is none.

    To check it: `openssl pkeyutl -verify -pubin -inkey manifest-key.pem -rawin -in manifest.json -sigfile manifest.sig`.
    """
    key = _key(key_file())
    return key.sign(content), key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def key_file() -> Path:
    """The file of the private key: ACCEDE_SIGNING_KEY, else `signing-key.pem` in ACCEDE_HOME, made at first need."""
    given = os.environ.get("ACCEDE_SIGNING_KEY")
    return Path(given) if given else Path(settings.ACCEDE_HOME) / "signing-key.pem"


def fingerprint(public: bytes) -> str:
    """By which readers know a public key: the beginning of its SHA-256, in fours."""
    digest = hashlib.sha256(public).hexdigest()[:32]
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def _key(place: Path) -> Ed25519PrivateKey:
    if not place.exists() and not os.environ.get("ACCEDE_SIGNING_KEY"):
        made = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with os.fdopen(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(made)
    try:
        key = load_pem_private_key(place.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise Unreadable(
            "it is no private key", where=str(place), remedy="Give an Ed25519 key in PEM without a passphrase"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Unreadable(
            "it is no Ed25519 key", where=str(place), remedy="Make one: openssl genpkey -algorithm ed25519"
        )
    return key


def left_in(folder: Path) -> State:
    """How the last publication left the folder; empty where there is none yet, or one of another version of Accede.

    Raises Refused where the folder holds something else, which must not be replaced.
    """
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    try:
        return msgspec.msgpack.decode((folder / LEFT).read_bytes(), type=dict[str, Written])
    except msgspec.DecodeError:
        return {}
    except FileNotFoundError as error:
        raise Refused(
            "the folder holds something that is no publication of Accede",
            where=str(folder),
            remedy="Name a folder that is empty or not there yet",
        ) from error


def leave(folder: Path, state: State) -> None:
    """Say how the folder was left."""
    (folder / LEFT).write_bytes(msgspec.msgpack.encode(dict(state)))
