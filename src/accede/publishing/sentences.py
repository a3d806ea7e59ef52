"""Evidence in sentences, as pages and the command line say it, in the language that is written in. Pure.

An allegation names who alleges, who is said to have acted, and where. A summary of ours is marked where it is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext, gettext_lazy

from accede.publishing.wording import (
    bracketed,
    day,
    headed,
    held,
    in_thousands,
    language,
    listed,
    parted,
    sentence,
    when,
)
from accede.publishing.wording import name as name
from accede.vocabulary.capital import capital as capital
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.occasions import AttendanceBasis
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, PracticeKind
from accede.vocabulary.punctuation import marks
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import Step

if TYPE_CHECKING:  # their modules load Django's models
    from django_stubs_ext import StrOrPromise

    from accede.overview.conflicts import Conflict
    from accede.overview.dossier import DossierFound
    from accede.overview.items import (
        ActionItem,
        ActivityItem,
        AttendanceItem,
        OtherTreaty,
        PracticeItem,
        ReportItem,
        VoteItem,
    )
    from accede.register.standing import StandingOn

_BASES = {
    AttendanceBasis.PARTICIPANTS: gettext_lazy("list of participants"),
    AttendanceBasis.TABLE: gettext_lazy("table of attendance"),
    AttendanceBasis.INFERRED: gettext_lazy("not in a complete table"),
    AttendanceBasis.REPORT: gettext_lazy("a single report"),
}
"""What a record of attendance rests on. Of a State's last meeting the sentence itself says it."""


def state(iso3: str) -> str:
    """A State as it stands in a sentence: the United Arab Emirates."""
    return shipped_names().in_sentence(iso3, language())


def subject(iso3: str) -> str:
    """A State at the beginning of a sentence: "The United Arab Emirates has joined".

    In other languages its heading, since a verb behind it would have to agree with it: "Émirats arabes unis : …".
    """
    return capital(state(iso3)) if language() == "en" else name(iso3)


def who(name: str) -> str:
    """Who acted or claims: a State by its key, anybody else (the ISU, a monitor) by name."""
    if len(name) != 3 or not name.isupper():
        return held(name)
    try:
        return state(name)
    except UnknownName:
        return held(name)


def standing(found: DossierFound, as_of: date) -> str:
    """The opening sentence of a dossier: where the State stands on the day."""
    stands = found.standing
    said = {"state": subject(found.answer.iso3), "day": day(as_of)}
    if stands is None:
        return gettext("%(state)s was not one of the States that may join on %(day)s.") % said
    if stands.is_uncertain:
        said["standing"] = gettext(stands.standing.label)
        return (
            gettext("%(state)s is counted as: %(standing)s, as of %(day)s; the dates held leave it uncertain.") % said
        )
    if stands.since:
        return str(_SINCE[stands.standing]) % {**said, "since": day(stands.since)}
    return str(_STANDS[stands.standing]) % said


# Translators: %(state)s is a heading here, not a subject: "Maroc : ..." and not "Le Maroc a ...".
_STANDS: dict[Standing, StrOrPromise] = {
    Standing.IN_FORCE: gettext_lazy("%(state)s has joined; the Convention is in force for it, as of %(day)s."),
    Standing.JOINED_NOT_IN_FORCE: gettext_lazy(
        "%(state)s has joined; the Convention is not yet in force for it, as of %(day)s."
    ),
    Standing.SIGNATORY: gettext_lazy("%(state)s has signed and has not joined, as of %(day)s."),
    Standing.NON_SIGNATORY: gettext_lazy("%(state)s has not signed and has not joined, as of %(day)s."),
    Standing.WITHDRAWN: gettext_lazy("%(state)s withdrew; it stands outside, as of %(day)s."),
}
_SINCE: dict[Standing, StrOrPromise] = {
    Standing.IN_FORCE: gettext_lazy(
        "%(state)s has joined; the Convention is in force for it since %(since)s, as of %(day)s."
    ),
    Standing.JOINED_NOT_IN_FORCE: gettext_lazy(
        "%(state)s has joined since %(since)s; the Convention is not yet in force for it, as of %(day)s."
    ),
    Standing.SIGNATORY: gettext_lazy("%(state)s has signed since %(since)s and has not joined, as of %(day)s."),
    Standing.NON_SIGNATORY: _STANDS[Standing.NON_SIGNATORY],
    Standing.WITHDRAWN: gettext_lazy("%(state)s withdrew; it stands outside since %(since)s, as of %(day)s."),
}


