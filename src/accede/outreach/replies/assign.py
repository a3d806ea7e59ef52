"""Say which State sent something and which letter it answers; set it aside, take it up again."""

from __future__ import annotations

from accede.accounts.actor import Actor
from accede.outreach.models import Incoming, IncomingKind, IncomingState
from accede.outreach.replies.held import BY_MACHINES, OPEN, changing, must_read_mail
from accede.outreach.replies.match import MatchGround
from accede.outreach.rounds.held import letter_held
from accede.vocabulary.errors import Refused
from accede.vocabulary.state_names import shipped_names


def assign(actor: Actor, number: int, *, state: str, letter: str = "", expected_version: int) -> None:
    """Match what came in with a State and, where it answers one, a letter to it.

    Raises NotAllowed, UnknownName for a State or letter that is not held, Refused for a letter to another State, for what is
    recorded already and where somebody else was faster.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        refuse_ended(row)
        matched_with(row, actor, state=state, letter=letter)


def set_aside(actor: Actor, number: int, *, note: str = "", expected_version: int) -> None:
    """Say that it is no answer, or not to be recorded. Raises NotAllowed, UnknownName, Refused for what is recorded already."""
    with changing(actor, number, expected_version=expected_version) as row:
        refuse_ended(row)
        row.state = IncomingState.ASIDE.value
        row.note = "\n".join(filter(None, (row.note, note.strip()[:2000])))


def set_machines_aside(actor: Actor, kind: IncomingKind) -> int:
    """Set all aside that programs wrote of a kind; returns how many. Raises NotAllowed."""
    must_read_mail(actor)
    rows = Incoming.objects.filter(state__in=OPEN, kind=kind.value) if kind.is_by_machine else Incoming.objects.none()
    return rows.update(state=IncomingState.ASIDE.value)


def take_up(actor: Actor, number: int, *, expected_version: int) -> None:
    """Take up again what was set aside; what was taken for a program's is somebody's message then.

    Raises NotAllowed, UnknownName, Refused for what was not set aside.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        is_by_machine = row.kind in BY_MACHINES and row.state in OPEN
        if row.state != IncomingState.ASIDE.value and not is_by_machine:
            raise Refused("it is not set aside", where=str(number), remedy="Look at it again")
        if row.erased_at:
            raise Refused("it was erased", where=str(number), remedy="Ask for the message again")
        row.kind = IncomingKind.MESSAGE.value if row.kind in BY_MACHINES else row.kind
        row.state = (IncomingState.MATCHED if row.of_state else IncomingState.HELD).value


def refuse_ended(row: Incoming) -> None:
    """Raises Refused for what is recorded or set aside."""
    if row.state not in OPEN:
        raise Refused(f"it is {IncomingState(row.state).label} already", where=str(row.pk), remedy="Look at it again")


def matched_with(row: Incoming, actor: Actor, *, state: str, letter: str) -> None:
    """Note the match in the row. Raises UnknownName, Refused."""
    shipped_names().in_table(state)
    if letter and letter_held(letter).fact.state != state:
        raise Refused(
            "this letter went to another State", where=letter, remedy="Choose the letter to this State, or none"
        )
    if (row.of_state, row.letter) != (state, letter) or not row.matched_by:
        row.matched_by = f"{MatchGround.PERSON} {actor.name}"
    row.of_state, row.letter, row.state = state, letter, IncomingState.MATCHED.value
