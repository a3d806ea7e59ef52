"""Notes: a note for file, an agenda, a decision, who took part. For the presidency; printed in no paper."""

from __future__ import annotations

from dataclasses import replace

from accede.accounts.actor import Actor
from accede.activities.models import NoteVersion
from accede.activities.threads import Note
from accede.outreach.done.written import begin, go_on, held_to_change
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def write_note(actor: Actor, note: Note, *, classification: Classification = Classification.PRESIDENCY) -> str:
    """Write something down about an activity or a State; returns its key ("apmbc/bilateral/2018-06-07/KGZ/note/1").

    Raises NotAllowed, Refused for an empty note, one about nothing, and one that names a person.
    """
    about = note.activity or (f"{note.treaty}/{note.state}" if note.state else "")
    if not about:
        raise Refused("it is not said what the note is about", remedy="Name an activity or a State")
    return begin(actor, "write a note", f"{about}/note", _even(note), classification=classification)


def rewrite_note(
    actor: Actor, key: str, text: str, *, expected_version: int, classification: Classification | None = None
) -> None:
    """Change the words of a note. Raises NotAllowed, UnknownName, Refused where somebody else was faster."""
    held: Note = held_to_change(actor, NoteVersion, key)
    changed = _even(replace(held, text=text))
    go_on(
        actor,
        "rewrite a note",
        key,
        changed,
        expected_version=expected_version,
        reason="rewritten",
        classification=classification,
    )


def _even(note: Note) -> Note:
    text = "\n".join(line.rstrip() for line in note.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    if not text:
        raise Refused("the note is empty", where=note.activity or note.state, remedy="Write something down")
    return replace(note, text=text)
