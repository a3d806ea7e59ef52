"""accede release: what is accepted and not released, and its release, at once or under embargo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from accede.cli.named_records import chosen, records_argument, refuse_mixed, source_and_all
from accede.cli.options import Instant, json_option
from accede.cli.output import print_json, print_text, table
from accede.cli.register import FULL, actor, open_register
from accede.publishing.wording import counted, instant

if TYPE_CHECKING:
    from accede.publishing.site.leak import Appearing, Leak
    from accede.records.reference import Reference
    from accede.records.reviewing import Waiting

JSON = (
    'With --json: {"waiting":[{"kind", "key", "version", "state", "says", "source", "classification", "stage", '
    '"held_back_by", "until"}]}; of what is named, before it is confirmed, "number", "at", "everybody", "states_parties" and '
    '"corrections", else "released" and "at"'
)
FINDING = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A record that waits, as it is printed; `until` of one under embargo."""

    kind: str
    key: str
    version: int
    state: str
    says: str
    source: str
    classification: str
    stage: str
    held_back_by: str
    until: datetime | None


@click.command(name="release", epilog=JSON)
@records_argument
@source_and_all
@click.option(
    "--at",
    type=Instant(),
    help="Keep it under embargo until this instant, as 2027-03-01T10:00Z, or until the end of this day in UTC.",
)
@click.option("--why", default="", metavar="REASON", help="Why now; kept in the audit trail, not public.")
@click.option(
    "--confirm",
    "confirmed",
    default="",
    metavar="NUMBER",
    help="Release exactly what the report of this number tells; if it would tell something else by now, nothing is released.",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    records: Sequence[str],
    source: str,
    is_all: bool,
    at: datetime | None,
    why: str,
    confirmed: str,
    as_json: bool,
) -> None:
    """List what is accepted and not released; with KIND KEY, --source or --all say what would be seen, and release it.

    What would be seen is printed with a number, and the exit status is 1: nothing is released until the number is given with
    --confirm. Sources go along with what was taken from them. The reasons of corrections become public.
    """
    refuse_mixed(records, source, is_all)
    open_register(FULL)
    from accede.records.releasing import to_be_released, under_embargo

    waits = to_be_released()
    if not (records or source or is_all):
        if at or why or confirmed:
            raise click.UsageError("Name what is to be released: KIND KEY, --source or --all")
        listed = list(_waiting([*waits, *under_embargo()]))
        print_json({"waiting": listed}) if as_json else print_text(_listed(listed))
        return
    references = chosen(_free(waits), records, source, is_all)
    if not references:
        print_json({"released": 0, "at": at}) if as_json else print_text(["Nothing waits for release."])
        return
    _release(ctx, references, at=at, why=why, confirmed=confirmed, as_json=as_json)


def _release(
    ctx: click.Context,
    references: Sequence[Reference],
    *,
    at: datetime | None,
    why: str,
    confirmed: str,
    as_json: bool,
) -> None:
    """Say what would be seen, or release it where that is confirmed."""
    from accede.publishing.site.leak import would_appear
    from accede.records.release import release, to_release

    leak = would_appear(to_release(actor(), references, at=at), at)
    if confirmed == leak.number:
        number = release(actor(), references, at=at, reason=why)
        if as_json:
            print_json({"released": number, "at": at})
        else:
            until = f"Under embargo until {instant(at)}" if at else "Released"
            print_text([f"{until}: {counted(number, 'record')}."])
        return
    if as_json:
        print_json(_report_as_json(leak))
    else:
        print_text(_report(leak, is_other=bool(confirmed)))
    ctx.exit(FINDING)


def _free(waits: Sequence[Waiting]) -> list[Waiting]:
    """What neither its class nor its source holds back, and nobody has withdrawn."""
    from accede.accounts.policy import Verb
    from accede.records.release import held_back
    from accede.records.reviewing import Stage
    from accede.vocabulary.sources import Classification

    classes, back = actor().classes(Verb.RELEASE), held_back({one.reference: one.row for one in waits})
    return [
        one
        for one in waits
        if one.reference not in back
        and one.standing.stage is Stage.ACCEPTED
        and Classification(one.row.classification) in classes
    ]


