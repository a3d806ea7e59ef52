"""The ways in which numbers of one kind alone are put: of parties, signatories, those outside, those that left. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from accede.reporting.checker.counting.ways import BEING, OF_T, Way
from accede.reporting.checker.counting.words import (
    ADV,
    ALL,
    ARE_PARTY,
    COUNTED,
    DEPARTURES,
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
    OBJECT,
    OUTSIDE,
    PARTY,
    PLAIN_STATES,
    SIGNATORIES,
    SIGNED,
    SIGNED_ONLY,
    STATES,
    UNDONE_PASSIVE,
    UNRATIFIED,
    WITHDRAWN,
    N,
    T,
)

INSTRUMENT = (
    r"(?: of (?:ratification|accession|acceptance|approval|succession|consent)"
    r"(?:,? (?:or |and )?(?:ratification|accession|acceptance|approval|succession))*)?"
)
AWAITED = (
    r"(?:is|are|was|were|remain\w*|has been|have been) (?:still |now |currently |all )*"
    r"(?:awaited|pending|outstanding|missing|lacking|wanting|overdue|to come|expected)"
)
SINGLE = r"(?P<one>\b(?:a|one) (?:single|sole|lone|solitary))"
FORCE = r"(?:entered|come|came|been|is|was|be|enters|entering) (?:in|into) force"
NONE = r"\b(?:[Nn]o|[Nn]ot one|[Nn]ot a single|[Nn]one of the) (?:other )?"


def of_parts() -> Iterator[Way]:
    """Numbers of a greater one, and what is left of it: these come first."""
    verbs = rf"(?:{JOINED}|{ARE_PARTY})"
    has_not = r"(?:have|had|has|were|are|did|do) not\b(?: yet| done so)?(?= ?(?:[.,;)]|$|⟦D| so far| yet))"
    others = (
        rf"(?:the )?(?:(?:remaining|other) )?{N}(?: others)?(?: {PLAIN_STATES})?"
        rf"(?: of (?:the )?⟦N(?P<whole>\d+)⟧(?: {PLAIN_STATES})?)?"
    )
    yield (
        NOT_JOINED,
        "weak stock",
        rf"(?P<rest>[,;]|\b(?:and|but|while|whereas)) (?:that )?{others} (?:(?:that|which|who) )?{has_not}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:of|among|out of|from) (?:the |all |all the )?(?:world['’]s )?⟦N(?P<whole>\d+)⟧ {STATES}{MAY_JOIN},? "
        rf"(?:only |just |some )?{N}(?: {PLAIN_STATES})? (?:now |already )?(?:have|had)(?: done so| joined)?"
        rf"(?= ?(?:[.,;]|and\b|but\b|$))",
    )
    yield HAVE_JOINED, "stock", rf"{COUNTED} (?:(?:that|which|who) )?(?:have|had) {ADV}done so"
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:{PARTY})\b(?:[^.]{{0,120}}?){T} (?:now |then )?(?:had|has|counts?|counted|numbers|numbered) {N}"
        r"(?= ?(?:$|[.,;]|at the time|at that time|then\b|today\b|now\b|⟦D))",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"\b(?:all|every|each)(?: of the| the)?(?: world['’]s)?(?: (?:{KIND}))?(?: in the world| of the world)? "
        rf"(?:but|except|save|bar)(?: for)? {N}",
        rf"(?: (?:of the )?(?:world['’]s )?{STATES})?(?: in the world)? {ADV}",
        verbs,
    )
    part = rf"\b(?:of|among|out of|from)(?: the| these| those| all)* ⟦N(?P<whole>\d+)⟧ {NOT_PARTY}{OF_T},? "
    yield LEFT_TO_RATIFY, "stock part", rf"{part}{N} {ADV}(?:is|are|was|were) (?:an? )?signator(?:y|ies)"
    yield LEFT_TO_RATIFY, "stock part", rf"{part}{N} (?:{SIGNED_ONLY}|{SIGNED})"
    yield HAVE_LEFT, "stock part", rf"{part}{N} {WITHDRAWN}"
    own_part = rf"{N} (?:out )?of (?:the |these |those |our )(?:⟦N(?P<whole>\d+)⟧ )?{NOT_PARTY}{OF_T},? "
    yield (
        LEFT_TO_RATIFY,
        "stock part",
        rf"{own_part}(?:{SIGNED_ONLY}|{SIGNED}|{ADV}(?:is|are|was|were) (?:an? )?signator)",
    )
    yield HAVE_LEFT, "stock part", rf"{own_part}{WITHDRAWN}"
    of_part = rf"{part}⟦N\d+⟧"
    yield (
        NEVER_SIGNED,
        "stock part",
        rf"{of_part}[^.;⟦]{{0,40}}\bsign[^.;⟦]{{0,20}}(?:{T} )?(?:,|and|but|while) (?:the (?:other|remaining) )?{N} "
        rf"(?:have|had|are|were|did) not(?: yet| even)?(?: signed)?",
    )
    yield (
        NEVER_SIGNED,
        "stock part",
        rf"{of_part}[^.;⟦]{{0,40}}\b(?:left|withdrawn|withdrew)[^.;⟦]{{0,20}}(?:{T} )?(?:,|and|but|while) "
        rf"(?:the (?:other|remaining) )?{N} (?:have |had )?(?:never|not) (?:joined|signed|been)",
    )


def of_one_kind() -> Iterator[Way]:
    """What is said of one kind alone."""
    yield (
        HAVE_JOINED,
        "stock",
        rf"\b(?:membership|adherence|family)(?! (?:of|in|to) (?!{T}))(?: (?:of|in|to) {T})?{_gap(40)}{BEING}{N}",
    )
    yield HAVE_JOINED, "stock", rf"\bmembership of {N}"
    yield (
        HAVE_JOINED,
        "stock",
        rf"{T}['’]s (?:total )?(?:membership|family)(?: now)? (?:to|at|is|was|reached|stands at|stood at) {N}",
    )
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
    yield (
        HAVE_JOINED,
        "stock",
        rf"{T} {ADV}(?:has|had|have|enjoys|enjoyed|commands|commanded|won|with) (?:the )?(?:formal |full |express )?"
        rf"(?:acceptance|adherence|membership|ratification|consent) of {COUNTED}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"\breceived (?:the |all )?instruments?{INSTRUMENT} (?:of|from|by) {COUNTED}",
    )
    yield HAVE_JOINED, "stock", rf"\b(?:had|holds?|held) (?:the )?instruments?{INSTRUMENT} (?:of|from) {COUNTED}"
    yield (
        HAVE_JOINED,
        "stock",
        rf"\binstruments?{INSTRUMENT} (?:have|had|has|were|was) {ADV}(?:been )?(?:deposited|received) (?:by|"
        rf"from) {COUNTED}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"{T} (?:is|was|has become|became) {ADV}(?:legally )?binding (?:on|upon|for)(?:,? (?:or|"
        rf"and) accepted by)? {COUNTED}",
    )
    yield HAVE_JOINED, "stock", rf"{T} {ADV}(?:binds|bound) {COUNTED}"
    yield (
        HAVE_JOINED,
        "weak",
        rf"\b(?:joined|ratified|accepted|embraced|adhered to|acceded to)"
        rf"(?: or (?:otherwise )?(?:ratified|joined|accepted|acceded to))* by {COUNTED}",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"(?:{T}|\bit) {UNDONE_PASSIVE}(?:joined|accepted|embraced|adhered to)(?: or (?:ratified|joined|"
        rf"accepted|acceded to))* by "
        rf"{COUNTED}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"{N} instruments? of (?:ratification|accession)[^.;⟦]{{0,60}} (?:have|had|has) been deposited",
    )
    yield (
        HAVE_JOINED,
        "",
        rf"⟦D\d+⟧,? (?:we )?(?:has |had )?(?:saw|seen|brought|witnessed) {COUNTED} "
        rf"(?:join|joining|ratify|ratifying|accede|acceding|become|becoming|come on board|sign up){OBJECT}",
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
    yield LEFT_TO_RATIFY, "stock noun", rf"{N} {SIGNATORIES} (?:that|which|who) {UNRATIFIED}{OBJECT}"
    yield LEFT_TO_RATIFY, "stock", rf"{COUNTED} (?:that|which|who) {HAVE}signed(?: {T}| it)? {UNRATIFIED}"
    yield LEFT_TO_RATIFY, "stock", rf"{COUNTED},? having signed(?: {T}| it)?,? {UNRATIFIED}"
    yield LEFT_TO_RATIFY, "stock", rf"{N} of (?:the|its|these|those) (?:⟦N\d+⟧ )?{SIGNATORIES} {UNRATIFIED}"
    yield LEFT_TO_RATIFY, "stock", rf"{SINGLE} {SIGNATORIES} (?:(?:that|which|who) )?{UNRATIFIED}"
    yield LEFT_TO_RATIFY, "stock", rf"\bratifications? (?:by|from|of) {N} {SIGNATORIES}(?: of {T})? {AWAITED}"
    yield LEFT_TO_RATIFY, "stock", rf"{N} (?:remaining|outstanding) {SIGNATORIES}"
    yield (
        LEFT_TO_RATIFY,
        "stock",
        rf"(?P<none>{NONE}){SIGNATORIES} (?:of {T} )?{UNRATIFIED.replace('(?:have|has|had)', '(?:has|have|had)')}",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"\b(?:accessions?|ratifications?)(?:,? (?:or|and) (?:accessions?|ratifications?))? (?:to {T} )?(?:by|"
        rf"from|of) "
        rf"{COUNTED}(?: to {T})? {AWAITED}",
    )
    yield NOT_JOINED, "stock", rf"{N} (?:hold-?outs?|outsiders)\b(?: {ADV}{OUTSIDE})"
    yield (
        NOT_JOINED,
        "stock",
        rf"\b(?:leav(?:es|ing|e)|left) {ADV}(?:only |just )?{COUNTED} (?:still )?(?:outside|not party|"
        rf"yet to (?:join|come))",
    )
    yield (
        NOT_JOINED,
        "stock",
        rf"\b(?:leav(?:es|ing|e)|left) {ADV}(?:only |just )?{N} (?:still )?(?:outside|not party|yet to join)",
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
        rf"(?P<bare>)(?:^|[;:,] ?|\band ){N} (?:remain(?:s|ed)? |still |are |were )*outside\b(?! (?:of )?(?!{T}|it\b)\w)",
    )
    yield (
        HAVE_LEFT,
        "",
        rf"\b(?:lost|loses|losing|shed) {ADV}{N} (?:of (?:its|their|the) )?(?:{PLAIN_STATES}|{PARTY})"
        rf"(?: through (?:withdrawals?|denunciations?)| to withdrawals?)?",
    )
    yield (
        HAVE_LEFT,
        "stock",
        rf"\b(?:withdrawals?|departures?) (?:of|by) (?:the )?{COUNTED}(?: from {T})? (?:have |had |has )?"
        rf"(?:taken effect|took effect|become effective|became effective|been completed|"
        rf"entered into (?:force|effect))",
    )
    yield (
        HAVE_LEFT,
        "stock",
        rf"{N} {DEPARTURES} (?:have |had |has )?(?:taken effect|took effect|become effective|became effective|been "
        rf"completed)",
    )
    yield HAVE_LEFT, "stock", rf"{N} {FORMER}"
    yield HAVE_LEFT, "", rf"{N} (?:[Ss]tates )?(?:[Pp]arties|[Mm]embers) (?:to {T} )?{WITHDRAWN}"
    yield (
        HAVE_LEFT,
        "stock",
        rf"(?P<none>{NONE})(?:{PLAIN_STATES}|{PARTY})(?: to {T})? (?:has|have|had) (?:ever |so far |to date |"
        rf"yet )*{WITHDRAWN}",
    )
    yield (
        HAVE_JOINED,
        "stock",
        rf"{WITHDRAWN}[^.]{{0,60}}?[;,] (?:and |so that |leaving )?(?P<bare>){N} (?:remain|stay|are left)\b(?= ?(?:[.;,]|$))",
    )
    yield IN_FORCE, "stock", rf"\b{FORCE} {ADV}(?:for|in|with respect to) {ADV}{COUNTED}"
    yield (
        IN_FORCE,
        "stock",
        rf"\b{FORCE} {ADV}(?:for|with respect to) {ADV}{N} of (?:them|these|those|(?:its|the|all|"
        rf"all the) (?:⟦N\d+⟧ )?{PARTY})",
    )
    yield (
        IN_FORCE,
        "stock",
        rf"\bfor {COUNTED},? (?:{T}|it) (?:is|was|has|had) {ADV}(?:in force|entered into force|come into force|"
        rf"binding)",
    )
    yield (
        IN_FORCE,
        "stock",
        rf"{COUNTED} for (?:which|whom) {T} (?:is|was|has|"
        rf"had) {ADV}{FORCE.replace('(?:entered', '(?:in force|entered')}",
    )
    yield (
        NOT_IN_FORCE,
        "stock",
        rf"{COUNTED}[^.;⟦]{{0,60}}(?:for which|but for (?:which|whom)|but) {T}? ?(?:has|had|is|was) not (?:yet )?"
        rf"(?:entered into|in|come into) force",
    )
    yield ALL, "stock", rf"{N} {STATES}{MAY_JOIN}(?=[.,;]|$)"
    yield (
        ALL,
        "stock",
        rf"\buniverse(?: (?:of|for) {T})?(?: (?:is|are|was|of|comprises|comprised|counts|numbers)|:)+ (?:the )?{N}"
        rf"(?: {STATES})?",
    )


def _gap(length: int) -> str:
    return rf"(?:[^.;:⟦]|⟦[DL]\d+⟧){{0,{length}}}?\b"
