"""The page of one State: a dossier, not a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from accede.overview.about import about
from accede.overview.ballot_history import BallotChange
from accede.overview.changes import Happening
from accede.overview.conditions import Condition, ConditionStanding, conditions_in
from accede.overview.conflicts import Conflict
from accede.overview.dossier import DossierFound, dossier
from accede.overview.gaps import Gap, gap, heard_of
from accede.overview.items import AttendanceItem, StatementItem, VoteItem
from accede.overview.register import Register
from accede.overview.standings import by_name, standings
from accede.overview.turns import Turn, turns
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.citation import Citation, citation
from accede.publishing.codes import code_words
from accede.publishing.languages import DEFAULT
from accede.publishing.pages.citing import Citing, SourceLine, cited
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.practices import ClaimedPractice, practices
from accede.publishing.pages.unknown import unknown
from accede.publishing.punctuation import marks
from accede.publishing.roll_call import address_of
from accede.publishing.wording import headed, held, language, when
from accede.reporting.pictures.colouring import of_state
from accede.reporting.pictures.picture import Picture, key_of
from accede.reporting.pictures.place_map import place_map
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import CodeKind, TextKind

BALLOTS = {
    Ballot.IN_FAVOUR: "●",
    Ballot.ABSTAINED: "◐",
    Ballot.AGAINST: "✕",
    Ballot.NOT_PRESENT: "○",
    Ballot.NOT_RECORDED: "?",
    Ballot.NOT_A_MEMBER: "–",
}
"""Shapes, so that ballots are told apart without colour."""

CLAIMS = {
    ParticipationClaim.TOOK_PART: "●",
    ParticipationClaim.LAST: "●",
    ParticipationClaim.DID_NOT: "○",
    ParticipationClaim.NEVER: "○",
}
"""Shapes for attendance."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the number of the source it rests on."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the page prints it. `paragraphs` are the State's words, reported speech or our summary, as `kind` says.

    `on` is the day it was said, `confirmed` what the State said later without changing it, `codes` what we read in it.
    """

    on: str
    kind: TextKind
    paragraphs: tuple[str, ...]
    language: str
    translation: str
    citation: str
    confirmed: tuple[Line, ...]
    codes: tuple[str, ...]
    source: str

    @property
    def is_quotation(self) -> bool:
        """Whether these are the words of the State."""
        return self.kind is TextKind.QUOTATION


@dataclass(frozen=True, slots=True)
class Stated:
    """A circumstance that the State gives, with the day on which it gave it last and how often it did."""

    label: str
    on: str
    times: int
    source: str


@dataclass(frozen=True, slots=True)
class Waits:
    """A condition: what joining depends on, when that was said last, whom it waits for, how it stands."""

    label: str
    target: str
    on: str
    waits_for: tuple[tuple[str, str], ...]
    stands: str
    source: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A small cell: its heading (a year, a meeting), a shape, what the shape means, and the sentence it stands for.

    `value` is the key of the meaning, by which the style knows the cell; `address` is the page of the roll call or meeting, which
    names the source.
    """

    heading: str
    value: str
    shape: str
    meaning: str
    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Marks:
    """A row of marks, oldest first, and the key to its shapes."""

    label: str
    cells: tuple[Mark, ...]

    @property
    def legend(self) -> tuple[tuple[str, str, str], ...]:
        """The values that occur, with shape and meaning, in order of their first occurrence."""
        return tuple(dict.fromkeys((cell.value, cell.shape, cell.meaning) for cell in self.cells))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction, with the source that says so."""

    claim: str
    says: str
    counts: bool
    source: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources say against each other."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """Another State of the same sub-region, and where it stands."""

    iso3: str
    name: str
    standing: Standing

    @property
    def shape(self) -> SafeString:
        """The shape of its standing on the map."""
        return mark_safe(key_of(str(self.standing), f"around-{self.iso3}"))  # noqa: S308  made by us of closed words

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        return gettext(self.standing.label)


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the template prints, in its order."""

    title: str
    iso3: str
    name: str
    formal: str
    opening: str
    heard: str
    took_part: str
    stop: str
    why: str
    gaps: str
    map: Picture | None
    actions: tuple[Line, ...]
    said: tuple[Said, ...]
    circumstances: tuple[Stated, ...]
    conditions: tuple[Waits, ...]
    practices: tuple[ClaimedPractice, ...]
    reports: tuple[Line, ...]
    votes: tuple[Marks, ...]
    attendance: Marks
    never: tuple[Line, ...]
    activities: tuple[Line, ...]
    other_treaties: tuple[Line, ...]
    contradictions: tuple[Contradiction, ...]
    unknown: tuple[str, ...]
    changes: tuple[Line, ...]
    may_join: bool
    sub_region: str
    around: tuple[Around, ...]
    sources: tuple[SourceLine, ...]
    cite: Citation


