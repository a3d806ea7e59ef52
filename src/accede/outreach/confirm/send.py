"""What a State sends by its link: taken as a proposal, kept beside the register, shown to nobody outside before it is reviewed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from accede.outreach.confirm import files as attached
from accede.outreach.confirm.answers import Answers, to_json
from accede.outreach.confirm.files import Attached, files_of
from accede.outreach.confirm.link import newest_sent, state_of
from accede.outreach.models import ConfirmLink, Submission
from accede.vocabulary.confirming import LinkState
from accede.vocabulary.errors import Refused

MOST_SENDINGS = 20
BY_LINK, BY_FORM = "link", "form"
"""How something came."""


class Closed(Refused):
    """The link takes nothing any more; `state` says why."""

    state: LinkState


class SentMeanwhile(Refused):
    """Something else was sent by the same link since the page was opened."""


class TooOften(Refused):
    """More was sent by the link than anybody means to."""


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with one sending: the answers, files that are new, and the hashes of those sent before that stay."""

    answers: Answers
    new: Sequence[tuple[str, bytes]] = ()
    stay: Collection[str] = ()


def number_sent(link: ConfirmLink) -> int:
    """How often something was sent by a link: a page says which of them it amends."""
    return Submission.objects.filter(link=link).count()


def send(link: ConfirmLink, given: Given, *, seen: int, now: datetime | None = None) -> Submission:
    """Keep what was sent; sent twice, it is kept once. `seen` is `number_sent` as it was when the page was opened.

    Raises Closed, SentMeanwhile, TooOften. The files were looked at before.
    """
    at = now or datetime.now(UTC)
    with transaction.atomic():
        held = ConfirmLink.objects.select_for_update().get(pk=link.pk)
        _refuse_closed(held, at)
        before, answers = newest_sent(held), to_json(given.answers)
        stay = tuple(each for each in files_of(before) if each.sha256 in given.stay) if before else ()
        files = _together(stay, given.new)
        if before is not None and (before.answers, before.files) == (answers, attached.to_json(files)):
            return before
        number = number_sent(held)
        if number != seen:
            raise SentMeanwhile("something else was sent by this link since the page was opened")
        if number >= MOST_SENDINGS:
            raise TooOften("more was sent by this link than it takes")
        held.used_at = held.used_at or at
        held.save(update_fields=["used_at"])
        return Submission.objects.create(
            link=held,
            treaty=held.treaty,
            state=held.state,
            letter=held.letter,
            answers=answers,
            filled_by=_who(given.answers),
            files=attached.to_json(files),
            came_at=at,
            came_by=BY_LINK,
        )


def _together(stay: Sequence[Attached], new: Sequence[tuple[str, bytes]]) -> tuple[Attached, ...]:
    """Those that stay and those that are new, each content once."""
    by_content = {each.sha256: each for each in stay}
    for each in attached.keep(new):
        by_content.setdefault(each.sha256, each)
    return tuple(by_content.values())


def _refuse_closed(link: ConfirmLink, now: datetime) -> None:
    state = state_of(link, now=now)
    if not state.takes_answers:
        error = Closed("this link takes nothing any more")
        error.state = state
        raise error


def _who(answers: Answers) -> str:
    return ", ".join(part for part in (answers.filled_by, answers.function) if part)[:300]
