"""What holds for every paper but the status paper, which has its own tests: bound, repeatable, honest about whose words."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from accede.evidence.values import Check, Statement
from accede.intake.documents import BY_SUFFIX
from accede.overview.register import Register
from accede.paper.canonical import canonical_bytes, document_from
from accede.paper.tree import Document, all_sections, tables, text_of
from accede.records.values import Evidence
from accede.register.neighbours import shipped_neighbours
from accede.reporting.recipes import brief, comparison, handover, plan, statement
from accede.reporting.recipes.brief.neighbours import neighbours_key
from accede.reporting.recipes.matter import evidence_of_register
from accede.reporting.render import renderer_for
from accede.reporting.sources_annex import evidence_in
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind
from recipe_cast import PAPERS, brief_on, figures_of, names, on, paragraphs_of, shipped, text

every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
pytestmark = pytest.mark.usefixtures("register")

SECRET = "an internal remark that nobody outside may read"


@cache
def keys_held() -> frozenset[str]:
    return frozenset(
        {
            *(each.key for each in evidence_of_register(shipped())),
            *(each.key for each in names()),
            *(neighbours_key(iso3) for iso3 in shipped_neighbours()),
            "apmbc",
        }
    )


@every_paper
def test_what_a_paper_rests_on_is_in_the_register(paper):
    evidence = evidence_in(paper())
    assert evidence
    assert set(evidence) <= keys_held()


@every_paper
def test_every_piece_of_evidence_has_its_source_in_the_annex(paper):
    document = paper()
    (annex,) = (table for table in tables(document) if table.kind == "sources")
    listed = {key for row in annex.rows for cell in row.cells for key in cell.evidence}
    assert set(evidence_in(document)) == listed


@every_paper
def test_every_number_is_bound_to_what_it_counts(paper):
    unbound = [figure.text for figure in figures_of(paragraphs_of(paper().sections)) if not figure.evidence]
    assert not [each for each in unbound if each.isdigit() and each != "0"]


def printed(node: object) -> list[str]:
    """The text of every paragraph, without white space: a PDF ends its lines wherever an address may be parted."""
    return ["".join(text_of(each.inlines).split()) for each in paragraphs_of(node)]


@every_paper
@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_a_paper_says_the_same_in_every_format_with_the_same_bytes_each_time(paper, suffix):
    says_the_same(paper(), suffix)


@pytest.mark.parametrize("name", [*PAPERS][::4])
def test_a_paper_says_the_same_as_pdf(name):
    """A PDF takes long to set: one paper in four, `long` has each; whether it is the same each time is asked of a few below."""
    says_the_same(PAPERS[name](), ".pdf")


@pytest.mark.long
@every_paper
def test_every_paper_says_the_same_as_pdf(paper):
    says_the_same(paper(), ".pdf")


def says_the_same(document, suffix):
    render = renderer_for(suffix)
    written = render(document)
    if suffix != ".pdf":
        assert render(document_from(canonical_bytes(document))) == written
    again = BY_SUFFIX[suffix](written, name=f"paper{suffix}")
    assert set(printed((document.sections, document.footnotes))) <= set(printed((again.sections, again.footnotes)))
    headings = [text_of(each.heading) for each in all_sections(document)]
    assert [text_of(each.heading) for each in all_sections(again)] == headings


@every_paper
def test_a_paper_comes_back_from_its_json_which_is_the_same_each_time(paper):
    document, render = paper(), renderer_for(".json")
    written = render(document)
    assert document_from(written) == document
    assert render(document_from(canonical_bytes(document))) == written


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/akomantoso/akomantoso30.xsd"))


@every_paper
def test_a_paper_is_valid_akoma_ntoso_and_the_same_each_time(paper):
    document, render = paper(), renderer_for(".xml")
    written = render(document)
    assert schema().validate(etree.fromstring(written)), schema().error_log
    assert render(document_from(canonical_bytes(document))) == written


@pytest.mark.parametrize("name", ["statement at 18MSP", "brief on MAR", "kit for IRN", "hand-over of 2018-12-01"])
def test_a_paper_is_set_as_pdf_the_same_each_time(name):
    document = PAPERS[name]()
    render = renderer_for(".pdf")
    assert render(document) == render(document)


# Whose words


def with_text(register: Register, key: str, kind: TextKind, words: str) -> Register:
    """The register in which the statement of this key has words of its source."""

    def changed(each: Evidence[Statement]) -> Evidence[Statement]:
        return replace(each, fact=replace(each.fact, text=words, text_kind=kind)) if each.key == key else each

    return replace(register, statements=tuple(map(changed, register.statements)))


@every_paper
def test_where_no_words_are_held_nothing_stands_as_a_quotation(paper):
    kinds = {paragraph.kind for paragraph in paragraphs_of(paper().sections)}
    assert not kinds & {"quotation", "reported"}


@pytest.mark.parametrize(
    "words",
    [
        "We agree with the aim.",
        "One. " * 400 + "The end.",
        "word " * 900,
        'He said: "never". ' * 80,
        "“Quoted already” and then some. " * 60,
    ],
    ids=["short", "many sentences", "one long sentence", "straight quotation marks", "curved quotation marks"],
)
def test_a_quotation_in_a_brief_is_a_passage_of_what_is_held(words):
    register = with_text(on("2018-08-21"), "apmbc/AZE/statement/1", TextKind.QUOTATION, words.strip())
    document = brief.brief(register, "AZE")
    (quoted,) = (each for each in paragraphs_of(document.sections) if each.kind == "quotation")
    printed = text_of(quoted.inlines).removesuffix(" (16MSP, 2017)")
    passage = re.sub(r' \(\.\.\.\)["”]*$', "", printed).strip('“”"')
    assert passage in words
    assert len(printed) < 850


def test_what_was_reported_of_a_state_is_not_set_as_its_words():
    register = with_text(on("2018-08-21"), "apmbc/AZE/statement/1", TextKind.REPORTED, "It told the meeting so.")
    found = [each for each in paragraphs_of(brief.brief(register, "AZE").sections) if each.kind == "reported"]
    assert [text_of(each.inlines) for each in found] == ["It told the meeting so. (16MSP, 2017)"]


# What stays inside


def remarked(register: Register) -> Register:
    """The register with a remark in the note of every fact that can have one, and of every source."""

    def told(node: Evidence[object]) -> Evidence[object]:
        has_note = is_dataclass(node.fact) and "note" in {field.name for field in fields(node.fact)}
        return replace(node, fact=replace(node.fact, note=SECRET)) if has_note else node

    kinds = {
        field.name: tuple(map(told, getattr(register, field.name)))
        for field in fields(register)
        if isinstance(getattr(register, field.name), tuple)
    }
    check = Evidence(
        key="apmbc/MMR/check/1",
        version=1,
        recorded_at=register.view.known_on,
        recorded_by="somebody",
        reason=SECRET,
        source="17msp-status-paper",
        locator=SECRET,
        classification=Classification.PRESIDENCY,
        fact=Check(treaty="apmbc", state="MMR", checked=PartialDate.parse("2026-01-05"), note=SECRET),
    )
    sources = {key: replace(source, note=SECRET) for key, source in register.sources.items()}
    return replace(register, **(kinds | {"checks": (check,)}), sources=sources)


@pytest.mark.parametrize(
    "write",
    [
        lambda held: statement.statement(held, "18MSP", is_day_given=False),
        lambda held: brief.brief(held, "MMR"),
        lambda held: comparison.comparison(
            held, comparison.moment_of(held, "3RC"), comparison.moment_of(held, "2026-11-22")
        ),
        lambda held: plan.plan_report(held, "oslo"),
        lambda held: handover.handover(held),
    ],
    ids=["statement", "brief", "comparison", "plan", "hand-over"],
)
def test_notes_and_remarks_of_ours_are_in_no_paper(write):
    document: Document = write(remarked(shipped()))
    assert SECRET not in canonical_bytes(document).decode()


def test_that_we_looked_and_found_nothing_is_told_without_the_remark():
    assert "Last looked for news: 5 January 2026." in text(brief.brief(remarked(shipped()), "MMR"))


def test_papers_speak_of_every_state_without_a_blank():
    """No placeholder, no empty bracket, no doubled word of the composing of sentences is left in any paper."""
    for paper in PAPERS.values():
        told = text(paper())
        assert not re.search(r"\(\)|\bNone\b|  |\.\.(?!\.)| ,| \.(?!\.)|\b(the|of|to|a) \1\b|\[\]", told), told


def test_a_brief_of_a_past_day_knows_nothing_of_later_ones():
    assert not re.search(r"\b20(19|2\d)\b", text(brief_on("MMR", "2018-08-21")))
