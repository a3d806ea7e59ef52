"""Every State with what a list of States is narrowed and sorted by. Pure."""

from dataclasses import dataclass

from accede.evidence.values import RollCall
from accede.overview.ages import InformationAge, information_age
from accede.overview.circumstances import circumstances_of
from accede.overview.gaps import Heard, heard_of
from accede.overview.register import Register
from accede.overview.standings import standings
from accede.overview.votes import ballots, roll_calls
from accede.records.values import Evidence
from accede.register.standing import StandingOn, as_partial
from accede.register.values import State
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Circumstance


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedState:
    """A State on the view's day.

    `joined` is the day of the deposit by which it is counted as having joined (None: it has not, or by no deposit we hold).
    `said_on` is the day of its last statement. `age` is None for a State that has joined and of which no statement is
    held: none is asked of it. `ballot` is its vote in `StateList.vote`; None where it has none to record.
    """

    state: State
    standing: StandingOn
    joined: PartialDate | None
    said_on: PartialDate | None
    age: InformationAge | None
    ballot: Ballot | None
    circumstances: tuple[Circumstance, ...]

    @property
    def iso3(self) -> str:
        """Its key."""
        return self.state.iso3


@dataclass(frozen=True, slots=True)
class StateList:
    """The States that may join on the view's day, in order of names, and the last roll call with ballots by then."""

    states: tuple[ListedState, ...]
    vote: Evidence[RollCall] | None


def state_list(register: Register) -> StateList:
    """The list on the view's day."""
    heard = heard_of(register)
    facts = {each.fact.iso3: each.fact for each in register.states}
    calls = [topic.counts for topic in roll_calls(register) if topic.counts.fact.ballots]
    vote = calls[-1] if calls else None
    cast = ballots(register, vote.fact) if vote else {}
    return StateList(
        tuple(
            _listed(register, facts[iso3], standing, heard.get(iso3, Heard()), cast.get(iso3))
            for iso3, standing in standings(register).items()
        ),
        vote,
    )


def joined_on(standing: StandingOn) -> PartialDate | None:
    """The day of the deposit by which a State is counted as having joined; where that is not held, of its being bound."""
    if not standing.standing.has_joined:
        return None
    told = set(standing.evidence)
    consents = [
        effect for effect in standing.effects if effect.kind.expresses_consent and (effect.key in told or not told)
    ]
    days = [as_partial(effect.done or effect.effective) for effect in consents]
    return min((day for day in days if day is not None), default=None)


def _listed(register: Register, state: State, standing: StandingOn, heard: Heard, ballot: Ballot | None) -> ListedState:
    is_asked = not standing.standing.has_joined or heard.said_on is not None
    given = {circumstance for statement in heard.statements for circumstance in circumstances_of(statement)}
    return ListedState(
        state=state,
        standing=standing,
        joined=joined_on(standing),
        said_on=heard.said_on,
        age=information_age(heard.said_on, register.view.as_of) if is_asked else None,
        ballot=ballot,
        circumstances=tuple(each for each in Circumstance if each in given),
    )
