"""Section III, moratoria and stockpiles: what the States themselves have declared. Claims by others are not official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accede.evidence.rules import is_own_claim
from accede.evidence.values import Practice
from accede.paper.tree import Figure, Inline, Paragraph, Section, text_of
from accede.records.values import Evidence
from accede.reporting.recipes.prose import Part, Pen, capital, items, listed, spelled, typographic, words
from accede.reporting.recipes.status_paper.matter import Matter
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.practices import Claim, PracticeKind

Held = Evidence[Practice]

STOCKPILES = {
    Claim.HAS: "A stockpile is declared by ",
    Claim.HAS_NOT: "That no stockpile is held is declared by ",
    Claim.NOT_TOLD: "An answer on stockpiles was declined by ",
    Claim.UNKNOWN: "That it is not known is declared by ",
}


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
    parts: list[Part] = [told, f" (stated {held[0].fact.claimed.wording()})"]
    for other in others[:1]:
        assert other.fact.since is not None
        parts += ["; said earlier to be in force", Figure(_since(other.fact).removeprefix(","), (other.key,))]
    return words(*parts)


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
    """Who declares a stockpile, who none, who declined; who keeps mines for training; of how many nothing is held."""
    held = [each for each in own if each.fact.kind is PracticeKind.STOCKPILE]
    lines: list[tuple[Inline, ...]] = []
    for claim, lead in STOCKPILES.items():
        newest = _newest(each for each in held if each.fact.claim is claim)
        if newest:
            lines.append(words(lead, _names(matter, newest)))
    kept = _newest(each for each in own if each.fact.kind is PracticeKind.RETENTION and each.fact.claim is Claim.HAS)
    if kept:
        lines.append(words("Mines kept for training are declared by ", _names(matter, kept)))
    if not lines:
        yield pen.paragraph(
            "The register holds no record of stockpiles, apart from what the statements in section IV say."
        )
        return
    told = {each.fact.state for each in held} | set(kept)
    untold = len(matter.outside) - len(told)
    parts: list[Part] = ["On stockpiles of anti-personnel mines, "]
    parts += [Figure(spelled(len(told)), tuple(each.key for each in held)), " of them have said something officially."]
    if untold:
        parts += [" No official statement on stockpiles is held of the other ", Figure(spelled(untold)), "."]
    if _said_different(held):
        parts.append(" Whoever said different things at different times is named for each:")
    yield pen.paragraph(*parts)
    yield from items(lines)


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
    return matter.listed(held, lambda iso3: (held[iso3].key,), lambda iso3: _told(held[iso3].fact))


def _told(fact: Practice) -> str:
    what = [f"{fact.number:,} mines"] if fact.number else [fact.scope] if fact.scope else []
    return f" ({', '.join([*what, fact.claimed.wording()])})"
