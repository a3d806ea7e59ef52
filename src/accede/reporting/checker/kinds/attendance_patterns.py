"""The sentences about taking part in meetings, as patterns of a masked outline (`attendance_words`). Pure."""

from __future__ import annotations

import re

from accede.reporting.checker.kinds.attendance_words import PEOPLE
from accede.reporting.checker.late import Late

POSSESSOR = (
    rf"(?:['’]s?(?: (?:own|new|then|deputy|foreign|permanent))* (?:{PEOPLE}|(?:[Pp]ermanent |"
    rf"[Dd]iplomatic )?[Mm]ission|"
    r"[Pp]ermanent [Rr]epresentative|(?:[Dd]eputy |[Ff]oreign )*[Mm]inister)(?: in Geneva)?)?"
)
_APPOSITION = r"(?:,? \([^()⟦⟧]{0,60}\))?(?:, (?:(?!⟦L|⟦V|⟦A|⟦F)[^.;:,]){2,90},)?"
_OTHERS = (
    r"(?:,? (?:and|along with|together with|as well as) (?:⟦N\d+⟧|several|many|some|a number of)(?: of the)? "
    r"(?:others?|more|other [^.;,⟦]{2,40}))?"
)
FILL = (
    r"(?:(?:also|both|all|each|again|regularly|has|have|had|having|who|which|that|actively|once "
    r"more|as well|too|together|only|personally|itself|themselves|meanwhile|however|then|duly|always|recently|"
    r"for (?:its|their) part|for example|in turn|by contrast|on the other hand|in fact|indeed|were able to|"
    r"was able to|did|⟦D\d+⟧|since ⟦D\d+⟧|⟦N\d+⟧ times|are known to have|is known to have|is recorded as having|"
    r"are recorded as having|made use of the x+ and|accepted the x+ and|is one of "
    r"those that|States that),? )*"
)
SUBJECT = rf"⟦L(?P<l>\d+)⟧{POSSESSOR}{_APPOSITION}{_OTHERS},? ?{FILL}"
V, A, F = r"⟦V_*⟧", r"⟦A_*⟧", r"⟦F_*⟧"
THE = r"(?: (?:the|its|our|their|both|all of|all|each of|every|part of))*"
_BARE = r"⟦M\d+⟧"
_REMARK = r"(?:,? ?\((?:(?:[^()⟦⟧]|⟦[A-Z]\d+⟧|⟦G\w_*⟧)*\)|[^()⟦⟧]*⟦D\d+⟧(?=[ ,.;])))?"
"""What stands in brackets; a day at their end may have taken the closing one with it."""
_OF_T = r"(?: (?:of|to) ⟦T\d+⟧)?"
_WHEN = r"(?:,? (?:held )?(?:in|at) (?:the )?(?:[A-Z][\w'’]+ ?){1,3})?(?:,? ?\(?⟦D\d+⟧\)?)?"
M = (
    rf"(?P<m>{_BARE}{_OF_T}{_REMARK}{_WHEN}(?:(?:,|,? and|,? or|,? as well as|,? nor)(?: also)?(?: (?:at|in|for))?"
    rf"(?: both)?(?: the)? {_BARE}{_OF_T}{_REMARK}{_WHEN})*)"
)
_ONE = (
    r"(?:(?:even )?(?:a single|so much as a|any of|any one of|any|an?|one of|one|the|its|our|their|"
    r"other|another|further|single|formal|such)\b ?)*"
)
_G = r"⟦G[a-z]_*⟧"
G = rf"(?P<g>{_ONE}{_G}(?:(?:,| or| and|, or|, and|,? nor)(?: (?:at|in|for))? {_ONE}{_G})*)"
END = (
    r"(?=\s*(?:[.,;:)—–”\"]|$|and\b|or\b|so far|to date|to this day|yet\b|at all|ever\b|either\b|"
    r"before\b|as (?:an )?observer|since\b|until now|thus far|but\b|while\b))"
)
YEARS = r"(?:(?:over |more than |almost |nearly |some |about )?⟦N(?P<n>\d+)⟧ years|(?:a|one) decade)"
FIRST_WORD = r"(?:very )?(?:first|⟦O\d+⟧)(?:[- ]ever)?"

