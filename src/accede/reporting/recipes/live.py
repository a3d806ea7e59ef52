"""Figures that people name in their own words: `{joined}` becomes the number of the paper's day, with its evidence. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from accede.overview.headline import may_be_in_force
from accede.overview.votes import VotesFound
from accede.paper.tree import Figure, FootnoteMark, Inline
from accede.reporting.recipes.masthead import sitting
from accede.reporting.recipes.matter import Matter, meeting_words
from accede.reporting.recipes.places import Place, Prose, paragraphs_of
from accede.reporting.recipes.prose import words
from accede.reporting.recipes.status_paper.reports import reports_submitted
from accede.reporting.recipes.status_paper.votes import last_roll_call, states_of
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}]*)\}|[{}]")


class Live(Labelled):
    """What can be named in braces."""

    JOINED = "joined", "States that have joined"
    OUTSIDE = "outside", "States outside"
    UNIVERSE = "universe", "States that can join or have joined"
    IN_FORCE = "in_force", "States for which it is in force"
    SIGNATORIES = "signatories", "States outside that have signed"
    WITHDRAWN = "withdrawn", "States that have withdrawn"
    SILENT = "silent", "States outside of which no official information is held"
    REPORTING = "reporting", "States outside that reported voluntarily in the year of the paper"
    NEVER = "never", "States outside that by the record never took part in a meeting"
    IN_FAVOUR = "in_favour", "States outside that voted in favour in the last vote held"
    AGAINST = "against", "States outside that voted against in it"
    ABSTAINED = "abstained", "States outside that abstained in it"
    RESOLUTION = "resolution", "the resolution of that vote"
    AS_OF = "as_of", "the day of the paper"
    MEETING = "meeting", "the meeting of the paper"
    LAST_REVIEW = "last_review", "the last Review Conference"

    @property
    def placeholder(self) -> str:
        """As it is written in a text: "{joined}"."""
        return f"{{{self.value}}}"


NAMES = frozenset(each.value for each in Live)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: words as they stand, or the figure that stands for a placeholder (`name`, else empty)."""

    inline: Inline
    name: str = ""

    @property
    def text(self) -> str:
        """As it is printed."""
        return "" if isinstance(self.inline, FootnoteMark) else self.inline.text


def filled(prose: Prose, matter: Matter) -> Mapping[Place, tuple[tuple[Inline, ...], ...]]:
    """The paragraphs of each place with their figures, as recipes take them.

    Raises UnknownName for a name in braces that is not in the list, Refused for a figure that the register does not give.
    """
    return {
        place: tuple(words(*(piece.inline for piece in pieces(each, matter, where=place.label))) for each in told)
        for place, text in prose.items()
        if (told := paragraphs_of(text))
    }


def pieces(paragraph: str, matter: Matter, *, where: str = "") -> tuple[Piece, ...]:
    """A paragraph as words and figures, in order. Raises as `filled` does."""
    return tuple(_piece(token, name, matter, where) for token, name in _tokens(paragraph, where))


def refuse_unknown(text: str, *, where: str = "") -> None:
    """Raises UnknownName, with the list, for a name in braces that stands for no figure, and for a brace left open."""
    for paragraph in paragraphs_of(text):
        for _ in _tokens(paragraph, where):
            pass


def escaped(text: str) -> str:
    """Words from outside as a text of ours: a brace in them names no figure."""
    return text.replace("{", "{{").replace("}", "}}")


def _tokens(paragraph: str, where: str) -> Iterator[tuple[str, Live | None]]:
    at = 0
    for match in _TOKEN.finditer(paragraph):
        if match.start() > at:
            yield paragraph[at : match.start()], None
        at = match.end()
        if match[0] in ("{{", "}}"):
            yield match[0][0], None
            continue
        name = (match["name"] or "").strip()
        if name not in NAMES:
            told = f"{match[0]} stands for no figure" if match["name"] is not None else "a brace is left open"
            known = ", ".join(each.placeholder for each in Live)
            raise UnknownName(told, where=where, remedy=f"Use one of {known}, or write a brace twice to print it")
        yield match[0], Live(name)
    if at < len(paragraph):
        yield paragraph[at:], None


