"""What `verify` checks of evidence beyond rows and chain: the ballots of each roll call."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.models import Ballot, RollCallVersion
from accede.evidence.record import ballots_digest


def damaged_ballots() -> Iterator[str]:
    """A sentence for each version of a roll call whose ballots are not those that were recorded."""
    calls = {call.id: call for call in RollCallVersion.objects.all()}
    for number, ballots in _by_roll_call():
        call = calls.pop(number, None)
        if call is None:
            yield f"evidence_ballot: {len(ballots)} ballots of a roll call that does not exist."
        elif ballots_digest(ballots) != call.ballots_digest:
            yield f"{call.key}, version {call.version}: its ballots were changed after they were recorded."
    for call in calls.values():
        if call.ballots_count:
            yield f"{call.key}, version {call.version}: its {call.ballots_count} ballots are gone."


def _by_roll_call() -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    rows = Ballot.objects.order_by("roll_call_id", "state").values_list("roll_call_id", "state", "ballot")
    number: int | None = None
    ballots: list[tuple[str, str]] = []
    for roll_call, state, ballot in rows.iterator(chunk_size=20000):
        if roll_call != number:
            if number is not None:
                yield number, tuple(ballots)
            number, ballots = roll_call, []
        ballots.append((state, ballot))
    if number is not None:
        yield number, tuple(ballots)
