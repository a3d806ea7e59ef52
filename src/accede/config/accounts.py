"""Settings of accounts: who may sign in, how, and for how long."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from accede.config.core import ACCEDE_HOME
from accede.config.given import given
from accede.config.mail import mail

ACCEDE_ADDRESS = os.environ.get("ACCEDE_ADDRESS", "").rstrip("/")
"""Where readers find the site (https://register.example), for citations, feeds and the sitemap; "" where nobody said."""
ACCEDE_SECOND_FACTOR_OPTIONAL = os.environ.get("ACCEDE_SECOND_FACTOR") == "optional"
"""Whether an account may do without a second factor: on a machine of one's own only."""
ACCEDE_PROXIES = int(os.environ.get("ACCEDE_PROXIES", "0"))
"""How many proxies of ours stand before the site; each adds the address it was asked from to X-Forwarded-For."""
ACCEDE_MAIL = bool(given("ACCEDE_SMTP"))
"""Whether mail is sent; without it administrators pass links on."""

_IS_SECURE = ACCEDE_ADDRESS.startswith("https://")

ACCOUNT_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "accede.accounts",
    "allauth",
    "accede.accounts.apps.SignInConfig",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60

# Signing in with allauth. Accounts are made by invitation only, so nothing of signing up or of several addresses is used.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/workspace/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "accede.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _IS_SECURE else "http"
ACCOUNT_SESSION_REMEMBER = True  # every session lasts as long as SESSION_COOKIE_AGE says, and no box asks
ACCOUNT_RATE_LIMITS = {
    # Of codes of the second factor. Passwords are counted by axes, in the database.
    "login_failed": "10/m/ip,5/1800s/key",
}
MFA_ADAPTER = "accede.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses come from an administrator
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Accede"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones are half a minute off

# Guessing of passwords.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # half an hour is half an hour
AXES_CLIENT_IP_CALLABLE = "accede.accounts.address.address_of"
AXES_DISABLE_ACCESS_LOG = True  # the log of accounts tells it
AXES_VERBOSE = False

# Sessions and cookies. `__Host-`: a browser takes it from this very site alone, and only encrypted.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-accede" if _IS_SECURE else "accede"
SESSION_COOKIE_SECURE = _IS_SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "__Host-accede-form" if _IS_SECURE else "accede-form"
CSRF_COOKIE_SECURE = _IS_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [f"https://{urlsplit(ACCEDE_ADDRESS).netloc}"] if _IS_SECURE else []
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Codes that were used and attempts that were made, for all processes of this machine.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": ACCEDE_HOME / "cache"}
}

globals().update(mail(given("ACCEDE_SMTP")))
DEFAULT_FROM_EMAIL = os.environ.get("ACCEDE_MAIL_FROM") or f"accede@{urlsplit(ACCEDE_ADDRESS).hostname or 'localhost'}"


def _openid_connect() -> dict[str, Any]:
    """Signing in through an office's own identity provider, where ACCEDE_OIDC_ISSUER, _CLIENT and _SECRET name one.

    It stands in for the password of an account that exists, found by an address which the provider has verified; it makes
    none. The second factor is asked for as ever.
    """
    issuer = os.environ.get("ACCEDE_OIDC_ISSUER", "")
    if not issuer:
        return {}
    ACCOUNT_APPS.extend(["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"])
    application = {
        "provider_id": "office",
        "name": os.environ.get("ACCEDE_OIDC_NAME", "your organization"),
        "client_id": os.environ.get("ACCEDE_OIDC_CLIENT", ""),
        "secret": given("ACCEDE_OIDC_SECRET"),
        "settings": {"server_url": issuer},
    }
    return {
        "SOCIALACCOUNT_ADAPTER": "accede.accounts.openid_connect.OfficeAdapter",
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [application], "OAUTH_PKCE_ENABLED": True}},
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_LOGIN_ON_GET": True,  # a form that leads to another site is stopped by our own policy
    }


ACCEDE_OPENID_CONNECT = _openid_connect()
globals().update(ACCEDE_OPENID_CONNECT)