def _piece(token: str, name: Live | None, matter: Matter, where: str) -> Piece:
    if name is None:
        return Piece(words(token)[0])
    figure = FIGURES[name](matter)
    if figure is None:
        raise Refused(
            f"the register does not give {name.placeholder} ({name.label}) for this paper",
            where=where,
            remedy="Leave the figure out, or record what it rests on",
        )
    return Piece(figure, name.value)


def _states(standing: Callable[[Standing], bool]) -> Callable[[Matter], Figure]:
    def figure(matter: Matter) -> Figure:
        found = [iso3 for iso3, on in matter.standings.items() if standing(on.standing)]
        return Figure(str(len(found)), matter.evidence_of(found))

    return figure


def _in_force(matter: Matter) -> Figure | None:
    """None where the dates held leave open for how many."""
    if any(may_be_in_force(found) for found in matter.standings.values()):
        return None
    return _states(lambda standing: standing is Standing.IN_FORCE)(matter)


def _silent(matter: Matter) -> Figure:
    silent = [iso3 for iso3 in matter.outside if not matter.said[iso3]]
    return Figure(str(len(silent)), matter.evidence_of(silent))


def _reporting(matter: Matter) -> Figure:
    years, _ = reports_submitted(matter)
    keys = [key for found in years.values() for key in found.get(matter.as_of.year, ())]
    return Figure(str(sum(matter.as_of.year in found for found in years.values())), tuple(keys))


def _never(matter: Matter) -> Figure:
    never = matter.attendance.answer.never
    keys = (each.key for iso3 in never for each in matter.attendance.states[iso3].never)
    return Figure(str(len(never)), tuple(keys))


def _ballots(ballot: Ballot) -> Callable[[Matter], Figure | None]:
    def figure(matter: Matter) -> Figure | None:
        found = last_roll_call(matter)
        return Figure(str(len(states_of(found.answer, ballot))), _of_vote(found)) if found else None

    return figure


def _resolution(matter: Matter) -> Figure | None:
    found = last_roll_call(matter)
    return Figure(found.answer.resolution, _of_vote(found)) if found and found.answer.resolution else None


def _of_vote(found: VotesFound) -> tuple[str, ...]:
    return (found.evidence.key,)


def _as_of(matter: Matter) -> Figure:
    return Figure(PartialDate.on_day(matter.as_of).wording())


def _meeting(matter: Matter) -> Figure | None:
    meeting = matter.next_meeting
    if meeting is None:
        return None
    name = sitting(meeting.fact)
    return Figure(f"the {name}" if name else meeting_words(meeting.fact), (meeting.key,))


def _last_review(matter: Matter) -> Figure | None:
    review = matter.last_review
    return Figure(meeting_words(review.fact), (review.key,)) if review else None


FIGURES: Final[Mapping[Live, Callable[[Matter], Figure | None]]] = MappingProxyType(
    {
        Live.JOINED: _states(lambda standing: standing.has_joined),
        Live.OUTSIDE: _states(lambda standing: not standing.has_joined),
        Live.UNIVERSE: _states(lambda standing: True),
        Live.IN_FORCE: _in_force,
        Live.SIGNATORIES: _states(lambda standing: standing is Standing.SIGNATORY),
        Live.WITHDRAWN: _states(lambda standing: standing is Standing.WITHDRAWN),
        Live.SILENT: _silent,
        Live.REPORTING: _reporting,
        Live.NEVER: _never,
        Live.IN_FAVOUR: _ballots(Ballot.IN_FAVOUR),
        Live.AGAINST: _ballots(Ballot.AGAINST),
        Live.ABSTAINED: _ballots(Ballot.ABSTAINED),
        Live.RESOLUTION: _resolution,
        Live.AS_OF: _as_of,
        Live.MEETING: _meeting,
        Live.LAST_REVIEW: _last_review,
    }
)
"""How each is computed; None where the register does not give it."""

__all__ = ["FIGURES", "Live", "Piece", "escaped", "filled", "pieces", "refuse_unknown"]
