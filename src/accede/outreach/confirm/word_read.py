"""A Word form that came back, read to the same Answers as the page gives; what was not read is told.

Fields are known by their names, wherever they were moved to. What somebody typed beside them is no answer, but is not lost
either: every paragraph that the form did not print is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext, override

from accede.intake.documents.door import refuse_unread
from accede.intake.documents.package import AS_DOCX, Element, Package
from accede.outreach.confirm.answers import Answers
from accede.outreach.confirm.fields import Field, FieldKind, fields_of
from accede.outreach.confirm.form import Form, form_of
from accede.outreach.confirm.read import TICKED, read
from accede.outreach.confirm.register import register_at
from accede.outreach.confirm.word import REFERENCE_LINE, Reference, instant_of, reference_in, written
from accede.vocabulary.errors import AccedeError, Unreadable
from accede.vocabulary.languages import Language

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr", "delText"})
COPIED = re.compile(r"[_ ]Copy[_ ]\d+$")
"""What LibreOffice puts behind the name of a bookmark that it had already."""
RENAMED = "__Fieldmark__"
"""How the names begin that LibreOffice gives to ticks and choices."""
SET_APART = re.compile("[\\u2066-\\u2069\\u200e\\u200f\\ufeff]")
OFF = frozenset({"0", "false", "off"})
MOST_UNREAD, LONGEST_UNREAD = 100, 2_000


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that is no answer: where it stands or what it was to answer, its words, and why it was not taken."""

    where: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What a Word form says. `letter` is the key of the letter it went with, "" where it does not tell."""

    form: Form
    answers: Answers
    letter: str
    unread: tuple[Unread, ...]


def read_word(content: bytes, *, name: str) -> ReadForm:
    """The answers of a Word form. Raises Unreadable for what is no form of ours, or of a State or day that cannot be."""
    refuse_unread(content, name=name)
    body = _Body(name)
    body.read(content)
    reference = body.reference
    if reference is None:
        raise Unreadable(
            "it is no form that a State was sent: the line with its reference is missing",
            where=name,
            remedy="Enter what it says as a reply",
        )
    form = _form(reference, name)
    with override(reference.language):
        printed = _Body(name)
        printed.read(written(form, letter=reference.letter))
        answers, unread = _answers(form, body, printed)
    return ReadForm(form, answers, reference.letter, unread)


def _form(reference: Reference, name: str) -> Form:
    """The form as it was sent. Raises Unreadable."""
    known_on = instant_of(reference.known_on)
    try:
        if known_on is None or reference.language not in set(Language):
            raise ValueError(reference.known_on)
        return form_of(register_at(reference.treaty, date.fromisoformat(reference.as_of), known_on), reference.state)
    except (ValueError, AccedeError) as error:
        raise Unreadable(
            "the line with its reference was changed: it names no form that can be made",
            where=name,
            remedy="Enter what it says as a reply",
        ) from error


def _answers(form: Form, body: _Body, printed: _Body) -> tuple[Answers, tuple[Unread, ...]]:
    fields = fields_of(form)
    values, unread = {}, []
    for key, about in fields.items():
        given = [value for each in body.found.get(key, ()) if (value := _value(about, each)).strip()]
        values[key] = given[0] if given else ""
        for other in dict.fromkeys(given[1:]):
            if other != values[key]:
                unread.append(
                    Unread(about.label, other, gettext("The field is filled in twice; the first one counts."))
                )
        if key not in body.found:
            unread.append(Unread(about.label, "", gettext("The field is missing from the file.")))
    filled = read(form, values)
    for key, why in filled.wrong.items():
        unread.append(Unread(fields[key].label, values[key][:LONGEST_UNREAD], why))
        values[key] = ""
    answers = filled.answers or read(form, values).answers
    assert answers is not None  # nothing wrong is left
    known = set(printed.lines)
    beside = [text for text in body.lines if text not in known]
    why = gettext("It stands beside the fields.")
    unread += [Unread(gettext("Text"), text[:LONGEST_UNREAD], why) for text in beside]
    return answers, tuple(unread[:MOST_UNREAD])


def _value(about: Field, found: _Found) -> str:
    match about.kind:
        case FieldKind.TICK:
            return TICKED if found.is_ticked else ""
        case FieldKind.CHOICE:
            return about.options[found.chosen][0] if 0 <= found.chosen < len(about.options) else ""
        case _:
            return found.text


def _plain(text: str) -> str:
    return " ".join(SET_APART.sub("", text).split())


@dataclass(slots=True)
class _Found:
    """A form field as it stands in the file."""

    name: str
    text: str = ""
    is_ticked: bool = False
    chosen: int = 0
    is_shown: bool = False

    @property
    def is_unnamed(self) -> bool:
        """Whether a program took its own name away."""
        return not self.name or self.name.startswith(RENAMED)


@dataclass(slots=True)
class _Body:
    """Reads the text of one file: its form fields by name, and the paragraphs beside them, in order."""

    name: str
    found: dict[str, list[_Found]] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    open: list[_Found] = field(default_factory=list)
    line: list[str] = field(default_factory=list)

    def read(self, content: bytes) -> None:
        """Raises Unreadable."""
        root = Package(content, name=self.name).part("word/document.xml")
        if root is None:
            raise Unreadable("it is not a Word file: it has no text of a document", where=self.name, remedy=AS_DOCX)
        for step, element in _walked(root):
            self.step(step, element)

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands beside the fields, line by line, without the reference."""
        told = (REFERENCE_LINE.sub("", _plain(line)) for each in self.beside for line in each.split("\n"))
        return tuple(text for each in told if (text := each.strip()))

    @property
    def reference(self) -> Reference | None:
        """What the file is a form of; None where its line is missing."""
        return next((told for each in self.beside if (told := reference_in(_plain(each)))), None)

    def step(self, step: str, element: Element) -> None:
        name = _local(element)
        if step == "end":
            if name == "p":
                self.end_paragraph()
            return
        match name:
            case "bookmarkStart":
                self.mark(_attribute(element, "id"), COPIED.sub("", _attribute(element, "name")))
            case "bookmarkEnd":
                self.marks.pop(_attribute(element, "id"), None)
            case "fldChar":
                self.field_character(element)
            case "t":
                self.say(element.text or "")
            case "tab":
                self.say("\t")
            case "br" | "cr":
                self.say("\n")
            case "noBreakHyphen":
                self.say("-")

    def mark(self, number: str, name: str) -> None:
        """A bookmark begins: around the fields that come, or, as LibreOffice writes it, within the one it belongs to."""
        if name.startswith(RENAMED):
            return
        self.marks[number] = name
        if self.open and self.open[-1].is_unnamed:
            self.open[-1].name = name

    def field_character(self, element: Element) -> None:
        match _attribute(element, "fldCharType"):
            case "begin":
                self.open.append(_begun(element, tuple(self.marks.values())))
            case "separate" if self.open:
                self.open[-1].is_shown = True
            case "end" if self.open:
                ended = self.open.pop()
                self.found.setdefault(ended.name, []).append(ended)

    def say(self, text: str) -> None:
        """Text belongs to the innermost field that shows it; what stands before a field's result is its code."""
        if not self.open:
            self.line.append(text)
        elif self.open[-1].is_shown:
            self.open[-1].text += text

    def end_paragraph(self) -> None:
        for each in self.open:
            if each.is_shown:
                each.text += "\n"
        self.beside.append("".join(self.line))
        self.line.clear()


def _begun(element: Element, marks: tuple[str, ...]) -> _Found:
    """A field at its beginning: by its own name, or by the bookmark around it where a program gave it another."""
    found = _Found("")
    for each in element.iter():
        match _local(each):
            case "name":
                found.name = _attribute(each, "val")
            case "checked":
                found.is_ticked = _attribute(each, "val") not in OFF
            case "result":
                chosen = _attribute(each, "val")
                found.chosen = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 4 else -1
    if marks and found.is_unnamed:
        found.name = marks[-1]
    return found


def _walked(root: Element) -> Iterator[tuple[str, Element]]:
    """Elements as they begin and end, without what was deleted; not by recursion, which a hostile file would exhaust."""
    waiting: list[tuple[str, Element]] = [("start", root)]
    while waiting:
        step, element = waiting.pop()
        yield step, element
        if step == "start":
            waiting.append(("end", element))
            waiting.extend(("start", child) for child in reversed(element) if _local(child) not in LEFT_OUT)


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Element, name: str) -> str:
    return element.get(f"{WORD}{name}") or element.get(f"{STRICT}{name}") or ""


__all__ = ["ReadForm", "Unread", "read_word"]
