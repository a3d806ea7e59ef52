"""From which network address somebody asks."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The address of the browser: what connects to us, or, behind proxies of ours, what the outermost of them was asked from.

    What stands before that in X-Forwarded-For was written by the browser and is not looked at.
    """
    connected = request.META.get("REMOTE_ADDR") or "127.0.0.1"  # a server that listens on a file knows no address
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if settings.ACCEDE_PROXIES and len(told) >= settings.ACCEDE_PROXIES:
        connected = told[-settings.ACCEDE_PROXIES]
    try:
        return str(ip_address(connected))
    except ValueError:
        return "127.0.0.1"