def uncertain(stands: StandingOn) -> str:
    """Why the dates held leave a standing open. In English with every date; in other languages what it may be."""
    if language() == "en":
        return stands.why
    acts = [headed(gettext(each.kind.label), when(each.done.partial())) for each in stands.effects[-1:] if each.done]
    possible = listed([gettext(each.label) for each in stands.possible], choice=True)
    said = gettext("Its standing may be: %(possible)s; it is counted as: %(standing)s.")
    told = said % {"possible": possible, "standing": gettext(stands.standing.label)}
    return f"{sentence(acts)} {told}" if acts else told


def last_word(found: DossierFound) -> str:
    """When the State was last heard."""
    fresh = found.answer.freshness
    if fresh.said_on is None:
        return gettext("No official information is held.")
    if fresh.confirmed_on is not None and fresh.confirmed_on != fresh.said_on:
        return gettext("Last word heard: %(day)s, confirmed %(confirmed)s.") % {
            "day": when(fresh.said_on),
            "confirmed": when(fresh.confirmed_on),
        }
    return gettext("Last word heard: %(day)s.") % {"day": when(fresh.said_on)}


def last_participation(found: DossierFound) -> str:
    """When the State last took part in a meeting that counts, or what is known instead."""
    if found.answer.last_participation:
        return gettext("Last took part: %(meeting)s.") % {"meeting": found.answer.last_participation}
    if found.participation.has_never:
        return gettext("It has never taken part in a meeting of the Convention.")
    if found.participation.attended:
        return gettext(
            "Its attendance at a %(meetings)s is not recorded, and only these count for when it last took part."
        ) % {"meetings": gettext(" or a ").join(gettext(kind.label) for kind in found.counted_meetings)}
    return gettext("When it last took part is not recorded.")


def action(item: ActionItem) -> str:
    """What a State did about the treaty."""
    kind = gettext(item.kind.label)
    parts = [capital(headed(item.about, kind) if item.about else kind)]
    if item.announced:
        parts.append(gettext("announced %(day)s") % {"day": when(item.announced)})
    if item.decided:
        parts.append(gettext("decided %(day)s") % {"day": when(item.decided)})
    if item.deposited:
        parts.append(when(item.deposited))
    if item.effective is not None and item.effective != item.deposited:
        how = (
            gettext("in effect %(day)s (stated)")
            if item.is_stated
            else gettext("in effect %(day)s (by the treaty's rule)")
        )
        parts.append(how % {"day": when(item.effective)})
    return sentence(parts)


def practice(item: PracticeItem) -> str:
    """A claim about a practice: who claims what about whom, when."""
    what = capital(gettext(item.kind.label))
    if item.acts:
        what = gettext("%(practice)s on %(acts)s") % {
            "practice": what,
            "acts": listed([act(each) for each in item.acts]),
        }
    if item.weapon:
        what = gettext("%(practice)s of %(weapon)s") % {"practice": what, "weapon": held(item.weapon)}
    claim = gettext(item.claim.label)
    if item.status.label != item.claim.label:
        claim += bracketed(gettext(item.status.label))
    details = [f"{claimant(item.claimant)} {claim}{marks(language()).comma}{claimed(item.claimed)}"]
    if item.number is not None:
        details.append(gettext("number: %(number)s") % {"number": in_thousands(item.number)})
    if item.since:
        details.append(gettext("since %(day)s") % {"day": when(item.since)})
    if item.until:
        details.append(gettext("until %(day)s") % {"day": when(item.until)})
    if item.scope:
        details.append(held(item.scope))
    if item.actor is not Actor.STATE:
        details.append(
            gettext("said to have acted: %(actor)s") % {"actor": held(item.actor_name) or _actor(item.actor)}
        )
    if item.place:
        details.append(gettext("in %(place)s") % {"place": who(item.place)})
    return sentence([headed(what, parted(details))])


