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
    CALL = "call", "call"
    MEETING = "meeting", "other meeting"
    WORK_PLAN = "work_plan", "work plan or concept note"
    NOTIFICATION = "notification", "notification of a meeting"

    @property
    def is_confidential(self) -> bool:
        """Whether who took part is for the presidency alone, whatever the public is told of it."""
        return self in (ActivityKind.BILATERAL, ActivityKind.CALL, ActivityKind.DEMARCHE)


class PressTone(Labelled):
    """What a press release does about what set it off."""

    WELCOME = "welcome", "welcome"
    REGRET = "regret", "regret"
    CONDEMNATION = "condemnation", "condemnation"


class SetOff(Labelled):
    """What sets a press release or an appeal off."""

    ALLEGED_USE = "alleged_use", "use is alleged"
    DENIED = "denied", "an allegation is denied"
    CONFIRMED = "confirmed", "use is confirmed"
    POLICY_CHANGED = "policy_changed", "a policy changed"
    JOINED = "joined", "a State joined"
    WITHDRAWAL = "withdrawal", "a withdrawal was notified"
    ANNIVERSARY = "anniversary", "an anniversary or a meeting"


class NoteKind(Labelled):
    """What is written down about something that was done, for those who work on it."""

    FILE = "file", "note for file"
    AGENDA = "agenda", "agenda"
    DECISION = "decision", "decision"
    PARTICIPANTS = "participants", "who took part"


class PromiseStanding(Labelled):
    """What became of a promise."""

    OPEN = "open", "open"
    KEPT = "kept", "kept"
    DROPPED = "dropped", "given up"


class OfferStanding(Labelled):
    """What became of an offer to approach a State."""

    OFFERED = "offered", "offered"
    DONE = "done", "done"
    WITHDRAWN = "withdrawn", "withdrawn"
