"""The kept copy that a form is about: named in it by a ticket, which is good for one person alone.

Between preview and recording nothing stands in the session: the ticket holds the SHA-256, and is signed, so that nobody
reads a copy by knowing its hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from accede.intake.copies import file_name, safe_name
from accede.intake.documents import refuse_unknown
from accede.intake.documents.door import LARGEST
from accede.records import kept
from accede.records.values import Evidence, Source
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.workspace.asking import Asking
from accede.workspace.sources.readable import source_of, sources_of

SALT = "accede.workspace.intake"


@dataclass(frozen=True, slots=True)
class Copy:
    """A kept file: its SHA-256, what it is called, and the key of the source it was chosen from, empty for an upload."""

    sha256: str
    name: str
    source: str = ""


def keep_upload(file: UploadedFile[Any]) -> Copy:
    """Keep a file that was uploaded. Raises Unreadable for one that is too large, empty, or of no kind that is read."""
    name = safe_name(file.name or "")
    if file.size is None or file.size > LARGEST:
        raise too_large(name)
    content = file.read()
    refuse_unknown(content, name=name)
    return Copy(kept.keep("sources", content), name)


def too_large(name: str = "") -> Unreadable:
    """That a file is larger than papers are."""
    most = LARGEST // (1024 * 1024)
    return Unreadable(
        f"it has more than the {most} MB that a paper may have",
        where=name,
        remedy="Check that it is the paper you mean",
    )


def copy_of_source(request: Asking, key: str) -> Copy:
    """The kept copy of a source that the person may read. Raises UnknownName."""
    held = source_of(request.actor, key).fact
    if not held.kept_sha256:
        raise UnknownName(
            "the register holds no copy of such a source", where=key, remedy="Choose another source, or upload the file"
        )
    return Copy(held.kept_sha256, file_name(held), key)


def sources_with_copies(request: Asking) -> Sequence[Evidence[Source]]:
    """The sources with a kept copy, that of the last one recorded first."""
    return [one for one in reversed(sources_of(request.actor)) if one.fact.kept_sha256]


def ticket_of(request: Asking, copy: Copy) -> str:
    """The ticket of a copy, for this person."""
    return signing.dumps([copy.sha256, copy.name, copy.source, request.user.pk], salt=SALT, compress=True)


def copy_of_ticket(request: Asking, ticket: str) -> Copy:
    """The copy of a ticket. Raises UnknownName for a ticket that is not ours or not this person's, and for a copy not kept."""
    unknown = UnknownName(
        "this is no copy that you have taken in", remedy="Upload the file again, or choose its source"
    )
    try:
        sha256, name, source, person = signing.loads(ticket, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise unknown from error
    if person != request.user.pk:
        raise unknown
    if source and copy_of_source(request, source).sha256 != sha256:
        raise unknown
    return Copy(sha256, name, source)


def content_of(copy: Copy) -> bytes:
    """The bytes of a copy. Raises UnknownName where it is not kept any more."""
    try:
        return kept.read("sources", copy.sha256)
    except FileNotFoundError as error:
        raise UnknownName("its copy is not kept any more", where=copy.name, remedy="Upload the file again") from error
