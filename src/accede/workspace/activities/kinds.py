"""The kinds of activity that are written down here, and which fields each asks for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import UnknownName

ALWAYS = ("plan_actions", "follows", "presidency")
"""Behind a line that opens, of every kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneKind:
    """A kind as its address names it; `fields` those of an activity in the order of the work, `needed` those that must be given.

    `participants` tells whether it is asked who took part, `by` who usually acts.
    """

    key: str
    kind: ActivityKind
    label: str
    help: str
    fields: tuple[str, ...]
    needed: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    participants: bool = False
    by: str = "President"


KINDS: tuple[DoneKind, ...] = (
    DoneKind(
        key="bilateral",
        kind=ActivityKind.BILATERAL,
        label=gettext_noop("Bilateral meeting"),
        help=gettext_noop(
            "A State a line. Each State that was met is an activity of its own, as the papers count them."
        ),
        fields=("on", "by", "towards", "place", "summary"),
        needed=("towards",),
        further=("occasion", "forum", "on_behalf_of"),
        participants=True,
    ),
    DoneKind(
        key="working-group",
        kind=ActivityKind.WORKING_GROUP,
        label=gettext_noop("Meeting of the working group"),
        help=gettext_noop("Agenda, decisions and offers are written down on its page."),
        fields=("on", "by", "title", "place", "summary"),
        further=("occasion",),
        participants=True,
    ),
    DoneKind(
        key="visit",
        kind=ActivityKind.VISIT,
        label=gettext_noop("Visit"),
        help=gettext_noop("Of a President or an envoy to a State."),
        fields=("on", "by", "on_behalf_of", "towards", "place", "summary"),
        needed=("towards",),
        further=("title",),
        participants=True,
        by="Special Envoy",
    ),
    DoneKind(
        key="workshop",
        kind=ActivityKind.WORKSHOP,
        label=gettext_noop("Workshop or seminar"),
        help=gettext_noop("With States, in a region, online."),
        fields=("on", "by", "title", "towards", "place", "summary"),
        further=("occasion", "on_behalf_of"),
        participants=True,
    ),
    DoneKind(
        key="call",
        kind=ActivityKind.CALL,
        label=gettext_noop("Call"),
        help=gettext_noop(
            "By telephone or video, for instance on those that abstained. Each State is an activity of its own."
        ),
        fields=("on", "by", "towards", "summary"),
        needed=("towards",),
        further=("occasion", "on_behalf_of"),
        participants=True,
    ),
    DoneKind(
        key="demarche",
        kind=ActivityKind.DEMARCHE,
        label=gettext_noop("Démarche by a State Party or another"),
        help=gettext_noop("Say who made it, and on whose behalf where it was asked to."),
        fields=("on", "by", "on_behalf_of", "towards", "place", "summary"),
        needed=("towards",),
        participants=True,
        by="",
    ),
    DoneKind(
        key="appeal",
        kind=ActivityKind.APPEAL,
        label=gettext_noop("Statement in another forum"),
        help=gettext_noop(
            "In the General Assembly, the Conference on Disarmament, a meeting of the CCW, a regional organization, a parliament."
        ),
        fields=("on", "by", "forum", "occasion", "towards", "towards_all_outside", "summary"),
        further=("title", "place", "on_behalf_of"),
    ),
    DoneKind(
        key="briefing",
        kind=ActivityKind.BRIEFING,
        label=gettext_noop("Briefing"),
        help=gettext_noop("Of officials or of a group of States."),
        fields=("on", "by", "towards", "place", "summary"),
        further=("title", "occasion", "on_behalf_of"),
        participants=True,
        by="ISU",
    ),
    DoneKind(
        key="press-release",
        kind=ActivityKind.PRESS_RELEASE,
        label=gettext_noop("Press release"),
        help=gettext_noop(
            "An allegation says who alleges, who is said to have acted, and where. Use in a State is not use by it. "
            "A draft is made of it on its page; somebody else publishes it."
        ),
        fields=(
            "on",
            "by",
            "set_off",
            "tone",
            "set_off_on",
            "about_state",
            "places",
            "alleged_by",
            "actor",
            "actor_name",
            "weapon",
            "summary",
        ),
        needed=("set_off", "tone"),
        further=("title", "occasion"),
    ),
    DoneKind(
        key="meeting",
        kind=ActivityKind.MEETING,
        label=gettext_noop("Other meeting"),
        help=gettext_noop("What is none of the others."),
        fields=("on", "by", "title", "towards", "place", "summary"),
        needed=("title",),
        further=("occasion", "forum", "on_behalf_of"),
        participants=True,
    ),
    DoneKind(
        key="work-plan",
        kind=ActivityKind.WORK_PLAN,
        label=gettext_noop("Work plan or concept note"),
        help=gettext_noop("When it was given to whom."),
        fields=("on", "by", "title", "occasion", "summary"),
        needed=("title",),
    ),
)


def kind_of(key: str) -> DoneKind:
    """The kind under this key. Raises UnknownName."""
    for one in KINDS:
        if one.key == key:
            return one
    raise UnknownName("there is no such kind of activity", where=key, remedy="Choose one from the list")