def make(asked: Asked) -> DossierPage:
    """The dossier as of a day. Raises UnknownName for a State the register does not hold."""
    state = asked.register.state(str(asked.of["iso3"])).fact
    folded = _folded(asked.register, state.iso3)
    register, found, answer = folded.register, folded.found, folded.found.answer
    citing = Citing(
        register,
        register.actions,
        register.statements,
        register.confirmations,
        register.practices,
        register.roll_calls,
        register.attendance,
        register.reports,
        register.activities,
        register.other_claims,
    )
    cite = citing.number
    missing = tuple(unknown(found, folded.gap, register.view.as_of))
    names = {each.key: each.name(Language(asked.language)) for each in asked.register.treaties}
    return DossierPage(
        title=sentences.name(state.iso3),
        iso3=state.iso3,
        name=sentences.name(state.iso3),
        formal=_formal(state.iso3),
        opening=sentences.standing(found, register.view.as_of),
        heard=sentences.last_word(found),
        took_part=sentences.last_participation(found),
        stop=marks(language()).stop,
        why=held(found.standing.why) if found.standing and not found.standing.is_uncertain else "",
        gaps=_gaps(len(missing)),
        map=place_map(of_state(register, state.iso3)) if found.standing else None,
        actions=tuple(Line(sentences.action(item), cite(item.source, item.evidence)) for item in answer.actions),
        said=tuple(_said(item, citing) for item in answer.statements),
        circumstances=tuple(_circumstances(answer.statements, citing)),
        conditions=_conditions(register, found, citing),
        practices=tuple(practices(answer.practices, answer.conflicts, cite)),
        reports=tuple(Line(sentences.report(item), cite(item.source, item.evidence)) for item in answer.reports),
        votes=_votes(answer.votes, asked),
        attendance=_attendance(answer.attendance, asked),
        never=tuple(_never(item, register, citing) for item in answer.attendance if not item.occasion),
        activities=tuple(
            Line(sentences.activity(item), cite(item.source, item.evidence)) for item in answer.activities
        ),
        other_treaties=tuple(
            Line(
                sentences.other_treaty(item, names.get(item.treaty, item.treaty)),
                cite(item.source, item.evidence),
            )
            for item in answer.other_treaties
        ),
        contradictions=tuple(_contradiction(item, register, citing) for item in answer.conflicts),
        unknown=missing,
        changes=tuple(_turn(turn, answer.votes, citing) for turn in folded.turns),
        may_join=found.standing is not None and not found.standing.standing.has_joined,
        sub_region=gettext(state.sub_region) if state.sub_region else "",
        around=tuple(_around(register, state.iso3, state.sub_region)),
        sources=citing.listed(),
        cite=citation(asked, sentences.name(state.iso3)),
    )


@dataclass(frozen=True, slots=True)
class _Folded:
    """What is folded for the page, whatever its language; `register` holds what there is about the State."""

    register: Register
    found: DossierFound
    gap: Gap
    turns: tuple[Turn, ...]


