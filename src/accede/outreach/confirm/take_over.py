"""Take what a State sent over into the register, as records that wait for review; or note that there is nothing to take over."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.models import ActivityVersion
from accede.activities.threads import Promise
from accede.intake.accept import accept_chosen
from accede.intake.compare import Verdict
from accede.intake.propose import Intake, compared
from accede.intake.source import source_of
from accede.outreach.confirm import files as attached
from accede.outreach.confirm.answers import Answers, from_json, to_json
from accede.outreach.confirm.files import Attached, files_of
from accede.outreach.confirm.findings import answered, findings_of
from accede.outreach.confirm.form import Form, form_of
from accede.outreach.confirm.link import IN_WORK
from accede.outreach.confirm.register import public_register
from accede.outreach.confirm.send import BY_FORM
from accede.outreach.confirm.word_read import ReadForm, read_word
from accede.outreach.done.promise import record_promise
from accede.outreach.models import Submission
from accede.outreach.rounds.held import letter_held, round_held
from accede.outreach.rounds.steps import move
from accede.records import kept
from accede.records.current import current
from accede.records.keep_source import found_again
from accede.records.values import Source, View
from accede.vocabulary.activities import ActivityKind, PromiseStanding
from accede.vocabulary.confirming import Intention
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification


@dataclass(frozen=True, slots=True)
class Came:
    """A submission, read: its form, its answers, and its proposals compared with what the register has."""

    submission: Submission
    form: Form
    answers: Answers
    intake: Intake
    content: bytes
    source: Source


def submission_held(actor: Actor, number: int) -> Submission:
    """A submission by its number. Raises NotAllowed, UnknownName."""
    actor.must(Verb.RECORD, IN_WORK)
    found = Submission.objects.filter(pk=number).select_related("link").first()
    if found is None:
        raise UnknownName("nothing came in under this number", where=str(number), remedy="Look at the list")
    return found


def came(actor: Actor, submission: Submission) -> Came:
    """What was sent, with its proposals, as this person may compare them. Raises NotAllowed, UnknownName, Damaged."""
    actor.must(Verb.RECORD, IN_WORK)
    answers = from_json(submission.answers)
    form = form_of(public_register(submission.treaty, answers.as_of), submission.state)
    on = submission.came_at.date()
    findings = findings_of(form, answers, on, reply_to=_round_told(submission.letter))
    text = answered(form, answers, on).text
    name = f"form-{submission.state}-{on.isoformat()}.txt"
    now = View(as_of=date.max, known_on=datetime.now(UTC), classes=actor.classes(Verb.READ))
    intake = compared(Intake(name, submission.treaty, findings, (), "", text), now)
    source = source_of(findings, treaty=submission.treaty, meeting="", copy="", file_name=name)
    return Came(submission, form, answers, intake, text.encode(), replace(source, language=answers.language))


def take_over(
    actor: Actor,
    number: int,
    *,
    chosen: Mapping[str, Verdict],
    classification: Classification,
    promises: bool = False,
    now: datetime | None = None,
) -> str:
    """Record the proposals that are chosen (marks and the verdicts that were seen), and what it means to do as promises.

    Returns the key of the source. The letter that was answered moves on to "replied", if it has gone. All of it or nothing.
    Raises NotAllowed, UnknownName, Changed, and Refused where somebody else was faster or nothing is chosen.
    """
    at = now or datetime.now(UTC)
    with transaction.atomic():
        submission = _open(actor, number)
        found = came(actor, submission)
        meant = promises_in(found) if promises else ()
        source = "" if meant and not chosen else _record(actor, found, chosen, classification)
        for promise in meant:
            record_promise(actor, promise)
        _replied(actor, submission, source)
        _settle(submission, actor, at, source)
    return source


def _record(actor: Actor, found: Came, chosen: Mapping[str, Verdict], classification: Classification) -> str:
    """Record what is chosen; the key of the source it stands in."""
    accept_chosen(actor, found.intake, found.content, chosen=chosen, classification=classification, source=found.source)
    # An instant of the register may be a little later than the clock's.
    held = found_again(actor, hashlib.sha256(found.content).hexdigest(), at=datetime.now(UTC) + timedelta(days=1))
    return held.key if held else ""


def set_aside(actor: Actor, number: int, *, now: datetime | None = None) -> None:
    """Note that what was sent has been dealt with, and nothing is recorded from it. Raises NotAllowed, UnknownName, Refused."""
    with transaction.atomic():
        _settle(_open(actor, number), actor, now or datetime.now(UTC), "")


def take_in_form(
    actor: Actor, content: bytes, *, name: str, letter: str = "", now: datetime | None = None
) -> tuple[Submission, ReadForm]:
    """Keep a Word form that came back, as what came by a link is kept; the same file is kept once.

    `letter` is the key of the letter it answers, where its file does not tell. Raises NotAllowed, and Unreadable for what is no
    form.
    """
    actor.must(Verb.RECORD, IN_WORK, where=name)
    read = read_word(content, name=name)
    file = Attached(attached.named(name), kept.keep(attached.FOLDER, content), is_form=True)
    for held in Submission.objects.filter(state=read.form.state, came_by=BY_FORM):
        if file.sha256 in {each.sha256 for each in files_of(held)}:
            return held, read
    made = Submission.objects.create(
        link=None,
        treaty=read.form.treaty,
        state=read.form.state,
        letter=_letter_of(read.letter, read.form.state) or _letter_of(letter, read.form.state),
        answers=to_json(read.answers),
        filled_by=", ".join(part for part in (read.answers.filled_by, read.answers.function) if part)[:300],
        files=attached.to_json([file]),
        came_at=now or datetime.now(UTC),
        came_by=BY_FORM,
    )
    return made, read


def waiting(treaty: str) -> tuple[Submission, ...]:
    """What came in and nobody has dealt with; of what came by one link the last alone."""
    found: dict[object, Submission] = {}
    for each in Submission.objects.filter(treaty=treaty, dealt_with_at=None).order_by("came_at", "pk"):
        found[("link", each.link_id) if each.link_id else ("own", each.pk)] = each
    return tuple(sorted(found.values(), key=lambda each: (each.came_at, each.pk), reverse=True))


def promises_in(found: Came) -> tuple[Promise, ...]:
    """What the State says it means to do: report, come to a meeting. Not who comes."""
    answers, on = found.answers, PartialDate.on_day(found.submission.came_at.date())
    said: list[tuple[str, PartialDate | None]] = []
    if answers.report is Intention.YES:
        said.append(("to submit a report under Article 7", None))
    starts = {each.key: each.fact.starts for each in found.form.meetings}
    said += [
        (f"to take part in {each.occasion}", starts.get(each.occasion))
        for each in answers.meetings
        if each.comes is Intention.YES
    ]
    return tuple(
        Promise(
            treaty=answers.treaty,
            by=answers.state,
            state=answers.state,
            what=what,
            promised=on,
            standing=PromiseStanding.OPEN,
            due=due if due and due.latest and due.latest >= on.counts_from else None,
        )
        for what, due in said
    )


def _open(actor: Actor, number: int) -> Submission:
    """The submission, held until the transaction ends. Raises Refused where it was dealt with or something newer came."""
    actor.must(Verb.RECORD, IN_WORK)
    submission_held(actor, number)
    submission = Submission.objects.select_for_update().get(pk=number)
    if submission.dealt_with_at is not None:
        raise Refused(
            f"{submission.dealt_with_by} has dealt with it", where=str(number), remedy="Look at what was recorded"
        )
    if submission.link_id and Submission.objects.filter(link=submission.link_id, pk__gt=number).exists():
        raise Refused("the State has sent something else since", where=str(number), remedy="Look at what it sent last")
    return submission


def _settle(submission: Submission, actor: Actor, at: datetime, source: str) -> None:
    """Note it for this and for what the same link sent before."""
    held = Submission.objects.filter(pk=submission.pk)
    if submission.link_id:
        held = Submission.objects.filter(link=submission.link_id, dealt_with_at=None)
    held.update(dealt_with_at=at, dealt_with_by=actor.name)
    Submission.objects.filter(pk=submission.pk).update(source=source)


def _letter_of(key: str, state: str) -> str:
    """The key of a letter to this State; "" for what is none: a file can say anything."""
    try:
        return key if key and letter_held(key).fact.state == state else ""
    except UnknownName:
        return ""


def _round_told(letter: str) -> str | None:
    """The key of what the public is told of the round of a letter; "" where that is not told, None where no letter is answered."""
    if not letter:
        return None
    try:
        activity = round_held(letter_held(letter).fact.round).fact.activity
    except UnknownName:
        return ""
    return activity if current(ActivityVersion, _now(), key=activity) else ""


def _replied(actor: Actor, submission: Submission, source: str) -> None:
    """The letter has its answer, if it has gone and was not answered before."""
    if not submission.letter:
        return
    try:
        letter = letter_held(submission.letter)
    except UnknownName:
        return
    if not letter.fact.step.has_gone or letter.fact.step in (LetterStep.REPLIED, LetterStep.CLOSED):
        return
    of_state = {"kind": ActivityKind.REPLY.value, "by": submission.state}
    told = current(ActivityVersion, _now(), source=source, **of_state) if source else []
    move(
        actor,
        letter.key,
        LetterStep.REPLIED,
        on=PartialDate.on_day(submission.came_at.date()),
        reply=told[0].key if told else "",
        expected_version=letter.version,
        tells=False,
    )


def _now() -> View:
    return View(as_of=date.max, known_on=datetime.now(UTC))


__all__ = [
    "Came",
    "came",
    "promises_in",
    "set_aside",
    "submission_held",
    "take_in_form",
    "take_over",
    "waiting",
]
