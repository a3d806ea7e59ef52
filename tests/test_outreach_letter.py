"""The letter to a State: its texts, its form, its annex; in six languages, from what is public alone."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.activities.letters import Letter, Round
from accede.outreach.letter import VARIABLES, default_texts, letter_document, refuse_unknown, register_for
from accede.outreach.letter.address import formal_name, to_addressee
from accede.outreach.letter.texts import letter_words
from accede.outreach.letter.variables import named_in, paragraphs
from accede.overview.load import EVERY_KIND, load
from accede.paper.tree import Figure, Paragraph, Run, Table, all_sections, tables, text_of
from accede.records.values import View
from accede.reporting.render import RENDERERS, renderer_for
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import Addressees, LetterForm, LetterPlace, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2018, 3, 12)
LANGUAGES = [str(language) for language in Language]
ROUND = Round(
    treaty="apmbc",
    title="To all outside",
    presidency="AFG",
    on=PartialDate.on_day(DAY),
    as_of=PartialDate.on_day(DAY),
    form=LetterForm.LETTER,
    addressees=Addressees.OUTSIDE,
    activity="apmbc/letters/2018",
    due=PartialDate.parse("2018-05-01"),
    invites=("IM2018", "17MSP"),
    signatory="The one who signs",
    signatory_function="President",
)
NOTE = replace(ROUND, form=LetterForm.NOTE_VERBALE)


_kept = []


@pytest.fixture
def facts(register):
    """The shipped register for letters, loaded once."""
    if not _kept:
        _kept.append(register_for("apmbc", DAY))
    return _kept[0]


def letter_to(iso3, language="en", **own):
    return Letter(treaty="apmbc", round="r", state=iso3, language=language, step=LetterStep.DRAFTED, number="7", **own)


def written(facts, iso3="KGZ", language="en", round_=ROUND, texts=None, letter=None, **own):
    texts = default_texts(language, round_.form) if texts is None else texts
    return letter_document(facts, round_, letter or letter_to(iso3, language), texts, **own)


def lines_of(document):
    return [
        text_of(block.inlines)
        for section in all_sections(document)
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def headings(document):
    return [text_of(section.heading) for section in all_sections(document) if section.heading]


def part(document, heading):
    return next(each for each in all_sections(document) if text_of(each.heading) == heading)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", LetterForm)
def test_every_place_has_its_own_words_in_every_language(language, form):
    texts = default_texts(language, form)
    assert set(texts) == set(LetterPlace)
    for text in texts.values():
        refuse_unknown(text)
    reminder = default_texts(language, form, is_reminder=True)
    assert reminder[LetterPlace.OPENING] != texts[LetterPlace.OPENING]
    assert reminder[LetterPlace.CLOSING] == texts[LetterPlace.CLOSING]


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("place", LetterPlace)
def test_the_languages_name_the_same_variables(form, place):
    used = {language: named_in(default_texts(language, form)[place]) for language in LANGUAGES}
    assert set(used.values()) == {used["en"]}


def test_a_language_that_is_none_of_the_six_has_no_letters():
    with pytest.raises(UnknownName, match="“de”"):
        default_texts("de", LetterForm.LETTER)


def test_a_variable_that_is_unknown_is_refused():
    with pytest.raises(Refused, match=r"\{stat\}"):
        refuse_unknown("To {stat}")
    with pytest.raises(Refused, match="stands alone"):
        refuse_unknown("To {state")
    for name in VARIABLES:
        refuse_unknown(f"{{{name}}}")


def test_a_paragraph_that_names_what_there_is_not_is_left_out():
    text = "First ({presidency}), at once.\n\nAnswer by {due}.\n\nLast."
    assert paragraphs(text, {"due": "1 May"}) == ("First, at once.", "Answer by 1 May.", "Last.")
    assert paragraphs(text, {"presidency": "Norway"}) == ("First (Norway), at once.", "Last.")


def test_a_letter_has_address_salutation_text_and_signature(facts):
    document = written(facts)
    address, body, signature, annex = document.sections
    assert text_of(address.blocks[0].inlines) == "Kyrgyz Republic"
    assert text_of(body.blocks[0].inlines) == "Excellency,"
    assert [text_of(each.inlines) for each in signature.blocks] == ["The one who signs", "President"]
    assert text_of(document.title) == "Anti-Personnel Mine Ban Convention: information on record – Kyrgyzstan"
    assert document.masthead.symbol == "7"
    assert document.masthead.meeting == "Presidency: Afghanistan"
    assert text_of(annex.heading) == "Annex. On record: Kyrgyzstan"
    assert not any("{" in line for line in lines_of(document))


def test_a_note_verbale_speaks_in_the_third_person_and_bears_no_name(facts):
    document = written(facts, round_=NOTE, organization="Permanent Mission of the Kyrgyz Republic in Geneva")
    text = " ".join(lines_of(document))
    assert (
        "presents its compliments to the Permanent Mission of the Kyrgyz Republic in Geneva and has the honour" in text
    )
    assert "renew to the Permanent Mission of the Kyrgyz Republic in Geneva the assurances of its highest" in text
    assert "The one who signs" not in text
    assert "Excellency" not in text
    assert " I " not in f" {' '.join(lines_of(replace(document, sections=document.sections[:2])))} "
    assert document.masthead.meeting == "Note verbale"


@pytest.mark.parametrize(
    ("language", "organization", "told"),
    [
        ("en", "the Embassy of Norway", "to the Embassy of Norway"),
        ("fr", "Mission permanente de la République kirghize", "à la Mission permanente de la République kirghize"),
        ("fr", "Ministère des affaires étrangères", "au Ministère des affaires étrangères"),
        ("es", "Ministerio de Relaciones Exteriores", "al Ministerio de Relaciones Exteriores"),
        (
            "ru",
            "Постоянное представительство Кыргызской Республики",
            "Постоянному представительству Кыргызской Республики",
        ),
        ("zh", "中国常驻日内瓦代表团", "中国常驻日内瓦代表团"),
        ("ar", "البعثة الدائمة", "إلى البعثة الدائمة"),
        ("fr", "Permanent Mission of the Kyrgyz Republic", "aux autorités compétentes"),
        ("ar", "Permanent Mission of Oman", "إلى السلطات المختصة"),
        ("ru", "", "компетентным органам"),
    ],
)
def test_who_is_addressed_is_bent_as_the_language_wants_it(language, organization, told):
    assert to_addressee(organization, language) == told


def test_a_state_is_addressed_by_its_formal_name_without_an_article():
    assert [formal_name("TON", language) for language in ("en", "fr", "es", "zh")] == [
        "Kingdom of Tonga",
        "Royaume des Tonga",
        "Reino de Tonga",
        "汤加王国",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_whole_in_every_language(facts, language):
    document = written(facts, "SAU", language, link="https://example.org/confirm/x")
    english = written(facts, "SAU", "en", link="https://example.org/confirm/x")
    assert document.language == language
    assert len(headings(document)) == len(headings(english))
    assert len(lines_of(document)) == len(lines_of(english))
    assert "https://example.org/confirm/x" in " ".join(lines_of(document))
    if language != "en":
        assert not set(headings(document)) & set(headings(english)) - {"Questions", "Sources"}


@pytest.mark.parametrize("language", ["ar", "ru", "zh"])
def test_what_stays_in_english_is_marked_as_english(facts, language):
    """Statements, titles of sources and remarks are held in English; every other word is of the letter's language."""
    document = written(facts, "MAR", language, replace(ROUND, signatory="", signatory_function=""))
    for section in all_sections(document):
        for block in section.blocks:
            paragraphs_ = (
                [each for row in block.rows for cell in row.cells for each in cell.paragraphs]
                if isinstance(block, Table)
                else [block]
            )
            for inline in (each for paragraph in paragraphs_ for each in paragraph.inlines):
                if isinstance(inline, Run) and not inline.language:
                    words = inline.text.replace("MSP", "").replace("RC", "").replace("IM2", "")
                    assert not any("a" <= character.lower() <= "z" for character in words), inline.text


