"""Subject and object of a claim in another language than English: States that a verb is said of, the treaty behind it. Pure."""

import re

from accede.reporting.checker.reading.bent_names import FURTHER
from accede.reporting.checker.reading.sentence import Sentence
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


def object_end(sentence: Sentence, end: int) -> int:
    """Where a claim ends with its object: in Chinese the treaty follows its verb without a space."""
    behind = OBJECT.match(sentence.outline, end) if sentence.language == "zh" else None
    return behind.end() if behind else end


def is_subject_meeting(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a meeting can be what the words behind it are said of, and not part of another ("the President of ...")."""
    if sentence.language == "ru":
        return re.search(r"овещание|онференция", sentence.words(start, end)) is not None
    return sentence.language not in OF or MEETING_OF.search(sentence.outline[:start]) is None


def are_subject(sentence: Sentence, listed: int, names: Names) -> bool:
    """Whether a list of States can be what the verb behind it is said of: no genitive ("an ally of Cuba"), not bent."""
    place = sentence.outline.find(f"⟦L{listed}⟧")
    if sentence.language in OF:
        return OF[sentence.language].search(sentence.outline[:place]) is None
    if sentence.language == "ru":
        told = [sentence.text[one.start : one.end] for one in sentence.lists[listed]]
        return all(name in FURTHER["ru"] or names.states.known(name) for name in told)
    return True
