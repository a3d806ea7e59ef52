"""What an answer, or a sentence of an auxiliary alone, says with the words of the sentence before it. Pure.

"How many States are party? 164."; "Has Peru joined? No."; "India had not signed. China had."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.sentence import SIGN, Sentence
from accede.reporting.checker.reading.verbs import BASE, BASES, BEING, HAVING, PAST, PASTS

Piece = tuple[int, int, str]
"""From where to where in the outline, and what stands there instead."""
HOW_MANY = Late(
    r"\b[Hh]ow many (?P<who>(?:UN |Member |of the world['’]s )?(?:[Ss]tates|[Cc]ountries|[Nn]ations|[Gg]overnments))"
    r" (?P<rest>(?:are|have|had|were|remain|remained|stand|stay|belong|joined|signed|had)\b(?:(?!⟦[DL])[^.;?]){1,80})\?"
)
NUMBER_ALONE = re.compile(
    r"\W*(?:(?:A|Answer)\W+)?(?:(?:Only|Just|Exactly|Today|Now|It is|They are|There are|As of today|At present),? )*"
    r"(?P<n>⟦N\d+⟧)(?= ?(?:$|[.!,;–—]))"
)
WHETHER = Late(
    r"(?:^|[:–—?] ?)\W*(?P<have>[Hh]as|[Hh]ave|[Hh]ad|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]id|[Dd]oes|[Dd]o) (?:the )?"
    r"⟦L(?P<l>\d+)⟧ (?:(?:ever|already|yet|still|now|also) )*(?P<rest>(?:(?!⟦L)[^.;?]){3,120}?)(?:,? yet)?\?"
)
YES_OR_NO = re.compile(r"\W*(?:(?:A|Answer)\W+)?(?P<word>[Yy]es|[Nn]o)\b(?=[.,!;:– —]|$)[,.!]?")
IN_PART = Late(
    r"\b(?:but|though|although|however|might|may|could|would|should|not|almost|nearly|partly|some|depends|perhaps|if|only|"
    r"so|says?|said|thinks?|claims?|wait|actually|sorry|if)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Behind "yes" or "no": it is not the whole answer."""
BASE_VERB = re.compile("|".join(sorted(PASTS, key=len, reverse=True)))
AUXILIARY_ALONE = re.compile(
    r"\W*(?:(?:But|And|While|Whereas|Only|Yet|By contrast,|In contrast,) )*(?:the )?⟦L\d+⟧(?:, too,?| also| alone)? "
    r"(?P<have>has|have|had|did|is|are|was|were)(?P<not> not|n['’]t)?(?: so| too| either| as well)?\W*$"
)
TOLD_OF = Late(rf"⟦L\d+⟧ (?:(?P<past>{PAST})|did not (?P<base>{BASE}))\b(?P<rest>(?:(?!⟦L)[^.;:]){{0,120}})")
HELD_OF = re.compile(
    rf"⟦L\d+⟧ (?P<have>{HAVING}|{BEING}) (?:(?:not|never)(?: yet)? )?(?P<rest>(?:(?!⟦L)[^.;:]){{1,120}})"
)


def answers(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    """What an answer says with the words of its question: "How many States are party? 164." "Has Peru joined? No." """
    if not earlier or not earlier[-1].text.rstrip("”\"’') ").endswith("?"):
        return
    asked = earlier[-1]
    many = HOW_MANY.search(asked.outline)
    if many and (answer := NUMBER_ALONE.match(sentence.outline)):
        yield answer.end("n"), answer.end("n"), _copied(sentence, asked, f" {many['who']} {many['rest']}")
        return
    whether, answer = WHETHER.search(asked.outline), YES_OR_NO.match(sentence.outline)
    if not whether or not answer or IN_PART.search(sentence.outline, answer.end()):
        return
    denied = "not " if answer["word"].lower() == "no" else ""
    have, rest = whether["have"].lower(), whether["rest"]
    if have in ("did", "do", "does"):
        base = BASE_VERB.match(rest)
        if not base:
            return
        said = f"did not {rest}" if denied else f"{PASTS[base[0]]}{rest[base.end() :]}"
    else:
        said = f"{have} {denied}{rest}"
    words = _copied(sentence, asked, f"⟦L{whether['l']}⟧ {said} ")
    yield answer.start("word"), answer.end(), words


def said_short(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    """What States did, or did not, told by its auxiliary alone, after a sentence that tells it of others: "China had." """
    short = AUXILIARY_ALONE.match(sentence.outline)
    if not short or not earlier or earlier[-1].text.rstrip().endswith("?"):
        return
    have, denied = short["have"].lower(), "not " if short["not"] else ""
    told = earlier[-1].outline
    if have == "did":
        match = TOLD_OF.search(told)
        if match is None:
            return
        base = match["base"] or BASES[match["past"]]
        said = f"did not {base}{match['rest']}" if denied else f"{PASTS[base]}{match['rest']}"
    else:
        match = HELD_OF.search(told)
        if match is None or match["have"][:2] != have[:2]:
            return
        said = f"{have} {denied}{match['rest']}"
    yield short.start("have"), short.end(), _copied(sentence, earlier[-1], said.rstrip(" .;"))


def _copied(sentence: Sentence, other: Sentence, words: str) -> str:
    """Words of another sentence, whose signs are made signs of this one."""
    kinds: dict[str, tuple[list[Any], list[Any]]] = {
        "T": (sentence.treaties, other.treaties),
        "M": (sentence.meetings, other.meetings),
        "U": (sentence.terms, other.terms),
        "D": (sentence.days, other.days),
        "N": (sentence.numbers, other.numbers),
        "L": (sentence.lists, other.lists),
    }

    def sign(match: re.Match[str]) -> str:
        if match[1] not in kinds:
            return match[0]
        own, theirs = kinds[match[1]]
        value = theirs[int(match[2])]
        own.append(replace(value, start=0, end=0) if match[1] in "TMUD" else value)
        if match[1] == "L":
            own[-1] = tuple(replace(one, start=0, end=len(sentence.text)) for one in value)
        return f"⟦{match[1]}{len(own) - 1}⟧"

    return SIGN.sub(sign, words)
