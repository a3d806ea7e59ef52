"""Whether a number counts all States of its kind, and not those that attended, reported, or lie in a region. Pure."""

from __future__ import annotations

import re

from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.frames import Put
from accede.reporting.checker.counting.words import UNDONE_PASSIVE
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_denied
from accede.vocabulary.label import Labelled


class Scope(Labelled):
    """What a number counts. PERHAPS: it may count all, or a part that the sentence does not tell plainly."""

    ALL = "all", "all States"
    PERHAPS = "perhaps", "perhaps all States"
    PART = "part", "a part of them"


NARROWED = Late(
    r"\b(?:attend\w*|particip\w+|took part|taking part|takes part|take part|(?<!at )present(?! day| time)|"
    r"delegat\w+|represent\w*|voted|voting|votes?|abstain\w*|abstention\w*|"
    r"co-?sponsor\w*|observers?|took the floor|registered|Article \d|obligations?|deadlines?|extensions?|"
    r"contaminat\w*|mine-affected|affected|victims?|survivors?|"
    r"legislation|stockpil\w*|retain\w*|destroy\w*|destruction|clear(?:ed|ance|ing)|completed|reports?|"
    r"reported|reporting|submitted|contribut\w+|donors?|elected|request\w*|"
    r"declared|assist\w+|produc\w+|used|adopted|met|gathered|interviewed|visited|meeting|replied|responded|"
    r"answered|spoke|delivered|statements?|workshop|seminar|committee|programme|project|survey\w*)\b",
    re.IGNORECASE,
)
RESTRICTED = Late(
    r",? ?(?:(?:that|which|who|whose)\b(?! (?:remain|are (?:still |currently )?(?:not|outside)|have not|"
    r"had not|has not|make|constitute|form\b(?! the)|now|(?:may|can|could) join))|with\b|from (?!⟦T)|under (?!⟦T)|"
    r"attend|present\b|particip|on the (?!⟦)|to (?!⟦|or\b|date\b|join|accede|ratify|become)|"
    r"report(?:ing|ed)\b|having\b(?! (?:withdrawn|left|joined|ratified|acceded))|taking\b|took\b|were present|"
    r"submit|vot(?:ed|ing)\b|abstain|spoke\b|represented|in attendance|affected|responsible|concerned|listed|adopt|"
    r"met\b|gather|agreed\b|decided\b|elected\b|still (?:have|with|contaminated)|yet to (?:complete|fulfil|report|"
    r"submit|destroy|clear|attend|adopt|establish)|(?:have|had|has) (?:completed|reported|submitted|destroyed|"
    r"cleared|declared|attended|participated|taken|voted|requested|finished|fulfilled|adopted|met|never|"
    r"now completed|national|mined|suspected|stockpiles?|legislation|obligations?|retained|confirmed|"
    r"yet to (?:complete|report|submit|destroy|clear)))",
    re.IGNORECASE,
)
"""What follows a noun and makes a part of it."""
FEWEST_STATES = 185
"""A whole of so many States or more is all of them."""
FEWEST_OUTSIDE = 25
"""A whole of so many States not party or more is all of them."""
REGION = Late(
    r"\b(?:Africa\w*|Asia\w*|Europe\w*|the Americas?|Latin America|Pacific|Caribbean|Middle East\w*|Gulf|"
    r"Arab|Oceania|Balkans?|Baltic|Nordic|ASEAN|EU|NATO|OAS|"
    r"Commonwealth|Francophon\w+|GCC|regions?|regional|sub-?regions?|G20|G7|nuclear-weapons?|P5|"
    r"permanent members|least developed|LDCs?|small island|landlocked|"
    r"Central|Eastern|Western|Northern|Southern|Mediterranean|Sahel|Horn of|MENA|South-?East|group of (?!⟦N)|"
    r"category|continents?|neighbou?rs|Council of|League|Union|alliance)\b"
)
LED = re.compile(
    r"\b(?:Of|Among|Amongst|Out of|From among) (?:the |these |those |all |all the |our )?(?:world['’]s )?"
    r"⟦N(?P<whole>\d+)⟧ [^,;]{0,90},",
    re.IGNORECASE,
)
"""A number of which those that follow are parts ("Of the 197 States that may join, 164 have")."""
ASIDE = re.compile(
    r",? (?:all|most|many|some|both|several|none|⟦N\d+⟧) of (?:them|which|whom|these)\b.*|"
    r",? (?:from|in|across|on) (?:every|all|each) .*|,? (?:including|among them|mostly|mainly|largely|chiefly) .*"
)
"""What is told of those counted, and does not say which are."""
IN_ALL = re.compile(
    r"[,(–—-] ?(?:of |out of |making |in all |together )?⟦N(?P<whole>\d+)⟧ States (?:in all|in total|altogether)\b"
)
"""A number that sums up those before."""
WORLD = re.compile(r"\b(?:[Tt]he )?world['’]s ⟦N(?P<whole>\d+)⟧ (?:[Ss]tates|[Cc]ountries|[Nn]ations)\b", re.IGNORECASE)
SUBSET = Late(
    r"^(?:\W*)(?:Of|Among|Amongst|Out of|From among) (?!the (?:world['’]s|⟦N\d+⟧ (?:UN |United Nations )?"
    r"(?:States|Member States|countries|nations))(?! (?:Part|not|that)))[^,]{0,60}?(?:⟦[NL]\d+⟧|those|States|"
    r"countries)[^,]{0,80},"
)
ABOUT_A_MEETING = re.compile(r"^\W*(?:At (?:the )?)?⟦M\d+⟧(?: ?\([^)]*\))? ?:")
ATTENDANCE = Late(
    r"\b(?:attend\w*|participants?|participation|delegat\w+|registered|registration|observers?|represented|present "
    r"at|met\b|came\b|gather\w*|meetings?|conference|speakers?|in the (?:room|hall)|took part|vot(?:e|es|ed|ing)|"
    r"reports?|respon(?:ses?|ded)|submissions?|requests?|extensions?)\b",
    re.IGNORECASE,
)
DEFINITE = re.compile(
    r"(?:⟦T\d+⟧['’]s|\b(?:the|these|those|all|each of the|all of the|all the|our|its|among the|"
    r"the remaining|remaining|other|of the))\s*$",
    re.IGNORECASE,
)
EXISTS = Late(
    r"\b(?:there (?:are|were|is|was|have been|had been|remain|remained)|leav(?:es|ing|e)|left|only|just|"
    r"with|still|remaining|total of|these|those|the|all|remain(?:s|ed)?)(?: only| just| still| some| now|"
    r" currently| then)*\s*$",
    re.IGNORECASE,
)
ANOTHER = Late(
    r"\b(?:a further|another|additional|more than half of the|one of|some of|any of|most of|many of|few of|two of|"
    r"first|next|last|newest|latest|at least one of) (?:the )?$|"
    r"(?:⟦[NP]\d+⟧|\b(?:half|most|many|some|several|none|few|part|one|majority|minority|rest|any|third|quarter|"
    r"fraction|handful|which|what))(?: States| countries| more| others)? (?:out )?of (?:the |these |those |our |"
    r"all )*(?:world['’]s )?$",
    re.IGNORECASE,
)
_START = (
    r"(?:^|[(:;,–—-] ?|⟦D\d+⟧ |\b(?:with|and|now|today|currently|to|by|its|all|or|among|reached|at|of|gained|"
    r"attracted|have|has|had|having|stands?|stood) )"
)
_END = (
    r"(?=\s*(?:$|[.,;:)–—\]]|⟦D\d+⟧|\b(?:as of|as at|on|in|by|today|now|currently|and|so far|to date|worldwide|"
    r"at present|already|(?:together )?(?:make|form|add|constitute|amount|sum)(?: up| to|s)?)\b))"
)
_NOUN_ENDS = Late(
    r" ?(?:$|[.,;:)!?–—\]”\"/|]|-- |⟦[DT]|\b(?:on|by|as|at|since|after|and|but|so|to date|while|whereas|today|now|"
    r"already|"
    r"currently|worldwide|in (?:all|total|⟦|the world)|or|out of|of|than|is|are|was|were|has|have|had|remain\w*|"
    r"that (?:have|had|are|were|remain)|outside|still outside|exist\w*|altogether|strong|then|bound|form|make|must|"
    r"should|can|could|before|instead|not|compared|against|this year|last year|when|which|who|thanks|following)\b)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meetings?|conference|session|seminar|workshop|hall|room|summit|"
    r"gathering)\b",
    re.IGNORECASE,
)
_ACTING = Late(
    r",? (?:have |had |has |also |then |all |who )*(?:attended|participated|took part|voted|"
    r"abstained|adopted|agreed|met|decided|elected|spoke|reported|submitted|completed)"
)
_OF_A_TEXT = Late(
    r"\b(?:resolution|motion|proposal|statement|appeal|declaration|amendment|draft|text|letter|paper|candida\w+|protocol|budget|"
    r"report|plan|decision|programme)\b",
    re.IGNORECASE,
)
"""What else may be accepted or joined by so many."""
_OUTSIDE = re.compile(
    r"\b(?:States?|countr(?:y|ies)|nations?|governments?)(?: in the world| worldwide)?(?: still| currently| now)? outside(?: of)?$",
    re.IGNORECASE,
)
"""States named by where they stand, without a verb: what follows may be said of some of them."""
_NAMED_ON = re.compile(r"(?: (?:of )?⟦T\d+⟧)?(?:,? ⟦D\d+⟧)?")
"""What may still belong to such a name."""
_OF_A_TREATY = re.compile(r"part(?:y|ies)\b|signator|outside|hold-?out|withdr|denunc|ratif|access|⟦T", re.IGNORECASE)
"""Nouns of treaties alone, which "members" is not."""
_UNDONE = Late(rf"\b{UNDONE_PASSIVE}$", re.IGNORECASE)
_APPROACHED = Late(
    r"\b(?!(?:up|down|gr[eo]w\w*|ris\w+|rose|increas\w+|f[ae]ll\w*|drop\w+|shr[aiu]nk\w*|amount\w*|c[oa]m\w+|br[io]\w+|"
    r"treaty|convention|instrument|community|family|club|regime|now|today) )[A-Za-z]+ (?:to|with) (?:some |about |only |all )?$",
    re.IGNORECASE,
)
"""Those to whom something was sent, or with whom somebody spoke: perhaps not all."""
_PASSIVE = ("joined", "ratified", "accepted", "embraced", "adhered", "acceded")


