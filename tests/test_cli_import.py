"""Import and papers at the command line: what is written can be read back, and nothing is recorded by looking."""

import json

import pytest

pytestmark = pytest.mark.storage


@pytest.fixture
def paper(program, tmp_path):
    file = tmp_path / "paper.md"
    assert program("paper", "status", "--as-of", "2018-08-21", "-o", file).code == 0
    return file


def test_a_paper_is_written_in_several_formats_at_once(answers, tmp_path):
    files = [tmp_path / f"paper{suffix}" for suffix in (".docx", ".pdf", ".html", ".md", ".json")]
    told = answers.json("paper", "status", "--as-of", "2018-08-21", *(part for file in files for part in ("-o", file)))
    assert told == {"files": [str(file) for file in files], "states": 33}
    assert [file.read_bytes()[:2] for file in files[:2]] == [b"PK", b"%P"]
    rows = json.loads(files[4].read_bytes())["overview"]
    assert [row["iso3"] for row in rows][:3] == ["ARM", "AZE", "BHR"]
    assert set(rows[0]["entries"][0]) == {"kind", "text", "citation", "said_on"}


def test_without_a_file_the_paper_itself_is_printed(answers, tmp_path):
    asked = ["paper", "status", "--as-of", "2018-08-21", "--known-on", "2026-11-23"]
    answers(*asked, "-o", tmp_path / "paper.json", "-o", tmp_path / "paper.md")
    assert answers(*asked, "--json").out == (tmp_path / "paper.json").read_text(encoding="utf-8")
    assert answers(*asked).out == (tmp_path / "paper.md").read_text(encoding="utf-8")


def test_the_files_are_told_in_one_sentence(answers, tmp_path):
    files = [tmp_path / "paper.md", tmp_path / "paper.json"]
    said = answers("paper", "status", "--as-of", "2018-08-21", "-o", files[0], "-o", files[1]).out
    assert said == f"The status paper is in {files[0]} and {files[1]}: 33 States outside.\n"


def test_a_format_that_is_not_known_writes_nothing(answers, tmp_path):
    done = answers("paper", "status", "-o", tmp_path / "paper.md", "-o", tmp_path / "paper.odt")
    assert done.code == 2
    assert ".docx" in done.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_paper_is_kept_and_sealing_it_again_adds_nothing(program, tmp_path):
    seal = ["paper", "status", "--as-of", "2018-08-21", "--known-on", "2026-11-22", "-o", tmp_path / "p.json", "--seal"]
    first = program.json(*seal)
    head = program.head
    assert first["edition"].startswith("apmbc/status-paper/2018-08-21/en/")
    assert program.json(*seal) == first
    assert program.head == head
    assert program("verify").code == 0


def test_what_is_written_is_read_back_as_the_same(program, paper):
    read = program.json("import", paper, "--dry-run")
    assert read["document"]["as_of"]["edtf"] == "2018-08-21"
    assert read["found"]["states"] == 33
    assert (read["new"], read["conflicts"], read["accepted"]) == (0, [], False)


def test_looking_records_nothing_and_accepting_what_is_held_neither(program, paper):
    before = program.head
    program("import", paper)
    assert program.json("import", paper, "--accept")["accepted"]
    assert program.head == before


NO_PAPERS = (
    b"",
    b"\x00\x01\x02\xff" * 1000,
    "a letter to a friend".encode("utf-16"),
    b"%PDF-1.7 nothing",
    b"PK\x03\x04 nothing",
    b"a letter to a friend\n",
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
def test_a_file_that_is_no_paper_is_told_in_one_sentence(program, tmp_path, suffix):
    file = tmp_path / f"file{suffix}"
    before = program.head
    for content in NO_PAPERS:
        file.write_bytes(content)
        done = program("import", file, "--accept")
        assert done.code == 2, content
        assert file.name in done.sentence
        assert program.head == before


def test_a_paper_that_is_cut_off_is_recorded_only_as_far_as_asked(program, paper):
    whole = paper.read_text(encoding="utf-8")
    paper.write_text(whole[: whole.index("Kazakhstan", len(whole) // 2)], encoding="utf-8")
    before = program.head
    done = program("import", paper, "--accept")
    assert done.code == 2
    assert "--skip" in done.sentence
    assert program.head == before
    assert program("import", paper, "--accept", "--skip").code == 0


@pytest.mark.shared
def test_the_published_paper_completes_the_shipped_register_with_its_words(program, shared):
    paper = shared / "documents" / "000_144bfe5992db99ac.txt"
    read = program.json("import", paper, "--dry-run")
    assert (read["found"]["states"], read["found"]["statements"], read["found"]["confirmations"]) == (33, 37, 2)
    accepted = program.json("import", paper, "--accept")
    assert accepted["accepted"]
    assert not [passage for passage in accepted["not_understood"] if passage["class"] == "table"]
    assert program.json("import", paper, "--accept")["new"] == 0
    said = program.json("state", "MAR", "--as-of", "2018-08-21")["statements"]
    assert {statement["text_kind"] for statement in said} == {"quotation", "reported"}
    yesterday = program.json("state", "MAR", "--as-of", "2018-08-21", "--known-on", "2026-11-22")["statements"]
    assert {statement["text_kind"] for statement in yesterday} == {"summary"}
    assert program("verify").code == 0


def test_our_own_paper_is_taken_into_an_empty_register(nowhere, answers, tmp_path):
    file = tmp_path / "paper.docx"
    answers("paper", "status", "--as-of", "2018-08-21", "-o", file)
    nowhere("setup", "--empty")
    done = nowhere("import", str(file), "--accept")
    assert done.code == 0, done.err
    assert "0 not understood. Recorded." in done.out