def _waiting(waits: Sequence[Waiting]) -> Iterator[Waits]:
    from accede.publishing.told import state_of, told
    from accede.records.evidence import evidence_of
    from accede.records.release import held_back
    from accede.records.reviewing import Stage

    rows = {one.reference: one.row for one in waits}
    evidence, back = evidence_of(rows), held_back(rows)
    for one in waits:
        each = evidence[one.reference]
        is_held = one.reference in back
        yield Waits(
            kind=one.reference.kind,
            key=one.reference.key,
            version=one.reference.version,
            state=state_of(each.fact),
            says=told(each),
            source=each.source,
            classification=str(each.classification),
            stage=str(one.standing.stage),
            held_back_by=back[one.reference].reference.key if is_held else "",
            until=one.standing.effective_at if one.standing.stage is Stage.EMBARGOED else None,
        )


def _listed(waits: Sequence[Waits]) -> Iterator[str]:
    waiting = [each for each in waits if each.until is None]
    embargoed = [each for each in waits if each.until is not None]
    if not waits:
        yield "Nothing waits for release, and nothing is under embargo."
        return
    yield f"{counted(len(waiting), 'record')} accepted and not released; {counted(len(embargoed), 'record')} under embargo."
    if waiting:
        yield ""
        yield from table(("Kind", "Key", "Source", "For", "Says"), [_row(each) for each in waiting])
    if embargoed:
        yield ""
        rows = [(each.until.strftime("%Y-%m-%d %H:%M UTC") if each.until else "", *_row(each)) for each in embargoed]
        yield from table(("Until", "Kind", "Key", "Source", "For", "Says"), rows)


def _row(each: Waits) -> tuple[str, ...]:
    beside = f" (held back by {each.held_back_by})" if each.held_back_by else ""
    beside += " (withdrawn)" if each.stage == "withdrawn" else ""
    return each.kind, each.key, each.source, each.classification, f"{each.says[:60]}{beside}"


def _report_as_json(leak: Leak) -> dict[str, object]:
    return {
        "number": leak.number,
        "at": leak.at,
        "everybody": leak.everybody,
        "states_parties": leak.states_parties,
        "corrections": [
            {"kind": each.record, "key": each.key, "what": str(each.kind), "reason": each.reason}
            for each in leak.corrections
        ],
    }


def _report(leak: Leak, *, is_other: bool) -> Iterator[str]:
    if is_other:
        yield "What would be seen is not what the report of that number told. It is now:"
        yield ""
    when = f"From {instant(leak.at)} on" if leak.at else "At once"
    for readers, found in (("everybody", leak.everybody), ("the States Parties alone", leak.states_parties)):
        if found:
            yield f"{when} {readers} would see what they do not see:"
            yield ""
            yield from _seen(found)
            yield ""
    if not leak.all:
        yield "Nobody would see anything that they do not see already."
        yield ""
    if leak.corrections:
        yield "The page of corrections would tell everybody, with the reason as it stands here:"
        yield from (f"  {each.record} {each.key}: {each.reason or each.kind.label}" for each in leak.corrections)
        yield ""
    yield f"Nothing was released. To release exactly this: --confirm {leak.number}"


def _seen(found: Iterable[Appearing]) -> Iterator[str]:
    from accede.publishing.site.leak import summary
    from accede.publishing.told import state_of, told
    from accede.records.evidence import evidence_of
    from accede.records.reference import Reference

    listed = tuple(found)
    yield from table(("Kind", "From", "Records"), [(kind, words, str(count)) for kind, words, count in summary(listed)])
    yield ""
    evidence = evidence_of(Reference(each.kind, each.key, each.version) for each in listed)
    for each, record in zip(listed, evidence.values(), strict=True):
        mark = f" [until now for {each.came_from.label} only]" if each.was_restricted and each.came_from else ""
        yield f"  {state_of(record.fact) or each.kind} {told(record)}{mark}"