def _folded(register: Register, iso3: str) -> _Folded:
    """The same for the page in the next language: a publication makes one after the other."""
    newest: dict[str, _Folded] = register.once("newest dossier", dict)
    held = newest.get(iso3)
    if held is None:
        narrowed = about(register, iso3)
        found = dossier(narrowed, iso3)
        held = _Folded(narrowed, found, gap(narrowed, iso3), tuple(turns(narrowed, iso3, found.answer.votes)))
        newest.clear()
        newest[iso3] = held
    return held


def _formal(iso3: str) -> str:
    """Its formal name, where that says more than its short one; empty where none is held in this language."""
    try:
        formal = shipped_names().formal(iso3, language())
    except UnknownName:
        return ""
    return "" if formal in (sentences.name(iso3), sentences.state(iso3)) else formal


def _gaps(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)s thing that we do not know of it", "%(number)s things that we do not know of it", number
    ) % {"number": number}


def _said(item: StatementItem, citing: Citing) -> Said:
    text = item.text or item.summary
    return Said(
        on=when(item.said_on),
        kind=item.text_kind,
        paragraphs=tuple(part for part in text.split("\n") if part),
        language=item.language if item.text else "en",
        translation=item.translation,
        citation=item.citation,
        confirmed=tuple(
            Line(
                gettext("Unchanged, %(day)s: %(citation)s") % {"day": when(each.on), "citation": each.citation},
                citing.number(each.source, each.evidence),
            )
            for each in item.confirmed
        ),
        codes=tuple(dict.fromkeys(code_words(code) for code in item.codes)),
        source=citing.number(item.source, item.evidence),
    )


def _circumstances(items: Iterable[StatementItem], citing: Citing) -> Iterator[Stated]:
    """Each circumstance once, the one given last first; the statements come newest first."""
    given: dict[str, list[StatementItem]] = {}
    for item in items:
        held = (code for code in item.codes if code.kind is CodeKind.CIRCUMSTANCE)
        for label in dict.fromkeys(code_words(code) for code in held):
            given.setdefault(label, []).append(item)
    for label, found in given.items():
        yield Stated(label, when(found[0].said_on), len(found), citing.number(found[0].source, found[0].evidence))


def _conditions(register: Register, found: DossierFound, citing: Citing) -> tuple[Waits, ...]:
    """Of a State that has joined none: what it waited for is history."""
    if found.standing is None or found.standing.standing.has_joined or not found.answer.statements:
        return ()
    heard = heard_of(register)[found.answer.iso3].statements
    return tuple(_waits(each, citing) for each in conditions_in(register, standings(register), heard))


def _waits(found: Condition, citing: Citing) -> Waits:
    stands = gettext(found.standing.label)
    if found.standing is ConditionStanding.EXPIRED and found.code.expires:
        stands = gettext("the time given for it (%(day)s) has passed") % {"day": when(found.code.expires)}
    return Waits(
        label=code_words(found.code),
        target=found.code.target,
        on=when(found.said.said_on),
        waits_for=tuple((iso3, sentences.name(iso3)) for iso3 in found.waits_for),
        stands=stands,
        source=citing.number(found.said.evidence.source, found.key),
    )


def _votes(votes: Iterable[VoteItem], asked: Asked) -> tuple[Marks, ...]:
    rows: dict[Body, list[Mark]] = {}
    for item in votes:
        cell = Mark(
            heading=str(item.on.counts_from.year),
            value=str(item.ballot),
            shape=BALLOTS[item.ballot],
            meaning=gettext(item.ballot.label),
            sentence=sentences.vote(item),
            address=address_of(asked, item.body, item.session),
        )
        rows.setdefault(item.body, []).insert(0, cell)
    return tuple(Marks(gettext(body.label), tuple(rows[body])) for body in Body if body in rows)


