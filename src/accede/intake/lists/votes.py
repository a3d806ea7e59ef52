"""Votes as text: "In favour: Afghanistan, Albania, ...", and the UN Digital Library's lines "Y AFGHANISTAN"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accede.evidence.values import RollCall
from accede.intake.findings import CountKind, DocumentKind, Findings, NotUnderstood, Part, Proposal, StatedCount
from accede.intake.ground import Ground
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page
from accede.intake.sheets.votes import roll_call
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import AccedeError, UnknownName, Unreadable
from accede.vocabulary.partial_date import Precision
from accede.vocabulary.state_names import LONGEST_NAME

KIND = DocumentKind.VOTE_RECORD
HEADS: tuple[tuple[Ballot, re.Pattern[str]], ...] = (
    (
        Ballot.IN_FAVOUR,
        re.compile(r"^(?:in favou?r|yes|for)\s*(?:\((?P<n>\d+)\)|(?P<n2>\d+))?\s*[:.–—-]\s*", re.IGNORECASE),
    ),
    (Ballot.AGAINST, re.compile(r"^(?:against|no)\s*(?:\((?P<n>\d+)\)|(?P<n2>\d+))?\s*[:.–—-]\s*", re.IGNORECASE)),
    (
        Ballot.ABSTAINED,
        re.compile(
            r"^(?:abstain(?:ing|ed)?|abstentions?)\s*(?:\((?P<n>\d+)\)|(?P<n2>\d+))?\s*[:.–—-]\s*", re.IGNORECASE
        ),
    ),
    (
        Ballot.NOT_PRESENT,
        re.compile(r"^(?:absent|not present)\s*(?:\((?P<n>\d+)\)|(?P<n2>\d+))?\s*[:.–—-]\s*", re.IGNORECASE),
    ),
    (
        Ballot.NOT_RECORDED,
        re.compile(
            r"^(?:not voting|non-?voting|did not vote)\s*(?:\((?P<n>\d+)\)|(?P<n2>\d+))?\s*[:.–—-]\s*", re.IGNORECASE
        ),
    ),
)
LINE = re.compile(r"^(?P<ballot>[YNAX])\s+(?P<name>[A-ZÀ-Ý][A-ZÀ-Ý’'(),. -]+)$")
LETTERS = {"Y": Ballot.IN_FAVOUR, "N": Ballot.AGAINST, "A": Ballot.ABSTAINED, "X": Ballot.NOT_RECORDED}
SUMMARY = re.compile(r"\bYes:?\s*(?P<yes>\d+)\W+No:?\s*(?P<no>\d+)\W+Abstentions?:?\s*(?P<abstain>\d+)", re.IGNORECASE)
BETWEEN = re.compile(rf"[;,](?![^()]{{0,{LONGEST_NAME}}}\))")
"""Between the names of a list: a comma or semicolon that is not in brackets."""
NOBODY = re.compile(r"^\W*(?:none|nobody|nil)?\W*$", re.IGNORECASE)
LEAST = 2
TOTALS = {
    Ballot.IN_FAVOUR: "stated_in_favour",
    Ballot.AGAINST: "stated_against",
    Ballot.ABSTAINED: "stated_abstained",
    Ballot.NOT_PRESENT: "stated_not_present",
}


def is_one(lines: Sequence[tuple[str, str]]) -> bool:
    """Whether there are lists of at least two kinds of ballot, or lines with a letter and a State."""
    listed = {ballot for _, text in lines for ballot, words in HEADS if words.match(text) and _has_names(text)}
    return len(listed) >= LEAST or sum(1 for _, text in lines if LINE.match(text)) > LEAST


def read(lines: Sequence[tuple[str, str]], page: Page, ground: Ground) -> Findings:
    """The roll call of the list, with the totals that it states."""
    whole = "\n".join(text for _, text in lines)
    not_understood: list[NotUnderstood] = []
    proposals: list[Proposal] = []
    told = [one.date for one in days(whole) if one.date.precision is Precision.DAY]
    call = roll_call(page.treaty, f"{whole[:4000]} {ground.file_name}", day=told[0] if told else None)
    if call is None:
        unknown = Unreadable(
            "it does not say in which body and session the vote was", remedy="Give the list with its title or symbol"
        )
        not_understood.append(NotUnderstood(where="title", text=whole[:120], part=Part.TABLE, error=unknown))
    ballots: dict[str, Ballot] = {}
    for where, text, ballot, states in cast(lines, ground):
        if isinstance(states, AccedeError):
            not_understood.append(NotUnderstood(where=where, text=text, part=Part.TABLE, error=states))
            continue
        for state in states:
            if ballots.setdefault(state, ballot) is not ballot:
                twice = Unreadable(f"{state} has two ballots in one vote", remedy="Correct one of them")
                not_understood.append(NotUnderstood(where=where, text=text, part=Part.TABLE, error=twice))
    totals = totals_of(lines)
    if call is not None:
        fact: RollCall = replace(call, ballots=tuple(sorted(ballots.items())), **totals)  # type: ignore[arg-type]
        passage = next((text for _, text in lines if call.symbol in text or call.draft in text), lines[0][1])
        proposals.append(Proposal(fact=fact, locator="list of votes", passage=passage))
        proposals += _counts(ballots, fact)
    return Findings(
        kind=KIND,
        title=page.title or lines[0][1],
        as_of=call.voted if call else page.day,
        proposals=tuple(proposals),
        not_understood=tuple(not_understood),
        states=tuple(ballots),
        cut_off=page.cut_off,
        treaty=page.treaty,
        issued=page.day,
        url=page.addresses[0] if page.addresses else "",
    )


def totals_of(lines: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The totals that a list states, by the names of a roll call's fields."""
    totals: dict[str, int] = {}
    for _, text in lines:
        for ballot, words in HEADS:
            if (match := words.match(text)) and ballot in TOTALS and (match["n"] or match["n2"]):
                totals[TOTALS[ballot]] = int(match["n"] or match["n2"])
            elif (
                match
                and ballot in TOTALS
                and re.fullmatch(r"(?:none|nobody|nil)\W*", text[match.end() :], re.IGNORECASE)
            ):
                totals[TOTALS[ballot]] = 0
        if match := SUMMARY.search(text):
            totals |= {
                "stated_in_favour": int(match["yes"]),
                "stated_against": int(match["no"]),
                "stated_abstained": int(match["abstain"]),
            }
    return totals


