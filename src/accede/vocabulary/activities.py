"""What the presidency, the unit and others do to bring States in."""

from accede.vocabulary.label import Labelled


class ActivityKind(Labelled):
    """Kinds as the papers name them."""

    LETTER_ROUND = "letter_round", "letters"
    REPLY = "reply", "reply to a letter"
    BILATERAL = "bilateral", "bilateral meeting"
    WORKING_GROUP = "working_group", "working group on universalization"
    VISIT = "visit", "visit"
    APPEAL = "appeal", "appeal in a forum"
    PRESS_RELEASE = "press_release", "press release"
    WORKSHOP = "workshop", "workshop or seminar"
    DEMARCHE = "demarche", "démarche"
    BRIEFING = "briefing", "briefing"
    MEETING = "meeting", "other meeting"
    WORK_PLAN = "work_plan", "work plan or concept note"
    NOTIFICATION = "notification", "notification of a meeting"


class PressTone(Labelled):
    """What a press release does about what set it off."""

    WELCOME = "welcome", "welcome"
    REGRET = "regret", "regret"
    CONDEMNATION = "condemnation", "condemnation"
