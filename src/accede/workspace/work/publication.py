"""The public site written to the folder that a web server carries, of what somebody has looked at before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils.translation import gettext, gettext_noop, override

from accede.accounts.policy import Verb
from accede.publishing.site.leak import Appearing
from accede.publishing.site.publish import new_to_the_public, publication, publish
from accede.publishing.wording import in_thousands
from accede.records.jobs import Doing, JobKind
from accede.vocabulary.errors import Refused


@dataclass(frozen=True, slots=True)
class Asked:
    """`confirmed` is the fingerprint of the report of what the public will see for the first time, as somebody read it."""

    confirmed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Pages of the site, and its files that were written and that were as before."""

    pages: int
    written: int
    unchanged: int


def place() -> Path:
    """The folder of the publication. Raises Refused where nobody said which."""
    if not settings.ACCEDE_PUBLISH_DIR:
        raise Refused(
            "no folder for the public site is set",
            remedy="Set ACCEDE_PUBLISH_DIR to the folder that a web server carries",
        )
    return Path(settings.ACCEDE_PUBLISH_DIR)


def report() -> tuple[Appearing, ...]:
    """What the public would see that it did not see before. Raises Refused where no folder is set, or another's is."""
    return new_to_the_public(place(), publication())


def fingerprint(new: Sequence[Appearing]) -> str:
    """SHA-256 of a report: who confirms it confirms this one."""
    told = sorted((each.kind, each.key, each.version, each.came_from or "", each.reason) for each in new)
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()


def run(asked: Asked, doing: Doing) -> Written:
    """Publish. Raises Refused where something else would be seen than what was confirmed; nothing is written then."""
    folder, wanted = place(), publication()
    if fingerprint(new_to_the_public(folder, wanted)) != asked.confirmed:
        raise Refused(
            "what the public will see for the first time is no longer what was confirmed",
            remedy="Look at the report again, and confirm it",
        )
    with override(None):
        done = publish(folder, wanted, progress=lambda what, count: doing(what, count, 0))
    return Written(pages=done.pages, written=done.written, unchanged=done.unchanged)


def _tells(done: Written) -> str:
    return gettext("The site has %(pages)s pages; %(written)s files were written, %(unchanged)s are as before.") % {
        "pages": in_thousands(done.pages),
        "written": in_thousands(done.written),
        "unchanged": in_thousands(done.unchanged),
    }


KIND = JobKind(
    key="publish",
    label=gettext_noop("Publication of the site"),
    verb=Verb.RELEASE,
    arguments=Asked,
    results=Written,
    run=run,
    tells=_tells,
)
