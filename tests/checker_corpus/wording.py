"""How people write numbers, days, names of States and lists; each chosen by the seeded generator it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from random import Random
from typing import TypeVar

from accede.vocabulary.languages import Language
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import NameForm, StateName, read_names, shipped_names

T = TypeVar("T")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def spin(rnd: Random, template: str, **slots: object) -> str:
    """A template with one of each `[a|b|c]` chosen, and its `{slots}` filled. Choices may stand within choices."""
    text = template
    while found := re.search(r"\[([^\[\]]*)\]", text):
        text = text[: found.start()] + rnd.choice(found[1].split("|")) + text[found.end() :]
    filled = re.sub(r"  +", " ", text.format(**slots))
    filled = re.sub(r"\b([Aa]) (?=Article)", r"\1n ", re.sub(r" +([,.;])", r"\1", filled))
    return capital(filled.strip())


def capital(text: str) -> str:
    """The text with a capital at its start, after a mark if there is one."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def in_words(number: int, *, american: bool = False) -> str:
    """A number below a thousand: "one hundred and sixty-four"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    joint = " " if american else " and "
    return f"{_ONES[hundreds]} hundred" + (f"{joint}{in_words(rest)}" if rest else "")


def ordinal_in_words(number: int) -> str:
    """ "one hundred and sixty-second", "sixteenth"."""
    head, joint, last = in_words(number).rpartition("-") if number % 10 and number % 100 > 20 else ("", "", "")
    if not last:
        head, joint, last = in_words(number).rpartition(" ")
    if last in _ORDINALS:
        return head + joint + _ORDINALS[last]
    return head + joint + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinal_in_figures(number: int) -> str:
    """ "162nd"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def number(rnd: Random, given: int) -> str:
    """A number of something in a sentence: figures, or words (always for the smallest)."""
    if given < 10:
        return in_words(given) if rnd.random() < 0.8 else str(given)
    if rnd.random() < 0.27:
        return in_words(given, american=rnd.random() < 0.15)
    return str(given)


def ordinal(rnd: Random, given: int) -> str:
    """An ordinal in a sentence."""
    return ordinal_in_words(given) if rnd.random() < 0.35 else ordinal_in_figures(given)


def none_or(rnd: Random, given: int) -> str:
    """A number of votes against: none, or the number."""
    return rnd.choice(("none", "none", "no State", "zero")) if given == 0 else in_words(given)


def day(rnd: Random, given: date) -> str:
    """A day as papers, press releases, records and mails write it."""
    long = f"{given.day} {MONTHS[given.month - 1]} {given.year}"
    forms = [
        (66, long),
        (12, f"{MONTHS[given.month - 1]} {given.day}, {given.year}"),
        (8, given.isoformat()),
        (5, f"{given.day} {MONTHS[given.month - 1][:3]} {given.year}"),
        (4, f"the {ordinal_in_figures(given.day)} of {MONTHS[given.month - 1]} {given.year}"),
        (5, f"{given.day:02}.{given.month:02}.{given.year}" if given.day > 12 else long),
    ]
    return rnd.choices([form for _, form in forms], [weight for weight, _ in forms])[0]


def plain_day(given: date) -> str:
    """The form that every paper knows: "21 August 2018"."""
    return f"{given.day} {MONTHS[given.month - 1]} {given.year}"


def days(rnd: Random, first: date, last: date) -> str:
    """From one day to another, as a meeting's notice gives them."""
    if first == last:
        return plain_day(first)
    if first.month == last.month:
        both = f"{first.day} [to|–|-] {last.day} {MONTHS[last.month - 1]} {last.year}"
    else:
        both = f"{first.day} {MONTHS[first.month - 1]} [to|–] {last.day} {MONTHS[last.month - 1]} {last.year}"
    return spin(rnd, both).replace(" – ", "–" if first.month == last.month else " – ").replace(" - ", "-")


