"""Every record that the register holds is told in a sentence."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from accede.evidence.models import StatementVersion
from accede.publishing.told import KINDS, kind_told, state_told, told
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT, Version
from accede.records.values import View

pytestmark = pytest.mark.usefixtures("register")

HELD = View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC))


def test_every_name_is_that_of_a_kind_of_record():
    assert set(KINDS) <= {model.record_kind() for model in MODEL_OF_FACT.values()}


@pytest.mark.parametrize("kind", [model for model in apps.get_models() if issubclass(model, Version)])
def test_each_record_is_told(kind):
    for each in current(kind, HELD)[:40]:
        assert told(each).strip(), each.key
        assert "None" not in told(each)


def test_a_statement_is_told_by_its_citation_and_words():
    each = current(StatementVersion, HELD)[0]
    fact = replace(each.fact, citation="The letter", text="We will look at it.")
    assert told(replace(each, fact=fact)) == "The letter: “We will look at it.”"
    assert told(replace(each, fact=replace(fact, text="", summary="It will."))) == "The letter: It will."


def test_what_is_no_state_is_told_by_its_key():
    assert (state_told("ARM"), state_told("nobody"), kind_told("rollcall")) == ("Armenia", "nobody", "roll call")
