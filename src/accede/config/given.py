"""Settings from the environment; a secret may stand in a file that NAME_FILE names, as systemd and containers hand them over."""

from __future__ import annotations

import os
from pathlib import Path


def given(name: str) -> str:
    """The value of a setting, "" where it is not set. Raises SystemExit for a file that cannot be read."""
    value, place = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
    if value or not place:
        return value
    try:
        return Path(place).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text"
        raise SystemExit(
            f"{name}_FILE: {place} cannot be read ({(why or str(error)).lower()}). Name a file."
        ) from error
