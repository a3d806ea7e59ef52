"""Treaties, States, occasions and treaty actions as they are kept."""

from accede.records.models import Version, keeps
from accede.register import values
from accede.vocabulary.state_names import StateName


@keeps(values.TreatyText)
class TreatyVersion(Version):
    """A treaty's definition."""


@keeps(values.State)
class StateVersion(Version):
    """A State."""


@keeps(StateName)
class NameVersion(Version):
    """A name of a State."""


@keeps(values.Occasion)
class OccasionVersion(Version):
    """An occasion."""


@keeps(values.TreatyAction)
class TreatyActionVersion(Version):
    """A treaty action."""


@keeps(values.StatusClaim)
class StatusClaimVersion(Version):
    """What a list says of a State and a treaty."""


__all__ = [
    "NameVersion",
    "OccasionVersion",
    "StateVersion",
    "StatusClaimVersion",
    "TreatyActionVersion",
    "TreatyVersion",
]
