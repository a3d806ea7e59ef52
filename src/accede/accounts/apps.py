"""The accounts application, and allauth's as we use it."""

from allauth.account.apps import AccountConfig
from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Tables of accounts are named after it."""

    name = "accede.accounts"
    label = "accounts"
    default = True


class SignInConfig(AccountConfig):  # type: ignore[misc]
    """allauth's accounts, without its demand for a middleware that looks at every address: ours looks at the workspace's alone."""

    def ready(self) -> None:
        from allauth.account import checks  # noqa: F401  they register themselves
