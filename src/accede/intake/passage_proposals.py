"""What a passage of a source proposes for its record: State, day, occasion, way, codes, each with what tells it. Pure.

Nothing here is recorded: a person looks at each proposal beside the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from accede.evidence.values import Code
from accede.intake.ground import Ground
from accede.intake.places import Place, Taken
from accede.intake.prose.days import days
from accede.intake.prose.saying import SAID_BY, TOLD
from accede.intake.prose.triggers import triggered
from accede.intake.status_paper import citations
from accede.intake.status_paper.occasions import Occasions
from accede.paper.tree import Document, Run, text_of
from accede.records.values import Source
from accede.vocabulary.capital import capital
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.sources import SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind

V_co = TypeVar("V_co", covariant=True)

DATED = (Precision.DAY, Precision.MONTH, Precision.INTERVAL)
"""What dates a source; a year alone in its head is mostly that of a treaty."""
HEAD = 8
"""Paragraphs at the beginning of a source, which tell whose it is and when."""
LONGEST_HEAD = 600
LONGEST_PASSAGE = 20_000
NEAR = 400
"""Characters before a passage, in which the State that speaks may be named."""
SPEAKER = re.compile(
    r"\b(?:[Oo]n behalf of|[Ss]tatement (?:by|of|from|delivered by)|[Dd]elegation of|[Mm]ission of|[Rr]epresentative of"
    r"|[Gg]overnment of|[Mm]inistry of [\w ]+? of|[Ee]mbassy of|[Pp]osition of|[Rr]eply (?:of|by|from)|[Rr]eport (?:of|by|from))"
    r"\s+(?:the\s+)?"
)
OPENS, CLOSES = '“"«„', '”"»“'
EXPLAINS = re.compile(r"\bexplanations? of (?:the )?vote", re.IGNORECASE)
REPLIES = re.compile(r"\b(?:re|response|reply|answer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposed(Generic[V_co]):
    """A value, and the words or the place that tell it."""

    value: V_co
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageProposals:
    """What a passage proposes; None where nothing tells. `other_states` are those it names besides."""

    text: str
    text_kind: Proposed[TextKind]
    channel: Proposed[Channel]
    state: Proposed[str] | None = None
    other_states: tuple[str, ...] = ()
    said: Proposed[PartialDate] | None = None
    occasion: Proposed[str] | None = None
    citation: Proposed[str] | None = None
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Setting:
    """The source around its passages: what it is, its paragraphs, what the register knows of names and occasions."""

    source: Source
    document: Document
    places: Sequence[Place]
    ground: Ground
    treaty: str = field(default="")

    @cached_property
    def occasions(self) -> Occasions:
        """The occasions of the treaty."""
        return self.ground.occasions_of(self.treaty or self.source.treaty or self.ground.treaty)

    @cached_property
    def head(self) -> str:
        """What stands at the beginning: masthead, title, first paragraphs."""
        masthead = self.document.masthead
        told = (masthead.organ, masthead.meeting, masthead.place_and_dates, text_of(self.document.title))
        return "\n".join((*(one for one in told if one), *(place.text[:LONGEST_HEAD] for place in self.places[:HEAD])))

    @cached_property
    def day(self) -> Proposed[PartialDate] | None:
        """The day of the source."""
        if self.source.issued is not None:
            return Proposed(self.source.issued, "day of issue of the source")
        masthead = self.document.masthead
        for place in (
            masthead.dated,
            masthead.place_and_dates,
            *(one.text[:LONGEST_HEAD] for one in self.places[:HEAD]),
        ):
            told = [one for one in days(place) if one.date.precision in DATED] if place else []
            if told:
                return Proposed(told[0].date, place[told[0].start : told[0].end])
        return None

    @cached_property
    def occasion(self) -> Proposed[str] | None:
        """The occasion of the source."""
        if self.source.occasion:
            return Proposed(self.source.occasion, "occasion of the source")
        on = self.day.value if self.day else None
        for text in (self.source.title, self.document.masthead.meeting, *self.head.split("\n")):
            if text and (key := self.occasions.named(text, on)):
                return Proposed(key, _shown(text))
        return None

    @cached_property
    def speaker(self) -> Proposed[str] | None:
        """The State whose document it is."""
        for text in (self.source.title, self.source.publisher, *self.head.split("\n")):
            named = self.ground.names.spot(text)
            for match in SPEAKER.finditer(text):
                for start, end, state in named:
                    if 0 <= start - match.end() < 3:
                        return Proposed(state, text[match.start() : end])
        for text in (self.source.title, self.source.publisher):
            states = {state for _, _, state in self.ground.names.spot(text)}
            if len(states) == 1:
                return Proposed(states.pop(), _shown(text))
        return None


def proposals(setting: Setting, taken: Taken) -> PassageProposals:
    """What a passage proposes."""
    text, cited = _apart(taken)
    told = _cited(setting, cited)
    kind = _text_kind(setting, text)
    states = _states(setting, taken, text)
    first = states[0] if states else None
    said = Proposed(told.said, cited) if told else _said(setting, text, kind.value)
    occasion = Proposed(told.occasion, cited) if told and told.occasion else None if told else setting.occasion
    channel = Proposed(told.channel, cited) if told else _channel(setting)
    return PassageProposals(
        text=_unquoted(text) if kind.value is TextKind.QUOTATION else text,
        text_kind=kind,
        channel=channel,
        state=first,
        other_states=tuple(dict.fromkeys(one.value for one in states[1:] if first and one.value != first.value)),
        said=said,
        occasion=occasion,
        citation=Proposed(cited, cited) if told else _citation(setting, said),
        codes=triggered(text[:LONGEST_PASSAGE]),
    )


def _apart(taken: Taken) -> tuple[str, str]:
    """The words of a passage without the citation in brackets at its end, and that citation."""
    body, cited = citations.split((Run(taken.exact),))
    if not cited:
        after = taken.suffix.lstrip()
        if after.startswith("(") and ")" in after:
            _, cited = citations.split((Run(after[: after.index(")") + 1]),))
    return (body, cited) if body.strip() else (taken.exact, "")


def _cited(setting: Setting, cited: str) -> citations.Citation | None:
    if not cited:
        return None
    try:
        return citations.read(cited, setting.occasions, as_of=setting.source.information_as_of)
    except InvalidDate:
        return None


def _states(setting: Setting, taken: Taken, text: str) -> list[Proposed[str]]:
    """The States that may be speaking, the likeliest first."""
    names = setting.ground.names
    found: list[Proposed[str]] = []
    place = taken.places[0]
    if row := _only(names.spot(place.row)):
        found.append(Proposed(row, place.row))
    found += _telling(setting, text)
    if heading := _only(names.spot(place.heading)):
        found.append(Proposed(heading, place.heading))
    if setting.speaker:
        found.append(setting.speaker)
    before = taken.prefix if place.kind.value == "cell" else _before(setting, place, taken)
    named = names.spot(before)
    if named:
        start, end, state = named[-1]
        found.append(Proposed(state, before[start:end]))
    found += [Proposed(state, text[start:end]) for start, end, state in names.spot(text)]
    return found


def _telling(setting: Setting, text: str) -> Iterator[Proposed[str]]:
    """Who says it, by the passage itself: "X told the President that", or "...", said the ambassador of X."""
    named = setting.ground.names.spot(text)
    if match := TOLD.search(text):
        for start, end, state in named:
            if end <= match.start() and match.start() - end < 12:
                yield Proposed(state, text[start : match.end()])
    if match := SAID_BY.search(text):
        for start, end, state in named:
            if match.start("who") <= start < match.end("who"):
                yield Proposed(state, text[match.start("who") : end])


def _before(setting: Setting, place: Place, taken: Taken) -> str:
    """The words before a passage, as far as the paragraph before its own."""
    at = place.number - 1
    earlier = setting.places[at - 1].text[-NEAR:] if at > 0 else ""
    own = place.text[: place.text.find(taken.exact[:40])] if taken.exact[:40] in place.text else ""
    return f"{earlier}\n{own}"


def _said(setting: Setting, text: str, kind: TextKind) -> Proposed[PartialDate] | None:
    """The day: of reported words the one told with them; else that of the occasion; else that of the source."""
    if kind is TextKind.REPORTED and (match := TOLD.search(text)):
        near = setting.day.value if setting.day else None
        told = [one for one in days(text, near, looks_back=True) if abs(one.start - match.end()) < 60]
        if told:
            return Proposed(told[0].date, text[told[0].start : told[0].end])
    if setting.occasion and (on := setting.occasions.days(setting.occasion.value)):
        if setting.day and setting.day.value.narrowed_by(on) == setting.day.value and _within(setting.day.value, on):
            return setting.day
        return Proposed(on, f"days of {setting.occasion.value}")
    return setting.day


def _within(day: PartialDate, span: PartialDate) -> bool:
    """Whether a day lies within days."""
    if None in (day.earliest, day.latest, span.earliest, span.latest):
        return False
    return span.earliest <= day.earliest and day.latest <= span.latest  # type: ignore[operator]  # none is None


def _text_kind(setting: Setting, text: str) -> Proposed[TextKind]:
    """Whose words: the State's own where its document is quoted or where they stand in quotation marks."""
    if text[:1] in OPENS and text.rstrip(" .,;")[-1:] in CLOSES:
        return Proposed(TextKind.QUOTATION, text[:1] + "…" + text.rstrip(" .,;")[-1:])
    if match := TOLD.search(text):
        named = [end for _, end, _ in setting.ground.names.spot(text) if end <= match.start()]
        if named and match.start() - named[-1] < 12:
            return Proposed(TextKind.REPORTED, match[0])
    is_own = setting.source.grade in (SourceGrade.OFFICIAL, SourceGrade.ORGAN, SourceGrade.UN, SourceGrade.DEPOSITARY)
    if is_own:
        return Proposed(TextKind.QUOTATION, f"source: {setting.source.kind.label}")
    return Proposed(TextKind.REPORTED, f"source: {setting.source.grade.label}")


