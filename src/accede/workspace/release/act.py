"""One act of release or withdrawal: each record of it, and those that can be withdrawn now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.publishing.wording import instant
from accede.records.evidence import evidence_of
from accede.records.models import EventKind
from accede.records.reference import held
from accede.records.releasing import done_in
from accede.records.reviewing import Stage, stages
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.release.lines import Line, line_of
from accede.workspace.release.words import until_told
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class ActPage:
    """Everything the template prints; `open` can be withdrawn, `ended` is withdrawn, superseded or ended by now."""

    title: str
    opening: str
    reason: str
    open: tuple[Line, ...]
    ended: tuple[Line, ...]


def act(request: Asking, number: int) -> HttpResponse:
    """The act by the number of its audit entry. Raises UnknownName."""
    done = done_in(number)
    if done is None:
        raise UnknownName("nothing was released or withdrawn by this number", remedy="Look at the page of release")
    may = request.actor.classes(Verb.RELEASE)
    rows = {each: row for each, row in held(done.references).items() if Classification(row.classification) in may}
    standing, now = stages(rows), datetime.now(UTC)
    is_open = {each: standing[each].stage in (Stage.RELEASED, Stage.EMBARGOED) for each in rows}
    lines = {
        each: line_of(each, evidence, remark=gettext(standing[each].stage.label))
        for each, evidence in evidence_of(rows).items()
    }
    said = {"who": done.by, "instant": instant(done.at.astimezone(UTC))}
    if done.kind is EventKind.WITHDRAWAL:
        opening = gettext("Withdrawn by %(who)s on %(instant)s.") % said
    elif done.effective_at > now:
        until = {"until": until_told(done.effective_at, now)}
        opening = gettext("Put under embargo by %(who)s on %(instant)s, until %(until)s.") % {**said, **until}
    else:
        opening = gettext("Released by %(who)s on %(instant)s.") % said
    page = ActPage(
        title=gettext("Withdrawal") if done.kind is EventKind.WITHDRAWAL else gettext("Release"),
        opening=opening,
        reason=done.reason,
        open=tuple(line for each, line in lines.items() if is_open[each]),
        ended=tuple(line for each, line in lines.items() if not is_open[each]),
    )
    return render(request, "release/act.html", page)
