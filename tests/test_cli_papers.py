"""accede paper: every paper in every format, printed or into files, sealed as what it is for."""

import json
import zipfile

import pytest

COMMANDS = {
    "status": ["--as-of", "2018-08-21"],
    "statement": ["--meeting", "18MSP"],
    "brief": ["MMR", "--as-of", "2018-08-21"],
    "comparison": ["--from", "16MSP", "--to", "17msp-status-paper"],
    "plan": ["--plan", "oslo"],
    "handover": ["--as-of", "2018-12-01"],
    "kit": ["MNG", "--deposit", "2027-03-15"],
}
BEGINNINGS = {
    ".docx": b"PK",
    ".pdf": b"%PDF",
    ".html": b"<!doctype html>",
    ".md": b"<!-- accede kind=",
    ".json": b'{"as_of"',
    ".akn.xml": b"<?xml",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_paper_is_written_in_every_format_at_once(answers, tmp_path, name):
    files = [tmp_path / f"paper{suffix}" for suffix in BEGINNINGS]
    told = answers("paper", name, *COMMANDS[name], *(each for file in files for each in ("-o", str(file))), "--json")
    assert told.code == 0, told.err
    assert json.loads(told.out)["files"] == [str(file) for file in files]
    for file, beginning in zip(files, BEGINNINGS.values(), strict=True):
        assert file.read_bytes().startswith(beginning)
    assert zipfile.ZipFile(files[0]).testzip() is None


@pytest.mark.parametrize("name", ["statement", "kit"])
def test_without_a_file_the_paper_is_printed(answers, name):
    told = answers("paper", name, *COMMANDS[name])
    assert told.code == 0
    assert told.out.startswith("<!-- accede kind=")


def test_with_json_the_tree_is_printed(answers):
    tree = json.loads(answers("paper", "kit", *COMMANDS["kit"], "--json").out)
    assert tree["kind"] == "accession-kit"
    assert tree["sections"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["brief", "XXX"], "the register holds no State 'XXX'."),
        (["kit", "FRA"], "France has joined already"),
        (["statement", "--meeting", "IM2018"], "IM2018 is no meeting at which a President reports."),
        (["plan", "--plan", "geneva"], "the treaty has no plan 'geneva'."),
        (["comparison", "--from", "17MSP", "--to", "16MSP"], "the 16MSP is not later than the 17MSP."),
        (["comparison", "--from", "nowhere.json"], "nowhere.json"),
        (["handover", "-o", "pack.odt"], "no paper can be written as “.odt”."),
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence(answers, arguments, sentence):
    told = answers("paper", *arguments)
    assert told.code == 2
    assert sentence in told.sentence


def test_two_of_our_own_papers_are_compared(answers, tmp_path):
    for day in ("2018-08-21", "2020-11-20"):
        answers("paper", "status", "--as-of", day, "-o", str(tmp_path / f"{day}.json"))
    told = answers(
        "paper", "comparison", "--from", str(tmp_path / "2018-08-21.json"), "--to", str(tmp_path / "2020-11-20.json")
    )
    assert told.code == 0
    assert "both papers print the same entries" in told.out


@pytest.mark.parametrize(
    ("name", "classification"), [("statement", "public"), ("brief", "presidency"), ("handover", "presidency")]
)
def test_a_sealed_paper_is_classified_as_what_it_is_for(program, name, classification):
    told = program("paper", name, *COMMANDS[name], "-o", str(program.home / "paper.pdf"), "--seal", "--json")
    edition = json.loads(told.out)["edition"]
    held = program.python(
        f"from accede.reporting.models import EditionVersion as E\nprint(E.objects.get(key={edition!r}).classification)"
    )
    assert held.strip() == classification


def test_a_paper_that_was_sealed_is_verified(program):
    assert program("paper", "brief", "MMR", "-o", str(program.home / "b.json"), "--seal").code == 0
    assert program("verify").code == 0