def scope_of(sentence: Sentence, context: Context, put: Put) -> Scope:
    """Whether a number counts all States of its kind."""
    outline, match = sentence.outline, put.match
    first, last = sentence.clause(match.start())
    if put.is_rest and REGION.search(outline):
        return Scope.PART
    if put.number is not None and sentence.numbers[put.number].number > 1000:
        return Scope.PART
    if (whole := whole_of(sentence, put)) is not None:
        least = FEWEST_OUTSIDE if put.is_part else FEWEST_STATES
        return Scope.ALL if sentence.numbers[whole].number >= least else Scope.PART
    if SUBSET.search(outline) or ABOUT_A_MEETING.search(outline):
        return Scope.PART
    if (put.ends_in_noun or put.is_weak) and RESTRICTED.match(outline, match.end()):
        return Scope.PART
    before = outline[: put.match.start() + _at_number(match)]
    if (
        REGION.search(ASIDE.sub("", outline[max(0, first, _own_part(outline, first, match.start())) : last]))
        or is_denied(sentence, match.start())
        or ANOTHER.search(before)
    ):
        return Scope.PART
    if "label" in match.groupdict():
        is_open = _is_of_attendance(sentence, context) or not _OF_A_TREATY.search(match[0])
        return Scope.PERHAPS if is_open else Scope.ALL
    is_weak = put.is_weak or bool(_OUTSIDE.search(match[0]))
    scope = _of_weak(outline, match, before, first, last) if is_weak else Scope.ALL
    if scope is Scope.ALL and _may_be_part(sentence, put):
        return Scope.PERHAPS
    return scope


