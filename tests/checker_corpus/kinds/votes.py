"""Votes on the yearly resolution: totals, and how States voted. The body is named wherever a sentence is to be false.

The plenary of each session is recorded whole. Of the First Committee next to nothing is: what a sentence says of it
cannot be told, and a total that names no body might be the Committee's.
"""

from __future__ import annotations

from datetime import timedelta

from accede.vocabulary.ballots import Ballot
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.oracle import FIRST_COMMITTEE, SESSIONS, Facts
from checker_corpus.pen import Draft, Pen

VERBS = {
    Ballot.IN_FAVOUR: (
        "voted in favour of {R}",
        "voted for {R}",
        "supported {R} with its vote",
        "cast a vote in favour of {R}",
    ),
    Ballot.ABSTAINED: ("abstained on {R}", "abstained in the vote on {R}", "abstained when {R} was put to the vote"),
    Ballot.AGAINST: ("voted against {R}", "cast a vote against {R}"),
}
MANY = {
    Ballot.IN_FAVOUR: ("voted in favour of {R}", "voted for {R}", "all voted in favour of {R}"),
    Ballot.ABSTAINED: ("abstained on {R}", "abstained in the vote on {R}", "all abstained on {R}"),
    Ballot.AGAINST: ("voted against {R}",),
}


def totals(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "adopted by 167 votes to none, with 17 abstentions"."""
    session = pen.rnd.choice(SESSIONS)
    if verdict is Verdict.CANNOT_TELL:
        return _unheld_totals(pen, session)
    facts, rnd = pen.facts, pen.rnd
    counts = facts.roll_call(session).counts
    yes, no, abstained = counts.in_favour, counts.against, counts.abstained
    if verdict is Verdict.CONTRADICTS:
        which = rnd.choice(("yes", "abstained", "both", "against", "other year"))
        if which in ("yes", "both"):
            yes += rnd.choice((-1, 1)) * rnd.randint(1, 11)
        if which in ("abstained", "both"):
            abstained += rnd.choice((-1, 1)) * rnd.randint(1, 6)
        if which == "against":
            no = rnd.randint(2, 5) if no else rnd.randint(1, 4)
        if which == "other year":
            other = facts.roll_call(rnd.choice([each for each in SESSIONS if each != session])).counts
            yes, no, abstained = other.in_favour, other.against, other.abstained
        if (yes, no, abstained) in _recorded(facts, session):
            return None
        if which == "other year" and (yes == counts.in_favour or abstained == counts.abstained):
            return None
    template = rnd.choice(
        (
            "{When}, the [United Nations |UN |]General Assembly adopted {R} [by|with] ⟦{y} votes in favour, {n0} against and {a} "
            "abstentions⟧.",
            "{When}, {R} was adopted in the plenary by a recorded vote of ⟦{y} to {n0}, with {a} abstentions⟧.",
            "{When}, in the plenary, ⟦{y} States voted in favour of {R}, {n0} voted against and {a} abstained⟧.",
            "The plenary vote on {R} {when} was ⟦{yf}-{nf}-{af}⟧ (in favour, against, abstaining).",
            "{R}, adopted by the General Assembly {when}, received ⟦{y} votes in favour and {a} abstentions⟧.",
            "{When}, {R} was adopted by the General Assembly with ⟦{y} in favour, {n0} against, {a} abstaining⟧.",
            "⟦{y} States voted for, {n0} voted against and {a} abstained⟧ when the General Assembly adopted {R} in plenary {when}.",
        )
    )
    if verdict is Verdict.CONTRADICTS and "votes in favour and {a}" in template and which == "against":
        return None
    body = pen.spin(
        template,
        R=_resolution(pen, session),
        y=pen.number(yes),
        n0=wording.none_or(rnd, no),
        a=pen.number(abstained),
        yf=yes,
        nf=no,
        af=abstained,
        **_when(pen, session),
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(facts.voted_on(session)))


def single_totals(pen: Pen, verdict: Verdict) -> Draft | None:
    """One figure of a vote: "Seventeen States abstained in the plenary"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    session = pen.rnd.choice(SESSIONS)
    facts, rnd = pen.facts, pen.rnd
    counts = facts.roll_call(session).counts
    which = rnd.choice(("yes", "abstained", "abstained", "against"))
    right = {"yes": counts.in_favour, "abstained": counts.abstained, "against": counts.against}[which]
    given = right
    at = {"yes": 0, "against": 1, "abstained": 2}[which]
    if verdict is Verdict.CONTRADICTS:
        given = right + rnd.choice((-1, 1)) * rnd.randint(1, 8)
        if which == "against":
            given = rnd.randint(2, 5)
        if given <= 0 or given in {each[at] for each in _recorded(facts, session)}:
            return None
    if which == "yes":
        templates = [
            "{When}, ⟦{n} States voted in favour of {R}⟧ in the General Assembly plenary.",
            "{R} [won|received] ⟦{n} votes in favour⟧ in the plenary of the General Assembly {when}.",
        ]
    elif which == "abstained":
        templates = [
            "{When}, ⟦{n} [State|States] abstained⟧ on {R} in the General Assembly plenary.",
            "There were ⟦{n} [abstention|abstentions]⟧ when the General Assembly adopted {R} {when}.",
            "Only ⟦{n} [State|States] abstained⟧ in the plenary vote on {R} {when}.",
        ]
    elif given == 0:
        templates = [
            "⟦No State voted against {R}⟧ in the General Assembly plenary {when}.",
            "{When}, the General Assembly plenary adopted {R} ⟦without a vote against⟧.",
        ]
    else:
        templates = [
            "⟦{n} [State|States] voted against {R}⟧ in the General Assembly plenary {when}.",
            "{When}, the plenary adopted {R} over ⟦{n} [vote|votes] against⟧.",
        ]
    template = rnd.choice(templates)
    for one, many in (("State", "States"), ("abstention", "abstentions"), ("vote", "votes")):
        template = template.replace(f"[{one}|{many}]", one if given == 1 else many)
    body = pen.spin(template, R=_resolution(pen, session), n=pen.number(given), **_when(pen, session))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(facts.voted_on(session)))


