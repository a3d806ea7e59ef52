"""An activity as a person may read it, and what became of its record."""

from __future__ import annotations

from accede.activities.models import ActivityVersion
from accede.activities.values import Activity
from accede.overview.register import Register
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages
from accede.records.values import Evidence
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking, register_of

KIND = ActivityVersion.record_kind()


def activity_held(request: Asking, key: str) -> tuple[Register, Evidence[Activity]]:
    """The register as the person may read it, and the activity. Raises UnknownName."""
    register = register_of(request.actor)
    for each in register.activities:
        if each.key == key:
            return register, each
    raise UnknownName("there is no such activity that you may read", where=key, remedy="Choose one from the list")


def stages_of(held: list[Evidence[Activity]]) -> dict[str, Stage]:
    """What became of the version of each, by key; two queries."""
    references = {Reference(KIND, each.key, each.version): each.key for each in held}
    return {references[reference]: standing.stage for reference, standing in stages(references).items()}