def _counts(ballots: dict[str, Ballot], call: RollCall) -> Iterator[Proposal]:
    """Totals that are stated: they can be compared with those counted."""
    for ballot, what in ((Ballot.IN_FAVOUR, CountKind.IN_FAVOUR), (Ballot.ABSTAINED, CountKind.ABSTAINED)):
        stated = getattr(call, TOTALS[ballot])
        if stated is not None:
            count = StatedCount(what=what, number=stated, as_of=call.voted, treaty=call.treaty)
            yield Proposal(fact=count, locator="list of votes", passage=f"{ballot.label}: {stated}")


def cast(
    lines: Sequence[tuple[str, str]], ground: Ground, *, names_only: bool = False
) -> Iterator[tuple[str, str, Ballot, Sequence[str] | AccedeError]]:
    """Each name of the lists: its place and text, the ballot, and the State or what is wrong with it.

    With `names_only` every line under the first head is one of names; else a list ends before a line that begins with none.
    """
    open_list: Ballot | None = None
    for where, text in lines:
        if match := LINE.match(text):
            open_list = None
            yield where, text, LETTERS[match["ballot"]], _named(match["name"], ground)
            continue
        head = next(((ballot, found) for ballot, words in HEADS if (found := words.match(text))), None)
        if head is not None:
            open_list, text = head[0], text[head[1].end() :]
        elif open_list is None or not (names_only or _is_rest(text, ground)):
            open_list = None
            continue
        if NOBODY.match(text):
            continue
        for name in _names(text, ground):
            yield where, name, open_list, _named(name, ground)


def _names(text: str, ground: Ground) -> Iterator[str]:
    """The names of a list: parted by commas or semicolons, those with a comma in brackets whole; the last by "and"."""
    for name in map(str.strip, BETWEEN.split(text.rstrip(" ."))):
        whole = re.sub(r"^and ", "", name)
        if " and " in whole and isinstance(_named(whole, ground), AccedeError):
            yield from _parted_by_and(whole, ground)
        elif whole:
            yield whole


def _parted_by_and(text: str, ground: Ground) -> Sequence[str]:
    """The two names of "Cuba and Trinidad and Tobago": the "and" between them is the one that leaves a State on both sides."""
    if len(text) > 2 * LONGEST_NAME:
        return [text]
    words = text.split(" and ")
    for at in range(1, len(words)):
        parts = " and ".join(words[:at]), " and ".join(words[at:])
        if not any(isinstance(_named(part, ground), AccedeError) for part in parts):
            return parts
    return [text]


def _named(name: str, ground: Ground) -> Sequence[str] | AccedeError:
    try:
        return [ground.names.find(name)]
    except UnknownName as error:
        try:
            return ground.names.split_run(name)
        except UnknownName:
            return error


def _is_rest(text: str, ground: Ground) -> bool:
    """Whether a line goes on with a list: it begins with a State."""
    named = ground.names.spot(text)
    begins = bool(named) and named[0][0] < len("and the ")
    return begins and (not text.rstrip().endswith((".", ":")) or len(named) > LEAST)


def _has_names(text: str) -> bool:
    match = next((found for _, words in HEADS if (found := words.match(text))), None)
    rest = text[match.end() :] if match else ""
    return bool(rest) and (rest.count(",") > 0 or bool(NOBODY.match(rest)))
