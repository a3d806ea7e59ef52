"""What the State has said, newest first: in its own words where they are held, else in a summary that is marked as ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from django.utils.translation import gettext, ngettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.items import StatementItem
from accede.paper.tree import Inline, Paragraph, Run, Section
from accede.publishing.wording import headed, language, when
from accede.reporting.recipes.brief.said import shortened
from accede.reporting.recipes.prose import words
from accede.reporting.recipes.status_paper.information import QUOTES
from accede.vocabulary.capital import capital
from accede.vocabulary.punctuation import marks
from accede.vocabulary.statements import TextKind

LONGEST = 1500
"""So many characters of one statement are printed."""


def said(matter: Annexed) -> Section:
    """The part."""
    items = matter.dossier.answer.statements
    blocks: list[Paragraph] = []
    room = matter.room
    for item in items:
        size = min(LONGEST, len(item.text or item.summary))
        if blocks and size > room:
            break
        blocks += _statement(matter, item)
        room -= size
    earlier = items[sum(1 for block in blocks if block.number) - _confirmed_entries(items) :] if blocks else ()
    if not items:
        blocks = [matter.plain(gettext("No official statement is held."))]
    elif earlier:
        blocks += _earlier(matter, earlier)
    return Section("", told(gettext("Statements")), tuple(blocks))


def _confirmed_entries(items: tuple[StatementItem, ...]) -> int:
    """Confirmations are entries of their own, given with the newest statement."""
    return len(items[0].confirmed) if items else 0


def _statement(matter: Annexed, item: StatementItem) -> Iterator[Paragraph]:
    """Its head as an entry; then what was said, and what confirmed it since."""
    how = f"{capital(gettext(item.channel.label))}{marks(language()).comma}{when(item.said_on)}"
    yield matter.entry(told(how), source=item.source, evidence=item.evidence)
    yield Paragraph(tuple(_words(item)), kind=_KINDS[item.text_kind], evidence=(item.evidence,))
    if item.translation and item.text:
        unofficial = told(headed(gettext("Unofficial translation"), shortened(item.translation, LONGEST)))
        yield Paragraph(unofficial, kind="note")
    for each in item.confirmed:
        confirmed = gettext("On %(day)s it said that this had not changed.") % {"day": when(each.on)}
        yield matter.entry(
            told(confirmed),
            " (",
            Run(each.citation, "italic", _other("en")),
            ")",
            source=each.source,
            evidence=each.evidence,
        )


def _words(item: StatementItem) -> Iterator[Inline]:
    text = item.text or item.summary
    spoken = item.language if item.text else "en"
    shown = shortened(" ".join(text.split("\n")), LONGEST)
    if item.text_kind is TextKind.QUOTATION and not any(mark in text for mark in QUOTES):
        shown = f"“{shown}”"
    yield Run(shown, language=_other(spoken))
    if item.citation:
        yield from words(" (", Run(item.citation, "italic", _other("en")), ")")


_KINDS: dict[TextKind, Literal["quotation", "reported", "summary"]] = {
    TextKind.QUOTATION: "quotation",
    TextKind.REPORTED: "reported",
    TextKind.SUMMARY: "summary",
}


def _earlier(matter: Annexed, items: tuple[StatementItem, ...]) -> Iterator[Paragraph]:
    """Those for whose words there is no room: each by its day and citation."""
    yield matter.plain(
        ngettext("%(number)s earlier statement is held:", "%(number)s earlier statements are held:", len(items))
        % {"number": len(items)}
    )
    for item in items:
        cited = (": ", Run(item.citation, "italic", _other("en"))) if item.citation else ()
        yield matter.entry(capital(when(item.said_on)), *cited, source=item.source, evidence=item.evidence)


def _other(spoken: str) -> str:
    """The language of a text where it is not that of the letter."""
    return "" if spoken == language() else spoken
