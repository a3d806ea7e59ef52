"""The vocabulary of WordprocessingML that our Word files use: elements, texts, languages."""

from lxml import etree

from accede.reporting.render.direction import direction
from accede.reporting.render.line import one_line

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {"w": WORD, "r": RELATIONS}
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
# The region that Word wants with a language.
REGIONS = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}

Element = etree._Element


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of WordprocessingML; its attributes are of the same namespace."""
    named = {f"{{{WORD}}}{key}": str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{WORD}}}{tag}", named, nsmap=SPACES)
    element.extend(children)
    return element


def text_element(text: str) -> Element:
    """The text of a run, all its white space kept."""
    element = etree.Element(f"{{{WORD}}}t", PRESERVE, nsmap=SPACES)
    element.text = one_line(text)
    return element


def language_of_script(language: str) -> dict[str, str]:
    """The attribute of w:lang that a language goes into: Word keeps one for each of three kinds of script."""
    if language == "zh":
        return {"eastAsia": REGIONS[language]}
    return {"bidi" if direction(language) == "rtl" else "val": REGIONS.get(language, language)} if language else {}


def as_part(root: Element) -> bytes:
    """The bytes of a part of the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
