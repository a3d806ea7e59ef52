"""Numbers of States: parties, outside, signatories, withdrawn; bounds, shares of the world, and sums."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from checker_corpus.case import Verdict
from checker_corpus.pen import Draft, Moment, Pen

NOW = "[Today|To date|At present|As of today|Currently|So far]"
UNCERTAIN = (date(2026, 1, 14), date(2026, 11, 20))
"""Days on which it is open whether Lebanon had joined."""


def parties(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "As of 21 August 2018, 164 States had joined the Convention." """
    moment = _moment(pen, verdict)
    if moment is None:
        return None
    counts, ways = pen.facts.counts(moment.day), pen.facts.ways(moment.day)
    if verdict is Verdict.AGREES:
        given = counts.in_force if pen.rnd.random() < 0.25 else counts.joined
    elif verdict is Verdict.CANNOT_TELL:
        given = counts.joined + pen.rnd.choice((0, 1))
    else:
        given = wrong_figure(pen, counts.joined, ways.parties | _around(pen, moment, "parties"))
    in_force_only = "" if given != counts.in_force else "|were bound by"
    templates = [
        "{lead}⟦{n} States⟧ [had joined|had ratified or acceded to|had become party to|had formally joined] {T}.",
        "{lead}{T} [had|counted|numbered] ⟦{n} States Parties⟧.",
        f"⟦{{n}} States⟧ [were party to|were States Parties to{in_force_only}] {{T}}{{tail}}.",
        "The number of States Parties to {T} [stood at|was] ⟦{n}⟧{tail}.",
        "{lead}the number of States that [had joined|have ratified or acceded to] {T} [stood at|reached] ⟦{n}⟧.",
        "{lead}there were ⟦{n} States Parties⟧ to {T}.",
        "{lead}{T} had been [joined|ratified or acceded to|accepted] by ⟦{n} States⟧.",
        "Membership of {T} stood at ⟦{n}⟧{tail}.",
        "With ⟦{n} States Parties⟧{tail}, {T} [is one of the most widely accepted disarmament treaties|remains a success]"
        ".",
        "{lead}[no other figure matters more than this one: |]⟦{n} countries⟧ [were party to|had joined] {T}.",
        "{lead}the [family|community] of {T} [counted|numbered] ⟦{n} members⟧.",
    ]
    body = _tensed(pen, pen.spin(pen.rnd.choice(templates), n=pen.number(given), **_day(pen, moment)), moment)
    return _draft(body, verdict, moment)