def _own_part(outline: str, first: int, start: int) -> int:
    """Where the part of a clause begins that has its own verb: a region named before is that of another."""
    joints = list(re.finditer(r", (?:and|so that|so|with|leaving|bringing|taking) ", outline[first:start]))
    return first + joints[-1].end() if joints else 0


def _may_be_part(sentence: Sentence, put: Put) -> bool:
    """Whether those counted may be of a group named before, at a meeting, or narrowed by the words that follow."""
    if put.is_bare:
        return True
    if not put.ends_in_noun:
        return False
    if not _NOUN_ENDS.match(sentence.outline, put.match.end()):
        return True
    is_at_a_meeting = (
        bool(sentence.meetings) or bool(NARROWED.search(sentence.outline)) or bool(_MEETING.search(sentence.outline))
    )
    return is_at_a_meeting and not put.names_its_treaty


def whole_of(sentence: Sentence, put: Put) -> int | None:
    """The index of the number of which this is said to be a part: within its words, or leading the sentence."""
    if put.whole is not None:
        return put.whole
    at = put.match.start() + _at_number(put.match)
    led = (
        LED.search(sentence.outline, 0, at)
        or WORLD.search(sentence.outline, 0, at)
        or IN_ALL.search(sentence.outline, put.match.end())
    )
    return None if led is None else int(led["whole"])


