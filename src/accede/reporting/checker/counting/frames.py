"""How a draft puts a number of States: "164 States have joined", "States Parties: 164", "all but 33". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from accede.reporting.checker.counting.words import (
    ADV,
    ALL,
    ARE_PARTY,
    COUNTED,
    DEPARTURES,
    ENDS,
    FORMER,
    HAVE,
    HAVE_JOINED,
    HAVE_LEFT,
    HAVE_SIGNED,
    IN_FORCE,
    JOINED,
    KIND,
    LEFT_TO_RATIFY,
    MAY_JOIN,
    NEVER_SIGNED,
    NOT_IN_FORCE,
    NOT_JOINED,
    NOT_PARTY,
    ORDER,
    PARTY,
    PLAIN_STATES,
    PROPERTIES,
    SIGNATORIES,
    STATES,
    UNRATIFIED,
    WITHDRAWN,
    N,
    Property,
    T,
)

FORCE = r"(?:entered|come|came|been|is|was|be|enters|entering) (?:in|into) force"
_BEING = (
    r"(?:(?:is|was|are|were|stands?|stood|to|at|reached|remain(?:s|ed)?|has reached|have reached|had reached|"
    r"hit|equals|amount(?:s|ed)? to|came to|comes to|total(?:s|led)?|rose|risen|rises|grew|grown|climbed|fell|"
    r"fallen|dropped|sank|shrunk|increased|decreased|has|had|now|today|currently|then|up|down|thus|therefore|already|"
    r"⟦D\d+⟧|"
    r"numbers?|numbered|remained|still|from(?= ⟦N\d+⟧(?! to))|from ⟦N\d+⟧ to|standing|:|=|,) ?)+"
)
_HAVING = (
    r"(?:has|have|had|counts?(?: ⟦D\d+⟧| now)?(?: on)?|counted(?: on)?|numbers|numbered|comprise[sd]?|boasts?|"
    r"enjoys?|enjoyed|"
    r"total(?:s|"
    r"led)?|reached|gained|gathers|gathered|unites|united|attracted|attracts|drawn|won|secured|collected|received|"
    r"bears|bore|carries|carried|got|obtained|acquired|seen|saw|recorded|suffered|"
    r"brings together|is joined by|include[sd]?|with|of|at|(?:the )?(?:support|participation|membership|"
    r"adherence) of) "
)
_BRINGING = (
    r"(?:bring|bring(?:s|ing)|brought|rais(?:e[sd]?|ing)|tak(?:e|es|ing)|took|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)"
)
_TOTAL = r"(?:number|total|tally|count|membership|figure|list|family|community|circle|group)"
_OF_T = rf"(?: {T})?"
_AMONG_THEM = (
    r"(?:(?:,| [–—-]{1,2}| \() ?(?:⟦L|including|among|most|many|some|all|notably|such as|mainly|mostly|⟦N\d+⟧ "
    r"of)[^.;]{0,90}?"
    r"(?:,| [–—-]{1,2}|\)))"
)
"""What is told of those counted before it is said what they did."""
_NONE = r"\b(?:[Nn]o|[Nn]ot one|[Nn]ot a single|[Nn]one of the) (?:other )?"


@dataclass(frozen=True, slots=True)
class Put:
    """A number found in a way of putting it. `is_weak`: what stands around decides whether all States are counted.

    `is_stock`: the words count how many there are, not what happened. `is_part`: it is a part of those outside.
    `ends_in_noun`: what follows may narrow it ("States Parties that reported").
    """

    match: re.Match[str]
    of: Property
    is_weak: bool
    is_stock: bool
    is_part: bool
    ends_in_noun: bool

    @property
    def number(self) -> int | None:
        """The index of the number; None where the draft says that there is none."""
        found = self.match.groupdict().get("n")
        return None if found is None else int(found)

    @property
    def is_rest(self) -> bool:
        """Whether it is what is left of a number said before ("and 33 have not")."""
        return "rest" in self.match.groupdict()

    @property
    def is_bare(self) -> bool:
        """Whether it is not said what is counted ("twenty have yet to join")."""
        return "bare" in self.match.groupdict()

    @property
    def names_its_treaty(self) -> bool:
        """Whether the words themselves name a treaty."""
        return bool(re.search(T, self.match[0]))

    @property
    def whole(self) -> int | None:
        """The index of the greater number of which this is said to be a part."""
        groups = self.match.groupdict()
        found = groups.get("whole") or groups.get("of") or groups.get("of_b")
        return None if found is None else int(found)


HINTS = tuple(
    (begins, re.compile(word, re.IGNORECASE))
    for begins, word in (
        (rf"\b{_BRINGING}", _BRINGING),
        (rf"\b{_TOTAL}", _TOTAL),
        (r"\bwe (?:", r"\bwe "),
        (r"\bthere (?:", r"\bthere "),
        (r"\bleav(?:", r"\bleav"),
        (r"\bat ", r"\bat "),
        (r"\b(?:of|among|out of|from) (?:the ", r"⟦N\d+⟧[^.]*⟦N"),
        (rf"(?P<bare>){N} of (?:them", r"\bof (?:them|these|those|whom|which)"),
    )
)
"""How some frames begin, and a short pattern that is found wherever they fit."""


@dataclass(frozen=True)
class _Frame:
    """`key` is found in every outline that the frame fits: only then is the long pattern made and tried."""

    of: Property
    words: str
    key: re.Pattern[str] | None
    is_weak: bool
    is_stock: bool
    is_part: bool
    ends_in_noun: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.words, re.IGNORECASE)


def put_in(outline: str) -> Iterator[Put]:
    """Every reading of every number of an outline, the likeliest first."""
    if "⟦N" not in outline and not re.search(_NONE, outline):
        return
    found = [
        Put(match, frame.of, frame.is_weak, frame.is_stock, frame.is_part, frame.ends_in_noun)
        for frame in _frames_of(outline)
        for match in frame.pattern.finditer(outline)
    ]
    yield from sorted(found, key=lambda put: (put.is_weak, ORDER.index(put.of), -_length(put)))


def _length(put: Put) -> int:
    return put.match.end() - put.match.start()


def _frames_of(outline: str) -> Iterator[_Frame]:
    """The frames whose key words an outline has."""
    has: dict[re.Pattern[str], bool] = {}
    for frame in _frames():
        if frame.key is None:
            yield frame
            continue
        if frame.key not in has:
            has[frame.key] = frame.key.search(outline) is not None
        if has[frame.key] and all(word.search(outline) for begins, word in HINTS if frame.words.startswith(begins)):
            yield frame


@cache
def _frames() -> tuple[_Frame, ...]:
    made: list[tuple[Property, str, str, re.Pattern[str] | None]] = [
        (*one, None) for one in (*_of_parts(), *_of_one_kind())
    ]
    for prop in PROPERTIES:
        if prop.verbs:
            key = re.compile(prop.verbs.replace(ENDS, ""), re.IGNORECASE)
            made += [(*one, key) for one in _of_verbs(prop)]
        if prop.nouns:
            key = re.compile(prop.nouns, re.IGNORECASE)
            made += [(*one, key) for one in _of_nouns(prop)]
    return tuple(
        _Frame(prop, words, key, "weak" in how, "stock" in how, "part" in how, "noun" in how)
        for prop, how, words, key in made
    )


def _of_verbs(prop: Property) -> Iterator[tuple[Property, str, str]]:
    """Numbers of States that do or did something."""
    verbs = prop.verbs
    going_on = verbs.replace(ENDS, "")
    yield prop, "", rf"{COUNTED}{_AMONG_THEM}? {ADV}{verbs}"
    yield prop, "", rf"(?P<bare>){N} of (?:them|these|those|whom|which),? {ADV}{verbs}"
    yield (
        prop,
        "stock",
        rf"(?P<bare>)(?:^|[;:] |, (?:and |while |whereas )?|\band |^\W*(?:[Oo]nly|[Jj]ust) ){N} {ADV}{verbs}",
    )
    yield (
        prop,
        "stock",
        rf"\b(?:of|among|out of|from) (?:the |all |all the )?(?:world['’]s )?⟦N(?P<whole>\d+)⟧ {STATES}{MAY_JOIN}?,? "
        rf"(?:only |just |some )?{N}(?: {PLAIN_STATES})? {ADV}(?:{verbs})",
    )
    yield prop, "stock", rf"\bleav(?:es|ing|e) {ADV}{N}(?: {PLAIN_STATES})? (?:that|which|who) {ADV}{verbs}"
    yield prop, "weak", rf"{COUNTED} (?P<rel>(?:that|which|who)(?: currently| still)?) {ADV}{verbs}"
    yield (
        prop,
        "stock",
        rf"\b{_TOTAL} of (?:the )?{PLAIN_STATES} (?:that|which|who)? ?{ADV}{going_on}{_OF_T} ?{_BEING}{ADV}{N}",
    )
    yield (
        prop,
        "stock",
        rf"\b{PLAIN_STATES} (?:that|which|who)? ?{ADV}{going_on}{_OF_T} (?:now |then )?(?:number|total)(?:ed|s|"
        rf"led)? {N}",
    )
    yield (
        prop,
        "stock",
        rf"\b{_BRINGING}(?: up| down)? to {N} (?:the |its |their )?(?:total )?{_TOTAL} of (?:the )?{PLAIN_STATES} "
        rf"(?:that|which|who)? ?{ADV}{verbs}",
    )
    yield (
        prop,
        "stock",
        rf"\b{_BRINGING} (?:the |its |their )?(?:total )?{_TOTAL} of (?:the )?{PLAIN_STATES} "
        rf"(?:that|which|who)? ?{ADV}{going_on}{_OF_T} (?:up |down )?to {N}",
    )


def _of_nouns(prop: Property) -> Iterator[tuple[Property, str, str]]:
    """Numbers of States Parties, of States not party, of signatories."""
    nouns = prop.nouns
    yield (
        prop,
        "stock noun",
        rf"(?:{T}(?:'s|’s)?|\bit|\bwhich|\bthere|\bnow|\bmembership|\bfamily|\bcommunity)(?:[^.;:⟦]|"
        rf"⟦[DL]\d+⟧){{0,90}}?\b{_HAVING}{ADV}"
        rf"{N} (?:(?!former\b)\w+ )?{nouns}",
    )
    yield prop, "stock", rf"\bat {N},? (?:the |its )?{_TOTAL} of (?:the )?{nouns}"
    yield prop, "stock noun", rf"\bwe (?:are|were|number|have been|had been) {ADV}{N} {nouns}"
    yield prop, "stock", rf"\b{nouns} (?:now |then |already |thus )?(?:number(?:ed|s)?|total(?:ed|led|s)?) {ADV}{N}"
    yield prop, "stock noun", rf"\bthere (?:are|were|is|was|have been|had been|remain|remained) {ADV}{N} {nouns}"
    yield (
        prop,
        "stock noun",
        rf"\b{_TOTAL} (?:of|for) (?:the )?{nouns}{_OF_T}(?: to (?!⟦)[^.;:⟦]{{0,30}})? "
        rf"?{_BEING}{ADV}{N}(?![^.;]{{0,3}} "
        rf"(?:per|years))",
    )
    yield (
        prop,
        "stock noun",
        rf"\b{_BRINGING}(?: up| down)? to {N} (?:the |its )?(?:total )?{_TOTAL} of (?:the )?{nouns}",
    )
    yield (
        prop,
        "stock noun",
        rf"\b{_BRINGING} (?:the |its )?(?:total )?{_TOTAL} of (?:the )?{nouns}{_OF_T} (?:up |down )?to {N}",
    )
    yield (
        prop,
        "stock noun",
        rf"{COUNTED} (?:are|were|is|was|being|became|become|have become|had become) {ADV}(?:a )?{nouns}",
    )
    yield (
        prop,
        "stock label noun",
        rf"{_LABEL}{nouns}(?: \(total\))? ?[:=] ?(?P<label>){N}(?= ?(?:$|[.,;()/|–—]|⟦D|\band\b))",
    )
    yield prop, "weak stock noun", rf"{N} {prop.sure_nouns}"


_LABEL = r"(?:^\W{0,4}|[.;,(|–—] ?|\b(?:[Tt]otal )?[Nn]umber of |\b[Tt]otal )"


def _of_parts() -> Iterator[tuple[Property, str, str]]:
    """Numbers of a greater one, and what is left of it: these come first."""
    verbs = rf"(?:{JOINED}|{ARE_PARTY})"
    has_not = r"(?:have|had|has|were|are|did|do) not\b(?: yet| done so)?(?= ?(?:[.,;)]|$|⟦D| so far| yet))"
    others = (
        rf"(?:the )?(?:(?:remaining|other) )?{N}(?: others)?(?: {PLAIN_STATES})?(?: of (?:the "
        rf")?⟦N(?P<whole>\d+)⟧(?: {PLAIN_STATES})?)?"
    )
    yield NOT_JOINED, "weak stock", rf"(?P<rest>[,;]|\b(?:and|but|while|whereas)) (?:that )?{others} {has_not}"
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:of|among|out of|from) (?:the |all |all the )?(?:world['’]s )?⟦N(?P<whole>\d+)⟧ {STATES}{MAY_JOIN},? "
        rf"(?:only |just |some )?{N}(?: {PLAIN_STATES})? (?:now |already )?(?:have|had)(?: done so| "
        rf"joined)?(?= ?(?:[.,;]|and\b|but\b|$))",
    )
    yield HAVE_JOINED, "stock", rf"{COUNTED} (?:(?:that|which|who) )?(?:have|had) {ADV}done so"
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:{PARTY})\b(?:[^.]{{0,120}}?){T} (?:now |then )?(?:had|has|counts?|counted|numbers|numbered) {N}"
        r"(?= ?(?:$|[.,;]|at the time|at that time|then\b|today\b|now\b|⟦D))",
    )
    for prop in (NOT_JOINED,):
        yield (
            prop,
            "stock",
            rf"\b(?:all|every|each)(?: of the| the)?(?: world['’]s)?(?: (?:{KIND}))?(?: in the world| of the world)? "
            rf"(?:but|except|save|"
            rf"bar)(?: for)? {N}(?: (?:of the )?(?:world['’]s )?{STATES})?(?: in the world)? {ADV}{verbs}",
        )
    part = rf"\b(?:of|among|out of|from)(?: the| these| those| all)* ⟦N(?P<whole>\d+)⟧ {NOT_PARTY}{_OF_T},? "
    yield LEFT_TO_RATIFY, "stock part", rf"{part}{N} {ADV}(?:is|are|was|were) (?:an? )?signator(?:y|ies)"
    yield LEFT_TO_RATIFY, "stock part", rf"{part}{N} {HAVE}signed"
    yield HAVE_LEFT, "stock part", rf"{part}{N} {WITHDRAWN}"
    of_part = rf"\b(?:of|among|out of|from)(?: the| these| those| all)* ⟦N(?P<whole>\d+)⟧ {NOT_PARTY}{_OF_T},? ⟦N\d+⟧"
    yield (
        NEVER_SIGNED,
        "stock part",
        rf"{of_part}[^.;⟦]{{0,40}}\bsign[^.;⟦]{{0,20}}(?:{T} )?(?:,|and|but|while) (?:the (?:other|remaining) )?{N} "
        rf"(?:have|had|are|were|"
        rf"did) not(?: yet| even)?(?: signed)?",
    )
    yield (
        NEVER_SIGNED,
        "stock part",
        rf"{of_part}[^.;⟦]{{0,40}}\b(?:left|withdrawn|withdrew)[^.;⟦]{{0,20}}(?:{T} )?(?:,|and|but|while) (?:the "
        rf"(?:other|remaining) )?"
        rf"{N} (?:have |had )?(?:never|not) (?:joined|signed|been)",
    )


def _of_one_kind() -> Iterator[tuple[Property, str, str]]:
    """What is said of one kind alone."""
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:membership|adherence|family)(?! (?:of|in|to) (?!{T}))(?: (?:of|in|to) {T})?{_gap(40)}{_BEING}{N}",
    )
    yield HAVE_JOINED, "stock", rf"\bmembership of {N}"
    yield (
        HAVE_JOINED,
        "stock",
        rf"{T}(?: \w+)? (?:has|had) (?:been )?{ADV}(?:ratified|joined|accepted|acceded to|embraced)"
        rf"(?: or (?:otherwise )?(?:ratified|joined|accepted|acceded to))* by {COUNTED}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"{T} (?:now |currently )?(?:has|had|counts?) {ADV}{N} (?:ratifications?(?: (?:and|or) accessions?)?|"
        rf"instruments)",
    )
    yield HAVE_JOINED, "stock", rf"{T} (?:is|was|has become|became) {ADV}(?:legally )?binding (?:on|upon|for) {COUNTED}"
    yield HAVE_JOINED, "stock", rf"{T} {ADV}(?:binds|bound) {COUNTED}"
    yield (
        HAVE_JOINED,
        "weak",
        rf"\b(?:joined|ratified|accepted|embraced|adhered to|acceded to|supported)"
        rf"(?: or (?:otherwise )?(?:ratified|joined|accepted|acceded to))* by {COUNTED}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"{N} instruments? of (?:ratification|accession)[^.;⟦]{{0,60}} (?:have|had|has) been deposited",
    )
    yield HAVE_SIGNED, "stock", rf"{COUNTED}\b(?:[^.;⟦]|⟦D\d+⟧){{0,160}}?\bby signing {T}"
    yield HAVE_SIGNED, "stock", rf"{T}[^.;⟦]{{0,40}}\b(?:was|were|is|had been|has been) {ADV}signed by {COUNTED}"
    yield HAVE_SIGNED, "stock", rf"{T}[^.;⟦]{{0,30}}\b(?:has|had) {N} signatories"
    yield (
        HAVE_SIGNED,
        "stock",
        rf"{N} signatures (?:had been|have been|were|was) {ADV}(?:affixed|put|added|collected|gathered)",
    )
    yield LEFT_TO_RATIFY, "stock", rf"{N} {SIGNATORIES}(?: of {T})? {UNRATIFIED}"
    yield LEFT_TO_RATIFY, "weak stock", rf"{N} {SIGNATORIES} (?:that|which|who) {UNRATIFIED}"
    yield LEFT_TO_RATIFY, "stock", rf"{N} (?:remaining|outstanding) {SIGNATORIES}"
    yield (
        LEFT_TO_RATIFY,
        "stock",
        rf"(?P<none>{_NONE}){SIGNATORIES} (?:of {T} )?{UNRATIFIED.replace('(?:have|has|had)', '(?:has|have|had)')}",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"\bleav(?:es|ing|e) {ADV}(?:only |just )?{COUNTED} (?:still )?(?:outside|not party|yet to (?:join|come))",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"\bleav(?:es|ing|e) {ADV}(?:only |just )?{N} (?:still )?(?:outside|not party|yet to join)",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"{N} {NOT_PARTY} (?:now |still |then |thus |therefore )*(?:remain(?:s|ed)?\b|(?:are|were) left\b)",
    )
    yield (
        NOT_JOINED,
        "weak stock",
        rf"\b(?:the )?(?:remaining|other) {N} {STATES}(?= (?:to|are|that|not|must|should|outside|still|"
        rf"have|can|will|remain))",
    )
    yield (
        NOT_JOINED,
        "weak stock",
        rf"(?P<bare>)(?:^|[;:,] ?|\band ){N} (?:remain(?:s|ed)? |still |are |were )?outside\b(?! (?:of )?(?!{T})\w)",
    )
    yield (
        HAVE_LEFT,
        "",
        rf"\b(?:lost|loses|losing|shed) {ADV}{N} (?:of (?:its|their|the) )?(?:{PLAIN_STATES}|{PARTY})(?: through "
        rf"(?:withdrawals?|denunciations?)| to withdrawals?)?",
    )
    yield (
        HAVE_LEFT,
        "stock",
        rf"\b(?:withdrawals?|departures?) (?:of|by) (?:the )?{COUNTED}(?: from {T})? (?:have |had |has )?(?:taken "
        rf"effect|took effect|become effective|became effective|been completed|entered into (?:force|effect))",
    )
    yield (
        HAVE_LEFT,
        "stock",
        rf"{N} {DEPARTURES} (?:have |had |has )?(?:taken effect|took effect|become effective|became effective|been "
        rf"completed)",
    )
    yield HAVE_LEFT, "stock", rf"{N} {FORMER}"
    yield (
        HAVE_LEFT,
        "stock",
        rf"(?P<none>{_NONE})(?:{PLAIN_STATES}|{PARTY})(?: to {T})? (?:has|have|had) (?:ever |so far |to date |yet "
        rf")*{WITHDRAWN}",
    )
    yield IN_FORCE, "stock", rf"\b{FORCE} {ADV}(?:for|in|with respect to) {ADV}{COUNTED}"
    yield IN_FORCE, "stock", rf"\b{FORCE} {ADV}(?:for|with respect to) {ADV}{N} of (?:them|these|those)"
    yield (
        IN_FORCE,
        "stock",
        rf"{COUNTED} for (?:which|whom) {T} (?:is|was|has|"
        rf"had) {ADV}{FORCE.replace('(?:entered', '(?:in force|entered')}",
    )
    yield (
        NOT_IN_FORCE,
        "stock",
        rf"{COUNTED}[^.;⟦]{{0,60}}(?:for which|but for (?:which|whom)|but) {T}? ?(?:has|had|is|"
        rf"was) not (?:yet )?(?:entered into|in|come into) force",
    )
    yield ALL, "stock", rf"{N} {STATES}{MAY_JOIN}(?=[.,;]|$)"
    yield (
        ALL,
        "stock",
        rf"\buniverse(?: (?:of|for) {T})?(?: (?:is|are|was|of|comprises|comprised|counts|numbers)|:)+ (?:the "
        rf")?{N}(?: {STATES})?",
    )


def _gap(length: int) -> str:
    return rf"(?:[^.;:⟦]|⟦[DL]\d+⟧){{0,{length}}}?\b"
