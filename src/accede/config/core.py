"""Settings for answers on the command line: the register and nothing else, so that a command starts at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from accede.records.home import home


def accede_home() -> Path:
    """The folder of the database, kept sources, editions and logs. Raises SystemExit where a file is in its place."""
    folder = home()
    if folder.exists() and not folder.is_dir():
        raise SystemExit(f"{folder}: it is a file, not a folder. Set ACCEDE_HOME to a folder for the register.")
    return folder


def database(home: Path, url: str) -> dict[str, Any]:
    """Django's description of the database: PostgreSQL where `url` says so, else SQLite in `home`."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "accede.sqlite3",
            "OPTIONS": {
                "timeout": 30,
                # A write takes the lock when it begins: two writers wait for each other instead of failing half way.
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise SystemExit(
            "DATABASE_URL: only postgresql://user:password@host:port/name is understood. Unset it to use SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
    }


ACCEDE_HOME = accede_home()
DATABASES = {"default": database(ACCEDE_HOME, os.environ.get("DATABASE_URL", ""))}
INSTALLED_APPS = ["accede.records", "accede.register", "accede.evidence", "accede.activities", "accede.reporting"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False  # the command line speaks English
LOGGING_CONFIG: str | None = None
SECRET_KEY = "not used by answers"  # noqa: S105  the full settings read the real one
