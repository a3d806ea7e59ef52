"""What a page of nearness is asked: for which day, and what is switched off. It stands in the address and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.activities.threads import Promise
from accede.outreach.done.threads import promises
from accede.outreach.nearness.approach import Reason
from accede.outreach.nearness.rules import Rung
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking, register_of


@dataclass(frozen=True, slots=True)
class Switch:
    """A rung or a reason that can be switched off; `number` is its place."""

    number: int
    name: str
    key: str
    word: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A day (None: today), the rungs and reasons that are off, and both as the end of an address ("?…" or "")."""

    on: date | None
    without: tuple[Rung, ...]
    leaving_out: tuple[Reason, ...]
    query: str

    @property
    def rungs(self) -> tuple[Switch, ...]:
        """Every rung with its switch, from far to near."""
        return tuple(
            Switch(at, "rung", each.value, gettext(each.label), each not in self.without)
            for at, each in enumerate(Rung, 1)
        )

    @property
    def reasons(self) -> tuple[Switch, ...]:
        """Every reason with its switch."""
        return tuple(
            Switch(at, "reason", each.value, gettext(each.label), each not in self.leaving_out)
            for at, each in enumerate(Reason, 1)
        )


def asked(request: Asking) -> Asked:
    """What the address says. Without `chosen` everything is on. Raises NotAllowed, Unreadable for a day that is none."""
    request.actor.must(Verb.RECORD, Classification.PRESIDENCY, where="nearness")
    on = day_in(request, "on")
    given: list[tuple[str, str]] = [("on", on.isoformat())] if on else []
    if "chosen" not in request.GET:
        return Asked(on, (), (), f"?{urlencode(given)}" if given else "")
    rungs, reasons = set(request.GET.getlist("rung")), set(request.GET.getlist("reason"))
    named = "reason" in request.GET.getlist("chosen")
    without = tuple(each for each in Rung if each.value not in rungs)
    leaving_out = tuple(each for each in Reason if each.value not in reasons) if named else ()
    given += [("chosen", each) for each in request.GET.getlist("chosen") if each in ("rung", "reason")]
    given += [("rung", each.value) for each in Rung if each not in without]
    given += [("reason", each.value) for each in Reason if each not in leaving_out and named]
    return Asked(on, without, leaving_out, f"?{urlencode(given)}")


def day_in(request: Asking, name: str) -> date | None:
    """A day of the address. Raises Unreadable for what is none."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(f"“{text[:40]}” is not a day", remedy="Write it as 2018-08-21") from error


def held(request: Asking, on: date | None) -> tuple[Register, tuple[Evidence[Promise], ...]]:
    """The register on a day as the person may read it, and the promises. Raises Refused for a day before the treaty."""
    register = register_of(request.actor, as_of=on)
    return register, promises(request.actor, register.treaty.key)
