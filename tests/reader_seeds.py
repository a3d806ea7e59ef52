"""Documents of our own words, one or more of each kind and format that is read: what tests and fuzzing spoil."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pikepdf

from accede.paper.tree import Document, Masthead, Paragraph, Run, Section
from accede.reporting.render import RENDERERS
from compound_file import message
from sample_paper import sample_paper

SAMPLES = Path(__file__).parent / "samples"
CORPUS = Path(__file__).parent / "corpus" / "readers"
"""Documents that a reader once stumbled over, or that took a way through it that no other takes."""


@cache
def seeds() -> dict[str, bytes]:
    """The bytes of each document by a file name whose suffix is its format."""
    found = {"status_paper.txt": (SAMPLES / "status_paper.txt").read_bytes()}
    found |= {path.name: path.read_bytes() for path in sorted((SAMPLES / "intake").iterdir()) if path.suffix != ".md"}
    paper = sample_paper()
    for suffix in (".docx", ".html", ".md", ".json"):
        found[f"paper{suffix}"] = RENDERERS[suffix](paper)
    release = _release()
    found["release.docx"] = RENDERERS[".docx"](release)
    found["release.pdf"] = plain_pdf(RENDERERS[".pdf"](release))
    found["untagged.pdf"] = plain_pdf(RENDERERS[".pdf"](release), is_tagged=False)
    found["reply.msg"] = outlook_reply()
    found["reports.xlsx"] = workbook(
        ["State", "Date of submission", "Period covered", "Type"],
        ["Mongolia", date(2031, 4, 28), 2030, "voluntary"],
        ["Nepal", date(2031, 5, 2), 2030, "voluntary"],
    )
    found["attendance.xlsx"] = workbook(
        ["State", "16MSP", "17MSP", "IM2018"], ["China", "x", "", "x"], ["Cuba", "", "x", ""], ["Nepal", "x", "x", ""]
    )
    found["activities.csv"] = (
        b"Date,Activity,By,Towards,Place,Summary\n"
        b"3 March 2031,Bilateral meeting,President,Nepal,Geneva,About the borders\n"
        b'4 March 2031,Letter,President,"China, Cuba and Nepal",Geneva,Asked for news\n'
    )
    found["statements.csv"] = (
        "State;Occasion;Date;Statement\nNepal;16MSP;20 December 2017;“We look at the matter again.”\n"
        "China;IM2018;8 June 2018;It reported that it had made no change.\n"
    ).encode()
    found["status.csv"] = (
        b"Participant,Signature,Ratification,Entry into force\nNepal,,3 Mar 2031 a,1 Sep 2031\nMarshall Islands,4 Dec 1997,,\n"
    )
    return found


def _release() -> Document:
    """A press release, one page long."""
    texts = (SAMPLES / "intake" / "press_release_condemns.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    title, *rest = (" ".join(text.split()) for text in texts)
    blocks = tuple(Paragraph((Run(text),)) for text in rest)
    return Document("plain", "en", Masthead(), (Run(title),), (), (Section("", (), blocks),))


def plain_pdf(data: bytes, *, is_tagged: bool = True) -> bytes:
    """The same PDF with what is written on its pages unpacked, so that what is spoilt is the text; without tags if asked."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not is_tagged and "/StructTreeRoot" in pdf.Root:
            del pdf.Root.StructTreeRoot
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents = pdf.make_stream(page.Contents.read_bytes())
        pdf.remove_unreferenced_resources()
        pdf.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False, deterministic_id=True
        )
    return out.getvalue()


def outlook_reply() -> bytes:
    """A reply as Outlook saves it."""
    told = {
        "0037": "RE: Mine Ban Convention: your letter",
        "0C1A": "Permanent Mission of Nepal",
        "0C1F": "mission@example.org",
        "1000": "Dear President,\r\n\r\nNepal's position on the Convention has not changed since its last statement.\r\n",
    }
    return message(told, sent=135_000_000_000_000_000)


def workbook(*rows: list[object]) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
