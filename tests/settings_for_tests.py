"""Settings of the tests: the full ones, in a home of their own that is gone afterwards."""

import atexit
import os
import shutil
import tempfile

os.environ["ACCEDE_HOME"] = _home = tempfile.mkdtemp(prefix="accede-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)

from accede.config.full import *  # noqa: E402, F403
from accede.config.full import ACCEDE_HOME, DATABASES  # noqa: E402

# A file like a real register: an in-memory database knows neither WAL nor a second process.
DATABASES["default"]["TEST"] = {"NAME": str(ACCEDE_HOME / "test.sqlite3")} if not os.environ.get("DATABASE_URL") else {}

# argon2 is slow on purpose, and a password is checked a hundred times in a run.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Attempts that one test makes are not counted in the next process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