def _channel(setting: Setting) -> Proposed[Channel]:
    title = setting.source.title
    if match := EXPLAINS.search(setting.head) or EXPLAINS.search(title):
        return Proposed(Channel.EXPLANATION_OF_VOTE, match[0])
    why = f"source: {setting.source.kind.label}"
    match setting.source.kind:
        case SourceKind.CORRESPONDENCE:
            is_reply = REPLIES.search(title)
            return Proposed(
                Channel.RESPONSE_TO_LETTER if is_reply else Channel.INFORMATION_SENT, is_reply[0] if is_reply else why
            )
        case SourceKind.REPORT if setting.source.grade is SourceGrade.OFFICIAL:
            return Proposed(Channel.REPORT, why)
    return Proposed(Channel.STATEMENT, why)


def _citation(setting: Setting, said: Proposed[PartialDate] | None) -> Proposed[str] | None:
    """How the source is cited: its title, and the day where the title does not tell it."""
    title = capital(" ".join(setting.source.title.split()))
    if not title:
        return None
    if said is None:
        return Proposed(title, "title of the source")
    worded = said.value.wording()
    return Proposed(title if worded in title else f"{title}, {worded}", "title of the source and day")


def _only(named: Sequence[tuple[int, int, str]]) -> str:
    """The State that is named, if it is one."""
    states = {state for _, _, state in named}
    return states.pop() if len(states) == 1 else ""


def _unquoted(text: str) -> str:
    """Words without the quotation marks around all of them."""
    if text[:1] in OPENS and text[-1:] in CLOSES and len(text) > 2:
        inner = text[1:-1]
        if not any(sign in inner for sign in OPENS + CLOSES):
            return inner
    return text


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 100 else text[:100].rsplit(" ", 1)[0] + " …"
