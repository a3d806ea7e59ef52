"""Two open letters to one State: refused unless somebody says that it is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from accede.activities.letters import Letter, Round
from accede.activities.models import RoundVersion
from accede.outreach.rounds.held import letters_by_round, now, steps_of
from accede.outreach.rounds.waits import due_on, is_open
from accede.overview.standings import name_of
from accede.records.current import current
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused


def open_letters(treaty: str, states: Iterable[str], *, but: Collection[str] = ()) -> dict[str, Evidence[Letter]]:
    """The letter to each of these States that is in work or waits for its answer in time; `but` are rounds left out."""
    today = datetime.now(UTC).date()
    by_round, wanted = letters_by_round(treaty), set(states)
    held: dict[str, Evidence[Round]] = {each.key: each for each in current(RoundVersion, now(), treaty=treaty)}
    asked = [
        (held[key], letter)
        for key, letters in by_round.items()
        for iso3, letter in letters.items()
        if key in held and key not in but and iso3 in wanted and is_open(letter.fact)
    ]
    steps = steps_of(letter.key for _, letter in asked)
    found = {}
    for round_, letter in asked:
        due = due_on(round_.fact, steps[letter.key])
        if due is None or due >= today:
            found[letter.fact.state] = letter
    return found


def refuse_collisions(treaty: str, states: Iterable[str], beside: Collection[str], *, reminds: str = "") -> None:
    """Raises Refused where one of these States has an open letter of another round; a reminder does not collide with its round."""
    found = open_letters(treaty, set(states) - set(beside), but=(reminds,) if reminds else ())
    if found:
        names = ", ".join(name_of(iso3) for iso3 in sorted(found))
        raise Refused(
            f"another letter is open to {names}",
            where=next(iter(found.values())).key,
            remedy="Close it or leave the State out, or say that both are meant",
        )
