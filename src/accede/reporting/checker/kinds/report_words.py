"""What a sentence says of reports: whose, submitted when, covering what, the first, or none. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Listed, Sentence

_VOLUNTARY = (
    r"(?:voluntary|transparency|Article 7|initial|annual|updated|national|required|mandatory|"
    r"obligatory|outstanding|overdue|due)"
)
_UNDER = (
    r"(?: (?:under|pursuant to|required (?:by|under)|in accordance with|on the basis of|in line with) "
    r"(?:Article 7(?:\.\d)?(?: of ⟦T\d+⟧)?|⟦T\d+⟧(?:['’]s Article 7)?|the transparency "
    r"provisions[^.;,⟦]{0,30}))?"
)
REPORT = Late(
    rf"(?:(?:an?|the|its|their|this|such|his|own|new|further|another|second|full|detailed|formal|"
    rf"first-ever|very|latest|last|most recent|⟦N\d+⟧|⟦O\d+⟧|first|previous) )*"
    rf"(?:(?:{_VOLUNTARY},? )+(?:disclosure |declaration )?reports?|(?:voluntary |transparency |Article 7 )+"
    rf"(?:submission|declaration)s?|reports?){_UNDER}(?: on a voluntary basis)?(?! "
    rf"(?:of the (?:Committee|President|Meeting|Secretary)|on the work|by the (?:Committee|President|Monitor)))\b"
)
_SUBMIT = (
    r"(?:submitted|provided|delivered|filed|presented|sent(?: in)?|handed in|handed over|turned in|"
    r"lodged|transmitted|furnished|produced|made available|shared|issued|put in|brought in|made)"
)
_BASE = r"(?:submit|provide|deliver|file|present|send|hand in|turn in|lodge|transmit|furnish|produce|share|issue)"
_FILL = (
    r"(?:(?:also|both|all|each|again|already|regularly|has|have|had|who|which|that|voluntarily|in "
    r"fact|so far|to date|duly|recently|since|at some time|at least once|at one time|in the past|even|once|twice|"
    r"only|itself|,|⟦D\d+⟧|(?:first|last)) ?)*"
)
_R = r"⟦R_*⟧"
_APPOSITION = r"(?:, (?:(?!⟦L|⟦R)[^.;:,]){2,90},)?"
_SUBJECT = rf"⟦L(?P<l>\d+)⟧(?: \([^()]{{0,40}}\))?{_APPOSITION},? ?"
_REST = r"(?P<rest>(?:(?!⟦L|⟦R)[^.;:]){0,100})"
_NOT = (
    rf"(?:(?:has|have|had|did|does|do)(?: not|n['’]t)(?: yet| ever| so far)? ?(?:yet )?(?:been able to )?"
    rf"(?:{_SUBMIT}|{_BASE})|(?:has|have|had) (?:still )?(?:not|never|yet to|not yet|still not)"
    rf"(?: yet| ever| once)? ?(?:{_SUBMIT}|{_BASE})|never (?:{_SUBMIT})|failed to {_BASE})"
)
SAYS: tuple[tuple[Late, bool], ...] = (
    (Late(rf"(?P<r>{_R}) (?:that|which)? ?(?:the )?⟦L(?P<l>\d+)⟧ {_FILL}{_SUBMIT}{_REST}"), False),
    (Late(rf"{_SUBJECT}{_FILL}{_NOT} (?:any |even )?(?P<r>{_R}){_REST}"), True),
    (Late(rf"{_SUBJECT}{_FILL}(?:{_SUBMIT}) no (?P<r>{_R}){_REST}"), True),
    (
        Late(
            rf"\b[Nn]o (?P<r>{_R}) (?:has|have|had|was|were) (?:ever |yet )?(?:been )?(?:{_SUBMIT}|received|come|"
            rf"arrived|forthcoming)(?: ever)? (?:by|from) (?:the )?⟦L(?P<l>\d+)⟧{_REST}"
        ),
        True,
    ),
    (
        Late(
            rf"\b[Nn]either (?:the )?⟦L(?P<l>\d+)⟧(?: nor (?:the )?⟦L\d+⟧)? {_FILL}(?:{_SUBMIT}) "
            rf"(?P<r>{_R}){_REST}"
        ),
        True,
    ),
    (Late(rf"{_SUBJECT}{_FILL}{_SUBMIT} (?:\w+ ){{0,2}}?(?P<r>{_R}){_REST}"), False),
    (
        Late(
            rf"(?P<r>{_R})(?P<before>(?:(?!⟦[LR])[^.;:]){{0,50}}?)(?:{_SUBMIT}|received|came|arrived|come) "
            rf"(?:[\w ]{{0,20}}?)?(?:by|from) (?:the )?⟦L(?P<l>\d+)⟧{_REST}"
        ),
        False,
    ),
    (Late(rf"(?P<r>{_R}) (?:by|from|of) (?:the )?⟦L(?P<l>\d+)⟧{_REST}"), False),
    (Late(rf"⟦L(?P<l>\d+)⟧['’]s? (?P<r>{_R}){_REST}"), False),
    (
        Late(
            rf"\b{_SUBMIT} (?P<r>{_R})(?:(?!⟦L)[^.;]){{0,60}}?(?:includ\w+|such as|were|are|was|namely|:|—|"
            rf"–|\() ?(?:the )?⟦L(?P<l>\d+)⟧(?P<rest>)"
        ),
        False,
    ),
    (
        Late(
            rf"(?P<r>{_R})(?: (?:(?:have|had|has) been|were|was|have|has))?(?: (?:{_SUBMIT}|received|come))?"
            rf"(?: (?:by|from|:))+ ?(?:the )?⟦L(?P<l>\d+)⟧(?P<rest>)"
        ),
        False,
    ),
)
COVERS = Late(
    r"\b(?:cover(?:ing|s|ed)|for|about|relating to|concerning|reporting on|in respect of)\s*(?:the )?"
    r"(?:calendar |reporting |whole |full )?(?:years? |period )?(?:of )?$"
)
COVERS_IN = Late(
    r"^(?:covering|for|on) (?:the )?(?:calendar |reporting )?(?:year |period )?(?:of )?(?:19|20)\d\d$",
    flags=re.IGNORECASE,
)
COMPARED = Late(
    r",? (?:while|whereas|although|though|but|compared (?:with|to)|against|unlike|versus|and "
    r"(?:the )?(?=⟦[LT]))\b|, (?:the|an?) (?=[a-z])|[;:–—]"
)
"""Where what is said of a report ends."""
ABOUT = Late(
    r"\b(?:Article 7|transparency|voluntary)\b.{0,40}\b(?:reports?|submission)\b|"
    r"\breports?\b.{0,40}\b(?:Article 7|transparency|voluntary)\b",
    flags=re.IGNORECASE | re.DOTALL,
)
_FIRST = Late(r"\bfirst\b|\b1st\b|\binitial\b", flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A report of one State: the day it was submitted, the time it covers, each as far as told.

    `is_first` says that there was none before, `is_initial` that it was the one a new party owes; `since` that there have
    been reports from a day on, `by` the day by which it is said.
    """

    start: int
    end: int
    state: Listed
    words: str
    submitted: Day | None = None
    covers: Day | None = None
    is_denied: bool = False
    is_first: bool = False
    is_initial: bool = False
    since: Day | None = None
    by: Day | None = None