def ballots(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Oman abstained on resolution 72/53 in the plenary"."""
    facts, rnd = pen.facts, pen.rnd
    session = rnd.choice(SESSIONS)
    if verdict is Verdict.CANNOT_TELL:
        return _unheld_ballot(pen, session)
    roll_call = facts.roll_call(session)
    pools = [roll_call.abstained, roll_call.abstained, roll_call.in_favour, roll_call.against, roll_call.not_a_member]
    pool = rnd.choice([each for each in pools if each])
    iso3 = rnd.choice(pool)
    held = facts.ballot(iso3, session)
    if facts.is_ballot_disputed(iso3, session) or held is None:
        return None
    is_negated = rnd.random() < 0.15
    if verdict is Verdict.AGREES:
        if held is Ballot.NOT_A_MEMBER:
            return None
        said = rnd.choice([each for each in VERBS if each is not held]) if is_negated else held
    else:
        said = held if is_negated else rnd.choice([each for each in VERBS if each is not held])
        if said is Ballot.NOT_A_MEMBER:
            return None
    assert (said is held) == ((verdict is Verdict.AGREES) is not is_negated)
    if is_negated:
        verb = {
            Ballot.IN_FAVOUR: "did not vote in favour of {R}",
            Ballot.ABSTAINED: "did not abstain on {R}",
            Ballot.AGAINST: "did not vote against {R}",
        }[said]
    else:
        verb = rnd.choice(VERBS[said])
    on = facts.voted_on(session)
    template = rnd.choice(
        (
            f"{{When}}, ⟦{{name}} {verb}⟧ in the General Assembly plenary.",
            f"⟦{{name}} {verb}⟧ in the plenary {{when}}.",
            f"In the plenary of the General Assembly {{when}}, ⟦{{name}} {verb}⟧.",
            f"{{when}}, in plenary, ⟦{{name}} {verb}⟧.",
        )
    )
    body = pen.spin(template.replace("{R}", _resolution(pen, session)), name=pen.name(iso3, on), **_when(pen, session))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on))


def ballot_lists(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "Cuba, Egypt and India abstained", some of them or all."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    facts, rnd = pen.facts, pen.rnd
    session = rnd.choice(SESSIONS)
    roll_call = facts.roll_call(session)
    on = facts.voted_on(session)
    said = rnd.choice((Ballot.ABSTAINED, Ballot.ABSTAINED, Ballot.IN_FAVOUR))
    with_it = [each for each in getattr(roll_call, said.value) if not facts.is_ballot_disputed(each, session)]
    without = [
        each
        for other in (roll_call.in_favour, roll_call.abstained, roll_call.against)
        for each in other
        if each not in with_it and not facts.is_ballot_disputed(each, session)
    ]
    is_whole = said is Ballot.ABSTAINED and len(with_it) == len(roll_call.abstained) and rnd.random() < 0.4
    if is_whole:
        states = list(with_it)
        count = len(states)
        if verdict is Verdict.CONTRADICTS:
            out = rnd.choice(states)
            states = [each for each in states if each != out]
            if rnd.random() < 0.6:
                states.insert(rnd.randrange(len(states)), rnd.choice(without))
        body = pen.spin(
            rnd.choice(
                (
                    "{When}, ⟦the following {n} States abstained on {R} in the General Assembly plenary: {names}⟧.",
                    "⟦The {n} abstentions in the plenary vote on {R} {when} were those of {names}⟧.",
                )
            ),
            n=pen.number(count),
            names=pen.names(states, on),
            R=_resolution(pen, session),
            **_when(pen, session),
        )
    else:
        states = wording.some(rnd, with_it, 2, 5)
        if verdict is Verdict.CONTRADICTS:
            states[rnd.randrange(len(states))] = rnd.choice(without)
        verb = rnd.choice(MANY[said])
        verb = verb.replace("all ", "both ") if len(states) == 2 else verb
        body = pen.spin(
            rnd.choice(
                (
                    f"{{When}}, ⟦{{names}} {verb}⟧ in the General Assembly plenary.",
                    f"⟦{{names}} {verb}⟧ in the plenary {{when}}.",
                )
            ).replace("{R}", _resolution(pen, session)),
            names=pen.names(states, on),
            **_when(pen, session),
        )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on), is_free=not is_whole)


