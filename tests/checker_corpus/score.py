"""How the checker does on cases: kind by kind what it confirmed, found and wrongly called wrong, and what it missed.

The checker is asked through the public functions of its package alone. A claim it makes is about an expected one where
its text overlaps the marked passage; a claim whose text cannot be found in the case is about the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from accede.intake.documents import markdown
from accede.records.values import View
from accede.reporting import checker
from accede.reporting.checker.values import Finding
from checked_text import found_in
from checker_corpus.case import Case, Expected, Verdict

TREATY = "apmbc"
OWN = {
    "attendance": "attendance",
    "lists of attendance": "attendance",
    "last participation": "attendance",
    "never": "attendance",
    "first time": "attendance",
    "ordinals": "ordinal",
}
"""Kinds of the corpus whose sentences also name a meeting or a day that agrees whatever they claim: only a claim of the
checker's kind confirms them."""
Span = tuple[int, int]


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


def answered(cases: Iterable[Case]) -> dict[str, list[Found]]:
    """What the checker says of each case: as `checker.check` does, but the register is loaded once and then seen from each day."""
    return {case.key: [_found(one) for one in found_in(case.text, case.as_of)] for case in cases}


def checked(case: Case) -> list[Found]:
    """What `checker.check` itself says of a case."""
    document = markdown.read(case.text.encode(), name=case.key)
    found = checker.check(document, TREATY, View(as_of=case.as_of, known_on=datetime.now(UTC)), is_asked=True)
    return [_found(one) for one in found.findings]


def _found(one: Finding) -> Found:
    return Found(one.claim.text, str(one.claim.kind), Verdict(str(one.judgement.verdict)), one.judgement.why)


def score(cases: Iterable[Case], answers: Mapping[str, Sequence[Found]]) -> Score:
    """The score of the checker's claims, by the key of their case."""
    result = Score()
    for case in cases:
        _score_case(result, case, [(found, _places(case, found)) for found in answers[case.key]])
    return result


def _score_case(result: Score, case: Case, found: list[tuple[Found, list[Span]]]) -> None:
    for claim in case.claims:
        tally, span = result.tally(claim.kind), case.span(claim)
        about = [each for each, places in found if _overlap(places, [span])]
        own = OWN.get(claim.kind, "")
        said = {each.verdict for each in about if each.verdict is not Verdict.AGREES or own in ("", each.kind)}
        missed = _judge(tally, claim, said)
        if missed:
            result.misses.append(Miss(missed, case, claim.kind, claim.passage, tuple(about)))
    allowed = [case.span(claim) for claim in case.claims if claim.may_contradict]
    for each, places in found:
        if each.verdict is Verdict.CONTRADICTS:
            tally = result.tally(case.kind)
            tally.contradictions += 1
            if not (allowed and _overlap(places, allowed)):
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


def _places(case: Case, found: Found) -> list[Span]:
    """Where the parts of a claim's text stand in its case, whatever the white space between words; none if not found."""
    spans = []
    for part in found.text.split("…"):
        at = re.search(r"\s+".join(map(re.escape, part.split())), case.text) if part.strip() else None
        if at:
            spans.append((at.start(), at.end()))
    return spans


def _overlap(places: list[Span], spans: list[Span]) -> bool:
    """Whether any of the places touches any of the spans; what has no place may be anywhere."""
    return not places or any(one[0] < other[1] and other[0] < one[1] for one in places for other in spans)


def is_about(case: Case, found: Found, span: Span) -> bool:
    """Whether a claim of the checker overlaps a stretch of a case's text."""
    return _overlap(_places(case, found), [span])


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
