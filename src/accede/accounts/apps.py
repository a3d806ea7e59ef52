"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Tables of accounts are named after it."""

    name = "accede.accounts"
    label = "accounts"
