"""The totals of a vote on the yearly resolution: "167 in favour, none against, 17 abstentions"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.rolls import UNCLEAR, Among, Asked, Roll, asked_in, rolls
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot

NEEDS = ("actions", "occasions", "roll_calls")

N = r"(?:⟦N(?P<n>\d+)⟧|(?P<none>\b(?:none|no|nil|zero|not one)))"
STATES = (
    r"(?: (?:of (?:the |them|these|those)?)?(?:(?:(?P<outside>[Ss]tates? (?:not (?:yet )?[Pp]art(?:y|ies)|"
    r"outside)|[Nn]on-[Pp]art(?:y|ies)(?: [Ss]tates)?|[Ss]tates? non-part(?:y|ies))|"
    r"(?P<parties>[Ss]tates? [Pp]art(?:y|ies)))(?: (?:to|of) ⟦T\d+⟧)?|(?:UN )?(?:[Mm]ember )?[Ss]tates?|"
    r"[Mm]embers?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Dd]elegations?|[Gg]overnments?))?"
)
VOTES = r"(?: (?:affirmative |recorded )?votes?)?"
ABSTAIN = r"(?:abst(?:ain(?:ed|ing|s)?|entions?)|abstaining votes)"
PATTERNS: dict[Ballot, tuple[str, ...]] = {
    Ballot.IN_FAVOUR: (
        rf"{N}{STATES}{VOTES}(?: (?:had |have |has )?(?:voted|voting|voting:|cast (?:their )?votes?|were|was|"
        rf"being|came out))?(?: ['’“\"]?(?:in (?:its )?favou?r|for(?! the first)|yes|affirmative(?:ly)?)\b|"
        rf"-in-favou?r)",
        rf"{N} (?:yes|affirmative|positive|favou?rable) votes?",
        rf"{N}{STATES} (?:supported|endorsed|backed)(?= (?:the|it|⟦U|this))",
        r"(?:in favou?r|votes? for|yes|for|pour|a favor):? ?\(?⟦N(?P<n>\d+)⟧(?! (?:[Ss]tates|against|abst|"
        r"votes? against))",
    ),
    Ballot.AGAINST: (
        rf"{N}{STATES}{VOTES}(?: (?:had |have |has )?(?:voted|voting|cast (?:their )?votes?|being|was|"
        rf"were))? ?(?:against|opposed|in opposition)\b",
        rf"{N} (?:no|negative|dissenting) votes?",
        r"(?:against|no|votes? against|opposed):? ?\(?⟦N(?P<n>\d+)⟧(?! (?:abst|[Ss]tates abst|with))",
    ),
    Ballot.ABSTAINED: (
        rf"{N}{STATES}{VOTES}(?: (?:that |who |which )?(?:had |have |has |were |was )?)?{ABSTAIN}",
        r"(?:abstentions?|abstained|abstaining|abst\.):? ?\(?⟦N(?P<n>\d+)⟧",
    ),
    Ballot.NOT_PRESENT: (
        rf"{N}{STATES}(?: (?:were|was))? ?(?:not present|absent)\b",
        r"not present:? ?\(?⟦N(?P<n>\d+)⟧",
    ),
}
COMPILED = {ballot: tuple(Late(one, re.IGNORECASE) for one in patterns) for ballot, patterns in PATTERNS.items()}
TRIPLE = Late(
    r"⟦N(?P<a>\d+)⟧(?: votes?)?(?: to |[-–:]| ?[-–/] ?)(?:⟦N(?P<b>\d+)⟧|(?P<none>none|nil|zero|"
    r"no))(?:(?:,? ?with |,? |[-–:]| ?[-–/] ?)(?:⟦N(?P<c>\d+)⟧|(?P<none_c>no|none))(?: abst\w+)?)?",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"(?:⟦N(?P<a>\d+)⟧|(?<![\w/.,-])(?P<figure>\d{2,3})) ?(?:[-–—:/]|to) ?(?P<b>\d{1,3}) ?(?:[-–—:/]|to) ?"
    r"(?P<c>\d{1,3})(?![\w/-])"
)
MOST_VOTES = 200
_NOBODY = (
    r"(?:nobody|no[- ]one|none|no (?:(?:UN )?(?:[Mm]ember )?[Ss]tate|country|delegation|nation|government|"
    r"[Mm]ember)s?(?: at all)?)"
)
WITHOUT_DISSENT = Late(
    r"\b(?:without (?:a |any |one )?(?:single )?(?:(?:vote|votes|voice|dissent|opposition|delegation|State|country) "
    r"(?:being )?(?:cast )?"
    r"(?:against|opposed)|(?:dissenting|negative|opposing|no)[- ]votes?|dissent|opposition)\b|unopposed\b|"
    r"(?:with |there were |there was )?(?:no|zero|nil) (?:single )?(?:(?:dissenting|negative|opposing) votes?|"
    r"votes? (?:were |was |being )?(?:cast )?"
    r"against|opposition)\b|(?:met|faced|encountered|drew) no opposition\b|"
    rf"{_NOBODY} (?:(?:has |have |had )?(?:voted|voting|cast (?:a |its |their )?votes?) (?:against|no\b)|"
    rf"(?:has |have |had )?opposed|opposing|"
    r"(?:was|were|being) (?:against|opposed)|against))",
    re.IGNORECASE,
)
NUMBER_OF = (
    (
        Ballot.IN_FAVOUR,
        r"(?:votes? (?:cast )?(?:in favou?r|for)|(?:yes|affirmative|positive|favou?rable)[- ]votes?|"
        r"(?:States|countries|delegations|those) (?:voting|that voted|who voted) (?:in favou?r|for))",
    ),
    (
        Ballot.AGAINST,
        r"(?:votes? (?:cast )?against|(?:no|negative|dissenting)[- ]votes?|"
        r"(?:States|countries) (?:voting|that voted) against)",
    ),
    (
        Ballot.ABSTAINED,
        r"(?:abstentions?|abstainers|(?:States|countries|delegations|those) (?:abstaining|that abstained|who abstained))",
    ),
)
_OF_IT = r"(?:[^.;:⟦]|⟦[UTD]\d+⟧){0,60}?"
COUNTED = (
    *(
        (ballot, Late(pattern, re.IGNORECASE))
        for ballot, words in NUMBER_OF
        for pattern in (
            rf"\b(?:number|total|tally|count) of {words}{_OF_IT}(?::| (?:was|is|were|stood at|reached|came to|rose to|"
            rf"fell to|climbed to|increased to|decreased to|dropped to|remained(?: at)?|"
            rf"of)) ⟦N(?P<n>\d+)⟧(?! (?:more|fewer|less|higher|lower))",
            rf"\b(?:at|with) ⟦N(?P<n>\d+)⟧, (?:the )?(?:number|total|tally|count) of {words}",
            rf"\b{words}{_OF_IT} (?:numbered|totalled|amounted to|stood at|reached|rose to|fell to|came to) "
            rf"⟦N(?P<n>\d+)⟧(?! (?:more|fewer|less))",
        )
    ),
    (
        Ballot.IN_FAVOUR,
        Late(
            r"\b(?:for|in favou?r of) which ⟦N(?P<n>\d+)⟧ (?:\w+ )?(?:States|countries|delegations|members|"
            r"governments) voted"
        ),
    ),
    (
        Ballot.AGAINST,
        Late(r"\bagainst which ⟦N(?P<n>\d+)⟧ (?:\w+ )?(?:States?|countr(?:y|ies)|delegations?|members?) voted"),
    ),
    (
        Ballot.ABSTAINED,
        Late(r"\bon which ⟦N(?P<n>\d+)⟧ (?:\w+ )?(?:States?|countr(?:y|ies)|delegations?|members?) abstained"),
    ),
)
"""The number behind or before what it counts."""
OF_SOME = Late(
    r"\b(?:amendments?|paragraphs?|motions?|deletion|proposal|among|regional|group|outside|[Ss]tates? (?:not|[Pp]art))\b|"
    r"\b(?:from|in|of) (?:the )?(?:[A-Z]\w+n|Asia|Africa|Europe|Americas?|Caribbean|Pacific|Middle East|region)\b"
)
"""Of some votes, or on something else."""
VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|resolution|abst\w+|ballots?|adopted|roll[- ]call|in favou?r)\b|⟦U", re.IGNORECASE
)
OUTSIDE = re.compile(
    r"\b(?:[Ss]tates? not (?:yet )?[Pp]art|[Nn]on-[Pp]art|(?:States?|those|countries) (?:still )?outside|"
    r"not [Pp]arty)"
)
RANGE = re.compile(
    r"\b(?:between|from) ⟦N\d+⟧|in the last decade|over the (?:years|last|past)|in (?:some|other|several|most|many|"
    r"earlier|former|certain) years|at least once|every year|each year|"
    r"annually|on average|usually|typically",
    re.IGNORECASE,
)
ADOPTED = re.compile(
    r"\b(?:was|were|is|been|and|then|it)(?: \w+ly)? (?:adopted|passed|approved|carried)\b[^.;:]{0,60}$"
)
NOT_SO = re.compile(
    r"\b(?:would|should|could|might|may|will|shall|to|have)(?: have| be| has)* ?$|\bif\b", re.IGNORECASE
)
WORDS = {
    Ballot.IN_FAVOUR: "in favour",
    Ballot.AGAINST: "against",
    Ballot.ABSTAINED: "abstaining",
    Ballot.NOT_PRESENT: "not present",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteClaim(Claim):
    """The totals of one vote, as far as they are told, among all or some States."""

    totals: tuple[tuple[Ballot, Quantity, Among], ...]
    asked: Asked
    on: date
    may_be_outside: bool = False
    """Whether the sentence speaks of those outside, so that a total may be theirs alone."""
    is_of_list: bool = False
    """Whether it heads a list, so that it may count those that stand there."""


def find(sentence: Sentence, context: Context) -> Iterator[VoteClaim]:
    """The totals of the vote that a sentence tells of, together one claim."""
    outline = sentence.outline
    if sentence.language != "en" or not VOTING.search(outline) or is_question(sentence) or RANGE.search(outline):
        return
    found = _totals(sentence)
    is_nothing = all(quantity.number == 0 and ballot is Ballot.AGAINST for ballot, (quantity, *_) in found.items())
    if not found or (is_nothing and "⟦U" not in outline):
        return
    start, end = min(one[2] for one in found.values()), max(one[3] for one in found.values())
    if _is_no_fact(sentence, start, end):
        return
    asked = asked_in(sentence, context, start, end)
    if asked is None:
        return
    totals = tuple((ballot, quantity, among) for ballot, (quantity, among, *_) in found.items())
    yield VoteClaim(
        kind=ClaimKind.VOTE,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=", ".join(f"{quantity.wording()} {WORDS[ballot]}" for ballot, quantity, _ in totals),
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        totals=totals,
        asked=asked,
        on=context.paper.day,
        may_be_outside=any(
            OUTSIDE.search(one) for one in (outline, *context.passage.section[-1:], context.passage.lead)
        ),
        is_of_list=context.leads_list,
    )


def judge(claim: VoteClaim, answers: Answers) -> Judgement:
    """Whether the totals are those of the vote meant; where body or year is not told, only whether some vote had them."""
    if claim.asked.is_ours is not True:
        return cannot_tell(UNCLEAR)
    found = rolls(claim.asked, answers)
    if found.missing and not found.held:
        return cannot_tell(found.missing)
    right = [roll for roll in found.held if all(_right(roll, one, claim, answers) is True for one in claim.totals)]
    if right and (len(found.held) == 1 or claim.asked.is_told):
        among = "Right of the States outside. " if _is_of_those_outside(right[0], claim, answers) else ""
        return agrees(
            _told(right[0], claim, answers),
            among.strip() if len(found.held) == 1 else f"{among}Right of the vote in {right[0].label}.",
            (right[0].key,),
        )
    register = "; ".join(_told(roll, claim, answers) for roll in found.held[:3])
    keys = tuple(roll.key for roll in found.held[:3])
    if found.missing:
        return cannot_tell(found.missing, register, keys)
    wrong = [roll for roll in found.held if any(_right(roll, one, claim, answers) is False for one in claim.totals)]
    if len(wrong) == len(found.held) and found.is_whole:
        return contradicts(register, f"The register has {register}.", keys)
    return cannot_tell("The register does not hold this vote, or these totals of it, in full.", register, keys)


def _is_no_fact(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the vote is only wished, feared or imagined. What the text calls for is none of the vote's business."""
    adopted = ADOPTED.search(sentence.outline[:start])
    if adopted is None or is_question(sentence) or is_conditional(sentence):
        return is_hedged(sentence, start, end)
    before = sentence.outline[: adopted.start()]
    return bool(NOT_SO.search(before)) or bool(re.search(r"\b(?:reported|alleged|supposed)ly\b", before))


