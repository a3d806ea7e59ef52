"""Signing in through an office's identity provider, where the settings name one."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class OfficeAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """It finds accounts and makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Accounts are made by invitation only."""
        return False
