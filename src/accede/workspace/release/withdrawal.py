"""Taking a release back, or lifting records out of an embargo before it ends: what is shown instead, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.publishing.wording import in_thousands
from accede.records.evidence import evidence_of
from accede.records.models import Version
from accede.records.reference import Reference, held
from accede.records.release import withdraw
from accede.records.reviewing import Stage, Standing, stages
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.release.chosen import chosen_of, forget
from accede.workspace.release.lines import Line, line_of
from accede.workspace.release.words import until_told
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class WithdrawalPage:
    """Everything the template prints. `seen` have been seen by their readers, `unseen` are still under embargo."""

    title: str
    opening: str
    seen: tuple[Line, ...]
    unseen: tuple[Line, ...]
    mark: str
    reason: str
    error: str


def withdrawal(request: Asking, mark: str) -> HttpResponse:
    """The page; sent to it with a reason, what is chosen is withdrawn. Raises what `withdraw` raises, but for a reason."""
    chosen = chosen_of(request, mark)
    rows = held(chosen.references)
    for reference, row in rows.items():
        request.actor.must(Verb.RELEASE, Classification(row.classification), where=reference.key)
    reason = request.POST.get("reason", "").strip()[:2000]
    if request.method != "POST":
        return _shown(request, mark, rows)
    if not reason:
        return _shown(request, mark, rows, Refused(gettext("A reason is wanting"), remedy=gettext("Say why")))
    number = withdraw(request.actor, chosen.references, reason=reason)
    forget(request, mark)
    told = ngettext("%(number)s record is withdrawn.", "%(number)s records are withdrawn.", number)
    messages.success(request, told % {"number": in_thousands(number)})
    return see_other(reverse("workspace:release"))


def _shown(request: Asking, mark: str, rows: dict[Reference, Version], error: Refused | None = None) -> HttpResponse:
    standing = stages(rows)
    ended = next((one for one in rows if standing[one].stage not in (Stage.RELEASED, Stage.EMBARGOED)), None)
    if ended is not None:
        raise Refused(f"it is {standing[ended].stage.label}", where=ended.key, remedy="Look at it again")
    seen = [one for one in rows if standing[one].stage is Stage.RELEASED]
    unseen = [one for one in rows if standing[one].stage is Stage.EMBARGOED]
    number = len(rows)
    opening = ngettext("Withdraw %(number)s record from release.", "Withdraw %(number)s records from release.", number)
    page = WithdrawalPage(
        title=gettext("Withdraw"),
        opening=opening % {"number": in_thousands(number)},
        seen=tuple(_lines(seen, _instead(seen))),
        unseen=tuple(_lines(unseen, _ends(unseen, standing))),
        mark=mark,
        reason=request.POST.get("reason", ""),
        error=error.told if error else "",
    )
    return render(request, "release/withdrawal.html", page, status=400 if error else 200)


def _lines(references: Iterable[Reference], remarks: dict[Reference, str]) -> Iterable[Line]:
    for reference, each in evidence_of(references).items():
        yield line_of(reference, each, remark=remarks.get(reference, ""))


def _instead(references: list[Reference]) -> dict[Reference, str]:
    """What is shown in place of each: an earlier version that is released still, or nothing."""
    earlier = {Reference(each.kind, each.key, version) for each in references for version in range(1, each.version)}
    standing = stages(earlier)
    told = {}
    for each in references:
        shown = [
            one.version
            for one in earlier
            if (one.kind, one.key) == (each.kind, each.key) and _is_released(standing[one])
        ]
        told[each] = (
            gettext("Version %(version)s will be shown again.") % {"version": max(shown)}
            if shown
            else gettext("Nothing will be shown in its place.")
        )
    return told


def _is_released(standing: Standing) -> bool:
    return standing.stage is Stage.RELEASED


def _ends(references: list[Reference], standing: dict[Reference, Standing]) -> dict[Reference, str]:
    now = datetime.now(UTC)
    return {
        each: gettext("Under embargo until %(instant)s.") % {"instant": until_told(at, now)}
        for each in references
        if (at := standing[each].effective_at) is not None
    }
