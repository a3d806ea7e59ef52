"""Says in one line what a run left out and why; fails a run that had to have it (`ACCEDE_TESTS_REQUIRE`).

Loaded by `scripts/test` (`-p left_out`). Kinds that can be required: `browser` (tests so marked) and `postgresql`
(`scripts/test` says in `ACCEDE_TESTS_WITHOUT` that it could not be had). Tests of the mailbox are left out with their reason
where there is no Dovecot (tests/imap_server.py).
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

_reasons: Counter[str] = Counter()
_without = set(os.environ.get("ACCEDE_TESTS_WITHOUT", "").split())


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count a test that was left out, by its reason."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        _reasons[reason.removeprefix("Skipped: ")] += 1
        if "browser" in report.keywords:
            _without.add("browser")


def _missing() -> list[str]:
    return sorted(_without & set(os.environ.get("ACCEDE_TESTS_REQUIRE", "").split()))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run that lacks what it had to have."""
    if _missing() and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The line."""
    left = [f"{count} test{'s' if count > 1 else ''} ({reason})" for reason, count in _reasons.most_common()]
    if "postgresql" in _without:
        left.append("the storage tests on PostgreSQL (no server's programs that an ordinary user could run)")
    terminalreporter.write_line(f"Left out: {'; '.join(left) or 'nothing'}.")
    if missing := _missing():
        terminalreporter.write_line(f"Required and left out: {', '.join(missing)}.", red=True)
