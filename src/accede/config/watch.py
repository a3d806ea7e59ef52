"""Settings of watching: what is logged, which statements are slow, who may read the counts."""

from __future__ import annotations

import os

from accede.config.core import ACCEDE_HOME
from accede.config.given import given
from accede.watching.log import require_form

require_form()
ACCEDE_METRICS_TOKEN = given("ACCEDE_METRICS_TOKEN")
"""Who brings it (Authorization: Bearer …) reads /metrics; "": there is no such address."""
try:
    ACCEDE_SLOW_QUERY_MS = float(os.environ.get("ACCEDE_SLOW_QUERY_MS") or 0)
    """Milliseconds from which a statement of the database is told of; 0: none is."""
except ValueError:
    raise SystemExit("ACCEDE_SLOW_QUERY_MS: write it as a number of milliseconds, as 250.") from None

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "nowhere": {"class": "logging.NullHandler"},  # a logger without any would be printed by Python itself
        "stderr": {"()": "accede.watching.told.Stderr"},
        "faults": {"()": "accede.config.faults_log.FaultsLog", "home": ACCEDE_HOME},
    },
    # What libraries complain of: without this Python would print it as they wrote it.
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # What the server could not answer, with the way to it. Requests for other hosts and pages, and those that are too
        # large or tell of another session, are no faults of ours: whoever sends them would fill the disk.
        "django": {"handlers": ["stderr", "faults"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}
