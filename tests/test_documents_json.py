"""A paper in JSON is read back whole."""

import pytest

from accede.intake.documents.json import read
from accede.reporting.render.json import render
from accede.vocabulary.errors import Unreadable
from sample_paper import sample_paper


def test_what_is_written_is_read_back():
    assert read(render(sample_paper()), name="paper.json") == sample_paper()


def test_other_json_is_refused_with_the_name_of_the_file():
    with pytest.raises(Unreadable, match=r"paper\.json"):
        read(b'{"some": "thing"}', name="paper.json")
