"""How many States have joined, are outside, are signatories, have withdrawn, on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_denied, is_hedged, is_question
from accede.reporting.checker.scope import When, told, when_it_stood
from accede.reporting.checker.timeline import Measure, Period, Timeline, Value
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")
ONE_DAY = timedelta(days=1)

N = r"⟦N(?P<n>\d+)⟧"
T = r"⟦T\d+⟧"
STATES = (
    r"(?:(?:of the |the |of )?(?:sovereign |independent |different )?(?:(?P<un>UN |United Nations )?(?:[Mm]ember )?)?"
    r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Gg]overnments?)(?: in the world| of the world| worldwide)?)"
)
OUT_OF = r"(?: (?:out )?of (?:the |all )?(?:world['’]s |existing )?(?:⟦N\d+⟧ )?)?"
COUNTED = rf"{N}{OUT_OF} ?(?:more )?{STATES}(?: in total)?"
ADV = (
    r"(?:(?:now|today|currently|still|also|already|so far|thus far|to date|at present|presently|then|"
    r"formally|have|has|had|"
    r"all|in total|in all|since|both|either|subsequently|⟦D\d+⟧),? )*"
)
TO_T = rf"(?: (?:to|of|in|from|outside|outside of)(?: the scope of)? {T})?"

PARTY = (
    rf"(?:(?:[Ss]tates?|[Cc]ontracting|[Cc]ountry)[- ][Pp]art(?:y|ies)|[Pp]arties|[Mm]ember [Ss]tates?|"
    rf"[Mm]embers?|[Aa]dherents){TO_T}"
)
SURE_PARTY = (
    rf"(?:(?:[Ss]tates?|[Cc]ontracting)[- ][Pp]art(?:y|ies){TO_T}|(?:[Pp]arties|[Mm]ember [Ss]tates|"
    rf"[Mm]embers) (?:to|of) {T})"
)
NOT_PARTY = (
    rf"(?:[Ss]tates? (?:(?:that|which) (?:are|were) |still |currently |yet )?(?:not|"
    rf"non)[- ]?(?:yet )?(?:a )?[Pp]art(?:y|ies)"
    rf"|(?:[Nn]on-[Pp]arty|[Nn]on-[Mm]ember) (?:[Ss]tates?|[Cc]ountries)|[Nn]on-(?:[Ss]tates? )?[Pp]arties|"
    rf"[Ss]tates? [Nn]on-[Pp]art(?:y|ies)"
    rf"|(?:[Ss]tates?|[Cc]ountries|[Nn]ations)(?: still)? (?:not (?:yet )?party|(?:still |"
    rf"remaining )?outside(?: of)?|not yet (?:on board|bound))|hold-?outs?|outsiders){TO_T}"
)
SIGNATORIES = rf"(?:[Ss]ignator(?:y|ies)(?: [Ss]tates?)?|[Ss]tates? [Ss]ignatories){TO_T}"
NON_SIGNATORIES = rf"[Nn]on-[Ss]ignator(?:y|ies)(?: [Ss]tates)?{TO_T}"

HAVE = rf"(?:(?:have|has|had) )?{ADV}"
JOINED = (
    rf"{HAVE}(?:joined|ratified(?:,? (?:accepted|approved))*(?: (?:it|"
    rf"{T}))?(?:,? or (?:otherwise )?(?:acceded|accepted|approved|succeeded)(?: to)?)*|"
    rf"acceded(?: to| or ratified)?|adhered|(?:become|became) (?:a )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|"
    rf"[Mm]embers)|signed up|signed on|formally accepted|accepted|"
    rf"(?:formally )?agreed to be bound|consented to be bound|expressed their consent|committed|"
    rf"banned (?:anti-?personnel )?(?:land)?mines|"
    rf"deposited (?:their|its|an?) instruments?(?: of (?:ratification|accession|acceptance|approval|"
    rf"succession)(?:,? (?:or |and )?(?:ratification|accession|acceptance|approval|succession))*)?)"
)
ARE_PARTY = rf"(?:are|were|being|is) {ADV}(?:a )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers|bound|on board)"
REMAIN = rf"(?:(?:have |had |has )?(?:remain(?:s|ed)?|stay(?:s|ed)?|stand|stood|are|were|is|was|lie|still)) {ADV}"
OUTSIDE = (
    rf"(?:(?:{REMAIN})(?:outside(?: of)?|(?:not|non)[- ](?:yet )?(?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies)|"
    rf"yet to (?:join|accede|ratify|become)|to (?:join|accede)(?!\w)|absent|out(?: of)?(?= {T})|unbound)"
    rf"|{HAVE}(?:not|yet to|still to|never|not yet|still not|yet not) {ADV}(?:yet )?(?:join(?:ed)?|ratif(?:y|"
    rf"ied)|acced(?:e|ed)|adhere(?:d)?|become|formally accept(?:ed)?|be(?:en)? (?:a )?part)"
    rf"|(?:do|did) not (?:yet )?(?:belong|adhere)|outside(?: of)?(?= {T})|left (?:to join|outside)|"
    rf"still (?:to join|outside))"
)
SIGNED = rf"{HAVE}(?:signed)"
SIGNED_ONLY = (
    rf"{HAVE}(?:signed)(?: {T})? (?:but|and|yet|without) (?:have |had |has )?(?:(?:still |yet )?(?:not|"
    rf"never)(?: yet)?|yet to|still to|having) ?(?:yet )?(?:ratified|ratify|ratifying)"
)
WITHDRAWN = (
    rf"(?:{HAVE}(?:withdrawn|left|quit|exited|pulled out|denounced|withdrew|departed)(?: from)?|"
    rf"{HAVE}(?:completed|effected) (?:their|its) withdrawals?)"
)
LEAVING = (
    rf"{HAVE}(?:notified|given notice of|submitted (?:their |its |notifications? of )?|deposited (?:their |"
    rf"notifications? of )?|launched|initiated|begun|started)"
    rf"(?: (?:their|its|the|depositary|the depositary of|of|notifications? of|a|process of|"
    rf"to))* ?withdraw(?:al|als|ing)?|(?:are|were|is) (?:in the process of )?(?:withdrawing|leaving)"
)
FORCE = r"(?:entered|come|came|been|is|was|be|enters|entering) (?:in|into) force"

_MORE = (
    r"(?:(?:is|was|are|were|stands?|stood|to|at|reached|remain(?:s|ed)?|has reached|have reached|had reached|"
    r"hit|equals|amount(?:s|ed)? to|came to|comes to|total(?:s|led)?|rose|risen|rises|grew|grown|climbed|fell|"
    r"fallen|dropped|increased|decreased|has|had|now|today|currently|then|up|down|thus|therefore|already|⟦D\d+⟧|"
    r":|=|,|standing) ?)+"
)
_HAS = (
    r"(?:has|have|had|counts?|counted|numbers|numbered|comprise[sd]?|boasts?|enjoys?|enjoyed|total(?:s|"
    r"led)?|reached|has reached|had reached|gained|gathers|unites|united|"
    r"brings together|is joined by|include[sd]?|with|of|at) "
)
_START = r"(?:^|[(:;,–—-] ?|⟦D\d+⟧ |\b(?:with|and|now|today|currently|to|by|its|all|or|among) )"
_END = (
    r"(?=\s*(?:$|[.,;:)–—\]]|⟦D\d+⟧|\b(?:as of|as at|on|in|by|today|now|currently|and|so far|to date|worldwide|"
    r"at present)\b))"
)


@dataclass(frozen=True, slots=True)
class Property:
    """What States are counted for: nouns that name them, verbs that say it, and what else the words may mean."""

    measure: Measure
    nouns: str = ""
    sure_nouns: str = ""
    verbs: str = ""
    others: tuple[Measure, ...] = ()
    is_event: bool = False


PROPERTIES: tuple[Property, ...] = (
    Property(Measure.SIGNATORY, "", "", SIGNED_ONLY),
    Property(Measure.NON_SIGNATORY, NON_SIGNATORIES, NON_SIGNATORIES, "", (Measure.OUTSIDE,)),
    Property(Measure.OUTSIDE, NOT_PARTY, NOT_PARTY, OUTSIDE, (Measure.OUTSIDE_BY_FORCE,)),
    Property(Measure.LEAVING, "", "", LEAVING, (Measure.WITHDRAWN,)),
    Property(Measure.WITHDRAWN, "[Ww]ithdrawals", "[Ww]ithdrawals", WITHDRAWN, (Measure.LEAVING,), True),
    Property(Measure.JOINED, PARTY, SURE_PARTY, rf"(?:{JOINED}|{ARE_PARTY})", (Measure.IN_FORCE,), True),
    Property(Measure.SIGNED, SIGNATORIES, SIGNATORIES, SIGNED, (Measure.SIGNATORY,), True),
)

ORDER = (Measure.NOT_IN_FORCE, Measure.IN_FORCE, *(prop.measure for prop in PROPERTIES))
"""Where several readings fit a number, the first counts."""

NARROWED = re.compile(
    r"\b(?:attend\w*|particip\w+|took part|taking part|takes part|take part|present(?! day| time)|"
    r"delegat\w+|represent\w*|voted|voting|votes?|abstain\w*|abstention\w*|"
    r"co-?sponsor\w*|observers?|took the floor|registered|Article \d|obligations?|deadlines?|extensions?|"
    r"contaminat\w*|mine-affected|affected|victims?|survivors?|"
    r"legislation|stockpil\w*|retain\w*|destroy\w*|destruction|clear(?:ed|ance|ing)|completed|reports?|"
    r"reported|reporting|submitted|contribut\w+|donors?|elected|request\w*|"
    r"declared|assist\w+|produc\w+|used|adopted|met|gathered|interviewed|visited|meeting|replied|responded|"
    r"answered|spoke|delivered|statements?)\b",
    re.IGNORECASE,
)
RESTRICTED = re.compile(
    r",? ?(?:(?:that|which|who|whose)\b(?! (?:remain|are (?:still |currently )?(?:not|outside)|have not|"
    r"had not|has not|make|constitute|form|now))|with\b|from\b|attend|present\b|particip|"
    r"report(?:ing|ed)\b|having\b|taking\b|took\b|were present|submit|vot(?:ed|ing)\b|abstain|spoke\b|"
    r"represented|in attendance|affected|responsible|concerned|listed|adopt|met\b|gather|"
    r"agreed\b|decided\b|elected\b|still (?:have|with|contaminated)|yet to (?:complete|fulfil|report|submit|"
    r"destroy|clear)|(?:have|had|has) (?:completed|reported|submitted|destroyed|cleared|declared|attended|"
    r"participated|taken|voted|requested|finished|fulfilled|adopted|met|never|now completed))",
    re.IGNORECASE,
)
FEWEST_STATES = 185
"""A whole of so many States or more is all of them."""
REGION = re.compile(
    r"\b(?:Africa\w*|Asia\w*|Europe\w*|the Americas?|Latin America|Pacific|Caribbean|Middle East\w*|Gulf|"
    r"Arab|Oceania|Balkans?|Baltic|Nordic|ASEAN|EU|NATO|OAS|"
    r"Commonwealth|Francophon\w+|GCC|regions?|regional|sub-?regions?|G20|G7|nuclear-weapons?|P5|"
    r"permanent members|least developed|LDCs?|small island|landlocked|"
    r"Central|Eastern|Western|Northern|Southern|Mediterranean|Sahel|Horn of|MENA|South-?East|group of|"
    r"category|continents?|neighbou?rs|Council of|League|Union|alliance)\b"
)
SUBSET = re.compile(
    r"^(?:\W*)(?:Of|Among|Amongst|Out of|From among) (?!the (?:world['’]s|⟦N\d+⟧ (?:UN |"
    r"United Nations )?(?:States|Member States|countries|nations))(?! (?:Part|not|"
    r"that)))[^,]{0,60}?⟦[NL]\d+⟧[^,]{0,80},"
)
ABOUT_A_MEETING = re.compile(r"^\W*(?:At (?:the )?)?⟦M\d+⟧(?: ?\([^)]*\))? ?:")
DEFINITE = re.compile(
    r"(?:⟦T\d+⟧['’]s|\b(?:the|these|those|all|each of the|all of the|all the|our|its|among the|"
    r"the remaining|remaining|other|of the))\s*$",
    re.IGNORECASE,
)
EXISTS = re.compile(
    r"\b(?:there (?:are|were|is|was|have been|had been|remain|remained)|leav(?:es|ing|e)|left|only|just|"
    r"with|still|remaining|total of|these|those|the|all|remain(?:s|ed)?)(?: only| just| still| some| now|"
    r" currently| then)*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim(Claim):
    """A number of States. `others` are other usual ways of counting what the words say; `is_event` that they may count
    what happened in the days given instead of what held on them."""

    measure: Measure
    others: tuple[Measure, ...]
    quantity: Quantity
    when: When | None
    is_ours: bool | None
    is_event: bool = False


def find(sentence: Sentence, context: Context) -> Iterator[CountClaim]:
    """The numbers of States of a sentence, each once."""
    if sentence.language != "en" or is_question(sentence):
        return
    taken: set[str] = set()
    for match, prop, is_weak in sorted(_matches(sentence), key=lambda found: (found[2], ORDER.index(found[1].measure))):
        number = match["n"]
        if number in taken:
            continue
        if _is_total(sentence, match, is_weak=is_weak):
            claim = _claim(sentence, context, match, prop)
            taken.add(number)
            if claim:
                yield claim


def judge(claim: CountClaim, answers: Answers) -> Judgement:
    """Whether a number was right on its day, by any usual way of counting."""
    if claim.is_ours is None:
        return cannot_tell("It is not clear of which treaty this number is said. Name the treaty in the sentence.")
    if not claim.is_ours:
        return cannot_tell("This number is said of another treaty, of which the register holds no full list of States.")
    when = settled(claim.when, answers)
    if when is None:
        return cannot_tell("The day of this number is not clear. Say as of which day it is meant.")
    timeline = answers.timeline
    if when.last < _first_day(timeline):
        return cannot_tell("The treaty was not yet open for signature then.", _told(timeline, claim.measure, when))
    return _judged(claim, when, timeline, answers)


def settled(when: When | None, answers: Answers) -> When | None:
    """The days of a claim, those of the meeting it names where it names one."""
    if when is None or not when.meeting:
        return when
    days = answers.days_of(when.meeting)
    if days is None or days.earliest is None or days.latest is None:
        return None
    return When(days.earliest, days.latest, Lead.ON, is_sure=when.is_sure)


def _matches(sentence: Sentence) -> Iterator[tuple[re.Match[str], Property, bool]]:
    if "⟦N" not in sentence.outline:
        return
    for prop, is_weak, frame in _frames():
        for match in frame.finditer(sentence.outline):
            yield match, prop, is_weak


@cache
def _frames() -> tuple[tuple[Property, bool, re.Pattern[str]], ...]:
    """Each property in each of the ways in which papers put a number; those that need a look around are weak."""
    made: list[tuple[Property, bool, str]] = []
    for prop in PROPERTIES:
        nouns, verbs = prop.nouns, prop.verbs
        if verbs:
            made.append((prop, False, rf"{COUNTED} {ADV}{verbs}"))
            made.append(
                (
                    prop,
                    False,
                    rf"\b(?:of|among|out of) (?:the |"
                    rf"all )?(?:world['’]s )?⟦N(?P<whole>\d+)⟧ {STATES},? (?:only |just |"
                    rf"some )?{N} {ADV}{verbs}",
                )
            )
            made.append((prop, True, rf"{COUNTED} (?P<rel>(?:that|which|who)(?: currently| still)?) {ADV}{verbs}"))
            made.append(
                (
                    prop,
                    False,
                    rf"\b(?:number|total|tally|count|list|"
                    rf"group) of {STATES.replace('<un>', '<un_b>')} (?:that|which|"
                    rf"who)? ?{ADV}{verbs}(?: {T})? ?{_MORE}{ADV}{N}",
                )
            )
        if nouns:
            made.append(
                (
                    prop,
                    False,
                    rf"(?:{T}(?:'s|’s)?|\bit|\bwhich|\bthere|\bnow|\bmembership)(?:[^.;:⟦]|"
                    rf"⟦[DL]\d+⟧){{0,90}}?\b{_HAS}{ADV}{N} (?:\w+ )?{nouns}",
                )
            )
            made.append(
                (prop, False, rf"\bthere (?:are|were|is|was|have been|had been|remain|remained) {ADV}{N} {nouns}")
            )
            made.append(
                (
                    prop,
                    False,
                    rf"\b(?:number|total|tally|count|membership|figure|list|family|"
                    rf"community) of (?:the )?{nouns}(?: {T})?(?: to [^.;:⟦]{{0,30}})? "
                    rf"?{_MORE}{ADV}{N}(?![^.;]{{0,3}} (?:per|years))",
                )
            )
            made.append(
                (
                    prop,
                    False,
                    rf"{COUNTED} (?:are|were|is|was|being|became|become|have become|had become) {ADV}(?:a )?{nouns}",
                )
            )
            made.append((prop, True, rf"{N} {prop.sure_nouns}"))
    made += [
        (PROPERTIES[5], False, rf"\bmembership (?:of {T} )?{_MORE}{ADV}{N}"),
        (PROPERTIES[5], False, rf"\bmembership of {T} (?:[^.;:⟦]){{0,30}}{N}"),
        (
            PROPERTIES[5],
            False,
            rf"{T}(?: \w+)? (?:has|had) (?:been )?{ADV}(?:ratified|joined|accepted|acceded to|embraced) by {COUNTED}",
        ),
        (
            PROPERTIES[5],
            False,
            rf"{T} (?:now |currently )?(?:has|had|counts?) {ADV}{N} (?:ratifications?(?: (?:and|"
            rf"or) accessions?)?|instruments)",
        ),
        (PROPERTIES[5], True, rf"\b(?:joined|ratified|accepted|embraced|adhered to|acceded to|supported) by {COUNTED}"),
        (
            PROPERTIES[5],
            False,
            rf"{N} instruments? of (?:ratification|accession)[^.;⟦]{{0,60}} (?:have|had|has) been deposited",
        ),
        (PROPERTIES[6], False, rf"{COUNTED}\b(?:[^.;⟦]|⟦D\d+⟧){{0,160}}?\bby signing {T}"),
        (PROPERTIES[6], False, rf"{T}[^.;⟦]{{0,40}}\b(?:was|were|is|had been|has been) {ADV}signed by {COUNTED}"),
        (PROPERTIES[6], False, rf"{T}[^.;⟦]{{0,30}}\b(?:has|had) {N} signatories"),
        (
            PROPERTIES[2],
            False,
            rf"\bleav(?:es|ing|e) {ADV}(?:only |just )?{COUNTED} (?:still )?(?:outside|not party|yet to join)",
        ),
        (
            PROPERTIES[2],
            True,
            rf"\b(?:the )?(?:remaining|other) {N} {STATES}(?= (?:to|are|that|not|must|should|outside|still|"
            rf"have|can|will|remain))",
        ),
        (
            PROPERTIES[2],
            True,
            rf"(?:^|[;:,] ?|\band ){N} (?:remain(?:s|ed)? |still |are |were )?outside\b(?! (?:of )?(?!{T})\w)",
        ),
        (Property(Measure.IN_FORCE), False, rf"\b{FORCE} {ADV}(?:for|in|with respect to) {ADV}{COUNTED}"),
        (
            Property(Measure.IN_FORCE),
            False,
            rf"{COUNTED} for (?:which|whom) {T} (?:is|was|has|"
            rf"had) {ADV}{FORCE.replace('(?:entered', '(?:in force|entered')}",
        ),
        (
            Property(Measure.NOT_IN_FORCE),
            False,
            rf"{COUNTED}[^.;⟦]{{0,60}}(?:for which|but for (?:which|whom)|but) {T}? ?(?:has|had|is|"
            rf"was) not (?:yet )?(?:entered into|in|come into) force",
        ),
    ]
    return tuple((prop, is_weak, re.compile(pattern, re.IGNORECASE)) for prop, is_weak, pattern in made)


def _is_total(sentence: Sentence, match: re.Match[str], *, is_weak: bool) -> bool:
    """Whether a number counts all States of its kind, and not those that attended, reported, or lie in a region."""
    outline = sentence.outline
    first, last = sentence.clause(match.start())
    if whole := match.groupdict().get("whole"):
        return sentence.numbers[int(whole)].number >= FEWEST_STATES
    if SUBSET.search(outline) or ABOUT_A_MEETING.search(outline) or RESTRICTED.match(outline, match.end()):
        return False
    if REGION.search(outline[max(0, first) : last]) or is_denied(sentence, match.start()):
        return False
    if not is_weak:
        return True
    number = re.search(r"⟦N\d+⟧", match[0])
    before = outline[: match.start() + (number.start() if number else 0)]
    if NARROWED.search(outline[match.start() : match.end()]):
        return False
    is_definite = bool(DEFINITE.search(before))
    if re.search(r"\b(?:of|from|by|among|between) (?:some |about |only )?$", before, re.IGNORECASE) and not match[
        0
    ].lower().startswith(("joined", "ratified", "accepted", "embraced", "adhered", "acceded", "supported")):
        return False
    if match.groupdict().get("rel"):
        return (
            is_definite
            or bool(EXISTS.search(before))
            or (
                bool(re.match(_END, outline[match.end() :], re.IGNORECASE)) and not NARROWED.search(outline[first:last])
            )
        )
    if is_definite:
        return not _is_subject_of_acting(outline, match.end())
    if re.search(r"\b(?:remaining|other|outside)\b", match[0]) and not NARROWED.search(outline[first:last]):
        return True
    is_framed = re.search(rf"{_START}$", before, re.IGNORECASE) and re.match(
        _END, outline[match.end() :], re.IGNORECASE
    )
    return bool(is_framed) and not NARROWED.search(outline)


def _is_subject_of_acting(outline: str, at: int) -> bool:
    return bool(NARROWED.match(outline, at + 1)) or bool(
        re.match(
            r",? (?:have |had |has |also |then |all |who )*(?:attended|participated|took part|voted|"
            r"abstained|adopted|agreed|met|decided|elected|spoke|reported|submitted|completed)",
            outline[at:],
        )
    )


def _claim(sentence: Sentence, context: Context, match: re.Match[str], prop: Property) -> CountClaim | None:
    quantity = sentence.numbers[int(match["n"])]
    measure, others = prop.measure, prop.others
    if match.groupdict().get("un") or re.search(r"(?:UN|United Nations) [Mm]ember", match[0]):
        others = (*others, Measure.UN_JOINED if measure is Measure.JOINED else Measure.UN_OUTSIDE)
    if measure is Measure.JOINED:
        words = match[0].lower()
        if "ratif" in words and not re.search(r"acced|join|adher", words):
            others = (*others, Measure.RATIFIED)
        elif "acced" in words and not re.search(r"ratif|join", words):
            others = (*others, Measure.ACCEDED)
    is_presupposed = match[0].startswith("⟦N") and bool(DEFINITE.search(sentence.outline[: match.start()]))
    if is_conditional(sentence) or (not is_presupposed and is_hedged(sentence, match.start(), match.end())):
        return None
    is_event = prop.is_event and not re.search(r"\b(?:have|has|had|are|were|is)\b", match[0])
    when = when_it_stood(sentence, context, match.start(), match.end())
    if when is None and is_event:
        when = None
    spot = context.spot(sentence, match.start(), match.end())
    return CountClaim(
        kind=ClaimKind.COUNT,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{quantity.wording()} {measure.label}" + (f", {when.wording()}" if when and not when.meeting else ""),
        spots=(spot,),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        measure=measure,
        others=others,
        quantity=quantity,
        when=when,
        is_ours=context.is_ours(sentence, match.start(), match.end()),
        is_event=is_event or _is_since(sentence, context, match),
    )


def _is_since(sentence: Sentence, context: Context, match: re.Match[str]) -> bool:
    first, last = sentence.clause(match.start())
    return any(
        sentence.days[index].lead in (Lead.SINCE, Lead.AFTER) for _, _, index in sentence.signs("D", first, last)
    )


def _judged(claim: CountClaim, when: When, timeline: Timeline, answers: Answers) -> Judgement:
    ways = (claim.measure, *claim.others)
    seen = {way: timeline.values(way, when.first, when.last) for way in ways}
    register = _told(timeline, claim.measure, when)
    for way in ways:
        held = [value for value in seen[way] if claim.quantity.fits(value.counted)]
        if any(value.is_certain for value in held):
            keys = tuple(timeline.took_hold(way, date.min, when.last)[-1:])
            why = (
                ""
                if way is claim.measure
                else (
                    f"Right counting {way.label}; counting {claim.measure.label} it is {_numbers(seen[claim.measure])}."
                )
            )
            return agrees(register, why, keys)
        if held or any(claim.quantity.fits(n) for value in seen[way] for n in range(value.least, value.most + 1)):
            return cannot_tell("The dates held leave this open: " + _open(answers, when.last), register)
    if any(claim.quantity.fits(value.counted) is None for way in ways for value in seen[way]):
        return cannot_tell(
            f"The register has {_numbers(seen[claim.measure])}; whether that is "
            f"“{claim.quantity.wording()}” is a matter of words.",
            register,
        )
    if claim.is_event and (found := _happened(claim, when, timeline)):
        return found
    return _otherwise(claim, when, timeline, answers, register)


def _happened(claim: CountClaim, when: When, timeline: Timeline) -> Judgement | None:
    """What the number may count instead: those that did it within the days."""
    until = when.last
    first = when.first
    if when.lead not in (Lead.BY, Lead.AS_OF):
        keys = tuple(timeline.took_hold(claim.measure, first - ONE_DAY, until))
        flow = (
            len(keys)
            if claim.measure is not Measure.WITHDRAWN
            else len(timeline.took_hold(Measure.WITHDRAWN, first - ONE_DAY, until))
        )
        if claim.quantity.fits(flow):
            return agrees(f"{flow} in that time", "", keys[-12:])
    return None


def _otherwise(claim: CountClaim, when: When, timeline: Timeline, answers: Answers, register: str) -> Judgement:
    """A number that was not right: when it was, and whether that is sure enough to say."""
    if not when.is_sure:
        return cannot_tell(
            "The sentence names several days, or none that is surely that of the number. Say as of which "
            "day it is meant.",
            register,
        )
    if when.last > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", register)
    if claim.is_event and when.lead not in (Lead.BY, Lead.AS_OF) and when.first != when.last:
        values = timeline.values(claim.measure, when.first, when.last)
        if (
            any(claim.quantity.fits(n) for n in range(values[0].counted, values[-1].counted + 1))
            and claim.quantity.number > values[0].counted
            and claim.quantity.number < values[-1].counted
        ):
            return cannot_tell(
                f"On the way from {values[0].counted} to {values[-1].counted} in that time; say on which day.", register
            )
    if when.first == when.last:
        day_before = timeline.value(claim.measure, when.first - ONE_DAY)
        if claim.quantity.fits(day_before.counted):
            return cannot_tell("Right until the day before; the number changed on that very day.", register)
    if claim.measure in (Measure.OUTSIDE, Measure.NON_SIGNATORY) and (why := _other_universe(claim, when, timeline)):
        return cannot_tell(why, register)
    periods = right_when(claim.quantity, claim.measure, claim.others, timeline, when.last)
    why = f"The register has {_numbers(timeline.values(claim.measure, when.first, when.last))}{_by(when)}."
    if periods:
        why += f" {claim.quantity.number:g} was right {periods}."
    return contradicts(register, why, tuple(_between(claim, when, timeline)))


def right_when(quantity: Quantity, measure: Measure, others: Sequence[Measure], timeline: Timeline, until: date) -> str:
    """When a number was right by each way of counting ("by deposits from ... to ..."); "" for never."""
    if quantity.bound is not Bound.EXACT or quantity.is_share:
        return ""
    number = int(quantity.number)
    clauses = []
    names = {
        Measure.JOINED: "by deposits",
        Measure.IN_FORCE: "in force",
        Measure.OUTSIDE: "by deposits",
        Measure.OUTSIDE_BY_FORCE: "counting from the entry into force",
    }
    for way in (measure, *others):
        periods = timeline.periods(way, number)
        if periods:
            near = [one for one in periods if one.first <= until] or periods[:1]
            label = names.get(way, "" if way is measure else way.label)
            clauses.append(f"{label} {_periods(near)}".strip())
    return ", ".join(clauses)


def _periods(periods: Iterable[Period]) -> str:
    return " and ".join(
        f"from {one.first.isoformat()} to {one.last.isoformat()}" if one.last else f"since {one.first.isoformat()}"
        for one in periods
    )


def _between(claim: CountClaim, when: When, timeline: Timeline) -> list[str]:
    """The actions that came between the time when the number was right and the day it is said of."""
    periods = timeline.periods(claim.measure, int(claim.quantity.number))
    earlier = [one.last for one in periods if one.last and one.last < when.last]
    if earlier:
        return timeline.took_hold(claim.measure, max(earlier), when.last)[:12]
    return timeline.took_hold(claim.measure, date.min, when.last)[-3:]


def _other_universe(claim: CountClaim, when: When, timeline: Timeline) -> str:
    """Whether those outside are right where only Members of the United Nations are counted, or one State more or less."""
    if any(claim.quantity.fits(value.counted) for value in timeline.values(Measure.UN_OUTSIDE, when.first, when.last)):
        return "Right where only Members of the United Nations are counted. Say which States are counted."
    if when.first < date(2012, 11, 30):
        values = timeline.values(claim.measure, when.first, when.last)
        if any(claim.quantity.fits(value.counted + more) for value in values for more in (-2, -1, 1, 2)):
            return "How many States there were was counted in several ways then. Say of how many States."
    return ""


def _open(answers: Answers, on: date) -> str:
    why = [
        found.why
        for iso3 in answers.timeline.states
        if (found := answers.timeline.standing(iso3, on)) is not None and found.is_uncertain
    ]
    return " ".join(why) or "the day of an action is not known."


def _numbers(values: Sequence[Value]) -> str:
    numbers = [value.counted for value in values]
    return str(numbers[0]) if len(set(numbers)) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _by(when: When) -> str:
    return "" if when.first == when.last else f" in {when.wording()}"


def _told(timeline: Timeline, measure: Measure, when: When) -> str:
    """What the register has on the day, by the usual ways of counting."""
    on = when.last
    if measure in (Measure.JOINED, Measure.IN_FORCE):
        joined, force = timeline.value(Measure.JOINED, on), timeline.value(Measure.IN_FORCE, on)
        told_of = (
            f"{joined.counted} joined and in force"
            if joined == force
            else f"{joined.counted} joined, {force.counted} in force"
        )
        return f"{told_of} on {told(on)}"
    return f"{timeline.value(measure, on).counted} {measure.label} on {told(on)}"


def _first_day(timeline: Timeline) -> date:
    opened = timeline.treaty.dates.opened
    return opened.earliest if opened and opened.earliest else date.min
