"""The ways in which numbers of States are put, whatever is counted: by what States did, or by what they are. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from accede.reporting.checker.counting.words import ADV, COUNTED, ENDS, MAY_JOIN, PLAIN_STATES, STATES, N, Property, T

Way = tuple[Property, str, *tuple[str, ...]]
"""What is counted, how the words say it ("weak", "stock", "part", "noun", "label": see `Put`), and the parts of their pattern."""
BEING = (
    r"(?:(?:is|was|are|were|stands?|stood|to|at|reached|remain(?:s|ed)?|has reached|have reached|had reached|"
    r"hit|equals|amount(?:s|ed)? to|came to|comes to|total(?:s|led)?|rose|risen|rises|grew|grown|climbed|fell|"
    r"fallen|dropped|sank|shrunk|increased|decreased|has|had|now|today|currently|then|up|down|thus|therefore|already|"
    r"⟦D\d+⟧|numbers?|numbered|remained|still|from(?= ⟦N\d+⟧(?! to))|from ⟦N\d+⟧ to|standing|:|=|,) ?)+"
)
HAVING = (
    r"(?:has|have|had|counts?(?: ⟦D\d+⟧| now)?(?: on)?|counted(?: on)?|numbers|numbered|comprise[sd]?|boasts?|"
    r"enjoys?|enjoyed|total(?:s|led)?|reached|gathers|unites|united|bears|bore|carries|carried|"
    r"brings together|is joined by|include[sd]?|with|of|at|(?:the )?(?:support|participation|membership|adherence) of) "
)
GAINING = (
    r"(?:gain(?:ed|s)|gathered|attract(?:ed|s)|drawn|won|secured|collected|received|got|obtained|acquired|seen|saw|recorded|"
    r"suffered|welcomed|added)"
)
"""May be told of a time: "gained four new States Parties in 2005"."""
BRINGING = r"(?:bring(?:s|ing)?|brought|rais(?:e[sd]?|ing)|tak(?:e|es|ing)|took|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)"
TOTAL = r"(?:number|total|tally|count|membership|figure|list|family|community|circle|group)"
OF_T = rf"(?: {T})?"
AMONG_THEM = (
    r"(?:(?:,| [–—-]{1,2}| \() ?(?:⟦L|including|among|most|many|some|all|notably|such as|mainly|mostly|⟦N\d+⟧ "
    r"of)[^.;]{0,90}?"
    r"(?:,| [–—-]{1,2}|\)))"
)
"""What is told of those counted before it is said what they did."""


def of_verbs(prop: Property) -> Iterator[Way]:
    """Numbers of States that do or did something."""
    verbs = prop.verbs
    going_on = verbs.replace(ENDS, "")
    yield prop, "", COUNTED, rf"{AMONG_THEM}? {ADV}", verbs
    yield prop, "", rf"(?P<bare>){N} of (?:them|these|those|whom|which|us)", rf",? {ADV}", verbs
    yield (
        prop,
        "stock",
        rf"(?P<bare>)(?:^|[;:] |, (?:and |while |whereas )?|\band |^\W*(?:[Oo]nly|[Jj]ust) ){N}",
        rf" {ADV}",
        verbs,
    )
    yield (
        prop,
        "stock",
        rf"\b(?:of|among|out of|from) (?:the |all |all the )?(?:world['’]s )?⟦N(?P<whole>\d+)⟧ {STATES}{MAY_JOIN}?,? "
        rf"(?:only |just |some )?{N}",
        rf"(?: {PLAIN_STATES})? {ADV}",
        verbs,
    )
    yield (
        prop,
        "stock",
        rf"\b(?:leav(?:es|ing|e)|left) {ADV}{N}",
        rf"(?: {PLAIN_STATES})? (?:that|which|who) {ADV}",
        verbs,
    )
    yield prop, "weak", rf"{COUNTED} (?P<rel>(?:that|which|who)(?: currently| still)?)", rf" {ADV}", verbs
    yield (
        prop,
        "stock",
        rf"\b{TOTAL} of (?:the )?{PLAIN_STATES}",
        rf" (?:that|which|who)? ?{ADV}",
        going_on,
        rf"{OF_T} ?{BEING}{ADV}{N}",
    )
    yield (
        prop,
        "stock",
        rf"\b{PLAIN_STATES} (?:that|which|who)? ?{ADV}",
        going_on,
        rf"{OF_T} (?:now |then )?(?:number|total)(?:ed|s|led)? {N}",
    )
    yield (
        prop,
        "stock",
        rf"\b(?:the|those|all) {PLAIN_STATES} (?:that|which|who)",
        rf" {ADV}",
        going_on,
        rf"{OF_T},? (?:are|were|is|was) {ADV}{N}"
        r"(?: in (?:number|all|total))?(?= ?(?:$|[.,;)]|⟦D))",
    )
    yield prop, "stock", rf"(?P<bare>)(?:\binto|\bof|[,:]) {N} (?:that|which|who)", rf" {ADV}", verbs
    yield (
        prop,
        "stock",
        rf"\b{BRINGING}(?: up| down)? to {N} (?:the |its |their )?(?:total )?{TOTAL} of (?:the )?{PLAIN_STATES} ",
        rf"(?:that|which|who)? ?{ADV}",
        verbs,
    )
    yield (
        prop,
        "stock",
        rf"\b{BRINGING} (?:the |its |their )?(?:total )?{TOTAL} of (?:the )?{PLAIN_STATES} ",
        rf"(?:that|which|who)? ?{ADV}",
        going_on,
        rf"{OF_T} (?:up |down )?to {N}",
    )


def of_nouns(prop: Property) -> Iterator[Way]:
    """Numbers of States Parties, of States not party, of signatories."""
    nouns = prop.nouns
    yield (
        prop,
        "stock noun",
        rf"(?:{T}(?:'s|’s)?|\bit|\bwhich|\bthere|\bnow|\bmembership|\bfamily|\bcommunity)"
        rf"(?:[^.;:⟦]|⟦[DL]\d+⟧){{0,90}}?\b{HAVING}{ADV}{N} (?:(?!former\b|new\b|more\b|further\b|"
        rf"additional\b)\w+ )?",
        nouns,
    )
    yield (
        prop,
        "noun",
        rf"(?:{T}(?:'s|’s)?|\bit|\bwhich|\bthat|\bmembership|\bfamily)(?:[^.;:⟦]|⟦[DL]\d+⟧){{0,90}}?\b{GAINING} {ADV}"
        rf"{N} (?:new |more |further |additional |other )?",
        nouns,
    )
    yield (
        prop,
        "noun",
        rf"⟦D\d+⟧ (?:gave|brought|added|handed|won|earned|yielded)(?: to)? {T} {N} (?:new |more |further |additional )?",
        nouns,
    )
    yield prop, "stock", rf"\bat {N},? (?:the |its )?{TOTAL} of (?:the )?", nouns
    yield prop, "stock noun", rf"\bwe (?:are|were|number|have been|had been) {ADV}{N} ", nouns
    yield (
        prop,
        "stock",
        r"\b",
        nouns,
        rf"{OF_T},? (?:(?:are|were|now|is|was|thus|then|⟦D\d+⟧),? )*{N} in (?:number|all|total)\b",
    )
    yield (
        prop,
        "stock",
        r"\b",
        nouns,
        rf" (?:now |then |already |thus )?(?:number(?:ed|s)?|total(?:ed|led|s)?) {ADV}{N}",
    )
    yield prop, "stock noun", rf"\bthere (?:are|were|is|was|have been|had been|remain|remained) {ADV}{N} ", nouns
    yield (
        prop,
        "stock noun",
        rf"\b{TOTAL} (?:of|for) (?:the )?",
        nouns,
        rf"{OF_T}(?: to (?!⟦)[^.;:⟦]{{0,30}})? ?{BEING}{ADV}{N}(?![^.;]{{0,3}} "
        rf"(?:per|years))",
    )
    yield (
        prop,
        "stock noun",
        rf"\b{BRINGING}(?: up| down)? to {N} (?:the |its )?(?:total )?{TOTAL} of (?:the )?",
        nouns,
    )
    yield (
        prop,
        "stock noun",
        rf"\b{BRINGING} (?:the |its )?(?:total )?{TOTAL} of (?:the )?",
        nouns,
        rf"{OF_T} (?:up |down )?to {N}",
    )
    yield (
        prop,
        "stock noun",
        rf"{COUNTED} (?:are|were|is|was|being|became|become|have become|had become) {ADV}(?:a )?",
        nouns,
    )
    yield (
        prop,
        "stock label noun",
        _LABEL,
        nouns,
        rf"(?: \(total\))? ?[:=] ?(?P<label>){N}(?= ?(?:$|[.,;()/|–—]|⟦D|\band\b))",
    )
    yield prop, "weak stock noun", rf"{N} ", prop.sure_nouns


_LABEL = r"(?:^\W{0,4}|[.;,(|–—] ?|\b(?:[Tt]otal )?[Nn]umber of |\b[Tt]otal )"
