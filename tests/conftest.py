"""The shared cast: the shipped register, loaded once a run, on the database of this run; and ../shared where it exists.

`scripts/test` runs the storage tests (all that use the database, but for those in `ONCE`) on PostgreSQL too, by DATABASE_URL.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from emptied import emptied

pytest_plugins = ("program", "browsing", "people", "mail_server", "imap_server")

# No test is timed, and CI asks the same questions each time; scripts/soak asks new ones.
settings.register_profile("accede", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("accede")

# A run holds the whole register in memory: looking through it for garbage as often as Python does takes longer than the tests.
gc.set_threshold(100_000, 50, 100)

ONCE = (
    "test_accounts_own",
    "test_accounts_settings",
    "test_api_asked_at_random",
    "test_api_contract",
    "test_api_leak",
    "test_authorization",
    "test_checker_",
    "test_cli_import",
    "test_cli_release",
    "test_cli_user",
    "test_cli_work",
    "test_data_",
    "test_faults",
    "test_leak",
    "test_outreach_confirm_page",
    "test_outreach_confirm_word",
    "test_outreach_done_pages",
    "test_outreach_mail_server",
    "test_outreach_nearness_pages",
    "test_outreach_replies_mailbox",
    "test_outreach_replies_pages",
    "test_outreach_rounds_pages",
    "test_outreach_sending_copies",
    "test_outreach_sending_pages",
    "test_page_",
    "test_pages_",
    "test_passage_proposals",
    "test_pasted",
    "test_prose_blocks",
    "test_publish",
    "test_quotation",
    "test_recipe",
    "test_round_trip",
    "test_samples",
    "test_search",
    "test_security_baseline",
    "test_site_hostile",
    "test_status_paper_recipe",
    "test_told",
    "test_watching",
    "test_words",
    "test_working_copy",
    "test_workspace_administration",
    "test_workspace_contradictions",
    "test_workspace_desk",
    "test_workspace_facts",
    "test_workspace_intake",
    "test_workspace_papers",
    "test_workspace_records",
    "test_workspace_recording",
    "test_workspace_release",
    "test_workspace_review",
    "test_workspace_sources",
    "test_workspace_story_in_browser",
)
"""Files whose tests ask the database for nothing but what it holds, or write by use cases that the tests of storage ask on both
databases: run on one. The workspace is walked by the browser on both: what an office does with a statement on SQLite, what it does
with a round of letters on PostgreSQL."""

ELSEWHERE = ("test_outreach_story_in_browser",)
"""Files that the run on PostgreSQL has, where `scripts/test` makes one beside (ACCEDE_TESTS_BESIDE): run there alone."""

TOGETHER = (
    "test_pages_in_browser",
    "test_workspace_pages_in_browser",
    "test_workspace_story_in_browser",
    "test_leak",
    "test_checker_corpus",
    "test_backup",
    "test_outreach_story_in_browser",
    "test_accounts_in_browser",
    "test_workspace_recording_in_browser",
    "test_workspace_release_in_browser",
    "test_workspace_review_in_browser",
    "test_workspace_papers_in_browser",
    "test_workspace_intake_in_browser",
    "test_site_in_browser",
    "test_cli_serve",
    "test_outreach_kill",
    "test_publish",
    "test_round_trip",
    "test_export",
)
"""Files whose tests share what takes long to make: run by one worker, in this order and before all others, the longest first."""

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Hands out tests one by one, those of a file in `TOGETHER` at once; xdist's own groups do nothing with pytest 9."""
    return Scheduling(config, log)


class Scheduling(LoadScopeScheduling):
    """What one worker gets at a time."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if Path(file).stem in TOGETHER else nodeid


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The tests of storage are looked for where they are alone: half of what a run reads is not."""
    if config.option.markexpr == "storage":
        return True if collection_path.name.startswith(ONCE) else None
    is_beside = "ACCEDE_TESTS_BESIDE" in os.environ and "DATABASE_URL" not in os.environ
    return True if is_beside and collection_path.name.startswith(ELSEWHERE) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark storage tests, so that they can be run on the other database too; leave out what needs ../shared where it is not.

    The long ones are run where they are asked for (`-m long`, as scripts/soak does).
    """
    if "long" not in config.option.markexpr:
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    order = {name: place for place, name in enumerate(TOGETHER)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))
    absent = pytest.mark.skip(reason="../shared is not beside this checkout")
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        uses_database = {"db", "transactional_db"} & set(fixtures) or item.get_closest_marker("django_db")
        if uses_database and not item.path.name.startswith(ONCE):
            item.add_marker(pytest.mark.storage)
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; a test that asks for it is left out where it does not exist."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:
    """The test database holds the shipped register; tests run in savepoints on top of it."""
    from accede.intake import shipped

    with django_db_blocker.unblock():
        shipped.load()
    gc.collect()
    gc.freeze()


@pytest.fixture
def register(db: None) -> None:
    """The shipped register; what a test writes is rolled back."""


@pytest.fixture
def witnessed(db: None) -> Iterator[None]:
    """The witness of the chain forgets what it notes in a test, as the database does."""
    from accede.records import witness

    noted = witness.path().read_bytes()
    yield
    witness.path().write_bytes(noted)


@pytest.fixture
def empty_register(db: None) -> Iterator[None]:
    """A register with its ground alone (treaties, States, occasions); all is rolled back after the test."""
    with emptied():
        yield
