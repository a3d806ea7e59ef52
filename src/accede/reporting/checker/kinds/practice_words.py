"""What a sentence says that States do with mines, and who says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.practices import Claim, PracticeKind

MINES = (
    r"(?:(?:any|new|more|all|its|their|only|detectable|such|banned|these|of|the) )*"
    r"(?:(?:anti-?personnel |AP |anti-vehicle )?(?:land)?mines?\b|APMs?\b|(?:these|such) weapons|the "
    r"weapons?\b)"
)
_FOR_TRADE = (
    r"(?:export|exports|exportation|import|imports|importation|transfers?|re-export|transit|"
    r"production|manufacture|use|sales?|trade|stockpiling|acquisition)"
)
ACTS = rf"(?P<acts>(?:the )?{_FOR_TRADE}(?:(?:,| and|, and|,? or| as well as) (?:the )?{_FOR_TRADE})*)"
ACT_OF = {
    "export": "export", "import": "import", "transfer": "transfer", "re-export": "transfer", "transit": "transfer",
    "production": "production", "manufacture": "production", "use": "use", "sale": "export", "trade": "transfer",
    "stockpiling": "stockpile", "acquisition": "import",
}  # fmt: skip
_FILL = r"(?:(?:also|has|have|had|still|now|unilaterally|formally|,|since ⟦D\d+⟧|⟦D\d+⟧|which|that|who) ?)*"
_OWN = (
    r"(?P<own>(?:says?|said|states?|stated|declares?|declared|reports?|reported|announced|"
    r"confirmed|maintains?|claims?|indicated|noted|affirmed|"
    r"explained|told [^.;⟦]{2,40})(?: ⟦D\d+⟧)?,? (?:that )?(?:it|they|the country)(?:s government)? )?"
)
_SUBJECT = rf"⟦L(?P<l>\d+)⟧,? ?{_FILL}{_OWN}"
_KEEPS = (
    r"(?:declared|declares|announced|introduced|imposed|instituted|adopted|established|enacted|"
    r"proclaimed|has|have|had|maintains?|maintained|observes?|"
    r"observed|extended|applies|applied|keeps|kept|upholds|is (?:still )?under|put in place|"
    r"placed|says? that it (?:has|maintains|observes))"
)
_ADJECTIVES = (
    r"(?:(?:an?|the|its|unilateral|indefinite|national|voluntary|formal|permanent|long-standing|"
    r"open-ended|official|political|comprehensive|strict|\w+-year) )*"
)
MORATORIA = (
    Late(
        rf"{_SUBJECT}(?:{_FILL}{_KEEPS} )+(?:in place |to |up )?{_ADJECTIVES}moratorium(?: on {ACTS})?"
        rf"(?P<rest>(?:(?!⟦L)[^.;:]){{0,90}})"
    ),
    Late(rf"⟦L(?P<l>\d+)⟧['’]s? {_ADJECTIVES}moratorium(?: on {ACTS})?(?P<rest>(?:(?!⟦L)[^.;:]){{0,90}})"),
    Late(
        rf"\b[Mm]oratorium on {ACTS}(?P<before>(?:(?!⟦L)[^.;:]){{0,80}}?)\b(?:in place in|in force in|"
        rf"declared by|observed by|imposed by|of|by|in) (?:the )?⟦L(?P<l>\d+)⟧(?P<rest>(?:(?!⟦L)[^.;:]){{0,60}})"
    ),
)
VERBS: tuple[tuple[PracticeKind, str], ...] = (
    (PracticeKind.USE, r"(?:us(?:e[sd]?|ing)|la(?:id|ys?|ying)|plant(?:ed|s|ing)?|deploy(?:ed|s|ing)?)"),
    (PracticeKind.PRODUCTION, r"(?:produc(?:e[sd]?|ing)|manufactur(?:e[sd]?|ing)|made|makes?)"),
    (PracticeKind.EXPORT, r"(?:export(?:ed|s|ing)?)"),
    (PracticeKind.IMPORT, r"(?:import(?:ed|s|ing)?)"),
    (PracticeKind.TRANSFER, r"(?:transfer(?:red|s|ring)?|transport(?:ed|s|ing)?)"),
    (PracticeKind.STOCKPILE, r"(?:stockpil(?:e[sd]?|ing))"),
)
_SAY_NO = (
    r"(?P<no>(?:has |have |had )?never(?: once)? |(?:has|have|had|does|do|did)(?: not|n['’]t)(?: ever| yet)? |"
    r"no longer |(?P<ceased>(?:has |have |had )?(?:stopped|ceased|ended|halted|discontinued) "
    r"(?:the )?))?"
)
_REST = r"(?P<rest>(?:(?!⟦L)[^.;:]){0,80})"
PRACTICES = tuple(
    (kind, Late(rf"{_SUBJECT}(?:has |have |had )?{_SAY_NO}(?:(?:only|also|still) )?\b{verb} {MINES}{_REST}"))
    for kind, verb in VERBS
)
_USE_OF = r"(?P<what>use|production|manufacture|export|import|transfer|laying)"
NOUNS = Late(
    rf"\b(?:new |fresh |continued |extensive )?{_USE_OF} of {MINES}(?:(?!⟦L)[^.;:]){{0,30}}?\bby "
    rf"(?:(?:the )?(?:government|armed|military|regular|security)(?: forces)?(?: of| in)? )?"
    rf"(?:the )?⟦L(?P<l>\d+)⟧{_REST}",
)
STOCKPILES = Late(
    rf"{_SUBJECT}(?:reported|declared|has|holds|had|held|disclosed|keeps|possesses|possessed|"
    rf"reports|declares)(?: having| to have| holding| that it (?:has|holds))? (?:an? )?(?:(?:total )?stockpile of )?"
    rf"⟦N(?P<n>\d+)⟧ (?:stockpiled )?{MINES}{_REST}",
)
SPEAKERS = Late(r"\b(?P<who>(?:Landmine )?Monitor|ICBL|UNSMIL|International Campaign to Ban Landmines)\b")
OWN_WORDS = Late(
    r"\b(?:according to (?:its|their|the country['’]s) (?:own |government |officials?|government|"
    r"authorities|ministry|army)|by its own (?:account|words)|its officials|official statements)"
)
NOT_SAID = Late(
    r"\b(?:would|should|could|might|may|will|shall|must|plans?|planned|intends?|considering|"
    r"consider|hop(?:e|es|ed|ing)|urg\w+|call\w* (?:on|upon|for)|appeal\w*|"
    r"invit\w+|encourag\w+|asked?|request\w*|propos\w+|whether|until|wrong\w*|incorrect\w*|"
    r"false\w*|allegedly|suspected|accus\w+|denied|denies|deny|condemn\w*|victims?)\b"
)
NOT_SUBJECT = Late(
    r"\b(?:from|of|on|in|with|by|for|to|about|between|near|against|groups? in|rebels? in|found in) "
    r"(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A practice of the States of a list (an index). `is_own`: that they say so themselves; `speaker`: who else does."""

    start: int
    end: int
    listed: int
    practice: PracticeKind
    says: Claim
    acts: frozenset[str] = frozenset()
    is_own: bool = False
    speaker: str = ""
    when: Day | None = None
    number: int | None = None


