"""The register held against its seals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.accounts.policy import Verb
from accede.publishing.wording import in_thousands
from accede.records import last
from accede.records.jobs import Doing, JobKind
from accede.records.lock import head
from accede.records.snapshot import snapshot
from accede.records.verify import verify
from accede.workspace.work.checks import FURTHER

MOST_NAMED = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing more is to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found: the first `problems` of `number`; of a whole register the end of its chain, and when it was looked at."""

    ok: bool
    number: int
    problems: tuple[str, ...]
    chain_number: int
    chain_hash: str
    at: datetime


def run(asked: Asked, doing: Doing) -> Verified:
    """Check everything."""
    with snapshot():
        verdict = verify(lambda table, rows: doing(table, rows, 0), FURTHER)
        newest = head() if verdict.ok else None
    last.note("verify", ok=verdict.ok, entry=newest.number if newest else 0)
    return Verified(
        ok=verdict.ok,
        number=len(verdict.problems),
        problems=verdict.problems[:MOST_NAMED],
        chain_number=newest.number if newest else 0,
        chain_hash=newest.hash if newest else "",
        at=datetime.now(UTC),
    )


def _tells(found: Verified) -> str:
    if found.ok:
        return gettext("The register is whole, up to audit entry %(number)s.") % {
            "number": in_thousands(found.chain_number)
        }
    told = ngettext(
        "The register is damaged: %(number)s problem found.",
        "The register is damaged: %(number)s problems found.",
        found.number,
    )
    return " ".join([told % {"number": in_thousands(found.number)}, *found.problems[:5]])


KIND = JobKind(
    key="verify",
    label=gettext_noop("Check of the register"),
    verb=Verb.ADMINISTER,
    arguments=Asked,
    results=Verified,
    run=run,
    tells=_tells,
)
