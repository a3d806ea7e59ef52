"""Addresses of files in templates: `{% load files %}{% feed "all" %}`."""

from __future__ import annotations

from django import template
from django.template import Context

from accede.publishing.addresses import address
from accede.publishing.asked import Asked

register = template.Library()


@register.simple_tag(takes_context=True)
def feed(context: Context, name: str) -> str:
    """The feed of a State, or of `all`, in the reader's language."""
    asked: Asked = context["asked"]
    return address(f"feeds/{name}.atom", {}, language=asked.language, as_of=None)
