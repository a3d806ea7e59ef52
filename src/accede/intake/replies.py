"""An answer by e-mail: which State, on what day; that nothing changed renews what it said, anything else is a statement.

Only the message's own text is read. What it repeats of the letter it answers, and attached files, are not the State's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_to_datetime

from accede.activities.values import Activity
from accede.evidence.values import Code, Confirmation, Statement
from accede.intake.documents.message import ATTACHED, EMAIL, QUOTED
from accede.intake.documents.whole import is_whole
from accede.intake.findings import Certainty, DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.prose.circumstances import codes_of
from accede.intake.prose.passages import page_of
from accede.intake.prose.treaties import Treaties
from accede.intake.status_paper.overview_entries import UNCHANGED
from accede.intake.status_paper.reading import split
from accede.paper.tree import Document, Paragraph, Table, paragraph_text, text_of
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import InvalidDate, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind

MISSION = re.compile(
    r"\b(?:Permanent )?(?:Mission|Representation|Embassy|Ministry of Foreign Affairs|Delegation"
    r"|Government)\b[^.;\n]{0,30}?\b(?:of|de)\b (?:the )?"
)
GREETING = re.compile(
    r"^(?:Dear\b|Excellenc|Your Excellency|Good (?:morning|afternoon)|Hello|Hi\b|Thank you\b|Thanks\b"
    r"|Many thanks|With (?:best|kind)|Best\b|Kind\b|Warm"
    r"|Regards|Sincerely|Yours\b|Please accept|I remain|Sent from|This (?:e-?mail|message) (?:is|and)"
    r"|On behalf of\b.{0,60}$|\+?\d[\d ()-]{6,}$)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:position|polic\w+|acce\w+|ratif\w+|conventions?|treat(?:y|ies)|mines?|landmines?|moratori\w+"
    r"|stockpil\w+|produc\w+|export\w*|consider\w*|decision"
    r"|update[sd]?|information|chang\w+|report\w*|conflict|security|join\w*|adher\w*|attend\w*|participat\w*)\b",
    re.IGNORECASE,
)
LONGEST_UNCHANGED = 500
SHORTEST = 4


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """A reply where the document is a message that a State sent; others are read as what they hold."""
    if document.kind != EMAIL:
        return None
    return (
        DocumentKind.REPLY
        if _sender(document, ground) or re.match(r"(?:re|aw|sv|tr)\s*:", _field(document, "Subject"), re.IGNORECASE)
        else None
    )


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """The confirmation or statement of the message. Never raises for what stands in it."""
    page = page_of(document, ground)
    whole = " ".join((_field(document, "Subject"), *(text for _, text in _own(document)), *_quoted(document)))
    treaty = Treaties(ground.treaties).about(whole, ground.treaty)
    state, on = _sender(document, ground), _sent(document)
    not_understood = [
        NotUnderstood(where="attachments", text=text_of(block.inlines), part=Part.PROSE)
        for section in document.sections
        if text_of(section.heading) == ATTACHED
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    proposals: list[Proposal] = []
    if not state or on is None:
        what = "which State sent the message" if not state else "on what day the message was sent"
        unknown = UnknownName(f"it does not tell {what}", remedy="Give the message with its head and signature")
        not_understood.append(
            NotUnderstood(where="head", text=_field(document, "From"), part=Part.TABLE, error=unknown)
        )
    else:
        for one in _said(document, treaty, state, on, ground):
            (proposals if isinstance(one, Proposal) else not_understood).append(one)  # type: ignore[arg-type]
        reply = Activity(treaty=treaty, kind=ActivityKind.REPLY, on=on, by=state)
        passage = _field(document, "From") or _field(document, "Date")
        proposals.append(Proposal(fact=reply, locator="head", passage=passage))
    return Findings(
        kind=kind,
        title=text_of(document.title) or "Message without a subject",
        as_of=on,
        proposals=tuple(proposals),
        not_understood=tuple(not_understood),
        states=(state,) if state else (),
        cut_off=page.cut_off,
        treaty=treaty,
        issued=on,
    )


def _said(
    document: Document, treaty: str, state: str, on: PartialDate, ground: Ground
) -> Iterator[Proposal | NotUnderstood]:
    """That nothing changed, or what the State says; greetings are neither."""
    citation = f"Email from {_mission(document, state, ground)}, {on.wording()}"
    told = [(where, text) for where, whole in _own(document) if (text := _without_courtesies(whole))]
    about = [(where, text) for where, text in told if ABOUT.search(text) and len(text.split()) >= SHORTEST]
    unchanged = next(((where, text) for where, text in about if UNCHANGED.search(text)), None)
    if unchanged is not None and sum(len(text) for _, text in about) <= LONGEST_UNCHANGED:
        where, text = unchanged
        yield Proposal(
            fact=Confirmation(treaty=treaty, state=state, said=on, citation=citation, text=text),
            locator=where,
            passage=text,
        )
        about = [one for one in about if one != unchanged]
    elif about:
        text = "\n".join(text for _, text in about)
        yield Proposal(
            fact=Statement(
                treaty=treaty,
                state=state,
                occasion="",
                said=on,
                citation=citation,
                channel=Channel.RESPONSE_TO_LETTER,
                text_kind=TextKind.QUOTATION,
                text=text,
                codes=tuple(Code(kind=kind, code=code, trigger=trigger) for kind, code, trigger in codes_of(text)),
            ),
            locator=about[0][0],
            passage=text,
            certainty=Certainty.LIKELY,
        )
        about = []
    for where, text in told:
        if (where, text) in about or not ABOUT.search(text):
            yield NotUnderstood(where=where, text=text, part=Part.PROSE)


def _without_courtesies(text: str) -> str:
    """A paragraph without the greetings and thanks at its beginning and end; empty where it is nothing else."""
    sentences = split(text)
    while sentences and GREETING.match(sentences[0]):
        sentences.pop(0)
    while sentences and GREETING.match(sentences[-1]):
        sentences.pop()
    rest = " ".join(sentences).strip()
    is_signature = bool(MISSION.match(rest)) and not is_whole(rest)
    return "" if is_signature else rest


def _own(document: Document) -> list[tuple[str, str]]:
    """The paragraphs of the message's own text with their places."""
    found: list[tuple[str, str]] = []
    for section in document.sections:
        if text_of(section.heading) in (QUOTED, ATTACHED):
            continue
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append((f"message, paragraph {len(found) + 1}", text_of(block.inlines).strip()))
    return [one for one in found if one[1]]


