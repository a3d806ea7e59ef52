"""Lists of States with a standing: outside, only signatory, withdrawn, party; whole or in part.

How texts put them is in `checker/listing.py`; lists of a vote are in `ballot_lists.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accede.register.universe import is_un_member
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import settled
from accede.reporting.checker.kinds.standing import Stands, stood
from accede.reporting.checker.listing import Listing, listings
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others
from accede.reporting.checker.scope import When, when_it_stood
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Verdict, agrees, cannot_tell, contradicts
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import TreatyActionKind

NEEDS = ("actions", "occasions")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClaim(Claim):
    """States that are said to have a standing. `is_whole`: that they are all that have it; `of_un`: all UN Members."""

    states: tuple[str, ...]
    is_whole: bool
    is_ours: bool | None
    stands: Stands
    when: When | None
    of_un: bool = False


def find(sentence: Sentence, context: Context) -> Iterator[ListClaim]:
    """The lists of a sentence."""
    if sentence.language != "en" or "⟦L" not in sentence.outline:
        return
    for listing in listings(sentence, context.earlier[-1] if context.earlier else None):
        yield _claim(sentence, context, listing)


def judge(claim: ListClaim, answers: Answers) -> Judgement:
    """Whether each belongs there, and, where the list is said to be whole, whether any is missing."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this list is of the treaty asked about. Name the treaty.")
    when = settled(claim.when, answers)
    if when is None:
        return cannot_tell("The day of this list is not clear. Say as of which day it is meant.")
    judged = {iso3: _belongs(iso3, claim.stands, when, answers) for iso3 in claim.states}
    wrong = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CONTRADICTS]
    missing = _missing(claim, when, answers)
    if wrong:
        keys = tuple(key for iso3 in wrong for key in judged[iso3].evidence)
        why = " ".join(judged[iso3].why for iso3 in wrong[:4])
        also = f" The list leaves out {answers.names(missing)}." if missing else ""
        return contradicts(f"{len(wrong)} do not belong there", why + also, keys[:8])
    if missing:
        register = f"{len(missing)} more on {told(when.last)}"
        if when.last > answers.horizon or not when.is_sure:
            return cannot_tell(
                f"The list leaves out {answers.names(missing)}; say as of which day it is meant.", register
            )
        return contradicts(register, f"The list leaves out {answers.names(missing)}.")
    unclear = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CANNOT_TELL]
    if unclear:
        return cannot_tell(judged[unclear[0]].why, "", judged[unclear[0]].evidence)
    return agrees(f"all {len(claim.states)} on {told(when.last)}" + ("; none is missing" if claim.is_whole else ""))


def of_table(states: tuple[str, ...], when: When, *, where: str, text: str, is_ours: bool | None) -> ListClaim:
    """The States of an overview of those outside."""
    return ListClaim(
        kind=ClaimKind.LIST, where=where, text=text, stated=f"{len(states)} States not party", states=states, is_whole=True,
        is_ours=is_ours, stands=Stands.NOT_PARTY, when=when,
    )  # fmt: skip


def _claim(sentence: Sentence, context: Context, listing: Listing) -> ListClaim:
    start, end = listing.start, listing.end
    told_by = listing.told_in or sentence
    if listing.told_in is None:
        ours, when = context.is_ours(sentence, start, end), when_it_stood(sentence, context, start, end)
    else:  # "33 States have yet to join. They are: ..."
        ours = context.is_ours(told_by, *listing.told_at)
        when = when_it_stood(told_by, context, *listing.told_at)
    return ListClaim(
        kind=ClaimKind.LIST,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{listing.stands.label}: {', '.join(listing.states)}" + (" (all)" if listing.is_whole else ""),
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        states=listing.states,
        is_whole=listing.is_whole,
        is_ours=ours,
        stands=listing.stands,
        when=when,
        of_un=listing.of_un,
    )


def _belongs(iso3: str, stands: Stands, when: When, answers: Answers) -> Judgement:
    judgement = stood(iso3, stands, when, answers)
    if judgement.verdict is Verdict.CONTRADICTS and stands is Stands.WITHDRAWN:
        notified = [one for one in answers.timeline.effects_of(iso3) if one.kind is TreatyActionKind.WITHDRAWAL]
        if notified and (when.lead is not Lead.AS_OF or when.first != when.last):
            return cannot_tell(
                f"{answers.name(iso3)} notified a withdrawal; say whether it had taken effect.",
                judgement.register,
                judgement.evidence,
            )
    return judgement


def _missing(claim: ListClaim, when: When, answers: Answers) -> list[str]:
    """Those that a whole list must name and does not."""
    if not claim.is_whole or when.first != when.last:
        return []
    return [
        iso3
        for iso3, state in answers.timeline.states.items()
        if iso3 not in claim.states
        and _surely(claim.stands, iso3, when, answers)
        and (not claim.of_un or is_un_member(state, when.last))
    ]


def _surely(stands: Stands, iso3: str, when: When, answers: Answers) -> bool:
    """Whether a State has the standing beyond doubt, so that a whole list must name it."""
    found = answers.timeline.standing(iso3, when.last)
    if found is None or found.is_uncertain:
        return False
    match stands:
        case Stands.NOT_PARTY:
            return not found.standing.has_joined
        case Stands.SIGNATORY_ONLY:
            return found.standing is Standing.SIGNATORY
        case Stands.WITHDRAWN:
            return found.standing is Standing.WITHDRAWN
        case Stands.PARTY:
            return found.standing is Standing.IN_FORCE
    return False
