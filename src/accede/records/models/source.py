"""Sources of evidence."""

from accede.records.models.appended import Version, keeps
from accede.records.values import Source


@keeps(Source)
class SourceVersion(Version):
    """A version of what we know of a source."""