def _attendance(held: Iterable[AttendanceItem], asked: Asked) -> Marks:
    cells = [
        Mark(
            heading=item.occasion,
            value="took_part" if CLAIMS[item.claim] == "●" else "did_not",
            shape=CLAIMS[item.claim],
            meaning=gettext("took part") if CLAIMS[item.claim] == "●" else gettext("did not take part"),
            sentence=sentences.attendance(item),
            address=asked.to("meeting", {"key": item.occasion}),
        )
        for item in held
        if item.occasion
    ]
    return Marks(gettext("Meetings of the Convention"), tuple(reversed(cells)))


def _never(item: AttendanceItem, register: Register, citing: Citing) -> Line:
    """A source's word that the State has never taken part, beside whatever others record."""
    text = gettext("By %(source)s, it had never taken part.") % {"source": cited(register.sources.get(item.source))}
    return Line(text, citing.number(item.source, item.evidence))


def _contradiction(found: Conflict, register: Register, citing: Citing) -> Contradiction:
    return Contradiction(
        _about(found.about),
        tuple(
            Side(
                claim=_claimed(side.claim),
                says=cited(register.sources.get(side.source)),
                counts=side.counts,
                source=citing.number(side.source, side.key),
            )
            for side in found.claims
        ),
    )


def _about(told: str) -> str:
    """What sources differ on, whose parts are words of ours: "attendance, IM2018", "UNGA First Committee, session 72"."""
    first, _, rest = told.partition(", ")
    if rest.startswith("session "):
        return gettext("%(body)s, session %(session)s") % {
            "body": gettext(first),
            "session": rest.removeprefix("session "),
        }
    if first == "attendance":
        return marks(language()).comma.join([gettext("Attendance"), held(rest)])
    said = gettext(told)
    return held(sentences.capital(told)) if said == told else sentences.capital(said)


def _claimed(told: str) -> str:
    """What a side claims: a word of ours, or one with the meeting it is about ("took part: IM2018")."""
    first, _, rest = told.partition(": ")
    said = gettext(first)
    if said == first and language() != DEFAULT:
        return held(told)
    return headed(said, held(rest)) if rest else said


def _turn(turn: Turn, votes: Iterable[VoteItem], citing: Citing) -> Line:
    """What changed on a day; of a vote both ballots."""
    if isinstance(turn, BallotChange):
        vote = next(vote for vote in votes if vote.evidence == turn.evidence[1])
        text = gettext("%(day)s: its vote in the %(body)s went from %(before)s to %(after)s.") % {
            "day": when(turn.on),
            "body": gettext(turn.body.label),
            "before": gettext(turn.before.label),
            "after": gettext(turn.after.label),
        }
        return Line(text, citing.number(vote.source, vote.evidence))
    what = _happened(turn.what) % {"kind": gettext(turn.action.label)}
    text = gettext("%(day)s: %(what)s.") % {"day": when(turn.on), "what": what}
    return Line(text, citing.number(turn.source, turn.evidence))


def _happened(what: Happening) -> str:
    match what:
        case Happening.SIGNED:
            return gettext("it signed")
        case Happening.DEPOSITED:
            return gettext("it deposited its instrument (%(kind)s)")
        case Happening.IN_FORCE:
            return gettext("the Convention entered into force for it")
        case Happening.WITHDRAWAL_NOTIFIED:
            return gettext("it notified its withdrawal")
        case Happening.WITHDRAWAL_IN_EFFECT:
            return gettext("its withdrawal took effect")
        case Happening.STEP:
            return gettext("it took a step without legal effect")


def _around(register: Register, iso3: str, sub_region: str) -> Iterator[Around]:
    """The other States of its sub-region: by the list of the United Nations, so that no border is asked for."""
    if not sub_region:
        return
    held = standings(register)
    others = (each.fact.iso3 for each in register.states if each.fact.sub_region == sub_region)
    for other in by_name(other for other in others if other != iso3 and other in held):
        yield Around(other, sentences.name(other), held[other].standing)


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """Every State that the register holds."""
    return ({"iso3": each.fact.iso3} for each in register.states)


PAGE = PageKind(name="state", route="states/<iso3:iso3>/", make=make, every=every)
