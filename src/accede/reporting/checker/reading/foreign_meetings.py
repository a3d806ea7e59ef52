"""Meetings of the treaty as French, Spanish, Russian, Chinese and Arabic texts name them. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from accede.reporting.checker.reading.foreign_ordinals import ordinals
from accede.reporting.checker.reading.meetings import Meeting
from accede.vocabulary.occasions import OccasionKind

BEHIND: dict[str, tuple[tuple[OccasionKind, str], ...]] = {
    "fr": (
        (
            OccasionKind.MSP,
            r" ?(?:[Aa]ssemblée|[Rr]éunion) (?:annuelle )?des (?:[ÉEée]tats )?[Pp]arties",
        ),
        (OccasionKind.RC, r" ?[Cc]onférence d['’][Ee]xamen"),
    ),
    "es": (
        (OccasionKind.MSP, r" ?(?:[Rr]eunión|[Aa]samblea) (?:anual )?de (?:los )?Estados [Pp]artes?"),
        (OccasionKind.RC, r" ?[Cc]onferencia de(?:l)? (?:los Estados [Pp]artes encargada del )?[Ee]xamen"),
    ),
    "ru": (
        (OccasionKind.MSP, r" ?[Сс]овещани\w+ государств[- –—]+участник\w*"),
        (
            OccasionKind.RC,
            r" ?(?:[Кк]онференци\w+ (?:государств[- –—]+участников )?по рассмотрению(?: действия)?|[Оо]бзорн\w+ [Кк]онференци\w+)",
        ),
    ),
    "zh": (
        (OccasionKind.MSP, r"(?:次|届)?(?:年度)?缔约(?:国|方)(?:会议|大会)"),
        (OccasionKind.RC, r"(?:次|届)?(?:缔约国)?审(?:议|查)(?:大会|会议)"),
    ),
}
"""What stands behind the ordinal."""
BEFORE: tuple[tuple[OccasionKind, str], ...] = (
    (OccasionKind.MSP, r"(?:ال)?[إا]جتماع "),
    (OccasionKind.RC, r"(?:ال)?مؤتمر (?:ال)?[إا]ستعراضي "),
)
"""What stands before it, in Arabic."""
OF_THE_PARTIES = re.compile(r" (?:السنوي )?للدول الأطراف")


def foreign_meetings(text: str, language: str) -> Iterator[Meeting]:
    """The meetings of a text that are named with their number, in order."""
    for start, end, number in ordinals(text, language):
        for kind, pattern in _patterns(language):
            if language == "ar":
                before = pattern.search(text[:start])
                after = OF_THE_PARTIES.match(text, end)
                if before and (kind is OccasionKind.RC or after):
                    yield Meeting(before.start(), after.end() if after else end, kind, number, None, f"{number}{kind}")
                    break
            elif after := pattern.match(text, end):
                yield Meeting(start, after.end(), kind, number, None, f"{number}{kind}")
                break


@cache
def _patterns(language: str) -> tuple[tuple[OccasionKind, re.Pattern[str]], ...]:
    if language == "ar":
        return tuple((kind, re.compile(words + "$")) for kind, words in BEFORE)
    return tuple((kind, re.compile(words)) for kind, words in BEHIND.get(language, ()))
