"""How many States signed, joined, are outside: numbers stated in prose."""

import re

from accede.intake.findings import CountKind, StatedCount
from accede.intake.status_paper.dates import dated
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.partial_date import PartialDate

N = rf"(?P<number>{NUMBER})"
OTHER = rf"(?:{NUMBER})"
PATTERNS: tuple[tuple[CountKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (CountKind.SIGNED, rf"{N} States\b[^.;]*\bsign(?:ed|ing)\b"),
        (CountKind.SIGNED, rf"\bsign(?:ed|ing)\b[^.;]*?\b{N} States\b"),
        (CountKind.JOINED, rf"\b(?:has|had|with|are|were) {N} (?:States Parties|parties)\b"),
        (CountKind.JOINED, rf"{N} States (?:have|had|has) joined\b"),
        (CountKind.OUTSIDE, rf"{N} States? (?:that )?(?:remain|still|outside|not party)"),
        (CountKind.OUTSIDE, rf"(?<!States ){N} remains? outside\b"),
        (CountKind.IN_FORCE, rf"\bin force for {N}(?: (?:or|to) {OTHER})? of (?:them|these)\b"),
        (CountKind.WITHDRAWN, rf"{N} States? (?:that )?(?:has |have |had )?withdr[ae]wn?\b"),
        (CountKind.SUPPORT, rf"\b{N} (?:has|have) at some time accepted\b"),
        (CountKind.REASONS, rf"\b{N} of (?:them|those outside[^,.]*) give circumstances\b"),
        (CountKind.TOOK_PART, rf"\b{N} (?:is|are) recorded at one\b"),
        (CountKind.NO_INFORMATION, rf"\bofficial information is not held of {N} of them\b"),
        (CountKind.OLD_INFORMATION, rf"^Of {N} (?:others|of them) the last statement is\b"),
    )
)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The numbers of a sentence; None where it states none of these."""
    counts = [
        StatedCount(what=kind, number=number(match["number"]), as_of=_day(kind, sentence.text, reading))
        for kind, pattern in PATTERNS
        for match in pattern.finditer(sentence.text)
    ]
    return tuple(map(sentence.proposal, dict.fromkeys(counts))) or None


def _day(kind: CountKind, text: str, reading: Reading) -> PartialDate | None:
    """The day of a number: the one the sentence gives, else that of the paper. Of signatures, the year they are said of."""
    if kind is CountKind.SIGNED:
        return dated(text)
    return dated(text, "as of", "as at", "on", "by") or reading.as_of
