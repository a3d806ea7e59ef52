"""Subject and object of a claim in another language than English: States that a verb is said of, the treaty behind it. Pure."""

import re
from dataclasses import replace

from accede.reporting.checker.reading.bent_names import FURTHER
from accede.reporting.checker.reading.sentence import Listed, Sentence
from accede.reporting.checker.reading.vocabulary import Names

OF = {
    "fr": re.compile(
        r"(?:\b(?:de|du|des|avec|contre|par|chez|entre|pour|sur|selon)|\bd['’])(?: la| le| les)? ?(?:l['’])?$"
    ),
    "es": re.compile(r"\b(?:de|del|con|contra|por|entre|para|según)(?: la| el| los| las)? ?$"),
}
"""What makes the name behind it no subject."""


OBJECT = re.compile(r"(?:了|过)?(?:或(?:加入|批准)了?)?《?⟦T\d+⟧》?")
"""A treaty right behind a Chinese verb."""
MEETING_OF = re.compile(r"(?:\b(?:de|du|del|des)|\bd['’])(?: la| las| el| le)? ?(?:l['’])?$")


PRONOUNS = {
    "fr": re.compile(
        r"(?:Il|Elle|Ce pays|Cet [ÉE]tat|Ce dernier|Cette dernière)(?= (?!y a (?:⟦|\w+ [ée]tats|des|un)))"
    ),
    "es": re.compile(
        r"(?:(?:Ese|Este|El|Dicho) (?:país|Estado)(?= )|(?=(?:Se (?:adhirió|abstuvo|retiró)|Ratificó|Firmó|Depositó|Votó|(?:Aún |"
        r"Todavía )?[Nn]o es parte)\b))"
    ),
    "ru": re.compile(r"(?:Он|Она|Оно|Эта страна|Это государство)(?= )"),
    "zh": re.compile(r"(?:该国|它)"),
}
"""What begins a sentence and stands for the State of the one before; in Spanish the verb alone does."""


AT_FIRST = re.compile(r"\W*(?:⟦D\d+⟧,? ?)?(?:(?:Le|La|Les|El|Los|Las) |L['’])?⟦L\d+⟧")


def subject_before(before: Sentence | None) -> str:
    """The one State that a sentence begins with and speaks of; "" where there is none or it names others."""
    states = before.states() if before is not None else ()
    return states[0] if before is not None and len(states) == 1 and AT_FIRST.match(before.outline) else ""


def with_subject(sentence: Sentence, before: Sentence | None) -> Sentence:
    """The sentence with the State of the sentence before as its subject, where it begins with a pronoun and names no State."""
    pronoun = PRONOUNS.get(sentence.language)
    state = subject_before(before)
    if pronoun is None or not state or sentence.lists:
        return sentence
    begin = len(sentence.outline) - len(sentence.outline.lstrip())
    match = pronoun.match(sentence.outline, begin)
    if match is None:
        return sentence
    sign = "⟦L0⟧" + ("" if match[0] else " ")
    first, last = sentence.span(match.start(), match.end()) if match[0] else (begin, begin + 1)
    origin = sentence._origin
    return replace(
        sentence,
        lists=[(Listed(state, first, last),)],
        outline=sentence.outline[: match.start()] + sign + sentence.outline[match.end() :],
        _origin=origin[: match.start()] + [(first, last)] * len(sign) + origin[match.end() :],
    )


def object_end(sentence: Sentence, end: int) -> int:
    """Where a claim ends with its object: in Chinese the treaty follows its verb without a space."""
    behind = OBJECT.match(sentence.outline, end) if sentence.language == "zh" else None
    return behind.end() if behind else end


def is_subject_meeting(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a meeting can be what the words behind it are said of, and not part of another ("the President of ...")."""
    if sentence.language == "ru":
        return re.search(r"овещание|онференция", sentence.words(start, end)) is not None
    return sentence.language not in OF or MEETING_OF.search(sentence.outline[:start]) is None


ACTS = {
    "fr": re.compile(
        r"signée?s?|signature|ratifiée?s?|ratification|adhéré|accédé|adhésion|rejointe?s?|part(?:ie|ies)\b"
    ),
    "es": re.compile(r"firm\w+|suscrib\w+|ratific\w+|adhir\w+|adhesión|adherido|unió|unieron|sumó|sumaron|partes?\b"),
    "ru": re.compile(r"подпис\w+|ратиф\w+|присоедин\w+|участни\w+|грамот\w+"),
}
"""The words of an act; what follows them is its object."""
NO_OBJECT = re.compile(
    r"Ottawa|(?:formelle|officielle|finale|seule|ultérieure)ment|également|aussi|ainsi|déjà|même|puis|\w+mente|también|ella|este|"
    r"Оттаве|официально|также",
    re.IGNORECASE,
)
OBJECT_BEHIND = re.compile(r" ?,? (?:(?:une?|des|una|unos|el|la|les?|los|las|⟦N\d+⟧) |l['’])(?!⟦T)\w")
LAWS = re.compile(r"\b(?:lois?|ley|leyes|décret|decreto|закон\w*)\b|法律|法令|قانون", re.IGNORECASE)


def is_of_another_text(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch of the outline with an act and its day tells of a law or an agreement instead of the treaty."""
    outline = sentence.outline
    if LAWS.search(outline):
        return True
    verb = ACTS.get(sentence.language)
    words = list(verb.finditer(outline, start, end)) if verb else []
    if not words:
        return False
    day = outline.find("⟦D", words[-1].end(), end)
    if day < 0:
        treaty = outline.find("⟦T", words[-1].end(), end)
        return treaty < 0 and OBJECT_BEHIND.match(outline, end) is not None
    between = outline[words[-1].end() : day]
    has_treaty = "⟦T" in between
    before = NO_OBJECT.sub("", between.partition("⟦T")[0])
    return re.search(r"[^\W\d_]{4,}", before) is not None or (
        not has_treaty and OBJECT_BEHIND.match(outline, outline.find("⟧", day) + 1) is not None
    )


def are_subject(sentence: Sentence, listed: int, names: Names) -> bool:
    """Whether a list of States can be what the verb behind it is said of: no genitive ("an ally of Cuba"), not bent."""
    place = sentence.outline.find(f"⟦L{listed}⟧")
    if sentence.language in OF:
        return OF[sentence.language].search(sentence.outline[:place]) is None
    if sentence.language == "ru":
        told = [sentence.text[one.start : one.end] for one in sentence.lists[listed]]
        return all(
            name in FURTHER["ru"] or names.states.known(name) or PRONOUNS["ru"].match(f"{name} ") for name in told
        )
    return True
