"""The file around the text of a Word document: the parts that never change, its properties, the zip.

Parts have a fixed order and no time, so the same document gives the same bytes.
"""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from accede.paper.canonical import tree_hash
from accede.paper.tree import Document, text_of
from accede.paper.wording import SUMMARY, word
from accede.reporting.render.direction import direction
from accede.reporting.render.line import one_line
from accede.reporting.render.moment import moment
from accede.reporting.render.setting import Setting, setting
from accede.reporting.render.wordml import REGIONS, RELATIONS, SPACES, WORD, Element, as_part, language_of_script, w

PARTS = Path(__file__).parent / "templates/word"
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
REGULAR_FILE_ON_UNIX = 0o644 << 16


def word_package(document: Document, written: dict[str, Element], media: Mapping[str, bytes] | None = None) -> bytes:
    """The bytes of the .docx file: the written parts by name ("document", "footnotes", "header1" ...) and the others.

    `media` are files of pictures by name; each has its name as the key of its relationship.
    """
    files = media or {}
    parts = {
        "[Content_Types].xml": _content_types(files),
        "_rels/.rels": _shipped("package_rels.xml"),
        "docProps/core.xml": _core_properties(document),
        "docProps/custom.xml": _custom_properties(document),
        "word/_rels/document.xml.rels": _relationships(files),
        "word/styles.xml": _styles(document.language, setting(document)),
        "word/settings.xml": _shipped("settings.xml"),
        "word/numbering.xml": _numbering(document.language),
        **{f"word/{name}.xml": as_part(root) for name, root in written.items()},
        **{f"word/media/{name}": data for name, data in files.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = REGULAR_FILE_ON_UNIX
            package.writestr(entry, data)
    return buffer.getvalue()


@cache
def _shipped(name: str) -> bytes:
    return (PARTS / name).read_bytes()


def _content_types(media: Mapping[str, bytes]) -> bytes:
    """What the parts are; the kinds of pictures only where there is one."""
    if not media:
        return _shipped("content_types.xml")
    root = etree.fromstring(_shipped("content_types.xml"))
    space = etree.QName(root).namespace
    for suffix, kind in PICTURE_TYPES.items():
        root.insert(0, etree.Element(f"{{{space}}}Default", Extension=suffix, ContentType=kind))
    return as_part(root)


def _relationships(media: Mapping[str, bytes]) -> bytes:
    """Which parts the text refers to."""
    if not media:
        return _shipped("document_rels.xml")
    root = etree.fromstring(_shipped("document_rels.xml"))
    space = etree.QName(root).namespace
    for name in media:
        etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=f"{RELATIONS}/image", Target=f"media/{name}")
    return as_part(root)


@cache
def _styles(language: str, paper_setting: Setting) -> bytes:
    """The styles with the language of the paper; in Arabic paragraphs and runs go from right to left."""
    root = etree.fromstring(_shipped("styles.xml"))
    if paper_setting is Setting.CLOSE:
        _set_closer(root)
    elif paper_setting is Setting.SPOKEN:
        _set_to_be_read_out(root)
    elif paper_setting is Setting.LETTER:
        _set_as_letter(root)
    for lang in root.iterfind(".//w:docDefaults//w:lang", SPACES):
        for kind, value in language_of_script(language).items():
            lang.set(f"{{{WORD}}}{kind}", value)
    if direction(language) == "rtl":
        normal = root.find("w:style[@w:styleId='Normal']", SPACES)
        assert normal is not None
        normal.extend((w("pPr", w("bidi")), w("rPr", w("rtl"))))
    return as_part(root)


def _set_closer(root: Element) -> None:
    """Smaller letters, less white space, and the text no further in than its heading."""
    parts = {"sz": (("val",), 0.92), "szCs": (("val",), 0.92), "spacing": (("before", "after"), 0.5)}
    for name, (attributes, part) in parts.items():
        for element in root.iterfind(f".//w:{name}", SPACES):
            for attribute in (f"{{{WORD}}}{each}" for each in attributes):
                if attribute in element.attrib:
                    element.set(attribute, str(round(int(element.get(attribute, "0")) * part)))
    for style, left in (("Prose", 0), ("Item", 397)):
        indent = root.find(f"w:style[@w:styleId='{style}']/w:pPr/w:ind", SPACES)
        assert indent is not None
        indent.set(f"{{{WORD}}}left", str(left))
    bullet = root.find("w:style[@w:styleId='Bullet']/w:pPr", SPACES)
    assert bullet is not None
    bullet.append(w("ind", left=397, hanging=397))  # else that of the numbering counts
    line = root.find(".//w:pPrDefault//w:spacing", SPACES)
    assert line is not None
    line.set(f"{{{WORD}}}line", "250")


def _set_to_be_read_out(root: Element) -> None:
    """A style of its own for prose that is spoken: large letters on wide lines, well apart from the note above it."""
    prose = root.find("w:style[@w:styleId='Prose']", SPACES)
    assert prose is not None
    spoken = deepcopy(prose)
    prose.addnext(spoken)
    spoken.set(f"{{{WORD}}}styleId", "Spoken")
    called, spacing = spoken.find("w:name", SPACES), spoken.find("w:pPr/w:spacing", SPACES)
    assert called is not None
    assert spacing is not None
    called.set(f"{{{WORD}}}val", "Prose to be read out")
    for name, value in {"after": "200", "line": "320", "lineRule": "auto"}.items():
        spacing.set(f"{{{WORD}}}{name}", value)
    spoken.append(w("rPr", w("sz", val=25), w("szCs", val=27)))
    note = root.find("w:style[@w:styleId='Note']/w:pPr/w:spacing", SPACES)
    assert note is not None
    note.set(f"{{{WORD}}}after", "280")


def _set_as_letter(root: Element) -> None:
    """Styles of its own for address, text and signature, without an indent; the subject as large as the text."""
    normal = root.find("w:style[@w:styleId='Prose']", SPACES)
    title = root.find("w:style[@w:styleId='Title']", SPACES)
    assert normal is not None
    assert title is not None
    # Who signs stands on the other half of the line.
    lines: dict[str, tuple[dict[str, str | int], int]] = {
        "Address": ({"before": 0, "after": 20}, 0),
        "Letter": ({"before": 0, "after": 140, "line": 264, "lineRule": "auto"}, 0),
        "Signature": ({"before": 0, "after": 20}, 4700),
    }
    for name, (spacing, left) in lines.items():
        style = deepcopy(normal)
        normal.addnext(style)
        style.set(f"{{{WORD}}}styleId", name)
        called, properties = style.find("w:name", SPACES), style.find("w:pPr", SPACES)
        assert called is not None
        assert properties is not None
        called.set(f"{{{WORD}}}val", name)
        properties[:] = [w("keepLines")] if name == "Signature" else []
        properties.extend((w("spacing", **spacing), w("ind", left=left)))
        style.append(w("rPr", w("sz", val=20), w("szCs", val=23)))
    around, size = title.find("w:pPr/w:spacing", SPACES), title.find("w:rPr/w:sz", SPACES)
    larger = title.find("w:rPr/w:szCs", SPACES)
    assert around is not None
    assert size is not None
    assert larger is not None
    around.set(f"{{{WORD}}}before", "280")
    around.set(f"{{{WORD}}}after", "200")
    size.set(f"{{{WORD}}}val", "23")
    larger.set(f"{{{WORD}}}val", "25")


@cache
def _numbering(language: str) -> bytes:
    """The marks before items and summaries."""
    root = etree.fromstring(_shipped("numbering.xml"))
    mark = root.find("w:abstractNum[@w:abstractNumId='2']//w:lvlText", SPACES)
    assert mark is not None
    mark.set(f"{{{WORD}}}val", f"{word(SUMMARY, language)}:")
    return as_part(root)


def _core_properties(document: Document) -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(
        f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dublin, "dcterms": terms, "xsi": instance}
    )
    for name, text in (
        ("title", text_of(document.title)),
        ("subject", document.masthead.symbol),
        ("creator", document.masthead.organ),
        ("language", REGIONS.get(document.language, document.language)),
    ):
        if text:
            etree.SubElement(root, f"{{{dublin}}}{name}").text = one_line(text)
    if made_at := moment(document):
        for name in ("created", "modified"):
            element = etree.SubElement(root, f"{{{terms}}}{name}", {f"{{{instance}}}type": "dcterms:W3CDTF"})
            element.text = made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return as_part(root)


def _custom_properties(document: Document) -> bytes:
    custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    root = etree.Element(f"{{{custom}}}Properties", nsmap={"p": custom, "vt": types})
    facts = {
        "accede kind": document.kind,
        "accede as-of": document.as_of,
        "accede known-on": document.known_on,
        "accede tree": tree_hash(document),
    }
    for identity, (name, text) in enumerate(((name, text) for name, text in facts.items() if text), 2):
        attributes = {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(identity), "name": name}
        etree.SubElement(etree.SubElement(root, f"{{{custom}}}property", attributes), f"{{{types}}}lpwstr").text = text
    return as_part(root)
