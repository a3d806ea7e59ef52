"""The search of the site: by any name, in any of the languages, with words that ask for the same."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from accede.publishing.held import register_of
from accede.publishing.search.index import Index
from accede.publishing.search.synonyms import groups
from accede.publishing.search.texts import Kind, Text, texts
from accede.publishing.search.words import keys
from accede.publishing.standpoint import standpoint

pytestmark = pytest.mark.usefixtures("register")


def index(*bodies):
    return Index(Text(kind=Kind.STATEMENT, title="", body=body, page="statements") for body in bodies)


def found(bodies, question):
    return [hit.text.body for hit in index(*bodies).search(question)]


def snippet(hit):
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in hit.snippet)


@pytest.fixture
def public():
    return Index(texts(register_of(standpoint())))


def titles(hits, kind):
    return [hit.text.title for hit in hits if hit.text.kind is kind]


@pytest.mark.parametrize("name", ["Morocco", "morocco", "Maroc", "Marruecos", "Марокко", "摩洛哥", "المغرب", "MAR"])
def test_a_state_is_found_by_its_name_in_any_language(public, name):
    assert titles(public.search(name), Kind.STATE) == ["Morocco"]


def test_a_name_may_be_begun(public):
    assert titles(public.search("Mong"), Kind.STATE) == []
    assert titles(public.search("Mongo"), Kind.STATE) == ["Mongolia"]


def test_accents_and_case_do_not_matter(public):
    assert titles(public.search("turkiye"), Kind.STATE) == titles(public.search("TÜRKİYE"), Kind.STATE) == ["Türkiye"]


def test_arabic_is_found_with_and_without_its_article():
    assert found(["انضمت إلى الاتفاقية"], "اتفاقية")
    assert found(["انضمت إلى اتفاقيه"], "الاتفاقية")


def test_chinese_words_are_found_inside_a_sentence():
    assert found(["中国支持禁止地雷的目标"], "地雷") == ["中国支持禁止地雷的目标"]
    assert not found(["土地和惊雷"], "地雷")


def test_words_have_endings():
    assert found(["It acceded in 2017."], "accedes")
    assert found(["Переговоры о присоединении начались."], "присоединени")


def test_a_short_word_finds_no_longer_one():
    assert not found(["a world without mines"], "with")


def test_words_that_ask_for_the_same_are_found():
    assert found(["It wishes to join."], "accession")
    assert found(["A suspension of exports holds."], "moratorium")
    assert found(["It signed the Ottawa Treaty."], "Mine Ban Convention")


def test_all_words_must_occur():
    assert found(["cost of clearance", "cost of victims"], "cost clearance") == ["cost of clearance"]


def test_a_part_in_quotation_marks_stands_as_it_is():
    bodies = ["mines along the border", "the border, and its mines along it"]
    assert found(bodies, "“mines along the border”") == bodies[:1]


@pytest.mark.parametrize(
    "question", ["", " ", '"', "()", "AND OR NOT", "a*", "x:y", "NEAR(a b)", "'; drop table t", "“”", "-"]
)
def test_no_question_is_an_error(public, question):
    public.search(question)


def test_a_snippet_shows_the_words_with_what_is_around_them():
    body = "First sentence. " * 30 + "Then the moratorium was prolonged. " + "Last sentence. " * 30
    (hit,) = index(body).search("moratorium")
    shown = snippet(hit)
    assert "Then the [moratorium] was prolonged." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 500


def test_a_snippet_of_a_short_text_is_the_text():
    (hit,) = index("中国支持禁止地雷的目标。").search("地雷")
    assert snippet(hit) == "中国支持禁止[地][雷]的目标。"


def test_every_group_of_synonyms_has_several_phrases_and_no_empty_one():
    for group in groups():
        assert all(group)
        assert len(group) > 1


def test_words_are_compared_in_every_script():
    assert keys("L’Été, Ёлка 禁雷 الألغام!") == ["l", "ete", "елка", "禁", "雷", "الغام"]


def text(response):
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_page_leads_to_the_dossier():
    page = Client().get("/search/", {"q": "Maroc"})
    assert "1 result for “Maroc”." in text(page)
    assert 'href="/states/MAR/"' in page.content.decode()


def test_the_page_leads_to_the_statement():
    page = Client().get("/search/", {"q": "strategic objective Morocco"}).content.decode()
    link = re.search(r'href="/statements/#([^"]+)"', page)
    assert f'id="{link[1]}"' in Client().get("/statements/").content.decode()


def test_results_are_narrowed_by_kind():
    page = text(Client().get("/search/", {"q": "moratorium", "kind": "term"}))
    assert "1 result for “moratorium”." in page


def test_nothing_found_says_what_to_do():
    assert "Use fewer words" in text(Client().get("/search/", {"q": "zzzz"}))


def test_a_question_cannot_write_into_the_page():
    page = Client().get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_meetings_and_roll_calls_are_found_and_lead_to_their_pages(public):
    meeting = next(hit.text for hit in public.search("16MSP Vienna") if hit.text.kind is Kind.MEETING)
    assert (meeting.page, meeting.of) == ("meeting", {"key": "16MSP"})
    vote = next(hit.text for hit in public.search("A/RES/72/53") if hit.text.kind is Kind.ROLL_CALL)
    assert (vote.page, vote.of, vote.year) == ("rollcall", {"key": "plenary-72"}, "2017")
    page = Client().get("/search/?q=Santiago").content.decode()
    assert 'href="/meetings/15MSP/"' in page


def test_a_title_has_the_commas_of_its_language(register):
    with override("ar"):
        titles = [text.title for text in texts(register_of(standpoint())) if text.kind is Kind.PRACTICE]
    assert titles
    assert not [title for title in titles if ", " in title]
    assert all("، " in title for title in titles)