_Totals = dict[Ballot, tuple[Quantity, Among, int, int]]


def _totals(sentence: Sentence) -> _Totals:
    """The totals of a sentence with their places, one a kind of ballot."""
    found: _Totals = {}
    _triple(sentence, found)
    taken: set[str] = set()
    for ballot, pattern in COUNTED:
        for match in pattern.finditer(sentence.outline):
            if ballot not in found and match["n"] not in taken and not OF_SOME.search(match[0]):
                taken.add(match["n"])
                found[ballot] = (sentence.numbers[int(match["n"])], Among.ANY, match.start(), match.end())
    for ballot, patterns in COMPILED.items():
        for pattern in patterns:
            for match in pattern.finditer(sentence.outline):
                number = match.groupdict().get("n")
                if number in taken or ballot in found or _is_no_total(sentence, match):
                    continue
                if number:
                    taken.add(number)
                elif ballot is Ballot.IN_FAVOUR:
                    continue
                quantity = _plain(sentence, match, sentence.numbers[int(number)]) if number else Quantity(0)
                found[ballot] = (quantity, _among(match), match.start(), match.end())
    dissent = WITHOUT_DISSENT.search(sentence.outline)
    if dissent and Ballot.AGAINST not in found:
        found[Ballot.AGAINST] = (Quantity(0), Among.ANY, dissent.start(), dissent.end())
    return found


