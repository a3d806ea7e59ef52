"""Debian's chromium, the site that `accede serve` starts, and an example of each kind of page: for tests that read as people do.

The browser is of a module, not of the run: while Playwright's loop is there, Django refuses the database to the tests of the
same process.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from program import Program

CHROMIUM = "/usr/bin/chromium"

EXAMPLES = """
import json
from accede.publishing.addresses import address
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
register = register_of(standpoint())
for kind in PAGES.values():
    named = list(kind.every(register))
    of = next((one for one in named if one.get("iso3") == "MAR"), named[len(named) // 2])
    print(json.dumps([kind.name, address(kind.route, of, language="en", as_of=None)]))
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that nobody sees; the test is left out where there is none."""
    if not Path(CHROMIUM).exists():
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def address(prepared: Program) -> Iterator[str]:
    """Where the site is."""
    server = prepared.start("serve", "--port", "0", "--no-work", stdout=subprocess.PIPE)
    assert server.stdout
    found = re.search(r"http://[\d.:]+/", server.stdout.readline())
    assert found
    yield found[0]
    server.send_signal(signal.SIGINT)
    assert server.wait(30) == 0


@pytest.fixture(scope="module")
def examples(prepared: Program) -> Mapping[str, str]:
    """The address of a page of each kind: Morocco's where there is one a State, else one from the middle."""
    return dict(json.loads(line) for line in prepared.python(EXAMPLES).splitlines())