def _unheld_totals(pen: Pen, session: int) -> Draft | None:
    """Totals of a Committee's vote that is not held, or of a vote of which neither body nor year is given."""
    facts, rnd = pen.facts, pen.rnd
    yes, abstained = rnd.choice((152, 153, 155, 156, 157, 159, 160)), rnd.randint(13, 24)
    if rnd.random() < 0.5:
        if facts.is_first_committee_held(session):
            return None
        template = rnd.choice(
            (
                "In the First Committee in [October |]{year}, ⟦{y} States voted in favour of the draft resolution "
                "and {a} abstained⟧.",
                "The First Committee approved the draft in {year} by ⟦{y} votes to none, with {a} abstentions⟧.",
            )
        )
    else:
        if any(each[0] == yes or each[2] == abstained for held in SESSIONS for each in _recorded(facts, held)):
            abstained = rnd.choice((13, 15, 24, 25))
            yes = rnd.choice((151, 152, 153, 156, 159))
        template = rnd.choice(
            (
                "The annual resolution was again adopted with ⟦{y} in favour and {a} abstaining⟧.",
                "The vote in New York went well, with ⟦{y} in favour and {a} abstaining⟧.",
            )
        )
    body = pen.spin(template, y=yes, a=abstained, year=facts.voted_on(session).year)
    return Draft(body=body, verdict=Verdict.CANNOT_TELL, as_of=pen.checked(facts.voted_on(session)))


def _unheld_ballot(pen: Pen, session: int) -> Draft | None:
    """A ballot in the First Committee of a year of which none is held, or one on which sources differ."""
    facts, rnd = pen.facts, pen.rnd
    on = facts.voted_on(session)
    disputed = [("MAR", 72), ("LBY", 72)]
    if rnd.random() < 0.25:
        iso3, session = rnd.choice(disputed)
        assert facts.is_ballot_disputed(iso3, session, FIRST_COMMITTEE)
        on = facts.voted_on(session)
    else:
        iso3 = rnd.choice(facts.roll_call(session).abstained + facts.roll_call(session).in_favour)
        if facts.is_first_committee_held(session):
            return None
    verb = rnd.choice(("voted in favour of", "abstained on"))
    body = pen.spin(
        "In the First Committee in [October |]{year}, ⟦{name} {verb} the draft resolution on {T}⟧.",
        name=pen.name(iso3, on),
        verb=verb,
        year=on.year,
    )
    return Draft(body=body, verdict=Verdict.CANNOT_TELL, as_of=pen.checked(on))


def _recorded(facts: Facts, session: int) -> set[tuple[int, int, int]]:
    """Every total recorded or stated of the session's votes: plenary and First Committee."""
    found = set()
    for body in ("plenary", "first-committee"):
        for each in facts.register.roll_calls:
            fact = each.fact
            if str(fact.body) == body and fact.session == session:
                cast = [ballot for _, ballot in fact.ballots]
                found.add(tuple(cast.count(one) for one in (Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED)))
                found.add((fact.stated_in_favour or 0, fact.stated_against or 0, fact.stated_abstained or 0))
    return found  # type: ignore[return-value]


def _resolution(pen: Pen, session: int) -> str:
    symbol = pen.facts.roll_call(session).resolution
    short = symbol.removeprefix("A/RES/")
    return pen.rnd.choice(
        (
            f"resolution {short}",
            f"resolution {symbol}",
            symbol,
            "the annual resolution on the implementation of the Convention" if session > 53 else f"resolution {short}",
            "its resolution on the Convention",
            f"resolution {short} on the Convention",
        )
    )


def _when(pen: Pen, session: int) -> dict[str, str]:
    on = pen.facts.voted_on(session)
    month = wording.MONTHS[on.month - 1]
    when = pen.rnd.choice(
        (
            f"on {pen.day(on)}",
            f"on {wording.plain_day(on)}",
            f"in {month} {on.year}",
            f"at its {wording.ordinal_in_words(session)} session",
            f"at its {wording.ordinal_in_figures(session)} session",
        )
    )
    if on - timedelta(days=on.day) and "its" in when:
        when = when.replace("its", "the General Assembly's") if pen.rnd.random() < 0.5 else when + f" ({on.year})"
    return {"when": when, "When": wording.capital(when)}


KINDS = {
    "vote totals": (totals, 9),
    "vote figures": (single_totals, 6),
    "ballots": (ballots, 10),
    "lists of ballots": (ballot_lists, 6),
}
"""Kind to its writer and its weight."""
