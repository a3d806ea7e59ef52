"""How the checker does on cases: kind by kind what it confirmed, found and wrongly called wrong, and what it missed.

The checker is asked through its public function alone. A claim it makes is about an expected one where its text overlaps
the marked passage; a claim whose text cannot be found in the case is about the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker_corpus.case import Case, Expected, Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """One claim of the checker: its text, its kind, its verdict and why."""

    text: str
    kind: str
    verdict: Verdict
    why: str = ""


@dataclass(slots=True)
class Tally:
    """The count of one kind. `alarms` are claims called wrong that are not."""

    true: int = 0
    confirmed: int = 0
    false: int = 0
    caught: int = 0
    undecidable: int = 0
    abstained: int = 0
    contradictions: int = 0
    alarms: int = 0

    @property
    def precision(self) -> float:
        """The share of *contradicts* that are right."""
        return 1 - self.alarms / self.contradictions if self.contradictions else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong with a case: `what` is "alarm", "not caught", "not confirmed" or "too sure"."""

    what: str
    case: Case
    kind: str
    passage: str
    found: tuple[Found, ...]


@dataclass(slots=True)
class Score:
    """The tallies by kind, and the misses."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def tally(self, kind: str) -> Tally:
        """The tally of a kind."""
        return self.kinds.setdefault(kind, Tally())

    @property
    def whole(self) -> Tally:
        """All kinds together."""
        total = Tally()
        for each in self.kinds.values():
            for name in Tally.__slots__:
                setattr(total, name, getattr(total, name) + getattr(each, name))
        return total

    def of(self, what: str) -> list[Miss]:
        """The misses of one sort."""
        return [miss for miss in self.misses if miss.what == what]


def score(cases: Iterable[Case], answers: Mapping[str, Sequence[Found]]) -> Score:
    """The score of the checker's claims, by the key of their case."""
    result = Score()
    for case in cases:
        _score_case(result, case, [(found, _place(case, found)) for found in answers[case.key]])
    return result


def _score_case(result: Score, case: Case, found: list[tuple[Found, tuple[int, int] | None]]) -> None:
    for claim in case.claims:
        tally, start_end = result.tally(claim.kind), case.span(claim)
        about = [each for each, place in found if place is None or _overlap(place, start_end)]
        said = {each.verdict for each in about}
        missed = _judge(tally, claim, said)
        if missed:
            result.misses.append(Miss(missed, case, claim.kind, claim.passage, tuple(about)))
    allowed = [case.span(claim) for claim in case.claims if claim.may_contradict]
    for each, place in found:
        if each.verdict is Verdict.CONTRADICTS:
            tally = result.tally(case.kind)
            tally.contradictions += 1
            is_right = bool(allowed) and (place is None or any(_overlap(place, span) for span in allowed))
            if not is_right:
                tally.alarms += 1
                result.misses.append(Miss("alarm", case, case.kind, each.text, (each,)))


def _judge(tally: Tally, claim: Expected, said: set[Verdict]) -> str:
    """Counts what was said of a claim; what was missed, or nothing."""
    if claim.is_true:
        tally.true += 1
        if Verdict.AGREES in said and Verdict.CONTRADICTS not in said:
            tally.confirmed += 1
            return ""
        return "not confirmed"
    if claim.is_false:
        tally.false += 1
        if Verdict.CONTRADICTS in said:
            tally.caught += 1
            return ""
        return "not caught"
    if claim.verdicts == {Verdict.CANNOT_TELL}:
        tally.undecidable += 1
        if Verdict.AGREES in said:
            return "too sure"
        tally.abstained += Verdict.CONTRADICTS not in said
    return ""


def _place(case: Case, found: Found) -> tuple[int, int] | None:
    """Where the text of a claim stands in its case, whatever the white space between its words."""
    words = re.findall(r"\S+", found.text.strip(" …"))
    if not words:
        return None
    at = re.search(r"\s+".join(map(re.escape, words)), case.text)
    return (at.start(), at.end()) if at else None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def table(result: Score) -> str:
    """The tallies as lines for people."""
    lines = [f"{'kind':30} {'confirmed':>11} {'caught':>11} {'abstained':>11} {'contradicts right':>18}"]
    for kind, tally in [*sorted(result.kinds.items()), ("all", result.whole)]:
        lines.append(
            f"{kind:30} {_share(tally.confirmed, tally.true):>11} {_share(tally.caught, tally.false):>11} "
            f"{_share(tally.abstained, tally.undecidable):>11} "
            f"{_share(tally.contradictions - tally.alarms, tally.contradictions):>18}"
        )
    return "\n".join(lines)


def listed(misses: Iterable[Miss]) -> str:
    """Misses as lines for people."""
    lines = []
    for miss in misses:
        text = " ¶ ".join(line for line in miss.case.text.splitlines() if line)
        lines.append(f"{miss.what}: {miss.case.key} [{miss.kind}; {miss.case.as_of}] “{miss.passage[:160]}”")
        lines.append(f"    in: {text[:300]}")
        lines += [f"    said: {each.verdict} [{each.kind}] “{each.text[:90]}” {each.why[:200]}" for each in miss.found]
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else "-"
