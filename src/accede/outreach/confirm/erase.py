"""Erase who filled in a form that is dealt with: names, what was said to the presidency alone, and the files. The answers stay."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from accede.accounts.actor import Actor
from accede.outreach.confirm import files as attached
from accede.outreach.confirm.answers import from_json, to_json, without_persons
from accede.outreach.confirm.take_over import submission_held
from accede.outreach.models import Incoming, Submission
from accede.vocabulary.errors import Refused


def erase(actor: Actor, number: int) -> None:
    """Erase it, and with it what the same link sent before.

    Raises NotAllowed, UnknownName, Refused for what nobody has dealt with.
    """
    with transaction.atomic():
        submission = submission_held(actor, number)
        if submission.dealt_with_at is None:
            raise Refused(
                "it is still in work", where=str(number), remedy="Record it, or say that nothing is to be recorded"
            )
        together = Q(pk=number) | (Q(link=submission.link_id) if submission.link_id else Q())
        for each in Submission.objects.select_for_update().filter(together):
            empty(each)


def holds_persons(submission: Submission) -> bool:
    """Whether there is something left to erase."""
    answers = from_json(submission.answers)
    return bool(submission.filled_by or submission.files) or answers != without_persons(answers)


def empty(submission: Submission) -> None:
    """Take out of a submission what it says of persons, and its files once the transaction ends."""
    gone = attached.files_of(submission)
    submission.answers = to_json(without_persons(from_json(submission.answers)))
    submission.filled_by = submission.files = ""
    submission.save(update_fields=["answers", "filled_by", "files"])
    for each in gone:
        if _is_nobody_elses(each.sha256):
            file = Path(settings.ACCEDE_HOME) / attached.FOLDER / each.sha256
            transaction.on_commit(lambda file=file: file.unlink(missing_ok=True))  # type: ignore[misc]


def _is_nobody_elses(sha256: str) -> bool:
    others = Submission.objects.filter(files__contains=sha256).exists()
    return not others and not Incoming.objects.filter(file_sha256=sha256).exists()


__all__ = ["empty", "erase", "holds_persons"]
