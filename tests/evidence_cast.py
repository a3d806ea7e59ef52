"""The cast of the tests of rules and answers: a small register made by hand, without a database."""

from datetime import UTC, date, datetime
from functools import cache
from importlib import resources

from accede.evidence.values import Attendance, Practice, RollCall, Statement
from accede.overview.register import Register
from accede.records.values import Evidence, Source, View
from accede.register.treaty import TreatyDefinition
from accede.register.treaty_file import read_treaty
from accede.register.values import Occasion, State, TreatyAction
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import AttendanceBasis, OccasionKind, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, ClaimStatus
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind
from accede.vocabulary.treaty_actions import TreatyActionKind

RECORDED = datetime(2026, 11, 20, tzinfo=UTC)
PAPER = "17msp-status-paper"
DEPOSITARY = "depositary"
MONITOR = "monitor"
SOURCES = {
    DEPOSITARY: Source(title="Depositary", kind=SourceKind.DEPOSITARY_RECORD, grade=SourceGrade.DEPOSITARY),
    PAPER: Source(
        title="Status paper",
        kind=SourceKind.STATUS_PAPER,
        grade=SourceGrade.ORGAN,
        information_as_of=PartialDate.parse("2018-08-21"),
    ),
    MONITOR: Source(
        title="Monitor", kind=SourceKind.REPORT, grade=SourceGrade.MONITOR, issued=PartialDate.parse("2022")
    ),
}


@cache
def treaty(key: str = "apmbc") -> TreatyDefinition:
    text = (resources.files("accede.data") / "treaties" / f"{key}.toml").read_text(encoding="utf-8")
    return read_treaty(text, f"{key}.toml")


def on(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def evidence(key: str, fact, source: str = DEPOSITARY) -> Evidence:
    return Evidence(
        key=key,
        version=1,
        recorded_at=RECORDED,
        recorded_by="somebody",
        reason="",
        source=source,
        locator="",
        classification=Classification.PUBLIC,
        fact=fact,
    )


def action(
    iso3: str,
    kind: str,
    deposited: str | None = None,
    *,
    effective: str | None = None,
    decided: str | None = None,
    source: str = DEPOSITARY,
    beside: str = "",
) -> Evidence[TreatyAction]:
    fact = TreatyAction(
        treaty="apmbc",
        state=iso3,
        kind=TreatyActionKind(kind),
        deposited=on(deposited),
        effective=on(effective),
        decided=on(decided),
    )
    return evidence(f"apmbc/{iso3}/{kind}{beside}", fact, source)


def state(
    iso3: str,
    *,
    since: str | None = None,
    until: str | None = None,
    member_since: str | None = "1945",
    kind: str = "member",
) -> Evidence[State]:
    fact = State(iso3=iso3, m49="", kind=kind, since=on(since), until=on(until), un_member_since=on(member_since))
    return evidence(iso3, fact)


def meeting(key: str, kind: str, starts: str | None, ends: str | None = None) -> Evidence[Occasion]:
    fact = Occasion(treaty="apmbc", kind=OccasionKind(kind), name=key, starts=on(starts), ends=on(ends or starts))
    return evidence(key, fact)


def attended(
    iso3: str, occasion: str, claim: str = "took_part", source: str = PAPER, beside: str = ""
) -> Evidence[Attendance]:
    fact = Attendance(
        treaty="apmbc",
        state=iso3,
        occasion=occasion,
        claim=ParticipationClaim(claim),
        basis=AttendanceBasis.TABLE,
    )
    return evidence(
        f"apmbc/{iso3}/attendance/{claim if claim in ('last', 'never') else occasion}{beside}", fact, source
    )


def statement(
    iso3: str,
    said: str,
    *,
    occasion: str = "",
    text: str = "",
    summary: str = "",
    place: int = 1,
    codes=(),
    beside: str = "",
) -> Evidence[Statement]:
    fact = Statement(
        treaty="apmbc",
        state=iso3,
        occasion=occasion,
        said=PartialDate.parse(said),
        citation=said,
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION if text else TextKind.SUMMARY,
        text=text,
        summary=summary,
        place=place,
        codes=codes,
    )
    return evidence(f"apmbc/{iso3}/statement/{place}{beside}", fact, PAPER)


def practice(
    iso3: str, kind, claim: Claim, claimed: str, *, by: str = "", statement: str = "", place: int = 1
) -> Evidence[Practice]:
    fact = Practice(
        treaty="apmbc",
        state=iso3,
        kind=kind,
        claim=claim,
        status=ClaimStatus.DECLARED,
        claimant=by or iso3,
        claimed=PartialDate.parse(claimed),
        statement=statement,
    )
    return evidence(f"apmbc/{iso3}/practice/{kind}/{place}", fact, PAPER)


def roll_call(
    body: Body, session: int, voted: str, ballots: dict[str, Ballot], *, source: str = PAPER, beside: str = ""
) -> Evidence[RollCall]:
    fact = RollCall(
        treaty="apmbc",
        body=body,
        session=session,
        symbol=f"A/RES/{session}/1",
        voted=PartialDate.parse(voted),
        ballots=tuple(sorted(ballots.items())),
    )
    return evidence(f"apmbc/{body}/{session}{beside}", fact, source)


def view(as_of: str | date, sources: set[str] | None = None) -> View:
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return View(as_of=day, known_on=datetime(2026, 11, 23, tzinfo=UTC), sources=frozenset(sources) if sources else None)


def small_register(as_of: str | date, *, sources: set[str] | None = None, **kinds) -> Register:
    """A register of Armenia, Morocco, the Republic of Korea, Norway and the Holy See, unless `states` says otherwise."""
    kinds.setdefault(
        "states", [*(state(iso3) for iso3 in ("ARM", "MAR", "KOR", "NOR")), state("VAT", member_since=None)]
    )
    kinds.setdefault("actions", [action("NOR", "ratification", "1998-07-09")])
    return Register(
        treaty=treaty(),
        view=view(as_of, sources),
        sources=SOURCES,
        choices=kinds.pop("choices", {}),
        **{kind: tuple(held) for kind, held in kinds.items()},
    )
