"""Where the register is kept: Django's description of SQLite in the home, or of the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PATIENT = {
    # A server that is gone is noticed within half a minute, and not after the two hours of TCP: the next one is asked then.
    "connect_timeout": "10",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
    "fallback_application_name": "accede",
}
"""What libpq is told where the URL says nothing else."""


def database(home: Path, url: str, *, reads_only: bool = False) -> dict[str, Any]:
    """Django's description of the database: PostgreSQL where `url` says so, else SQLite in `home`.

    `reads_only`: it refuses every write, and of several servers a standby is asked rather than the primary.
    """
    return _postgresql(url, reads_only) if url else _sqlite(home, reads_only)


def _sqlite(home: Path, reads_only: bool) -> dict[str, Any]:
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home / "accede.sqlite3",
        "OPTIONS": {
            "timeout": 30,
            # A write takes the lock when it begins: two writers wait for each other instead of failing half way.
            "transaction_mode": "IMMEDIATE",
            "init_command": pragmas + (" PRAGMA query_only=ON;" if reads_only else ""),
        },
    }


def _postgresql(url: str, reads_only: bool) -> dict[str, Any]:
    """What the URL says, read by libpq itself: several hosts, and every parameter it knows, after the question mark."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise SystemExit(
            "DATABASE_URL: only postgresql://user:password@host:port/name is understood. Unset it to use SQLite."
        )
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except ProgrammingError as error:
        # libpq's own sentence repeats the URL, with the password; only of a parameter it does not know it does not.
        told = str(error).strip() if "query parameter" in str(error) else "a sign in it has a meaning of its own"
        raise SystemExit(
            f"DATABASE_URL: it cannot be read as postgresql://user:password@host:port/name ({told}). "
            "Write signs of a password as %XX."
        ) from error
    place = {name: said.pop(of, "") for name, of in _DJANGO_SAYS.items()}
    if not place["NAME"]:
        raise SystemExit("DATABASE_URL: it names no database. Write it as postgresql://user:password@host:port/name.")
    if any(port and not port.isdecimal() for port in place["PORT"].split(",")):
        raise SystemExit(f"DATABASE_URL: {place['PORT']} is no port. Write postgresql://user:password@host:5432/name.")
    if "," in place["HOST"]:
        # Of several servers one takes writes: after a promotion it is another, and is found by asking.
        said.setdefault("target_session_attrs", "prefer-standby" if reads_only else "read-write")
    if reads_only:
        said["options"] = f"{said.get('options', '')} -c default_transaction_read_only=on".strip()
    return {"ENGINE": "django.db.backends.postgresql", **place, "OPTIONS": _PATIENT | said}


_DJANGO_SAYS = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
"""Django's name of each part, and libpq's."""
