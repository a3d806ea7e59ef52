"""Which addresses a reader may follow. Pure."""

from __future__ import annotations


def followed(address: str) -> str:
    """The address of a page of the web as it is held; "" for any other, which a browser might run instead of open."""
    return address if address.lower().startswith(("https://", "http://")) else ""
