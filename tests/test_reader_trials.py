"""Documents spoilt in every way give findings or a clear refusal; nothing else, and nothing in the register."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accede.accounts.actor import operator
from accede.intake.accept import accept
from accede.intake.findings import Findings
from accede.records.lock import head
from accede.vocabulary.errors import AccedeError
from mutation import mutated
from reader_seeds import CORPUS, seeds
from reader_trial import tried


@pytest.mark.parametrize("name", sorted(seeds()))
def test_each_seed_is_read_as_it_is(tmp_path, name):
    (tmp_path / name).write_bytes(seeds()[name])
    found = tried(tmp_path / name)
    assert isinstance(found, Findings)
    assert found.proposals


@pytest.mark.parametrize("name", sorted(seeds()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=8)
@given(chance=st.randoms(use_true_random=False), is_spliced=st.booleans())
def test_a_spoilt_document_is_read_or_refused(tmp_path, name, chance, is_spliced):
    data = mutated(seeds()[name], chance)
    if is_spliced:
        data = mutated(data + seeds()[chance.choice(sorted(seeds()))], chance)
    (tmp_path / name).write_bytes(data)
    tried(tmp_path / name)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*")), ids=lambda path: path.name)
def test_what_a_reader_once_stumbled_over_is_read_or_refused(path: Path):
    tried(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("name", sorted(seeds()))
def test_a_document_cut_off_is_read_or_refused(tmp_path, name, share):
    data = seeds()[name]
    (tmp_path / name).write_bytes(data[: int(len(data) * share)])
    tried(tmp_path / name)


@pytest.mark.parametrize("name", ["status_paper.txt", "vote_record.csv", "reports.xlsx"])
def test_an_import_that_is_refused_leaves_the_register_as_it_was(register, tmp_path, name):
    chance, path, before = random.Random(name), tmp_path / name, head()
    refused = 0
    for _ in range(6):
        path.write_bytes(mutated(seeds()[name], chance))
        try:
            accept(path, "apmbc", actor=operator("amina"))
        except AccedeError:
            refused += 1
            assert head() == before
        else:
            before = head()
    assert refused
