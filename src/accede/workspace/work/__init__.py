"""What can be done in the background: each kind of job in a module of its own, which is imported when it is needed."""

from __future__ import annotations

import importlib
from typing import Any

from accede.records.jobs import JobKind
from accede.vocabulary.errors import UnknownName

KINDS = {
    "backup": "accede.workspace.work.backup",
    "verify": "accede.workspace.work.verification",
    "publish": "accede.workspace.work.publication",
    "digest": "accede.workspace.work.digest",
    "letters": "accede.outreach.sending.job",
    "mailbox": "accede.outreach.replies.job",
    "retention": "accede.outreach.retention",
}
"""The key of each kind to the module whose `KIND` it is. A package that has work to do adds its line."""


def kind_named(key: str) -> JobKind[Any, Any]:
    """The kind of this key. Raises UnknownName."""
    if key not in KINDS:
        raise UnknownName("there is no such kind of job", where=key, remedy=f"Use one of {', '.join(KINDS)}")
    kind: JobKind[Any, Any] = importlib.import_module(KINDS[key]).KIND
    return kind


def kinds() -> dict[str, JobKind[Any, Any]]:
    """All of them, for a worker."""
    return {key: kind_named(key) for key in KINDS}
