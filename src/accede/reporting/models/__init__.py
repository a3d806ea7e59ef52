"""Papers in work and editions as they are kept."""

from accede.records.models import Version, keeps
from accede.reporting import values


@keeps(values.Edition)
class EditionVersion(Version):
    """A sealed paper."""


@keeps(values.PaperPlan)
class PaperPlanVersion(Version):
    """A paper that is being written."""

    is_reviewed = False


@keeps(values.ProseBlock)
class ProseBlockVersion(Version):
    """Words of people in a paper."""

    is_reviewed = False


@keeps(values.Clearance)
class ClearanceVersion(Version):
    """A paper that the President's office cleared."""

    is_reviewed = False


__all__ = ["ClearanceVersion", "EditionVersion", "PaperPlanVersion", "ProseBlockVersion"]
