"""What of a draft is read at all: sentences of a length that sentences have."""

from pathlib import Path

import pytest

from accede.reporting.checker.passages import LONGEST_PASSAGE, LONGEST_SENTENCE, MOST_CHARACTERS, sentences
from program import Program


def test_a_sentence_ends_where_the_next_begins() -> None:
    text = "There are 164 States Parties. Mr. Smith said so."
    assert [text[first:last] for first, last in sentences(text)] == [
        "There are 164 States Parties.",
        "Mr. Smith said so.",
    ]


def test_what_is_too_long_to_be_a_sentence_is_passed_over_and_the_next_one_read() -> None:
    text = f"{'Armenia, ' * LONGEST_SENTENCE}Cuba. There are 164 States Parties."
    assert [text[first:last] for first, last in sentences(text)] == ["There are 164 States Parties."]


@pytest.mark.parametrize("sign", ["x", "1", "(", "Armenia, ", "164 States Parties. "])
def test_what_is_too_long_to_be_a_paragraph_has_no_sentence(sign: str) -> None:
    assert sentences(sign * (LONGEST_PASSAGE // len(sign) + 1)) == []


def test_a_text_many_times_longer_than_a_paper_is_refused(answers: Program, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("There are 164 States Parties. " * (MOST_CHARACTERS // 30 + 1), encoding="utf-8")
    answer = answers("check", str(draft))
    assert answer.code == 2
    assert "more than the 2,000,000 that are checked" in answer.sentence


def test_the_marks_are_not_written_over_the_draft(answers: Program, tmp_path: Path) -> None:
    draft = tmp_path / "draft.html"
    draft.write_text("<p>There are 164 States Parties.</p>", encoding="utf-8")
    answer = answers("check", str(draft), "-o", str(tmp_path / "." / "draft.html"))
    assert answer.code == 2
    assert "would take the place of the draft" in answer.sentence
    assert draft.read_text(encoding="utf-8") == "<p>There are 164 States Parties.</p>"