def _plain(sentence: Sentence, match: re.Match[str], quantity: Quantity) -> Quantity:
    """ "Adopted over one vote against" is one vote, and not more than one."""
    words = sentence.words(match.start(), match.end())
    if quantity.bound is Bound.MORE_THAN and re.match(r"(?:over|past|above|beyond)\b", words, re.IGNORECASE):
        before = sentence.outline[: match.start()]
        if re.search(r"\b(?:adopt|approv|pass|carr|prevail|vot)\w*[^.;]{0,80}$", before, re.IGNORECASE):
            return Quantity(quantity.number)
    return quantity


def _triple(sentence: Sentence, found: _Totals) -> None:
    """Totals put together: "167-0-17", "167 votes to none, with 17 abstentions"."""
    outline = sentence.outline
    for match in FIGURES.finditer(outline):
        first = sentence.numbers[int(match["a"])] if match["a"] else Quantity(int(match["figure"]))
        rest = [Quantity(int(match["b"])), Quantity(int(match["c"]))]
        if first.number < rest[0].number or first.number + rest[0].number + rest[1].number > MOST_VOTES:
            continue
        for ballot, number in zip((Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED), (first, *rest), strict=True):
            found[ballot] = (number, Among.ANY, match.start(), match.end())
        return
    for match in TRIPLE.finditer(outline):
        if not re.search(r"votes? to|abst|^⟦N\d+⟧[-–:/]", match[0], re.IGNORECASE):
            continue
        found[Ballot.IN_FAVOUR] = (sentence.numbers[int(match["a"])], Among.ANY, match.start(), match.end())
        against = sentence.numbers[int(match["b"])] if match["b"] else Quantity(0)
        found[Ballot.AGAINST] = (against, Among.ANY, match.start(), match.end())
        if match["c"] or match["none_c"]:
            abstained = sentence.numbers[int(match["c"])] if match["c"] else Quantity(0)
            found[Ballot.ABSTAINED] = (abstained, Among.ANY, match.start(), match.end())
        return


