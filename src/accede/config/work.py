"""Settings of the work in the background."""

from __future__ import annotations

import os

ACCEDE_PUBLISH_DIR = os.environ.get("ACCEDE_PUBLISH_DIR", "")
"""The folder that the public site is published to from the workspace; "": only with `accede publish`."""
ACCEDE_BACKUPS_KEPT = max(1, int(os.environ.get("ACCEDE_BACKUPS_KEPT", "7")))
"""How many backups made in the workspace are kept, the newest ones."""
ACCEDE_DIGEST_HOUR = int(os.environ.get("ACCEDE_DIGEST_HOUR", "6"))
"""The hour (UTC) from which the daily mail of what waits is sent."""
