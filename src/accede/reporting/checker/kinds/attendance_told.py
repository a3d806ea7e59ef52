"""What a sentence says of States and meetings: took part, stayed away, last, first, never, or never since. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accede.reporting.checker.kinds import attendance_patterns as patterns
from accede.reporting.checker.kinds.attendance_words import KINDS_OF, masked
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.label import Labelled
from accede.vocabulary.occasions import OccasionKind


class Took(Labelled):
    """What is said of a State's part in meetings."""

    PART = "part", "took part"
    NO_PART = "no_part", "did not take part"
    NEVER = "never", "has never taken part"
    ONCE = "once", "has taken part at least once"
    LAST = "last", "took part last"
    NOT_SINCE = "not_since", "has not taken part since"
    FIRST = "first", "took part first"
    AFTER_YEARS = "after_years", "took part for the first time in years"
    FIRST_SINCE = "first_since", "took part for the first time since"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said of the States of a list (`listed`, an index) and of meetings (indices; none: meetings in general).

    `kinds` are those of the meetings spoken of in general, `year` stands for a meeting told by its year alone; `since` is
    an earlier meeting (index) or year, `key` the meeting where the words give its number alone.
    """

    start: int
    end: int
    listed: int
    took: Took
    meetings: tuple[int, ...] = ()
    kinds: frozenset[OccasionKind] = frozenset()
    years: int = 0
    year: int = 0
    since: int | None = None
    since_year: int = 0
    key: str = ""


MEETING_WORDS = re.compile(r"⟦M|eeting|onference|MSP|ntersessional|work of|event|never")
PART_WORDS = Late(
    r"attend|particip|part\b|present|observ|deleg|absen|away|floor|spoke|sent\b|skipped|boycott|missed|"
    r"appear|interven|statement|drew|attract|welcomed|gathered|without|w(?:as|ere) (?:not )?(?:at|there|back)|joined|"
    r"turned up|showed up|sat in|addressed|came to|missing|never|last seen|\bseen in|spotted|registered|in the room|"
    r"glad|pleased|happy|delighted|"
    r"good to|heartened|come back|returned|among (?:its|their|the)",
    re.IGNORECASE,
)
"""What a sentence must have, both of them, to be read any further."""


def attendance_told(sentence: Sentence, keyless: frozenset[int]) -> list[Told]:
    """All that a sentence says, what it says of most first; what overlaps is one thing.

    `keyless` are the meetings named in it that are no single ones.
    """
    if not (MEETING_WORDS.search(sentence.outline) and PART_WORDS.search(sentence.outline)):
        return []
    outline = masked(sentence, keyless)
    if patterns.PERSONAL.search(outline):
        return []
    found: list[Told] = []
    for told in _all(sentence, outline):
        if told in found:
            continue
        if not any(told.start < one.end and told.end > one.start and told.listed == one.listed for one in found) or any(
            (told.start, told.end, told.took) == (one.start, one.end, one.took) for one in found
        ):
            found.append(told)
    return found


def _all(sentence: Sentence, outline: str) -> Iterator[Told]:
    yield from _in_general(sentence, outline)
    yield from _last(sentence, outline)
    for pattern in (patterns.FIRST_NOUN, patterns.FIRST_MEETING):
        for match in pattern.finditer(outline):
            yield _told(match, Took.FIRST, kinds=_kinds(match.groupdict().get("g")))
    yield from _away(outline)
    yield from _in_lists(outline)
    yield from _there(sentence, outline)


def _away(outline: str) -> Iterator[Told]:
    """Did not take part in a meeting."""
    for match in patterns.NO_DELEGATION.finditer(outline):
        yield _told(match, Took.NO_PART, _listed(match["m"]) if match["m"] else ())
    for match in patterns.NEITHER.finditer(outline):
        yield from _both(match, Took.NO_PART, _listed(match["m"]))
    for match in patterns.LEFT_OUT.finditer(outline):
        if _is_subject(outline, match.start()):
            yield _told(match, Took.NO_PART, _listed(match["m"]))
    for match in patterns.WITHOUT.finditer(outline):
        if not patterns.BEFORE_MEETING.search(outline[: match.start()]):
            yield _told(match, Took.NO_PART, _listed(match["m"]))


def _in_lists(outline: str) -> Iterator[Told]:
    """Lists with a few words before them."""
    for pattern in (patterns.LIST_OF, patterns.FRONTED_LIST, patterns.INCLUDED):
        for match in pattern.finditer(outline):
            groups = match.groupdict()
            is_away = bool(
                groups.get("neg")
                or groups.get("a")
                or re.match(r"[Aa]bsent|[Mm]issing|[Nn]ot|[Nn]otable", groups.get("what") or "")
            )
            yield _told(match, Took.NO_PART if is_away else Took.PART, _listed(match["m"]))


def _there(sentence: Sentence, outline: str) -> Iterator[Told]:
    """Took part in a meeting."""
    for match in patterns.TOOK_PART.finditer(outline):
        if _is_subject(outline, match.start()):
            yield from _with_firsts(sentence, outline, match)
    for match in patterns.AT_MEETING.finditer(outline):
        if _is_subject(outline, match.start("l") - 2):
            if match["neg"] or match["a"]:
                yield _told(match, Took.NO_PART, _listed(match["m"]))
            else:
                yield from _with_firsts(sentence, outline, match)
    for match in patterns.HAD_AMONG.finditer(outline):
        if not patterns.BEFORE_MEETING.search(outline[: match.start()]):
            yield from _with_firsts(sentence, outline, match)
    for match in patterns.GLAD_TO_SEE.finditer(outline):
        yield from _with_firsts(sentence, outline, match)
    for match in patterns.PASSIVE.finditer(outline):
        if not patterns.BEFORE_MEETING.search(outline[: match.start()]) and patterns.OBSERVED.search(match[0]):
            yield from _with_firsts(sentence, outline, match)


def _in_general(sentence: Sentence, outline: str) -> Iterator[Told]:
    """Never, or never since."""
    for pattern in (patterns.ALL_BUT, patterns.NAMED_NEVER):
        for match in pattern.finditer(outline):
            yield _told(match, Took.NEVER, kinds=_kinds(match.groupdict().get("g")) or KINDS_OF["a"])
    for match in patterns.NOT_SINCE.finditer(outline):
        yield from _since(sentence, match, match, _kinds(match["g"]))
    for match in patterns.ABSENT_SINCE.finditer(outline):
        yield from _since(sentence, match, match, _kinds(match["g"]))
    for match in patterns.NEVER.finditer(outline):
        if _is_subject(outline, match.start()):
            yield from _never(sentence, outline, match)
    for match in (*patterns.NEVER_OF.finditer(outline), *patterns.NEVER_ALONE.finditer(outline)):
        if not re.match(r"[^.;,]{0,20}⟦M", outline[match.end() :]):
            yield _told(match, Took.NEVER, kinds=_kinds(match.groupdict().get("g")) or KINDS_OF["a"])
    for pattern in (patterns.NEVER_HAVING, patterns.AT_NO):
        for match in pattern.finditer(outline):
            yield _told(match, Took.NEVER, kinds=_kinds(match["g"]))
    for match in patterns.NEVER_NEITHER.finditer(outline):
        yield from _both(match, Took.NEVER, (), _kinds(match["g"]))


def _never(sentence: Sentence, outline: str, match: re.Match[str]) -> Iterator[Told]:
    """Never; or, with a word of time beside it, never since: a narrower word ("in 2015", "of the committee") is neither."""
    kinds = _kinds(match["g"])
    before = outline[sentence.clause(match.start())[0] : match.start()]
    tail = patterns.SINCE_TAIL.match(outline, match.end())
    if tail and tail["d_b"] and sentence.days[int(tail["d_b"])].lead in (Lead.AS_OF, Lead.BY):
        tail = None
        outline = outline[: match.end()]
    if tail:
        if tail["d_b"] is None or _leads(sentence, tail["d_b"]):
            yield from _since(sentence, match, tail, kinds)
        return
    if not re.match(patterns.END, outline[match.end() :]):
        return
    front = patterns.SINCE_FRONT.search(before) or patterns.FRONTED.search(before)
    if front is None:
        yield _told(match, Took.NEVER, kinds=kinds)
    elif "m" in front.groupdict() or _leads(sentence, front["d"]):
        yield from _since(sentence, match, front, kinds)


def _last(sentence: Sentence, outline: str) -> Iterator[Told]:
    for match in patterns.LAST.finditer(outline):
        days = [sentence.days[int(one)] for one in re.findall(r"⟦D(\d+)⟧", match["w"] or "")]
        year = (
            days[0].first.year
            if len(days) == 1 and not days[0].wrong and days[0].first.year == days[0].last.year
            else 0
        )
        if not _is_subject(outline, match.start()) or not (match["m"] or (year and match["g"])):
            continue
        after = re.match(r"\s*(?:⟦D|and |or )", outline[match.end() :]) if not match["m"] else None
        if after is None:
            yield _told(
                match,
                Took.LAST,
                (_index(match["m"]),) if match["m"] else (),
                _kinds(match["g"]),
                year=0 if match["m"] else year,
            )
    for match in patterns.LAST_NOUN.finditer(outline):
        yield _told(match, Took.LAST, kinds=_kinds(match["g"]))
    for match in patterns.LAST_WITH.finditer(outline):
        yield _told(match, Took.LAST, kinds=_kinds(match["g"]))
    for match in patterns.NOT_BACK.finditer(outline):
        if _is_subject(outline, match.start()):
            yield _told(match, Took.NOT_SINCE, (_index(match["m"]),))
    for match in patterns.LAST_MEETING.finditer(outline):
        yield _told(match, Took.LAST, kinds=_kinds(match["g"]))
    for match in patterns.LAST_BY.finditer(outline):
        kinds = _kinds(match["g"])
        if match["m"]:
            yield _told(match, Took.LAST, kinds=kinds)
        elif len(kinds) == 1:
            told = _told(match, Took.LAST, kinds=kinds)
            yield replace(told, key=f"{sentence.ordinals[int(match['o'])]}{next(iter(kinds))}")


def _with_firsts(sentence: Sentence, outline: str, match: re.Match[str]) -> Iterator[Told]:
    """Took part; for the first time, in years or since, where the words around say so: of several States, perhaps jointly."""
    meetings = _listed(match["m"])
    told = _told(match, Took.PART, meetings)
    before = outline[
        sentence.clause(match.start())[0] : match.start("l") - 2 if match.start("l") > match.start() else match.start()
    ]
    is_alone = len(sentence.lists[told.listed]) == 1 and len(meetings) == 1
    tail = patterns.YEARS_TAIL.match(outline, match.end())
    since = patterns.SINCE_FIRST_TAIL.match(outline, match.end())
    front = patterns.FIRST_FRONT.search(before)
    within = patterns.WITHIN.search(sentence.outline, match.start(), match.end())
    is_first = (
        match.groupdict().get("first")
        or patterns.FIRST_TAIL.match(outline, match.end())
        or (within and not within["n"])
    )
    if front or tail or since or within or is_first or patterns.EVER.search(before):
        if not is_alone:
            return
        if since:
            yield from _first_since(sentence, replace(told, end=since.end()), since)
        elif tail:
            yield replace(told, took=Took.AFTER_YEARS, years=_years(sentence, tail), end=tail.end())
        elif front and (front["m"] or front["d"] or front["in"]):
            yield from _first_since(sentence, told, front)
        elif (front and "years" in front[0]) or (front and "decade" in front[0]):
            yield replace(told, took=Took.AFTER_YEARS, years=_years(sentence, front))
        elif within and within["n"]:
            yield replace(told, took=Took.AFTER_YEARS, years=_years(sentence, within))
        elif front or is_first:
            yield replace(told, took=Took.FIRST)
        return
    yield told


def _first_since(sentence: Sentence, told: Told, match: re.Match[str]) -> Iterator[Told]:
    groups = match.groupdict()
    if groups.get("m"):
        yield replace(told, took=Took.FIRST_SINCE, since=_index(groups["m"]))
        return
    index = groups.get("d") or groups.get("d_b") or (groups.get("in") or "")[2:-1]
    day = sentence.days[int(index)]
    if (
        not day.wrong
        and day.first.year == day.last.year
        and re.match(r"(?:ever )?(?:since|after)\b", sentence.text[day.start :])
    ) or groups.get("d"):
        yield replace(told, took=Took.FIRST_SINCE, since_year=day.first.year)


def _since(
    sentence: Sentence, match: re.Match[str], since: re.Match[str], kinds: frozenset[OccasionKind]
) -> Iterator[Told]:
    """Never since a meeting or a year."""
    groups = since.groupdict()
    told = _told(match, Took.NOT_SINCE, (), kinds)
    told = replace(told, start=min(told.start, since.start()), end=max(told.end, since.end()))
    if groups.get("m"):
        yield replace(told, meetings=(_index(groups["m"]),))
        return
    day = sentence.days[int(groups.get("d") or groups.get("d_b") or 0)]
    if not day.wrong and day.year_is_told and day.first.year == day.last.year:
        yield replace(told, year=day.first.year)


def _leads(sentence: Sentence, index: str) -> bool:
    """Whether a day is told with "since"."""
    day = sentence.days[int(index)]
    return bool(re.match(r"(?:ever )?since\b", sentence.text[day.start :], re.IGNORECASE))


def _told(
    match: re.Match[str],
    took: Took,
    meetings: tuple[int, ...] = (),
    kinds: frozenset[OccasionKind] = frozenset(),
    *,
    year: int = 0,
) -> Told:
    groups = match.groupdict()
    listed = next(groups[name] for name in ("l", "l_b", "l_c") if groups.get(name))
    named = next((groups[name] for name in ("m", "m_b") if groups.get(name)), "")
    if not meetings and named and took is not Took.NOT_SINCE and not year:
        meetings = (_index(named),)
    return Told(match.start(), match.end(), int(listed), took, meetings, kinds, year=year)


def _both(
    match: re.Match[str], took: Took, meetings: tuple[int, ...], kinds: frozenset[OccasionKind] = frozenset()
) -> Iterator[Told]:
    """Of the States before and after "nor"."""
    for name in ("l", "l_b"):
        if match[name]:
            yield Told(match.start(), match.end(), int(match[name]), took, meetings, kinds)


def _years(sentence: Sentence, match: re.Match[str]) -> int:
    return int(sentence.numbers[int(match["n"])].number) if match["n"] else 10


def _kinds(general: str | None) -> frozenset[OccasionKind]:
    """The kinds of the meetings that words speak of in general."""
    return frozenset(kind for letter in re.findall(r"⟦G(\w)_*⟧", general or "") for kind in KINDS_OF[letter[0]])


def _index(sign: str) -> int:
    found = re.search(r"⟦M(\d+)⟧", sign)
    assert found is not None
    return int(found[1])


def _listed(words: str) -> tuple[int, ...]:
    """The meetings of a list; "the Sixteenth Meeting (16MSP)" names one twice."""
    return tuple(int(number) for number in re.findall(r"⟦M(\d+)⟧", re.sub(r"\([^()]*\)", "", words)))


def _is_subject(outline: str, at: int) -> bool:
    """Whether States that stand here are who acts: not "survivors from", "the neighbours of", "had it attended"."""
    before = outline[:at]
    if patterns.OF_PEOPLE.search(before):
        return not patterns.NO_PEOPLE.search(before)
    return not patterns.NOT_SUBJECT.search(before)
