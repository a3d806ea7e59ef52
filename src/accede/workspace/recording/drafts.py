"""Drafts: what somebody has typed and not recorded, kept as they type, for them alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from accede.accounts.models import User
from accede.vocabulary.errors import Refused
from accede.workspace.models import Draft

LARGEST = 500_000
"""Characters of all fields of a draft together."""
MOST = 300
"""Fields."""
NOT_KEPT = ("csrfmiddlewaretoken", "take")


def keep(owner: User, kind: str, source: str, fields: Mapping[str, str]) -> Draft:
    """Keep what is typed. Raises Refused for too much."""
    told = {name: value for name, value in fields.items() if name not in NOT_KEPT and "\0" not in value}
    if len(told) > MOST or sum(len(name) + len(value) for name, value in told.items()) > LARGEST:
        raise Refused("it is too long for a draft", remedy="Record it in parts")
    draft, _ = Draft.objects.update_or_create(
        owner=owner, kind=kind, source=source, defaults={"fields": told, "kept_at": datetime.now(UTC)}
    )
    return draft


def held(owner: User, kind: str, source: str) -> Draft | None:
    """The draft of a form, if there is one."""
    return Draft.objects.filter(owner=owner, kind=kind, source=source).first()


def all_of(owner: User) -> list[Draft]:
    """Somebody's drafts, the newest first."""
    return list(Draft.objects.filter(owner=owner).order_by("-kept_at"))


def discard(owner: User, kind: str, source: str) -> None:
    """Throw it away."""
    Draft.objects.filter(owner=owner, kind=kind, source=source).delete()