def listed(rnd: Random, names: Sequence[str]) -> str:
    """ "Armenia, Cuba and India"."""
    if len(names) == 1:
        return names[0]
    joint = ", and " if len(names) > 2 and rnd.random() < 0.3 else " and "
    return ", ".join(names[:-1]) + joint + names[-1]


UNCOMMON = frozenset(
    spelling(each)
    for each in ("UK", "DRC", "UAE", "US", "USA", "ROK", "FYROM", "U.S.", "U.K.", "U.S.A.", "DPRK", "FSM", "CAR", "PNG")
)
"""Abbreviations, as e-mails and minutes have them."""


def name(rnd: Random, iso3: str, on: date, *, short: bool = False) -> str:
    """A State in a sentence: the UN name, a common spelling, a former name; `short` leaves out abbreviations."""
    names = shipped_names()
    usual = names.in_sentence(iso3, "en", on)
    draw = rnd.random()
    if draw < 0.6:
        return usual
    common = [each for each in spellings(iso3, on) if not (short and spelling(each) in UNCOMMON)]
    return rnd.choice(common) if common else usual


def table_name(iso3: str) -> str:
    """A State as a table lists it."""
    return shipped_names().in_table(iso3)


RECENT = date(2013, 1, 1)
ODD = frozenset(
    map(
        spelling,
        (
            "Micronesia FS", "UA Emirates", "U.A.E.", "Libyan Arab Republic", "Viet-Nam", "Byelorussian SSR", "Byelorussia",
            "Belorussia", "Central African Empire", "United Republic of Cameroon", "Kirghizstan", "Democratic Kampuchea",
            "Kampuchea", "Khmer Republic", "Maldive Islands", "Federation of Malaya", "Philippine Republic", "Surinam",
            "Siam", "Ukrainian SSR", "Union of South Africa", "Saint Christopher and Nevis", "Vatican", "Bosnia",
        ),
    )
)  # fmt: skip
"""Spellings that nobody uses in a sentence of these years."""


@cache
def spellings(iso3: str, on: date) -> tuple[str, ...]:
    """The common and former spellings of a State that stand in sentences about a day.

    A name that is no longer in use stands there if it was in use then, or until a short time ago.
    """
    found: dict[str, str] = {}
    for each in _names().get(iso3, ()):
        is_recent = each.until is None or (each.until.latest or date.max) >= RECENT
        if not (each.is_in_use(on) or is_recent) or spelling(each.text) in ODD:
            continue
        if each.form in (NameForm.ALIAS, NameForm.SHORT) and _is_for_sentences(each.text):
            found.setdefault(spelling(each.text), _with_article(each))
    usual = shipped_names().in_sentence(iso3, "en", on)
    return tuple(text for key, text in found.items() if key != spelling(usual))


def _is_for_sentences(text: str) -> bool:
    if re.search(r"[,(]|\b(?:Rep|Dem|Fed|St|Is)\.", text) or " - " in text:
        return False
    return not (text.isupper() and len(text.replace(".", "")) > 4)


def _with_article(given: StateName) -> str:
    wants_one = re.match(
        r"(?:PRC|UK|US|USA|UAE|DRC|FSM|DPRK|ROK|U\.S\.|U\.K\.|U\.S\.A\.|United |Democratic |Republic |Federa|Former|FYR)",
        given.text,
    )
    if given.text.startswith(("the ", "The ")):
        return given.text[0].lower() + given.text[1:]
    return given.with_article() if given.article else f"the {given.text}" if wants_one else given.text


@cache
def _names() -> dict[str, list[StateName]]:
    held: dict[str, list[StateName]] = {}
    for each in read_names((files("accede") / "data" / "state_names.csv").read_text(encoding="utf-8")):
        if each.language == str(Language.ENGLISH):
            held.setdefault(each.state, []).append(each)
    return held


def some(rnd: Random, of: Iterable[T], least: int, most: int) -> list[T]:
    """A few of many, in a new order; all where there are fewer."""
    pool = list(of)
    return rnd.sample(pool, min(len(pool), rnd.randint(least, most)))
