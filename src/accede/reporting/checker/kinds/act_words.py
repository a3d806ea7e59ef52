"""The words in which papers tell what States did: verbs, nouns, what may stand before and after them. Pure."""

from __future__ import annotations

import re

from accede.reporting.checker.late import Late
from accede.vocabulary.treaty_actions import TreatyActionKind

KINDS = {
    "ratif": TreatyActionKind.RATIFICATION,
    "acced": TreatyActionKind.ACCESSION,
    "accept": TreatyActionKind.ACCEPTANCE,
    "approv": TreatyActionKind.APPROVAL,
    "succe": TreatyActionKind.SUCCESSION,
}
KIND = r"ratification|accession|acceptance|approval|succession"
T = r"(?:⟦T\d+⟧|\bit\b)"
ADVERBS = (
    r"(?:(?:,|will|has|have|had|having|then|also|later|subsequently|formally|officially|recently|just|both|all|"
    r"each|only|first|finally|already|eventually|now|today|thereby|who|which|that|and|itself|themselves|too|"
    r"did so when it|thus|therefore|in turn|originally|initially|became the first and|long|been|"
    r"earlier|⟦D\d+⟧|⟦O\d+⟧ to|in the same year|the same year|the same day|in that year|too) ?)*"
)
VERBS: dict[str, str] = {
    "deposit": (
        rf"(?:deposit(?:ed|s|ing)|lodg(?:ed|es|ing)|hand(?:ed|s|ing) (?:over|in)|submit(?:ted|s|ting)|"
        rf"present(?:ed|s|ing)|transmit(?:ted|s|ting)|deliver(?:ed|s|ing)|filed) (?:(?!\b(?:and|which|notif\w*)\b)"
        rf"(?:[^.;:,⟦]|⟦D\d+⟧,?)){{0,80}}?instruments? of (?P<deposit_kind>{KIND})(?: (?:to|of|for) {T})?"
    ),
    "deposit_kind_only": (
        rf"(?:deposit(?:ed|s|ing)|lodg(?:ed|es|ing)) (?:its|their|the|an?|his|her) (?:own )?"
        rf"(?P<bare_kind>ratification|accession|acceptance|approval|succession)s?(?: (?:to|of|for) {T})?"
    ),
    "deposit_any": (
        rf"deposit(?:ed|s|ing) (?:(?:its|their|an?|the) )?(?:respective )?instruments?(?! of)"
        rf"(?: (?:with|to|for) {T})?"
    ),
    "notify": (
        rf"(?:notif(?:ied|ies|ying)|inform(?:ed|s|ing)|gave notice|gives notice|given notice|giving notice|"
        rf"submit(?:ted|s|ting)|deposit(?:ed|s|ing)|communicat(?:ed|es|ing)|lodged|"
        rf"transmitted|handed (?:in|over)|sent|delivered|served)"
        rf"(?:(?! (?:instruments? of (?:{KIND})))[^.;⟦]|⟦[TD]\d+⟧){{0,110}}?(?:\bwithdraw(?:al|als|ing)?\b|\bthat "
        rf"(?:it|they) (?:is |are |was |were |will |would )?(?:leav\w+|quit\w*|withdr\w+))(?: from)?(?: {T})?"
    ),
    "leave": (
        rf"(?:withdrawals?|exit|departure)(?: from {T})?(?: of ⟦L\d+⟧)?(?: from {T})? (?:\w+ )?"
        rf"(?:took|takes|take|taking|will take|has taken|had taken|came into|comes into|enters into|entered into|"
        rf"became|becomes|will become|to take|entered into|enters into|entering into) (?:effect|force|effective)"
    ),
    "sign": (
        rf"(?:sign(?:ed|s|ing))(?! (?:off|on|up|an?\b|into))(?: {T}(?!['’]s))?|"
        rf"(?:put|puts|putting|set|affixed|affixing|appended) (?:its|their|his|her|the) (?:signatures?|"
        rf"names?) (?:to|under|on) {T}|"
        rf"(?:became|becomes|become|becoming|was|is|has been|have been) (?:an? )?(?:original )?signator(?:y|ies)"
        rf"(?: (?:to|of) {T})?"
    ),
    "ratify": rf"ratif(?:ied|ies|ying)(?: {T})?",
    "accede": rf"acced(?:ed|es|ing)(?: to {T})?",
    "accept": rf"(?:accept(?:ed|s|ing)|approv(?:ed|es|ing)) {T}",
    "succeed": rf"succeed(?:ed|s|ing) to {T}",
    "join": (
        rf"(?:join(?:ed|s|ing)(?: {T})?|(?:became|becomes|become|becoming|is|was|has been|have been|are|"
        rf"were) (?:an? |the )?(?:[Ff]ull )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?)(?: (?:to|of) {T})?|"
        rf"adher(?:ed|es|ing) to {T}|(?:came|comes|climbed) (?:on board|aboard)|(?:has|have|"
        rf"had) come (?:on board|aboard)"
        rf"|expressed (?:its|their) consent to be bound(?: by {T})?)"
    ),
    "withdraw": (
        rf"(?:withdr(?:ew|aws|awn|awing) from {T}|(?:left|leaves|leaving|quit|quits|exited|denounced|abandoned|"
        rf"pulled out of|departed from) {T}|withdrew\b|(?:ceased|ceases|"
        rf"ceasing) to be (?:one\b|⟦N\d+⟧(?= ⟦D)|(?:a )?(?:[Ss]tate )?[Pp]arty(?: to {T})?))"
    ),
    "unbound": (
        rf"(?:ceas(?:ed|es|ing) to (?:be in force|be binding|be bound|apply|bind)|(?:is|was|are|were) no longer "
        rf"(?:in force|bound|binding))"
        rf"(?: by {T})?(?: (?:for|on|to|in respect of) (?:it\b|them\b|both\b|all three\b|⟦L\d+⟧))?"
    ),
    "bind": r"(?:binds|(?<=will )bind|has bound) (?:it\b|them\b|both\b|⟦L\d+⟧)",
    "bound": (
        rf"(?:(?:has|have|had) been|is|are|was|were|became|becomes?|becoming|being|(?<=will )be) (?:(?:legally|"
        rf"formally|thus|"
        rf"fully) )?"
        rf"bound(?: by {T})?"
    ),
    "force": (
        r"(?:(?:has|have|had) been|is|was|(?<=, )(?=in force for)|be) ?in force"
        r"(?: (?:there\b|(?:for|in respect of|with respect to) (?:it\b|them\b|⟦L\d+⟧)))?|"
        r"(?:enter(?:ed|s|ing)?|c(?:a|o)m(?:e|es|ing)) (?:in|into) force(?: (?:for|in respect of|"
        r"with respect to|with regard to) (?:it\b|that (?:State|country)\b|them\b|both\b|all (?:three|of them)\b|"
        r"the (?:country|State|two|three|latter)\b|⟦L\d+⟧))?|(?:took|takes|will take|taking) effect for ⟦L\d+⟧|"
        r"(?:becomes?|became|(?:has|had) become|(?<=will )become) (?:legally )?(?:law|binding|operative|effective) "
        r"(?:for|on|upon|in) (?:it\b|them\b|both\b|⟦L\d+⟧)"
    ),
}
VERB = Late("|".join(rf"(?P<{name}>\b(?:{pattern}))" for name, pattern in VERBS.items()), re.IGNORECASE)
SUBJECT = Late(
    rf"⟦L(?P<l>\d+)⟧(?:['’]s? (?:Government|government))?(?: ?\((?:[^()])*\))?"
    rf"(?:, (?:(?:[^⟦.;:,]|⟦[DMNOTUP]\d+⟧|,(?! (?:and |but )?⟦L)){{0,120}}?),)? ?{ADVERBS}$"
)
OF_IT = Late(rf"(?:[;:,.–—-] |\b(?:and|but) )(?:it|they|its|their) (?:\w+ )?{ADVERBS}$", re.IGNORECASE)
"""The State spoken of before: "it", and its own act."""
RELATIVE = Late(rf"⟦L(?P<l>\d+)⟧,? (?:which|who|that) {ADVERBS}$")
BY_PASSIVE = Late(
    r"⟦T(?P<t>\d+)⟧ (?:was|were|is|has been|had been) (?:also |formally |subsequently )?"
    r"(?P<verb>signed|ratified|accepted|approved|acceded to|joined|denounced) by ⟦L(?P<l>\d+)⟧"
)
DOMESTIC = Late(
    r"\b(?:[Pp]arliament|[Ss]enate|[Cc]ongress|[Pp]resident|[Mm]inister|[Aa]ssembly|[Ss]ejm|[Ss]eimas|"
    r"[Rr]iigikogu|[Ss]aeima|[Cc]abinet|[Kk]ing|[Qq]ueen|[Cc]ouncil|[Cc]ourt|[Ee]duskunta|[Ll]egislature|"
    r"[Rr]epresentatives?|[Dd]elegation|[Ff]orces|[Aa]rmy|[Mm]ilitary|[Cc]itizens|[Pp]eople|[Cc]ampaign|"
    r"[Mm]inistry|activists?|NGOs?|region|capital|[Cc]ity|border|conflict|talks|between|"
    r"behalf) (?:of |with |in )?(?:the )?$"
)
OBJECT_FOLLOWS = Late(
    r"\s*(?:$|[.,;:)\]”\"—–-]|⟦[DOT]|\b(?:and|in full|in (?:New York|Ottawa|Geneva)|without|but|before|"
    r"after|or|at|last|this|when|while|during|upon|since|until|only|also|too|"
    r"again|soon|shortly|just|earlier|later|today|yesterday|here|there|following|thereby|making|becoming|"
    r"bringing|as (?:the|a|an) (?:⟦O\d+⟧|[Ss]tate|new)|"
    r"as well|⟦N\d+⟧ (?:years?|months?|days?|weeks?))\b)"
)
NOT_THE_TREATY = re.compile(r" (?:to|of|in|with|from) (?!⟦[TDO])(?!(?:full|New York|Ottawa|Geneva)\b)")
SIGNED_ONLY = re.compile(r"(?: ⟦T\d+⟧)? but (?:has |have |had )?(?:still |yet )?(?:not|never|yet to)")
HAD = re.compile(r"\b(?:had|has|have) (?:\w+ ){0,2}$")
PRESENT = re.compile(
    r"^(?:accedes|joins|ratifies|signs|becomes|deposits|withdraws|leaves|quits|notifies|submits|succeeds|adheres)",
    re.IGNORECASE,
)
GERUND = re.compile(
    r"^(?:sign|ratify|acced|join|deposit|becom|leav|withdraw|notify|submitt|adher|succeed|accept|approv|"
    r"inform|communicat|enter|com|mak)ing",
    re.IGNORECASE,
)
STANDING_VERB = re.compile(r"^(?:is|was|has been|have been|are|were) ", re.IGNORECASE)
CONTINUES = Late(
    rf"^(?:[^⟦.;:]|⟦[DMNOTUPB]\d+⟧){{0,140}}?(?:\b(?:and|then|but|before|after|while|having|by|through|upon|yet|"
    rf"or|prior to|"
    rf"until)\b|,) ?{ADVERBS}$"
)
GAPPED = Late(
    r"(?:[;,:]| [–—-]) (?:and |then |"
    r"followed by )?(?:the )?⟦L(?P<l>\d+)⟧(?: (?:had )?followed(?: suit)?(?: ⟦N\d+⟧ (?:days|weeks|months|"
    r"years) later)?,?)? ⟦D(?P<d>\d+)⟧(?=[;,.]|$| and\b| "
    r"(?:to )?⟦T)|\band (?:the )?⟦L(?P<l_b>\d+)⟧ ⟦D(?P<d_b>\d+)⟧(?=[;,.]|$| (?:to )?⟦T)"
)
EFFECTIVE = Late(
    r"\b(?:effective(?: (?:from|as of|on))?|with effect(?: from| as of| on)?|to take effect|taking effect|"
    r"takes? effect|took effect|entry into force|enter(?:s|ed|ing)? (?:in|into) force|in force|valid|"
    r"due)\s*$",
    re.IGNORECASE,
)
JOINERS = re.compile(
    r"\b(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations|[Gg]overnments|[Mm]embers|[Tt]hose|[Oo]nes|[Nn]ewcomers|"
    r"[Pp]arties|[Ww]ho)\b"
    r"(?:(?!⟦L)[^.;]){0,60}$|⟦N\d+⟧ (?:(?!⟦L)[^.;]){0,40}$"
)
"""States in general before a verb: who they were is told after it."""
_NAMELY = (
    r"(?:,? ?(?:(?:they|these|which|who) )?(?:were|was|are|is|include[sd]?|being|namely|to wit|i\.e\.|as follows|"
    r"the following|among them|in (?:alphabetical|chronological) order|[:(–—-])[ ,:]*)+"
)
LISTED_AFTER = Late(
    rf"(?: (?:to |of )?⟦T\d+⟧)?(?:,? (?:or|"
    rf"and) (?:\w+ ){{1,2}}(?:to )?(?:⟦T\d+⟧)?)?,? ?(?:⟦D(?P<d>\d+)⟧)?(?: ⟦T\d+⟧)?"
    rf"{_NAMELY}(?:the )?⟦L(?P<l>\d+)⟧"
)
_NEW = (
    r"(?:[Nn]ew (?:[Ss]tates? [Pp]art(?:y|ies)|members?|adherents?|accessions?|ratifications?)|[Nn]ewcomers|"
    r"[Aa]ccessions?|[Rr]atifications?|[Jj]oiners)"
)
SAW = Late(
    rf"(?:⟦D(?P<d_b>\d+)⟧,? (?:saw|brought|there were|we (?:had|welcomed)|we saw) )?(?:⟦N\d+⟧ )?\b{_NEW}"
    rf"(?: (?:and|or) \w+)?(?: (?:to|of) ⟦T\d+⟧)?(?: ?⟦D(?P<d>\d+)⟧)?{_NAMELY}(?:the )?⟦L(?P<l>\d+)⟧"
)
"""New States Parties of a year, and then their names."""
NEGATED = re.compile(
    r"\b(?:not|never|nor|neither|without|yet to|still to|nobody|none|no|n't)\b(?: \w+){0,3} $", re.IGNORECASE
)
"""Before a verb: it was not done."""
LEFT_UNDONE = re.compile(
    r"(?:\b(?:not|never|nor|neither|without|instead of|rather than|yet to|still to)|n't)"
    r" (?:(?:ever|yet|even|once|first|formally|having|been|have|had|has) )*$",
    re.IGNORECASE,
)
"""Right before a verb that stands without a subject of its own ("without having signed it")."""
IMAGINED = Late(
    r"[^.;]*?\b(?:would|could|might)\b"
    r"|(?:(?!⟦L)[^.;]){0,30}?\b(?:means?|leads?|results?|brings?|implies|entails?|causes?|triggers?|gives?|"
    r"makes?|is followed by)\b"
    r"(?:(?!⟦L)[^.;]){0,40}?\b(?:(?:entry|entering|enters?|come|comes|coming) into force|effect)\b"
)
"""Behind an act told by a noun: what would follow from it, or what follows by the rule. It is not told as done."""
NOT_DONE = re.compile(
    r"\b(?:no|not|without|neither|nor|lack of|absence of|failing|(?:example|illustration|scenario):) (?:an? |"
    r"any |the )?$",
    re.IGNORECASE,
)
"""Before an act told by a noun."""
ENVOY = Late(
    r"⟦L(?P<l>\d+)⟧['’]s? (?:[\w-]+ ){0,4}(?:[Mm]inister|[Aa]mbassador|[Rr]epresentative|[Ee]nvoy|[Dd]elegates?|"
    r"[Pp]lenipotentiary)"
    r"(?: (?:of|for) [A-Z]\w+(?: [A-Z]\w+)?)?(?:, [^,⟦]{0,40},)? $|"
    r"\b(?:[Mm]inister|[Aa]mbassador|[Rr]epresentative|[Ee]nvoy|[Pp]lenipotentiary) (?:of|for) ⟦L(?P<l_b>\d+)⟧,? $"
)
"""Who signs for a State."""
BY_KIND = Late(
    rf"(?:(?!\bnot\b)(?:[^.;:⟦]|⟦[TD]\d+⟧)){{0,50}}?\b(?:by|through|via) (?:way of |means of |an? |its )?"
    rf"(?:deposit\w* (?:of )?(?:its|an|the) instrument of )?(?P<kind>{KIND})\b"
)
"""By which kind of action a State joined, told after the verb."""
