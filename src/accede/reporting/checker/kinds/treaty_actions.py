"""When, and by what kind of action, a State signed, joined, was bound, notified its withdrawal or left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accede.register.rules import Bounds
from accede.register.standing import Effect
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Listed, Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.scope import When, told
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.label import Labelled
from accede.vocabulary.sources import SourceGrade
from accede.vocabulary.treaty_actions import TreatyActionKind

NEEDS = ("actions", "occasions")


class Act(Labelled):
    """What the words say that a State did."""

    SIGN = "sign", "signed"
    CONSENT = "consent", "joined"
    FORCE = "force", "in force for it"
    NOTIFY = "notify", "notified its withdrawal"
    WITHDRAW = "withdraw", "withdrew"
    LEAVE = "leave", "withdrawal took effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionClaim(Claim):
    """One State, one act, perhaps its kind and its day. `kinds_of_group` are the kinds of all States it is said of together."""

    iso3: str
    act: Act
    action: TreatyActionKind | None
    when: When | None
    is_ours: bool | None
    group: tuple[str, ...] = ()
    by: date | None = None
    """The day of the paper, by which what is told without a day has happened."""
    is_deposit: bool = False


KINDS = {
    "ratif": TreatyActionKind.RATIFICATION,
    "acce": TreatyActionKind.ACCESSION,
    "accept": TreatyActionKind.ACCEPTANCE,
    "approv": TreatyActionKind.APPROVAL,
    "succe": TreatyActionKind.SUCCESSION,
}
_KIND = r"ratification|accession|acceptance|approval|succession"
T = r"(?:⟦T\d+⟧|\bit\b)"
ADVERBS = (
    r"(?:(?:,|has|have|had|having|then|also|later|subsequently|formally|officially|recently|just|both|all|"
    r"each|only|first|finally|already|eventually|"
    r"now|today|thereby|who|which|that|and|itself|themselves|too|did so when it|thus|therefore|in turn|"
    r"originally|initially|became the first and|long|been|"
    r"earlier|⟦D\d+⟧|⟦O\d+⟧ to|in the same year|the same year|the same day|in that year|too) ?)*"
)
VERBS: dict[str, str] = {
    "deposit": (
        rf"deposit(?:ed|s|ing) (?:(?:its|their|an?|the|his|"
        rf"her) )?(?:respective )?instruments? of (?P<deposit_kind>{_KIND})(?: (?:to|of|for) {T})?"
    ),
    "deposit_any": (
        rf"deposit(?:ed|s|ing) (?:(?:its|their|an?|the) )?(?:respective )?instruments?(?! of)(?: (?:with|to|"
        rf"for) {T})?"
    ),
    "notify": (
        rf"(?:notif(?:ied|ies|ying)|inform(?:ed|s|ing)|gave notice|gives notice|given notice|giving notice|"
        rf"submit(?:ted|s|ting)|deposit(?:ed|s|ing)|communicat(?:ed|es|ing)|lodged|"
        rf"transmitted|handed (?:in|over)|sent|delivered|served)"
        rf"(?:(?! (?:instruments? of (?:{_KIND})))[^.;⟦]|⟦T\d+⟧){{0,110}}?\bwithdraw(?:al|als|ing)?\b(?: from {T})?"
    ),
    "leave": (
        rf"(?:withdrawals?|exit|departure)(?: from {T})?(?: of ⟦L\d+⟧)?(?: from {T})? (?:\w+ )?(?:took|takes|"
        rf"take|taking|will take|has taken|had taken|came into|comes into|enters into|entered into|became|"
        rf"becomes|will become|to take) (?:effect|force|effective)"
    ),
    "sign": rf"(?:sign(?:ed|s|ing))(?! (?:off|on|up|an?\b|into))(?: {T})?",
    "ratify": rf"ratif(?:ied|ies|ying)(?: {T})?",
    "accede": rf"acced(?:ed|es|ing)(?: to {T})?",
    "accept": rf"(?:accept(?:ed|s|ing)|approv(?:ed|es|ing)) {T}",
    "succeed": rf"succeed(?:ed|s|ing) to {T}",
    "join": (
        rf"(?:join(?:ed|s|ing)(?: {T})?|(?:became|becomes|become|becoming|is|was|has been|have been|are|"
        rf"were) (?:an? |the )?(?:[Ff]ull )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?)(?: (?:to|"
        rf"of) {T})?|adher(?:ed|es|ing) to {T}"
        rf"|expressed (?:its|their) consent to be bound(?: by {T})?)"
    ),
    "withdraw": (
        rf"(?:withdr(?:ew|aws|awn|awing) from {T}|(?:left|leaves|leaving|quit|quits|exited|denounced|abandoned|"
        rf"pulled out of|departed from) {T}|withdrew\b|(?:ceased|ceases|"
        rf"ceasing) to be (?:a )?(?:[Ss]tate )?[Pp]arty(?: to {T})?)"
    ),
    "force": (
        r"(?:enter(?:ed|s|ing)?|c(?:a|o)m(?:e|es|ing)) (?:in|into) force(?: (?:for|in respect of|"
        r"with respect to|with regard to) (?:it\b|that (?:State|country)\b|them\b|the (?:country|State|two|"
        r"three|latter)\b|⟦L\d+⟧))?|(?:took|takes|will take|taking) effect for ⟦L\d+⟧"
    ),
}
VERB = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern}))" for name, pattern in VERBS.items()), re.IGNORECASE)
SUBJECT = re.compile(
    rf"⟦L(?P<l>\d+)⟧(?:['’]s? (?:Government|government))?(?: ?\((?:[^()])*\))?"
    rf"(?:, (?:(?:[^⟦.;:,]|⟦[DMNOTUP]\d+⟧|,(?! (?:and |but )?⟦L)){{0,120}}?),)? ?{ADVERBS}$"
)
RELATIVE = re.compile(rf"⟦L(?P<l>\d+)⟧,? (?:which|who|that) {ADVERBS}$")
BY_PASSIVE = re.compile(
    r"⟦T(?P<t>\d+)⟧ (?:was|were|is|has been|had been) (?:also |formally |subsequently )?(?P<verb>signed|"
    r"ratified|accepted|approved|acceded to|joined|denounced) by ⟦L(?P<l>\d+)⟧"
)
NOMINAL = re.compile(
    rf"(?:⟦L(?P<l>\d+)⟧['’]s? (?:own |formal |recent )?(?:instrument of |notification of |notice of |"
    rf"deposit of its instrument of )?(?P<noun>{_KIND}|signature|signing|joining|withdrawal)"
    rf"|\b(?:the |upon |with the |after the |following the )?(?:instruments? of |notification of |notice of |"
    rf"deposit of (?:the|an|its) instrument of )?(?P<noun_b>{_KIND}|signature|signing|joining|"
    rf"withdrawal)s? (?:of|by) (?:the )?⟦L(?P<l_b>\d+)⟧)"
    rf"(?: (?:of|to|from|by) {T})?(?: of {T})?"
    rf"(?:,? (?:which |that )?(?:was|were|is|came|took place|has been|had been|occurred|"
    rf"dates?(?: back)?(?: from| to)?|deposited|received|made|done|registered|followed|notified|happened|"
    rf"effected|submitted|lodged|took effect|takes effect|will take effect|enter(?:ed|s) into force|"
    rf"became effective|becomes effective|effective|at the United Nations(?: in ⟦?\w+⟧?)?|in New York|and|"
    rf",) ?)*"
    rf" ?(?:\(? ?)⟦D(?P<d>\d+)⟧"
)
FOR_STATE = re.compile(
    rf"\bfor ⟦L(?P<l>\d+)⟧,? (?:it|{T}|the withdrawal) (?:\w+ )?(?P<verb>enter(?:ed|s)? into force|"
    rf"came into force|took effect)\b"
)
DOMESTIC = re.compile(
    r"\b(?:[Pp]arliament|[Ss]enate|[Cc]ongress|[Pp]resident|[Mm]inister|[Aa]ssembly|[Ss]ejm|[Ss]eimas|"
    r"[Rr]iigikogu|[Ss]aeima|[Cc]abinet|[Kk]ing|[Qq]ueen|[Cc]ouncil|[Cc]ourt|[Ee]duskunta|[Ll]egislature|"
    r"[Rr]epresentatives?|[Dd]elegation|[Ff]orces|[Aa]rmy|[Mm]ilitary|[Cc]itizens|[Pp]eople|[Cc]ampaign|"
    r"[Mm]inistry|activists?|NGOs?|region|capital|[Cc]ity|border|conflict|talks|between|behalf) (?:of |"
    r"with |in )?(?:the )?$"
)
OBJECT_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:)\]”\"—–-]|⟦[DOT]|\b(?:and|in full|in (?:New York|Ottawa|Geneva)|without|but|before|"
    r"after|or|at|last|this|when|while|during|upon|since|until|only|also|too|"
    r"again|soon|shortly|just|earlier|later|today|yesterday|here|there|following|thereby|making|becoming|"
    r"bringing|as (?:the|a|an) (?:⟦O\d+⟧|[Ss]tate|new)|"
    r"⟦N\d+⟧ (?:years?|months?|days?|weeks?))\b)"
)
NOT_THE_TREATY = re.compile(r" (?:to|of|in|with|from) (?!⟦[TDO])(?!(?:full|New York|Ottawa|Geneva)\b)")
SIGNED_ONLY = re.compile(r"(?: ⟦T\d+⟧)? but (?:has |have |had )?(?:still |yet )?(?:not|never|yet to)")
HAD = re.compile(r"\b(?:had|has|have) (?:\w+ ){0,2}$")
SOON = 200
"""Days: what a paper tells as done may have been notified or be in effect a little later."""
PRESENT = re.compile(
    r"^(?:accedes|joins|ratifies|signs|becomes|deposits|withdraws|leaves|quits|notifies|submits|succeeds|adheres)",
    re.IGNORECASE,
)
GERUND = re.compile(
    r"^(?:sign|ratify|acced|join|deposit|becom|leav|withdraw|notify|submitt|adher|succeed|accept|approv|"
    r"inform|communicat|enter|com|mak)ing",
    re.IGNORECASE,
)
STANDING_VERB = re.compile(r"^(?:is|was|has been|have been|are|were) ", re.IGNORECASE)
CONTINUES = re.compile(
    rf"^(?:[^⟦.;:]|⟦[DMNOTUPB]\d+⟧){{0,140}}?(?:\b(?:and|then|but|before|after|while|having|yet|or|prior to|"
    rf"until)\b|,) ?{ADVERBS}$"
)
GAPPED = re.compile(
    r"[;,] (?:and |then |followed by )?(?:the )?⟦L(?P<l>\d+)⟧(?: followed)? ⟦D(?P<d>\d+)⟧(?=[;,.]|$| and\b)|"
    r"\band (?:the )?⟦L(?P<l_b>\d+)⟧ ⟦D(?P<d_b>\d+)⟧(?=[;,.]|$)"
)
EFFECTIVE = re.compile(
    r"\b(?:effective(?: (?:from|as of|on))?|with effect(?: from| as of| on)?|to take effect|taking effect|"
    r"takes? effect|took effect|entry into force|enter(?:s|ed|ing)? (?:in|into) force|in force|valid|"
    r"due)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Event:
    """A verb found with its subject: an index into the sentence's lists."""

    start: int
    end: int
    act: Act
    action: TreatyActionKind | None
    listed: int
    day: int | None
    is_deposit: bool = False


