"""The treaty's own days and places: adopted, opened for signature, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.cities import CITIES
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate

NEEDS = ("actions", "occasions")


class Milestone(Labelled):
    """What happened to the treaty."""

    ADOPTED = "adopted", "adopted"
    OPENED = "opened", "opened for signature"
    IN_FORCE = "in_force", "in force"


_T = r"⟦T(?P<t>\d+)⟧(?:,? (?:which |that )?)"
_BETWEEN = r"(?:(?!⟦[LM])[^.;:⟦]){0,30}?"
VERBS: tuple[tuple[Milestone, str], ...] = (
    (
        Milestone.IN_FORCE,
        r"(?:(?:has |had |first )?(?:entered|came|come|comes|enters) into force|has been in force|"
        r"(?:became|becoming) (?:binding )?(?:international )?law|entered in force)",
    ),
    (Milestone.OPENED, r"(?:was |had been )?(?:opened|open) for signature"),
    (Milestone.ADOPTED, r"(?:was |had been |were )?(?:adopted|concluded|agreed|negotiated and adopted)"),
)
FRAMES = tuple(
    (milestone, Late(rf"{_T}{_BETWEEN}\b{verb}(?P<gap>(?:(?!⟦L)[^.;:⟦]){{0,40}}?),? ?⟦D(?P<d>\d+)⟧"))
    for milestone, verb in VERBS
)
NOUNS = (
    (Milestone.IN_FORCE, "entry into force|entering into force"),
    (Milestone.ADOPTED, "adoption"),
    (Milestone.OPENED, "opening for signature"),
)
NOMINAL = tuple(
    (
        milestone,
        Late(
            rf"\b(?:{noun}) of ⟦T(?P<t>\d+)⟧(?P<gap>(?:(?!⟦L)[^.;:⟦]){{0,30}}?),? ?⟦D(?P<d>\d+)⟧|"
            rf"⟦T(?P<t_b>\d+)⟧['’]s (?:{noun})(?P<gap_b>(?:(?!⟦L)[^.;:⟦]){{0,30}}?),? ?⟦D(?P<d_b>\d+)⟧",
            re.IGNORECASE,
        ),
    )
    for milestone, noun in NOUNS
)
OWN = tuple(
    (
        milestone,
        Late(rf"\b[Ii]ts (?:{noun})(?P<gap>(?:(?!⟦[LT])[^.;:⟦]){{0,30}}?),? ?⟦D(?P<d>\d+)⟧"),
    )
    for milestone, noun in NOUNS
)
"""Of the one treaty that a sentence names, where it names no State."""
FRONTED = tuple(
    (milestone, Late(rf"(?:^|[,;] )(?:\w+ )?⟦D(?P<d>\d+)⟧,? (?P<gap>){_T}{_BETWEEN}\b{verb}(?! for\b)"))
    for milestone, verb in VERBS
)
CONTINUED = tuple(
    (
        milestone,
        Late(
            rf"⟦T(?P<t>\d+)⟧(?:(?!⟦[LM])[^.;:])*?\b(?:and|"
            rf",) (?:it )?{verb}(?P<gap>(?:(?!⟦L)[^.;:⟦]){{0,40}}?),? ?⟦D(?P<d>\d+)⟧"
        ),
    )
    for milestone, verb in VERBS
)
JOINED = re.compile(r"\b(?:acced|access|ratif|join|deposit|succe|became a|[Pp]art(?:y|ies)\b)")
FOR_SOMEBODY = re.compile(r"^ (?:for|in respect of|with respect to)\b")
PLACED = re.compile(
    rf"{_T}{_BETWEEN}(?:was )?(?P<verb>adopted|opened for signature|concluded) in (?P<place>[A-Z][\w'’-]+)"
)
OTHER_THING = re.compile(
    r"(?<!international )(?<!binding )(?<!into )\b(?:plan|declaration|report|decision|amendment|law|resolution|"
    r"legislation|statement)\b",
    re.IGNORECASE,
)


OF_A_STATE = Late(
    r"⟦L\d+⟧|\b(?:for|that|by) (?:a|any|each|every|the|that|such a|new|its|another) (?:(?:new|latest|acceding|"
    r"ratifying) )*(?:[Ss]tate|[Cc]ountry|[Gg]overnment|[Pp]arty|newcomer|member|former)|\b[Ss]tates? that\b|"
    r"\bfor (?:it|them|us|states|those)\b|\b(?:[Dd]eposit(?:s|ed|ing)|[Jj]oining|[Aa]cceding|[Rr]atifying|"
    r"(?:[Cc]ount|[Rr]eckon)(?:ed|ing)(?= ⟦D))\b"
    r"|\b(?:[Aa]n?|[Aa]ny|[Ii]ts|[Ee]ach|[Ee]very) (?:\w+ )?(?:deposit|instrument|accession|ratification)\b"
    r"|^\W*(?:[Aa]ccession|[Rr]atification)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyClaim(Claim):
    """A milestone of the treaty and its day, or its place."""

    milestone: Milestone
    is_ours: bool | None
    first: date | None = None
    last: date | None = None
    lead: Lead = Lead.NONE
    place: str = ""
    is_sure: bool = True
    """False where the sentences before speak of a State that joined, for which it may have entered into force."""
    is_opening: bool = False
    """Whether it is the opening itself, not that it was open."""


def find(sentence: Sentence, context: Context) -> Iterator[TreatyClaim]:
    """The treaty's days in a sentence."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦T" not in outline or is_question(sentence):
        return
    seen: set[Milestone] = set()
    own = OWN if len(sentence.treaties) == 1 and "⟦L" not in outline else ()
    for milestone, frame in (*FRAMES, *NOMINAL, *FRONTED, *CONTINUED, *own):
        for match in frame.finditer(outline):
            groups = match.groupdict()
            gap = groups.get("gap") or groups.get("gap_b") or ""
            if (
                milestone in seen
                or FOR_SOMEBODY.match(gap)
                or FOR_SOMEBODY.match(outline[match.end() :])
                or OTHER_THING.search(match[0])
            ):
                continue
            if is_hedged(sentence, match.start(), match.end()):
                continue
            sign = int(groups.get("t") or groups.get("t_b") or 0)
            day = sentence.days[int(groups.get("d") or groups["d_b"])]
            if (
                day.wrong
                or not day.year_is_told
                or (milestone is Milestone.IN_FORCE and _is_of_a_state(sentence, match.end()))
            ):
                continue
            seen.add(milestone)
            yield _claim(
                sentence,
                context,
                match.start(),
                match.end(),
                milestone,
                sign,
                first=day.first,
                last=day.last,
                lead=day.lead,
                said=day.wording(),
            )
    for match in PLACED.finditer(outline):
        if match["place"] in CITIES:
            milestone = Milestone.OPENED if match["verb"].startswith("open") else Milestone.ADOPTED
            yield _claim(
                sentence,
                context,
                match.start(),
                match.end(),
                milestone,
                int(match["t"]),
                place=match["place"],
                said=match["place"],
            )


