"""Cases from the register itself, the same for the same seed: true sentences, false ones, and some that cannot be told.

False ones are false under every usual way of counting: the writers draw them so and assert it (`oracle.Ways`).
`python -m checker_corpus read --seed 7 --count 200` prints some to be read by people.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from checker_corpus.case import Case, Expected, Verdict, unmarked
from checker_corpus.frames import framed
from checker_corpus.kinds import KINDS
from checker_corpus.oracle import LAST, Facts
from checker_corpus.pen import STYLES, Draft, Pen

SEED = 20261123
COUNT = 2100
TRIES = 25
"""How often a kind is asked for a sentence of one verdict: some draws allow none, some kinds know no such verdict."""
VERDICTS = {Verdict.AGREES: 45, Verdict.CONTRADICTS: 45, Verdict.CANNOT_TELL: 10}
ALWAYS = (
    date(2018, 8, 21), date(2018, 9, 28), date(2018, 11, 20), date(2020, 11, 20), date(2026, 6, 15), LAST,
)  # fmt: skip
"""Days of checking that every corpus has."""


def generate(facts: Facts, seed: int = SEED, count: int = COUNT) -> list[Case]:
    """So many cases, no two of one text. Raises RuntimeError where the register gives no more."""
    rnd = Random(seed)
    days = checking_days(rnd)
    kinds, weights = list(KINDS), [weight for _, weight in KINDS.values()]
    cases: dict[str, Case] = {}
    for _ in range(count * 3):
        if len(cases) == count:
            return list(cases.values())
        kind = rnd.choices(kinds, weights)[0]
        verdict = rnd.choices(list(VERDICTS), list(VERDICTS.values()))[0]
        pen = Pen(facts, rnd, rnd.choice(STYLES), days)
        draft = next((made for _ in range(TRIES) if (made := KINDS[kind][0](pen, verdict))), None)
        if draft is not None:
            case = _case(f"g{len(cases) + 1:04}", kind, pen, draft)
            cases.setdefault(case.text, case)
    raise RuntimeError(f"only {len(cases)} of {count} cases could be written")


def checking_days(rnd: Random) -> tuple[date, ...]:
    """The days for which texts are checked, in order."""
    first = date(1999, 6, 1)
    drawn = (first + timedelta(rnd.randrange((LAST - first).days)) for _ in range(25))
    return tuple(sorted({*drawn, *ALWAYS}))


def _case(key: str, kind: str, pen: Pen, draft: Draft) -> Case:
    text, passage = unmarked(framed(pen, draft))
    claim = Expected(passage=passage, kind=kind, verdicts=frozenset({draft.verdict}))
    return Case(key=key, kind=kind, style=pen.style, text=text, as_of=draft.as_of, claims=(claim,))
