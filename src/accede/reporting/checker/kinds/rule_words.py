"""The words in which papers tell a treaty's rules: when it binds a State, when a withdrawal has effect, what is due when. Pure."""

from __future__ import annotations

import re

from accede.reporting.checker.late import Late
from accede.vocabulary.date_parts import ENGLISH_MONTHS

_I = re.IGNORECASE
EFFECT = (
    r"(?:(?:bring(?:s|ing)?|brought) ⟦T\d+⟧ (?:in|into) force|"
    r"(?:enter(?:s|ed|ing)?|com(?:e|es|ing)|came|entry|be|been) (?:in|into) (?:force|effect)|"
    r"tak(?:e|es|en|ing) (?:legal )?effect|took effect|"
    r"(?:becom(?:e|es|ing)|became|be|been|is|are) (?:legally |formally |then |only )?(?:bound|binding|effective|"
    r"(?:a )?(?:full )?[Ss]tates? [Pp]art(?:y|ies))|(?<![\w-])effective|\bin force|\bbound\b|\bbinds?\b)"
)
"""That a treaty, or what was deposited, has effect."""
DEPOSIT = (
    r"\b(?:deposit(?:s|ed|ing)?|acced(?:e|es|ed|ing)|accessions?|ratif(?:y|ies|ied|ying)|ratifications?|instruments?|"
    r"join(?:s|ed|ing)?|adher(?:e|es|ed|ing))\b"
)
NOTICE = (
    r"\b(?:withdraw(?:al|als|s|n|ing)?|withdrew|denunciations?|notifications?|notif(?:y|ies|ied|ying)|"
    r"receiv(?:ed|es|ing)|lodg(?:ed|es|ing)|submit(?:ted|s|ting)?)\b"
)
KEYWORD = Late(rf"(?P<effect>{EFFECT})|(?P<deposit>{DEPOSIT})|(?P<notice>{NOTICE})", _I)
WITHDRAWAL = re.compile(
    r"\b(?:withdr(?:aw|awal|awals|aws|awing|ew|awn)|denunciations?|denounc\w+|leav(?:e|es|ing)|quits?)\b", _I
)
GENERIC = Late(
    r"\b(?:a|an|any|each|every|the|new|such|another|its|their) (?:(?:new|further|acceding|joining|ratifying|"
    r"withdrawing|depositing) )*"
    r"(?:[Ss]tates?|countr(?:y|ies)|governments?|instruments?|deposits?|accessions?|ratifications?|withdrawals?|"
    r"notifications?|notice|newcomers?|member)\b|\b(?:[Ss]tates|countries|instruments|whoever|anyone|those|"
    r"joining|acceding|depositing|withdrawing)\b",
    _I,
)
"""No State in particular."""
NOT_SAID_SO = Late(
    r"\b(?:not|never|no longer|cannot|n't|until|till|before|earliest|latest|at least|wrong\w*|incorrect\w*|"
    r"mistak\w*|rather than|instead|propos\w*|amend\w*|other than|unlike|differs?|error)\b",
    _I,
)
UNTRUE = re.compile(
    r"\b(?:myth|not (?:the case|true|correct|right)|untrue|false|wrong\w*|incorrect\w*|mistak\w*|misconception|rumou?r)\b",
    re.IGNORECASE,
)
IF_HAD = re.compile(r"\b(?:[Hh]ad|[Ww]ere|[Ss]hould) (?:the )?⟦L\d+⟧|\b(?:would|were to)\b")
SOMETHING_ELSE = re.compile(
    r"\b(?:amendments?|protocols?|laws?|legislation|agreements?|resolutions?|mandates?|plans?|moratori\w+|sanctions?|"
    r"contracts?|ceasefires?|decrees?|rules of procedure)\b",
    _I,
)
"""What else takes effect."""

