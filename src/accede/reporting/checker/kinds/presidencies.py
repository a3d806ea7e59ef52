"""Who presided over a meeting: the State, the person, or both. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from accede.register.values import Occasion
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds.meeting_claim import MeetingClaim
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.values import Judgement, agrees, cannot_tell, contradicts

_TITLE = (
    r"(?:H\. ?E\.|Mr\.?|Mrs\.?|Ms\.?|Mme|Dr\.?|Prof\.?|Professor|Ambassador|Amb\.|"
    r"(?:(?:Foreign|Deputy|Prime|Senior) )*Minister|Prince|Princess|(?:His|Her) (?:Royal Highness|Excellency)|HRH|"
    r"Secretary of State|President|State Secretary)"
)
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*\w"
_MORE = rf"(?: (?:(?:de|la|du|van|von|der|bin|al|el) )?{_WORD})"
_TITLES = {
    "he", "mr", "mrs", "ms", "mme", "dr", "prof", "professor", "ambassador", "amb", "minister", "prince", "princess", "foreign",
    "deputy", "prime", "senior", "his", "her", "royal", "highness", "excellency", "hrh", "secretary", "state", "president", "the",
    "former", "of", "de", "la", "van", "von", "der", "bin", "al", "el",
}  # fmt: skip
_ASIDE = r"(?:, (?:(?!⟦[LM])[^.;:,]){2,70},)?"


_POST = (
    r"(?:(?!⟦)[^.;:,]){0,40}?(?:[Aa]mbassador|[Mm]inister|[Rr]epresentative|[Mm]ission|[Dd]elegation|"
    r"[Ss]ecretary)\b(?:(?!⟦)[^.;:,]){0,40}?"
)


def _who(number: str) -> str:
    """A State, a person, or a person of a State; the names of the groups end in a number."""
    person = rf"(?:(?:{_TITLE},? )+(?P<p{number}>{_WORD}{_MORE}{{0,5}})|(?P<q{number}>{_WORD}{_MORE}{{1,5}}))"
    of = (
        rf"(?:,? (?:of|from) (?:the )?⟦L(?P<b{number}>\d+)⟧| ?\((?:of )?(?:the )?⟦L(?P<c{number}>\d+)"
        rf"⟧\)|, (?:the )?⟦L(?P<d{number}>\d+)⟧(?=,))?"
    )
    own = rf"(?:(?:the )?⟦L(?P<a{number}>\d+)⟧['’]s? (?:(?!⟦)[^.;:,]{{0,50}}?,? )?)?"
    state = rf"(?:the )?⟦L(?P<l{number}>\d+)⟧(?:['’]s? {_POST}|(?!['’]))"
    return rf"(?:{own}{person}{of}{_ASIDE}|{state}(?:, (?:and )?not (?:the )?⟦L\d+⟧,?)?{_ASIDE})"


_M = r"(?P<{m}>⟦M\d+⟧)"
_BRACKETS = r"(?: ?\((?:[^()]{0,60}\)|(?:(?!⟦D)[^()]){0,40}⟦D\d+⟧(?=[ ,.;])))?"
"""A day at the end of brackets may have taken the closing one with it."""
_REST = rf"{_BRACKETS}(?: (?:of|to) ⟦T\d+⟧)?{_BRACKETS}"
_WHERE = (
    r"(?:,? (?:(?:which |that )?(?:was )?held )?(?:in|at) (?:(?:the )?⟦L\d+⟧|(?:the )?[A-Z]\w+(?: [A-Z]\w+)*)"
    r"(?:,? (?:the )?⟦L\d+⟧)?)?(?:,? ?(?:on |from )?⟦D\d+⟧,?)?"
)
_MEETING = rf"(?:(?:the|this|our|that|its) )?⟦M(?P<m>\d+)⟧{_REST}{_WHERE}"
_OFFICE = r"(?:[Pp]resident(?:-designate|-elect)?|[Cc]hair(?:person|man|woman)?)"
_OVER = (
    rf"(?:(?:has |had |have )?(?:presided over|chaired|presides over|chairs|will preside over|will "
    rf"chair|is presiding over|is chairing|was chairing|was presiding over|is to preside over|to preside over|"
    rf"(?:held|holds|assumed|assumes|exercised|took on|takes on|took over|had|will hold|will "
    rf"assume) the (?:presidency|chair|chairmanship) of|"
    rf"(?:served|serves|acted|acts|will serve) as (?:the )?{_OFFICE} of|(?:was|is|will be|became) "
    rf"(?:the )?(?:elected |designated )?{_OFFICE} of|"
    rf"provided the {_OFFICE} of|(?:was|had been|sat|is|has been) in the chair (?:at|of|for|during)|"
    rf"occupied the chair (?:at|of)|"
    rf"held the (?:chair|gavel|presidency) (?:at|for|during)|led(?= (?:the )?⟦M))|, (?:as |then |"
    rf"the )*{_OFFICE} of|,? as (?:the )?(?:{_OFFICE}|[Pp]residency) of|"
    rf", which (?:presided over|chaired|held the presidency of))"
)
PRESIDED = (
    # Afghanistan, Suraya Dalil of Afghanistan presided over the 17MSP
    Late(rf"(?<![\w’'-]){_who('1')},? ?(?:(?:who|which|that|also|once|itself|later|then) )*{_OVER} {_MEETING}"),
    # the 17MSP was presided over by Suraya Dalil
    Late(
        rf"{_MEETING},? (?:(?:which|that) )?(?:(?:was|is|were|had been|has been|will be|being) )?(?:also )?"
        rf"(?:chaired|presided(?: over)?|led|steered|held under the (?:presidency|chairmanship)|hosted and presided over),? ?"
        rf"(?:by|of) (?:(?:its|the) {_OFFICE},? )?(?:the )?{_who('2')}"
    ),
    # under the presidency of Afghanistan, the 17MSP
    Late(
        rf"\b(?:[Uu]nder|[Dd]uring|[Ww]ith) (?:the )?(?:able |skilful |wise )?(?:(?:presidency|chairmanship|"
        rf"leadership) of {_who('3')}|(?:the )?⟦L(?P<s3>\d+)⟧['’]s? (?:able |skilful )?(?:presidency|chairmanship)|"
        rf"(?:the )?⟦L(?P<t3>\d+)⟧ (?:in the chair|presiding|as (?:the )?(?:{_OFFICE}|[Pp]residency))),? "
        rf"(?:\w+ ){{0,3}}?{_MEETING}"
    ),
    Late(
        rf"{_MEETING}(?:(?!⟦M)[^.;:]){{0,140}}?\b(?:under (?:the )?(?:(?:able |skilful )"
        rf"?(?:presidency|chairmanship) of {_who('4')}|(?:the )?⟦L(?P<s4>\d+)⟧['’]s? "
        rf"(?:able )?(?:presidency|chairmanship))|with (?:the )?⟦L(?P<t4>\d+)⟧ (?:in the chair|"
        rf"presiding|as (?:the )?(?:{_OFFICE}|[Pp]residency)))"
    ),
    # President of the 17MSP, Suraya Dalil; as President of the 17MSP, Suraya Dalil
    Late(rf"\b{_OFFICE} of {_MEETING}(?:,| was| is|:| \()(?: then)? ?{_who('5')}"),
    Late(rf"\b{_OFFICE} of {_MEETING} {_who('6')}(?= (?:of|from|said|wrote|opened|addressed|told))"),
    Late(rf"\b{_OFFICE} of {_MEETING} (?:was|is|came|comes|hailed) from (?:the )?⟦L(?P<l12>\d+)⟧"),
    Late(rf"{_MEETING} (?:elected|had elected|chose|designated|appointed|named) {_who('13')} (?:as )?its {_OFFICE}"),
    Late(rf"\b(?:[Uu]nder|[Ww]ith) (?:its|the) {_OFFICE},? {_who('14')},? {_MEETING}"),
    # Norway's presidency of the 2RC; the presidency of the 2RC lay with Norway
    Late(rf"⟦L(?P<l7>\d+)⟧['’]s? (?:presidency|chairmanship) of {_MEETING}"),
    Late(
        rf"\b(?:[Tt]he )?(?:presidency|chairmanship|chair) of {_MEETING},? (?:was|is|lay|lies|"
        rf"rested|rests|belonged|fell|went|passed|had been)(?: (?:with|to|in the hands of|held by|that of|"
        rf"exercised by|entrusted to|assumed by))? {_who('8')}"
    ),
    Late(
        rf"{_MEETING} (?:[Pp]residency|[Pp]resident|[Cc]hair)(?: was| is|:)?(?: (?:of|held by|lay with))? ?\(?"
        rf"{_who('9')}"
    ),
    # Austria held the presidency of the Convention at the time of the 16MSP
    Late(
        rf"{_who('10')} (?:held|had|exercised) the (?:presidency|chair)(?: of ⟦T\d+⟧)? (?:at the time of|at|during|"
        rf"for) {_MEETING}"
    ),
    Late(
        rf"\b(?:elected|chose|named|designated|appointed) {_who('11')} (?:to preside over|(?:as )?"
        rf"(?:the )?{_OFFICE} of) {_MEETING}"
    ),
)
NOT_HERE = Late(
    r"\b(?:not|nor|neither|never|unlike|instead of|rather than|than|congratulated|thanked|"
    r"succeeded|succeeding|replaced|replacing|followed|following|"
    r"from|between|of|by|with|behalf of|to) (?:the )?$",
    flags=re.IGNORECASE,
)
"""Before the subject: it is no subject, or is denied."""
RELATIVE = re.compile(r"⟧[^⟦]{0,40}, (?:which|who) ")
"""Told of a State, or a person, by a clause of its own, whatever stands before."""
SESSION = Late(
    r"\b(?:session|sitting|segment|committee|panel|side event|part|opening|closing|afternoon|morning)"
    r"\b",
    flags=re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Presided:
    """Who is said to have presided: the index of a list, a person's name, or both."""

    start: int
    end: int
    meeting: int
    listed: int | None
    person: str


