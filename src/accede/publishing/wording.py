"""Sentences that open an answer on a page or at the command line; computed, never typed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from accede.reporting.pictures.wording import bracketed as bracketed
from accede.reporting.pictures.wording import day as day
from accede.reporting.pictures.wording import headed as headed
from accede.reporting.pictures.wording import language as language
from accede.reporting.pictures.wording import name_of
from accede.reporting.pictures.wording import parted as parted
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.spelling import spelling

if TYPE_CHECKING:  # the headline's module loads Django's models, and these sentences are also said without them
    from accede.overview.headline import Headline


def name(iso3: str) -> str:
    """A State as it stands in a table or a heading: United Arab Emirates."""
    return name_of(iso3)


def named(states: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """States by key and name, in the order given."""
    return tuple((iso3, name(iso3)) for iso3 in states)


def name_order(iso3: str) -> str:
    """By what States are put in the order of their names in this language."""
    return spelling(name(iso3))


def when(on: PartialDate) -> str:
    """A partial date in words: since the 1980s."""
    return day(on)


def instant(at: datetime) -> str:
    """An instant in UTC as people read it: 21 August 2018, 14:05 UTC."""
    return f"{day(at.date())}, {at:%H:%M} UTC"


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its English noun, as the command line says it: 1 State, 33 States, 917 380 rows."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{in_thousands(number)} {noun}"


def in_thousands(number: int) -> str:
    """A number with a fixed space between its thousands."""
    return f"{number:,}".replace(",", "\u00a0")


def held(text: str) -> str:
    """A text as the register holds it, in English, within a sentence in another language: set apart by directional isolates.

    The filter `marked` of templates makes an element with its language of them.
    """
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if text and language() != "en" else text


def listed(words: Sequence[str], *, choice: bool = False) -> str:
    """Words as a list: a, b and c; with `choice` a, b or c. Empty for none."""
    if len(words) < 2:
        return "".join(words)
    said = {"first": marks(language()).enumeration.join(words[:-1]), "last": words[-1]}
    if language() == "es" and (joined := _before_like_vowels(words[-1], choice=choice)):
        return f"{said['first']} {joined} {said['last']}"
    return (gettext("%(first)s or %(last)s") if choice else gettext("%(first)s and %(last)s")) % said


def _before_like_vowels(word: str, *, choice: bool) -> str:
    """The Spanish "e" and "u", which stand for "y" and "o" before the same sound; empty before any other."""
    start = word.casefold().removeprefix("h")
    if choice:
        return "u" if start.startswith("o") else ""
    return "e" if start.startswith(("i", "í")) and not start.startswith("ie") else ""


def sentence(parts: Iterable[str]) -> str:
    """A sentence of parts: a, b, c."""
    own = marks(language())
    return f"{own.comma.join(parts)}{own.stop}"


def opening(headline: Headline) -> str:
    """164 States have joined; 33 remain outside, as of 21 August 2018."""
    joined, outside = headline.counts.joined, headline.counts.outside
    return gettext("%(joined)s; %(outside)s, as of %(day)s.") % {
        "joined": ngettext("%(number)s State has joined", "%(number)s States have joined", joined) % {"number": joined},
        "outside": ngettext("%(number)s remains outside", "%(number)s remain outside", outside) % {"number": outside},
        "day": day(headline.as_of),
    }


def in_force(headline: Headline) -> str:
    """How many of those that joined are bound already; empty where all are, because it is the same number then."""
    counts = headline.counts
    if not counts.joined_not_in_force:
        return ""
    unclear = len(headline.maybe_in_force)
    if unclear:
        return ngettext(
            "For %(of)s of them the Convention is in force: %(names)s has joined on a day that is known only within "
            "bounds, so that it may or may not be in force there yet.",
            "For %(of)s of them the Convention is in force: %(names)s have joined on a day that is known only within "
            "bounds, so that it may or may not be in force there yet.",
            unclear,
        ) % {
            "of": either_number(counts.in_force, unclear),
            "names": listed([name(iso3) for iso3 in headline.maybe_in_force]),
        }
    return gettext("For %(number)s of them the Convention is in force; for %(others)s it is not yet.") % {
        "number": counts.in_force,
        "others": counts.joined_not_in_force,
    }


def either_number(number: int, more: int) -> str:
    """A number that may be larger by some: 161 or 162; 161 to 163."""
    if not more:
        return str(number)
    form = gettext("%(least)s or %(most)s") if more == 1 else gettext("%(least)s to %(most)s")
    return form % {"least": number, "most": number + more}
