"""Shares of the world's States: "more than 80% of the world's States have joined"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import day_of, settled
from accede.reporting.checker.counting.totals import REGION
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_denied, is_hedged, is_question
from accede.reporting.checker.scope import When
from accede.reporting.checker.timeline import Measure, Timeline
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")

SHARE = Late(
    r"⟦P(?P<of_states>\d+)⟧(?= (?:ha[sd]|have|is|are|was|were|remain|st[ao]|belong|now|still|already|do|does|did))|"
    r"⟦P(?P<p>\d+)⟧(?: of)? (?:the |all |all the )?(?:(?:world['’]?s? |globe['’]?s? |"
    r"planet['’]?s? )?(?:UN |United Nations )?(?:[Mm]ember )?(?:sovereign )?(?:[Ss]tates|[Cc]ountries|"
    r"[Nn]ations|[Gg]overnments)(?: (?:of|in) the world)?|world(?= (?:has|have|is|are))|"
    r"(?:the )?UN['’]s membership)(?! [Pp]art| not | outside| affected| that (?!have|has|are|may|can|could|might)| which| whose|"
    r" with\b)"
)
_STATES = re.compile(r"\b(?:States?|countr|nations?|governments?)", re.IGNORECASE)
INSIDE = Late(
    r"\b(?:joined|ratified|acceded|party|parties|members?|committed|bound|binds|binding|accepted|adher\w+|embraced|"
    r"on board|banned|signed up|outlawed|renounced)\b",
    re.IGNORECASE,
)
OUTSIDE = re.compile(
    r"\b(?:outside|not (?:yet )?(?:a )?part(?:y|ies)|(?:not|yet to|still to|never) (?:yet )?(?:join|ratif|acced)\w*)"
    r"\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not(?! only| just| merely| hesitat| fail)|never(?! fail)|yet to|still to|refused? to|"
    r"failed? to)\b[^,;]{0,25}$|n['’]t\b[^,;]{0,25}$",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\b(?:signed|signatories)\b", re.IGNORECASE)
OTHER = Late(
    r"\b(?:stockpil\w+|attend\w*|particip\w+|vot\w+|report\w*|clear\w*|contaminat\w*|victims?|production|"
    r"produce\w*|export\w*|population|territor\w+|reservations?|laws?|legislation|as well as|but also|neither|"
    r"and (?:also )?(?:have|has|are|ban\w*))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClaim(Claim):
    """A share of all States, in per cent."""

    measure: Measure
    quantity: Quantity
    when: When | None
    is_ours: bool | None


def find(sentence: Sentence, context: Context) -> Iterator[ShareClaim]:
    """The shares of a sentence."""
    if sentence.language != "en" or "⟦P" not in sentence.outline or is_question(sentence):
        return
    for match in SHARE.finditer(sentence.outline):
        if match["of_states"] and not _STATES.search(sentence.words(*match.span())):
            continue
        first, last = sentence.clause(match.start())
        after = sentence.outline[match.end() : last]
        before = sentence.outline[first : match.start()]
        measure = _measure(after) or _measure(before)
        if measure is None or REGION.search(sentence.outline[first:last]) or OTHER.search(after[:80]):
            continue
        is_presupposed = bool(re.match(r" (?:who|that|which) (?:have|has|are)\b", sentence.outline[match.end() :]))
        if (not is_presupposed and is_hedged(sentence, match.start(), match.end())) or is_denied(
            sentence, match.start()
        ):
            continue
        when = day_of(sentence, context, match.start(), match.end(), is_event=False)
        yield share_told(sentence, context, match.span(), int(match["p"] or match["of_states"]), measure, when)


def share_told(
    sentence: Sentence, context: Context, place: tuple[int, int], index: int, measure: Measure, when: When | None
) -> ShareClaim:
    """The claim of a stretch of the outline that tells the share of a sentence with this index."""
    quantity = sentence.shares[index]
    return ShareClaim(
        kind=ClaimKind.SHARE,
        where=context.passage.where,
        text=sentence.words(*place),
        stated=f"{quantity.wording()} of all States: {measure.label}",
        spots=(context.spot(sentence, *place),),
        is_by_others=is_by_others(sentence, *place),
        measure=measure,
        quantity=quantity,
        when=when,
        is_ours=context.is_ours(sentence, *place),
    )


def judge(claim: ShareClaim, answers: Answers) -> Judgement:
    """Whether the share is right of all States, or of the Members of the United Nations."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this share is said of the treaty asked about. Name the treaty.")
    when = settled(claim.when, answers)
    if when is None:
        return cannot_tell("The day of this share is not clear. Say as of which day it is meant.")
    shares = [share for day in (when.first, when.last) for share in _shares(claim, answers.timeline, day)]
    main = _shares(claim, answers.timeline, when.last)[0]
    register = f"{main:.1f}% on {told(when.last)}"
    fits = [claim.quantity.fits(share) for share in shares]
    if True in fits:
        return agrees(register)
    if None in fits:
        return cannot_tell(
            f"It is {register}; whether that is “{claim.quantity.wording()}” is a matter of words.", register
        )
    if not when.is_sure or when.last > answers.horizon:
        return cannot_tell("The day of this share is not clear. Say as of which day it is meant.", register)
    return contradicts(register, f"The register has {register}.")


def _shares(claim: ShareClaim, timeline: Timeline, day: date) -> list[float]:
    number = timeline.value(claim.measure, day).counted
    universe, members = timeline.value(Measure.UNIVERSE, day).counted, timeline.value(Measure.UN_MEMBERS, day).counted
    found = [100 * number / universe]
    if claim.measure in (Measure.JOINED, Measure.OUTSIDE):
        ours = Measure.UN_JOINED if claim.measure is Measure.JOINED else Measure.UN_OUTSIDE
        found.append(100 * timeline.value(ours, day).counted / max(members, 1))
    if claim.measure is Measure.JOINED:
        found += [100 * timeline.value(Measure.IN_FORCE, day).counted / universe, 100 * number / max(members, 1)]
    return found


def _measure(words: str) -> Measure | None:
    if OUTSIDE.search(words):
        return Measure.OUTSIDE
    if inside := INSIDE.search(words):
        return Measure.OUTSIDE if _NOT.search(words[: inside.start()]) else Measure.JOINED
    return Measure.SIGNED if SIGNED.search(words) else None
