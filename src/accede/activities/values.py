"""Facts about what the presidency and others did. Pure."""

from dataclasses import dataclass

from accede.vocabulary.activities import ActivityKind, PressTone, SetOff
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something done to bring States in, or an answer to it.

    `by` names who acted (an ISO alpha-3 key, "President", "ISU", an organization) and `presidency` the State presiding then.
    `towards` are ISO alpha-3 keys; `towards_all_outside` says that it went to every State outside, `towards_count` how many
    the source says. `set_off`, `about_state`, `alleged_by`, `actor`, `actor_name`, `weapon`, `places` describe what set a press
    release off: use *in* a State is not use *by* it. `on_behalf_of` is for whom somebody else acted, `participants` States (ISO
    alpha-3 keys) and organizations that took part, `follows` the key of the activity that this one follows up.
    """

    treaty: str
    kind: ActivityKind
    on: PartialDate
    by: str
    presidency: str = ""
    title: str = ""
    towards: tuple[str, ...] = ()
    towards_all_outside: bool = False
    towards_count: int | None = None
    occasion: str = ""
    forum: str = ""
    plan_actions: tuple[str, ...] = ()
    reply_to: str = ""
    tone: PressTone | None = None
    about_state: str = ""
    alleged_by: str = ""
    actor: Actor | None = None
    weapon: str = ""
    places: tuple[str, ...] = ()
    set_off_on: PartialDate | None = None
    summary: str = ""
    on_behalf_of: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    follows: str = ""
    set_off: SetOff | None = None
    actor_name: str = ""
