"""Tables whose heading gives a count, with as many rows or not; and tables that list the wrong States."""

from __future__ import annotations

from datetime import date

from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.oracle import SESSIONS
from checker_corpus.pen import Draft, Pen


def counted_rows(pen: Pen, verdict: Verdict) -> Draft | None:
    """A caption or a heading of a column with a count, and the rows under it."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    return pen.rnd.choice((_outside_table, _vote_columns, _abstainers))(pen, verdict)


def _outside_table(pen: Pen, verdict: Verdict) -> Draft | None:
    """A numbered list of the States not party on a day."""
    rnd, facts = pen.rnd, pen.facts
    moment = pen.moment(date(2008, 1, 1), date(2025, 12, 20))
    if facts.is_uncertain(moment.day):
        return None
    states = list(facts.outside(moment.day))
    count = len(states)
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.5:
            count += rnd.choice((-3, -2, -1, 1, 2, 3))
        else:
            states.remove(rnd.choice(states))
            if rnd.random() < 0.3:
                states.remove(rnd.choice(states))
    day = f" as of {wording.plain_day(moment.day)}" if moment.is_past else ""
    heading = rnd.choice(
        (
            f"⟦Table {rnd.randint(1, 4)}. States not party to the Convention{day} ({count})⟧",
            f"⟦The {count} States not party to the Convention{day}⟧",
            f"⟦States not party{day}: {count}⟧",
        )
    )
    rows = [f"| {at} | {wording.table_name(each)} |" for at, each in enumerate(states, 1)]
    block = "\n\n| No. | State not party |\n| --- | --- |\n" + "\n".join(rows)
    if rnd.random() < 0.5:
        rows = [f"| {wording.table_name(each)} | {'Observer' if at % 3 else ''} |" for at, each in enumerate(states)]
        block = "\n\n| State not party | Status |\n| --- | --- |\n" + "\n".join(rows)
    head = f"Information as of {wording.plain_day(moment.paper)}\n\n" if moment.paper else ""
    return Draft(body=head + heading, block=block, verdict=verdict, as_of=moment.as_of, is_free=False, is_framed=False)


def _vote_columns(pen: Pen, verdict: Verdict) -> Draft | None:
    """Columns headed "In favour (14)" of the States then outside, as the status paper has them."""
    rnd, facts = pen.rnd, pen.facts
    session = rnd.choice([each for each in SESSIONS if each >= 65])
    roll_call, on = facts.roll_call(session), facts.voted_on(session)
    outside = facts.outside(on)
    columns = {
        "In favour": [each for each in roll_call.in_favour if each in outside],
        "Abstained": [each for each in roll_call.abstained if each in outside],
    }
    if any(facts.is_ballot_disputed(each, session) for states in columns.values() for each in states):
        return None
    counts = {heading: len(states) for heading, states in columns.items()}
    if verdict is Verdict.CONTRADICTS:
        heading = rnd.choice(list(columns))
        if rnd.random() < 0.5:
            counts[heading] += rnd.choice((-2, -1, 1, 2))
        else:
            columns[heading].remove(rnd.choice(columns[heading]))
    year = on.year
    caption = f"UNGA plenary vote on resolution {roll_call.resolution.removeprefix('A/RES/')}, {year}: States not party"
    heads = [f"{heading} ({counts[heading]})" for heading in columns]
    height = max(map(len, columns.values()))
    rows = []
    for at in range(height):
        cells = [wording.table_name(states[at]) if at < len(states) else "" for states in columns.values()]
        rows.append("| " + " | ".join(cells) + " |")
    table = "⟦| " + " | ".join(heads) + " |⟧\n| --- | --- |\n" + "\n".join(rows)
    return Draft(
        body=caption, block="\n\n" + table, verdict=verdict, as_of=pen.checked(on), is_free=False, is_framed=False
    )


def _abstainers(pen: Pen, verdict: Verdict) -> Draft | None:
    """A table of all that abstained in a plenary."""
    rnd, facts = pen.rnd, pen.facts
    session = rnd.choice([each for each in SESSIONS if each >= 58])
    roll_call, on = facts.roll_call(session), facts.voted_on(session)
    states = list(roll_call.abstained)
    count = len(states)
    if verdict is Verdict.CONTRADICTS:
        if rnd.random() < 0.5:
            count += rnd.choice((-3, -2, -1, 1, 2))
        else:
            states.remove(rnd.choice(states))
    heading = f"⟦States that abstained in the plenary vote of {wording.plain_day(on)} ({count})⟧"
    rows = "\n".join(f"| {wording.table_name(each)} | Abstained |" for each in states)
    block = "\n\n| State | Ballot |\n| --- | --- |\n" + rows
    return Draft(body=heading, block=block, verdict=verdict, as_of=pen.checked(on), is_free=False, is_framed=False)


KINDS = {"table headings": (counted_rows, 5)}
"""Kind to its writer and its weight."""
