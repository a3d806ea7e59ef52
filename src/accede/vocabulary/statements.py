"""What a State says and how we hold it: text kinds, channels, positions, stated circumstances, steps."""

from accede.vocabulary.label import Labelled


class TextKind(Labelled):
    """Whose words a text is."""

    QUOTATION = "quotation", "quotation"
    REPORTED = "reported", "reported speech"
    SUMMARY = "summary", "our summary"


class Channel(Labelled):
    """By what way a statement was made."""

    STATEMENT = "statement", "statement"
    EXPLANATION_OF_VOTE = "explanation_of_vote", "explanation of vote"
    INFORMATION_SENT = "information_sent", "information sent"
    RESPONSE_TO_LETTER = "response_to_letter", "response to a letter"
    REPORT = "report", "voluntary report"


class Position(Labelled):
    """Support, from strongest to opposed."""

    COMMITTED_TO_ACCEDE = "committed_to_accede", "committed to accede"
    STRATEGIC_OBJECTIVE = "strategic_objective", "accession is a strategic objective"
    STEP_BY_STEP = "step_by_step", "step by step"
    CONSIDERING = "considering", "considering accession"
    DOES_NOT_EXCLUDE = "does_not_exclude", "does not exclude joining"
    ADHERES_IN_PRACTICE = "adheres_in_practice", "adheres in practice"
    SUPPORTS_NORMS = "supports_norms", "supports the norms"
    SUPPORTS_AIMS = "supports_aims", "supports the aims"
    SUPPORTS_HUMANITARIAN_OBJECTIVES = "supports_humanitarian_objectives", "supports the humanitarian objectives"
    POLICY_UNCHANGED = "policy_unchanged", "policy unchanged"
    PREFERS_OTHER_FORUM = "prefers_other_forum", "prefers another forum"
    OPPOSED = "opposed", "opposed"


class Circumstance(Labelled):
    """Stated reasons for not joining."""

    MILITARY_UTILITY = "military_utility", "military utility"
    NATIONAL_SECURITY = "national_security", "national security"
    UNRESOLVED_CONFLICT = "unresolved_conflict", "unresolved conflict or occupied territory"
    RECIPROCITY = "reciprocity", "reciprocity or a neighbour's accession"
    LONG_BORDERS = "long_borders", "long borders"
    NO_ALTERNATIVES = "no_alternatives", "no alternatives to mines"
    SELF_DEFENCE = "self_defence", "right of self-defence or sovereignty"
    BORDERS_NOT_DELIMITED = "borders_not_delimited", "borders not delimited"
    ALLIANCE = "alliance", "alliance or defence arrangement"
    RESPONSIBILITY_OF_USERS = "responsibility_of_users", "responsibility of those who laid the mines"
    WEAK_COOPERATION = "weak_cooperation", "weak cooperation and assistance"
    LIMITED_RESOURCES = "limited_resources", "cost or limited resources"
    MANY_TREATIES = "many_treaties", "many treaties at once"
    DOMESTIC_PROCEDURE = "domestic_procedure", "domestic procedure"
    OTHER_FORUM = "other_forum", "another forum"
    ARMED_GROUPS = "armed_groups", "armed groups"
    CHANGE_OF_GOVERNMENT = "change_of_government", "change of government"
    REVIEW_UNDER_WAY = "review_under_way", "review under way"


class Step(Labelled):
    """What a State does or has done short of joining."""

    MORATORIUM = "moratorium", "moratorium"
    NEVER_USED = "never_used", "never used"
    NEVER_PRODUCED = "never_produced", "never produced"
    NEVER_EXPORTED = "never_exported", "never exported or transferred"
    PRODUCTION_CEASED = "production_ceased", "production ceased"
    USE_CEASED = "use_ceased", "use ceased"
    STOCKPILE_DECLARED = "stockpile_declared", "declares a stockpile"
    NO_STOCKPILE = "no_stockpile", "declares no stockpile"
    STOCKPILE_DESTROYED = "stockpile_destroyed", "stockpile destroyed in whole or part"
    STOCKPILE_NOT_TOLD = "stockpile_not_told", "declined to say whether it has a stockpile"
    RETAINS_FOR_TRAINING = "retains_for_training", "retains mines for training"
    VOLUNTARY_REPORT = "voluntary_report", "voluntary report"
    TARGET_DATE = "target_date", "target date"
    MINE_CLEARANCE = "mine_clearance", "mine clearance"


class CodeKind(Labelled):
    """Which list a code of a statement is taken from. A condition's code is a circumstance, with target and expiry."""

    POSITION = "position", "position"
    CIRCUMSTANCE = "circumstance", "stated circumstance"
    CONDITION = "condition", "condition"
    STEP = "step", "step"
