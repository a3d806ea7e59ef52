"""Acts told by nouns and in brackets: "the accession of Oman", "Haiti (signed 1997, ratified 2006)". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.kinds.act_words import IMAGINED, KIND, KINDS, NOT_DONE, T
from accede.reporting.checker.kinds.acts import Act, Told
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.treaty_actions import TreatyActionKind

NOUN = rf"(?:{KIND}|signature|signing|joining|adherence|withdrawal|exit|departure)"
PAPER = (
    r"(?:instruments? of |notifications? of |notice of |deposit of (?:its |the |an |their )?instruments? of |"
    r"deposit of (?:its |the |an )?)"
)
_LINK = (
    r"(?:,? (?:which|that|was|were|is|are|came|took place|has been|had been|have been|occurred|dates?|dating|"
    r"dated|back|from|to|deposited|received|made|done|registered|recorded|followed|notified|happened|effected|"
    r"submitted|lodged|handed (?:over|in)|transmitted|affixed|given|executed|completed|took effect|takes effect|"
    r"will take effect|taking effect|came into effect|enter(?:ed|s) into force|came into force|became effective|"
    r"becomes effective|effective|with|by|at|in|the|on|of|and|depositary|Secretary-General|United Nations|UN|"
    r"Secretariat|Headquarters|New York|Ottawa|formally|officially|duly|only|finally|already|then|later|subsequently|"
    r"reached|reaching|arrived|arriving|landed|in hand|came in|desk|itself|thus|therefore|as far)(?=[ ,⟦(]))*"
)
OWNED = Late(
    rf"⟦L(?P<l>\d+)⟧['’]s? (?:own |formal |recent |subsequent |own formal )?(?:{PAPER})?(?P<noun>{NOUN})"
    rf"(?: (?:of|to|from|by) {T})?(?P<link>{_LINK}),? ?(?:\(? ?)⟦D(?P<d>\d+)⟧"
)
_EFFECT = (
    r"(?:(?:will |would |to |shall |is to |was to |then )?(?:t[ao]kes?|took|taking|bec[ao]mes?|becoming|be|is|was|has|"
    r"had) ?(?:taken |become |been )?(?:effect(?:ive)?)\b|(?:will )?(?:enter(?:s|ed)?|c[ao]mes?) into (?:force|effect))"
)
OWNED_EFFECT = Late(
    rf"⟦L(?P<l>\d+)⟧['’]s? (?:own |formal )?(?:{PAPER})?(?P<noun>{NOUN})(?: (?:of|to|from|by) {T})?,"
    rf"(?:[^.;:⟦]|⟦[DT]\d+⟧){{1,80}}?, {_EFFECT}(?: (?:only|already|then|for it))? ⟦D(?P<d>\d+)⟧"
)
"""The effect of an act whose own day stands between: "Peru's withdrawal, notified in June, takes effect in December"."""
_DEPOSITARY = r"(?:[Dd]epositary|Secretary-General|United Nations|\bUN\b|New York|Treaty Section)"
OWNED_PAPER = Late(
    rf"⟦L(?P<l>\d+)⟧['’]s? (?:own |formal )?instrument of (?P<noun>{KIND})(?: (?:to|of) {T})?,? (?:was|had been|has been) "
    rf"(?:\w+ly )?(?:placed|put|laid|left|given|handed|delivered|received|presented|conveyed|entrusted|lodged|deposited|"
    rf"brought)\b(?P<link>(?:(?!\b(?:not|before (?!the)|after|until|since|copy|draft)\b)[^.;:⟦]){{0,50}}?{_DEPOSITARY}"
    rf"(?:['’]s \w+)?(?: (?:in|at|of) [^.;:⟦,]{{0,30}})?),? ⟦D(?P<d>\d+)⟧"
)
"""What became of an instrument, in whatever words ("was laid before the Secretary-General")."""
GAPPED_NOUN = Late(
    r"(?:,? (?:and|while|but)|,|;)(?: then)? (?:(?:that|the one|those|the (?:withdrawal|accession|ratification|exit)) of (?:the )?"
    r"⟦L(?P<l>\d+)⟧|⟦L(?P<l_b>\d+)⟧['’]s?)(?: (?:own|one))?(?: (?:followed|came|did(?: so)?|only|already|then|later))*,? "
    r"⟦D(?P<d>\d+)⟧"
)
"""A further State with a day of its own: "that of Chad on 3 May"."""
OF_STATE = Late(
    rf"\b(?:{PAPER})?(?P<noun>{NOUN})s?(?: (?:of|to|from) {T})?,? (?:of|by|from) (?:the )?⟦L(?P<l>\d+)⟧"
    rf"(?: (?:of|to|from) {T})?(?P<link>{_LINK}),? ?(?:\(? ?)⟦D(?P<d>\d+)⟧"
)
FORCE_FOR = Late(
    rf"\b[Ee]ntry into force(?: of {T})? (?:for|in respect of|with respect to) ⟦L(?P<l>\d+)⟧"
    rf"(?: of {T})?{_LINK}[,:]? ?\(?⟦D(?P<d>\d+)⟧"
)
APPOSED = re.compile(
    r"⟦L(?P<l>\d+)⟧,? (?:(?:is|was|are|were|has been|have been),? )?(?:(?:itself|long|already) )?"
    rf"(?:an? |the )?(?:original )?(?P<noun>[Ss]ignator(?:y|ies)|(?:[Ff]ull )?(?:[Ss]tates? )?[Pp]art(?:y|ies)|"
    rf"[Mm]embers?)(?: (?:to|of) {T})?,? ⟦D(?P<d>\d+)⟧"
)
"""A standing since a day."""
IS_SIGNATORY = re.compile(
    rf"⟦L(?P<l>\d+)⟧, (?:itself |already |also |both |still )?(?:an? |the )?(?:original )?[Ss]ignator(?:y|ies) "
    rf"(?:to|of) {T}"
)
"""A signature without its day."""
BRACKET_ACTS: tuple[tuple[str, Act, TreatyActionKind | None], ...] = (
    (r"notif\w+|notice", Act.NOTIFY, None),
    (r"(?:withdrawal|withdrew|exit) (?:in effect|effective|took effect)", Act.LEAVE, None),
    (r"with?dr\w+|left", Act.WITHDRAW, None),
    (r"entry into force|entered into force|in force|EIF|effective|bound", Act.FORCE, None),
    (r"sign\w*", Act.SIGN, None),
    (r"ratif\w*", Act.CONSENT, TreatyActionKind.RATIFICATION),
    (r"acced\w*|access\w*", Act.CONSENT, TreatyActionKind.ACCESSION),
    (r"accept\w*", Act.CONSENT, TreatyActionKind.ACCEPTANCE),
    (r"approv\w*", Act.CONSENT, TreatyActionKind.APPROVAL),
    (r"succe\w*", Act.CONSENT, TreatyActionKind.SUCCESSION),
    (r"join\w*|deposit\w*|party|State Party|member", Act.CONSENT, None),
)
LEAVING = ("withdrawal", "exit", "departure")
_PART = re.compile(r"[^,;/⟦]*⟦D(?P<d>\d+)⟧[^,;/⟦]*")


def nominals(sentence: Sentence) -> Iterator[Told]:
    """Acts told by a noun with its State and its day."""
    for frame in (OWNED, OWNED_PAPER, OF_STATE):
        for match in frame.finditer(sentence.outline):
            if IMAGINED.match(sentence.outline, match.end()) or NOT_DONE.search(sentence.outline[: match.start()]):
                continue
            act, action = _of_noun(match["noun"].lower(), match[0])
            yield Told(match.start(), match.end(), act, action, int(match["l"]), int(match["d"]))
            yield from gapped(sentence, match.end(), act, action)
    for match in OWNED_EFFECT.finditer(sentence.outline):
        act = Act.LEAVE if match["noun"].lower() in LEAVING else Act.FORCE
        yield Told(match.start(), match.end(), act, None, int(match["l"]), int(match["d"]))
        yield from gapped(sentence, match.end(), act, None)
    for match in FORCE_FOR.finditer(sentence.outline):
        yield Told(match.start(), match.end(), Act.FORCE, None, int(match["l"]), int(match["d"]))
    for match in IS_SIGNATORY.finditer(sentence.outline):
        yield Told(match.start(), match.end(), Act.SIGN, None, int(match["l"]), None)
    for match in APPOSED.finditer(sentence.outline):
        if sentence.days[int(match["d"])].lead is Lead.SINCE:
            act = Act.SIGN if match["noun"].lower().startswith("sign") else Act.CONSENT
            yield Told(match.start(), match.end(), act, None, int(match["l"]), int(match["d"]))


def gapped(sentence: Sentence, end: int, act: Act, action: TreatyActionKind | None) -> Iterator[Told]:
    """The States that follow with the same act and a day of their own."""
    while match := GAPPED_NOUN.match(sentence.outline, end):
        yield Told(match.start(), match.end(), act, action, int(match["l"] or match["l_b"]), int(match["d"]))
        end = match.end()


def in_brackets(sentence: Sentence) -> Iterator[Told]:
    """Acts told in the brackets after a State."""
    for start, end, listed in sentence.signs("L"):
        for member, state in enumerate(sentence.lists[listed]):
            for part in _PART.finditer(state.remark):
                found = next(
                    (one for one in BRACKET_ACTS if re.search(rf"\b(?:{one[0]})\b", part[0], re.IGNORECASE)), None
                )
                if found and not re.search(r"\b(?:not|never|no|expected|planned)\b", part[0]):
                    yield Told(start, end, found[1], found[2], listed, int(part["d"]), member=member)


def _of_noun(noun: str, words: str) -> tuple[Act, TreatyActionKind | None]:
    is_effect = bool(re.search(r"effect\b|effective|into force", words))
    if noun in LEAVING:
        if is_effect:
            return Act.LEAVE, None
        return (Act.NOTIFY if re.search(r"notif|notice|received|submitted|lodged", words) else Act.WITHDRAW), None
    if is_effect:
        return Act.FORCE, None
    if noun in ("signature", "signing"):
        return Act.SIGN, None
    return Act.CONSENT, KINDS_OF_NOUNS.get(noun)


KINDS_OF_NOUNS = {kind.value: kind for kind in KINDS.values()}
