"""All settings: what `core` has, and site, workspace and accounts."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from accede.config.accounts import *  # noqa: F403
from accede.config.accounts import ACCEDE_ADDRESS, ACCEDE_PROXIES, ACCOUNT_APPS
from accede.config.core import *  # noqa: F403
from accede.config.core import ACCEDE_HOME, ACCEDE_PUBLIC_ONLY, DATABASES
from accede.config.core import INSTALLED_APPS as CORE_APPS
from accede.config.given import given
from accede.config.outreach import *  # noqa: F403
from accede.config.watch import *  # noqa: F403
from accede.config.work import *  # noqa: F403


def secret_key(home: Path) -> str:
    """The key in `home`, made at first need and readable by its owner only.

    It appears under its name whole or not at all, and the first of several first starts decides.
    """
    key = given("ACCEDE_SECRET_KEY")
    if key:
        return key
    if ACCEDE_PUBLIC_ONLY:  # it signs nothing, and need not know what the workspace signs with
        return secrets.token_urlsafe(50)
    path = home / "secret-key"
    if not path.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = home / f".secret-key.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50), encoding="ascii")
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(made)
        made.unlink()
    return path.read_text(encoding="ascii")


SECRET_KEY = secret_key(ACCEDE_HOME)
# Opening the database for each page would take longer than answering it. A restore writes into the open database.
ACCEDE_CONNECTION_SECONDS = max(0, int(os.environ.get("ACCEDE_CONNECTION_SECONDS", "60")))
"""How long a connection to the database is kept for the next request; 0: closed after each."""
DATABASES["default"] |= {"CONN_MAX_AGE": ACCEDE_CONNECTION_SECONDS, "CONN_HEALTH_CHECKS": True}
ACCEDE_STANDBY_MINUTES = max(0.1, float(os.environ.get("ACCEDE_STANDBY_MINUTES", "15")))
"""How long a public site on a standby goes on when the standby hears nothing from its primary."""
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    *ACCOUNT_APPS,
    *CORE_APPS,
    "accede.publishing",
    "accede.outreach",
    "accede.workspace",
]
MIDDLEWARE = [
    "accede.watching.requests.Watched",
    "django.middleware.security.SecurityMiddleware",
    "accede.publishing.headers.StrictHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "accede.publishing.refusals.RefusalPages",
    # These act within the workspace alone: a public page has no session.
    "accede.workspace.middleware.Sessions",
    "accede.workspace.middleware.Forgery",
    "accede.workspace.middleware.Authentication",
    "accede.workspace.middleware.Messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
USE_I18N = True
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
ACCEDE_TREATY = os.environ.get("ACCEDE_TREATY", "apmbc")
"""The treaty whose public site this is."""
ACCEDE_KEPT_PAGES = 64 * 2**20
"""Bytes of finished pages that each process keeps."""
FILE_UPLOAD_HANDLERS = [
    "accede.workspace.sources.streaming.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # served from the packages themselves: nothing is collected at set-up
WSGI_APPLICATION = "accede.config.wsgi.application"
# Once a browser has seen the site by https it does not ask for it otherwise.
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ACCEDE_ADDRESS.startswith("https://") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # the workspace sets it
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ACCEDE_PROXIES else None
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # its middleware is looked for by name; what it does is done in workspace/account/entrance.py
    "security.W002",  # each page says in its policy who may frame it: embeds anybody, the rest nobody
    "security.W003",  # looked for by name; workspace/middleware.py has it, for the workspace alone
    "security.W008",  # whoever holds the certificate redirects: the proxy
    "security.W021",  # to be on the browsers' own lists is for the owner of the domain to decide
]
ROOT_URLCONF = "accede.config.public_urls" if ACCEDE_PUBLIC_ONLY else "accede.config.urls"
if ACCEDE_PUBLIC_ONLY:
    MIDDLEWARE.insert(MIDDLEWARE.index("accede.publishing.refusals.RefusalPages"), "accede.config.standby.NothingOld")
ALLOWED_HOSTS = os.environ.get("ACCEDE_HOSTS", "127.0.0.1,localhost").split(",")
