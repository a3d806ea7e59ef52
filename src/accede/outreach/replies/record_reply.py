"""Record an answer: its source, what it says, that it came; its letter has its reply. All of it or nothing.

The source that evidence is taken from tells who answered, how and when, and is for whoever may read the evidence. The message
itself stays with the mail, for the presidency, and can be erased. Where its words are recorded, those words, chosen by a person
and without names of persons, are the kept copy of the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.values import Activity
from accede.evidence.values import Confirmation
from accede.intake import replies
from accede.intake.copies import read_copy, safe_name
from accede.intake.record_new import record_new
from accede.outreach.models import Incoming, IncomingState
from accede.outreach.replies.assign import matched_with, refuse_ended
from accede.outreach.replies.attachments import attachments
from accede.outreach.replies.held import changing
from accede.outreach.replies.message import content_of
from accede.outreach.rounds.held import letter_held, round_held
from accede.outreach.rounds.steps import move
from accede.records import kept
from accede.records.keep_source import LARGEST
from accede.records.values import Source
from accede.records.write import writing
from accede.reporting.checker.reading.languages import language_of
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import Refused
from accede.vocabulary.label import Labelled
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.state_names import shipped_names

ENOUGH = 4000
LONGEST_CITATION = 300


class Way(Labelled):
    """How a State answered."""

    EMAIL = "email", "e-mail"
    NOTE_VERBALE = "note_verbale", "note verbale"
    LETTER = "letter", "letter"


_CITED = {Way.EMAIL: "Email", Way.NOTE_VERBALE: "Note verbale", Way.LETTER: "Letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says of an answer: which State, to which letter (or ""), on what day, how, cited as what, who may read it."""

    treaty: str
    state: str
    letter: str
    on: PartialDate
    way: Way
    citation: str
    classification: Classification = Classification.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The keys under which an answer was recorded; `confirmation` is "" where something else was said."""

    source: str
    reply: str
    confirmation: str = ""


def cited(way: Way, sender: str, on: PartialDate) -> str:
    """How an answer is cited ("Email from the Permanent Mission of China in Geneva, 6 May 2018")."""
    return f"{_CITED[way]} from {sender}, {on.wording()}"


def record_unchanged(actor: Actor, number: int, answer: Answer, *, expected_version: int) -> Recorded:
    """Record that a State answered that nothing has changed: a confirmation and a reply, which wait for review.

    The confirmation is told in our words; those of the message are not recorded. Raises NotAllowed, UnknownName; Refused for a
    day that has not come, a letter to another State, what is recorded already, and where somebody else was faster.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        _begin(actor, row, answer)
        source = _recorded_source(actor, row, answer, b"")
        name = _name(answer)
        said = Confirmation(
            treaty=answer.treaty,
            state=answer.state,
            said=answer.on,
            citation=answer.citation,
            summary=f"{name} answers that nothing has changed.",
            reply_to=_asked_in(answer),
        )
        confirmation = _recorded(actor, said, source, answer)
        return Recorded(source=source, reply=_replied(actor, row, answer, source), confirmation=confirmation)


def record_words(actor: Actor, number: int, answer: Answer, words: str, *, expected_version: int) -> Recorded:
    """Record that a State answered, with the words of the answer that evidence is then taken from as the copy of the source.

    `words` stand in what came in, or are a part of it. Raises as `record_unchanged`, and Refused without words.
    """
    if not words.strip():
        raise Refused("no words are chosen", remedy="Keep those words of the message that the State says")
    with changing(actor, number, expected_version=expected_version) as row:
        _begin(actor, row, answer)
        source = _recorded_source(actor, row, answer, _as_message(answer, words))
        return Recorded(source=source, reply=_replied(actor, row, answer, source))


def record_file(actor: Actor, number: int, answer: Answer, at: int | None, *, expected_version: int) -> Recorded:
    """Record that a State answered with a document: a file of the message (its place in it), or what came in itself (None).

    The file becomes the copy of the source, as it is. Raises as `record_unchanged`; Unreadable for a file that is not read, Refused
    for one that is not there.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        content, name = file_of(row, at)
        read_copy(content, name)
        _begin(actor, row, answer)
        source = _recorded_source(actor, row, answer, content, name=name)
        return Recorded(source=source, reply=_replied(actor, row, answer, source))


def acknowledge(actor: Actor, number: int, *, letter: str, on: PartialDate, expected_version: int) -> None:
    """Note that a State acknowledged a letter and said no more: nothing is recorded of the State.

    Raises NotAllowed, UnknownName, Refused as `move`.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        refuse_ended(row)
        held = letter_held(letter)
        matched_with(row, actor, state=held.fact.state, letter=letter)
        move(actor, letter, LetterStep.ACKNOWLEDGED, on=on, expected_version=held.version)
        row.state = IncomingState.DONE.value


