"""Roll calls with their ballots, as they are current in a view. All other kinds are read by `records.current`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from accede.evidence.models import Ballot, RollCallVersion
from accede.evidence.values import RollCall
from accede.records.current import current, selected
from accede.records.models import Version
from accede.records.values import Evidence, View
from accede.vocabulary import ballots


def roll_calls(view: View, *, state: str = "", **filters: Any) -> list[Evidence[RollCall]]:
    """Current roll calls with all their ballots, or with those of one State; two queries, however many ballots."""
    held: list[Evidence[RollCall]] = current(RollCallVersion, view, **filters)
    return with_ballots(held, selected(RollCallVersion, view, **filters), state=state)


def with_ballots(
    held: list[Evidence[RollCall]], versions: QuerySet[Version], *, state: str = ""
) -> list[Evidence[RollCall]]:
    """Roll calls of these versions with all their ballots, or with those of one State; one query."""
    rows = Ballot.objects.filter(roll_call__in=versions)
    if state:
        rows = rows.filter(state=state)
    members = {str(member): member for member in ballots.Ballot}
    cast: dict[tuple[str, int], list[tuple[str, ballots.Ballot]]] = {}
    columns = ("roll_call__key", "roll_call__version", "state", "ballot")
    for key, version, iso3, ballot in rows.order_by("roll_call_id", "state").values_list(*columns):
        cast.setdefault((key, version), []).append((iso3, members[ballot]))
    return [replace(one, fact=replace(one.fact, ballots=tuple(cast.get((one.key, one.version), ())))) for one in held]