def _of_weak(outline: str, match: re.Match[str], before: str, first: int, last: int) -> Scope:
    if NARROWED.search(outline[match.start() : match.end()]):
        return Scope.PART
    if match[0].lower().startswith(_PASSIVE) and _OF_A_TEXT.search(outline[first : match.start()]):
        return Scope.PART
    is_definite = bool(DEFINITE.search(before))
    is_narrow = bool(NARROWED.search(outline[first:last]))
    if re.search(r"\b(?:of|from|by|among|between) (?:some |about |only )?$", before, re.IGNORECASE) and not match[
        0
    ].lower().startswith(_PASSIVE):
        return Scope.PART
    if match[0].lower().startswith(_PASSIVE) and _UNDONE.search(before):
        return Scope.PART
    if match.groupdict().get("rel"):
        if is_definite or EXISTS.search(before):
            return Scope.PERHAPS if is_narrow else Scope.ALL
        is_last = bool(re.match(_END, outline[match.end() :], re.IGNORECASE))
        return Scope.ALL if is_last and not is_narrow else Scope.PART
    if is_definite:
        if NARROWED.match(outline, match.end() + 1) or _ACTING.match(outline, match.end()):
            return Scope.PART
        return Scope.PERHAPS if is_narrow else Scope.ALL
    if re.search(r"\b(?:remaining|other|outside)\b", match[0]) and not _OUTSIDE.search(match[0]):
        return Scope.PART if is_narrow else Scope.ALL
    starts = re.search(rf"{_START}$", before, re.IGNORECASE) or (_OUTSIDE.search(match[0]) and EXISTS.search(before))
    is_framed = starts and re.match(_END, outline[_named_until(outline, match) :], re.IGNORECASE)
    if not is_framed:
        return Scope.PART
    if _APPROACHED.search(before):
        return Scope.PERHAPS
    return Scope.PERHAPS if NARROWED.search(outline) else Scope.ALL


def _named_until(outline: str, match: re.Match[str]) -> int:
    """Where the name of those counted ends: a treaty and a day behind "outside" belong to it."""
    named = _NAMED_ON.match(outline, match.end()) if _OUTSIDE.search(match[0]) else None
    return named.end() if named else match.end()


def _at_number(match: re.Match[str]) -> int:
    number = re.search(r"⟦N\d+⟧", match[0])
    return number.start() if number else 0


def _is_of_attendance(sentence: Sentence, context: Context) -> bool:
    """Whether "States Parties: 110" may count those that came, reported or voted."""
    around = [sentence, *context.earlier, *context.headings]
    return any(ATTENDANCE.search(one.outline) or one.meetings for one in around)