def judge(claim: TreatyClaim, answers: Answers) -> Judgement:
    """Whether it was then, or there."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is said of the treaty asked about.")
    dates = answers.treaty.dates
    held, place = {
        Milestone.ADOPTED: (dates.adopted, dates.adopted_at),
        Milestone.OPENED: (dates.opened, dates.opened_at),
        Milestone.IN_FORCE: (dates.in_force, ""),
    }[claim.milestone]
    if claim.place:
        if not place:
            return cannot_tell("The register does not hold this place.")
        if claim.place == place:
            return agrees(place)
        return contradicts(place, f"It was {claim.milestone.label} in {place}.")
    if held is None or held.earliest is None or held.latest is None or claim.first is None or claim.last is None:
        return cannot_tell("The register does not hold this day.")
    register = f"{claim.milestone.label} on {held.wording()}"
    if _fits(claim, held):
        return agrees(register)
    if (
        claim.milestone is Milestone.OPENED
        and not (claim.first == claim.last and claim.is_opening)
        and dates.signature_closed
        and claim.first <= (dates.signature_closed.latest or date.min)
        and held.earliest <= claim.last
    ):
        return agrees(register)
    if (
        claim.milestone is Milestone.ADOPTED
        and dates.opened
        and dates.opened.earliest
        and claim.first <= dates.opened.earliest <= claim.last
    ):
        return cannot_tell("It was adopted earlier, and opened for signature then.", register)
    if not claim.is_sure:
        return cannot_tell("The entry into force for a State may be meant. Say for whom.", register)
    return contradicts(register, f"The treaty was {register}.")


def _tells_of_a_state(context: Context) -> bool:
    """Whether what came before in the paragraph, or a heading, is about a State that joined."""
    return any(heading.lists for heading in context.headings) or any(
        one.lists and JOINED.search(one.outline) for one in context.earlier[-3:]
    )


def _is_of_a_state(sentence: Sentence, end: int) -> bool:
    """Whether the entry into force may be that for a State: one that the sentence names, but for an aside after the day."""
    rest = sentence.outline[end:]
    aside = re.match(
        r",? (?:\([^)]*\) )?(?:after|when|once|with|thanks to|following|⟦N\d+⟧ (?:months|days) (?:after|from))\b", rest
    )
    return bool(OF_A_STATE.search(sentence.outline[:end] if aside else sentence.outline))


def _claim(
    sentence: Sentence, context: Context, start: int, end: int, milestone: Milestone, sign: int, *,
    said: str, first: date | None = None, last: date | None = None, lead: Lead = Lead.NONE, place: str = "",
) -> TreatyClaim:  # fmt: skip
    return TreatyClaim(
        kind=ClaimKind.TREATY,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{milestone.label} {said}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        milestone=milestone,
        is_ours=context.is_ours(sentence, start, end, sign=sign),
        first=first,
        last=last,
        lead=lead,
        place=place,
        is_sure=milestone is not Milestone.IN_FORCE or not _tells_of_a_state(context),
        is_opening=bool(re.search(r"\bopened\b|\bopening\b", sentence.outline[start:end])),
    )


def _fits(claim: TreatyClaim, held: PartialDate) -> bool:
    assert claim.first is not None
    assert claim.last is not None
    assert held.earliest is not None
    assert held.latest is not None
    match claim.lead:
        case Lead.BY | Lead.AS_OF | Lead.BEFORE:
            return held.earliest <= claim.last
        case Lead.AFTER:
            return held.latest >= claim.first
    return held.earliest <= claim.last and claim.first <= held.latest
