"""What only leads a sentence in: its number, "The President recalled that", "For tomorrow's briefing:". Pure.

What comes behind is the claim, and reads as if it stood alone.
"""

import re

from accede.reporting.checker.late import Late

NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})?[.)]|\([a-z]{1,4}\)|[•*–-])\s+(?=\S)")
_MARK = r"[*_“\"]{0,3}"
_OWN = (
    r"(?:President(?:-designate)?(?! of (?!the (?:[\w-]+ ){0,3}(?:Meeting|Conference|Convention|\d+MSP)))|"
    r"Secretariat|secretariat|ISU|Implementation Support Unit|Chair(?:person)?|Coordinator|Director of the "
    r"(?:ISU|Implementation Support Unit)|Depositary|depositary|Secretary-General)"
)
_SAYS = (
    r"(?:recall|note|observe|remark|add|state|report|announce|explain|indicate|point|stress|underline|emphasi[sz]e|"
    r"highlight|inform|remind|advise|tell|confirm|mention|underscore|reiterate|conclude|say)"
)
_SAID = (
    r"(?:recall(?:ed|s)|not(?:ed|es)|observ(?:ed|es)|remark(?:ed|s)|add(?:ed|s)|stat(?:ed|es)|report(?:ed|s)|"
    r"announc(?:ed|es)|explain(?:ed|s)|indicat(?:ed|es)|point(?:ed|s) out|stress(?:ed|es)|underlin(?:ed|es)|"
    r"emphasi[sz](?:ed|es)|highlight(?:ed|s)|(?:inform|remind|advis|tell|told)(?:ed|s|es)? (?:the|all|us)? ?[\w ]{2,40}?|"
    r"confirm(?:ed|s)|mention(?:ed|s)|underscor(?:ed|es)|reiterat(?:ed|es)|conclud(?:ed|es)|said|says)"
)
_MORE = r"(?:(?:also|then|further|again|first|finally|likewise|moreover) )?"
OWN_WORDS = Late(
    rf"{_MARK}(?:"
    rf"(?:As )?(?:[Tt]he |[Oo]ur )?{_OWN}\b[^.;:,⟦\d]{{0,50}}? {_MORE}{_SAID}{_MORE.replace(' )', ')')} ?(?:the fact )?that"
    rf"|(?:[Ii]t|[Tt]he (?:Meeting|Conference|Committee)) (?:was|is|has been|should be|may be|must be|is to be)? ?{_MORE}"
    rf"(?:{_SAID}|worth \w+ing|important to \w+|well known|known|clear|a fact)(?: to the \w+)? that"
    rf"|(?:(?:I|[Ww]e) (?:also |would like to |wish to |want to |can |must |am \w+ to |are \w+ to |should like to )*"
    rf"(?:{_SAYS}|{_SAID})(?: out| to you| you| the \w+| delegations)? ?that)"
    rf"|(?:[Ll]et me|[Aa]llow me to|[Pp]ermit me to) (?:also )?{_SAYS}(?: out| you| the \w+| delegations)? ?that"
    rf"|(?:[Pp]lease )?[Nn]ote that){_MARK} ",
)
"""The paper's own speaker says what follows."""
PRONOUN = re.compile(r"(?:he|she|they|it|his|her|their|its|this|these|those|I|we|our)\b", re.IGNORECASE)
LEAD_IN = re.compile(
    r"(?P<words>(?:(?:[A-Z][\w’'-]*)(?: [a-z][\w’'-]*|, [a-z][\w’'-]*){1,9}|"
    r"Note|NB|N\.B\.|FYI|Correction|Reminder|Update|Background|Question|Answer|Q|A|PS|P\.S\.|Summary|Universalization|"
    r"Overview|Status|Introduction|Facts?|Figures?|Highlights?)): (?=\S)"
)
"""Words before a colon that name nobody and nothing: what follows is said, and not a list under this label."""
LABEL = Late(
    r"\b(?:states?|countr(?:y|ies)|nations|part(?:y|ies)|members?|signator\w+|favou?r|against|abst\w+|yes|no|none|"
    r"attend\w*|absent|present|observers?|vot\w+|join\w*|ratif\w+|acced\w+|accession\w*|sign\w*|withdr\w+|outside|lists?|"
    r"follow\w*|namely|exce\w+|these|those|are|is|were|was|has|have|had|report\w*|participa\w*|delegations?|deposit\w*|"
    r"said|says|stat\w+|declar\w*|told|wrote|claim\w*|quot\w*|added|region\w*|africa|asia|europe|americas?|pacific)\b",
    re.IGNORECASE,
)
MAIL_HEAD = re.compile(
    r"\W*(?:From|To|Cc|Bcc|Date|Sent|Subject|Re|Fwd|Fw|Reply-To|Importance|Attachments?)\W{0,3}: ", re.IGNORECASE
)


def is_mail_head(line: str) -> bool:
    """Whether a line is one of those at the head of a mail."""
    return bool(MAIL_HEAD.match(line))


def body_at(text: str) -> int:
    """Where the claim of a sentence begins, what leads it in left out; 0 where nothing does."""
    at = 0
    if number := NUMBER.match(text):
        at = number.end()
    while True:
        lead = LEAD_IN.match(text, at)
        if lead and not LABEL.search(lead["words"]):
            at = lead.end()
            continue
        own = OWN_WORDS.match(text, at)
        if own and not PRONOUN.match(text, own.end()):
            at = own.end()
            continue
        return at if text[at:].strip() else 0
