"""Whether words say that something is so: not a wish, a condition, a plan, a question, nor only what others say. Pure."""

import re
from enum import Enum

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.sentence import Sentence

CONDITIONAL = re.compile(
    r"\b(?:if|whether|unless|in case|in the event|should (?=⟦L)|were (?=⟦L\d+⟧ to)|"
    r"had (?=⟦L\d+⟧ (?:joined|acceded|ratified))|provided that|suppos\w+|imagine|assuming|si|если|如果|若|إذا)\b|如果|假如",
    re.IGNORECASE,
)
NOT_YET = Late(
    r"\b(?:would|should|could|might|shall|must|ought|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|"
    r"intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|likely|unlikely|possibl[ey]|potential(?:ly)?|"
    r"propos(?:e|es|ed|al|als)|target(?:s|ed)?|goals?|soon|about to|going to|wish(?:es|ed)?|want(?:s|ed)?|ready to|"
    r"close to (?!⟦)|consider(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|reported(?:ly)?|alleged(?:ly)?|"
    r"suppos(?:ed|edly)|apparently|perhaps|probably|presumably|rumou?red|"
    r"calls? (?:on|upon|for)|called (?:on|upon|for)|calling (?:on|upon|for)|urg(?:e|es|ed|ing)|encourag\w+|"
    r"invit(?:e|es|ed|ing)|"
    r"appeal\w*|ask(?:s|ed|ing)?|request\w*|need(?:s|ed)? to|(?<!⟦)may(?= \w)|can(?:not)?|announced (?:that|"
    r"its intention|plans|a)|"
    r"(?:is|are|was|were) to|promis\w+|pledg\w+|commit(?:s|ted)? (?:itself |themselves )?to (?:join|acced|"
    r"ratif)\w*|until|till|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?|false(?:ly)?|"
    r"misprint|pourrait|devrait|espère|souhaite|invit\w+|podría|debería|espera|invit\w+|может|должн\w+|надеет\w+)\b",
)
FUTURE = re.compile(
    r"\b(?:will|shall|won't|is set to|are set to|is due to|are due to|is scheduled to|are scheduled to)\b|"
    r"\b(?:va|van a|sera|seront|será|serán|будет|будут)\b|将"
)
RECALLED = Late(
    r"\b(?:(?:I|we|you|us|me|one|it|Excellenc(?:y|ies)|delegat(?:es|ions)|readers?|colleagues|members|they) )?"
    r"(?:(?:will|would|should|may|might|must|shall|can|wish(?:es)?|want(?:s)?|need(?:s)?|like|ought|let|has|have|is) "
    r"(?:(?:also|surely|perhaps|all|like|wish|me|us|I|we|to|not|be) )*)"
    r"(?:recall(?:ed)?|remember(?:ed)?|know|not(?:e|ed)|notice|be aware|agree|stress(?:ed)?|underlin(?:e|ed)|"
    r"emphasi[sz]ed?|point(?:ed)? out|add(?:ed)?|remind(?:ed)?|forget|forgotten|mention(?:ed)?|say|said|acknowledged?|"
    r"report|observe|begin by (?:noting|recalling|saying))"
    r"(?: (?:you|us|all|the \w+|delegations|members|colleagues|here|also|again))*,? that\b",
    re.IGNORECASE,
)
"""Leads to a fact, though it sounds like a wish or a duty: "it should be recalled that", "you will remember that"."""
SAID = (
    r"(?:said|says|stated|told|reported|reports|noted|notes|claim(?:s|ed)|wrote|writes|indicated|announced|"
    r"argued|declared|explained|recalled|remarked|observed|added|estimated|informed|affirmed|asserted|maintained|"
    r"believes?|contends?)"
)
OURS = Late(
    r"\b(?:we|I|us|our|President(?! of (?:the )?⟦L)|presidency|ISU|Implementation Support Unit|depositary|register|"
    r"Treaty Collection|Secretary-General|Secretariat|secretariat|"
    r"Chair|Chairperson|Coordinator|Meeting|Conference|this (?:paper|report|document|statement|note))\b"
)
IMPERSONAL = re.compile(
    r"^\W*(?:(?:it|there) (?:is|was|has been|should be|must be|bears|may be)\b[^.;]*|"
    r"as|also|and|further|thus|having|by|to be|is|was|be|been)?\W*$",
    re.IGNORECASE,
)
"""No speaker at all: "It was recalled that ..."."""
SOURCE_NAMED = re.compile(
    r"\b(?:according to|in the words of|as (?:reported|claimed|stated|noted|put|counted|listed) by|"
    r"by the count of|in the view of|selon|d'après|según|по данным|по словам) (?P<who>(?:⟦[A-Z]\d+⟧|[^,.;])+)|"
    r"(?P<own>\bby (?:its|his|her|their) own (?:count|account)\b)|"
    r"(?:\bas|\bor so|\bso) (?P<text>(?:the|an?|one|another|our|its|his|her|their|some) (?:[^,.;⟦]|⟦D\d+⟧){1,60}?) (?:has it|"
    r"(?:puts?|had|says|said|tells|told|goes|counts|counted|claims|claimed|gives|gave|writes|wrote|believes?|has|"
    r"reports|reported|states|stated)(?: it)?)(?=[,.;]|$)",
    re.IGNORECASE,
)
SAID_BEFORE = Late(
    rf"(?P<who>(?:⟦[A-Z]\d+⟧|[^.;:⟦])*?)\b(?:{SAID}\b(?:[^.;:,⟦]{{0,40}})?(?:,? that\b|,? ?[“\"«])|"
    r"(?:say|claim|report|think|believe|argue|maintain|contend|insist|allege|suggest|"
    r"(?-i:(?<!\ba )(?<!any )(?<!each )(?<!every )(?<!the )(?<!new )(?<!one )(?<!no )state)) that\b|"
    r"(?:said|says|claim(?:s|ed)|believes?|thinks?|alleg(?:es|ed)|argu(?:es|ed)|insist(?:s|ed)|maintain(?:s|ed)|"
    r"suggest(?:s|ed)|contend(?:s|ed)|writes|wrote)(?= (?:the |only |some )?⟦[LN])|"
    r"(?:said|stated|declared|wrote|added|announced): )",
    re.IGNORECASE,
)
SAID_AFTER = Late(
    rf"(?:[”\"»],?|,) (?:{SAID}\b(?P<who>[^.;]*)|(?P<whom>(?:⟦[A-Z]\d+⟧|[^,.;⟦])+) {SAID}\b)[^,;]*[.”\"]?\s*$",
    re.IGNORECASE,
)
OPEN, CLOSE = "“«„", "”»"
_SAY = r"(?:say|claim|state|assert|suggest|believe|think|assume|conclude|speak|pretend|argue|report|write|maintain)"
UNREAL = Late(
    rf"\b(?:not|hardly|never|no longer|far from|neither) (?:the case|true|correct|right|accurate|so)\b"
    rf"|\b(?:un|in)(?:true|correct|accurate) (?:that|to)\b|\bfalse that\b"
    rf"|\b(?:wrong|incorrect|false|inaccurate|misleading|mistaken|premature|absurd|impossible|a mistake|an error|a lie) to {_SAY}"
    rf"|\b(?:deny|denies|denied|denying|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|disprov\w+|doubt(?:s|ed|ful|ing)?|"
    rf"reject(?:s|ed|ing)?|question(?:s|ed|ing)?|forg(?:et|ets|ot))\b[^,;.]{{0,60}}? (?:that|whether|claims?|reports?)\b"
    rf"|\b(?:myth|fiction|rumou?rs?|misconception|falsehood|illusion|error|assumption|idea|notion|belief|impression|"
    rf"suggestion|hypothesis|scenario|dream|fear|fears|hope|hopes|wish|prospect|possibility|expectation|proposal) that\b"
    rf"|\b(?:once|until|till|as soon as|by the time|the day(?: when)?|when|before|as long as)(?: the)? ⟦[NL]\d+⟧ [\w ]{{0,40}}?"
    rf"\b(?:have|has|are|is)\b|\b(?:in an? (?:ideal|perfect|better|different) world|"
    rf"on (?:its|the|our) (?:way|road|path) to|heading (?:to|for)|"
    rf"working towards|short of the|target|goal of|aim of|objective of)\b"
    rf"|\b(?:contrary to|as if|as though|if only|in a world|suppos(?:e|ing)|imagin(?:e|es|ed|ing)|assum(?:e|es|ing) (?=that|⟦)|"
    rf"hypothetical\w*|pretend\w*|let us say|lest|unless|provided that|in case|in the event|even if|if)\b"
    rf"|\b(?:nobody|no one|none of \w+|nothing|no \w+|few|hardly anyone)\b[^,;.⟦]{{0,30}}? (?:{_SAY}(?:s|ed)?|says|said|"
    rf"wrote|written|thought|shows?|showed|proves?|proved|(?:has|have|had) \w+)(?: out)? that\b"
    rf"|\b(?:for|of) (?:a|any|each|every) (?:new |future |given |hypothetical )?(?:State|country|Government|government|one)"
    rf"(?: Party)?,? (?:that|which|who|depositing|joining|acceding|ratifying)\b"
    rf"|(?-i:(?:^|[:;–—(] ?)(?:Had|Were|Should)) (?:(?:the |a |any |another |more |all )?(?:⟦[LN]\d+⟧|States?\b|countr|"
    rf"Government\b)|it\b|they\b|he\b|she\b|we\b|this\b|that\b|these\b|those\b)"
    rf"|[,;] (?:and |but )?(?:had|were|should) (?:it|they|he|she|(?:this|that|the) (?:State|country|Government))\b",
    re.IGNORECASE,
)
"""Before a claim: what follows is denied, or only imagined."""
DOUBTED = Late(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently|ostensibly|presumably|rumou?red|(?:is|are|was|were) "
    r"(?:said|reported|believed|thought|alleged|rumou?red|understood|claimed|supposed) to|so-called|self-declared|"
    r"unconfirmed)\b|\b(?:thought|believed|assumed|guessed|supposed|imagined|remembered|feared|hoped)\b|"
    r"\b(?:claims?|allegations?|assertions?|contention|argument|rumou?rs?|legend|hearsay) that\b"
    r"|\b(?:it is|it was|one|people|some|many|they) (?:is |are |was )?(?:sometimes|often|frequently|commonly|widely|usually|"
    r"occasionally|still|now and then) (?:\w+ )?(?:said|told|claimed|written|reads?|hears?|says?|heard|read|asserted|believed|"
    r"repeated|stated|reported|assumed)\b|\b(?:legend|rumou?r|hearsay) has it\b",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(
    r"[;,:–—-] ?(?:(?:and |but )?(?:which|that|this|it)) (?:is|was|would be|cannot be|has proved) "
    r"(?:(?:simply|plainly|clearly|of course|just) )?"
    r"(?:not (?:so|true|right|correct|the case)|wrong|untrue|incorrect|false|mistaken|an error|a mistake|a misprint)\b",
    re.IGNORECASE,
)
"""Behind a claim: it is called wrong by the sentence itself."""


class Said(Enum):
    """How the words of a claim are said: as so, as doubtful or by hearsay, or as not so at all."""

    SO = 1
    DOUBTED = 2
    UNREAL = 3


def said_of(sentence: Sentence, at: int) -> Said:
    """How what begins at a place of the sentence's text is said."""
    place = sentence.place(at)
    first = max(sentence.outline.rfind(sign, 0, place) for sign in ";:") + 1
    if any(match.start() <= place for match in UNREAL.finditer(sentence.outline, first)):
        return Said.UNREAL
    if TAKEN_BACK.search(sentence.outline, place) or is_denied(sentence, place):
        return Said.UNREAL
    start, end = sentence.clause(place)
    return Said.DOUBTED if DOUBTED.search(sentence.outline[start:end]) else Said.SO


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    return sentence.text.rstrip("”\"’') ").endswith(("?", "？", "؟"))


def is_conditional(sentence: Sentence) -> bool:
    """Whether the sentence speaks of what would be if something were."""
    return bool(CONDITIONAL.search(sentence.outline))


def is_hedged(sentence: Sentence, start: int, end: int, *, future: bool = True) -> bool:
    """Whether a stretch of the outline stands under a wish, a plan, a condition, a doubt or in the future.

    What stands before it in its clause counts, and what stands in it.
    """
    if is_question(sentence) or is_conditional(sentence):
        return True
    first, _ = sentence.clause(start)
    before = RECALLED.sub(" ", sentence.outline[first:end])
    return bool(NOT_YET.search(before)) or (future and bool(FUTURE.search(before)))


def is_denied(sentence: Sentence, start: int) -> bool:
    """Whether what begins here is denied by the words before it ("not 164 but", "no longer 162")."""
    before = sentence.outline[max(0, start - 40) : start]
    return bool(
        re.search(
            r"(?:\bnot|\bunlike|\bno longer|n't|\bnever|\bneither|\bnor|\brather than|\binstead of|\bun|\bwithout|"
            r"ne sont pas|no son|不是)\s*(?:the |all |just |only |yet )?$",
            before,
            re.IGNORECASE,
        )
    )


def is_by_others(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch of the outline is what somebody else is said to have said, or stands in quotation marks."""
    first, _ = sentence.span(start, end)
    if _is_quoted(sentence.paragraph, sentence.at + first) or _is_quoted(sentence.text, first):
        return True
    named = list(SOURCE_NAMED.finditer(sentence.outline))
    told = [
        match["who"] or match["text"] or ""
        for match in named
        if not match["who"] or not (match.start() <= start < match.end("who"))
    ]
    if before := SAID_BEFORE.search(sentence.outline[:start]):
        told.append(before["who"])
    if after := SAID_AFTER.search(sentence.outline, end):
        told.append(after["who"] or after["whom"] or "")
    return any(not OURS.search(who) and not IMPERSONAL.match(who) for who in told)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks that were opened and are not closed."""
    depth, straight = 0, False
    for place, sign in enumerate(text[:at]):
        if sign in OPEN:
            depth += 1
        elif sign in CLOSE:
            depth = max(0, depth - 1)
        elif sign == '"':
            before = text[place - 1 : place]
            straight = not straight if straight or not before or before in " \n\t([—–" else False
    return depth > 0 or straight
