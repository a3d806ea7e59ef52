"""A sentence in the order and the fullness in which the others speak, before claims are looked for in it. Pure.

"Nor has Oman ever voted against" reads "Oman has never voted against"; "it was Cuba that abstained" reads "Cuba abstained";
"Peru was there, Chad was not" tells twice where; "It", "the country" and "Rabat" are the State they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.answered import Piece, answers, said_short
from accede.reporting.checker.reading.capitals import CAPITALS
from accede.reporting.checker.reading.meetings import Meeting
from accede.reporting.checker.reading.sentence import Listed, Sentence
from accede.reporting.checker.reading.verbs import BASE, BASES, BEING, HAVING, PAST, PASTS
from accede.vocabulary.occasions import OccasionKind

_STOP = r"(?=\s*(?:$|[.,;:)!–—]|\b(?:and|but|while|whereas)\b))"
_REST = r"(?P<rest>(?:(?!⟦L)[^.;:]){1,120}?)"
_JOINT = r"(?:[;,]| [–—-]{1,2}| (?:but|and|while|whereas|though))+ ?(?:that )?"
_ADVERBS = (
    r"(?:(?:also|then|later|still|since|never|not|long|already|formally|first|even|only|consistently|always|"
    r"again|once|"
    r"subsequently|officially|thus|now|⟦D\d+⟧),? )*"
)
ACTS = (
    rf"{_ADVERBS}(?:{HAVING} {_ADVERBS})?(?:did (?:not|so)|didn['’]t|signed\b|acceded|ratified|joined\b|"
    rf"deposited|submitted|"
    r"abstained|voted|cast\b|attended|took part|taken part|participated|sent (?:an? )?(?:observer|delegat)|"
    r"withdr[ae]w|notified|"
    r"left ⟦T|yet to|supported|endorsed|backed|opposed|become|became|becomes|chaired|presided|(?:not|"
    r"never) (?:been|yet)|"
    r"been (?:an? )?(?:[Ss]tate|party|signatory)|"
    r"remain(?:s|ed)? (?:outside|an? |bound))"
)
"""What a State does, after it, in the active."""
BE = (
    rf"(?:{BEING}|remains?|"
    rf"remained) {_ADVERBS}(?:(?:an? )?(?:[Ss]tates? )?(?:not )?(?:yet )?(?:an? )?(?:[Ss]tates? )?[Pp]art(?:y|ies)\b|"
    r"(?:an? )?signator|outside|(?:an? )?observer|absent|represented (?:at|in|by)|yet to|bound by|the ⟦O\d+⟧|"
    r"in favou?r|"
    r"among the (?:⟦|States|signator|first)|one of the (?:⟦N|States|signator|few))"
)
"""What a State is, and hardly anything else."""
DOES = rf"(?=(?:{ACTS}|{BE}))"
_PLACE = r"(?P<before>^\W*|[;:] |⟦D\d+⟧,? |\b[Ii]n the (?:plenary|⟦U\d+⟧),? )"
_NOUNS = (
    r"(?:country|State|state|kingdom|Kingdom|republic|Republic|sultanate|Sultanate|island|archipelago|nation|"
    r"emirate|Emirate|"
    r"Government|government|island (?:State|nation)|Gulf State|(?:South |North |West |East |"
    r"Central )?(?:African|Asian|European|Pacific|"
    r"Caribbean|Arab|Baltic|Nordic|Latin American|American) (?:State|country|nation|kingdom|republic))"
)
PRONOUN = re.compile(
    rf"{_PLACE}(?P<word>[Ii]t|[Yy]ou|[Tt]h(?:e|at|is) {_NOUNS}|(?:Its|The) (?:Government|"
    rf"delegation))(?: itself)? {DOES}"
)
PRONOUNS = re.compile(
    rf"{_PLACE}(?P<word>[Tt]hey|[Bb]oth|[Tt]he two|[Tt]he three|[Aa]ll three|[Aa]ll two|[Bb]oth (?:of them|"
    rf"countries|States)|"
    rf"[Tt]he (?:two|three) (?:countries|States)|[Aa]ll of them)(?: all| both)? {DOES}"
)
ITS = re.compile(
    rf"{_PLACE}(?P<word>[Ii]ts) (?=(?:own |initial |first |formal )*(?:accession|ratification|withdrawal|"
    rf"instrument|signature|"
    r"departure|exit|acceptance|approval))"
)
_CAPITAL = "|".join(sorted(map(re.escape, CAPITALS), key=len, reverse=True))
CAPITAL = re.compile(
    rf"(?P<before>^\W*|[;:,] (?:and |but )?|[–—] |\b(?:so|as|like) (?:did|has|had|was) |⟦D\d+⟧,? )"
    rf"(?P<word>(?:{_CAPITAL})(?:(?:, (?:{_CAPITAL}))*,? and (?:{_CAPITAL}))?)"
    rf"(?=(?:, which)? {ACTS})"
)
SO_DID_CAPITAL = re.compile(rf"\b(?:so|as|like) (?:did|has|had|was) (?P<word>{_CAPITAL})(?=\s*(?:$|[.,;]))")
NOR = re.compile(
    rf"\b(?P<word>[Nn]or|[Nn]either|[Nn]ever|[Nn]ot once|[Aa]t no time)(?P<have> {HAVING}| {BEING}| did| do| does) "
    r"(?:(?:the )?⟦L(?P<l>\d+)⟧|(?P<it>it|they)),? (?:(?:ever|yet|been) )*"
)
NEITHER = Late(
    rf"\b[Nn]either (?:the )?⟦L(?P<l>\d+)⟧,? (?:nor (?:the )?⟦L(?P<k>\d+)⟧,? )?nor (?:the )?⟦L(?P<m>\d+)⟧ "
    rf"(?:ever )?(?:(?P<have>{HAVING}|{BEING}|"
    rf"did) |"
    rf"(?P<past>{PAST})\b)"
)
CLEFT = re.compile(r"\b[Ii]t (?:was|is|were) (?:only |the )*⟦L(?P<l>\d+)⟧,? (?:that|who|which) (?:alone )?")
WHEN = re.compile(r"\b[Ii]t (?:was|is) (?:only |not until |just )*⟦D(?P<d>\d+)⟧,? (?:that|when) ")
ONLY_THEN = Late(
    rf"\b(?:[Oo]nly|[Nn]ot until|[Nn]ot before) ⟦D(?P<d>\d+)⟧,? did (?:the )?⟦L(?P<l>\d+)⟧ (?:finally |"
    rf"formally )?(?P<base>{BASE})\b"
)
WAS_NOT = re.compile(
    rf"⟦L\d+⟧ (?P<be>{BEING}|{HAVING}) (?!not\b){_REST}{_JOINT}(?:the )?⟦L(?P<l>\d+)⟧ "
    rf"(?P<be_b>{BEING}|{HAVING}) (?P<not>not|too|also|as well)\b{_STOP}"
)
DID_NOT = Late(
    rf"⟦L\d+⟧ (?P<past>{PAST})\b(?P<rest>(?:(?!⟦L)[^.;:]){{0,120}}?){_JOINT}(?:the )?⟦L(?P<l>\d+)⟧ "
    rf"(?:(?P<not>did not|didn['’]t)|did)(?: so)?(?: too| as well| either)?{_STOP}"
)
SO_DID = re.compile(
    rf"⟦L\d+⟧ (?:also |both )?(?P<verb>(?:{PAST}|{BEING}|{HAVING})\b(?! not\b)(?:(?!⟦L)[^.;:]){{0,120}}?)"
    rf"(?P<joint>{_JOINT}|,? )(?:so|as|like) (?:did|was|were|has|have|had|is|are) (?:the )?⟦L(?P<l>\d+)⟧{_STOP}"
)
NEITHER_OF = re.compile(
    rf"{_PLACE.replace('|⟦D', '|, (?:but |yet |and )?|⟦D')}(?P<word>[Nn]either(?: of (?:them|the two)| State|"
    rf" country)?) (?:(?P<have>{HAVING}|{BEING}|did) |(?P<past>{PAST})\b)"
)
ALONE = Late(rf"(?P<the>[Tt]he )?⟦L(?P<l>\d+)⟧ alone (?=(?:{HAVING}|{BEING}|{PAST}|remain)\b)")
THOSE_THAT = re.compile(
    r"⟦L\d+⟧(?P<words> (?:was|were|is|are) (?:the |among the |some of the |"
    r"one of the )(?:⟦N\d+⟧ )?(?:[Ss]tates (?:[Pp]arties|not "
    r"party)|[Ss]tates|[Cc]ountries) (?:that|which|who) )(?=(?:voted|abstained|attended|took part|participated|"
    r"sent)\b)"
)
LIKE = re.compile(r"(?<=⟧), (?:like|unlike|just like|as opposed to) (?:the )?⟦L\d+⟧(?: (?!⟦)[\w]+){0,3}, ?")
FOR_BOTH = re.compile(
    r"\b(?P<lead>for|bind|binds|bound|in both|on|upon) (?P<word>both|the two|all three)(?= ⟦D|[.,;]|$|"
    r" of them)(?: of them)?"
)
SERIES = Late(
    r"(?P<lead>(?P<n>⟦N\d+⟧) (?P<noun>(?:[Ss]tates?(?: [Pp]arties| not party| outside)?|[Pp]arties|"
    r"[Ss]ignatories|[Mm]embers|"
    r"[Cc]ountries|[Rr]atifications)(?: (?:to|of) ⟦T\d+⟧)?))"
    r"(?P<more>(?:(?:,| and|, and|;) (?:(?:by |then )?⟦D\d+⟧,? (?:there were |it was |"
    r"it had )?⟦N\d+⟧(?! (?:[Ss]tates|[Pp]arties|[Cc]ountries|[Mm]embers|years|more|of))))+)"
    rf"{_STOP}"
)
SUBJECT = re.compile(
    r"^(?:\W|⟦D\d+⟧|\b(?:In|On|The|the|Last|week|Today|Yesterday|But|And|While|Only|Yet|"
    r"Meanwhile)\b)*⟦L(?P<l>\d+)⟧(?!['’])"
)
"""What a sentence speaks of, at its beginning."""
NEXT = re.compile(r"(?:,| and|, and|;) (?:by |then )?(⟦D\d+⟧),? (?:there were |it was |it had )?(⟦N\d+⟧)")
"""What a series goes on with."""
MEETING = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts) (?P<sign>⟦O(?P<o>\d+)⟧)(?P<one> one)?(?=\s*(?:$|[.,;:)(]|⟦D|\b(?:and|but|nor|"
    r"or|had|has|was|were|is|"
    r"took|met|held|sat|in|at|which|by|under|on|from|a year|as|to)\b))"
)
"""A meeting told by its number alone, beside one of the same kind."""
MOST_MEETINGS = {OccasionKind.MSP: 30, OccasionKind.RC: 7}
EXCEPTED = re.compile(
    r"(?:\b(?:except(?:ing)?(?: for| only)?|save(?: for)?|other than|apart from|aside from|exceptions? of|"
    r"excluding|barring|besides)|"
    r"\b(?:[Aa]ll|[Ee]very(?:one|body)?|[Nn]one|[Nn]obody|[Nn]o one|[Ee]ach)(?: (?!⟦L)[\w-]+){0,10} but(?: for)?) "
    r"(?:the )?⟦L\d+⟧(?= (?!and\b|or\b|[–—-]))"
)


def restated(sentence: Sentence, earlier: Sequence[Sentence]) -> Sentence:
    """The sentence so; `earlier` are those before it in its paragraph."""
    if sentence.language != "en" or ("⟦" not in sentence.outline and not earlier):
        return sentence
    for rule in RULES:
        # A rule may change what it would match next, so that each match is applied before the next is looked for.
        for _ in range(4):
            piece = next(rule(sentence, earlier), None)
            if piece is None:
                break
            sentence = _with(sentence, piece)
    return sentence


def _with(sentence: Sentence, piece: Piece) -> Sentence:
    """The sentence with other words in a place; they stand where the words were that they are put for."""
    start, end, words = piece
    origin = sentence._origin
    of = (origin[start][0], origin[max(start, end - 1)][1]) if start < len(origin) else origin[-1]
    return replace(
        sentence,
        outline=sentence.outline[:start] + words + sentence.outline[end:],
        _origin=[*origin[:start], *([of] * len(words)), *origin[end:]],
    )


def _listed(sentence: Sentence, states: Sequence[str], start: int, end: int) -> str:
    """The sign of States that a stretch of the outline stands for."""
    place = sentence.span(start, end)
    sentence.lists.append(tuple(Listed(iso3, *place) for iso3 in states))
    return f"⟦L{len(sentence.lists) - 1}⟧"


def _meetings(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    """ "Slovenia presided over the Thirteenth Meeting and Algeria over the Fourteenth"."""
    for match in MEETING.finditer(sentence.outline):
        at, end = sentence.span(*match.span("sign"))
        if not re.match(r"[A-Z\d]", sentence.text[at:end]):
            continue
        named = sentence.signs("M", 0, match.start())
        follows = re.match(
            r"(?:,? (?:and|or)|,) (?:the )?(?:⟦O\d+⟧,? and (?:the )?)?⟦M(\d+)⟧", sentence.outline[match.end() :]
        )
        before = [one for other in earlier[-2:] for one in other.meetings]
        if follows:
            other = sentence.meetings[int(follows[1])]
        elif named:
            other = sentence.meetings[named[-1][2]]
        elif before:
            other = before[-1]
        else:
            continue
        number = sentence.ordinals[int(match["o"])]
        # "the Nairobi Summit" was a Review Conference as well.
        if other.kind not in MOST_MEETINGS or number > MOST_MEETINGS[other.kind]:
            continue
        key = f"{number}{other.kind}"
        sentence.meetings.append(Meeting(at, end, other.kind, number, None, key))
        yield *match.span("sign"), f"⟦M{len(sentence.meetings) - 1}⟧"


def _excepted(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    """ "All but Cuba have joined": what follows is not said of Cuba. A bracket keeps it from being taken for the subject."""
    for match in EXCEPTED.finditer(sentence.outline):
        yield match.end(), match.end() + 1, ") "


def _nor(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    for match in NOR.finditer(sentence.outline):
        have = match["have"].strip()
        denied = f"{have} never" if re.fullmatch(HAVING, have) else f"{have} not"
        before = sentence.outline[: match.start()]
        if match["word"] == "neither" and before.strip():
            continue
        subject = f"⟦L{match['l']}⟧"
        if match["it"]:
            states = _states_before(sentence, match.start()) or _spoken_of(earlier)
            if (match["it"] == "it") is not (len(states) == 1):
                continue
            subject = _listed(sentence, states, *match.span("it"))
        yield match.start(), match.end(), f"{subject} {denied} "


def _neither(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    for match in NEITHER.finditer(sentence.outline):
        states = [one.iso3 for name in ("l", "k", "m") if match[name] for one in sentence.lists[int(match[name])]]
        sign = _listed(sentence, states, match.start(), match.end("m") + 1)
        said = f"{match['have']} not " if match["have"] else f"did not {BASES[match['past']]}"
        yield match.start(), match.end(), f"{sign} {said}"


def _neither_of(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    for match in NEITHER_OF.finditer(sentence.outline):
        states = _states_before(sentence, match.start("word")) or _named_in(earlier)
        if len(states) == 2:
            sign = _listed(sentence, states, *match.span("word"))
            said = f"{match['have']} not " if match["have"] else f"did not {BASES[match['past']]}"
            yield match.start("word"), match.end(), f"{sign} {said}"


def _alone(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    for match in ALONE.finditer(sentence.outline):
        yield match.start(), match.end(), f"only ⟦L{match['l']}⟧ "
    for match in LIKE.finditer(sentence.outline):
        yield match.start(), match.end(), " "


def _those_that(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    for match in THOSE_THAT.finditer(sentence.outline):
        yield match.start("words"), match.end(), " "


def _cleft(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    for match in CLEFT.finditer(sentence.outline):
        yield match.start(), match.end(), f"⟦L{match['l']}⟧ "
    for match in WHEN.finditer(sentence.outline):
        yield match.start(), match.end(), f"⟦D{match['d']}⟧ "
    for match in ONLY_THEN.finditer(sentence.outline):
        yield match.start(), match.end(), f"⟦D{match['d']}⟧ ⟦L{match['l']}⟧ {PASTS[match['base']]}"


def _short(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    """What a second State did, or did not, told by its auxiliary alone."""
    for match in WAS_NOT.finditer(sentence.outline):
        if match["be"][0] == match["be_b"][0] or {match["be"][:2], match["be_b"][:2]} <= {"is", "ar", "wa", "we"}:
            denied = "not " if match["not"] == "not" else ""
            yield (
                match.start("l") - 2,
                match.end(),
                f"⟦L{match['l']}⟧ {match['be_b']} {denied}{match['rest'].rstrip(' ,')}",
            )
    for match in DID_NOT.finditer(sentence.outline):
        verb = f"did not {BASES[match['past']]}" if match["not"] else match["past"]
        yield match.start("l") - 2, match.end(), f"⟦L{match['l']}⟧ {verb}{match['rest'].rstrip(' ,')}"
    for match in SO_DID.finditer(sentence.outline):
        yield match.start("joint"), match.end(), f"; ⟦L{match['l']}⟧ {match['verb'].rstrip(' ,')}"


def _both(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    for match in FOR_BOTH.finditer(sentence.outline):
        named = [one.iso3 for _, _, index in sentence.signs("L", 0, match.start()) for one in sentence.lists[index]]
        states = list(dict.fromkeys(named)) or _spoken_of(earlier)
        if len(states) == (3 if "three" in match["word"] else 2):
            start = match.start("word")
            yield start, match.end(), _listed(sentence, states, start, match.end())


def _series(sentence: Sentence, _: Sequence[Sentence]) -> Iterator[Piece]:
    """ "148 States Parties, a year later 152 and at the end of 2007 158"."""
    for match in SERIES.finditer(sentence.outline):
        words = NEXT.sub(rf"; \1 there were \2 {match['noun']}", match["more"])
        more = NEXT.match(sentence.outline, match.start("more"))
        if more is None:
            continue
        first = words[: words.index(match["noun"]) + len(match["noun"])]
        yield more.start(), more.end(), first


def _pronouns(sentence: Sentence, earlier: Sequence[Sentence]) -> Iterator[Piece]:
    for match in CAPITAL.finditer(sentence.outline):
        states = [CAPITALS[one] for one in re.findall(_CAPITAL, match["word"])]
        yield *match.span("word"), _listed(sentence, states, *match.span("word"))
    for match in SO_DID_CAPITAL.finditer(sentence.outline):
        yield *match.span("word"), _listed(sentence, [CAPITALS[match["word"]]], *match.span("word"))
    for pattern, owned in ((PRONOUN, ""), (ITS, "'s")):
        for match in pattern.finditer(sentence.outline):
            own = _states_before(sentence, match.start("word"))
            states = own if own else _spoken_of(earlier)
            if len(states) == 1:
                yield *match.span("word"), _listed(sentence, states, *match.span("word")) + owned
    for match in PRONOUNS.finditer(sentence.outline):
        states = _states_before(sentence, match.start("word")) or _named_in(earlier)
        word = match["word"].lower()
        needed = 3 if "three" in word else 2 if re.search("both|two", word) else len(states)
        if len(states) == needed > 1:
            yield *match.span("word"), _listed(sentence, states, *match.span("word"))


def _states_before(sentence: Sentence, at: int) -> list[str]:
    return list(dict.fromkeys(one.iso3 for _, _, index in sentence.signs("L", 0, at) for one in sentence.lists[index]))


def _named_in(earlier: Sequence[Sentence]) -> list[str]:
    """The States of the last sentence, where it names them in one list or as many as it names."""
    return list(earlier[-1].states()) if earlier else []


def _spoken_of(earlier: Sequence[Sentence]) -> list[str]:
    """The one State that the sentence before speaks of: the only one, or its subject."""
    for sentence in reversed(earlier[-2:]):
        states = sentence.states()
        if len(states) == 1:
            return list(states)
        if states:
            subject = SUBJECT.match(sentence.outline)
            listed = sentence.lists[int(subject["l"])] if subject else ()
            return [listed[0].iso3] if len(listed) == 1 else []
        if sentence.treaties or sentence.meetings:
            return []
    return []


Rule = Callable[[Sentence, Sequence[Sentence]], Iterator[Piece]]
RULES: tuple[Rule, ...] = (
    _excepted,
    _meetings,
    _pronouns,
    _neither_of,
    _alone,
    _nor,
    _neither,
    _those_that,
    _cleft,
    _short,
    _both,
    _series,
    answers,
    said_short,
)
