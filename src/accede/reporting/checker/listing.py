"""Lists of States with a standing as sentences put them, and whether such a list is said to be whole. Pure.

"The following 33 States are not party: ...", "all States have joined except ...", "still outside are ...", "States not
party such as ...", "A, B and C remain the only signatories that have not ratified".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accede.reporting.checker.counting.totals import REGION
from accede.reporting.checker.kinds.standing import Stands
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.quantities import Bound
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_hedged, is_question

_T = r"(?: (?:to|of|from|outside(?: of)?|with|in)(?: the)?(?: AP)? ⟦T\d+⟧| ⟦T\d+⟧)?"
_STATES = r"(?:(?:UN )?(?:[Mm]ember )?[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Gg]overnments?|ones)"
_PLACE = r"(?: (?:in|from|of) (?:the )?[A-Z][\w-]+(?:(?:,| and|,? the)* [A-Z][\w-]+){0,3}(?: region)?)?"
_REL = r"(?:that|which|who)"
_ADV = r"(?:(?:still|currently|now|today|also|all|as yet|so far|to date|yet|at present|⟦D\d+⟧),? )*"
_JOIN = (
    r"(?:join(?:ed)?|ratif(?:y|ied)|acced(?:e|ed)|adhered?|accept(?:ed)?|approved?|sign(?:ed)? up|"
    r"becom(?:e|ing) (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies)|become a member|be(?:en)? (?:a )?part)"
)
_OUT = (
    rf"(?:(?:remain(?:s|ed)?|stay(?:s|ed)?|stand|stood|are|were|is|was) {_ADV}(?:outside(?: of)?{_T}|"
    rf"(?:not|non)[- ](?:yet )?(?:a )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?){_T}|"
    rf"(?:yet|still) to {_JOIN}(?: (?:or|and|nor) {_JOIN})?{_T}|not (?:yet )?bound by ⟦T\d+⟧)|"
    rf"(?:(?:have|has|had) {_ADV}(?:not|never|yet to|still to|still not|not yet|yet not|neither)|"
    rf"(?:haven|hasn|hadn)['’]t) {_ADV}{_JOIN}(?:(?:,| or| and| nor) {_JOIN})*{_T}(?: (?:or|nor) {_JOIN}{_T})?|"
    rf"(?:do|does|did) not (?:yet )?(?:belong|adhere){_T})"
)
_UNRATIFIED = (
    rf"(?:(?:have|has|had) {_ADV}(?:not|yet to|still to|not yet|still not|never) {_ADV}(?:ratif\w+|join(?:ed)?|"
    rf"become (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies)|deposit(?:ed)?[^.;:,⟦]{{0,40}}){_T}|"
    rf"(?:did|do|does) not ratify{_T}|(?:is|are|was|were|remain\w*) (?:yet|still|not yet|not) (?:to (?:ratify|join)|"
    rf"(?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies)){_T})"
)
_SIGNATORY = r"(?:[Ss]ignator(?:y|ies)(?: [Ss]tates?| [Cc]ountr(?:y|ies))?|[Ss]tates? [Ss]ignator(?:y|ies))"
_LEFT = rf"(?:have |has |had )?{_ADV}(?:withdrawn|withdrew|left|quit|exited|pulled out|departed)(?: from| of)?{_T}"
_JOINED = (
    rf"(?:(?:have |has |had )?{_ADV}(?:joined|ratified|acceded to)|(?:are|were) {_ADV}(?:[Pp]arty|[Pp]arties|"
    rf"[Ss]tates [Pp]arties)){_T}"
)

NOUNS: tuple[tuple[Stands, str], ...] = (
    (
        Stands.SIGNATORY_ONLY,
        rf"(?:{_SIGNATORY}{_T}(?:,? {_REL} {_UNRATIFIED}| (?:yet|still) to ratify{_T}| without ratification)|"
        rf"(?:{_STATES}(?: not (?:yet )?[Pp]arty)?{_T}|[Tt]hose|[Oo]ne) {_REL} (?:have |has |had )?(?:only )?"
        rf"(?:signed|are signatories|is a signatory){_T}(?:,? but (?:have |has |had )?(?:still )?(?:not|never|yet to)"
        rf"(?: yet)? ratif\w+(?: ⟦T\d+⟧| it)?| without ratifying(?: it)?)?|"
        rf"(?:(?<=only )|(?<=sole )|(?<=last )|(?<=remaining )){_SIGNATORY}{_T})",
    ),
    (
        Stands.WITHDRAWN,
        rf"(?:{_STATES} (?:{_REL} )?{_LEFT}|[Tt]hose {_REL} {_LEFT}|[Ff]ormer [Ss]tates? [Pp]art(?:y|ies){_T})",
    ),
    (
        Stands.NOT_PARTY,
        rf"(?:(?:[Ss]tates? (?:not|non)[- ](?:yet )?(?:a )?[Pp]art(?:y|ies)|[Nn]on-(?:[Ss]tates? )?[Pp]art(?:y|ies)"
        rf"(?: [Ss]tates?)?|{_STATES} (?:still |remaining |currently |yet )?outside(?: of)?|hold-?outs|"
        rf"outsiders){_T}|(?:{_STATES}{_PLACE}|[Tt]hose) {_REL} {_ADV}{_OUT}|{_STATES}{_PLACE} {_ADV}{_OUT})",
    ),
    (
        Stands.PARTY,
        rf"(?:(?<!not )(?<!non-)(?<!ormer )[Ss]tates? [Pp]art(?:y|ies){_T}|{_STATES} {_REL} {_JOINED})",
    ),
)
"""The longer comes first: "States that have signed but not ratified" are not party either."""
_PARTLY = (
    r"(?:includ(?:e|es|ed|ing)|such as|among (?:them|which|whom|others)(?: are| were)?|like|notably|especially|"
    r"e\.g\.,?|for (?:example|instance),?|led by)"
)
_BRACKET = r"(?: \(⟦N(?P<m>\d+)⟧(?: (?:[Ss]tates|countries|in (?:all|total)))?\))?"
_LINK = (
    rf"(?P<link>{_PLACE}(?:,? ?⟦D\d+⟧,?)?{_BRACKET}(?:,? ?⟦D\d+⟧,?)?(?: (?:today|now|currently|at present|then))?(?:"
    r",? (?:are|were|is|was|remain|remains|remained|being)(?: now| currently| still| thus)?"
    r"(?: the following(?: ⟦N\d+⟧)?(?: [Ss]tates| countries| ones)?| these| as follows)?(?: ⟦D\d+⟧)?[:,]? |"
    r" ?: ?|,? [–—-]{1,2} |,? ?\((?:namely |i\.e\.,? )?|,? (?:namely|viz\.?|i\.e\.|that is(?: to say)?),?:? |"
    rf",? \(?(?:which |they |these |there )?{_PARTLY}:? ))"
)
_HEAD = (
    r"(?P<head>(?:\b(?:[Aa]ll|[Tt]he|[Tt]hese|[Tt]hose|[Ff]ollowing|[Oo]nly|[Rr]emaining|[Ss]ole|[Ll]ast|[Oo]ther|"
    r"[Jj]ust|[Ww]orld['’]s|[Tt]hese are|[Ll]ist of) )*(?:⟦N(?P<n>\d+)⟧ (?:(?:remaining|other|last|UN) )*)?)"
)
LISTED = tuple((stands, Late(rf"{_HEAD}(?P<noun>{noun}){_LINK}(?:the )?⟦L(?P<l>\d+)⟧")) for stands, noun in NOUNS)
NAMED_AS = tuple(
    (
        stands,
        Late(
            rf"⟦L(?P<l>\d+)⟧,? (?:are|were|is|was|remain(?:s|ed)?) {_ADV}(?P<head>(?:among (?:the |those )?|some of "
            rf"the |one of the )?(?:other )?|the (?:only |last |remaining |sole )*(?:(?:one|ones|State|States) )?"
            rf"(?:of the )?(?:⟦N(?P<n>\d+)⟧ )?(?:remaining |other )?)"
            rf"(?P<noun>{noun})(?! (?:that|which|who|to (?!⟦))\b)"
        ),
    )
    for stands, noun in NOUNS
)
ONLY_THESE = tuple(
    (
        stands,
        Late(rf"(?P<head>\b[Oo]nly )(?P<noun>(?:the )?⟦L(?P<l>\d+)⟧) {_ADV}(?:{said})"),
    )
    for stands, said in (
        (
            Stands.SIGNATORY_ONLY,
            rf"(?:have |has |had )?{_ADV}signed{_T}(?: without (?:ratifying|having ratified)(?: it)?|"
            rf",? but (?:have |has |had )?"
            rf"(?:still )?(?:not|never|yet to)(?: yet)? ratif\w+(?: ⟦T\d+⟧| it)?)",
        ),
        (Stands.WITHDRAWN, rf"(?:have|has|had) {_ADV}(?:withdrawn|left|quit|pulled out)(?: from| of)?{_T}"),
    )
)
""" "Only A and B have signed without ratifying": all that did so."""
_INSERTED = r"(?P<link> [–—-]{1,2} | \(|, namely,? )(?:the )?⟦L(?P<l>\d+)⟧(?: [–—-]{1,2}|\)|,)"
APPOSED = (
    (
        Stands.SIGNATORY_ONLY,
        Late(rf"{_HEAD}(?P<noun>{_SIGNATORY}{_T}), (?:the )?⟦L(?P<l>\d+)⟧, {_ADV}{_UNRATIFIED}"),
    ),
    (Stands.NOT_PARTY, Late(rf"{_HEAD}(?P<noun>{_STATES}){_INSERTED} {_ADV}{_OUT}")),
    (Stands.WITHDRAWN, Late(rf"{_HEAD}(?P<noun>{_STATES}){_INSERTED} {_LEFT}")),
    (
        Stands.NOT_PARTY,
        Late(
            rf"(?P<head>\b(?:[Ss]everal|[Ss]ome|[Mm]any) )(?P<noun>{_STATES})(?P<link>, {_PARTLY} )"
            rf"(?:the )?⟦L(?P<l>\d+)⟧,? {_ADV}{_OUT}"
        ),
    ),
)
"""The States stand between the noun and what is said of it."""
_EXCEPT = (
    r"(?:except(?:ing)?(?: for)?|apart from|aside from|with the (?:sole |only )?exceptions? of|other than|"
    r"but(?: for)?|save(?: for)?|excluding|barring|minus)"
)
_EXCEPTED = (
    rf"{_EXCEPT}(?: for)?(?P<head>(?: (?:the|these|following|only|just|those))*(?: ⟦N(?P<n>\d+)⟧)?)"
    rf"(?: (?:[Ss]tates|countries|ones))?"
    r"(?: of them)?(?:,? namely|,? viz\.)?(?: ?[:,(–—-] ?)? ?(?:the )?⟦L(?P<l>\d+)⟧"
)
_EVERY = (
    r"\b(?:[Aa]ll|[Ee]very|[Ee]ach|[Tt]he whole)(?P<who>(?: of)?(?: the)?(?: world['’]s)?(?: ⟦N\d+⟧)?(?: other)?"
    r"(?: (?P<un>UN|United Nations))?(?: [Mm]ember)?(?: [Ss]tates?| countr(?:y|ies)| nations?| governments?)?"
    r"(?: (?:in|of) the world| worldwide| on earth)?)"
)
EXCEPTIONS = (
    Late(
        rf"{_EVERY},? {_ADV}(?:(?:have|has|had) {_ADV}(?:joined|ratified|acceded|signed up|adhered|"
        rf"become (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies))|(?:are|is|were|was) {_ADV}(?:an? )?(?:[Ss]tates? )?"
        rf"(?:[Pp]art(?:y|ies)|[Mm]embers?|bound|on board)|joined|ratified|belongs?|"
        rf"(?:is|are) in){_T}(?:,? ?⟦D\d+⟧)?,? {_EXCEPTED}"
    ),
    Late(
        rf"{_EVERY},? {_EXCEPTED}(?:\)| [–—-]{{1,2}}|,)? {_ADV}(?:(?:have|has|had) {_ADV}(?:joined|ratified|acceded)|"
        rf"(?:are|is|were|was) {_ADV}(?:an? )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?|bound))"
    ),
)
TURNED = (
    Late(
        rf"\b(?:[Ss]till |[Aa]lso |[Nn]ow |[Cc]urrently )?(?:[Oo]utside(?: of)?{_T}|"
        rf"[Nn]ot (?:yet )?(?:a )?[Pp]art(?:y|ies){_T}|[Aa]bsent from ⟦T\d+⟧)(?: ⟦D\d+⟧)?,? (?:still )?"
        rf"(?:are|were|is|was|remain(?:s|ed)?) (?:still )?"
        rf"(?P<head>(?:(?:the|these|following|only) )*(?:⟦N(?P<n>\d+)⟧ )?)(?:{_STATES})?(?P<link> ?[:(–—-] ?)?"
        rf"(?:the )?⟦L(?P<l>\d+)⟧"
    ),
    Late(
        rf"⟦T\d+⟧ (?:(?:is|was) {_ADV}to be|has {_ADV}(?:yet to be|not (?:yet )?been)|had {_ADV}(?:yet to be|not "
        rf"(?:yet )?been)) "
        rf"(?:joined|ratified|accepted) by (?P<head>(?:(?:the|these|following|only) )*(?:⟦N(?P<n>\d+)⟧ )?)"
        rf"(?:{_STATES})?"
        rf"(?P<link> ?[:(–—-] ?|,? namely,? )?(?:the )?⟦L(?P<l>\d+)⟧"
    ),
)
OPENS = re.compile(r"(?:^|[;:(–—]|⟦D\d+⟧,?)\W*$")
THEY_ARE = Late(
    r"^\W*(?:[Tt]hey|[Tt]hese|[Tt]hose)(?: (?:[Ss]tates|countries))?(?: concerned)?,? (?:are|were|being|"
    r"include[ds]?)(?: (?:as follows|the following))?:? (?:the )?⟦L(?P<l>\d+)⟧"
)
ENDING = tuple(
    (stands, Late(rf"{_HEAD}(?P<noun>{noun})(?:,? ?⟦D\d+⟧)?(?: (?:today|now|currently))?\W*$"))
    for stands, noun in NOUNS
)
NOT_WHOLE = re.compile(
    r"one of|includ|such as|among|like|notably|especially|e\.g|example|instance|led by|\bsome\b|\bseveral\b|"
    r"\bmany\b|\bother\b",
    re.IGNORECASE,
)
FIRM = re.compile(r"\b(?:following|only|sole|remaining|last|the|these|those)\b", re.IGNORECASE)
VERY_FIRM = re.compile(r"\b(?:following|only|sole|last|remaining|these|those)\b", re.IGNORECASE)
SOME_OF = Late(
    r"(?:⟦[NP]\d+⟧|\b(?:some|most|many|several|half|none|few|all but|any|each|either|both|one))"
    r"(?: (?:[Ss]tates|countries))? (?:out )?of (?:the |these |those |all )*$",
    re.IGNORECASE,
)
NAMED_ALL = re.compile(r"^[^:(]{0,60}(?: ?:| \(| [–—-]{1,2}|,? (?:namely|viz|i\.e|that is)\b)")
"""Behind a number: all that it counts are named."""
ALONE = Late(
    r"^(?:\W|⟦[DTU]\d+⟧|\b(?:[Aa]s of|[Aa]s at|[Aa]t|[Oo]n|[Tt]oday|[Cc]urrently|[Nn]ow|[Aa]t present|[Bb]y|"
    r"[Tt]here (?:are|remain|remained|were|is)|[Tt]he|[Tt]hese are|[Tt]hose are|[Tt]his leaves|[Ll]eaving|[Oo]nly|"
    r"[Aa]ll|[Nn]ote:?|still|now|just|and|that|[Ss]o far|(?:[Tt]able|[Aa]nnex|[Ll]ist|[Bb]ox)(?: [A-Z\d]+)?|"
    r"[Ll]ist of|(?:[\w’']+ ){0,3}(?:recalled|noted|said|informed [\w ]{1,20}|reported|stated|added|stressed|"
    r"confirmed) that))*$"
)
"""What may stand before a list that is all of its kind."""
OTHER_VERB = Late(
    r"\b(?:vot\w+|abst\w+|particip\w+|attend\w*|wr(?:ote|itten)|repl\w+|respon\w+|answer\w*|submit\w*|met|meetings?|"
    r"report(?:ed|s|ing)?|invit\w+|announc\w+)\b"
)
"""The States are those that did something else."""
OF_THEIRS = Late(
    r"\b(?:meetings?|conferences?|assembl\w+|gatherings?|sessions?|representatives?|delegat\w+|envoys?|"
    r"ambassadors?|officials?|guests?|"
    r"observers?|neighbou?rs?|allies|friends) (?:of|from|for|to) (?:the )?$",
    re.IGNORECASE,
)
"""Before them: what is told is told of something that is theirs, a meeting or their envoys."""
ACTED = re.compile(r"\b(?:joined|ratified|acceded)\b")
MORE = re.compile(
    r"^\)?,? ?(?:and (?:⟦N\d+⟧ )?(?:many |several |some )?(?:others?|more)|etc|among others|inter alia|\.\.\.|…)"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """States that a sentence says to have a standing, at `start` to `end` of its outline.

    `told_in` is the sentence before, where that tells what they are, and `told_at` the place in it. `of_un`: it speaks of
    the Members of the United Nations alone.
    """

    stands: Stands
    states: tuple[str, ...]
    start: int
    end: int
    is_whole: bool
    of_un: bool = False
    told_in: Sentence | None = None
    told_at: tuple[int, int] = (0, 0)


def listings(sentence: Sentence, before: Sentence | None) -> Iterator[Listing]:
    """The lists of a sentence; `before` is the one before it."""
    if is_question(sentence):
        return
    taken: set[int] = set()
    for found in (*_excepted(sentence), *_turned(sentence), *_named(sentence, before), *_pointed(sentence, before)):
        listed, listing = found
        if listed not in taken:
            taken.add(listed)
            yield listing


def _named(sentence: Sentence, before: Sentence | None) -> Iterator[tuple[int, Listing]]:
    for patterns in (ONLY_THESE, APPOSED, LISTED, NAMED_AS):
        for stands, pattern in patterns:
            for match in pattern.finditer(sentence.outline):
                listed, link = int(match["l"]), match.groupdict().get("link") or ""
                if _is_else(sentence, match, stands):
                    continue
                is_bare = link.strip() in ("are", "is", "was", "were") and not match["head"].strip()
                if patterns is LISTED and is_bare and len(sentence.lists[listed]) == 1:
                    continue
                listing = _listing(sentence, match, stands)
                if patterns is ONLY_THESE and before is not None and REGION.search(before.outline):
                    listing = replace(listing, is_whole=False)  # only they, of those spoken of before
                yield listed, listing


def _excepted(sentence: Sentence) -> Iterator[tuple[int, Listing]]:
    """ "All States are party except ..."."""
    for pattern in EXCEPTIONS:
        for match in pattern.finditer(sentence.outline):
            if is_hedged(sentence, match.start(), match.end()):
                continue
            first, last = sentence.clause(match.start())
            is_whole = not REGION.search(sentence.outline[first:last]) and not MORE.match(
                sentence.outline[match.end() :]
            )
            yield (
                int(match["l"]),
                Listing(
                    Stands.NOT_PARTY,
                    _states(sentence, match),
                    match.start(),
                    match.end(),
                    is_whole,
                    of_un=bool(match["un"]),
                ),
            )


def _turned(sentence: Sentence) -> Iterator[tuple[int, Listing]]:
    """ "Still outside are ...", "the Convention is yet to be joined by ..."."""
    for pattern in TURNED:
        for match in pattern.finditer(sentence.outline):
            begins = OPENS.search(sentence.outline[: match.start()]) or pattern is not TURNED[0]
            if begins and not is_hedged(sentence, match.start(), match.end()):
                yield int(match["l"]), _listing(sentence, match, Stands.NOT_PARTY)


def _pointed(sentence: Sentence, before: Sentence | None) -> Iterator[tuple[int, Listing]]:
    """ "They are: ...", of those that the sentence before speaks of."""
    match = THEY_ARE.search(sentence.outline) if before is not None else None
    if match is None or before is None or is_question(before):
        return
    for stands, pattern in ENDING:
        told = pattern.search(before.outline)
        if told is None or _is_else(before, told, stands):
            continue
        is_whole = bool(ALONE.match(_lead(before, told.start()))) and not NOT_WHOLE.search(match[0] + told["head"])
        is_whole = is_whole and not MORE.match(sentence.outline[match.end() :]) and not REGION.search(before.outline)
        yield (
            int(match["l"]),
            Listing(
                stands,
                _states(sentence, match),
                match.start(),
                match.end(),
                is_whole,
                told_in=before,
                told_at=told.span(),
            ),
        )
        return


def _is_else(sentence: Sentence, match: re.Match[str], stands: Stands) -> bool:
    """Whether the words are a wish or a doubt, or the States those that did something else."""
    if is_hedged(sentence, match.start(), match.end()) or OTHER_VERB.search(match[0]):
        return True
    if OF_THEIRS.search(_lead(sentence, match.start())):
        return True
    # "The States that joined in 2012 were ..." is about the year, not about where they stand.
    first, last = sentence.clause(match.start())
    return stands is Stands.PARTY and bool(ACTED.search(match["noun"])) and bool(sentence.signs("D", first, last))


def _listing(sentence: Sentence, match: re.Match[str], stands: Stands) -> Listing:
    states = _states(sentence, match)
    return Listing(stands, states, match.start(), match.end(), _is_whole(sentence, match, states))


def _is_whole(sentence: Sentence, match: re.Match[str], states: tuple[str, ...]) -> bool:
    groups, outline = match.groupdict(), sentence.outline
    head, link = groups["head"] or "", groups.get("link") or ""
    first, last = sentence.clause(match.start())
    sign = groups.get("n") or groups.get("m")
    number = sentence.numbers[int(sign)] if sign else None
    if NOT_WHOLE.search(link + head) or MORE.match(outline[match.end() :]) or REGION.search(outline[first:last]):
        return False
    if not ALONE.match(_lead(sentence, match.start())) or SOME_OF.search(outline[: match.start()] + head):
        return False  # "met with the following States not party: ..." lists whom it met
    if number is not None:
        is_counted = bool(NAMED_ALL.match(link)) or not link
        return number.bound is Bound.EXACT and (
            is_counted or bool(FIRM.search(head + link)) or number.number == len(states)
        )
    if not FIRM.search(head + groups["noun"] if "noun" in groups else head):
        return False
    return bool(VERY_FIRM.search(head)) or len(states) >= 3 or ":" in link or _says_those(groups)


def _says_those(groups: dict[str, str | None]) -> bool:
    return bool(re.match(r"[Tt]hose\b", groups.get("noun") or ""))


def _lead(sentence: Sentence, start: int) -> str:
    """What stands before in the clause."""
    first, _ = sentence.clause(start)
    return sentence.outline[first:start]


def _states(sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.iso3 for one in sentence.lists[int(match["l"])]))
