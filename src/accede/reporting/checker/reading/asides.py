"""What a sentence only adds at its end, about another treaty or another matter. Pure.

"... had 164 States Parties, while the Arms Trade Treaty had 102" makes two claims, and neither tells treaty or day of the
other; "..., a point made in the 2019 budget discussion" tells nothing of what stands before it.
"""

import re

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.treaties import Named, TreatyNames

JOINT = Late(
    r",? (?:while|whereas|whilst|compared (?:with|to)|as compared (?:with|to)|in comparison (?:with|to))\b"
    r"|,? (?:[—–]|-{1,2}) (?:while|whereas|compared)\b"
    r"|, (?:(?:as )?against(?= (?:some |about |only |just )?\w*\d)|versus|unlike|in contrast (?:to|with)|just as|next to|but|"
    r"although|though|not to be confused with|not counting|and)\b"
    r"| \((?=(?:while|whereas|compared|against|unlike|cf\.?|not)\b)",
)
REMARK = Late(
    r", (?:(?:a|an|another|one) (?:subject|point|matter|topic|issue|question|remark|observation|theme|detail|aspect) "
    r"(?:(?:that|which|on which|in which|to which|for which|about which|made|raised|mentioned|noted|discussed|taken up|"
    r"repeated|also|often|already|we|I|of)\b)"
    r"|as (?:(?:the|a|an|this|that|its|our) )?[^,;:]{0,60}?(?:note|paper|document|annex|annexes|table|report|map|overview|"
    r"study|figure|chart|graph|list|fact sheet|factsheet|brief|briefing)\b[^,;:]{0,50}?\b(?:explain|show|note|set|describe|"
    r"recall|record|indicate|detail|illustrate|make|see)\w*)[^;:]*$",
)


def aside_at(text: str, names: TreatyNames, treaty: str) -> int | None:
    """Where an aside begins that ends the sentence; None where there is none.

    `treaty` is the key of the one that the draft is held against.
    """
    joints = list(JOINT.finditer(text))
    named = list(names.found(text)) if joints else []
    found = [match.start() for match in joints if _is_of_another(match.end(), text, named, treaty)]
    if remark := REMARK.search(text):
        found.append(remark.start())
    return min(found, default=None)


def _is_of_another(at: int, text: str, named: list[Named], treaty: str) -> bool:
    behind = [one for one in named if one.start >= at]
    if not behind or any(one.key in (treaty, "") for one in behind) or at < len(text) // 5:
        return False
    # Nothing of what stands before may be told by the other treaty: a list of treaties goes on with "and".
    gap = text[at : behind[0].start]
    if not text[:at].endswith(("and", "but", "although", "though")):
        return True
    return "," not in gap and not re.match(r"\s*(?:the\s*)?$", gap)
