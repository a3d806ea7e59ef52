"""Files that come with a form: looked at before they are kept, and opened by nobody but those who work on it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.intake.copies import safe_name
from accede.intake.documents.door import BEGINNINGS, COMPOUND, PDF, ZIP, refuse_disguised, refuse_unread
from accede.outreach.models import Submission
from accede.records import kept
from accede.vocabulary.errors import Unreadable

MOST_FILES = 5
LARGEST = 10 * 1024 * 1024
LARGEST_TOGETHER = 20 * 1024 * 1024
TAKEN = (".pdf", ".docx", ".xlsx", ".eml", ".msg", ".txt", ".csv")
"""What is taken: documents that people at work can open here. No web pages, no pictures, no programs."""
PACKED = (PDF, ZIP, COMPOUND)
FOLDER = "mail"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a submission: its name, its SHA-256 in the folder of mail, and whether it is the Word form itself."""

    name: str
    sha256: str
    is_form: bool = False


def refuse(content: bytes, *, name: str) -> str:
    """Why a file is not taken, in the language that is written in; "" for one that is."""
    if len(content) > LARGEST:
        return gettext("It has more than %(number)s MB.") % {"number": LARGEST // (1024 * 1024)}
    suffix = next((each for each in TAKEN if name.lower().endswith(each)), "")
    if not suffix:
        return gettext("Files of this kind are not taken. Send it as PDF, Word, a table, a message or plain text.")
    try:
        refuse_unread(content, name=name)
        refuse_disguised(content, name=name)
    except Unreadable:
        return gettext("It is empty, or no file of the kind that its name says.")
    begins = BEGINNINGS.get(suffix)
    if (begins and not content.startswith(begins[0])) or (not begins and content.startswith(PACKED)):
        return gettext("It is empty, or no file of the kind that its name says.")
    return ""


def keep(files: Iterable[tuple[str, bytes]]) -> tuple[Attached, ...]:
    """Keep files that were looked at; the same content is kept once."""
    return tuple(Attached(name, kept.keep(FOLDER, content)) for name, content in files)


def named(name: str) -> str:
    """A file's name as it is kept: without folders and signs."""
    return safe_name(name)


def files_of(submission: Submission) -> tuple[Attached, ...]:
    """The files of a submission."""
    if not submission.files:
        return ()
    return tuple(
        Attached(each["name"], each["sha256"], each.get("is_form", False)) for each in json.loads(submission.files)
    )


def to_json(files: Collection[Attached]) -> str:
    """Files as they are kept with a submission."""
    told = [{"name": each.name, "sha256": each.sha256, "is_form": each.is_form} for each in files]
    return json.dumps(told, ensure_ascii=False) if told else ""
