"""Figures of the headline: States Parties, in force, outside, signatories, signatures, withdrawn, and their sum."""

from __future__ import annotations

from datetime import date

from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import Desk, Made
from checker_corpus.oracle import LAST

BEFORE_LEAVING = date(2025, 6, 1)
PARTIES = (
    "{n} States {were} party to {treaty}",
    "{treaty} {has} {n} States Parties",
    "there {were} {n} States Parties to {treaty}",
    "the number of States Parties to {treaty} {stood} at {n}",
    "the membership of {treaty} {stood} at {n} States",
    "a total of {n} States {were} parties to {treaty}",
    "{treaty} {was} binding on or accepted by {n} States Parties",
    "{n} countries {were} States Parties to {treaty}",
    "the family of States Parties to {treaty} {was} {n} strong",
    "States Parties to {treaty} {were} {n} in number",
    "in all, {n} countries {were} party to {treaty}",
    "we {were} {n} States Parties to {treaty}",
    "{treaty} {has} a membership of {n} States",
    "{treaty} {has} {n} members",
    "{treaty} {has} been accepted by {n} States Parties",
    "{n} nations {were} States Parties to {treaty}, which shows the strength of the norm",
    "the States Parties to {treaty}, {n} in number, {were} found in every region",
    "we {were} proud to have {n} States Parties to {treaty}",
    "the total number of States Parties to {treaty} {was} {n}",
    "{treaty} {stood} at {n} States Parties",
    "there {were} {n} countries that {were} party to {treaty}",
    "{treaty} {has} {n} parties",
    "the {n} States Parties to {treaty} {had} much to be proud of",
    "our community of {n} States Parties to {treaty} {was} strong",
)
JOINED = (
    "{n} States {had} joined {treaty}",
    "{n} countries {had} ratified or acceded to {treaty}",
    "{treaty} {has} been ratified or acceded to by {n} States",
    "{n} governments {had} deposited instruments of ratification or accession",
    "altogether {n} States {had} expressed their consent to be bound by {treaty}",
    "{n} of the world's States {had} become party to {treaty}",
    "the depositary {has} received the instruments of {n} States",
    "{treaty} {has} been joined by {n} States",
    "{n} nations {had} formally accepted {treaty}",
    "{n} States {had} consented to be bound by {treaty}",
    "{n} States {had} adhered to {treaty}",
    "the number of ratifications of and accessions to {treaty} {stood} at {n}",
    "{n} of the world's countries {had} banned the weapon by joining {treaty}",
    "{n} governments {had} joined {treaty}",
    "{n} UN Member States and others {had} ratified or acceded to {treaty}",
    "{treaty} {has} the formal acceptance of {n} States",
)
IN_FORCE = (
    "{treaty} {was} in force for {n} States",
    "{treaty} {was} in force for {n} of its States Parties",
    "{n} States {were} bound by {treaty}",
    "{treaty} {has} entered into force for {n} States",
    "for {n} States {treaty} {was} in force",
)
OUTSIDE = (
    "{n} States {remained} outside {treaty}",
    "{n} States {were} not party to {treaty}",
    "{n} countries {had} not joined {treaty}",
    "{n} States {had} yet to join {treaty}",
    "there {were} {n} States not party to {treaty}",
    "the number of States not party to {treaty} {was} {n}",
    "{n} States {had} neither ratified nor acceded to {treaty}",
    "only {n} States {had} still to join {treaty}",
    "{n} governments {remained} outside the framework of {treaty}",
    "{n} countries {had} not become party to {treaty}",
    "the States that {had} not joined {treaty} {were} {n} in number",
    "a group of {n} States {remained} outside {treaty}",
    "{n} States {were} still not bound by {treaty} as States Parties",
    "{n} hold-outs {had} not joined {treaty}",
    "{treaty} {has} yet to be joined by {n} States",
    "accession or ratification by {n} States {was} still awaited",
    "just {n} countries {had} failed to join {treaty}",
    "{n} non-States Parties {remained}",
    "{n} States not party {remained} to be won over to {treaty}",
    "{n} of the world's States {were} not party to {treaty}",
)
NOT_JOINED_SIGNATORIES = (
    "{n} signatories {had} yet to ratify {treaty}",
    "{n} States {had} signed but not ratified {treaty}",
    "{n} of the signatories of {treaty} {had} not ratified it",
    "there {were} {n} signatories to {treaty} that {had} still to ratify",
    "ratification by {n} signatories of {treaty} {was} still pending",
    "{n} States that signed {treaty} {had} not ratified it",
)
ONE_SIGNATORY = (
    "one State {has} signed but not ratified {treaty}",
    "only one signatory {has} yet to ratify {treaty}",
    "just one State that signed {treaty} {has} not ratified it",
    "a single signatory of {treaty} {has} still to ratify",
)
SIGNATURES = (
    "{n} States {had} signed {treaty}",
    "{treaty} {has} been signed by {n} States",
    "{treaty} {has} attracted {n} signatures",
    "{n} countries {had} put their signature to {treaty}",
    "{n} governments {had} signed {treaty}",
    "the number of signatures of {treaty} {stood} at {n}",
    "{treaty} {has} {n} signatories in all, those that ratified included",
)
LEFT = (
    "{n} States {had} withdrawn from {treaty}",
    "{n} countries {had} left {treaty}",
    "the withdrawal of {n} States from {treaty} {has} taken effect",
    "{n} former States Parties {had} withdrawn from {treaty}",
    "{n} States {were} no longer party to {treaty} after withdrawing",
)
NONE_LEFT = (
    "no State {has} withdrawn from {treaty}",
    "not a single State Party {has} left {treaty}",
    "no State Party {has} ever withdrawn from {treaty}",
    "none of the States Parties {has} withdrawn from {treaty}",
)
SUMS = (
    "of the {all} States that may join, {a} {had} joined {treaty} and {b} {had} not",
    "{a} States {were} party to {treaty} and {b} {were} not, {all} in all",
    "of {all} States, {a} {were} States Parties to {treaty} and {b} {remained} outside",
    "{a} of the world's {all} States {had} joined {treaty}, {b} {remained} outside",
    "with {a} States Parties and {b} States not party, {treaty} {was} open to {all} States in all",
    "out of {all} States, {a} {were} party to {treaty}, which left {b} outside",
    "the world's {all} States {were} divided into {a} that {had} joined {treaty} and {b} that {had} not",
)


