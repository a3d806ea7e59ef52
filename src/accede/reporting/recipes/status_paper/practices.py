"""Section III, moratoria and stockpiles: what the States themselves have declared. Claims by others are not official."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accede.evidence.rules import is_own_claim, question_of_code, question_of_practice
from accede.evidence.values import Practice
from accede.paper.tree import Figure, Inline, Paragraph, Section, text_of
from accede.records.values import Evidence
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Part, Pen, items, listed, spelled, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.practices import Claim, PracticeKind, Question
from accede.vocabulary.sources import SourceGrade

Held = Evidence[Practice]

STOCKPILES = {
    Claim.HAS: "A stockpile is declared by ",
    Claim.HAS_NOT: "That no stockpile is held is declared by ",
    Claim.NOT_TOLD: "An answer on stockpiles was declined by ",
    Claim.UNKNOWN: "That it is not known is declared by ",
}

OF_STOCK = {
    PracticeKind.RETENTION: "Mines kept for training are declared by ",
    PracticeKind.DESTRUCTION: "Destruction of mines, done or planned, is declared by ",
}
OFFICIAL = frozenset({SourceGrade.OFFICIAL, SourceGrade.DEPOSITARY})
GIVES_NUMBER = re.compile(r"\d|\b(?:hundred|thousand|million)s?\b")


def practices(matter: Matter, pen: Pen) -> Section:
    """The sub-section."""
    own = [each for each in matter.practices if is_own_claim(each.fact) and each.fact.state in matter.outside]
    return Section(
        "C", words("Moratoria and stockpiles"), (*_moratoria(matter, pen, own), *_stockpiles(matter, pen, own))
    )


def _moratoria(matter: Matter, pen: Pen, own: list[Held]) -> Iterator[Paragraph]:
    by_state: dict[str, list[Held]] = {}
    for each in own:
        if each.fact.kind is PracticeKind.MORATORIUM and each.fact.claim is Claim.HAS:
            by_state.setdefault(each.fact.state, []).append(each)
    if not by_state:
        yield pen.paragraph(
            "The register holds no record of a moratorium, apart from what the statements in section IV say."
        )
        return
    yield pen.paragraph(
        "A moratorium on the use, production, export, import or transfer of anti-personnel mines is stated by ",
        Figure(spelled(len(by_state)), tuple(each.key for held in by_state.values() for each in held)),
        " of them:",
    )
    yield from items(
        words(capital(matter.in_sentence(iso3)), ": ", _moratorium(matter, by_state[iso3]))
        for iso3 in matter.by_name(by_state)
    )


def _moratorium(matter: Matter, held: list[Held]) -> tuple[Inline, ...]:
    """The last that the State said of its moratorium, and what contradicts the day it gives."""
    newest = held[0].fact.claimed.counts_from
    last = [each for each in held if each.fact.claimed.counts_from == newest]
    current = [each for each in last if not _is_over(matter, each.fact)] or last
    told = listed(
        words(Figure(_acts(each.fact), (each.key,)), _since(each.fact), _scope(each.fact)) for each in current
    )
    since = next((each.fact.since for each in current if each.fact.since), None)
    others = [
        each for each in held if each not in last and since and each.fact.since and _disagree(since, each.fact.since)
    ]
    parts: list[Part] = [told, f" ({_told_by(matter, current[0], 'stated ')})"]
    for other in others[:1]:
        assert other.fact.since is not None
        parts += ["; said earlier to be in force", Figure(_since(other.fact).removeprefix(","), (other.key,))]
    return words(*parts)


def _told_by(matter: Matter, held: Held, own: str = "") -> str:
    """When the State said it; of what is known by somebody else's word, whose word that is."""
    day, source = held.fact.claimed, matter.register.sources.get(held.source)
    if not held.fact.statement and source is not None and source.grade not in OFFICIAL:
        return f"as told by the {source.publisher}, {day.wording()}"
    return f"{'said ' if day.precision is Precision.BETWEEN and not own else own}{day.wording()}"


def _acts(fact: Practice) -> str:
    return f"moratorium on {text_of(listed(fact.acts))}" if fact.acts else "moratorium"


def _scope(fact: Practice) -> str:
    return f"; {typographic(fact.scope)}" if fact.scope else ""


