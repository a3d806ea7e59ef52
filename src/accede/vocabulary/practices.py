"""What is claimed about a State's practice, by whom."""

from accede.vocabulary.label import Labelled


class Question(Labelled):
    """The questions the overview asks of every State."""

    REASONS = "reasons", "reasons for staying outside"
    MORATORIUM = "moratorium", "moratorium"
    STOCKPILE = "stockpile", "stockpile"
    PRODUCTION = "production", "production"
    TRANSFER = "transfer", "transfer"
    USE = "use", "use"


class PracticeKind(Labelled):
    """What the claim is about."""

    USE = "use", "use"
    PRODUCTION = "production", "production"
    EXPORT = "export", "export"
    IMPORT = "import", "import"
    TRANSFER = "transfer", "transfer"
    STOCKPILE = "stockpile", "stockpile"
    RETENTION = "retention", "retention"
    DESTRUCTION = "destruction", "destruction"
    MORATORIUM = "moratorium", "moratorium"
    POLICY = "policy", "policy or law"


class Claim(Labelled):
    """What the claim says of the practice."""

    HAS = "has", "says yes"
    HAS_NOT = "has_not", "says no"
    CEASED = "ceased", "says it ceased"
    NOT_TOLD = "not_told", "declined to say"
    UNKNOWN = "unknown", "says it is not known"


class ClaimStatus(Labelled):
    """How the claim stands."""

    DECLARED = "declared", "declared"
    ALLEGED = "alleged", "alleged"
    DENIED = "denied", "denied"
    CONFIRMED = "confirmed", "confirmed"
    DECLINED = "declined", "declined to say"


class Actor(Labelled):
    """Who is said to have acted. Use in a State is not use by it."""

    STATE = "state", "the State"
    ARMED_GROUP = "armed_group", "an armed group"
    UNKNOWN = "unknown", "unknown"