def _figure(desk: Desk, right: int, ways: frozenset[int], is_true: bool) -> int | None:
    """The right figure, or one that slips: near it, of another time, or with digits turned round."""
    if is_true:
        return right
    turned = int(str(right)[0] + str(right)[:0:-1]) if right > 99 else right + 10
    slips = [right + step for step in (-12, -7, -5, -4, -3, -2, 2, 3, 4, 5, 8, 10)] + [turned]
    slips = [each for each in slips if each > 1 and not any(abs(each - way) < 1 for way in ways)]
    return desk.pick(slips) if slips else None


def _verdict(is_true: bool) -> Verdict:
    return Verdict.AGREES if is_true else Verdict.CONTRADICTS


def parties(desk: Desk, is_true: bool) -> Made | None:
    """States Parties."""

    def slots(day: date) -> dict[str, str] | None:
        found = desk.facts.counts(day)
        figure = _figure(desk, found.joined, desk.facts.ways(day).parties, is_true)
        return {"n": desk.n(figure)} if figure else None

    return desk.counted(PARTIES, slots, verdict=_verdict(is_true))


def joined(desk: Desk, is_true: bool) -> Made | None:
    """Those that have joined, by deposit."""

    def slots(day: date) -> dict[str, str] | None:
        figure = _figure(desk, desk.facts.counts(day).joined, desk.facts.ways(day).parties, is_true)
        return {"n": desk.n(figure)} if figure else None

    return desk.counted(JOINED, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


def in_force(desk: Desk, is_true: bool) -> Made | None:
    """Those for which it is in force."""

    def slots(day: date) -> dict[str, str] | None:
        figure = _figure(desk, desk.facts.counts(day).in_force, desk.facts.ways(day).parties, is_true)
        return {"n": desk.n(figure)} if figure else None

    return desk.counted(IN_FORCE, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


def outside(desk: Desk, is_true: bool) -> Made | None:
    """Those that have not."""

    def slots(day: date) -> dict[str, str] | None:
        figure = _figure(desk, desk.facts.counts(day).outside, desk.facts.ways(day).outside, is_true)
        return {"n": desk.n(figure)} if figure else None

    return desk.counted(OUTSIDE, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


def signatories(desk: Desk, is_true: bool) -> Made | None:
    """Signatories that have still to ratify."""
    templates = NOT_JOINED_SIGNATORIES

    def slots(day: date) -> dict[str, str] | None:
        right = desk.facts.counts(day).signatory
        if right < 2 and is_true:
            return None
        figure = _figure(desk, right, desk.facts.ways(day).signed, is_true)
        return {"n": desk.n(figure)} if figure else None

    if desk.chance(0.25):
        return _one_signatory(desk, is_true)
    return desk.counted(templates, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


def _one_signatory(desk: Desk, is_true: bool) -> Made | None:
    def slots(day: date) -> dict[str, str] | None:
        is_one = desk.facts.counts(day).signatory == 1
        return {"is": "is"} if is_one == is_true and (is_one or 1 not in desk.facts.ways(day).signed) else None

    templates = ONE_SIGNATORY if is_true else ONE_SIGNATORY[1:]  # without "only", one may be one of several
    return desk.counted(templates, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


def signatures(desk: Desk, is_true: bool) -> Made | None:
    """All that signed."""

    def slots(day: date) -> dict[str, str] | None:
        figure = _figure(desk, desk.facts.counts(day).signed, desk.facts.ways(day).signed, is_true)
        return {"n": desk.n(figure)} if figure else None

    return desk.counted(SIGNATURES, slots, verdict=_verdict(is_true), first=date(1998, 1, 10))


def withdrawn(desk: Desk, is_true: bool) -> Made | None:
    """Those that left; none until the end of 2025."""
    if desk.chance(0.6):

        def slots(day: date) -> dict[str, str] | None:
            found = desk.facts.counts(day).withdrawn
            figure = (
                found
                if is_true
                else desk.pick([each for each in (2, 6, 7, 8) if each not in desk.facts.ways(day).withdrawn])
            )
            return {"n": desk.n(figure)} if found > 1 else None

        return desk.counted(LEFT, slots, verdict=_verdict(is_true), first=date(2026, 1, 1))

    def no_slots(day: date) -> dict[str, str] | None:
        return {"is": "is"} if (desk.facts.counts(day).withdrawn == 0) == is_true else None

    first, last = (date(2000, 1, 1), date(2025, 3, 1)) if is_true else (date(2026, 1, 2), LAST)
    return desk.counted(NONE_LEFT, no_slots, verdict=_verdict(is_true), first=first, last=last)


def sums(desk: Desk, is_true: bool) -> Made | None:
    """Figures that have to make up the whole."""

    def slots(day: date) -> dict[str, str] | None:
        found = desk.facts.counts(day)
        a, b = found.joined, found.outside
        if not is_true:
            ways = desk.facts.ways(day)
            slipped = _figure(desk, a, ways.parties, False) if desk.chance(0.5) else None
            a, b = (slipped, b) if slipped else (a, _figure(desk, b, ways.outside, False) or b + 11)
        return {"a": str(a), "b": str(b), "all": str(found.universe)}

    return desk.counted(SUMS, slots, verdict=_verdict(is_true), last=BEFORE_LEAVING)


KINDS = {
    "States Parties": (parties, 8),
    "joined": (joined, 6),
    "in force": (in_force, 4),
    "States outside": (outside, 7),
    "signatories": (signatories, 4),
    "signatures": (signatures, 4),
    "withdrawn": (withdrawn, 3),
    "sums": (sums, 4),
}
