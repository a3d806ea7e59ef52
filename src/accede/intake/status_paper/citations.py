"""A citation at the end of a passage: who said it when, on what occasion, by what way. Pure."""

import re
from dataclasses import dataclass

from accede.intake.status_paper.dates import DATE
from accede.intake.status_paper.occasions import Occasions
from accede.paper.tree import FootnoteMark, Inline, Run
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.statements import Channel

END = re.compile(r"\)[\s.]*$")
DATE_AT_END = re.compile(rf"(?:,|\bin|\bof|\()\s*(?:{DATE})(?:(?: ?[-–] ?| and )(?:{DATE}))*\)?\.?$")
COVERS = re.compile(r"\bcovering (?:the )?(?:calendar )?(?:year )?(?P<year>\d{4})\b", re.IGNORECASE)
LAST_DATE = re.compile(rf"{DATE}\)?$")

CHANNELS: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (Channel.EXPLANATION_OF_VOTE, re.compile(r"\bexplanations? of (?:the )?vote", re.IGNORECASE)),
    (Channel.REPORT, re.compile(r"\b(?:Article 7|transparency|voluntary) report", re.IGNORECASE)),
    (
        Channel.RESPONSE_TO_LETTER,
        re.compile(r"\b(?:response|reply|answer)\b.*\bletter|^(?:E-?mail|Letter|Note verbale)\b", re.IGNORECASE),
    ),
    (Channel.INFORMATION_SENT, re.compile(r"\binformation (?:sent|provided|submitted)|\bquestionnaire", re.IGNORECASE)),
)
"""By what words a citation tells its way; whatever has none of them is a statement."""
SAID_AT_AN_OCCASION = (Channel.STATEMENT, Channel.EXPLANATION_OF_VOTE)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as printed without its brackets, and what it tells."""

    text: str
    said: PartialDate
    occasion: str
    channel: Channel


def split(inlines: tuple[Inline, ...]) -> tuple[str, str]:
    """The text of a passage and its citation without brackets; the citation is empty where there is none.

    The last round bracket is a citation if it is in italics or ends with a date; "(...)" and remarks in brackets are not.
    """
    text = "".join(inline.text for inline in inlines if not isinstance(inline, FootnoteMark)).rstrip()
    at = _opening(text)
    if at is None:
        return text, ""
    inner = END.sub("", text[at + 1 :]).strip()
    if not inner.strip(".… ") or not (
        _is_italic(inlines, inner) or DATE_AT_END.search(f", {inner}") or COVERS.search(inner)
    ):
        return text, ""
    return text[:at].rstrip(), inner


def read(text: str, occasions: Occasions, *, as_of: PartialDate | None) -> Citation:
    """What a citation tells; `as_of` is the day the paper's information stops. Raises InvalidDate for one without a date."""
    said = _said(text, as_of)
    channel = channel_of(text)
    # A letter to the President of a meeting was not said at that meeting.
    occasion = occasions.named(text, said) if channel in SAID_AT_AN_OCCASION else ""
    if said is None:
        said = occasions.days(occasion)
    if said is None:
        raise InvalidDate(
            f"the citation “{text[:80]}” has no date", remedy="Give the day, the month or the year it was said"
        )
    return Citation(text, said, occasion, channel)


def channel_of(text: str) -> Channel:
    """By what way the statement was made."""
    return next((channel for channel, words in CHANNELS if words.search(text)), Channel.STATEMENT)


def _opening(text: str) -> int | None:
    """The place of the bracket that the last one closes."""
    if not END.search(text):
        return None
    depth = 0
    for at in range(text.rindex(")"), -1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return None


def _is_italic(inlines: tuple[Inline, ...], text: str) -> bool:
    """Whether the last italic runs are this text and their brackets."""
    last = ""
    for inline in reversed(inlines):
        if isinstance(inline, Run) and inline.style == "italic":
            last = inline.text + last
        elif last:
            break
    return last.strip("() ") == text.strip("() ") != ""


def _said(text: str, as_of: PartialDate | None) -> PartialDate | None:
    """The date of a citation; None where it has none. Raises InvalidDate for a day that cannot be.

    A report tells the year it covers and not the day it was made: it was made between the end of that year and the day
    of the paper.
    """
    if match := COVERS.search(text):
        end = f"{match['year']}-12-31"
        last = as_of.latest if as_of else None
        return PartialDate.parse(f"[{end}..{last}]" if last and last.isoformat() > end else f"{end}/..")
    text = text.rstrip(" .")
    for match in re.finditer(r"^|,\s*", text):
        try:
            return read_date(text[match.end() :])
        except InvalidDate:
            continue
    match_last = LAST_DATE.search(text)
    return read_date(match_last[0].rstrip(")")) if match_last else None
