"""What holds for papers in every format: the table of renderers, the same bytes each time and everywhere."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accede.paper.canonical import tree_hash
from accede.reporting.render import RENDERERS, renderer_for
from accede.vocabulary.errors import UnknownName
from sample_paper import sample_paper

HASHES_IN_A_NEW_PROCESS = """
import hashlib
from sample_paper import sample_paper
from accede.reporting.render import RENDERERS
for suffix, render in RENDERERS.items():
    print(suffix, hashlib.sha256(render(sample_paper())).hexdigest())
"""


def test_a_file_is_written_by_its_suffix_in_any_case() -> None:
    assert renderer_for(".DOCX") is RENDERERS[".docx"]


@pytest.mark.parametrize("suffix", ["", ".doc", "pdf"])
def test_an_unknown_suffix_is_answered_with_those_there_are(suffix: str) -> None:
    with pytest.raises(UnknownName, match=r"ends in one of \.docx, \.pdf, \.html, \.md, \.json"):
        renderer_for(suffix)


def test_the_same_paper_gives_the_same_bytes_in_another_process_time_zone_and_locale() -> None:
    elsewhere = {"TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    root = Path(__file__).parents[1]
    printed = subprocess.run(
        [sys.executable, "-c", HASHES_IN_A_NEW_PROCESS],
        env={**os.environ, **elsewhere, "PYTHONPATH": os.pathsep.join((str(root / "src"), str(root / "tests")))},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = [f"{suffix} {hashlib.sha256(render(sample_paper())).hexdigest()}" for suffix, render in RENDERERS.items()]
    assert printed.split("\n")[:-1] == here


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_file_names_the_tree_it_was_made_of(suffix: str) -> None:
    assert tree_hash(sample_paper()).encode() in RENDERERS[suffix](sample_paper())