def _quoted(document: Document) -> Iterator[str]:
    for section in document.sections:
        if text_of(section.heading) == QUOTED:
            yield from (text_of(block.inlines) for block in section.blocks if isinstance(block, Paragraph))


def _field(document: Document, name: str) -> str:
    """A field of the message's head; empty where it has none."""
    for section in document.sections[:1]:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows + block.header:
                    cells = [paragraph_text(cell.paragraphs).strip() for cell in row.cells]
                    if len(cells) == 2 and cells[0] == name:
                        return cells[1]
    return ""


def _sent(document: Document) -> PartialDate | None:
    """The day it was sent, in the sender's own time."""
    try:
        return PartialDate.on_day(parsedate_to_datetime(_field(document, "Date")).date())
    except (TypeError, ValueError, IndexError, OverflowError, InvalidDate):
        return None


def _sender(document: Document, ground: Ground) -> str:
    """The State that sent it: by the name of the sender, by a mission or ministry that signs; empty where two are meant."""
    name = _name_in(_field(document, "From"))
    named = {state for _, _, state in ground.names.spot(name)}
    if len(named) == 1:
        return named.pop()
    signed: dict[str, None] = {}
    for _, text in _own(document):
        for match in MISSION.finditer(text):
            signed |= dict.fromkeys(
                state for start, _, state in ground.names.spot(text) if 0 <= start - match.end() < 2
            )
    return next(iter(signed)) if len(signed) == 1 else ""


def _name_in(sender: str) -> str:
    """The name before an address."""
    try:
        return parseaddr(sender)[0]
    except RecursionError:  # brackets within brackets without end
        return ""


def _mission(document: Document, state: str, ground: Ground) -> str:
    """Who sent it, as it is cited: the mission of the State where the message names one."""
    for _, text in _own(document):
        for match in MISSION.finditer(text):
            for start, end, found in ground.names.spot(text):
                if found == state and 0 <= start - match.end() < 2:
                    place = re.match(r"(?: to [^,.;\n]+)?(?: in (?:Geneva|New York|Vienna))?", text[end:])
                    return f"the {text[match.start() : end]}{place[0] if place else ''}"
    return ground.names.in_sentence(state)
