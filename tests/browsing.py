"""Debian's chromium, the site that `accede serve` starts, and an example of each kind of page: for tests that read as people do.

The browser is of a module, not of the run: while Playwright's loop is there, Django refuses the database to the tests of the
same process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from program import Program, served

CHROMIUM = "/usr/bin/chromium"
MOST = 120_000
"""Milliseconds within which what is to be seen is there."""
expect.set_options(timeout=MOST)

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
        opened.new_context = patient(opened.new_context)  # type: ignore[method-assign]
        opened.new_page = patient(opened.new_page)  # type: ignore[method-assign]
        yield opened
        opened.close()


def patient(opening: Callable[..., Any]) -> Callable[..., Any]:
    """What it opens waits as long as a busy machine may need: nothing that is tested here is a matter of seconds."""

    def open_it(**further: Any) -> Any:
        opened = opening(**further)
        opened.set_default_timeout(MOST)
        return opened

    return open_it


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Of a test that failed, what its pages say."""
    report = yield
    opened = getattr(item, "funcargs", {}).get("browser")
    if report.when == "call" and report.failed and isinstance(opened, Browser):
        for page in (page for context in opened.contexts for page in context.pages):
            with suppress(Exception):
                report.sections.append((page.url, page.locator("body").inner_text(timeout=2000)))
    return report


@pytest.fixture(scope="session")
def address(prepared: Program) -> Iterator[str]:
    """Where the site is."""
    with served(prepared) as url:
        yield url


@pytest.fixture(scope="module")
def examples(prepared: Program) -> Mapping[str, str]:
    """The address of a page of each kind: Morocco's where there is one a State, else one from the middle."""
    return dict(json.loads(line) for line in prepared.python(EXAMPLES).splitlines())
