"""A message to the tree: its fields as a table, its own text, what it quotes of earlier ones, names of attachments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accede.intake.documents import html as html_form
from accede.intake.documents import text as text_form
from accede.intake.documents.cut import TEXT_ENDS
from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import Block, Cell, Document, Masthead, Paragraph, Row, Run, Section, Table
from accede.vocabulary.errors import Unreadable

EMAIL = "email"
"""The kind of such a document."""
QUOTED, ATTACHED = "Quoted message", "Attachments"
"""The headings under which stand what is quoted of earlier messages, and the names of attached files."""
FIELDS = ("From", "To", "Cc", "Date", "Subject")

EARLIER = re.compile(
    r"^\s*(?:-{2,}\s*(?:Original Message|Forwarded message|Message d'origine|Mensaje original)\s*-{2,}"
    r"|(?:On|Le|El)\b.{6,200}\b(?:wrote|a écrit|escribió)\s*:"
    r"|_{10,}"
    r"|From:\s.+)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line after which a message only repeats earlier ones."""
LONGEST_FIELD = 2000


def message(
    fields: Mapping[str, str],
    *,
    plain: str,
    page: str,
    attachments: Sequence[str],
    is_cut_off: bool,
    name: str,
) -> Document:
    """The tree of a message from its fields, its text (plain, or else a page) and the names of its attachments.

    Raises Unreadable for a message without text.
    """
    own, earlier = _parted(plain) if plain.strip() else ("", "")
    sections = list(_sections(own, name)) if own.strip() else []
    if not sections and page.strip():
        sections = list(html_form.read(_clean(page).encode("utf-8", "replace"), name=name).sections)
    if not sections and not earlier.strip():
        raise Unreadable("the message has no text", where=name, remedy="Save it again with its text")
    if is_cut_off:
        sections.append(Section("", (), (Paragraph((Run(TEXT_ENDS),)),)))
    if earlier.strip():
        quoted = re.sub(r"(?m)^[ \t]*(?:> ?)+", "", earlier)
        sections += [replace(one, heading=(Run(QUOTED),)) for one in _sections(quoted, name)]
    if attachments:
        items = tuple(Paragraph((Run(_clean(one)),), kind="item") for one in attachments)
        sections.append(Section("", (Run(ATTACHED),), items))
    head = Section("", (), (_table(fields),))
    subject = _clean(fields.get("Subject", ""))
    title = (Run(subject),) if subject else ()
    return Document(EMAIL, "en", Masthead(dated=_clean(fields.get("Date", ""))), title, (), (head, *sections))


def _sections(text: str, name: str) -> Sequence[Section]:
    """The sections of a text. Its first lines, which a paper would have for a title, are part of it."""
    text = _clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return ()
    found = text_form.read(text.encode("utf-8", "replace"), name=name)
    heads: tuple[Block, ...] = tuple(Paragraph(one) for one in (found.title, found.subtitle) if one)
    if not heads:
        return found.sections
    first = found.sections[0] if found.sections else Section("", ())
    if first.heading:
        return (Section("", (), heads), *found.sections)
    return (replace(first, blocks=(*heads, *first.blocks)), *found.sections[1:])


def _parted(text: str) -> tuple[str, str]:
    """The message's own text, and what it repeats of earlier ones."""
    match = EARLIER.search(text)
    own, earlier = (text[: match.start()], text[match.start() :]) if match else (text, "")
    kept: list[str] = []
    quoted: list[str] = []
    for line in own.splitlines():
        (quoted if line.lstrip().startswith(">") else kept).append(line)
    return "\n".join(kept), "\n".join([*quoted, earlier])


def _table(fields: Mapping[str, str]) -> Table:
    rows = tuple(Row((_cell(name), _cell(fields[name]))) for name in FIELDS if fields.get(name))
    return Table("plain", (), (), rows)


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(_clean(text)[:LONGEST_FIELD]),)),))


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("", text).strip()