def _since(fact: Practice) -> str:
    if fact.since is None:
        return ""
    if fact.since.precision in (Precision.OPEN, Precision.INTERVAL):
        return f", {fact.since.wording()}"
    return f", since {fact.since.wording()}"


def _is_over(matter: Matter, fact: Practice) -> bool:
    """Whether it ended before the day of the paper: by its end, or as an interval ("May 1996 to May 1998")."""
    ends = [fact.until, fact.since if fact.since and fact.since.precision is Precision.INTERVAL else None]
    return any(end is not None and end.latest is not None and end.latest < matter.as_of for end in ends)


def _disagree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two beginnings cannot be the same day; an open one can be any."""
    if one.earliest is None or other.earliest is None:
        return False
    starts = [PartialDate.parse(date.edtf.partition("/")[0]) for date in (one, other)]
    first, second = sorted(starts)
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def _stockpiles(matter: Matter, pen: Pen, own: list[Held]) -> Iterator[Paragraph]:
    """Who declares a stockpile, none, mines for training or destruction, or declined; of how many nothing is held."""
    about = [each for each in own if question_of_practice(each.fact) is Question.STOCKPILE]
    held = [each for each in about if each.fact.kind is PracticeKind.STOCKPILE]
    lines: list[tuple[Inline, ...]] = []
    for claim, lead in STOCKPILES.items():
        newest = _newest(each for each in held if each.fact.claim is claim)
        if newest:
            lines.append(words(lead, _names(matter, newest)))
    for kind, lead in OF_STOCK.items():
        newest = _newest(each for each in about if each.fact.kind is kind and each.fact.claim is Claim.HAS)
        if newest:
            lines.append(words(lead, _names(matter, newest)))
    if not lines:
        yield pen.paragraph(
            "The register holds no record of stockpiles, apart from what the statements in section IV say."
        )
        return
    told = _told_of_stockpiles(matter, about)
    untold = len(matter.outside) - len(told)
    parts: list[Part] = ["On stockpiles of anti-personnel mines, "]
    number = Figure(spelled(len(told)), tuple(key for keys in told.values() for key in keys))
    parts += [number, " of them have declared something."]
    if untold:
        parts += [
            " Of the other ",
            Figure(spelled(untold)),
            " the register holds no declaration on a stockpile of theirs, on mines kept for training or on destruction; "
            "all else that they said is in section IV.",
        ]
    if _said_different(held):
        parts.append(" Whoever said different things at different times is named for each:")
    yield pen.paragraph(*parts)
    yield from items(lines)


def _told_of_stockpiles(matter: Matter, about: list[Held]) -> dict[str, Keys]:
    """The States that declared anything of stockpiles, as a practice or in a statement, with the keys of it."""
    told: dict[str, Keys] = {}
    for each in about:
        told[each.fact.state] = (*told.get(each.fact.state, ()), each.key)
    for iso3 in matter.outside:
        for said in matter.said[iso3]:
            if any(question_of_code(code) is Question.STOCKPILE for code in said.codes):
                told[iso3] = (*told.get(iso3, ()), said.evidence.key)
    return told


def _newest(held: Iterable[Held]) -> dict[str, Held]:
    """The newest claim of each State."""
    found: dict[str, Held] = {}
    for each in held:
        found.setdefault(each.fact.state, each)
    return found


def _said_different(held: list[Held]) -> bool:
    claims: dict[str, set[Claim]] = {}
    for each in held:
        claims.setdefault(each.fact.state, set()).add(each.fact.claim)
    return any(len(found) > 1 for found in claims.values())


def _names(matter: Matter, held: dict[str, Held]) -> tuple[Inline, ...]:
    return matter.listed(held, lambda iso3: (held[iso3].key,), lambda iso3: _told(matter, held[iso3]))


def _told(matter: Matter, held: Held) -> str:
    """How many or which, and when it was said: a limit that gives the number itself stands alone."""
    fact = held.fact
    what = [typographic(fact.scope)] if fact.scope else []
    if fact.number and not GIVES_NUMBER.search(fact.scope):
        what.insert(0, f"{fact.number:,} mines")
    return f" ({', '.join([*what, _told_by(matter, held)])})"