def act(key: str) -> str:
    """An act that a claim covers: use, transfer."""
    labels = {str(kind): kind.label for kind in (*Step, *PracticeKind)}
    return gettext(labels[key]) if key in labels else held(key)


def vote(item: VoteItem) -> str:
    """How a State is recorded in a roll call."""
    return gettext("%(day)s: %(ballot)s (%(text)s, %(body)s, session %(session)s).") % {
        "day": when(item.on),
        "ballot": gettext(item.ballot.label),
        "text": held(item.resolution) or gettext("draft resolution"),
        "body": gettext(item.body.label),
        "session": item.session,
    }


def attendance(item: AttendanceItem) -> str:
    """What a record says of a State at an occasion."""
    details = [str(_BASES[item.basis])] if item.basis in _BASES else []
    if item.spoke:
        details.append(gettext("took the floor"))
    details += [part for part in (item.mode, item.capacity) if part]
    told = gettext(item.claim.label) + (bracketed(marks(language()).comma.join(details)) if details else "")
    return capital(sentence([headed(item.occasion, told) if item.occasion else told]))


def report(item: ReportItem) -> str:
    """A transparency report: submitted on and year covered are two facts."""
    parts = [
        gettext("%(duty)s report %(state)s")
        % {"duty": capital(gettext(item.duty.label)), "state": gettext(item.report_state.label)}
    ]
    if item.submitted:
        parts.append(when(item.submitted))
    if item.covers:
        parts.append(gettext("covers %(years)s") % {"years": when(item.covers)})
    return sentence(parts)


def activity(item: ActivityItem) -> str:
    """What was done to bring States in."""
    parts = [headed(when(item.on), gettext(item.kind.label)), who(item.by)]
    if item.on_behalf_of:
        parts.append(gettext("on behalf of %(who)s") % {"who": who(item.on_behalf_of)})
    parts += [held(where) for where in (item.forum, item.place) if where]
    return f"{sentence(parts)} {held(item.summary or item.title)}".rstrip()


def other_treaty(item: OtherTreaty, name: str) -> str:
    """What a list says of a State and another treaty, as of the day of that list."""
    parts = [headed(name, gettext(item.standing.label))]
    if item.signed:
        parts.append(gettext("signed %(day)s") % {"day": when(item.signed)})
    if item.bound:
        parts.append(gettext("bound %(day)s") % {"day": when(item.bound)})
    parts.append(gettext("as listed %(day)s") % {"day": when(item.listed)})
    return sentence(parts)


def conflict(item: Conflict, cited: Callable[[str], str] = str) -> str:
    """Both sides of a contradiction; `cited` says how a source is named (default: by its key)."""
    counts = gettext("(this one counts)")
    sides = parted(
        headed(cited(claim.source), f"{claim.claim}{f' {counts}' if claim.counts else ''}") for claim in item.claims
    )
    return sentence([headed(capital(item.about), sides)])


def claimant(name: str) -> str:
    """Who claims; how we came to know of it is a matter of the source."""
    return who(name.partition(", told by")[0])


def claimed(on: PartialDate) -> str:
    """When a claim was made; of one without a day, by when."""
    if on.earliest is not None:
        return when(on)
    return gettext("said by %(day)s") % {"day": when(PartialDate.parse(on.edtf.removeprefix("../")))}


def _actor(actor: Actor) -> str:
    return gettext("not known who") if actor is Actor.UNKNOWN else gettext(actor.label)