def presidencies(sentence: Sentence) -> Iterator[Presided]:
    """All that a sentence says of who presided, each meeting once."""
    seen: set[int] = set()
    if not any(word in sentence.outline for word in ("resid", "hair", " led", "steered", "gavel")):
        return
    for pattern in PRESIDED:
        for match in pattern.finditer(sentence.outline):
            groups = {name: value for name, value in match.groupdict().items() if value is not None}
            index = int(groups.pop("m"))
            person = next((value for name, value in groups.items() if name[0] in "pq"), "")
            states = {int(value) for name, value in groups.items() if name[0] not in "pq"}
            before = sentence.outline[: match.start()]
            way = next((name.lstrip("abcdlpqst") for name in groups), "")
            is_named_beside, is_subject = way == "5", way in ("1", "10")
            is_other = is_subject and NOT_HERE.search(before) and not RELATIVE.search(match[0])
            if index in seen or len(states) > 1 or is_other:
                continue
            if not states and not _tokens(person):
                continue
            if states and not person and is_named_beside and re.search(r", ?(?:the )?⟦L\d+⟧$", match[0]):
                continue  # "a letter to the President of the 17MSP, China answered": another State may follow
            if states and len(sentence.lists[min(states)]) != 1:
                continue
            seen.add(index)
            yield Presided(match.start(), match.end(), index, min(states) if states else None, person)


