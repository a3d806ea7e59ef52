"""The hand-over pack to the next presidency: open threads, promises and conditions, days to come, what is old.

Pure over the register in a view: `handover` writes it. What the register does not hold (contacts, drafts, what was
promised in conversation) is given as `further`, or said to be missing, so that it is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext, gettext_noop, override

from accede.overview.load import ABOUT_THE_TREATY
from accede.overview.register import Register
from accede.paper.tree import Document, Inline
from accede.register.values import Occasion
from accede.reporting.pictures import wording
from accede.reporting.pictures.wording import language as language_now
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.handover.days import days
from accede.reporting.recipes.handover.in_hand import Thread, in_hand
from accede.reporting.recipes.handover.letters import letters
from accede.reporting.recipes.handover.missing import missing
from accede.reporting.recipes.handover.promises import promises
from accede.reporting.recipes.handover.records import records
from accede.reporting.recipes.handover.speech import in_table, is_english, phrase, when
from accede.reporting.recipes.handover.stale import stale
from accede.reporting.recipes.handover.summary import summary
from accede.reporting.recipes.masthead import known_day, working_masthead
from accede.reporting.recipes.matter import Matter, matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.languages import Language
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks

KIND = "hand-over"
NEEDS = ABOUT_THE_TREATY
PARTS = (summary, letters, promises, days, stale, records)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
FOR_WHOM = gettext_noop("For the presidencies and the Secretariat; not for distribution")


def handover(
    register: Register,
    *,
    symbol: str = "",
    dated: date | None = None,
    further: tuple[Thread, ...] = (),
    language: str = "en",
) -> Document:
    """The pack as of the view's day, in a language; `further` is what the presidency has in hand beside the register."""
    with override(language):
        return _handover(register, symbol, dated, further, language)


def _handover(
    register: Register, symbol: str, dated: date | None, further: tuple[Thread, ...], language: str
) -> Document:
    held, pen = matter(register), Pen()
    sections = [section for part in PARTS for section in part(held, pen)]
    sections += [*in_hand(further, pen), *missing(held, pen, is_told=bool(further))]
    names = register.treaty.names[Language(language)]
    head = working_masthead(register, gettext("Hand-over to the next presidency"), symbol=symbol, dated=dated)
    if not is_english():
        asked = known_day(register)
        on = dated or (asked if register.view.as_of == asked else None)
        day = when(PartialDate.on_day(on)) if on else ""
        head = replace(head, organ=typographic(names.formal), dated=day, original_language="")
    return document_of(
        register,
        KIND,
        masthead=replace(head, agenda_item=gettext(FOR_WHOM)),
        title=phrase(
            gettext("%(treaty)s: universalization, handed over"),
            treaty=register.treaty.name() if is_english() else typographic(names.short or names.formal),
        ),
        subtitle=_from_whom_to_whom(held),
        sections=[replace(section, number=number) for section, number in zip(sections, NUMERALS, strict=False)],
        pen=pen,
        language=language,
    )


def _from_whom_to_whom(held: Matter) -> tuple[Inline, ...]:
    counted = held.register.treaty.counted_meetings
    over = [each for each in held.meetings.held if each.fact.kind in counted]
    last = over[-1].fact if over else None
    coming = held.next_meeting.fact if held.next_meeting else None
    said = {
        "day": when(PartialDate.on_day(held.as_of)),
        "last": _presidency(held, last) if last else "",
        "coming": _presidency(held, coming) if coming else "",
    }
    if last and coming:
        told = gettext("As of %(day)s, from the presidency of %(last)s to the presidency of %(coming)s")
    elif last:
        told = gettext("As of %(day)s, from the presidency of %(last)s")
    elif coming:
        told = gettext("As of %(day)s, to the presidency of %(coming)s")
    else:
        told = gettext("As of %(day)s")
    return words(told % said)


def _presidency(held: Matter, meeting: Occasion) -> str:
    own = marks(language_now())
    state = f"{own.opens}{in_table(held, meeting.presidency)}{own.closes}" if meeting.presidency else ""
    return f"the {meeting.name}{state}" if is_english() else f"{wording.meeting(meeting)}{state}"


__all__ = ["KIND", "NEEDS", "Thread", "handover"]