def practices_told(sentence: Sentence) -> Iterator[Told]:
    """What a sentence tells, each State and practice once."""
    outline = sentence.outline
    if not any(word in outline for word in ("mine", "oratori", "APM", "weapon")):
        return
    seen: set[tuple[int, PracticeKind]] = set()
    for told in (*_moratoria(sentence), *_stockpiles(sentence), *_practices(sentence)):
        first = sentence.clause(told.start)[0]
        if (told.listed, told.practice) not in seen and not NOT_SAID.search(outline[first : told.end]):
            seen.add((told.listed, told.practice))
            yield told


def _moratoria(sentence: Sentence) -> Iterator[Told]:
    for number, pattern in enumerate(MORATORIA):
        for match in pattern.finditer(sentence.outline):
            if number == 0 and NOT_SUBJECT.search(sentence.outline[: match.start()]):
                continue
            words = re.findall(r"re-export|[a-z]+", (match["acts"] or "").lower())
            acts = {ACT_OF[stem] for word in words if (stem := word if word in ACT_OF else _stem(word)) in ACT_OF}
            yield _told(sentence, match, PracticeKind.MORATORIUM, Claim.HAS, acts=frozenset(acts))


def _stem(word: str) -> str:
    return {"exportation": "export", "importation": "import"}.get(word, word.removesuffix("s"))


def _stockpiles(sentence: Sentence) -> Iterator[Told]:
    for match in STOCKPILES.finditer(sentence.outline):
        number = sentence.numbers[int(match["n"])].number
        yield _told(sentence, match, PracticeKind.STOCKPILE, Claim.HAS, number=int(number))


def _practices(sentence: Sentence) -> Iterator[Told]:
    for kind, pattern in PRACTICES:
        for match in pattern.finditer(sentence.outline):
            if NOT_SUBJECT.search(sentence.outline[: match.start()]):
                continue
            says = (
                Claim.HAS
                if not match["no"]
                else Claim.CEASED
                if match["ceased"] or "no longer" in match["no"]
                else Claim.HAS_NOT
            )
            told = _told(sentence, match, kind, says)
            if says is Claim.HAS_NOT and told.when is not None and told.when.lead is Lead.SINCE:
                told = _told(sentence, match, kind, Claim.CEASED)
            yield told
    for match in NOUNS.finditer(sentence.outline):
        named = {"laying": "use", "manufacture": "production"}.get(match["what"], match["what"])
        yield _told(sentence, match, PracticeKind(named), Claim.HAS)


def _told(
    sentence: Sentence,
    match: re.Match[str],
    kind: PracticeKind,
    says: Claim,
    *,
    acts: frozenset[str] = frozenset(),
    number: int | None = None,
) -> Told:
    groups = match.groupdict()
    named = SPEAKERS.search(sentence.outline)
    is_own = (
        bool(groups.get("own"))
        or bool(OWN_WORDS.search(sentence.outline))
        or bool(re.search(r"\b(?:reported|declared|disclosed)\b", match[0]) and number)
    )
    days = [
        sentence.days[index]
        for _, _, index in sentence.signs("D", sentence.clause(match.start())[0], match.end())
        if not sentence.days[index].wrong and sentence.days[index].year_is_told and not sentence.days[index].is_relative
    ]
    return Told(
        match.start(),
        match.end(),
        int(match["l"]),
        kind,
        says,
        acts,
        is_own and named is None,
        named["who"] if named else "",
        days[-1] if days else None,
        number,
    )
