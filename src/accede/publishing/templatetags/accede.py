"""What templates of the site say beside Django's own tags."""

from __future__ import annotations

from datetime import date

from django import template
from django.template import Context

from accede.publishing import wording
from accede.publishing.asked import Asked
from accede.publishing.citation import Citation, citation
from accede.vocabulary.partial_date import PartialDate

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: Context, page: str, **of: object) -> str:
    """The address of a page in the reader's language, on the day that is read: `{% to "state" iso3=row.iso3 %}`."""
    asked: Asked = context["asked"]
    return asked.to(page, of)


@register.simple_tag(takes_context=True)
def cited(context: Context) -> Citation:
    """The citation of the page: `{% cited as cite %}`."""
    return citation(context["asked"], context["page"].title)


@register.filter
def day(on: date | PartialDate | None) -> str:
    """A date as the reader's language writes it; nothing for none."""
    if on is None:
        return ""
    return on.wording(wording.language()) if isinstance(on, PartialDate) else wording.day(on)


@register.filter
def number(given: int) -> str:
    """A number with its thousands apart."""
    return wording.in_thousands(given)