def file_of(row: Incoming, at: int | None) -> tuple[bytes, str]:
    """A file of what came in, and its name. Raises Refused for one that is not there, or was erased."""
    content = content_of(row)
    if at is None:
        return content, row.file_name
    files = attachments(content)
    if not 0 <= at < len(files):
        raise Refused("the message has no such file", where=str(row.pk), remedy="Look at it again")
    return files[at].content, files[at].name


def _begin(actor: Actor, row: Incoming, answer: Answer) -> None:
    """Raises what speaks against recording it at all."""
    refuse_ended(row)
    actor.must(Verb.RECORD, answer.classification)
    matched_with(row, actor, state=answer.state, letter=answer.letter)
    if answer.on.earliest is None or answer.on.earliest > datetime.now(UTC).date():
        raise Refused("this day has not come", where=answer.on.edtf, remedy="Give the day on which the State answered")
    if not answer.citation.strip() or len(answer.citation) > LONGEST_CITATION or "@" in answer.citation:
        raise Refused(
            "it is not said how the answer is cited",
            remedy="Name the mission or ministry and the day, and no person or address",
        )


def _recorded_source(actor: Actor, row: Incoming, answer: Answer, content: bytes, *, name: str = "reply.eml") -> str:
    """Record the source, with a copy where there are bytes for one; returns its key."""
    if len(content) > LARGEST:
        raise Refused("it is too large for a source", remedy="Give the part you mean")
    copy = kept.keep("sources", content) if content else ""
    note = f"the message is kept with the mail as number {row.pk}"
    text = content.decode("utf-8", "replace")[:ENOUGH] if name == "reply.eml" else ""
    source = Source(
        title=answer.citation,
        kind=SourceKind.CORRESPONDENCE,
        grade=SourceGrade.OFFICIAL,
        treaty=answer.treaty,
        issued=answer.on,
        language=language_of(text, "en") if text else "en",
        kept_sha256=copy,
        note=f"imported from {safe_name(name)}; {note}" if copy else note,
    )
    with writing(actor.name, "record a reply") as write:
        taken = write.keys_of(Source)
        day = re.sub(r"[^0-9-]+", "-", answer.on.edtf).strip("-")
        key = wanted = f"reply-{answer.state.lower()}-{day}"
        again = 2
        while key in taken:
            key, again = f"{wanted}-{again}", again + 1
        write.record(key, source, source="", classification=answer.classification)
    return key


def _recorded(actor: Actor, fact: Any, source: str, answer: Answer) -> str:
    return record_new(actor, fact, source=source, classification=answer.classification)


def _replied(actor: Actor, row: Incoming, answer: Answer, source: str) -> str:
    """Record that the State replied, move its letter, end the row; returns the key of the reply."""
    reply = Activity(
        treaty=answer.treaty,
        kind=ActivityKind.REPLY,
        on=answer.on,
        by=answer.state,
        reply_to=_asked_in(answer),
        summary=f"{_name(answer)} answers by {answer.way.label}.",
    )
    key = _recorded(actor, reply, source, answer)
    if answer.letter:
        held = letter_held(answer.letter)
        if held.fact.step not in (LetterStep.REPLIED, LetterStep.CLOSED):
            move(actor, answer.letter, LetterStep.REPLIED, on=answer.on, reply=key, expected_version=held.version)
    row.state, row.source = IncomingState.DONE.value, source
    return key


def _asked_in(answer: Answer) -> str:
    """The key of the activity that tells of the round; "" for an answer to no letter of ours."""
    return round_held(letter_held(answer.letter).fact.round).fact.activity if answer.letter else ""


def _name(answer: Answer) -> str:
    name = shipped_names().in_sentence(answer.state)
    return name[:1].upper() + name[1:]


def _as_message(answer: Answer, words: str) -> bytes:
    """The words as a message that readers of replies understand, from the mission alone: no person and no address is in it."""
    sender = answer.citation.partition(" from ")[2].rpartition(",")[0] or _name(answer)
    day = answer.on.counts_from
    sent = format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))
    name = re.sub(r"[^\w .'()-]+", " ", sender.removeprefix("the ")).strip()
    fields = f"From: {Header(name, 'utf-8').encode() if not name.isascii() else name} <>\nDate: {sent}\n"
    text = "\n\n".join(each.strip() for each in re.split(r"\n\s*\n", words.replace("\r\n", "\n")) if each.strip())
    signed = (
        f"\n\n{name}" if replies.MISSION.match(name) and name not in text else ""
    )  # where the reader looks for who wrote
    head = f"{fields}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return f"{head}\n\n{text}{signed}\n".encode()


__all__ = [
    "Answer",
    "Recorded",
    "Way",
    "acknowledge",
    "cited",
    "file_of",
    "record_file",
    "record_unchanged",
    "record_words",
]