def find(sentence: Sentence, context: Context) -> Iterator[ActionClaim]:
    """What each State of a sentence is said to have done, when."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence) or is_conditional(sentence):
        return
    seen: set[tuple[str, Act, int | None]] = set()
    for event in sorted((*_events(sentence), *_passives(sentence), *_nominals(sentence)), key=lambda one: one.start):
        is_ahead = event.act in (Act.FORCE, Act.LEAVE)
        if is_hedged(sentence, event.start, event.end, future=not is_ahead):
            continue
        for claim in _claims(sentence, context, event):
            key = (claim.iso3, claim.act, event.day)
            if key not in seen:
                seen.add(key)
                yield claim


def judge(claim: ActionClaim, answers: Answers) -> Judgement:
    """Whether the State did it, so and then."""
    if claim.is_ours is None:
        return cannot_tell("It is not clear of which treaty this is said. Name the treaty in the sentence.")
    if not claim.is_ours:
        return cannot_tell("This is said of another treaty; the register holds only lists of it for some States.")
    if claim.iso3 not in answers.timeline.states:
        return cannot_tell("The register does not hold this State.")
    match claim.act:
        case Act.SIGN:
            return _signed(claim, answers)
        case Act.CONSENT:
            return _consented(claim, answers)
        case Act.FORCE:
            return _in_force(claim, answers)
        case _:
            return _withdrew(claim, answers)


# What the sentence says


def _events(sentence: Sentence) -> Iterator[_Event]:
    outline = sentence.outline
    verbs = list(VERB.finditer(outline))
    last_subject: int | None = None
    last_act: Act | None = None
    last_end = 0
    for number, match in enumerate(verbs):
        name = match.lastgroup if match.lastgroup in VERBS else next(key for key in VERBS if match[key])
        verb = match[name]
        following = verbs[number + 1].start() if number + 1 < len(verbs) else len(outline)
        subject = _subject(sentence, match, name, last_subject, last_end)
        if name == "force":
            subject = _bound(sentence, match, last_subject)
        if subject is not None and _has_object(sentence, match, name) and not _is_open(sentence, match, name):
            act, action = _act(name, match)
            if name == "sign" and SIGNED_ONLY.match(outline, match.end()):
                last_subject, last_end = subject, match.end()
                continue
            day = _day(sentence, match.start(), match.end(), following, is_standing=bool(STANDING_VERB.match(verb)))
            if name == "force" and day is None:
                continue
            if not (STANDING_VERB.match(verb) and (day is None or sentence.days[day].lead is not Lead.SINCE)):
                yield _Event(match.start(), match.end(), act, action, subject, day, name.startswith("deposit"))
                last_act = act
            yield from _effects(sentence, match.end(), following, subject, last_act, day)
            yield from _following(sentence, match.end(), following, act, action)
        if subject is not None:
            last_subject, last_end = subject, match.end()


def _subject(sentence: Sentence, match: re.Match[str], name: str, last: int | None, last_end: int) -> int | None:
    """The list of States that a verb is said of; None where no State stands before it as its subject."""
    before = sentence.outline[: match.start()]
    found = SUBJECT.search(before) or RELATIVE.search(before)
    if name == "leave":
        found = re.search(r"⟦L(?P<l>\d+)⟧['’]s? (?:\w+ )?$", before) or re.search(r"⟦L(?P<l>\d+)⟧", match[0])
    if found and re.search(
        r"\b(?:neither|nor|none of|not one of|no)\s+(?:the )?$", before[: found.start()], re.IGNORECASE
    ):
        return None
    if found:
        if name != "leave" and DOMESTIC.search(before[: found.start()]) and not name.startswith(("deposit", "notify")):
            return None
        return int(found["l"])
    if last is not None and CONTINUES.match(sentence.outline[last_end : match.start()]):
        return last
    if name == "leave" and last is not None:
        return last
    if GERUND.match(match[0]):
        after = re.search(r"⟦L(\d+)⟧", sentence.outline[match.end() :])
        leads = re.search(r"(?:^|\b)(?:after|before|by|upon|in|having|prior to)\s*$", before, re.IGNORECASE)
        if after and leads and len(sentence.lists) == 1:
            return int(after[1])
    return None


def _bound(sentence: Sentence, match: re.Match[str], last: int | None) -> int | None:
    """For which State something enters into force: the one named, the one spoken of; None for the treaty as a whole."""
    if named := re.search(r"⟦L(\d+)⟧", match[0]):
        return int(named[1])
    if before := re.search(
        r"\b(?:for|in respect of) ⟦L(\d+)⟧,? (?:⟦T\d+⟧|it|the withdrawal) (?:\w+ )?$",
        sentence.outline[: match.start()],
        re.IGNORECASE,
    ):
        return int(before[1])
    if after := re.match(r"(?: ⟦D\d+⟧)?,? (?:for|in respect of) ⟦L(\d+)⟧", sentence.outline[match.end() :]):
        return int(after[1])
    is_for_it = re.search(r"\b(?:it|that (?:State|country)|them|the (?:country|State|two|three|latter))$", match[0])
    if (is_for_it or last is not None) and len(sentence.lists) == 1:
        return last if last is not None else 0
    return None


def _has_object(sentence: Sentence, match: re.Match[str], name: str) -> bool:
    """Whether a verb has the treaty as its object, or none."""
    if name in ("deposit", "deposit_any", "notify", "leave", "accept", "succeed", "force"):
        return True
    if re.search(r"⟦T\d+⟧$|\bit$", match[0]):
        return True
    if NOT_THE_TREATY.match(sentence.outline, match.end()):
        return False
    is_party = re.search(r"\b(?:party|parties)$", match[0], re.IGNORECASE)
    return bool(is_party) or bool(OBJECT_FOLLOWS.match(sentence.outline, match.end()))


def _is_open(sentence: Sentence, match: re.Match[str], name: str) -> bool:
    """Whether words in the present speak of what has not happened ("when it accedes", "before it joins")."""
    if not PRESENT.match(match[0]):
        return False
    first, _ = sentence.clause(match.start())
    return bool(
        re.search(
            r"\b(?:when|once|until|before|after|unless|if|as soon as|every|each time)\b",
            sentence.outline[first : match.start()],
            re.IGNORECASE,
        )
    )


def _act(name: str, match: re.Match[str]) -> tuple[Act, TreatyActionKind | None]:
    match name:
        case "sign":
            return Act.SIGN, None
        case "ratify":
            return Act.CONSENT, TreatyActionKind.RATIFICATION
        case "accede":
            return Act.CONSENT, TreatyActionKind.ACCESSION
        case "accept":
            is_acceptance = match[0].lower().startswith("accept")
            return Act.CONSENT, TreatyActionKind.ACCEPTANCE if is_acceptance else TreatyActionKind.APPROVAL
        case "succeed":
            return Act.CONSENT, TreatyActionKind.SUCCESSION
        case "deposit":
            return Act.CONSENT, TreatyActionKind(match["deposit_kind"].lower())
        case "deposit_any" | "join":
            return Act.CONSENT, None
        case "notify":
            return Act.NOTIFY, None
        case "withdraw":
            return Act.WITHDRAW, None
        case "leave":
            return Act.LEAVE, None
    return Act.FORCE, None


def _day(sentence: Sentence, start: int, end: int, following: int, *, is_standing: bool = False) -> int | None:
    """The day of a verb: one that follows it before the next verb, else one that stands at the head of the clause."""
    outline = sentence.outline
    for first, _, index in sentence.signs("D", end, following):
        between = outline[end:first]
        if (
            re.search(r"[;]|\bwhich\b|\bwhose\b|\bwhen\b|\bwhile\b|⟦L\d+⟧.*\b(?:had|has|was|were|is|did)\b", between)
            or len(between) > 160
        ):
            break
        if EFFECTIVE.search(between) or re.search(
            r"\b(?:adopted|concluded|opened|agreed|negotiated|made|held|of)\s*$", between
        ):
            continue
        if sentence.days[index].lead is Lead.SINCE and not is_standing and sentence.days[index].is_one_day is False:
            continue
        return index
    first, _ = sentence.clause(start)
    before = [index for _, stop, index in sentence.signs("D", first, start) if _is_fronted(outline, first, stop, start)]
    return before[-1] if before else None


def _is_fronted(outline: str, first: int, stop: int, start: int) -> bool:
    """Whether a day that stands before a verb belongs to it: at the head of the clause, or between subject and verb."""
    head = outline[first : outline.find("⟦D", first)]
    between = outline[stop:start]
    is_first = len(head.split()) <= 4 and not re.search(r"⟦[LM]\d+⟧", head)
    return (is_first and not VERB.search(between)) or bool(
        re.fullmatch(r",? ?(?:then |formally |also |it |and )*", between)
    )


def _effects(
    sentence: Sentence, end: int, following: int, subject: int, act: Act | None, day: int | None
) -> Iterator[_Event]:
    """A second day after the verb that says when the act takes effect."""
    outline = sentence.outline
    for first, stop, index in sentence.signs("D", end, following):
        if index != day and EFFECTIVE.search(outline[end:first]):
            means = Act.LEAVE if act in (Act.NOTIFY, Act.WITHDRAW) else Act.FORCE
            yield _Event(first, stop, means, None, subject, index)
            return


def _following(
    sentence: Sentence, end: int, following: int, act: Act, action: TreatyActionKind | None
) -> Iterator[_Event]:
    """Further States with days of their own and the same verb ("Kuwait acceded in July 2007, Palau in November 2007")."""
    if act not in (Act.SIGN, Act.CONSENT, Act.NOTIFY, Act.WITHDRAW):
        return
    for match in GAPPED.finditer(sentence.outline, end, following):
        yield _Event(
            match.start(), match.end(), act, action, int(match["l"] or match["l_b"]), int(match["d"] or match["d_b"])
        )


def _passives(sentence: Sentence) -> Iterator[_Event]:
    for match in BY_PASSIVE.finditer(sentence.outline):
        verb = match["verb"]
        if verb == "signed":
            act, action = Act.SIGN, None
        elif verb == "denounced":
            act, action = Act.WITHDRAW, None
        else:
            act = Act.CONSENT
            action = next(
                (kind for start, kind in KINDS.items() if verb.startswith(start) and kind.value.startswith(verb[:5])),
                None,
            )
        yield _Event(
            match.start(),
            match.end(),
            act,
            action,
            int(match["l"]),
            _day(sentence, match.start(), match.end(), len(sentence.outline)),
        )


def _nominals(sentence: Sentence) -> Iterator[_Event]:
    for match in NOMINAL.finditer(sentence.outline):
        noun = (match["noun"] or match["noun_b"]).lower()
        listed = int(match["l"] or match["l_b"])
        is_effect = bool(re.search(r"effect|into force", match[0]))
        if noun == "withdrawal":
            act = (
                Act.LEAVE
                if is_effect
                else Act.NOTIFY
                if re.search(r"notif|notice|received|submitted|lodged", match[0])
                else Act.WITHDRAW
            )
            yield _Event(match.start(), match.end(), act, None, listed, int(match["d"]))
        elif is_effect:
            yield _Event(match.start(), match.end(), Act.FORCE, None, listed, int(match["d"]))
        elif noun in ("signature", "signing"):
            yield _Event(match.start(), match.end(), Act.SIGN, None, listed, int(match["d"]))
        else:
            action = None if noun == "joining" else TreatyActionKind(noun)
            yield _Event(match.start(), match.end(), Act.CONSENT, action, listed, int(match["d"]))


def _claims(sentence: Sentence, context: Context, event: _Event) -> Iterator[ActionClaim]:
    states = sentence.lists[event.listed]
    day = sentence.days[event.day] if event.day is not None else None
    if day is not None and (day.wrong or (not day.year_is_told and not context.paper.is_given)):
        return
    common = When(day.first, day.last, day.lead) if day else None
    if (
        day is not None
        and common is not None
        and day.start < sentence.span(event.start, event.end)[0]
        and HAD.search(sentence.outline[: event.start])
    ):
        common = replace(common, lead=Lead.BY)  # "In 2013 Poland had signed": by then, not in that year
    group = tuple(one.iso3 for one in states)
    sign = sentence.signs("T", event.start, event.end)
    ours = context.is_ours(sentence, event.start, event.end, sign=sign[0][2] if sign else None)
    own = [_own_day(one, sentence) for one in states]
    if common is None and any(own):
        days: list[When | None] = own
    else:
        days = [common] * len(states)
    for state, when in zip(states, days, strict=True):
        action = event.action.label if event.action else event.act.label
        stated = f"{state.iso3}: {action}" + (f", {_said(when)}" if when else "")
        spot = context.spot(sentence, event.start, event.end)
        named = replace(spot, start=sentence.at + state.start, end=sentence.at + state.end)
        yield ActionClaim(
            kind=ClaimKind.ENTRY_INTO_FORCE if event.act is Act.FORCE else ClaimKind.TREATY_ACTION,
            where=context.passage.where,
            text=_text(sentence, event, state, is_alone=len(states) == 1),
            stated=stated,
            spots=(spot,) if len(states) == 1 else (named, spot),
            is_by_others=is_by_others(sentence, event.start, event.end),
            iso3=state.iso3,
            act=event.act,
            action=event.action,
            when=when,
            is_ours=ours,
            group=group,
            by=context.lead_day.last if context.lead_day and not context.lead_day.wrong else context.paper.day,
            is_deposit=event.is_deposit,
        )


def _text(sentence: Sentence, event: _Event, state: Listed, *, is_alone: bool) -> str:
    first, last = sentence.span(event.start, event.end)
    if event.day is not None:
        last = max(last, sentence.days[event.day].end)
    if is_alone and state.start < first:
        return sentence.text[state.start : last]
    return f"{sentence.text[state.start : state.end]} … {sentence.text[first:last]}"


def _own_day(state: Listed, sentence: Sentence) -> When | None:
    """The day in brackets after a State ("Oman (2014)")."""
    told_in = [sentence.days[int(match[1])] for match in re.finditer(r"⟦D(\d+)⟧", state.remark)]
    return When(told_in[0].first, told_in[0].last) if len(told_in) == 1 and not told_in[0].wrong else None


def _said(when: When) -> str:
    words = {Lead.BY: "by ", Lead.BEFORE: "before ", Lead.AFTER: "after ", Lead.SINCE: "since "}
    return words.get(when.lead, "") + when.wording()


# What the register says


def _signed(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind is TreatyActionKind.SIGNATURE]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"No signature of {name} is recorded")
    return _compared(claim, answers, held[0], held[0].done, "signed")


def _consented(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind.expresses_consent]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"{_capital(name)} has not joined")
    effect = held[0]
    wrong_kind = _kind_differs(claim, answers, effect)
    found = _compared(claim, answers, effect, effect.done, f"{effect.kind.label} deposited")
    if wrong_kind is not None and found.verdict != "contradicts":
        return replace(wrong_kind, register=found.register, evidence=found.evidence)
    if found.verdict == "contradicts" and claim.action is None and not claim.is_deposit and effect.effective:
        in_force = _compared(claim, answers, effect, effect.effective, "in force for it")
        if in_force.verdict != "contradicts":
            return replace(
                in_force,
                why=f"Right of the entry into force; the {effect.kind.label} was deposited on {_day_of(effect.done)}.",
                register=found.register,
            )
    return found


def _kind_differs(claim: ActionClaim, answers: Answers, effect: Effect) -> Judgement | None:
    """Whether the kind of action is another than the one recorded. Of a group, said of all together, any kind will do."""
    if claim.action is None or claim.action is effect.kind:
        return None
    kinds = [
        one.kind for iso3 in claim.group for one in answers.timeline.effects_of(iso3) if one.kind.expresses_consent
    ]
    if claim.action in kinds:
        return None
    like_ratification = {TreatyActionKind.RATIFICATION, TreatyActionKind.ACCEPTANCE, TreatyActionKind.APPROVAL}
    name = _capital(answers.name(claim.iso3))
    if {claim.action, effect.kind} <= like_ratification and TreatyActionKind.RATIFICATION in (
        claim.action,
        effect.kind,
    ):
        return cannot_tell(
            f"{name} joined by {effect.kind.label}, which has the effect of ratification. Say which is meant."
        )
    if effect.kind is TreatyActionKind.SUCCESSION and not claim.is_deposit and claim.when is None:
        return cannot_tell(f"{name} joined by succession.")
    disputed = answers.timeline.topics[effect.key].contradict
    if disputed and any(other.fact.kind is claim.action for other in disputed) and not _is_decided(answers, effect):
        return cannot_tell(f"Sources differ on the kind: {effect.kind.label}, or {claim.action.label}.")
    signed = (
        "had signed before"
        if any(one.kind is TreatyActionKind.SIGNATURE for one in answers.timeline.effects_of(claim.iso3))
        else "had not signed"
    )
    return contradicts("", f"{name} joined by {effect.kind.label}, not by {claim.action.label}; it {signed}.")


def _in_force(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind.expresses_consent]
    if not held:
        return _none(claim, answers, f"{_capital(answers.name(claim.iso3))} has not joined")
    if held[0].effective is None:
        return cannot_tell("The register holds no rule by which this day follows.")
    found = _compared(claim, answers, held[0], held[0].effective, "in force for it")
    if found.verdict == "contradicts" and not held[0].is_stated:
        return replace(
            found, why=found.why + f" It follows from the deposit on {_day_of(held[0].done)} by the treaty's rule."
        )
    return found


def _withdrew(claim: ActionClaim, answers: Answers) -> Judgement:
    held = [one for one in answers.timeline.effects_of(claim.iso3) if one.kind is TreatyActionKind.WITHDRAWAL]
    name = answers.name(claim.iso3)
    if not held:
        return _none(claim, answers, f"No withdrawal of {name} is recorded")
    effect = held[-1]
    notified = _compared(claim, answers, effect, effect.done, "withdrawal notified")
    left = _compared(claim, answers, effect, effect.effective, "withdrawal in effect")
    match claim.act:
        case Act.NOTIFY:
            return notified
        case Act.LEAVE:
            return left
    if "agrees" in (notified.verdict, left.verdict):
        return (
            left
            if left.verdict == "agrees"
            else replace(notified, why="Right of the notification; it took effect later.")
        )
    return left if notified.verdict == "contradicts" else notified


def _compared(claim: ActionClaim, answers: Answers, effect: Effect, held: Bounds | None, what: str) -> Judgement:
    """The day of a claim against the day recorded, both perhaps only known roughly."""
    register = f"{what} on {_day_of(held)}" if held else f"{what}, on a day that is not recorded"
    keys = (effect.key,)
    when = claim.when
    topic = answers.timeline.topics.get(effect.key)
    others = list(topic.contradict) if topic else []
    if when is None:
        return _by_then(claim, answers, held, register, keys) or agrees(register, _dissent(answers, others), keys)
    if held is None:
        return cannot_tell("The register does not hold this day.", register, keys)
    outcome = _fits(when, held)
    all_keys = (*keys, *(other.key for other in others))
    if outcome is True:
        if others and not _is_decided(answers, effect) and not _all_fit(when, others, claim.act):
            return cannot_tell(f"Sources differ: {_sides(others)}.", register, all_keys)
        return agrees(register, _dissent(answers, others), all_keys)
    if outcome is None:
        return cannot_tell(f"The register knows the day only roughly: {_day_of(held)}.", register, keys)
    if not when.is_sure:
        return cannot_tell("The sentence names several days, and it is not clear which is meant.", register, keys)
    if any(_other_fits(when, other, claim.act) for other in others):
        return cannot_tell(f"Sources differ: {_sides(others)}.", register, all_keys)
    if when.first > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", register, keys)
    if is_announced(claim, answers, when):
        return cannot_tell("A step at home is recorded then; the act itself came on another day.", register, keys)
    return contradicts(register, f"{_capital(answers.name(claim.iso3))}: {register}.", keys)


def _by_then(
    claim: ActionClaim, answers: Answers, held: Bounds | None, register: str, keys: tuple[str, ...]
) -> Judgement | None:
    """Whether an act told without its day had not happened yet by the day of the paper."""
    if claim.by is None or held is None or claim.act in (Act.FORCE, Act.LEAVE) or held.latest <= claim.by:
        return None
    if held.earliest <= claim.by:
        return cannot_tell(f"The register knows the day only roughly: {_day_of(held)}.", register, keys)
    if (held.earliest - claim.by).days < SOON or is_announced(claim, answers, When(date.min, claim.by)):
        return cannot_tell("It came after the day of the paper.", register, keys)
    return contradicts(register, f"{_capital(answers.name(claim.iso3))}: {register}, after {told(claim.by)}.", keys)


def is_announced(claim: ActionClaim, answers: Answers, when: When) -> bool:
    """Whether an announcement or a decision about such an act falls within the days claimed."""
    for action in answers.timeline.actions_of(claim.iso3):
        for given in (action.fact.announced, action.fact.decided):
            if given is None or given.earliest is None or given.latest is None or claim.is_deposit:
                continue
            if given.earliest <= when.last and when.first <= given.latest:
                return True
    return False


def _fits(when: When, held: Bounds) -> bool | None:
    """Whether the day recorded lies in the days claimed; None where it may."""
    first, last = when.first, when.last
    match when.lead:
        case Lead.BY | Lead.AS_OF:
            first = date.min
        case Lead.BEFORE:
            first, last = date.min, when.first if when.first == when.last else when.last
        case Lead.AFTER:
            first, last = (when.first, date.max)
    if first <= held.earliest and held.latest <= last:
        return True
    return None if held.earliest <= last and first <= held.latest else False


def _none(claim: ActionClaim, answers: Answers, what: str) -> Judgement:
    """Nothing of the kind is recorded, and the depositary's list is whole."""
    last = claim.when.last if claim.when else date.min
    if last > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", what)
    held = tuple(one.key for one in answers.timeline.effects_of(claim.iso3))
    uncertain = any(
        action.fact.kind in (TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.DECISION, TreatyActionKind.SUSPENSION)
        for action in answers.timeline.actions_of(claim.iso3)
    )
    if uncertain and claim.act in (Act.WITHDRAW, Act.NOTIFY) and claim.when is not None:
        return cannot_tell(f"{what}, but a step without legal effect is.", what, held)
    return contradicts(what, f"{what}.", held)


def _is_decided(answers: Answers, effect: Effect) -> bool:
    """Whether the record that counts is the depositary's own: then it decides."""
    topic = answers.timeline.topics.get(effect.key)
    return topic is not None and answers.grade(topic.counts.source) is SourceGrade.DEPOSITARY


def _all_fit(when: When, others: Sequence[object], act: Act) -> bool:
    return all(_other_fits(when, other, act) for other in others)


def _other_fits(when: When, other: object, act: Act) -> bool:
    fact = other.fact  # type: ignore[attr-defined]
    given = fact.effective if act in (Act.FORCE, Act.LEAVE) else fact.deposited
    return given is not None and _fits(when, Bounds.of(given)) is not False


def _dissent(answers: Answers, others: Sequence[object]) -> str:
    return f"Another source says otherwise: {_sides(others)}." if others else ""


def _sides(others: Sequence[object]) -> str:
    return "; ".join(
        f"{other.source} has {other.fact.kind.label}"  # type: ignore[attr-defined]
        + (f" on {other.fact.deposited.wording()}" if other.fact.deposited else "")  # type: ignore[attr-defined]
        for other in others
    )


def _day_of(held: Bounds | None) -> str:
    return held.partial().wording() if held else "a day that is not recorded"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
