"""The words by which States are counted: what they joined, signed, left, or stand outside of. Pure.

All are patterns on the outline of a sentence. `{T}` is a treaty, whichever; whether it is ours is told from the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from accede.reporting.checker.timeline import Measure

T = r"⟦T\d+⟧"
N = r"⟦N(?P<n>\d+)⟧(?: ?\(⟦N\d+⟧\))?"
KIND = r"[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Gg]overnments?"
STATES = (
    r"(?:(?:of the |the |of )?(?:remaining |other )?(?:sovereign |independent |different )?"
    r"(?:(?P<un>UN |United Nations )?(?:[Mm]ember )?)?"
    rf"(?:{KIND})(?: in the world| of the world| worldwide| of the United Nations)?(?: and others)?)"
)
"""States, of whatever wording; `un` where only Members of the United Nations are meant."""
PLAIN_STATES = STATES.replace("(?P<un>", "(?:")
MAY_JOIN = (
    rf"(?: (?:that|which) (?:may|can|could|might|are (?:able|entitled|eligible|free) to) (?:join|become (?:a )?"
    rf"part(?:y|ies) to|accede to|adhere to|belong to)(?: {T}| it)?)"
)
OUT_OF = r"(?: (?:out )?of (?:the |all |all the )?(?:world['’]s |existing )?(?:⟦N(?P<of>\d+)⟧ )?|/⟦N(?P<of_b>\d+)⟧ )?"
COUNTED = rf"{N}{OUT_OF} ?(?:more )?{STATES}{MAY_JOIN}?(?: in total| in all| altogether)?"
"""So many States, perhaps out of a greater number."""

ADV = (
    r"(?:(?:now|today|currently|still|also|already|so far|thus far|to date|at present|presently|then|thus|therefore|"
    r"formally|officially|have|has|had|as yet|by then|"
    r"all|in total|in all|since|both|either|subsequently|actually|⟦D\d+⟧),? )*"
)
HAVE = rf"(?:(?:have|has|had|having) )?{ADV}"
TO_T = rf"(?: (?:to|of|in|from|outside|outside of|under)(?: the scope of)? {T})?"
OBJECT = (
    rf"(?: (?:to |of |from |on to |onto |up to |outside |out of )?(?:{T}|it(?!\w)|"
    rf"(?:the|this|our) (?:total |global |worldwide )?(?:mine |landmine )?(?:ban|regime|family|community|"
    rf"club)(?!\w)))?"
)
"""What is joined, signed or left, where the words say it."""
ENDS = (
    r"(?= ?(?:$|[.,;:)!–—\]”\"]|-- |⟦[DMT]|\b(?:on|by|as|at|since|after|before|during|until|and|but|so|to date|"
    r"while|whereas|without|including|among|today|now|already|currently|worldwide|through|over|within|when|"
    r"despite|which|who|that|of whom|the (?:latest|last|most recent|newest)|for|bringing|making|leaving|"
    r"compared|against|yet|not|all of (?:them|whom)|either|in (?:⟦|all\b|total\b|less\b|more\b|the (?:⟦|last|"
    r"past|years?|time|course|meantime|first|two|three)|just|only|\d|law\b|full\b|its\b|this\b|that\b))))"
)
"""Where such an object ends: nothing else is joined ("joined the consensus", "signed a declaration")."""
NOT_YET = (
    r"(?:(?:still )?(?:not|never)(?: yet| even)?|yet to|still to|yet not|not yet|failed to|declined to|refused to)"
)

UNDONE_PASSIVE = (
    r"(?:(?:has|have|had|is|are|was|were|remains?|remained|still|also|formally|now|then|currently),? )*"
    r"(?:(?:yet|still) to be|to be|(?:yet )?(?:not|never)(?: yet| even)?(?: to be| been)?) (?:yet |formally )?"
)
"""Before a participle: what has not been done so far ("has yet to be", "has not been", "still has to be")."""

PARTY = (
    rf"(?:(?:[Ss]tates?|[Cc]ontracting|[Cc]ountry)[- ][Pp]art(?:y|ies)|[Pp]arties|[Mm]ember [Ss]tates?|"
    rf"[Mm]ember countries|[Mm]embers?|[Aa]dherents|[Rr]atifications?(?:(?: of)?,? (?:and|or) [Aa]ccessions?)?){TO_T}"
)
SURE_PARTY = (
    rf"(?:(?:[Ss]tates?|[Cc]ontracting)[- ][Pp]art(?:y|ies){TO_T}|(?:[Pp]arties|[Mm]ember [Ss]tates|"
    rf"[Mm]embers) (?:to|of) {T}|[Rr]atifications?(?: of)?,? (?:and|or) [Aa]ccessions?{TO_T})"
)
NOT_PARTY = (
    rf"(?:[Ss]tates? (?:(?:that|which) (?:are|were) |still |currently |yet )?(?:not|non)[- ]?(?:yet )?"
    rf"(?:a )?[Pp]art(?:y|ies)"
    rf"|(?:[Nn]on-[Pp]arty|[Nn]on-[Mm]ember) (?:[Ss]tates?|[Cc]ountries)|[Nn]on-(?:[Ss]tates? )?[Pp]arties|"
    rf"[Nn]on-[Mm]embers?|[Ss]tates? [Nn]on-[Pp]art(?:y|ies)"
    rf"|(?:remaining |other )?(?:[Ss]tates?|[Cc]ountries|[Nn]ations)(?: still)?(?: remaining)? "
    rf"(?:not (?:yet )?party|(?:still |remaining |remain )?outside(?: of)?|not yet (?:on board|bound)|"
    rf"yet to (?:join|come on board))|hold-?outs?|outsiders){TO_T}"
)
SIGNATORIES = rf"(?:[Ss]ignator(?:y|ies)(?: [Ss]tates?)?|[Ss]tates? [Ss]ignatories|[Ss]ignatures?){TO_T}"
NON_SIGNATORIES = rf"[Nn]on-[Ss]ignator(?:y|ies)(?: [Ss]tates)?{TO_T}"
DEPARTURES = rf"(?:[Ww]ithdrawals?|[Dd]enunciations?|[Dd]epartures?){TO_T}"
FORMER = rf"(?:former (?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?(?: [Ss]tates)?)){TO_T}"

_JOIN = (
    r"(?:joined|adhered|acceded(?: to(?= or))?|ratified(?:,? (?:accepted|approved))*|accepted|formally accepted|"
    r"embraced|said yes|committed themselves|bound themselves|"
    r"signed up|signed on|subscribed|(?:become|became) (?:a )?(?:full )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|"
    r"[Mm]embers)|(?:formally )?agreed to be bound(?: by)?|consented to be bound(?: by)?|bound themselves|"
    r"(?:expressed|given|declared) their consent(?: to be bound(?: by)?)?|committed(?: themselves)?|"
    r"(?:come|came|got|climbed) (?:on board|aboard)|(?:outlawed|banned|renounced|rejected|forsworn|given up|outlaw|"
    r"ban|renounce)[^.;⟦]{0,60}? by (?:joining|ratifying|acceding to|signing up to|"
    r"becoming (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies) to))"
)
_MORE_JOIN = (
    r"(?:(?:,| or| and/or)+ (?:otherwise )?(?:ratified|acceded|accepted|approved|succeeded|joined|adhered)"
    rf"{OBJECT})*"
)
JOINED = (
    rf"{HAVE}(?:{_JOIN}{OBJECT}{_MORE_JOIN}{ENDS}"
    r"|deposited (?:with the [\w -]{3,40} )?(?:(?:their|its|an?) )?instruments?(?! of (?!ratif|acces|accep|appr|"
    r"succ))"
    r"(?: of (?:ratification|accession|acceptance|approval|succession)(?:,? (?:or |and )?(?:ratification|accession|"
    r"acceptance|approval|succession))*)?"
    rf"|banned (?:anti-?personnel )?(?:land)?mines{ENDS}|made {T} (?:their|our|its) own)"
)
ARE_PARTY = (
    rf"(?:are|were|being|is) {ADV}(?:an? |full |the )*(?:[Ss]tates? )?(?:[Pp]art(?:y|ies){TO_T}{ENDS}|"
    rf"[Mm]embers of {T}|bound by {T}|on board{OBJECT}{ENDS}|[Mm]embers(?= ?[.,;]|$)|bound(?= ?[.,;]|$))"
)
REMAIN = (
    rf"(?:(?:have |had |has )?(?:remain(?:s|ed|ing)?|stay(?:s|ed)?|stands?|stood|kept|are|were|is|was|lie|still)) "
    rf"{ADV}(?:(?:standing|sitting|staying|waiting) )?"
)
_JOINING = (
    r"(?:join(?:ed)?|ratif(?:y|ied)|acced(?:e|ed)|adhere(?:d)?|become|formally accept(?:ed)?|accept(?:ed)?|"
    r"be(?:en)? (?:a )?part|come (?:on board|aboard)|embrace(?:d)?|sign(?:ed)? up|do(?:ne)? so|follow(?:ed)? suit|"
    r"take(?:n)? the (?:final |last |decisive )?step of (?:joining|acceding(?: to)?|ratifying)|say yes|said yes|"
    r"follow(?:ed)? (?:its|this|that|the|his|her) example|take(?:n)? (?:this|that|the) step)"
)
_OF_US = (
    r"(?: (?:(?:a |full )*(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?)|us)(?!\w))?"
    rf"{OBJECT}(?: to(?= (?:or|nor|and)))?"
)
_NOT_DONE = rf"{_JOINING}{_OF_US}(?:,? (?:or|nor|and) (?:otherwise )?{_JOINING}{_OF_US})*{ENDS}"
_APART = (
    r"(?:outside(?: of)?(?! (?:the|a|this|that) (?!(?:scope|framework|reach|ambit|regime|fold|family|circle)\b))|"
    rf"absent(?= from {T})|apart(?= from {T})|aloof|"
    rf"away from(?= {T})|out(?: of)?(?= {T})|off(?= {T})|unbound)"
)
_APART_FROM = (
    r"(?:(?:not|non)[- ](?:yet )?(?:an? )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers|bound(?: by)?|on board)|"
    r"to (?:join|accede)|missing(?: from)?)"
)
# What several of these end with stands once behind them all: the pattern is part of many others.
OUTSIDE = (
    rf"(?:(?:{REMAIN}{_APART_FROM}|"
    rf"{HAVE}neither {ADV}(?:acceded|ratified|joined|accepted)(?: to)?(?: {T})? nor (?:acceded|ratified|joined|"
    rf"accepted)|"
    rf"(?:do|did) not (?:yet )?(?:belong|adhere)|still to (?:join|accede)){OBJECT}{ENDS}|"
    rf"(?:{REMAIN}yet to |{HAVE}{NOT_YET} {ADV}(?:yet |formally )?|yet to ){_NOT_DONE}|"
    rf"{REMAIN}{_APART}|outside(?: of)?(?= {T})|(?:{REMAIN})?left (?:to join|outside)|still outside|"
    rf"(?:still )?(?:hesitates?|hold back|hold out|stay away){ENDS})"
)
NON_SIGNED = rf"{HAVE}(?:neither signed(?: {T})? nor (?:ratified|acceded|joined|accepted))"
SIGNED = (
    rf"{HAVE}(?:signed(?! (?:up|on|and|or|off|in (?!⟦))){OBJECT}(?! but| without| (?:and|or) (?:ratif|acced|join))"
    rf"(?!,? ratified){ENDS}|(?:put|set|affixed|added|gave) their (?:names?|signatures?)(?: (?:to|on|under) {T}))"
)
SIGNED_ONLY = (
    rf"(?:{HAVE}(?:signed)(?: {T}| it)?,? (?:but|and|yet|without) (?:have |had |has )?(?:(?:still |yet )?"
    rf"(?:not|never)(?: yet)?|yet to|still to|having)? ?(?:yet )?(?:ratified|ratify|ratifying|ratification|joining|"
    rf"joined)"
    rf"|{HAVE}signed only)"
)
UNRATIFIED = (
    rf"{HAVE}(?:{NOT_YET}) (?:yet )?(?:ratif(?:y|ied)|follow(?:ed)? (?:up|through|suit)|join(?:ed)?|become|complete|"
    r"deposit(?:ed)? (?:its|their))"
)
"""Of signatories: that they have not ratified."""
WITHDRAWN = (
    rf"(?:{HAVE}(?:withdrawn|left|quit|exited|pulled out|denounced|withdrew|departed|walked away|walked out|"
    rf"abandoned|turned their backs? on|stepped out|dropped out){OBJECT}{ENDS}|"
    rf"{HAVE}(?:completed|effected) (?:their|its) withdrawals?|"
    rf"(?:are|is|were|was) {ADV}no longer (?:an? )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers|bound|"
    rf"in)(?:{TO_T}| by {T}))"
)
LEAVING = (
    rf"(?:{HAVE}(?:notified|given notice of|submitted (?:their |its |notifications? of )?|"
    rf"deposited (?:their |notifications? of )?|launched|initiated|begun|started)"
    rf"(?: (?:their|its|the|depositary|the depositary of|of|notifications? of|a|process of|"
    rf"to))* ?withdraw(?:al|als|ing)?|(?:are|were|is) (?:in the process of )?(?:withdrawing|leaving))"
)


@dataclass(frozen=True, slots=True)
class Property:
    """What States are counted for: nouns that name them, verbs that say it, and what else the words may mean.

    `is_event`: the words may count what happened in a time ("two States joined in 2017").
    """

    measure: Measure
    nouns: str = ""
    sure_nouns: str = ""
    verbs: str = ""
    others: tuple[Measure, ...] = ()
    is_event: bool = False


IN_FORCE = Property(Measure.IN_FORCE)
NOT_IN_FORCE = Property(Measure.NOT_IN_FORCE)
ALL = Property(Measure.UNIVERSE, others=(Measure.UN_MEMBERS,))
LEFT_TO_RATIFY = Property(Measure.SIGNATORY, verbs=SIGNED_ONLY)
NEVER_SIGNED = Property(Measure.NON_SIGNATORY, NON_SIGNATORIES, NON_SIGNATORIES, NON_SIGNED, others=(Measure.OUTSIDE,))
NOT_JOINED = Property(Measure.OUTSIDE, NOT_PARTY, NOT_PARTY, OUTSIDE, others=(Measure.OUTSIDE_BY_FORCE,))
ARE_LEAVING = Property(Measure.LEAVING, verbs=LEAVING, others=(Measure.WITHDRAWN,))
HAVE_LEFT = Property(
    Measure.WITHDRAWN, rf"(?:{DEPARTURES}|{FORMER})", DEPARTURES, WITHDRAWN, others=(Measure.LEAVING,), is_event=True
)
HAVE_JOINED = Property(
    Measure.JOINED, PARTY, SURE_PARTY, rf"(?:{JOINED}|{ARE_PARTY})", others=(Measure.IN_FORCE,), is_event=True
)
HAVE_SIGNED = Property(Measure.SIGNED, SIGNATORIES, SIGNATORIES, SIGNED, others=(Measure.SIGNATORY,), is_event=True)
PROPERTIES = (LEFT_TO_RATIFY, NEVER_SIGNED, NOT_JOINED, ARE_LEAVING, HAVE_LEFT, HAVE_JOINED, HAVE_SIGNED)
ORDER = (NOT_IN_FORCE, IN_FORCE, ALL, *PROPERTIES)
"""Where several readings fit a number, the first counts."""
