"""Facts about letters in work: a round, its words, the letter to each State. For the presidency; never released. Pure.

What the public is told of a round is its `Activity`, which is recorded when the first letter goes.
"""

from dataclasses import dataclass

from accede.vocabulary.letters import Addressees, LetterForm, LetterPlace, LetterStep
from accede.vocabulary.papers import Fold
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Letters to many States about one thing: who asks, whom, what for, until when.

    `presidency` is the State presiding (ISO alpha-3), `on` the day the letters bear, `as_of` the day their annex speaks of, `due`
    by when an answer is asked for. `invites` are keys of occasions. `addressees` says by which question the States were found; who
    they are follows from the letters. `reminds` is the key of the round whose silence this one is about, `activity` the key of what
    the public is told; where that was on record without a round, `takes_over` says why the round takes its place. A round of an
    earlier presidency `is_entered_afterwards`: its letters went before it was recorded. `fold` says what the annexes are made from.
    """

    treaty: str
    title: str
    presidency: str
    on: PartialDate
    as_of: PartialDate
    form: LetterForm
    addressees: Addressees
    activity: str
    due: PartialDate | None = None
    invites: tuple[str, ...] = ()
    plan_actions: tuple[str, ...] = ()
    signatory: str = ""
    signatory_function: str = ""
    number_prefix: str = ""
    reminds: str = ""
    is_entered_afterwards: bool = False
    note: str = ""
    takes_over: str = ""
    fold: Fold = Fold.RELEASED


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """What people wrote for a place of the letters of a round in one language: paragraphs parted by an empty line.

    Names in braces stand for what differs from letter to letter.
    """

    treaty: str
    round: str
    language: str
    place: LetterPlace
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The letter of a round to one State, and how far it has come: each step is a version, with who and when.

    `number` is printed; `exception` takes the place of what is asked, for this State alone; `content_sha256` is the hash of the
    tree that was cleared, whose bytes are kept with the letters, as the file that was sent is (`file_sha256`). `step_on` is the
    day of the step where it was not the day of recording; `reply` the key of the activity that answers.
    """

    treaty: str
    round: str
    state: str
    language: str
    step: LetterStep
    number: str = ""
    exception: str = ""
    content_sha256: str = ""
    file_sha256: str = ""
    step_on: PartialDate | None = None
    channel: str = ""
    reply: str = ""
    note: str = ""
