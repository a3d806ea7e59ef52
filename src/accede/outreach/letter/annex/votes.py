"""How the State voted on the yearly resolution: sessions in which it voted alike share a row."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.items import VoteItem
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.reporting.recipes.prose import words
from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body

NONE = "–"


@dataclass(slots=True)
class _Sessions:
    """Sessions one after the other in which it voted alike."""

    first: int
    last: int
    ballots: tuple[Ballot | None, ...]
    votes: list[list[VoteItem]] = field(default_factory=list)


def votes(matter: Annexed) -> Section:
    """The part: a row for each run of sessions, newest first; the ballots of the two bodies apart."""
    heading = told(gettext("Votes on the yearly resolution of the General Assembly"))
    runs = _runs(matter.dossier.answer.votes)
    if not runs:
        return Section("", heading, (matter.plain(gettext("No vote of the State is recorded.")),))
    heads = [gettext("Session of the General Assembly"), *(gettext(body.label) for body in Body)]
    header = Row(tuple(Cell((Paragraph(told(head)),)) for head in heads))
    rows = tuple(_row(matter, run) for run in reversed(runs))
    blocks: list[Table | Paragraph] = [Table("plain", (), (header,), rows, (30.0, *(35.0 for _ in Body)))]
    if any(None in run.ballots for run in runs):
        none = gettext("%(mark)s: no roll call is held.") % {"mark": NONE}
        blocks.append(Paragraph(told(none), kind="note"))
    return Section("", heading, tuple(blocks))


def _runs(items: tuple[VoteItem, ...]) -> list[_Sessions]:
    sessions: dict[int, dict[Body, VoteItem]] = {}
    for item in items:
        if item.ballot is not Ballot.NOT_A_MEMBER:
            sessions.setdefault(item.session, {})[item.body] = item
    runs: list[_Sessions] = []
    for session in sorted(sessions):
        cast = [sessions[session].get(body) for body in Body]
        ballots = tuple(item.ballot if item else None for item in cast)
        if not (runs and runs[-1].last == session - 1 and runs[-1].ballots == ballots):
            runs.append(_Sessions(session, session, ballots))
        runs[-1].last = session
        runs[-1].votes.append([item for item in cast if item])
    return runs


def _row(matter: Annexed, run: _Sessions) -> Row:
    cells = [Cell((Paragraph(words(_sessions(run))),))]
    for place, body in enumerate(Body):
        items = [item for votes_ in run.votes for item in votes_ if item.body is body]
        keys = tuple(item.evidence for item in items)
        ballot = run.ballots[place]
        said = gettext(ballot.label) if ballot is not None else NONE
        marks = matter.mark(*((item.source, item.evidence) for item in items))
        cells.append(Cell((Paragraph(words(Figure(said, keys), *marks)),), keys))
    return Row(tuple(cells))


def _sessions(run: _Sessions) -> str:
    """By number and by the year in which they opened: 51–56 (1996–2001)."""
    sessions, years = f"{run.first}", f"{run.first + BEFORE_SESSIONS}"
    if run.last != run.first:
        sessions, years = f"{sessions}–{run.last}", f"{years}–{run.last + BEFORE_SESSIONS}"
    return f"{sessions} ({years})"
