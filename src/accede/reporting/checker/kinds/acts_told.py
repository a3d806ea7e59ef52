"""What a sentence says that States did, and when: verbs and nouns with their subjects and days. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.kinds.act_nouns import gapped, in_brackets, nominals
from accede.reporting.checker.kinds.act_words import (
    BY_KIND,
    BY_PASSIVE,
    CONTINUES,
    DOMESTIC,
    EFFECTIVE,
    ENVOY,
    GAPPED,
    GERUND,
    IMAGINED,
    JOINERS,
    KINDS,
    LEFT_UNDONE,
    LISTED_AFTER,
    NEGATED,
    NOT_THE_TREATY,
    OBJECT_FOLLOWS,
    OF_IT,
    PRESENT,
    RELATIVE,
    SAW,
    SIGNED_ONLY,
    STANDING_VERB,
    SUBJECT,
    VERB,
    VERBS,
)
from accede.reporting.checker.kinds.acts import Act, Told
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.treaty_actions import TreatyActionKind

TIMED = re.compile(r"\W*⟦D(?P<d>\d+)⟧ ?: ")
"""An entry of a timeline, which is told in the present."""
COMPLETE = (
    "bind", "bound", "unbound", "deposit_kind_only", "deposit", "deposit_any", "notify", "leave", "accept", "succeed",
    "force",
)  # fmt: skip
"""Verbs that need nothing behind them: their pattern holds the object, or they have none."""


def acts_told(sentence: Sentence) -> list[Told]:
    """All of them, in order of their places."""
    return sorted(
        (
            *_verbs(sentence),
            *_passives(sentence),
            *nominals(sentence),
            *in_brackets(sentence),
            *_listed_after(sentence),
        ),
        key=lambda one: one.start,
    )


def _verbs(sentence: Sentence) -> Iterator[Told]:
    outline = sentence.outline
    verbs = list(VERB.finditer(outline))
    last_subject: int | None = None
    last_act: Act | None = None
    last_end = 0
    for number, match in enumerate(verbs):
        name = _verb_of(match)
        verb = match[name]
        following = verbs[number + 1].start() if number + 1 < len(verbs) else len(outline)
        subject = _subject(sentence, match, name, last_subject, last_end)
        if name in ("force", "bind") or (name == "unbound" and subject is None):
            subject = _bound(sentence, match, last_subject)
        if subject is not None and _has_object(sentence, match, name) and not _is_open(sentence, match, name):
            act, action = _act(name, match)
            if name == "join" and (by := BY_KIND.match(outline, match.end(), following)):
                action = TreatyActionKind(by["kind"])
            if name == "sign" and (only := SIGNED_ONLY.match(outline, match.end())):
                yield from _signed_since(sentence, match, only.end(), subject)
                last_subject, last_end = subject, match.end()
                continue
            day = _day(sentence, match.start(), match.end(), following, is_standing=bool(STANDING_VERB.match(verb)))
            if name in ("force", "bind", "bound", "unbound") and day is None:
                continue
            if not (STANDING_VERB.match(verb) and (day is None or not _is_since(sentence, match.end(), day))):
                yield Told(match.start(), match.end(), act, action, subject, day, _is_deposit(name, match))
                last_act = act
            if day is not None and act is Act.LEAVE:
                place = outline.find(f"⟦D{day}⟧")
                yield from gapped(sentence, place + len(f"⟦D{day}⟧"), act, action)
            yield from _effects(sentence, match.end(), following, subject, last_act, day)
            yield from _following(sentence, match.end(), following, act, action)
        if subject is not None:
            last_subject, last_end = subject, match.end()


def _verb_of(match: re.Match[str]) -> str:
    """The key of `VERBS` that matched; a verb may have groups of its own."""
    return next(name for name in VERBS if match[name])


def _is_deposit(name: str, match: re.Match[str]) -> bool:
    """Whether the words tell the formal act itself, at the depositary, and not a step at home."""
    is_formal = re.search(
        r"depositary|United Nations|\bUN\b|Secretary-General|^(?:deposit|submit|lodg)", match[0], re.IGNORECASE
    )
    return name.startswith("deposit") or (name == "notify" and bool(is_formal))


def _is_since(sentence: Sentence, end: int, day: int) -> bool:
    """Whether a day is one since which something is so ("since 2004", "since its independence on 9 July 2011")."""
    between = sentence.outline[end : sentence.outline.find(f"⟦D{day}⟧")]
    return sentence.days[day].lead is Lead.SINCE or bool(re.search(r"\b(?:since|from|as of)\b", between))


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
    if name == "sign" and (envoy := ENVOY.search(before)):
        return int(envoy["l"] or envoy["l_b"])
    if found:
        if name != "leave" and DOMESTIC.search(before[: found.start()]) and not name.startswith(("deposit", "notify")):
            return None
        return int(found["l"])
    if LEFT_UNDONE.search(before):
        return None
    if last is not None and CONTINUES.match(sentence.outline[last_end : match.start()]):
        return last
    if name == "leave" and last is not None:
        return last
    named = sentence.signs("L", 0, match.start())
    if len(named) == 1 and OF_IT.search(before):
        return named[0][2]
    if GERUND.match(match[0]) or re.search(r"\b[Hh]aving (?:\w+ )?$", before):
        after = re.search(r"⟦L(\d+)⟧", sentence.outline[match.end() :])
        leads = re.search(r"(?:^|\b)(?:after|before|by|upon|in|having|prior to)\s*$", before, re.IGNORECASE)
        if after and leads and len(sentence.lists) == 1:
            return int(after[1])
    return None


def _bound(sentence: Sentence, match: re.Match[str], last: int | None) -> int | None:
    """For which State something enters into force: the one named, the one spoken of; None for the treaty as a whole."""
    if named := re.search(r"⟦L(\d+)⟧", match[0]):
        return int(named[1])
    if inside := re.search(r"\b[Ii]n ⟦L(\d+)⟧,? ⟦T\d+⟧ $", sentence.outline[: match.start()]):
        return int(inside[1])
    if before := re.search(
        r"\b(?:for|in respect of) ⟦L(\d+)⟧,? (?:⟦T\d+⟧|it|the withdrawal) (?:\w+ )?$",
        sentence.outline[: match.start()],
        re.IGNORECASE,
    ):
        return int(before[1])
    if after := re.match(
        r"(?: ⟦D\d+⟧)?,? (?:for|in respect of) ⟦L(\d+)⟧(?!,? (?:it|⟦T\d+⟧) )", sentence.outline[match.end() :]
    ):
        return int(after[1])
    is_for_it = re.search(
        r"\b(?:it|that (?:State|country)|them|both|all three|all of them|the (?:country|State|two|three|latter))$",
        match[0],
    )
    if (is_for_it or last is not None) and len(sentence.lists) == 1:
        return last if last is not None else 0
    return None


def _has_object(sentence: Sentence, match: re.Match[str], name: str) -> bool:
    """Whether a verb has the treaty as its object, or none."""
    if re.match(r"(?: ⟦T\d+⟧)? (?:with|between) (?:the )?⟦L", sentence.outline[match.end() :]):
        return False
    if name in COMPLETE:
        return True
    if re.search(r"⟦T\d+⟧$|\bit$", match[0]):
        return True
    if NOT_THE_TREATY.match(sentence.outline, match.end()):
        return False
    is_party = re.search(r"\b(?:party|parties)$", match[0], re.IGNORECASE)
    return bool(is_party) or bool(OBJECT_FOLLOWS.match(sentence.outline, match.end()))


def _is_open(sentence: Sentence, match: re.Match[str], name: str) -> bool:
    """Whether words speak of what has not happened ("when it accedes", "before it joins", "its acceding would mean")."""
    if GERUND.match(match[0]) and IMAGINED.match(sentence.outline, match.end()):
        return True
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
        case "deposit_kind_only":
            return Act.CONSENT, TreatyActionKind(match["bare_kind"].lower())
        case "deposit":
            return Act.CONSENT, TreatyActionKind(match["deposit_kind"].lower())
        case "deposit_any" | "join":
            return Act.CONSENT, None
        case "notify":
            return Act.NOTIFY, None
        case "withdraw":
            return Act.WITHDRAW, None
        case "leave" | "unbound":
            return Act.LEAVE, None
    return Act.FORCE, None


def _day(sentence: Sentence, start: int, end: int, following: int, *, is_standing: bool = False) -> int | None:
    """The day of a verb: one that follows it before the next verb, else one that stands at the head of the clause."""
    outline = sentence.outline
    if inside := sentence.signs("D", start, end):
        return inside[-1][2]
    if told_before := re.search(r"⟦L\d+⟧,? ⟦D(\d+)⟧,? (?:then |formally |also )?$", outline[:start]):
        return int(told_before[1])
    for first, _, index in sentence.signs("D", end, following):
        between = outline[end:first]
        if (
            re.search(r"[;]|\bwhich\b|\bwhose\b|\bwhen\b|\bwhile\b|⟦L\d+⟧.*\b(?:had|has|was|were|is|did)\b", between)
            or len(between) > 160
            or re.search(r"\b(?:since|than|before|like|unlike|until) (?:that of )?⟦L\d+⟧", between)
        ):
            break
        if EFFECTIVE.search(between) or re.search(
            r"\b(?:adopted|concluded|opened|agreed|negotiated|made|held|of)\s*$", between
        ):
            continue
        if sentence.days[index].lead is Lead.SINCE and not is_standing and sentence.days[index].is_one_day is False:
            continue
        return index
    if (headed := TIMED.match(outline)) and (
        PRESENT.match(outline, start) or re.search(r"\btakes? effect$", outline[:end])
    ):
        return int(headed["d"])
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
) -> Iterator[Told]:
    """A second day after the verb that says when the act takes effect."""
    outline = sentence.outline
    for first, stop, index in sentence.signs("D", end, following):
        if index != day and EFFECTIVE.search(outline[end:first]):
            means = Act.LEAVE if act in (Act.NOTIFY, Act.WITHDRAW) else Act.FORCE
            yield Told(first, stop, means, None, subject, index)
            return


def _following(
    sentence: Sentence, end: int, following: int, act: Act, action: TreatyActionKind | None
) -> Iterator[Told]:
    """Further States with days of their own and the same verb: "Kuwait acceded in July 2007, Palau in November 2007"."""
    if act not in (Act.SIGN, Act.CONSENT, Act.NOTIFY, Act.WITHDRAW):
        return
    for match in GAPPED.finditer(sentence.outline, end, following):
        yield Told(
            match.start(), match.end(), act, action, int(match["l"] or match["l_b"]), int(match["d"] or match["d_b"])
        )


def _signed_since(sentence: Sentence, match: re.Match[str], end: int, subject: int) -> Iterator[Told]:
    """The day of a signature that nothing followed ("signed, but has not ratified since 1997")."""
    _, stop = sentence.clause(end)
    for _, _, index in sentence.signs("D", match.end(), max(stop, end))[:1]:
        if sentence.days[index].lead in (Lead.SINCE, Lead.ON):
            yield Told(match.start(), match.end(), Act.SIGN, None, subject, index)


def _listed_after(sentence: Sentence) -> Iterator[Told]:
    """States named after what they did together: "The States that joined in 2007 were Indonesia, Iraq and Kuwait"."""
    outline = sentence.outline
    for match in VERB.finditer(outline):
        name = _verb_of(match)
        before = outline[: match.start()]
        if (
            name in ("force", "bind", "bound", "unbound", "leave")
            or not JOINERS.search(before)
            or NEGATED.search(before)
        ):
            continue
        after = LISTED_AFTER.match(outline, match.end())
        if not after or not _has_object(sentence, match, name):
            continue
        act, action = _act(name, match)
        day = int(after["d"]) if after["d"] else _day(sentence, match.start(), match.end(), match.end())
        if day is not None:
            is_one_of_several = bool(re.search(r"\b(?:or|and)\b", before[-25:] + after[0]))
            kind = None if is_one_of_several else action
            yield Told(match.start(), after.end(), act, kind, int(after["l"]), day)
    for match in SAW.finditer(outline):
        if day_sign := match["d"] or match["d_b"]:
            yield Told(match.start(), match.end(), Act.CONSENT, None, int(match["l"]), int(day_sign))


def _passives(sentence: Sentence) -> Iterator[Told]:
    for match in BY_PASSIVE.finditer(sentence.outline):
        verb = match["verb"]
        if verb == "signed":
            act, action = Act.SIGN, None
        elif verb == "denounced":
            act, action = Act.WITHDRAW, None
        else:
            act = Act.CONSENT
            action = next((kind for start, kind in KINDS.items() if verb.startswith(start)), None)
        yield Told(
            match.start(),
            match.end(),
            act,
            action,
            int(match["l"]),
            _day(sentence, match.start(), match.end(), len(sentence.outline)),
        )