def reports_told(sentence: Sentence) -> Iterator[Told]:
    """All reports of a sentence; its paragraph may say what kind they are."""
    outline = REPORT.pattern.sub(lambda match: f"⟦R{'_' * (len(match[0]) - 3)}⟧", sentence.outline)
    seen: list[tuple[int, int, str]] = []
    for pattern, is_denied in SAYS:
        for match in pattern.finditer(outline):
            start, end = match.start(), match.end()
            if cut := COMPARED.search(outline, match.start("rest"), end):
                end = cut.start()
            for state in sentence.lists[int(match["l"])]:
                if any(first < end and start < last and state.iso3 == iso3 for first, last, iso3 in seen):
                    continue
                yield from _of_state(sentence, outline, match, (start, end), state, is_denied=is_denied)
            seen += [(start, end, state.iso3) for state in sentence.lists[int(match["l"])]]


def _of_state(
    sentence: Sentence, outline: str, match: re.Match[str], place: tuple[int, int], state: Listed, *, is_denied: bool
) -> Iterator[Told]:
    start, end = place
    words = sentence.outline[match.start("r") : match.end("r")]
    said = " ".join(
        [sentence.text[slice(*sentence.span(match.start("r"), match.end("r")))], _first_before(sentence, match)]
    )
    base = Told(start, end, state, words, is_denied=is_denied)
    ordinal = next((sentence.ordinals[int(number)] for number in re.findall(r"⟦O(\d+)⟧", words)), 0)
    base = replace(
        base,
        is_initial="initial" in said.lower(),
        is_first=ordinal == 1 or (bool(_FIRST.search(said)) and "initial" not in said.lower()),
    )
    if ordinal > 1:
        return
    own = [sentence.days[int(one)] for one in re.findall(r"⟦D(\d+)⟧", state.remark)]
    if own:
        yield from (replace(base, submitted=day) for day in own if not day.wrong)
        return
    submitted: list[Day] = []
    covers: list[Day] = []
    by: Day | None = None
    since: Day | None = None
    first_of_clause = sentence.clause(start)[0]
    for at, after, index in sentence.signs("D", first_of_clause, end):
        day = sentence.days[index]
        if day.wrong or not day.year_is_told:
            continue
        text = sentence.text[day.start : day.end]
        if (
            COVERS.search(sentence.outline[max(0, at - 40) : at])
            or COVERS_IN.match(text)
            or _is_of_year(outline, after)
        ):
            covers.append(day)
        elif day.lead in (Lead.BY, Lead.AS_OF, Lead.BEFORE):
            by = day
        elif day.lead is Lead.SINCE:
            since = day
        elif day.lead is not Lead.AFTER and not (at < start and submitted):
            submitted.append(day)
    if len({(day.first, day.last) for day in covers}) > 1 and submitted:
        return
    base = replace(base, by=by, since=since)
    inside = [day for day in submitted if sentence.span(start, end)[0] <= day.start] or submitted[-1:]
    if not inside:
        yield from (replace(base, covers=day) for day in covers) if covers else iter((base,))
        return
    yield from (replace(base, submitted=day, covers=covers[0] if covers else None) for day in inside)


def _is_of_year(outline: str, after: int) -> bool:
    """Whether a year stands right before a report: "its 2014 report" is mostly the one covering it."""
    return outline.startswith(" ⟦R", after)


def _first_before(sentence: Sentence, match: re.Match[str]) -> str:
    """The word "first" between the State and the report ("Morocco first submitted") or behind it."""
    between = sentence.outline[match.end("l") : match.start("r")]
    if match["rest"] and re.search(r"\bfor the (?:very )?(?:first|⟦O\d+⟧) time\b", match["rest"]):
        return "first"
    return "first" if re.search(r"\bfirst\b", between) or re.search(r"⟦O\d+⟧", between) else ""