_UNIT = r"[- ](?P<unit>days?|weeks?|months?|years?)"
_DONE = r"deposit|instrument|ratif|access|acced|join|consent|adher"
_NOTIFIED = r"notif|notice|receipt|recei|deposit|submi|lodg|communicat|inform|instrument|announc"
_FREE = r"(?:[^.;:⟦]|⟦[TOLD]\d+⟧)"
_AFTER = r"(?:after|following|from|upon|of|later than|since|counted from|beyond)"
FORCE_BY_MONTH = Late(
    rf"(?:{EFFECT})(?P<head>{_FREE}{{0,110}}?)⟦O(?P<day>\d+)⟧ day of the ⟦O(?P<o>\d+)⟧ (?:full |calendar )?month "
    rf"(?:after|following|from|that follows)(?P<what>{_FREE}{{0,110}})",
    _I,
)
FORCE_AFTER = (
    Late(
        rf"(?:{EFFECT})(?P<head>{_FREE}{{0,80}}?)⟦N(?P<n>\d+)⟧{_UNIT} "
        rf"{_AFTER}(?P<what>{_FREE}{{0,60}}?(?:{_DONE}))",
        _I,
    ),
    Late(
        rf"⟦N(?P<n>\d+)⟧{_UNIT} {_AFTER}(?P<what>{_FREE}{{0,40}}?(?:{_DONE})){_FREE}{{0,80}}?(?:{EFFECT})(?P<head>)", _I
    ),
    Late(
        rf"(?:{_DONE}){_FREE}{{0,80}}?(?:{EFFECT})(?P<head>{_FREE}{{0,20}}?)(?:after|within|in) "
        rf"⟦N(?P<n>\d+)⟧{_UNIT}(?P<what>)",
        _I,
    ),
    Late(rf"(?:{_DONE}){_FREE}{{0,80}}?(?:{EFFECT})(?P<head>{_FREE}{{0,20}}?)⟦N(?P<n>\d+)⟧{_UNIT} later(?P<what>)", _I),
)
LEAVE_AFTER = (
    Late(
        rf"(?:withdraw|denunc|leav){_FREE}{{0,90}}?(?:{EFFECT})(?P<head>{_FREE}{{0,60}}?)⟦N(?P<n>\d+)⟧{_UNIT} {_AFTER}"
        rf"(?P<what>{_FREE}{{0,60}}?(?:{_NOTIFIED}))",
        _I,
    ),
    Late(
        rf"⟦N(?P<n>\d+)⟧{_UNIT} {_AFTER}(?P<what>{_FREE}{{0,60}}?(?:{_NOTIFIED}|withdraw)){_FREE}{{0,80}}?"
        rf"(?:{EFFECT})(?P<head>)",
        _I,
    ),
    Late(
        rf"(?:withdraw|denunc){_FREE}{{0,60}}?(?:notice(?: period)?|waiting period|period) of "
        rf"⟦N(?P<n>\d+)⟧{_UNIT}(?P<head>)(?P<what>)",
        _I,
    ),
    Late(rf"(?:withdraw|denunc){_FREE}{{0,60}}?⟦N(?P<n>\d+)⟧{_UNIT}['’]? (?:notice|waiting)(?P<head>)(?P<what>)", _I),
    Late(
        rf"(?:withdraw|denunc){_FREE}{{0,60}}?(?:{EFFECT})(?P<head>{_FREE}{{0,20}}?)(?:after|in) "
        rf"⟦N(?P<n>\d+)⟧{_UNIT}(?P<what>)",
        _I,
    ),
    Late(
        rf"(?:withdraw|denunc){_FREE}{{0,60}}?(?:{EFFECT})(?P<head>{_FREE}{{0,20}}?)⟦N(?P<n>\d+)⟧{_UNIT} "
        rf"later(?P<what>)",
        _I,
    ),
)
LEAVE_AT_ONCE = Late(
    rf"(?:withdrawal|denunciation)s?{_FREE}{{0,60}}? (?:takes? effect|becomes? effective|is effective|are effective)"
    r"(?: \w+)? (?:immediately|at once|instantly|upon (?:its |the )?(?:notification|receipt|deposit|submission)|"
    r"(?:on|from) the day of (?:its |the )?(?:notification|receipt|deposit))",
    _I,
)
LEAVE_IN_CONFLICT = Late(
    rf"(?:withdraw|leav|denunc){_FREE}{{0,200}}?(?P<not>\bnot\b|cannot|n't|no State|only|until|before|"
    rf"unless)?{_FREE}{{0,80}}?"
    r"(?:armed conflict|at war|hostilities)",
    _I,
)
BEGINS_ELSEWHERE = re.compile(
    r"announc|vote|decision|decid|parliament|\blaws?\b|adopt|sign(?!ator)|open|conference|negotiat|conclu|"
    r"conflict|cabinet",
    _I,
)
"""A period that is counted from something else than the deposit or the notification."""
HELD_BACK = re.compile(r"\b(?:not|cannot|n't|no|until|before|only|unless)\b")
INTO_FORCE = re.compile(r"\b(?:enter\w*|entry|com(?:e|ing)|came|brought|bring) (?:it )?(?:in|into) force\b")
INSTRUMENTS = Late(
    rf"(?P<lead>need(?:s|ed|ing)?|requir(?:es?|ed|ing)|necessary|threshold of|once|(?:months? )?after|triggered "
    rf"by|upon|with|following)"
    rf"{_FREE}{{0,30}}?(?:⟦N(?P<n>\d+)⟧ (?:[Ss]tates?|[Cc]ountries|[Gg]overnments|ratifications?|instruments?|"
    rf"deposits?|[Pp]arties)|(?:the|its) ⟦O(?P<o>\d+)⟧ (?:ratifications?|instruments?|deposits?|[Ss]tate|[Cc]ountry|"
    rf"[Gg]overnment)|(?:deposited|lodged) (?:the|its) ⟦O(?P<o_b>\d+)⟧)",
    _I,
)
MUST = Late(
    r"\b(?:must|shall|ha(?:s|ve) to|(?:is|are) (?:to|obliged|required|bound|due|expected)|oblig\w+|requir\w+|"
    r"deadlines?|time-?frames?|time limit|periods?|ha(?:s|ve)|giv(?:es|en|ing)|grants?|allows?|undertak\w+|commit\w*|"
    r"should|need(?:s)? to|within|not? later|called (?:on|upon) to|be (?:destroyed|cleared|submitted))\b",
    _I,
)
FURTHER = re.compile(
    r"\b(?:exten\w+|more|further|additional|extra|another|ask(?:s|ed)?|request\w*|late|delay\w*|overdue|missed|took|"
    r"need(?:s|ed)?(?! to)|after only|ahead of|early|earlier|last|past|next|recent|first|since|old|ago|average|"
    r"plan(?:s|ned)?|strategy|will)\b"
    r"(?! transparency| report| Article| article 7)",
    _I,
)
"""A time that is not the rule's."""
PERIODS: tuple[tuple[str, Late], ...] = (
    (
        "art7-initial",
        Late(
            rf"(?:(?:initial|first|opening) (?:\w+ )?(?:transparency |Article 7 |{_FREE}{{0,20}})?reports?|"
            rf"(?:transparency|Article 7) reports?|"
            r"transparency measures|report (?:to|on)|Article 7)",
            _I,
        ),
    ),
    ("art4", Late(r"stockpile|stocks\b|Article 4", _I)),
    ("art5", Late(r"mined areas?|clear(?:ance|ed|ing)?\b|contaminated|Article 5|minefields?|emplaced", _I)),
)
PERIOD = re.compile(rf"⟦N(?P<n>\d+)⟧{_UNIT}", _I)
FROM_FORCE = Late(
    r"\b(?:of|after|following|from|since|upon) (?:the |its |their )?(?:entry into force|entering into force|"
    r"becoming|joining|accession|ratification|(?:treaty|[Cc]onvention|⟦T\d+⟧)|"
    r"(?:it|they) (?:becomes?|became|joins?))|\bnew (?:member|[Ss]tates? [Pp]art)",
    _I,
)
YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|(?:each|every) (?:calendar )?year)\b", _I)
REPORT = re.compile(
    r"\b(?:transparency|Article 7|annual (?:\w+ )?)\s?(?:\w+ )?reports?\b|"
    r"\breports?\b[^.;]{0,40}\b(?:transparency|Article 7)\b",
    _I,
)
_MONTH = "|".join(ENGLISH_MONTHS)
DAY_OF_YEAR = Late(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b|"
    rf"\b(?P<month_b>{_MONTH}) (?P<day_b>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)"
)
DUE = re.compile(
    r"\b(?:due|deadline|expires?|fell due|falls due|ought to have been|should have been|time ran out)\b", _I
)
