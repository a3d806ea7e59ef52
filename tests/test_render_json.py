"""Papers as JSON: the file is the tree, and its hash the hash of the edition."""

import hashlib

import msgspec

from accede.paper.canonical import document_from, tree_hash
from accede.reporting.render.json import render
from sample_paper import sample_paper


def test_the_hash_of_the_file_is_the_hash_of_the_tree() -> None:
    assert hashlib.sha256(render(sample_paper())).hexdigest() == tree_hash(sample_paper())


def test_the_file_reads_back_as_the_tree() -> None:
    assert document_from(render(sample_paper())) == sample_paper()


def test_the_overview_has_the_shape_that_the_command_line_promises() -> None:
    first, *others = msgspec.json.decode(render(sample_paper()))["overview"]
    assert first == {
        "iso3": "ARM",
        "entries": [
            {
                "kind": "summary",
                "text": "Example text that stands for what a State said, long enough to run over several lines of a "
                "narrow column.",
                "citation": "16MSP, 2017",
                "said_on": {"edtf": "2017", "earliest": "2017-01-01", "latest": "2017-12-31"},
            }
        ],
        "last_participation": "8MSP in 2007",
        "evidence": ["attendance:ARM:last"],
    }
    assert len(others) == 32