def judged(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...], answers: Answers) -> Judgement:
    """Whether that State, or that person, presided. A person whom the register does not know may have."""
    if not held.presidency:
        return cannot_tell("The register does not hold who presided.", "", keys)
    register = f"presidency of {answers.name(held.presidency)}" + (f" ({held.president})" if held.president else "")
    if claim.state and claim.state != held.presidency:
        return contradicts(register, f"{held.name}: {register}.", keys)
    if not claim.person:
        return agrees(register, "", keys)
    said, known = _tokens(claim.person), _tokens(held.president)
    if known and said & known:
        return agrees(register, "", keys)
    if said & _tokens(held.note):
        return cannot_tell(held.note, register, keys)
    others = [
        each.fact.name
        for each in answers.occasions.values()
        if each.fact.president and (said <= (other := _tokens(each.fact.president)) or other <= said)
    ]
    if known and others:
        return contradicts(register, f"{held.name}: {register}; {claim.person} presided over the {others[0]}.", keys)
    if claim.state:
        return cannot_tell(f"That State presided; of {claim.person} the register does not know it.", register, keys)
    return cannot_tell(f"The register does not know {claim.person}.", register, keys)


def _tokens(name: str) -> frozenset[str]:
    """The parts of a name that tell a person, without accents, titles and capitals."""
    plain = unicodedata.normalize("NFKD", name)
    words = re.findall(r"[a-z]{2,}", "".join(sign for sign in plain if not unicodedata.combining(sign)).lower())
    return frozenset(words) - _TITLES
