"""How a text says that it goes on where we have no more of it. Pure."""

import re

TEXT_ENDS = "[text ends here]"
"""What our readers write where a file is cut off, as those do who keep excerpts."""

SAID = re.compile(
    r"\[\s*(?:the )?(?:text|page|excerpt|document|copy|file|mail|message)?\s*"
    r"(?:ends|is cut(?: off)?|was cut(?: off)?|truncated|cut off)"
    r"(?: here)?(?: in the (?:excerpt|copy|page))?\s*\]",
    re.IGNORECASE,
)
"""Such a mark, whoever wrote it."""
