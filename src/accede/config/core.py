"""Settings for answers on the command line: the register and nothing else, so that a command starts at once."""

from __future__ import annotations

import os
from pathlib import Path

from accede.config.database import database
from accede.config.given import given
from accede.records.home import home


def accede_home() -> Path:
    """The folder of the database, kept sources, editions and logs. Raises SystemExit where a file is in its place."""
    folder = home()
    if folder.exists() and not folder.is_dir():
        raise SystemExit(f"{folder}: it is a file, not a folder. Set ACCEDE_HOME to a folder for the register.")
    return folder


ACCEDE_HOME = accede_home()
ACCEDE_PUBLIC_ONLY = os.environ.get("ACCEDE_PUBLIC_ONLY") == "1"
"""Whether this process shows the public site and nothing else; its connections refuse every write."""
DATABASES = {"default": database(ACCEDE_HOME, given("DATABASE_URL"), reads_only=ACCEDE_PUBLIC_ONLY)}
INSTALLED_APPS = ["accede.records", "accede.register", "accede.evidence", "accede.activities", "accede.reporting"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False  # the command line speaks English
LOGGING_CONFIG: str | None = None
SECRET_KEY = "not used by answers"  # noqa: S105  the full settings read the real one
