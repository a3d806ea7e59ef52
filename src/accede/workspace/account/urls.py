"""Addresses of signing in and of one's own account, each with its rule.

Only what stands here exists: nothing of signing up, of several addresses for mail or of connected accounts. The names that
allauth looks for are allauth's.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.http import require_POST

from accede.workspace.account import factors, invitation, own, passwords, sessions, sign_in
from accede.workspace.account.entrance import Entrance, entrance
from accede.workspace.screens import Rule, screen


class Number(StringConverter):
    """A number in base 36, as allauth writes it before a hyphen."""

    regex = "[0-9A-Za-z]+"


register_converter(Number, "number")

ANYBODY, SIGNED_IN, BEHIND_THE_DOOR = Entrance.ANYBODY, Entrance.SIGNED_IN, Rule(None)

_BEFORE_THE_DOOR = (
    ("sign-in/", sign_in.sign_in, "account_login", ANYBODY),
    ("sign-in/second-step/", sign_in.second_step, "mfa_authenticate", ANYBODY),
    ("sign-in/passkey/", sign_in.passkey_sign_in, "mfa_login_webauthn", ANYBODY),
    ("sign-in/no-entry/", sign_in.no_entry, "account_inactive", ANYBODY),
    ("sign-out/", sign_in.sign_out, "account_logout", ANYBODY),
    ("invitation/<str:token>/", invitation.invitation, "account_invitation", ANYBODY),
    ("password/forgotten/", passwords.forgotten, "account_reset_password", ANYBODY),
    ("password/forgotten/sent/", passwords.sent, "account_reset_password_done", ANYBODY),
    ("password/new/done/", passwords.anew_done, "account_reset_password_from_key_done", ANYBODY),
    ("password/new/<number:uidb36>-<str:key>/", passwords.anew, "account_reset_password_from_key", ANYBODY),
    ("confirm/", sign_in.confirm, "account_reauthenticate", SIGNED_IN),
    ("confirm/code/", sign_in.confirm_by_code, "mfa_reauthenticate", SIGNED_IN),
    ("confirm/passkey/", sign_in.confirm_by_passkey, "mfa_reauthenticate_webauthn", SIGNED_IN),
    ("second-factor/", factors.factors, "mfa_index", SIGNED_IN),
    ("second-factor/application/", factors.add_application, "mfa_activate_totp", SIGNED_IN),
    ("second-factor/application/remove/", factors.remove_application, "mfa_deactivate_totp", SIGNED_IN),
    ("second-factor/passkey/", factors.add_passkey, "mfa_add_webauthn", SIGNED_IN),
    ("second-factor/passkey/<int:pk>/rename/", factors.rename_passkey, "mfa_edit_webauthn", SIGNED_IN),
    ("second-factor/passkey/<int:pk>/remove/", factors.remove_passkey, "mfa_remove_webauthn", SIGNED_IN),
    ("second-factor/recovery-codes/", factors.recovery_codes, "mfa_view_recovery_codes", SIGNED_IN),
    ("second-factor/recovery-codes/new/", factors.new_recovery_codes, "mfa_generate_recovery_codes", SIGNED_IN),
    ("password/", passwords.change, "account_change_password", BEHIND_THE_DOOR),
    ("sessions/", sessions.sessions, "usersessions_list", BEHIND_THE_DOOR),
)
"""Route, view, name, rule. The last two are behind the door, and allauth's all the same."""

urlpatterns: list[URLPattern | URLResolver] = [
    *(entrance(route, view, name=name, rule=rule) for route, view, name, rule in _BEFORE_THE_DOOR),
    screen("", own.own, name="account", verb=None),
    screen("language/", require_POST(own.language), name="account_language", verb=None),
    screen("digest/", require_POST(own.digest), name="account_digest", verb=None),
]

if settings.ACCEDE_OPENID_CONNECT:
    from allauth.socialaccount.providers.openid_connect import views as openid_connect

    urlpatterns += [
        entrance("<str:provider_id>/sign-in/", openid_connect.login, name="openid_connect_login", rule=ANYBODY),
        entrance("<str:provider_id>/answer/", openid_connect.callback, name="openid_connect_callback", rule=ANYBODY),
    ]
