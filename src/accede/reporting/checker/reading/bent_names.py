"""State names as Russian bends them, as Arabic joins them to the small words before them, and as Chinese writes them. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

FURTHER: dict[str, dict[str, str]] = {
    "ru": {"США": "USA", "ЮАР": "ZAF", "Соединенное Королевство": "GBR", "Палестина": "PSE", "Республика Корея": "KOR"},
    "zh": {"阿联酋": "ARE", "沙特": "SAU", "巴勒斯坦": "PSE", "巴勒斯坦国": "PSE", "波黑": "BIH"},
    "ar": {"السعودية": "SAU", "الإمارات": "ARE", "فلسطين": "PSE", "سلطنة عمان": "OMN", "سلطنة عُمان": "OMN"},
}
"""What papers call States beside the names in the table."""
ENDINGS = (
    ("ия", "ия|ии|ию|ией|иею"),
    ("ая", "ая|ой|ую|ою"),
    ("ий", "ий|ого|его|ому|ему|им|ом|ем|ия|ию|ием|ии"),
    ("ый", "ый|ого|ому|ым|ом"),
    ("ое", "ое|ого|ому|ым|ом"),
    ("ые", "ые|ых|ым|ыми"),
    ("ие", "ие|их|им|ими"),
    ("во", "во|ва|ву|вом|ве"),
    ("пет", "пет|пта|пту|птом|пте"),
    ("рова", "рова|ровов|ровам|ровами|ровах"),
    ("ы", "ы|ов||ам|ами|ах"),
    ("а", "а|ы|и|е|у|ой|ою"),
    ("я", "я|и|е|ю|ей"),
    ("ь", "ь|я|ю|ем|е|и|ью"),
    ("й", "й|я|ю|ем|е|и"),
)
"""The endings of Russian names in all cases, by how the name ends."""
CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
"""The signs of vowels, which Arabic writes or leaves out, and the stretching of a letter."""
ALIKE = str.maketrans("أإآى", "اااي")
YO = str.maketrans("ё", "е")
WORD = re.compile(r"\w+")
JOINED = re.compile(r"[وف]?(?:[بك]|لل?)?")
"""What Arabic writes together with the name behind it."""


class BentNames:
    """The names of States in one language, in every form; each is looked up by its first word."""

    def __init__(self, names: Mapping[str, str], language: str) -> None:
        self.language = language
        self._starting: dict[str, list[tuple[str, str]]] = {}
        for name, iso3 in (dict(names) | FURTHER.get(language, {})).items():
            for form in self._forms(name):
                self._starting.setdefault(self._key(form), []).append((form, iso3))
        for held in self._starting.values():
            held.sort(key=lambda one: -len(one[0]))

    def spotted(self, text: str) -> list[tuple[int, int, str]]:
        """The States named in a text: (start, end, iso3), the longest name counts."""
        plain, origin = self._plain(text)
        found: list[tuple[int, int, str]] = []
        taken = 0
        for at in self._starts(plain):
            if at < taken:
                continue
            for form, iso3 in self._starting.get(self._key(plain[at:]), ()):
                end = at + len(form)
                if plain.startswith(form, at) and (
                    self.language == "zh" or not re.match(r"[\w-]", plain[end : end + 1] or " ")
                ):
                    found.append((origin[at], origin[end - 1] + 1, iso3))
                    taken = end
                    break
        return found

    def _forms(self, name: str) -> set[str]:
        """A name as it may stand in a text made plain."""
        match self.language:
            case "ru":
                words = [_bent(word) for word in name.translate(YO).split(" ")]
                return {" ".join(one) for one in product(*words)} if len(words) < LONG else {name.translate(YO)}
            case "ar":
                plain = "".join(letter for letter in name.translate(ALIKE) if letter not in HARAKAT)
                # After "for" the article loses its first letter.
                return {plain, plain.removeprefix("ا")} if plain.startswith("ال") else {plain}
            case _:
                return {name}

    def _key(self, text: str) -> str:
        if self.language == "zh":
            return text[:2]
        found = WORD.match(text)
        return found[0] if found else ""

    def _plain(self, text: str) -> tuple[str, Sequence[int]]:
        """A text as names are looked up in it, and where each of its letters stands."""
        if self.language == "ru":
            return text.translate(YO), range(len(text))
        if self.language == "zh":
            return text, range(len(text))
        kept = [at for at, letter in enumerate(text) if letter not in HARAKAT]
        return "".join(text[at] for at in kept).translate(ALIKE), kept

    def _starts(self, text: str) -> Iterator[int]:
        """Where a name may begin."""
        if self.language == "zh":
            yield from range(len(text))
            return
        for word in WORD.finditer(text):
            if word.start() and text[word.start() - 1] == "-":
                continue
            yield word.start()
            if self.language == "ar" and (joined := JOINED.match(text, *word.span())) and joined.end() > word.start():
                yield from range(word.start() + 1, joined.end() + 1)


LONG = 5
"""Longer names are not bent: too many forms."""


def _bent(word: str) -> list[str]:
    """One word in all cases; parts joined by a dash are bent at the end alone."""
    if not re.fullmatch(r"[А-Я][а-я]+(?:-[А-Я]?[а-я]+)*", word):
        return [word]
    for end, forms in ENDINGS:
        if word.endswith(end):
            return [word.removesuffix(end) + form for form in forms.split("|")]
    return [word + form for form in ("", "а", "у", "ом", "е")] if CONSONANT.search(word) else [word]