def outside(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "33 States remained outside." """
    moment = _moment(pen, verdict)
    if moment is None:
        return None
    counts, ways = pen.facts.counts(moment.day), pen.facts.ways(moment.day)
    given = counts.outside
    if verdict is Verdict.CANNOT_TELL:
        given -= pen.rnd.choice((0, 1))
    elif verdict is Verdict.CONTRADICTS:
        given = wrong_figure(pen, counts.outside, ways.outside | _around(pen, moment, "outside"))
    templates = [
        "{lead}⟦{n} States⟧ [remained outside|still remained outside|stood outside|were outside] {T}.",
        "{lead}⟦{n} States⟧ had yet to [join|accede to or ratify|become party to] {T}.",
        "{lead}⟦{n} States⟧ were not party to {T}.",
        "The number of States not party to {T} [stood at|was] ⟦{n}⟧{tail}.",
        "{lead}there were ⟦{n} States not party⟧ to {T}.",
        "{lead}⟦{n} States⟧ had [neither ratified nor acceded to|not joined|not yet joined] {T}.",
        "⟦{n} States not party⟧ remained{tail}, [some of them with large stockpiles|and they were invited to every meeting].",
        "[Letters went out|The President wrote] to all of the ⟦{n} States⟧ that [remained|were] outside {T}{tail}.",
        "{lead}⟦{n} non-States Parties⟧ remained.",
    ]
    body = _tensed(pen, pen.spin(pen.rnd.choice(templates), n=pen.number(given), **_day(pen, moment)), moment)
    return _draft(body, verdict, moment)


def signatories(pen: Pen, verdict: Verdict) -> Draft | None:
    """Who signed in all, who had signed by a day, and signatories that have still to ratify."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd = pen.rnd
    kind = rnd.choice(("all", "by a day", "left"))
    if kind == "all":
        moment = pen.moment(date(1999, 3, 2))
        right = pen.facts.counts(moment.day).signed
        wrong = pen.facts.ways(moment.day).signed
        templates = [
            "In all, ⟦{n} States⟧ [signed|have signed] {T} [before it entered into force|while it was open for signature|].",
            "{T} was signed by ⟦{n} States⟧ [before its entry into force|between December 1997 and February 1999|].",
            "The number of signatures [to|under] {T} is ⟦{n}⟧.",
            "⟦{n} States⟧ had signed {T} by [28 February 1999|the time it entered into force].",
        ]
    elif kind == "by a day":
        moment = pen.moment(date(1997, 12, 6), date(1999, 2, 20))
        right = pen.facts.counts(moment.day).signed
        wrong = pen.facts.ways(moment.day).signed
        templates = [
            "{lead}⟦{n} States⟧ had signed {T}.",
            "{lead}{T} had been signed by ⟦{n} States⟧.",
            "⟦{n} signatures⟧ had been affixed to {T}{tail}.",
        ]
    else:
        moment = pen.moment(date(1999, 3, 2), date(2025, 3, 1))
        right = pen.facts.counts(moment.day).signatory
        wrong = pen.facts.ways(moment.day).signed
        if right == 0:
            return None
        templates = [
            "{lead}⟦{n} [signatory|signatories]⟧ had [yet|still] to ratify {T}.",
            "{lead}⟦{n} [signatory State|signatory States]⟧ had not [yet|] ratified {T}.",
        ]
    given = right if verdict is Verdict.AGREES else wrong_figure(pen, right, wrong)
    template = rnd.choice(templates)
    one, many = ("[signatory|signatories]", "[signatory State|signatory States]")
    template = template.replace(one, "signatory" if given == 1 else "signatories")
    template = template.replace(many, "signatory State" if given == 1 else "signatory States")
    body = pen.spin(template, n=pen.number(given), **_day(pen, moment))
    if not moment.is_past and kind == "left":
        body = body.replace("⟧ had ", "⟧ has " if given == 1 else "⟧ have ")
    return _draft(body, verdict, moment)


def withdrawn(pen: Pen, verdict: Verdict) -> Draft | None:
    """How many have left."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    moment = pen.moment(date(2025, 12, 29))
    right = pen.facts.counts(moment.day).withdrawn
    given = right if verdict is Verdict.AGREES else wrong_figure(pen, right, pen.facts.ways(moment.day).withdrawn | {1})
    templates = [
        "{lead}⟦{n} States⟧ had [withdrawn from|left] {T}.",
        "{lead}the withdrawal of ⟦{n} States⟧ from {T} had taken effect.",
        "{lead}{T} had lost ⟦{n} States Parties⟧ through withdrawal.",
        "⟦{n} States⟧ [were no longer party to|had left] {T}{tail}, [having withdrawn|all of them European].",
    ]
    body = _tensed(pen, pen.spin(pen.rnd.choice(templates), n=pen.number(given), **_day(pen, moment)), moment)
    return _draft(body, verdict, moment)


def bounds(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "over 160 States", "fewer than 40", "nearly 165", "some 160"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    moment = _moment(pen, Verdict.AGREES)
    assert moment is not None
    rnd, true = pen.rnd, verdict is Verdict.AGREES
    about_outside = rnd.random() < 0.3
    ways = pen.facts.ways(moment.day)
    held = ways.outside if about_outside else ways.parties
    counts = pen.facts.counts(moment.day)
    right = counts.outside if about_outside else counts.joined
    low, high = min(held), max(held)
    step = 5 if rnd.random() < 0.5 else 10
    kind = rnd.choice(("over", "under", "some", "nearly"))
    if kind == "over":
        word = rnd.choice(("more than", "over", "well over", "upwards of"))
        if true:
            given = (min(low, right) - 1) // step * step
            word = word if right - given >= 2 else "more than"
            if word == "well over" and right - given < 5:
                word = "over"
        else:
            given = (high // step + rnd.randint(1, 2)) * step
    elif kind == "under":
        word = rnd.choice(("fewer than", "less than", "not even"))
        given = (high // step + 1) * step if true else (low // step - rnd.randint(0, 1)) * step
        if not true and given > low:
            return None
    elif kind == "some":
        word = rnd.choice(("some", "about", "around", "approximately"))
        given = round(right / 10) * 10 if true else (high // 10 + rnd.randint(3, 5)) * 10
        if true and abs(given - right) > 3:
            return None
    else:
        word = rnd.choice(("nearly", "almost", "close to"))
        given = (right // 10 + 1) * 10 if true else (low // 10 - rnd.randint(2, 3)) * 10
        if true and given - right > 4:
            return None
    if given <= 0 or (not true and given < 10):
        return None
    said = pen.spin("⟦{word} {n} States⟧", word=word, n=pen.number(given)).replace("⟦" + word.capitalize(), "⟦" + word)
    predicate = (
        "[remained outside|had yet to join|were not party to]"
        if about_outside
        else "[had joined|were party to|had become party to]"
    )
    body = pen.spin(
        rnd.choice(
            (
                f"{{lead}}{{said}} {predicate} {{T}}.",
                f"{{said}} {predicate} {{T}}{{tail}}.",
                f"It is worth repeating that {{said}} {predicate} {{T}}{{tail}}.",
            )
        ),
        said=said,
        **_day(pen, moment),
    )
    return _draft(_tensed(pen, body, moment), verdict, moment)


def shares(pen: Pen, verdict: Verdict) -> Draft | None:
    """ "83 per cent of the world's States", "more than four fifths"."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    moment = _moment(pen, Verdict.AGREES)
    assert moment is not None
    rnd, true = pen.rnd, verdict is Verdict.AGREES
    counts, ways = pen.facts.counts(moment.day), pen.facts.ways(moment.day)
    about_outside = rnd.random() < 0.2
    held = ways.outside if about_outside else ways.parties
    right = 100 * (counts.outside if about_outside else counts.joined) / counts.universe
    shares_ = [100 * each / whole for each in held for whole in ways.universe]
    low, high = min(*shares_, right), max(*shares_, right)
    kind = rnd.choice(("exact", "exact", "over", "fraction"))
    percent = rnd.choice(("%", "%", " per cent", " percent"))
    if kind == "exact":
        given = round(right) if true else round(right) + rnd.choice((-1, 1)) * rnd.randint(9, 22)
        if not true and (low - 6 < given < high + 6 or not 2 <= given <= 99):
            return None
        said = f"{rnd.choice(('', '', 'about ', 'some '))}{given}{percent}"
    elif kind == "over":
        word = rnd.choice(("more than", "over"))
        given = int((low - 0.6) // 5 * 5) if true else int(high // 5 + 2) * 5
        if not 5 <= given < 100:
            return None
        said = f"{word} {given}{percent}"
    else:
        fractions = {"half": 50.0, "two thirds": 66.7, "three quarters": 75.0, "four fifths": 80.0, "nine tenths": 90.0}
        fits = [word for word, share in fractions.items() if (share < low - 0.5 if true else share > high + 2)]
        if not fits:
            return None
        said = f"more than {rnd.choice(fits[-2:] if true else fits)}"
    predicate = (
        "[remained outside|had not joined]"
        if about_outside
        else "[had joined|were party to|had committed themselves to]"
    )
    body = pen.spin(
        rnd.choice(
            (
                f"{{lead}}⟦{{said}} of the world's States⟧ {predicate} {{T}}.",
                f"⟦{{said}} of all States [of|in] the world⟧ {predicate} {{T}}{{tail}}.",
                f"{{lead}}⟦{{said}} of the [States of the world|world's countries]⟧ {predicate} {{T}}.",
            )
        ),
        said=said,
        **_day(pen, moment),
    )
    return _draft(_tensed(pen, body, moment), verdict, moment)


def sums(pen: Pen, verdict: Verdict) -> Draft | None:
    """Two figures that must make the whole."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    moment = _moment(pen, Verdict.AGREES)
    assert moment is not None
    rnd, counts, ways = pen.rnd, pen.facts.counts(moment.day), pen.facts.ways(moment.day)
    joined, out, whole = counts.joined, counts.outside, counts.universe
    if verdict is Verdict.CONTRADICTS:
        which = rnd.choice(("joined", "outside", "both", "whole"))
        if which in ("joined", "both"):
            joined = wrong_figure(pen, joined, ways.parties, reach=4)
        if which in ("outside", "both"):
            out = wrong_figure(pen, out, ways.outside, reach=4)
        if which == "whole":
            whole = wrong_figure(pen, whole, ways.universe | set(range(189, 199)), reach=14)
        if joined + out in ways.universe or joined + out == whole:
            return None
    body = pen.spin(
        rnd.choice(
            (
                "{lead}⟦{a} of the world's {u} States had joined {T} and {b} had not⟧.",
                "{lead}⟦of {u} States, {a} had joined {T} and {b} remained outside⟧.",
                "{lead}⟦there were {a} States Parties to {T} and {b} States not party, {u} States in all⟧.",
                "{lead}⟦{a} States had joined {T} and the remaining {b} of {u} had not⟧.",
                "⟦{T} had {a} States Parties{tail}; {b} of the {u} States remained outside⟧.",
            )
        ),
        a=pen.number(joined),
        b=pen.number(out),
        u=str(whole),
        **_day(pen, moment),
    )
    return _draft(_tensed(pen, body, moment), verdict, moment)


def _moment(pen: Pen, verdict: Verdict) -> Moment | None:
    if verdict is Verdict.CANNOT_TELL:
        return pen.moment(*UNCERTAIN)
    for _ in range(20):
        moment = pen.moment()
        if verdict is Verdict.CONTRADICTS or not pen.facts.is_uncertain(moment.day):
            return moment
    return None


def _around(pen: Pen, moment: Moment, what: str) -> frozenset[int]:
    """Where the paper gives the day, the figure must be false on the day of checking as well."""
    return frozenset(getattr(pen.facts.ways(moment.as_of), what)) if moment.paper else frozenset()


def wrong_figure(pen: Pen, right: int, ways: Collection[int], *, reach: int = 12) -> int:
    """A figure that no usual way of counting gives."""
    text = str(right)
    swapped = int(text[0] + text[:0:-1]) if len(text) > 1 else right + 2
    near = [right + step for step in range(-reach, reach + 1) if step and right + step > 0]
    pool = [each for each in [*near, swapped] if each not in ways and each > 0 and each != right]
    found = pen.rnd.choice(pool)
    assert found not in ways
    return found


def _day(pen: Pen, moment: Moment) -> dict[str, str]:
    if moment.is_past:
        return {"lead": moment.lead, "tail": moment.tail}
    lead = pen.spin(f"{NOW}, ").strip() + " " if pen.rnd.random() < 0.5 else ""
    return {"lead": lead, "tail": pen.rnd.choice(("", "", " today", " at present"))}


def _tensed(pen: Pen, body: str, moment: Moment) -> str:
    """In the present where the sentence itself gives no day."""
    if moment.is_past:
        return body
    for past, present in _TENSES:
        body = body.replace(past, present)
    return body


_TENSES = (
    (" had been ", " has been "),
    (" had lost ", " has lost "),
    ("⟧ had ", "⟧ have "),
    ("not⟧", "not⟧"),
    (" were ", " are "),
    (" was ", " is "),
    (" stood at ", " stands at "),
    (" stood outside", " stand outside"),
    (" counted ", " counts "),
    (" numbered ", " numbers "),
    (" reached ", " has reached "),
    (" still remained ", " still remain "),
    (" remained", " remain"),
    (" had taken effect", " has taken effect"),
    (" and {b} had not", " and {b} have not"),
    (" had joined", " have joined"),
    (" had not", " have not"),
    (" had become", " have become"),
    (" had left", " have left"),
    (" had yet", " have yet"),
    (" had ", " has "),
)


def _draft(body: str, verdict: Verdict, moment: Moment) -> Draft:
    return Draft(body=body, verdict=verdict, as_of=moment.as_of, paper=moment.paper)


KINDS = {
    "States Parties": (parties, 12),
    "States outside": (outside, 8),
    "signatories": (signatories, 5),
    "withdrawn": (withdrawn, 3),
    "bounds": (bounds, 5),
    "shares": (shares, 4),
    "sums": (sums, 5),
}
"""Kind to its writer and its weight."""
