"""A picture or a matrix in a page: `{% load pictures %}{% picture page.map %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from accede.publishing.asked import Asked
from accede.reporting.pictures.matrix import Matrix
from accede.reporting.pictures.picture import Picture, key_of

register = template.Library()


@register.simple_tag(takes_context=True)
def picture(context: Context, given: Picture | Matrix, *, is_second: bool = False) -> SafeString:
    """A figure: the picture, its legend, the table that says the same, its notes and day.

    `is_second`: another view of what stands above, whose legend and table are not printed again.
    """
    asked: Asked = context["asked"]
    held: dict[str, Any] = {"asked": asked, "picture": given, "is_second": is_second, "legend": _legend(given)}
    if isinstance(given, Matrix):
        return render_to_string("publishing/matrix.html", {**held, "rows": mark_safe(given.html)})  # noqa: S308  escaped by it
    twin = "" if is_second or given.twin is None else given.twin.html
    return render_to_string(
        "publishing/picture.html",
        {**held, "svg": mark_safe(given.svg()), "rows": mark_safe(twin)},  # noqa: S308  escaped by it
    )


def _legend(given: Picture | Matrix) -> list[tuple[SafeString, str, int | None]]:
    """Shape, words and number of each class."""
    if isinstance(given, Matrix):
        return [(SafeString(given.mark(item.kind)), item.label, item.number) for item in given.legend]
    keys = (key_of(item.kind, f"{given.name}-key-{place}") for place, item in enumerate(given.legend))
    return [(mark_safe(key), item.label, item.number) for key, item in zip(keys, given.legend, strict=True)]  # noqa: S308  made of closed words
