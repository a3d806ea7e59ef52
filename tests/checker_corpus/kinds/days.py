"""Days that are not in the calendar, and days that are; and statements of States without a source."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date

from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.pen import Draft, Pen


def impossible(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "31 February 2020"; where it is true, a rare day that exists."""
    rnd = pen.rnd
    if verdict is Verdict.CANNOT_TELL:
        return None
    year, month = rnd.randint(1999, 2025), rnd.randint(1, 12)
    if verdict is Verdict.AGREES:
        if rnd.random() < 0.5:
            year, month = rnd.choice([each for each in range(2000, 2025) if isleap(each)]), 2
        day = monthrange(year, month)[1]
        verdict = Verdict.NOTHING
    else:
        if rnd.random() < 0.5:
            month = 2
        day = monthrange(year, month)[1] + 1 if rnd.random() < 0.7 else rnd.randint(32, 39)
        if month == 2 and rnd.random() < 0.6:
            day = rnd.choice((30, 31)) if isleap(year) else rnd.choice((29, 30, 31))
    said = rnd.choice(
        (
            f"{day} {wording.MONTHS[month - 1]} {year}",
            f"{day} {wording.MONTHS[month - 1]} {year}",
            f"{wording.MONTHS[month - 1]} {day}, {year}",
            f"{year}-{month:02}-{day:02}",
        )
    )
    body = pen.spin(
        rnd.choice(
            (
                "The Coordinating Committee met on ⟦{day}⟧.",
                "A seminar on accession was held on ⟦{day}⟧ in [Amman|Suva|Bangkok].",
                "On ⟦{day}⟧, the President [wrote to the capitals|met the envoys|addressed the Conference on Disarmament].",
                "Replies were [expected|asked for] by ⟦{day}⟧.",
                "The letter is dated ⟦{day}⟧.",
                "The press release of ⟦{day}⟧ [was sent to all missions|is attached].",
            )
        ),
        day=said,
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(year, 12, 31)))


SAID = (
    "{name} supports the humanitarian aims of the Convention but is not ready to join.",
    "{name} has said that it needs mines to guard its borders.",
    "{name} stated that it would join once its neighbours did.",
    "{name} declared a moratorium on the export of anti-personnel mines.",
    "{name} regards accession as a matter of time.",
)


def unsourced(pen: Pen, verdict: Verdict) -> Draft | None:
    """What a State is said to have said, nobody knows where."""
    if verdict is not Verdict.CANNOT_TELL:
        return None
    rnd = pen.rnd
    as_of = pen.checked(date(2018, 8, 21))
    iso3 = rnd.choice([each for each in pen.facts.outside(as_of) if each not in ("EST", "LVA", "LTU", "FIN", "POL")])
    body = "⟦" + pen.spin(rnd.choice(SAID), name=pen.name(iso3, as_of)) + "⟧"
    return Draft(body=body, verdict=verdict, as_of=as_of, is_free=False)


KINDS = {
    "days": (impossible, 5),
    "statements without a source": (unsourced, 2),
}
"""Kind to its writer and its weight."""
