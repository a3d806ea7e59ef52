"""What States are called: the dated names of each in the six languages, and the State that a name means.

A name is found exactly or not at all: case, accents, footnote marks, white space and a leading "the" do not matter
(`spelling`), and nothing else is guessed. The names shipped with Accede are in `data/state_names.csv`, a source in every
row.
"""

import csv
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from operator import itemgetter

from accede.vocabulary.errors import Damaged, UnknownName
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.spelling import MARKS, spelling


class NameForm(Labelled):
    """What a name is for. Where a State has no table form, it is the short one; no sentence form, article and short."""

    SHORT = "short", "short name"
    FORMAL = "formal", "formal name"
    SENTENCE = "sentence", "name in a sentence"
    TABLE = "table", "name in a table"
    ALIAS = "alias", "other spelling"


@dataclass(frozen=True, slots=True)
class StateName:
    """One name of a State: ISO 3166-1 alpha-3 key, or that of a former State; ISO 639-1 language; in use since and until.

    `article` stands before the text in a sentence ("the", "l'", "el"). `since` and `until` are None where there is no
    bound or none is known.
    """

    state: str
    language: str
    form: NameForm
    text: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    article: str = ""

    def is_in_use(self, on: date) -> bool:
        """Whether it may have been in use on the day."""
        begun = self.since is None or self.since.earliest is None or self.since.earliest <= on
        ended = self.until is not None and self.until.latest is not None and self.until.latest < on
        return begun and not ended

    def with_article(self) -> str:
        """As it stands in a sentence: "the Niger", "l'Iraq"."""
        joint = "" if not self.article or self.article[-1] in "'’" else " "
        return f"{self.article}{joint}{self.text}"


LONGEST_NAME = 150
"""Characters; the longest that is held, in any of the six languages, has less than half as many."""
FOREIGN_ARTICLE = re.compile(r"(?:l'|(?:la|le|les|el|los|las) )(?=.)")
NOT_STATES = (
    "American Samoa", "British Virgin Islands", "Chad Basin", "Congo Basin", "Congo River", "East China Sea",
    "Guatemala City", "Gulf of Guinea", "Gulf of Oman", "Inner Mongolia", "Jordan River", "Jordan Valley", "Kuwait City",
    "Lake Chad", "Mexico City", "New Guinea", "New Mexico", "Niger Delta", "Niger River", "Northern Ireland",
    "Panama Canal", "Panama City", "River Jordan", "Sea of Japan", "South China Sea", "United States Virgin Islands",
)  # fmt: skip
"""Names of places that begin or end with the name of a State and are not that State."""
TOKEN = re.compile(rf"[^\W_{MARKS}]+|[^\w\s]|_")