def test_each_entry_names_its_source_and_each_source_is_listed(facts):
    document = written(facts, "MAR")
    sources = part(document, "Sources").blocks[0]
    listed = {text_of(row.cells[0].paragraphs[0].inlines) for row in sources.rows}
    marks = {
        number
        for section in all_sections(document)
        for block in section.blocks
        for figure in figures(block)
        for number in marked(figure.text)
    }
    assert marks
    assert marks <= listed
    assert [text_of(row.cells[0].paragraphs[0].inlines) for row in sources.rows] == [
        f"[{number}]" for number in range(1, len(sources.rows) + 1)
    ]


def figures(block):
    paragraphs_ = (
        [each for row in block.rows for cell in row.cells for each in cell.paragraphs]
        if isinstance(block, Table)
        else [block]
    )
    return [inline for paragraph in paragraphs_ for inline in paragraph.inlines if isinstance(inline, Figure)]


def marked(text):
    return [f"[{number.strip()}]" for number in text[1:-1].split(",")] if text.startswith("[") else []


def test_entries_are_numbered_through(facts):
    document = written(facts, "MAR")
    numbers = [
        int(paragraph.number)
        for section in all_sections(document)
        for block in section.blocks
        for paragraph in (
            [each for row in block.rows for cell in row.cells for each in cell.paragraphs]
            if isinstance(block, Table)
            else [block]
        )
        if paragraph.number.isdigit()
    ]
    assert numbers == list(range(1, len(numbers) + 1))


