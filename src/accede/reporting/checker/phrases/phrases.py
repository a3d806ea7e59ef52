"""The phrases of one language: what tells a number of States, an act of a State, the totals of a vote. Pure.

Patterns are written with the marks `<N>`, `<L>`, `<D>` and `<T>` for a number, a list of States, a day and a treaty of the outline.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.kinds.standing import Stands
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

MARKS = {
    "N": r"⟦N(?P<n>\d+)⟧",
    "L": r"⟦L(?P<l>\d+)⟧",
    "D": r"⟦D(?P<d>\d+)⟧",
    "T": r"⟦T\d+⟧",
    "P": r"⟦P(?P<p>\d+)⟧",
    "O": r"⟦O(?P<o>\d+)⟧",
    "M": r"⟦M(?P<m>\d+)⟧",
}
MARK = re.compile(r"<([NLDTPOM])>")


@dataclass(frozen=True)
class Told:
    """What tells further claims: where States stand, how they voted, shares of all States, places in the order, meetings.

    `share` is a share of the world's States, `inside` and `outside` what may be said of it; `place` a place in the order of
    States Parties and `became` what leads to it; `held` that a meeting was held, `link` what may stand between, `at` before
    its city; `attended` that States took part in a meeting. `other_text` names votes on other matters.
    """

    standings: tuple[tuple[Stands, tuple[str, ...]], ...]
    ballots: tuple[tuple[Ballot, tuple[str, ...]], ...]
    share: str
    inside: str
    outside: str
    place: str
    became: str
    held: str
    link: str
    at: str
    cities: dict[str, str]
    attended: tuple[str, ...]
    other_text: str

    @cached_property
    def standing_patterns(self) -> list[tuple[Stands, re.Pattern[str]]]:
        """Each phrase of `standings`."""
        return [(stands, made(words)) for stands, forms in self.standings for words in forms]

    @cached_property
    def ballot_patterns(self) -> list[tuple[Ballot, re.Pattern[str]]]:
        """Each phrase of `ballots`."""
        return [(ballot, made(words)) for ballot, forms in self.ballots for words in forms]

    @cached_property
    def attended_patterns(self) -> list[re.Pattern[str]]:
        """Each phrase of `attended`."""
        return [made(words) for words in self.attended]

    @cached_property
    def city_pattern(self) -> re.Pattern[str]:
        """A city with what stands before it."""
        names = "|".join(map(re.escape, sorted(self.cities, key=len, reverse=True)))
        return re.compile(f"(?:{self.at})(?P<city>{names})")


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language. A pattern with a number in two places has one of them in each of its alternatives.

    `none` are the words for no vote at all, `doubtful` what is wished, conditional, denied or to come, `narrowed` a number that
    counts those who attended or reported, `past` a number of another day than the paper's.
    """

    counts: tuple[tuple[Measure, tuple[str, ...]], ...]
    actions: tuple[tuple[Act, TreatyActionKind | None, tuple[str, ...]], ...]
    votes: tuple[tuple[Ballot, tuple[str, ...]], ...]
    none: str
    doubtful: str
    narrowed: str
    past: str
    told: Told

    @cached_property
    def count_patterns(self) -> list[tuple[Measure, re.Pattern[str]]]:
        """Each phrase of `counts`, ready to be searched."""
        return [(measure, self._made(words)) for measure, forms in self.counts for words in forms]

    @cached_property
    def action_patterns(self) -> list[tuple[Act, TreatyActionKind | None, re.Pattern[str]]]:
        """Each phrase of `actions`."""
        return [(act, action, self._made(words)) for act, action, forms in self.actions for words in forms]

    @cached_property
    def vote_patterns(self) -> list[tuple[Ballot, re.Pattern[str]]]:
        """Each phrase of `votes`."""
        return [(ballot, self._made(words)) for ballot, forms in self.votes for words in forms]

    def is_doubtful(self, outline: str) -> bool:
        """Whether the sentence says that something may be so, or not."""
        return re.search(self.doubtful, outline, re.IGNORECASE) is not None

    def is_narrowed(self, outline: str) -> bool:
        """Whether the sentence counts some of the States only."""
        return re.search(self.narrowed, outline, re.IGNORECASE) is not None

    def is_past(self, outline: str) -> bool:
        """Whether the sentence speaks of another day than the paper's."""
        return re.search(self.past, outline, re.IGNORECASE) is not None

    def _made(self, words: str) -> re.Pattern[str]:
        return made(words.replace("<NONE>", rf"(?:{MARKS['N']}|(?P<none>{self.none}))"))


def made(words: str) -> re.Pattern[str]:
    """A phrase with its marks, ready to be searched."""
    return re.compile(MARK.sub(lambda match: MARKS[match[1]], words), re.IGNORECASE)