class NameTable:
    """The names of States, looked up both ways.

    Raises Damaged if two States have one name at the same time; with `checked`, names that a test has held to this, the
    index by spelling is only made when a name is first looked for.
    """

    def __init__(self, names: Iterable[StateName], *, checked: bool = False) -> None:
        self._names = tuple(names)
        self._of_state: dict[tuple[str, str], list[StateName]] = defaultdict(list)
        for name in self._names:
            self._of_state[name.state, name.language].append(name)
        self.states = tuple(sorted({state for state, _ in self._of_state}))
        self._spotters: dict[str, _Spotter] = {}
        if not checked:
            self._check()

    @property
    def all(self) -> tuple[StateName, ...]:
        """Every name, in the order of the table."""
        return self._names

    def _check(self) -> None:
        for names in self._spelt.values():
            if any(name.state != names[0].state for name in names):
                _refuse_overlap(names)

    @cached_property
    def _spelt(self) -> dict[str, list[StateName]]:
        found: dict[str, list[StateName]] = defaultdict(list)
        for name in self._names:
            spelt = spelling(name.text)
            found[spelt].append(name)
            if name.form is NameForm.FORMAL and name.language in ("fr", "es"):
                found[FOREIGN_ARTICLE.sub("", spelt, count=1)].append(name)
        return dict(found)

    @cached_property
    def _parts(self) -> list[tuple[str, set[str]]]:
        """Each spelling with its words."""
        return [(key, set(re.split(r"[\s,()]+", key))) for key in self._spelt]

    def find(self, text: str, on: date | None = None) -> str:
        """The State that the text names; `on` decides between States that bore the name at different times.

        A name no longer or not yet in use still means its State. Raises UnknownName: it suggests, and never guesses.
        """
        spelt = self._held(text)
        if not spelt:
            raise UnknownName(f"“{_shown(text)}” is not the name of a State", remedy=self._suggestion(text))
        states = {name.state for name in spelt}
        if len(states) > 1 and on is not None:
            states = {name.state for name in spelt if name.is_in_use(on)}
        if len(states) == 1:
            return states.pop()
        times = " and ".join(sorted({f"{name.state} ({_time(name)})" for name in spelt}))
        raise UnknownName(f"“{_shown(text)}” was the name of {times}", remedy="Say on which day, or name the State")

    def known(self, text: str, on: date | None = None) -> str | None:
        """The State of a name, as `find`, where a text may well be none: None then, and no time spent on suggestions."""
        return self._state_spelt(text, on)

    def short(self, iso3: str, language: str = "en", on: date | None = None) -> str:
        """The short name of the United Nations; `on` a day, else today's (a former State's last).

        Where a former State has no name in the language, it is the English one. Raises UnknownName for an unknown key.
        """
        return self._short(iso3, language, on).text

    def formal(self, iso3: str, language: str = "en", on: date | None = None) -> str:
        """The formal name with its article; the name in a sentence where the formal one is not held."""
        name = self._name(iso3, language, NameForm.FORMAL, on)
        return name.text if name else self.in_sentence(iso3, language, on)

    def in_sentence(self, iso3: str, language: str = "en", on: date | None = None) -> str:
        """With the article it takes in a sentence: "the Niger", "the Islamic Republic of Iran", "l'Iraq"."""
        short = self._short(iso3, language, on)
        sentence = self._name(iso3, language, NameForm.SENTENCE, on) if "(" in short.text else None
        return sentence.text if sentence else short.with_article()

    def in_table(self, iso3: str, language: str = "en", on: date | None = None) -> str:
        """As a table of a paper lists and sorts it."""
        name = self._name(iso3, language, NameForm.TABLE, on)
        return name.text if name else self.short(iso3, language, on)

    def texts(self, language: str) -> dict[str, str]:
        """The names of one language without remarks in brackets, each with its State; a name of several is left out."""
        held: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            if name.language == language and len(name.text) > 1 and not re.search(r"[()（）]|[A-Za-z]| - ", name.text):
                held[name.text].add(name.state)
        return {text: states.pop() for text, states in held.items() if len(states) == 1}

    def spot(self, text: str, language: str = "en") -> list[tuple[int, int, str]]:
        """The State names in running prose, each as (start, end, iso3) in the text, in order; the longest name counts.

        For languages that part words by spaces. A name that needs a day to be decided is left out. Words must begin
        with a capital as the name does, and an abbreviation ("US") must be in capitals.
        """
        if language not in self._spotters:
            self._spotters[language] = _Spotter(self._spelt.values(), language)
        return self._spotters[language].spotted(text)

    def split_run(self, text: str, on: date | None = None) -> list[str]:
        """The States of names run together ("ChinaCuba"). Raises UnknownName unless there is exactly one way to part them."""
        ends = [at for at in range(1, len(text)) if text[at].isupper() or not text[at].isascii()] + [len(text)]
        ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
        reached = [0]  # where a name may begin: all before is parted
        for end in ends:
            parted: set[tuple[str, ...]] = set()
            for start in reached[bisect_left(reached, end - LONGEST_NAME) :]:
                if state := self._state_spelt(text[start:end], on):
                    parted |= {(*before, state) for before in ways[start]}
            if parted:
                ways[end] = sorted(parted)[:2]  # two are enough to know that it is not one
                reached.append(end)
        found = ways.get(len(text), []) if text else []
        if len(found) == 1:
            return list(found[0])
        what = "can be parted in several ways" if found else "cannot be parted into names of States"
        raise UnknownName(f"“{_shown(text)}” {what}", remedy="Put each name on a line of its own")

    def _state_spelt(self, text: str, on: date | None) -> str | None:
        states = {name.state for name in self._held(text) if on is None or name.is_in_use(on)}
        return states.pop() if len(states) == 1 else None

    def _held(self, text: str) -> Sequence[StateName]:
        spelt = spelling(text)
        return self._spelt.get(spelt, ()) or self._spelt.get(FOREIGN_ARTICLE.sub("", spelt, count=1), ())

    def _short(self, iso3: str, language: str, on: date | None) -> StateName:
        for tried in (language, "en"):
            name = self._name(iso3, tried, NameForm.SHORT, on) or self._name(iso3, tried, NameForm.SHORT, None)
            if name:
                return name
        raise UnknownName(f"no State has the key “{iso3}”", remedy="Use the ISO 3166-1 alpha-3 key, such as LAO")

    def _name(self, iso3: str, language: str, form: NameForm, on: date | None) -> StateName | None:
        """The name in use on the day; with no day the one that is still, or was last, in use."""
        names = [name for name in self._of_state.get((iso3, language), ()) if name.form is form]
        if on is not None:
            names = [name for name in names if name.is_in_use(on)]
        return max(names, key=_last_in_use, default=None)

    def suggestions(self, text: str) -> tuple[str, ...]:
        """The States that an unknown name may mean, the likeliest first, three at most; nothing is found by them."""
        # Only a name that is not found pays for the import.
        from rapidfuzz import fuzz, process

        wanted = spelling(text[:80])
        words = set(wanted.split())
        near = [key for key, parts in self._parts if words and words <= parts]
        if not 1 <= len({self._spelt[key][0].state for key in near}) <= 3:  # "Korea" is two, "Republic" a hundred
            near = [
                key
                for key, _, _ in process.extract(
                    wanted, self._spelt.keys(), scorer=fuzz.ratio, limit=9, score_cutoff=66
                )
            ]
        several = [name.state for name in self._held(text)]
        return tuple(dict.fromkeys([*several, *(self._spelt[key][0].state for key in near)]))[:3]

    def _suggestion(self, text: str) -> str:
        names = [f"“{self.short(state)}”" for state in self.suggestions(text)]
        if not names:
            return "Write the name as the United Nations does"
        return f"Perhaps {' or '.join(names)} is meant: write that name, or add this spelling to the State's names"


