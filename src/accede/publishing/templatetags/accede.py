"""What templates of the site say beside Django's own tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from accede.publishing import wording
from accede.publishing.asked import Asked
from accede.publishing.citation import Citation, citation
from accede.publishing.pages.citing import Line
from accede.publishing.pages.marks import Mark
from accede.publishing.pages.states import StateRow
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.standings import Standing

register = template.Library()
_OPENS, _CLOSES = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@register.simple_tag(takes_context=True)
def to(context: Context, page: str, **of: object) -> str:
    """The address of a page in the reader's language, on the day that is read: `{% to "state" iso3=row.iso3 %}`."""
    asked: Asked = context["asked"]
    return asked.to(page, of)


@register.simple_tag(takes_context=True)
def cited(context: Context) -> Citation:
    """The citation of the page: `{% cited as cite %}`."""
    return citation(context["asked"], context["page"].title)


@register.simple_tag
def comma() -> str:
    """Between the words of a list, in the reader's language."""
    return marks(wording.language()).enumeration


@register.simple_tag
def semicolon() -> str:
    """Between parts that are sentences nearly."""
    return marks(wording.language()).semicolon


@register.simple_tag
def colon() -> str:
    """Between a heading and what it says."""
    return marks(wording.language()).colon


@register.filter
def day(on: date | PartialDate | None) -> str:
    """A date as the reader's language writes it; nothing for none."""
    return wording.day(on) if on is not None else ""


@register.filter
def marked(text: str) -> str:
    """A sentence in which what the register holds in English is marked as English."""
    if _OPENS not in text:
        return text
    return mark_safe(escape(text).replace(_OPENS, '<bdi lang="en">').replace(_CLOSES, "</bdi>"))  # noqa: S308  escaped


@register.filter
def isolated(text: str) -> str:
    """A text as the register holds it, where no element can be: in an attribute."""
    return wording.held(text)


@register.filter
def held(text: str) -> str:
    """A text as the register holds it, in English, marked as such on a page in another language."""
    return marked(wording.held(text))


@register.filter
def number(given: int) -> str:
    """A number with its thousands apart."""
    return wording.in_thousands(given)


# A dossier has hundreds of the following, and a publication thousands of dossiers: a loop of the template's takes five times as
# long for each.


@register.simple_tag
def cited_lines(lines: Iterable[Line]) -> SafeString:
    """Items of a list, each with its source."""
    return mark_safe(  # noqa: S308  escaped
        "".join(
            f'<li>{_escaped(marked(each.text))} <a class="source" href="#source-{escape(each.source)}">'
            f"{escape(each.source)}</a></li>\n"
            for each in lines
        )
    )


@register.simple_tag
def marked_cells(cells: Iterable[Mark]) -> SafeString:
    """Items of a row of marks, each leading to what it rests on."""
    return mark_safe(  # noqa: S308  escaped
        "".join(
            f'<li><a class="{escape(each.value)}" href="{escape(each.address)}" title="{escape(each.sentence)}">'
            f'<span>{escape(each.heading)}</span><b aria-hidden="true">{escape(each.shape)}</b>'
            f'<span class="unseen">{escape(each.meaning)}</span></a></li>\n'
            for each in cells
        )
    )


@register.simple_tag
def listed_links(links: Sequence[tuple[str, str]]) -> SafeString:
    """Items of a list of words with their addresses."""
    return mark_safe(  # noqa: S308  escaped
        "".join(f'<li><a href="{escape(address)}">{escape(words)}</a></li>\n' for words, address in links)
    )


@register.simple_tag(takes_context=True)
def state_rows(context: Context, rows: Iterable[StateRow]) -> SafeString:
    """The rows of the list of States, written without a loop of the template: it is the page that most programs read."""
    asked: Asked = context["asked"]
    uncertain, silent = gettext("uncertain"), f"<b>{escape(gettext('no official information'))}</b>"
    left, outside, unrecorded = (escape(gettext(text)) for text in ("has withdrawn", "has not joined", "not recorded"))

    def joined(row: StateRow) -> str:
        if row.joined:
            return escape(day(row.joined))
        return left if row.standing is Standing.WITHDRAWN else outside

    def heard(row: StateRow) -> str:
        return escape(day(row.said_on)) if row.said_on else silent if row.age else unrecorded

    return mark_safe(  # noqa: S308  each text is escaped
        "".join(
            f'<tr><th scope="row"><a href="{asked.state(row.iso3)}">{escape(row.name)}</a></th>'
            f'<td class="{row.standing}">{escape(row.stands)}{f" ({escape(uncertain)})" if row.is_uncertain else ""}'
            f"<td>{escape(row.region)}<td>{joined(row)}<td>{escape(row.vote)}<td>{heard(row)}</tr>\n"
            for row in rows
        )
    )


def _escaped(text: str) -> str:
    return text if isinstance(text, SafeString) else escape(text)