def test_sessions_in_which_it_voted_alike_share_a_row(facts):
    table = part(written(facts, "USA"), "Votes on the yearly resolution of the General Assembly").blocks[0]
    assert [text_of(row.cells[0].paragraphs[0].inlines) for row in table.rows] == ["72 (2017)", "52–71 (1997–2016)"]
    assert text_of(table.rows[1].cells[2].paragraphs[0].inlines).startswith("abstained")


def test_of_a_silent_state_it_is_said_that_nothing_is_held_and_it_is_asked_for(facts):
    document = written(facts, "TON")
    assert "No official statement is held." in lines_of(document)
    asked = [text_of(block.inlines) for block in part(document, "Questions").blocks]
    assert asked[0] == letter_words("en").questions["silent"]
    assert asked[-1] == letter_words("en").questions["contact"]
    assert letter_words("en").questions["stockpile"] in asked


def test_no_question_is_asked_that_is_answered(facts):
    asked = [text_of(block.inlines) for block in part(written(facts, "KGZ"), "Questions").blocks]
    questions = letter_words("en").questions
    assert questions["stockpile"] not in asked
    assert questions["use"] in asked
    assert any("Does it still hold?" in question for question in asked)


def test_a_state_that_was_invited_nowhere_is_asked_of_no_meeting(facts):
    document = written(facts, round_=replace(ROUND, invites=()))
    text = " ".join(lines_of(document))
    assert "take part as an observer" not in text


def test_an_exception_takes_the_place_of_what_is_asked_for_one_state_alone(facts):
    document = written(facts, letter=letter_to("KGZ", exception="Only this, by {due}."))
    lines = lines_of(document)
    assert "Only this, by 1 May 2018." in lines
    assert not any("I should be grateful" in line for line in lines)


def test_what_is_not_public_is_in_no_letter():
    view = View(as_of=DAY, known_on=datetime.now(UTC))
    with pytest.raises(Refused, match="public"):
        written(load(view, "apmbc", *EVERY_KIND))
    public = replace(view, classes=frozenset({Classification.PUBLIC}))
    assert written(load(public, "apmbc", *EVERY_KIND)).kind == "letter"


def test_a_state_that_is_none_is_refused(facts):
    with pytest.raises(UnknownName):
        written(facts, "XXX")


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_letter_is_written_in_every_format(facts, suffix, language):
    document = written(facts, "SAU", language)
    assert renderer_for(suffix)(document) == renderer_for(suffix)(document)


def test_the_address_stands_above_the_subject_and_the_annex_begins_a_page(facts):
    page = renderer_for(".html")(written(facts)).decode()
    assert (
        page.index("Kyrgyz Republic") < page.index("<h1>") < page.index("Excellency") < page.index("Annex. On record")
    )
    word = zipfile.ZipFile(io.BytesIO(renderer_for(".docx")(written(facts)))).read("word/document.xml").decode()
    assert word.index('"Address"') < word.index('"Title"') < word.index('"Letter"') < word.index('"Signature"')
    assert word.index("pageBreakBefore") < word.index("Annex. On record")


def test_a_quotation_in_english_runs_from_its_own_side_in_an_arabic_letter(facts):
    quoted = Paragraph((Run("In its own words.", language="en"),), kind="quotation")
    document = written(facts, "SAU", "ar")
    annex = document.sections[-1]
    document = replace(document, sections=(*document.sections[:-1], replace(annex, blocks=(quoted,))))
    word = zipfile.ZipFile(io.BytesIO(renderer_for(".docx")(document))).read("word/document.xml").decode()
    assert 'w:bidi w:val="0"' in word
    assert '<p class="quotation" dir="ltr"' in renderer_for(".html")(document).decode()


def test_tables_have_as_many_cells_as_columns(facts):
    for table in tables(written(facts, "MAR", "ar")):
        assert {sum(cell.span for cell in row.cells) for row in (*table.header, *table.rows)} == {len(table.widths)}


def test_the_command_writes_a_letter_in_the_language_asked_for(answers, tmp_path):
    told = answers.cold("paper", "letter", "LAO", "--language", "fr", "--as-of", "2018-03-12", "--due", "2018-05-01")
    assert told.code == 0, told.err
    assert "Excellence," in told.out
    assert "Présidence\N{NO-BREAK SPACE}: Afghanistan" in told.out
    assert "la dix-septième Assemblée des États parties (Genève" in told.out


def test_the_command_names_the_rounds_there_are(answers):
    told = answers.cold("paper", "letter", "LAO", "--round", "apmbc/round/none")
    assert "no round has the key" in told.sentence
