"""The open API asked at random, by its own document: no fault, and no answer that the document does not know.

scripts/soak asks with ACCEDE_API_CASES as many times for each address and for what is asked right and wrong.
"""

import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from accede.publishing.api.openapi import document

CASES = int(os.environ.get("ACCEDE_API_CASES", "2"))

DOCUMENT = schemathesis.openapi.from_dict(document())
DOCUMENT.location, DOCUMENT.app = "/api/v1/openapi.json", get_wsgi_application()
ADDRESSES = [each.ok() for each in DOCUMENT.get_all_operations() if each.ok().method == "get"]


@pytest.fixture
def site(register):
    """The site on this test's connection, which an answer must not close."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


ASKED = [
    pytest.param(address, mode, id=f"{address.label} {word}")
    for address in ADDRESSES
    for mode, word in ((GenerationMode.POSITIVE, "right"), (GenerationMode.NEGATIVE, "wrong"))
    if mode is GenerationMode.POSITIVE or address.definition.raw["parameters"]  # nothing can be wrong without any
]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("address", "mode"), ASKED)
def test_every_answer_is_one_that_the_document_knows(address, mode):
    @settings(
        max_examples=CASES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(case=address.as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate()

    ask()
