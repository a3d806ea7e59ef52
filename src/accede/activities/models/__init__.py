"""Activities as they are kept, and the work around them."""

from accede.activities import letters, threads, values
from accede.records.models import Version, keeps


@keeps(values.Activity)
class ActivityVersion(Version):
    """Something done to bring States in."""


@keeps(letters.Round)
class RoundVersion(Version):
    """A round of letters in work."""

    is_reviewed = False


@keeps(letters.LetterText)
class LetterTextVersion(Version):
    """Words of the letters of a round."""

    is_reviewed = False


@keeps(letters.Letter)
class LetterVersion(Version):
    """A letter to one State, at one of its steps."""

    is_reviewed = False


@keeps(threads.Note)
class NoteVersion(Version):
    """A note for file."""

    is_reviewed = False


@keeps(threads.Promise)
class PromiseVersion(Version):
    """A promise."""

    is_reviewed = False


@keeps(threads.Offer)
class OfferVersion(Version):
    """An offer to approach a State."""

    is_reviewed = False


@keeps(threads.Membership)
class MembershipVersion(Version):
    """Who takes part in the working group."""

    is_reviewed = False


@keeps(threads.Invitation)
class InvitationVersion(Version):
    """An invitation to a meeting."""

    is_reviewed = False


__all__ = [
    "ActivityVersion",
    "InvitationVersion",
    "LetterTextVersion",
    "LetterVersion",
    "MembershipVersion",
    "NoteVersion",
    "OfferVersion",
    "PromiseVersion",
    "RoundVersion",
]
