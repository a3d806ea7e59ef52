"""Papers in the workspace: planned, written beside the paper as it stands, cleared, sealed, taken back from Word."""

from __future__ import annotations

import html
import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.reporting.composition.held import blocks_of, remarks_of
from accede.reporting.recipes.places import Place
from accede.vocabulary.papers import PaperKind

KEY = "apmbc/status/17MSP/en"
PAPER = f"/workspace/papers/draft/{KEY}"
PLAN = {"meeting": "17MSP", "as_of": "2018-08-21", "language": "en", "fold": "released", "symbol": "APLC/MSP.17/2018/X"}


pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def drafter(client_of):
    client = client_of("drafter")
    answer = client.post("/workspace/papers/new/status/", PLAN)
    assert answer.status_code == 303, answer.content.decode()
    assert answer.headers["Location"] == PAPER
    return client


def write(client, versions=(), **texts):
    seen = {f"{place}-version": version for place, version in dict(versions).items()}
    return client.post(f"/workspace/papers/words/{KEY}", {**texts, **seen})


def text(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def content(client) -> str:
    return re.search(r'name="content" value="(\w+)"', client.get(PAPER).content.decode())[1]


def test_the_list_says_what_would_fill_it(client_of):
    assert "No paper is in work." in text(client_of("drafter").get("/workspace/papers/"))
    member = text(client_of("member").get("/workspace/papers/"))
    assert "No paper is sealed yet." in member
    assert "In work" not in member


@pytest.mark.parametrize(
    ("kind", "plan", "key"),
    [
        ("statement", {"meeting": "18MSP", "as_of": "2020-11-20"}, "apmbc/statement/18MSP/en"),
        ("brief", {"state": "MMR", "as_of": "2018-08-21"}, "apmbc/brief/MMR/2018-08-21/en"),
        ("comparison", {"start": "16MSP", "as_of": "2018-08-21"}, "apmbc/comparison/16MSP..2018-08-21/en"),
    ],
)
def test_a_paper_of_another_kind_is_planned_shown_and_downloaded(client_of, kind, plan, key):
    drafter = client_of("drafter")
    answer = drafter.post(f"/workspace/papers/new/{kind}/", {**plan, "language": "en", "fold": "accepted"})
    assert answer.headers["Location"] == f"/workspace/papers/draft/{key}"
    assert "contradict" in text(drafter.get(f"/workspace/papers/draft/{key}"))
    assert drafter.get(f"/workspace/papers/plan/{key}").status_code == 200
    file = drafter.get(f"/workspace/papers/file/md/{key}")
    assert file.content
    assert "attachment" in file.headers["Content-Disposition"]


def test_the_paper_is_there_in_every_format(drafter):
    for suffix in ("docx", "pdf", "html", "md", "json", "xml"):
        assert len(drafter.get(f"/workspace/papers/file/{suffix}/{KEY}").content) > 10_000


def test_there_is_a_form_for_each_kind(client_of):
    drafter = client_of("drafter")
    for kind in PaperKind:
        assert drafter.get(f"/workspace/papers/new/{kind}/").context["page"].form.fields["as_of"]


def test_a_plan_that_makes_no_paper_is_refused_with_what_was_typed(client_of):
    wanted = {"start": "99MSP", "as_of": "2018-08-21", "language": "en", "fold": "released", "symbol": "X/1"}
    answer = client_of("drafter").post("/workspace/papers/new/comparison/", wanted)
    assert answer.status_code == 409
    assert "99MSP" in text(answer)
    assert 'value="X/1"' in text(answer)


def test_the_plan_changes_and_shows_in_the_paper(drafter):
    changed = {**PLAN, "symbol": "APLC/MSP.17/2018/9", "dated": "2018-09-21", "expected_version": "1"}
    assert drafter.post(f"/workspace/papers/plan/{KEY}", changed).status_code == 303
    page = text(drafter.get(PAPER))
    assert "APLC/MSP.17/2018/9" in page
    assert "21 September 2018" in page
    slower = drafter.post(f"/workspace/papers/plan/{KEY}", {**changed, "symbol": "slower"})
    assert slower.status_code == 409
    assert 'value="slower"' in text(slower)


def test_words_stand_in_the_paper_with_their_figures(drafter):
    assert write(drafter, introduction="To date {joined} States have joined.").status_code == 303
    page = drafter.get(PAPER).content.decode()
    assert 'class="own" id="at-introduction"' in page
    assert "To date {joined} States have joined.</textarea>" in page
    assert "Nothing in it contradicts the register." in page


def test_a_wrong_figure_is_marked_in_place_and_listed(drafter):
    write(drafter, introduction="As of 21 August 2018, 160 States have joined the Convention.")
    page = drafter.get(PAPER).content.decode()
    assert "1 figure or fact contradicts the register." in page
    mark = re.search(r'<mark class="contradicts">.*?</mark><sup><a id="(c\d+)"', page)
    assert f'href="#{mark[1]}"' in page


def test_a_name_that_stands_for_no_figure_comes_back_with_the_list_and_what_was_typed(drafter):
    answer = write(drafter, introduction="{joinde} States.", votes="Kept on the page.")
    assert answer.status_code == 409
    assert "stands for no figure" in text(answer)
    assert "{joined}, {outside}" in text(answer)
    assert "{joinde} States.</textarea>" in text(answer)
    assert "Kept on the page.</textarea>" in text(answer)
    assert blocks_of(KEY) == {}


def test_two_writers_never_overwrite_each_other(drafter, client_of):
    write(drafter, introduction="The first text.")
    write(client_of("reviewer"), {"introduction": 1}, introduction="The second text.")
    answer = write(drafter, {"introduction": 1}, introduction="The third text.")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "<del>second</del><ins>third</ins>" in page
    assert 'name="introduction-version" value="2"' in page
    assert write(drafter, {"introduction": 2}, introduction="The third text.").status_code == 303
    history = drafter.get(f"/workspace/papers/history/{KEY}").content.decode()
    assert "<del>second</del><ins>third</ins>" in history


def test_the_paper_follows_what_is_typed_and_keeps_nothing(drafter):
    answer = drafter.post(f"/workspace/papers/preview/{KEY}", {"introduction": "Typed, {outside} remain."})
    assert "Typed, 33 remain." in answer.content.decode()
    assert "stands for no figure" in text(
        drafter.post(f"/workspace/papers/preview/{KEY}", {"introduction": "{nothing}"})
    )
    assert blocks_of(KEY) == {}


def test_what_people_write_is_text_and_never_markup(drafter):
    write(drafter, introduction="<script>alert(1)</script>", votes="</textarea><b>{{x}}</b>")
    page = drafter.get(PAPER).content.decode()
    assert "<script>alert(1)" not in page
    assert "<b>" not in page


def test_the_next_year_shows_what_changed_since(drafter):
    write(drafter, introduction="Words of one year.")
    drafter.post("/workspace/papers/new/status/", {**PLAN, "meeting": "18MSP", "as_of": "2020-11-15"})
    following = "apmbc/status/18MSP/en"
    drafter.post(
        f"/workspace/papers/words/{following}", {"introduction": "Words of another year.", "introduction-version": 1}
    )
    page = drafter.get(f"/workspace/papers/draft/{following}").content.decode()
    assert "<del>one</del><ins>another</ins>" in page


def test_cleared_by_the_presidents_office_sealed_by_the_publisher_public_after_release(drafter, client_of):
    clearer, publisher, public = client_of("clearer"), client_of("publisher"), client_of("drafter")
    write(drafter, conclusions="Thanks go to all.")
    assert "Clear it as it stands" not in text(drafter.get(PAPER))
    read = content(clearer)
    write(drafter, {"conclusions": 1}, conclusions="Thanks go to everybody.")
    assert clearer.post(f"/workspace/papers/clear/{KEY}", {"content": read}).status_code == 409
    assert "1 paper is not cleared" in text(clearer.get("/workspace/"))
    assert clearer.post(f"/workspace/papers/clear/{KEY}", {"content": content(clearer)}).status_code == 303
    assert "1 cleared paper is not sealed" in text(publisher.get("/workspace/"))
    write(drafter, {"conclusions": 2}, conclusions="Thanks go to nobody.")
    page = text(publisher.get(PAPER))
    assert "Changed since clearer cleared it" in page
    assert "Seal what was cleared" not in page
    changes = drafter.get(f"/workspace/papers/changes/{KEY}").content.decode()
    assert "<del>everybody</del><ins>nobody</ins>" in changes
    write(drafter, {"conclusions": 3}, conclusions="Thanks go to everybody.")
    assert "Seal what was cleared" in text(publisher.get(PAPER))
    sealed = publisher.post(f"/workspace/papers/seal/{KEY}")
    assert sealed.status_code == 303
    edition = sealed.headers["Location"]
    assert "It is accepted." in text(publisher.get(edition))
    assert "No paper is sealed and released" in text(public.get("/papers/"))
    assert client_of("member").get(edition).status_code == 404
    release = edition.replace("/papers/edition/", "/papers/edition-release/")
    assert drafter.post(release).status_code == 403
    look = publisher.post(release).headers["Location"]
    assert "No paper is sealed and released" in text(public.get("/papers/"))
    number = re.search(r'name="number" value="([^"]+)"', publisher.get(look).content.decode())[1]
    assert publisher.post(look, {"number": number}).status_code == 303
    assert "1 paper is sealed and released" in text(public.get("/papers/"))
    assert client_of("member").get(edition).status_code == 200
    file = edition.replace("/papers/edition/", "/papers/edition-file/md/")
    assert "Thanks go to everybody." in publisher.get(file).content.decode()
    assert "sealed" in text(drafter.get("/workspace/papers/"))


def test_a_later_edition_tells_what_changed_since_the_one_before(drafter, client_of):
    clearer, publisher = client_of("clearer"), client_of("publisher")
    for version, words in enumerate(["One edition.", "Another edition."]):
        write(drafter, {"conclusions": version}, conclusions=words)
        clearer.post(f"/workspace/papers/clear/{KEY}", {"content": content(clearer)})
        edition = publisher.post(f"/workspace/papers/seal/{KEY}").headers["Location"]
    assert "<del>One</del><ins>Another</ins>" in publisher.get(edition).content.decode()


def test_comments_stand_beside_the_paper_and_its_places(drafter, client_of):
    write(drafter, votes="Words.")
    client_of("clearer").post(f"/workspace/papers/comment/{KEY}", {"text": "Shorter, please.", "place": "votes"})
    drafter.post(f"/workspace/papers/comment/{KEY}", {"text": "Done."})
    assert [(each.by, each.place) for each in remarks_of(KEY)] == [("clearer", Place.VOTES), ("drafter", None)]
    page = text(drafter.get(PAPER))
    assert "Shorter, please." in page
    assert "Done." in page


def test_a_copy_edited_in_word_gives_its_changes_back(drafter):
    write(drafter, introduction="To date {joined} States are in.\n\nThe rest stays.")
    word = docx.Document(io.BytesIO(drafter.get(f"/workspace/papers/file/docx/{KEY}").content))
    for paragraph in word.paragraphs:
        if "States are in" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("To date", "By now")
            for run in paragraph.runs[1:]:
                run.text = ""
        if "States remain outside it" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("33 States remain", "34 States remain")
            for run in paragraph.runs[1:]:
                run.text = ""
    out = io.BytesIO()
    word.save(out)
    write(drafter, votes="Written after the copy was made.")
    given = SimpleUploadedFile("paper.docx", out.getvalue())
    page = drafter.post(f"/workspace/papers/copy/{KEY}", {"copy": given}).content.decode()
    assert "<del>To date</del><ins>By now</ins>" in page
    assert "<del>33</del><ins>34</ins>" in page
    assert 'name="change-0-text" value="By now {joined} States are in."' in page
    fields = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', page))
    chosen = {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}
    answer = drafter.post(f"/workspace/papers/take-over/{KEY}", {**chosen, "chosen": ["change-0"]})
    assert answer.status_code == 303
    held = blocks_of(KEY)
    assert held[Place.INTRODUCTION].fact.text == "By now {joined} States are in.\n\nThe rest stays."
    assert held[Place.INTRODUCTION].reason == "taken over from a copy"
    assert held[Place.VOTES].version == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [("paper.docx", b"PK\x03\x04 no archive"), ("paper.exe", b"MZ\x90\x00"), ("paper.svg", b"<svg onload='x'/>")],
)
def test_a_file_that_is_no_paper_is_refused_in_a_sentence(drafter, name, data):
    answer = drafter.post(f"/workspace/papers/copy/{KEY}", {"copy": SimpleUploadedFile(name, data)})
    assert answer.status_code == 400


@pytest.mark.parametrize("role", ["member", "administrator"])
def test_papers_in_work_are_for_those_who_work_on_them(drafter, client_of, role):
    client = client_of(role)
    for address in (PAPER, f"/workspace/papers/file/md/{KEY}", f"/workspace/papers/history/{KEY}"):
        assert client.get(address).status_code == 403
    assert KEY not in text(client.get("/workspace/papers/"))


def test_nothing_of_a_paper_in_work_is_on_the_public_site(drafter):
    write(drafter, introduction="Not for the public yet.")
    for address in ("/papers/", "/corrections/", "/changes/"):
        assert "Not for the public yet" not in text(drafter.get(address))
