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
from accede.publishing.pages.citing import Citing, Line, SourceLine, cited
from accede.publishing.pages.contradictions import Contradiction, contradiction
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.marks import Marks, attendance_marks, vote_marks
from accede.publishing.pages.practices import ClaimedPractice, practices
from accede.publishing.pages.statements import StatementShown, shown
from accede.publishing.pages.unknown import unknown
from accede.publishing.wording import held, language, named, when
from accede.reporting.pictures.colouring import of_state
from accede.reporting.pictures.picture import Picture, key_of
from accede.reporting.pictures.place_map import place_map
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.punctuation import marks
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import CodeKind


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
    said: tuple[StatementShown, ...]
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
        said=tuple(shown(item, citing) for item in answer.statements),
        circumstances=tuple(_circumstances(answer.statements, citing)),
        conditions=_conditions(register, found, citing),
        practices=tuple(practices(answer.practices, answer.conflicts, cite)),
        reports=tuple(Line(sentences.report(item), cite(item.source, item.evidence)) for item in answer.reports),
        votes=vote_marks(answer.votes, asked),
        attendance=attendance_marks(answer.attendance, asked),
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
        contradictions=tuple(contradiction(item, register, citing) for item in answer.conflicts),
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
        waits_for=named(found.waits_for),
        stands=stands,
        source=citing.number(found.said.evidence.source, found.key),
    )


def _never(item: AttendanceItem, register: Register, citing: Citing) -> Line:
    """A source's word that the State has never taken part, beside whatever others record."""
    text = gettext("By %(source)s, it had never taken part.") % {"source": cited(register.sources.get(item.source))}
    return Line(text, citing.number(item.source, item.evidence))


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
