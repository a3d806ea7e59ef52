"""Activities as they are kept."""

from accede.activities import values
from accede.records.models import Version, keeps


@keeps(values.Activity)
class ActivityVersion(Version):
    """Something done to bring States in."""


__all__ = ["ActivityVersion"]