NEVER = Late(
    rf"{SUBJECT}(?:(?:has|have|had|having) {FILL}(?:never|not once|never once|never yet|not yet|"
    rf"not ever|not|at no time|never before|never even)\b ?{FILL}{V}"
    rf"|(?:has|have|had) (?:so far |still )?yet to {V}|{FILL}(?:(?:at no time|never|not once|never once) {FILL}{V})"
    rf"|(?:(?:has|have|had) )?{FILL}{V}(?P<none> (?:none|no))(?: of)?){THE} ?{G}",
)
NEVER_OF = Late(rf"\b[Nn]o {PEOPLE} (?:of|from) (?:the )?⟦L(?P<l>\d+)⟧ (?:has|have|had) ever {V}{THE} ?{G}{END}")
NEVER_NEITHER = Late(
    rf"\b(?:[Nn]either|[Nn]one of) (?:of )?(?:the )?⟦L(?P<l>\d+)⟧(?:,? nor (?:the )?⟦L(?P<l_b>\d+)"
    rf"⟧)? (?:has|have|had) {FILL}(?:ever )?{V}{THE} ?{G}{END}",
)
NEVER_ALONE = Late(
    rf"⟦L(?P<l>\d+)⟧ {FILL}(?:has |have |had )?never (?:attended|participated|taken part|took part)"
    rf"(?=[.,;)]|$| at all| so far| to date)",
)
NAMED_NEVER = Late(
    rf"\b(?:⟦N(?P<n>\d+)⟧|[Oo]nly|[Tt]he|[Tt]hose) (?:(?!⟦L)[^.;]){{0,60}}(?:have|has|had) "
    rf"(?:never(?: once)?|not once|at no time|not|yet to) {V}{THE} ?{G}"
    rf"[^.;⟦]{{0,30}}(?::|are|were|is|—|–|,? namely|\() (?:the )?⟦L(?P<l>\d+)⟧",
)
ALL_BUT = Late(
    r"\b[Aa]ll (?:the )?(?:other )?(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|non-[Pp]arties|of "
    r"them|States outside ⟦T\d+⟧)[^.;⟦]{0,30}"
    r"(?:exception of|except(?:ing)?(?: for)?|but|apart from|save for|other than)"
    r"[^⟦.;]{0,20}(?:⟦N(?P<n>\d+)⟧[^⟦.;]{0,20})?"
    rf"⟦L(?P<l>\d+)⟧[^.;]{{0,20}}(?:have|had) (?:\W*)(?:{V}|participated|taken part|attended|been "
    rf"present)(?: at least once)?",
)
SINCE_TAIL = Late(
    r"[^.;⟦]{0,30}?\b(?:since|after)(?: attending)?(?: the)? (?:(?P<m>⟦M\d+⟧)|⟦D(?P<d>\d+)⟧)|"
    r"(?:,? (?:ever|again|held))?,? ?⟦D(?P<d_b>\d+)⟧"
)
SINCE_FRONT = Late(
    r"\b(?:[Ss]ince|[Nn]ot since|[Aa]fter)(?: the)? (?:(?P<m>⟦M\d+⟧)|⟦D(?P<d>\d+)⟧)[^;:⟦]{0,50}(?:⟦D\d+⟧)?[^;:⟦]{0,20}$"
)
FRONTED = Late(r"(?:⟦D(?P<d>\d+)⟧),? ?(?:the )?$")
ABSENT_SINCE = Late(
    rf"{SUBJECT}(?:{A}|(?:has|have) (?:been )?missing from){THE} ?{G} since(?: the)? (?:(?P<m>⟦M\d+⟧)|⟦D(?P<d>\d+)⟧)",
)
NOT_SINCE = Late(
    rf"\b[Nn]ot since(?: the)? (?:(?P<m>⟦M\d+⟧)|⟦D(?P<d>\d+)⟧)(?:(?!⟦L|⟦M)[^.;:]){{0,60}}(?:has|"
    rf"have|had) (?:the )?⟦L(?P<l>\d+)⟧ {FILL}{V}{THE} ?{G}",
)
LAST = Late(
    rf"{SUBJECT}(?:was |were )?(?:(?:last|most recently|last of all) (?:been )?(?:{V}|present|represented|"
    rf"participated|attended|took part|seen)|{V}(?: for)?(?: the)? last(?: time)?)"
    rf"(?: (?:at|in))?{THE} ?(?:{G})?(?P<w>(?:(?:,| in| on| at)* ?⟦D\d+⟧)?)[,:]? ?(?:\(|(?:namely|when it {V}|at|in|"
    rf"for|during|with)?(?: the)?) ?(?P<m>{_BARE})?",
)
_PARTICIPATION = (
    rf"(?:recorded |known |reported |documented )?(?:participation|attendance|appearance|presence|"
    rf"representation|{PEOPLE})"
)
LAST_WITH = Late(
    rf"\b(?:[Tt]he )?(?:last|latest|most recent) (?P<g>{_G}(?:(?:,| or| and) (?:an? )?{_G})*)"
    rf" (?:with|to see|to include|to count) (?:the )?(?:(?:participation|attendance|presence|"
    rf"representation) (?:of|by) |{PEOPLE} (?:of|from) )?(?:the )?⟦L(?P<l>\d+)⟧"
    rf"(?: (?:in the room|present|attending|taking part|in attendance|represented|among its observers))?,? "
    rf"(?:was|is|remains)(?: the)? (?P<m>{_BARE})",
)
NOT_BACK = Late(
    rf"{SUBJECT}(?:(?:has|have) not|hasn['’]t|haven['’]t|never) (?:come back|returned|been back|been "
    rf"seen(?: again)?|reappeared|attended again) since(?: the)? (?P<m>⟦M\d+⟧)",
)
HAD_AMONG = Late(
    rf"{M},? (?:had|counted|saw|included|welcomed|listed|numbered) (?:the )?⟦L(?P<l>\d+)⟧(?:,? (?:as well|too|also))?"
    rf" (?:among|as (?:an? )?observer|as one of) ?(?:its|the|their)? ?(?:observers?|participants|attendees)?",
)
GLAD_TO_SEE = Late(
    rf"\b(?:glad|pleased|happy|delighted|good|heartened) to (?:see|welcome|have) (?:(?:observers?|delegates) "
    rf"(?:from|of) )?(?:the )?⟦L(?P<l>\d+)⟧(?: (?:here|present|with us|among us))? (?:at|in){THE} ?{M}",
)
NO_DELEGATION = Late(
    rf"\b(?:[Tt]here (?:was|were)|[Tt]he (?:list of )?participants (?:at|in) {_BARE} included) no {PEOPLE} "
    rf"(?:from|of) (?:the )?⟦L(?P<l>\d+)⟧(?: present)? (?:at|in|during|among those at){THE} ?{M}"
    rf"|\b[Nn]o {PEOPLE} (?:from|of) (?:the )?⟦L(?P<l_b>\d+)⟧ (?:(?:was|were) (?:present|seen|in the room) "
    rf"(?:at|in|during|for)|came to|{V}){THE} ?(?P<m_b>{_BARE})",
)
NEVER_HAVING = Late(
    rf"\b[Nn]ever (?:yet )?having (?:{V}|once {V}){THE} ?{G},? (?:the )?⟦L(?P<l>\d+)⟧",
)
AT_NO = Late(
    rf"\b[Aa]t (?:no|not one|none of the) {_ONE}?(?P<g>{_G}) (?:has|have|had) (?:the )?⟦L(?P<l>\d+)⟧ "
    rf"{FILL}(?:ever |once )?(?:been (?:present|represented|seen|in attendance)|{V}|participated|taken part)",
)
LAST_NOUN = Late(
    rf"(?:⟦L(?P<l>\d+)⟧['’]s? (?:last|latest|most recent) {_PARTICIPATION}|"
    rf"\b(?:[Tt]he )?(?:last|latest|most recent) {_PARTICIPATION} (?:of|by|from) (?:the )?⟦L(?P<l_b>\d+)⟧)"
    rf"(?:,? (?:in|at|to){THE} ?{G})?(?:,? as an observer,?)? (?:was|came|dates? (?:back )?(?:from|to)|is|took place|"
    rf"goes back to|occurred)(?:(?: in| on|,)* ?⟦D\d+⟧)?(?: in [A-Z]\w+(?: [A-Z]\w+)?)?,? ?(?:at|in|to|with|"
    rf"during)?(?: the)? ?(?P<m>{_BARE})",
)
LAST_MEETING = Late(
    rf"(?P<m>{_BARE}){_OF_T}{_REMARK}{_WHEN},? (?:was|is|remains|remained|marked) (?:also )?(?:the )?"
    rf"(?:last|latest|most recent) (?:(?:such )?(?P<g>{_G})|one|time)"
    rf"(?:,? (?:that|which|when|at which|in which|to be))? (?:(?:the )?⟦L(?P<l>\d+)⟧ {FILL}(?:{V}|attended|"
    rf"participated|took part|was (?:present|represented))|(?:was |were )?(?:(?:attended|⟦V_*⟧) by "
    rf"(?:the )?⟦L(?P<l_b>\d+)⟧))",
)
LAST_BY = Late(
    rf"\b(?:[Tt]he )?(?:last|latest|most recent) (?P<g>{_G})(?:(?: that| which)? (?:the )?⟦L(?P<l>\d+)⟧ {FILL}"
    rf"(?:{V}|attended)|,? (?:to be )?(?:attended|⟦V_*⟧) by (?:the )?⟦L(?P<l_b>\d+)⟧)"
    rf",? (?:was|is|remains)(?: the)? (?:(?P<m>{_BARE})|⟦O(?P<o>\d+)⟧)",
)
FIRST_NOUN = Late(
    rf"(?:(?P<m>{_BARE}){_OF_T}{_REMARK}{_WHEN},? (?:saw|marked|witnessed|was|brought|had)(?: also)?"
    rf"(?: the)? {FIRST_WORD} {_PARTICIPATION} (?:of|by|from) (?:the )?⟦L(?P<l>\d+)⟧"
    rf"|(?:⟦L(?P<l_b>\d+)⟧['’]s? {FIRST_WORD} {_PARTICIPATION}|\b(?:[Tt]he )?{FIRST_WORD} "
    rf"{_PARTICIPATION} (?:of|by|from) (?:the )?⟦L(?P<l_c>\d+)⟧)(?: (?:in|at){THE} ?{_ONE}{_G})?"
    rf" (?:was|came|took place|dates from|is)(?:(?: in|,)* ?⟦D\d+⟧,?)? (?:at|in|with)(?: the)? (?P<m_b>{_BARE}))",
)
FIRST_MEETING = Late(
    rf"(?P<m>{_BARE}){_OF_T}{_REMARK}{_WHEN},? (?:was|is|marked) (?:also )?the {FIRST_WORD} "
    rf"(?:(?:(?:such )?(?P<g>{_G})|time|one)(?:,? (?:that|which|when|at which|to be))?|(?:that|which|to be)) "
    rf"(?:(?:the )?⟦L(?P<l>\d+)⟧ {FILL}(?:{V}|attended|participated|took part)"
    rf"|(?:was |were )?(?:(?:attended|⟦V_*⟧) by (?:the )?⟦L(?P<l_b>\d+)⟧))(?![^.;⟦]{{0,10}} (?:in|since|after) )",
)
TOOK_PART = Late(
    rf"{SUBJECT}(?P<first>{FIRST_WORD} )?(?:{V}|{F}){THE} ?(?:{G}(?:,? ?⟦D\d+⟧)?,? ?(?:such as|including|notably|"
    rf"among them|like|namely|in particular|most recently|,|:|—|–|\()(?: (?:at|in))?(?: the)? ?)?{M}",
)
LEFT_OUT = Late(
    rf"{SUBJECT}(?:(?:did not|didn['’]t|do not|does not|has not|have not|had not|hasn['’]t|"
    rf"haven['’]t|could not|failed to|never) {FILL}{V}|{A}){THE} ?{M}",
)
NEITHER = Late(
    rf"\b(?:[Nn]either|[Nn]one of) (?:of )?(?:the )?⟦L(?P<l>\d+)⟧(?:,? nor (?:the )?⟦L(?P<l_b>\d+)"
    rf"⟧)? (?:(?:has|have|had) )?{FILL}{V}{THE} ?{M}",
)
AT_MEETING = Late(
    rf"(?:^|[.;:] |, (?:and|but) |⟦D\d+⟧,? |[A-Z]\w+, )\W*(?:[Aa]t|[Ii]n|[Dd]uring|[Ff]or|[Tt]o)"
    rf"(?: the)? {M},? (?:and )?(?:the following [^:⟦]{{0,60}}: ?|as (?:an )?observers?,? |only |"
    rf"both )?(?:the )?"
    rf"{SUBJECT}(?P<neg>(?:did not |didn['’]t )?)(?:(?:{V}|{F}|participated?\b|t(?:ook|ake) "
    rf"part\b|(?:was|were) (?:also |both |all )?(?:present|represented|in attendance|observers?|an "
    rf"observer|there)\b|spoke\b)|(?P<a>{A}|(?:was|were) (?:absent|not (?:present|represented|in "
    rf"attendance))\b))",
)
PASSIVE = Late(
    rf"{M},? (?:(?:which|that) )?(?:(?:was|were) (?:also )?(?:attended|⟦V_*⟧) by|drew|welcomed|"
    rf"brought together|attracted|gathered|saw|included|counted) (?:(?:[^.;⟦]|⟦N\d+⟧){{0,60}} )?(?:from )?"
    rf"(?:the )?⟦L(?P<l>\d+)⟧(?! {FILL}(?:{V}|{A}))",
)
OBSERVED = Late(
    r"⟦V_*⟧ by|attended by|observers?|delegations?|representatives|States not|among (?:its|the) "
    r"(?:participants|observers)"
)
WITHOUT = Late(
    rf"{M},? (?:took place|was held|were held|met|opened|went ahead|convened|closed|passed|"
    rf"proceeded)(?: in \w+)? (?:without|in the absence of) (?:the )?(?:(?:observers? from|"
    rf"delegations? (?:of|from)|representatives of) )?(?:the )?⟦L(?P<l>\d+)⟧",
)
_GROUP = (
    r"(?:[Ss]tates?|[Cc]ountries|[Nn]ations|[Oo]bservers?|[Pp]articipants|[Dd]elegations|[Tt]hose|"
    r"[Nn]on-[Pp]arties|[Ss]tates? [Nn]ot [Pp]arty)"
)
_NOT_PARTY = (
    r"(?: (?:not (?:yet )?(?:[Pp]art(?:y|ies))(?: to ⟦T\d+⟧)?|outside ⟦T\d+⟧|that have not joined|"
    r"from States not party|present|observers))*"
)
_IS = r"(?:[^.;:⟦]{0,30}(?::|\b(?:included?|including|were|was|are|is|namely|comprised|such as|—|–)))"
LIST_OF = Late(
    rf"\b(?:[Aa]mong )?(?:[Tt]he )?(?:following |other |⟦N\d+⟧ )*{_GROUP}{_NOT_PARTY},? ?(?:(?:that|which|who) )?"
    rf"(?P<neg>(?:did not |have not |had not |were not )?)(?:(?:have |had )?{V}|(?P<a>{A})|at|in|"
    rf"attending){THE} ?{M}{_IS} (?:the )?⟦L(?P<l>\d+)⟧(?! {FILL}(?:{V}|{A}|{F}))",
)
FRONTED_LIST = Late(
    rf"\b(?P<what>[Pp]resent|[Ss]een|[Ss]potted|[Rr]egistered|[Ii]n attendance|[Rr]epresented|[Tt]aking part|[Pp]articipating|"
    rf"[Aa]ttending|[Aa]bsent|[Mm]issing|[Nn]ot (?:present|represented)|[Oo]bservers?|[Nn]otable "
    rf"absentees)(?: (?:as observers?|States not party))?(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?,?)?(?: (?:at|from|in|"
    rf"during|for))?{THE} ?{M}"
    rf"{_IS} (?:the )?⟦L(?P<l>\d+)⟧(?! {FILL}(?:{V}|{A}|{F}))",
)
INCLUDED = Late(
    rf"\b{_GROUP}{_NOT_PARTY}(?:,| –| —| \() ?(?:including|among them|such as|namely|notably) "
    rf"(?:the )?⟦L(?P<l>\d+)⟧(?:,| –| —|\))? {FILL}(?:(?P<neg>did not ){V}|{V}|(?P<a>{A})){THE} ?{M}",
)
YEARS_TAIL = Late(
    rf"(?:(?!⟦L|⟦M)[^.;]){{0,60}}?(?:(?:for )?\b(?:the|its|their) {FIRST_WORD} (?:time|(?:(?:such|"
    rf"formal|Convention) )*(?:{_G}|meeting|participation|attendance|appearance|presence|visit)"
    rf"[^.;⟦]{{0,30}}|MSP)? ?in|after (?:an absence of|a gap of|a break of|an interval of|staying "
    rf"away for)?|ending (?:an absence|a gap|a break) of|after) ?{YEARS}"
)
SINCE_FIRST_TAIL = Late(
    rf"(?:(?!⟦L|⟦M)[^.;]){{0,40}}?\b(?:(?:for )?(?:the|its|their) {FIRST_WORD} (?:time|(?:{_G}|"
    rf"meeting|participation|attendance|appearance|MSP))) ?(?:since|after)(?: the)? "
    rf"(?:(?P<m>⟦M\d+⟧)|⟦D(?P<d>\d+)⟧)|(?:(?!⟦L|⟦M)[^.;]){{0,40}}?\b(?:(?:for )?(?:the|its|their) "
    rf"{FIRST_WORD} (?:time|(?:{_G}|meeting|participation|attendance|appearance|MSP))) ?⟦D(?P<d_b>\d+)⟧",
)
FIRST_TAIL = Late(
    rf"(?:(?!⟦L|⟦M)[^.;]){{0,50}}?\b(?:for the {FIRST_WORD} time(?: ever)?|(?:its|their) "
    rf"{FIRST_WORD} (?:ever )?(?:time|(?:{_G}|meeting|participation|attendance|appearance|MSP))(?: ever)?)"
    rf"(?=[.,;)]|$| (?:at|in) (?:an?|any) ⟦G|,? and )",
)
FIRST_FRONT = Late(
    rf"\b[Ff]or the {FIRST_WORD} time(?: ever)?(?: (?:in {YEARS}|(?:since|after)(?: the)? "
    rf"(?:(?P<m>⟦M\d+⟧)(?: ?\([^()]{{0,30}}?\)?)?|⟦D(?P<d>\d+)⟧)|(?P<in>⟦D\d+⟧)))?,? (?:the )?(?:observers? "
    rf"(?:of|from) )?(?:the )?$",
)
EVER = Late(rf"[Ff]or the {FIRST_WORD} time[^.;]{{0,200}}")
WITHIN = Late(rf"for the {FIRST_WORD} time(?: in ⟦N(?P<n>\d+)⟧ years)?")
NOT_SUBJECT = Late(
    r"(?:\b(?:from|of|on|in|with|by|for|to|about|between|near|against|than|at|over|under|around|"
    r"behind|into|despite|without|like|unlike|beside|"
    r"after|before|had|[Hh]ad|[Nn]ot|[Nn]or|whether|if|should|met|joined|urged|called|asked|"
    r"thanked|told|and not|but not|rather than|instead of|"
    r"(?<!and )(?<!,)neighbou?ring|invited|welcomed|condemned|mentioned|discussed|visited|named)|['’]s?) (?:the )?$"
)
OF_PEOPLE = Late(rf"\b{PEOPLE}(?: teams?)? (?:of|from) (?:the )?$", flags=re.IGNORECASE)
NO_PEOPLE = Late(
    rf"\b(?:former|retired|ex-|no|[Nn]either|without|not) (?:\w+ )?{PEOPLE} (?:of|from) (?:the )?$", flags=re.IGNORECASE
)
BEFORE_MEETING = Late(
    r"\b(?:at|of|during|in|to|from|for|since|after|before|by|on|with|margins|margin)(?: the)? $", flags=re.IGNORECASE
)
PERSONAL = Late(
    r"\b(?:in (?:a|his|her|their) personal capacity|private|side event|margins|retired|civil society)\b",
)
