"""Where evidence comes from and who may see it."""

from accede.vocabulary.label import Labelled


class SourceGrade(Labelled):
    """From the nearest to the fact to the farthest; the order decides between contradictions nobody has chosen."""

    DEPOSITARY = "depositary", "depositary"
    OFFICIAL = "official", "official of the State"
    ORGAN = "organ", "organ of the treaty"
    UN = "un", "United Nations"
    MONITOR = "monitor", "monitor"
    PRESS = "press", "press"


class SourceKind(Labelled):
    """What kind of document a source is."""

    STATUS_PAPER = "status_paper", "status paper"
    STATEMENT = "statement", "statement"
    DEPOSITARY_RECORD = "depositary_record", "depositary record"
    VOTE_RECORD = "vote_record", "vote record"
    REPORT = "report", "report"
    CORRESPONDENCE = "correspondence", "correspondence"
    WEB_PAGE = "web_page", "web page"
    PRESS = "press", "press article"
    DATA_SET = "data_set", "data set"


class Classification(Labelled):
    """Who may see a version, from everybody to the fewest."""

    PUBLIC = "public", "public"
    STATES_PARTIES = "states_parties", "States Parties"
    PRESIDENCY = "presidency", "presidency"
    ISU = "isu", "ISU"