def _is_no_total(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a number counts no votes of the whole ("one of the 16 that abstained", "for 16 years")."""
    after = sentence.outline[match.end() : match.end() + 30]
    before = sentence.outline[max(0, match.start() - 30) : match.start()]
    is_figure = match.groupdict().get("n") and re.match(r"(?:for|no|yes|against)\b", match[0], re.IGNORECASE)
    if is_figure and (
        not re.search(r"[:(]", match[0]) or re.match(r" (?:years|States|countries|times|months|days|other)", after)
    ):
        return True
    return bool(
        re.search(r"\b(?:one|among|nine|some|most|many|several|\d+) of (?:the )?$", before, re.IGNORECASE)
    ) or bool(re.match(r" (?:on (?:four|several|many|other)|times)", after))


def _among(match: re.Match[str]) -> Among:
    groups = match.groupdict()
    return Among.OUTSIDE if groups.get("outside") else Among.PARTIES if groups.get("parties") else Among.ANY


def _right(roll: Roll, told: tuple[Ballot, Quantity, Among], claim: VoteClaim, answers: Answers) -> bool | None:
    """Whether one total is that of a vote; None where the register does not hold it."""
    ballot, quantity, among = told
    held = roll.totals(ballot, among, answers, claim.on)
    if any(quantity.fits(number) for number in held):
        return True
    if among is Among.ANY and (claim.may_be_outside or claim.is_of_list):
        others = roll.totals(ballot, Among.OUTSIDE, answers, claim.on)
        if claim.is_of_list and not any(quantity.fits(number) for number in others):
            return None  # those that stand below, whoever they are
        if not others or any(quantity.fits(number) is not False for number in others):
            return True if any(quantity.fits(number) for number in others) else None
    return (
        False if held and roll.is_sure(ballot) and not any(quantity.fits(number) is None for number in held) else None
    )


def _is_of_those_outside(roll: Roll, claim: VoteClaim, answers: Answers) -> bool:
    """Whether totals are right only where those outside alone are counted."""
    return any(
        among is Among.ANY
        and not any(quantity.fits(number) for number in roll.totals(ballot, among, answers, claim.on))
        for ballot, quantity, among in claim.totals
    )


def _told(roll: Roll, claim: VoteClaim, answers: Answers) -> str:
    parts = []
    for ballot, _, among in claim.totals:
        held = roll.totals(ballot, among, answers, claim.on)
        if held:
            parts.append(
                f"{' or '.join(map(str, sorted(held)))} {WORDS[ballot]}"
                + (f" ({among.label})" if among is not Among.ANY else "")
            )
    return f"{', '.join(parts) or 'no totals'} in {roll.label}"
