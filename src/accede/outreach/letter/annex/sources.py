"""The sources of an annex, by the numbers under which its entries name them."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed, Cited
from accede.outreach.letter.lines import told
from accede.paper.tree import Cell, Inline, Paragraph, Row, Run, Section, Table
from accede.publishing.followed import followed
from accede.publishing.wording import held, language, when
from accede.records.values import Source
from accede.reporting.recipes.prose import words
from accede.vocabulary.punctuation import marks
from accede.vocabulary.sources import SourceKind


def sources(matter: Annexed) -> Section | None:
    """The part; none where nothing rests on a source."""
    rows = tuple(_row(matter, cited) for cited in matter.cited.values())
    return Section("", told(gettext("Sources")), (Table("sources", (), (), rows, (7.0, 93.0)),)) if rows else None


def _row(matter: Annexed, cited: Cited) -> Row:
    held_ = [matter.register.sources[key] for key in cited.sources if key in matter.register.sources]
    if len(cited.sources) > 1:
        paragraphs = _together(held_)
    elif held_:
        paragraphs = _source(held_[0])
    else:
        paragraphs = (Paragraph(told(gettext("a source that is not public"))),)
    number = Cell((Paragraph(words(f"[{cited.number}]")),))
    return Row((number, Cell(paragraphs, tuple(cited.evidence))), cited.sources[0])


def _together(of: list[Source]) -> tuple[Paragraph, ...]:
    """Several in one line: records of votes by the texts they are of, others by their titles; and who keeps them."""
    ordered = sorted(of, key=lambda each: _time(each))
    if of[0].kind is SourceKind.VOTE_RECORD:
        texts = ", ".join(each.symbol or each.title for each in ordered)
        title = told(gettext("Voting records of the General Assembly: %(texts)s") % {"texts": held(texts)})
    else:
        title = (
            Run("; ".join(dict.fromkeys(each.title for each in ordered)), language="" if language() == "en" else "en"),
        )
    publishers = marks(language()).enumeration.join(
        dict.fromkeys(held(each.publisher) for each in of if each.publisher)
    )
    return _paragraphs(title, publishers)


def _time(source: Source) -> str:
    dated = source.issued or source.information_as_of
    return dated.edtf if dated else ""


def _source(source: Source) -> tuple[Paragraph, ...]:
    spoken = source.language if source.language and source.language != language() else ""
    details = [held(source.publisher), held(source.symbol), _dated(source), held(followed(source.url))]
    return _paragraphs((Run(source.title, language=spoken),), marks(language()).comma.join(filter(None, details)))


def _dated(source: Source) -> str:
    if source.information_as_of:
        return gettext("information as of %(day)s") % {"day": when(source.information_as_of)}
    return when(source.issued) if source.issued else ""


def _paragraphs(title: tuple[Inline, ...], details: str) -> tuple[Paragraph, ...]:
    return (Paragraph(words(*title)), *((Paragraph(told(details), kind="note"),) if details else ()))