def _shown(text: str) -> str:
    """The beginning of a text on one line."""
    return " ".join(text[:400].split())[:80]


class _Spotter:
    """The names of one language by their first word, longest first, to be found in prose."""

    def __init__(self, spelt: Iterable[Sequence[StateName]], language: str) -> None:
        self._starting: dict[str, dict[tuple[str, ...], tuple[str, str]]] = defaultdict(dict)
        for names in spelt:
            if len({name.state for name in names}) == 1:
                for name in names:
                    if name.language in (language, "en"):
                        self._add(name.text, name.state)
        for place in NOT_STATES:
            self._add(place, "")
        self._longest = {
            first: sorted(names.items(), key=lambda one: -len(one[0])) for first, names in self._starting.items()
        }

    def _add(self, text: str, state: str) -> None:
        tokens = TOKEN.findall(spelling(text))
        original = text.removeprefix("the ")
        self._starting[tokens[0]][tuple(tokens)] = (state, original)

    def spotted(self, text: str) -> list[tuple[int, int, str]]:
        tokens = [(match.start(), match.end(), match[0]) for match in TOKEN.finditer(text)]
        spelt = [spelling(token) or token for _, _, token in tokens]
        found: list[tuple[int, int, str]] = []
        at = 0
        while at < len(tokens):
            for name, (state, original) in self._longest.get(spelt[at], ()):
                last = at + len(name) - 1
                if tuple(spelt[at : last + 1]) == name and _capitals_agree(
                    text[tokens[at][0] : tokens[last][1]], original
                ):
                    if state:
                        found.append((tokens[at][0], tokens[last][1], state))
                    at = last
                    break
            at += 1
        return found


def _capitals_agree(found: str, name: str) -> bool:
    """Whether the text has the capitals of the name: all of an abbreviation's, else the first letter's."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) <= 5 and all(c.isupper() for c in letters):
        return all(c.isupper() for c in found if c.isalpha())
    return found[0].isupper() or not name[0].isupper()


def _refuse_overlap(names: Sequence[StateName]) -> None:
    """Raises Damaged if two of the States bore the name at the same time."""
    ordered = sorted(names, key=lambda name: (_first(name), _last(name)))
    for at, name in enumerate(ordered):
        for later in ordered[at + 1 :]:
            if later.state != name.state and _first(later) <= _last(name):
                raise Damaged(
                    f"“{name.text}” is a name of {name.state} and of {later.state} at the same time",
                    remedy="Say since and until when each bore it, or keep it for one of them",
                )


def _first(name: StateName) -> date:
    return name.since.earliest if name.since and name.since.earliest else date.min


def _last(name: StateName) -> date:
    return name.until.latest if name.until and name.until.latest else date.max


def _last_in_use(name: StateName) -> tuple[date, date]:
    return _last(name), _first(name)


def _time(name: StateName) -> str:
    since = f"since {name.since.wording()}" if name.since else ""
    until = f"until {name.until.wording()}" if name.until else ""
    return f"{since} {until}".strip() or "at a time not known"


def read_names(text: str) -> list[StateName]:
    """The names of a table in CSV: columns iso3, language, form, article, text, since, until (EDTF), and any others."""
    rows = csv.reader(text.splitlines())
    column = {name: at for at, name in enumerate(next(rows))}
    wanted = itemgetter(*(column[name] for name in ("state", "language", "form", "text", "since", "until", "article")))
    forms = {form.value: form for form in NameForm}
    return [
        StateName(
            state,
            language,
            forms[form],
            text,
            PartialDate.parse(since) if since else None,
            PartialDate.parse(until) if until else None,
            article,
        )
        for state, language, form, text, since, until, article in map(wanted, rows)
    ]


@cache
def shipped_names() -> NameTable:
    """The names of the 197 States of the universe and of former States, as shipped."""
    return NameTable(
        read_names((files("accede") / "data" / "state_names.csv").read_text(encoding="utf-8")), checked=True
    )
