"""The form as a Word file, which a State fills in without being online: the same parts and fields as the page.

Fields are form fields of Word (FORMTEXT, FORMCHECKBOX, FORMDROPDOWN) with stable names, in a file that is protected but for
them. LibreOffice up to 7.4 drops the tags of content controls when it saves; it keeps the names of form fields, or, of ticks
and choices, the bookmark of the same name around them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, override
from lxml import etree

from accede.activities.letters import Letter, Round
from accede.outreach.confirm.fields import Block, Field, FieldKind, Part, Told, opening_of, parts_of, title_of
from accede.outreach.confirm.form import Form, form_of
from accede.outreach.confirm.register import public_register
from accede.overview.register import Register
from accede.paper.tree import Document, Masthead, Run
from accede.publishing.wording import day, language
from accede.reporting.render.direction import direction
from accede.reporting.render.docx import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from accede.reporting.render.word_package import word_package
from accede.reporting.render.wordml import RELATIONS, SPACES, Element, language_of_script, text_element, w

KIND = "confirm form"
REFERENCE = "ACCEDE-FORM-1"
"""How the line begins that says what the file is a form of."""
REFERENCE_LINE = re.compile(rf"{REFERENCE}\s*\|((?:[^|]{{0,400}}\|){{6}})")
LABELS_WIDE = 3000
EMPTY = "\u2002" * 5
"""What Word shows in a text field with nothing in it."""
ROOM = {FieldKind.TEXT: 1100, FieldKind.LINE: 380, FieldKind.DATE: 380, FieldKind.NUMBER: 380, FieldKind.CHOICE: 380}
"""The least height of a row, so that there is room to write on paper too."""
GREY = "BFBFBF"


def word_form(register: Register, round: Round, letter: Letter) -> bytes:  # noqa: A002  what it is
    """The Word form that goes with a letter, in its language. What it shows is public, whatever register is given.

    Raises UnknownName for a State that is not held.
    """
    public = public_register(register.treaty.key, round.as_of.counts_from)
    with override(letter.language):
        return written(form_of(public, letter.state), letter=f"{letter.round}/{letter.state}")


def written(form: Form, *, letter: str = "") -> bytes:
    """The bytes of a .docx file, in the language that is written in; the same form gives the same bytes."""
    writer = _Writer(language())
    body = w("body", *writer.front(form))
    for part in parts_of(form):
        body.extend(writer.part(part))
    body.extend((writer.paragraph(gettext("Reference of this form; please leave it as it is."), "Note", keep=True),))
    body.append(writer.paragraph(reference_of(form, letter), "Note", spoken="en"))
    body.append(_page(language()))
    title = (Run(title_of(form)),)
    document = Document(KIND, language(), Masthead(), title, as_of=form.as_of.isoformat(), known_on=_instant(form))
    parts = {
        "document": w("document", body),
        "footnotes": _notes(),
        "header1": w("hdr", w("p")),
        "header2": w("hdr", w("p")),
        "footer1": _footer("right"),
        "footer2": _footer("left"),
    }
    return _protected(word_package(document, parts))


@dataclass(frozen=True, slots=True)
class Reference:
    """What a file is a form of."""

    treaty: str
    state: str
    language: str
    as_of: str
    known_on: str
    letter: str


def reference_of(form: Form, letter: str) -> str:
    """The line that says which form it is: by it the form can be made again, and what was added be told from what was printed."""
    told = (REFERENCE, form.treaty, form.state, language(), form.as_of.isoformat(), _instant(form), letter)
    return "".join(f"{each} | " for each in told).rstrip()


def reference_in(text: str) -> Reference | None:
    """What such a line says, whatever stands around it; None for another line."""
    found = REFERENCE_LINE.search(text)
    return Reference(*(part.strip() for part in found[1].split("|")[:6])) if found else None


def _instant(form: Form) -> str:
    return form.known_on.isoformat()


class _Writer:
    """Writes paragraphs and tables in one language; numbers the bookmarks."""

    def __init__(self, spoken: str) -> None:
        self.language = spoken
        self.marks = 0

    def front(self, form: Form) -> Iterator[Element]:
        """Title, where the State stands, how it is filled in."""
        yield self.paragraph(title_of(form), "Title")
        subtitle = f"{form.treaty_name(self.language)} · {_as_of(form)}"
        yield self.paragraph(subtitle, "Subtitle")
        yield self.paragraph(opening_of(form), "Normal")
        yield self.paragraph(
            gettext(
                "Fill in the grey fields, save the file and send it back with your answer. Whatever you leave open stays as "
                "it is. Nothing that you write is made public before it has been looked at."
            ),
            "Normal",
        )

    def part(self, part: Part) -> Iterator[Element]:
        yield self.paragraph(part.heading, "Heading1")
        if part.opening:
            yield self.paragraph(part.opening, "Normal", keep=True)
        for block in part.blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Element]:
        if block.heading:
            yield self.paragraph(block.heading, "Heading3", keep=True)
        for told in block.told:
            yield self.told(told)
        yield self.table(block.fields)
        yield w("p", w("pPr", w("pStyle", val="AfterTable")))

    def told(self, told: Told) -> Element:
        style = "Quotation" if told.is_quotation else "Note" if told.is_remark else "Normal"
        return self.paragraph(told.words, style, keep=True, spoken=told.language)

    def paragraph(self, text: str, style: str, *, keep: bool = False, spoken: str = "") -> Element:
        properties = w("pPr", w("pStyle", val=style), *([w("keepNext")] if keep else []))
        if spoken and direction(spoken) != direction(self.language):
            properties.append(w("bidi", val=int(direction(spoken) == "rtl")))
        return w("p", properties, self.run(text, spoken))

    def run(self, text: str, spoken: str = "") -> Element:
        """A run without the marks that set texts of another language apart on a page: its language says it."""
        properties = w("rPr")
        if spoken and spoken != self.language:
            if direction(spoken) != direction(self.language):
                properties.append(w("rtl", val=int(direction(spoken) == "rtl")))
            properties.append(w("lang", **language_of_script(spoken)))
        return w("r", *([properties] if len(properties) else []), text_element(text))

    def table(self, fields: tuple[Field, ...]) -> Element:
        borders = (
            w(side, val="single", sz=4, space=0, color=GREY)
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margins = (w(side, w=90, type="dxa") for side in ("top", "left", "bottom", "right"))
        properties = w(
            "tblPr",
            *([w("bidiVisual")] if direction(self.language) == "rtl" else []),
            w("tblW", w=TEXT_WIDTH, type="dxa"),
            w("tblBorders", *borders),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *margins),
        )
        widths = (LABELS_WIDE, TEXT_WIDTH - LABELS_WIDE)
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        rows = (self.row(field, widths, keep=field is not fields[-1]) for field in fields)
        return w("tbl", properties, grid, *rows)

    def row(self, field: Field, widths: tuple[int, int], *, keep: bool) -> Element:
        """Label and field beside each other; a tick stands before its label. `keep` holds it on the page of the next."""
        kept = [w("keepNext")] if keep else []
        if field.kind is FieldKind.TICK:
            line = w(
                "p", w("pPr", w("pStyle", val="TableText"), *kept), *self.field(field), self.run(f" {field.label}")
            )
            whole = w("tcPr", w("tcW", w=sum(widths), type="dxa"), w("gridSpan", val=2))
            return w("tr", w("trPr", w("cantSplit")), w("tc", whole, line))
        label = [self.paragraph(field.label, "TableText", keep=keep)]
        if field.help:
            label.append(self.paragraph(field.help, "Note", keep=keep))
        filled = w("p", w("pPr", w("pStyle", val="TableText"), *kept), *self.field(field))
        height = w("trPr", w("cantSplit"), w("trHeight", val=ROOM[field.kind], hRule="atLeast"))
        cells = (
            w(
                "tc",
                w("tcPr", w("tcW", w=widths[0], type="dxa"), w("shd", val="clear", color="auto", fill="F5F5F5")),
                *label,
            ),
            w("tc", w("tcPr", w("tcW", w=widths[1], type="dxa")), filled),
        )
        return w("tr", height, *cells)

    def field(self, field: Field) -> Iterator[Element]:
        """A form field within a bookmark of its name."""
        self.marks += 1
        number = self.marks
        kind, code, shown = _kind(field)
        about = w("ffData", w("name", val=field.name), w("enabled"), w("calcOnExit", val=0))
        about.append(w("statusText", type="text", val=field.label[:138]))  # Word has room for 138
        about.append(kind)
        yield w("bookmarkStart", id=number, name=field.name)
        yield w("r", w("fldChar", about, fldCharType="begin"))
        instruction = w("instrText")
        instruction.text = f" {code} "
        instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield w("r", instruction)
        if shown:
            yield w("r", w("fldChar", fldCharType="separate"))
            yield w("r", text_element(shown))
        yield w("r", w("fldChar", fldCharType="end"))
        yield w("bookmarkEnd", id=number)


def _kind(field: Field) -> tuple[Element, str, str]:
    """What says the kind of a form field, its code, and what it shows at first."""
    match field.kind:
        case FieldKind.TICK:
            return w("checkBox", w("sizeAuto"), w("default", val=0)), "FORMCHECKBOX", ""
        case FieldKind.CHOICE:
            return w("ddList", *(w("listEntry", val=words) for _, words in field.options)), "FORMDROPDOWN", ""
        case _:
            return w("textInput", w("maxLength", val=field.most)), "FORMTEXT", EMPTY


def _as_of(form: Form) -> str:
    return gettext("Information as of %(day)s") % {"day": day(form.as_of)}


def _notes() -> Element:
    return w(
        "footnotes",
        w("footnote", w("p", w("r", w("separator"))), type="separator", id=-1),
        w("footnote", w("p", w("r", w("continuationSeparator"))), type="continuationSeparator", id=0),
    )


def _footer(side: str) -> Element:
    properties = w("pPr", w("pStyle", val="Footer"), w("jc", val=side))
    return w("ftr", w("p", properties, w("fldSimple", w("r", text_element("1")), instr=" PAGE ")))


def _page(spoken: str) -> Element:
    section = w("sectPr")
    for kind, relation in (("default", 7), ("even", 8)):
        reference = w("footerReference", type=kind)
        reference.set(f"{{{RELATIONS}}}id", f"rId{relation}")
        section.append(reference)
    margins = {"top": 1134, "right": MARGIN, "bottom": 1247, "left": MARGIN, "header": 600, "footer": 600, "gutter": 0}
    section.extend((w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT), w("pgMar", **margins)))
    if direction(spoken) == "rtl":
        section.append(w("bidi"))
    return section


def _protected(package: bytes) -> bytes:
    """The same file, in which only form fields can be changed; without a password, since it guards from slips and nobody else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "word/settings.xml":
                root = etree.fromstring(data)
                stop = root.find("w:defaultTabStop", SPACES)
                assert stop is not None
                stop.addprevious(w("documentProtection", edit="forms", enforcement=1))
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            after.writestr(entry, data)
    return made.getvalue()


def instant_of(text: str) -> datetime | None:
    """The instant of a reference; None for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
