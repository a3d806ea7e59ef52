"""Codes to propose for a passage, each with the words that show it, for a person to accept or refuse one by one. Pure.

Wider than `circumstances.codes_of`, whose codes are recorded with a whole paper: here a code too many costs one key, and a
code too few is not thought of. Conditions are read with their target and, where it is told, the day they were expected by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from accede.evidence.values import Code
from accede.intake.prose.circumstances import CIRCUMSTANCES, POSITIONS, STEPS
from accede.intake.prose.days import MONTH, days
from accede.vocabulary.label import Labelled
from accede.vocabulary.statements import Circumstance, CodeKind, Position, Step

WRITTEN = {
    "<aims>": "(?:aims?|goals?|objectives?|purposes?|principles?|philosophy|spirit|ideals?|causes?)",
    "<good>": "(?:noble|humane|humanitarian|lofty|laudable)",
    "<able>": (
        "(?:support(?:s|ed|ive)?|shar(?:es?|ed|ing)|appreciat\\w+|endors\\w+|welcom\\w+|subscrib\\w+"
        "|commend\\w+|uphold\\w*|agree\\w*)"
    ),
    "<made>": r"(?:\w+,? ){0,8}",
    "<mines>": "(?:anti-?personnel (?:land)?mines?|landmines?|mines|APMs?|APLs?)",
    "<month>": MONTH,
}
"""What stands for several words in the patterns below."""
_CIRCUMSTANCES: Mapping[Labelled, tuple[str, ...]] = {
    Circumstance.MILITARY_UTILITY: (
        r"(?:legitimate|defensive|effective)\W+(?:\w+\W+){0,2}(?:role|weapons?|means of defence|military use)",
        "(?:cannot|not (?:be )?able to|unable to) (?:renounce|give up|forgo|do without)[^.;]{0,40}<mines>",
        "renounce the use of",
        r"\b(?:frontier|border) (?:areas|protection|defence)\b",
        "defensive weapons?",
    ),
    Circumstance.NATIONAL_SECURITY: (
        r"(?:security|defence|defense) (?:\w+ (?:and )?){0,2}(?:threats?|concerns?|needs?|interests?"
        "|requirements?|reasons?|situation|environment|challenges?|considerations?|imperatives?)",
        r"threats? (?:to|of|against|from)\b[^.;]{0,30}(?:security|hostilit\w+|aggression|terror\w*|neighbou?r\w*)",
        r"ensure (?:its|their|our|the) (?:\w+ )?(?:security|defence)",
        r"(?:Korean )?Peninsula\b",
    ),
    Circumstance.UNRESOLVED_CONFLICT: (
        "(?:continuing|ongoing|frozen|protracted|unresolved|territorial|present) (?:conflicts?|disputes?)",
        r"conflict (?:with|over|in|between)\b",
        "territorial integrity",
        "(?:under|foreign) occupation",
        "ceasefire line",
        "in a state of war",
    ),
    Circumstance.RECIPROCITY: (
        r"reciproc\w+",
        "other States (?:of|in) the region",
        r"neighbou?r\w* (?:\w+ ){0,4}(?:join|acced|commit|adher)\w*",
    ),
    Circumstance.LONG_BORDERS: (
        r"(?:long|big|vast|extensive|lengthy)\W+(?:\w+\W+){0,2}(?:borders?|frontiers?|coastlines?)",
    ),
    Circumstance.NO_ALTERNATIVES: (
        r"(?:alternat(?:e|ive)s? (?:technolog\w+|systems?|measures?|weapons?|means|solutions?|methods?)"
        "|functional replacements?|alternatives? to <mines>|(?:viable|effective|cost-effective|new|suitable"
        r"|appropriate) alternatives?|(?:absence|lack) of (?:\w+ )?alternatives?|replac\w+ (?:of|for) (?:the"
        " )?mines)",
    ),
    Circumstance.SELF_DEFENCE: (
        r"(?:right|necessary|measures|strategy)\W+(?:\w+\W+){0,3}(?:self-?\s?defen[cs]e|legitimate defen[cs]e)",
        "self-defen[cs]e",
        "sovereign right",
        "right of legitimate defen[cs]e",
    ),
    Circumstance.BORDERS_NOT_DELIMITED: (
        "delimitation",
        r"demarcat\w+",
        r"delimit\w*",
    ),
    Circumstance.ALLIANCE: (
        r"\ballian\w+",
        "defen[cs]e (?:arrangement|agreement|treaty|pact)s?",
        "Compact of Free Association",
        "mutual defen[cs]e",
    ),
    Circumstance.RESPONSIBILITY_OF_USERS: (
        r"responsib\w+ (?:of|on|for|lies with) (?:the )?(?:\w+ )?(?:States|countries|those|parties|users)",
        "remnants of war",
        r"mines (?:left|laid|planted) (?:by|during|from)[^.;]{0,30}(?:war|foreign|colonial|coloni[sz]\w+|occup\w+)",
    ),
    Circumstance.WEAK_COOPERATION: (
        r"(?:weak|insufficient|inadequate|lack of|no|without)\W+(?:\w+\W+){0,3}(?:cooperation|assistance)",
        "mechanism to assist",
    ),
    Circumstance.LIMITED_RESOURCES: (
        r"(?:limited|scarce|lack of|insufficient|modest)\W+(?:\w+\W+){0,4}(?:resources|capacity|funds|funding"
        "|means)",
        r"(?:financial|economic|technical|budgetary)(?:,| and| or)? (?:\w+ )?(?:issues|problems|concerns"
        "|difficulties|constraints|reasons|resources)",
        r"secur\w+ (?:of )?(?:the )?funding",
        r"costs? of (?:destr|compl|impl)\w+",
    ),
    Circumstance.MANY_TREATIES: (
        r"(?:cumulative|number|burden|many) (?:\w+ ){0,2}(?:of )?(?:\w+ ){0,2}treat(?:y|ies)(?: participation|"
        " obligations)?",
    ),
    Circumstance.DOMESTIC_PROCEDURE: (
        r"(?:internal|domestic|national|constitutional|legal|parliamentary|legislative) (?:\w+ )?(?:procedures?"
        "|requirements?|process(?:es)?|formalities)",
        "(?:approval|ratification|consent) (?:of|by) (?:the )?(?:Congress|Parliament|National Assembly"
        "|legislature|Cabinet)",
        r"seek\w* approval",
    ),
    Circumstance.OTHER_FORUM: (
        "Certain Conventional Weapons",
        r"\bCCW\b",
        r"Protocol II\b",
        "Conference on Disarmament",
        r"(?:other|another|different|appropriate) (?:\w+ )?forums?",
        "(?:framework|context) of (?:the )?United Nations",
    ),
    Circumstance.ARMED_GROUPS: (
        "(?:non-[Ss]tate )?armed (?:groups?|actors?)",
        r"insurgen\w+",
        "terrorist groups?",
        "militias?",
    ),
    Circumstance.CHANGE_OF_GOVERNMENT: (
        "(?:interim|transitional|new|caretaker) (?:Government|government|authorities)",
        "change of government",
        "elections",
    ),
    Circumstance.REVIEW_UNDER_WAY: (
        "(?:internal|policy|interagency|ongoing|comprehensive|further) (?:review|study|studies|consultations?"
        "|assessment)",
        r"(?:under|reviewing|being) (?:review|studied|reviewed)\b",
        "study and consultations?",
    ),
}
_POSITIONS: Mapping[Labelled, tuple[str, ...]] = {
    Position.COMMITTED_TO_ACCEDE: (
        r"(?:it|we|[A-Z]\w+) (?:will|shall) (?:soon |eventually |ultimately |also )?(?:accede|join|ratify|become)",
        r"(?:commit\w*|intend\w*|intention|decid\w+|decision|determin\w+|pledg\w+|ready|readiness|aspir\w+"
        r"|plans?) (?:to |of |on )?(?:\w+ )?(?:accede|acceding|accession|join\w*|ratif\w+|becom\w+)",
        "aspiration",
    ),
    Position.STRATEGIC_OBJECTIVE: (
        "strategic (?:objective|goal|choice)",
        r"ultimate (?:goal|objective) (?:\w+ ){0,2}(?:accession|acced\w+|join\w*)",
    ),
    Position.STEP_BY_STEP: (
        "step[- ]by[- ]step",
        "phased (?:approach|manner)",
        r"gradual\w*",
        r"incremental\w*",
        "in stages",
    ),
    Position.CONSIDERING: (
        r"consider\w*[^.;]{0,40}(?:access\w+|acced\w+|joining|ratif\w+)",
        r"question of (?:acced\w+|access\w+|joining)",
        r"(?:find|finding|look\w* for|seek\w*) (?:\w+ )?ways[^.;]{0,60}(?:accede|comply|join|complian\w+)?",
        r"possib\w+ of (?:acced\w+|access\w+|joining)",
    ),
    Position.DOES_NOT_EXCLUDE: (
        "(?:does|do|did) not (?:exclude|rule out)",
        "(?:will|would|may|might|could) be (?:able|in a position|ready) to (?:accede|join|sign)",
        r"open to (?:acced\w+|access\w+|joining)",
        "(?:in|at some point in) the (?:near )?future[^.;]{0,30}(?:accede|join)",
    ),
    Position.ADHERES_IN_PRACTICE: (
        r"de facto (?:compli\w+|adher\w+|observ\w+|implement\w+)",
        r"(?:adher|compl|observ|respect|abid|implement|act|work)\w* (?:\w+ (?:and |by )?){0,4}(?:provisions"
        "|obligations|terms|norms|spirit|rules|along)",
        r"(?:align\w*|in line|consistent|conform\w*)[^.;]{0,40}(?:polic\w+|Convention|Treaty)",
        r"polic\w+ (?:\w+ ){0,3}align\w*",
        r"align (?:our|its|their) polic\w+",
    ),
    Position.SUPPORTS_NORMS: (r"supports? (?:the )?(?:\w+ ){0,2}norms?",),
    Position.SUPPORTS_AIMS: (
        "<aims>(?:,| and| or) <aims>",
        r"<able>\W+(?:\w+\W+){0,6}<aims>",
        "<good> (?:<good> )?<aims>",
        r"<aims> (?:of|enshrined in) the (?:\w+ )?(?:Convention|Treaty)",
        r"(?:full|strong|always|continu\w+|firm) (?:\w+ )?support(?:s|ed|ive)?",
        "remains? supportive",
        "supports? (?:the|this) (?:Convention|Treaty)",
        "world free (?:of|from) <mines>",
        r"(?:complete|total|universal|global) (?:\w+ )?(?:ban|prohibition|elimination)",
    ),
    Position.SUPPORTS_HUMANITARIAN_OBJECTIVES: (
        "humanitarian (?:concerns?|aims?|goals?|objectives?|spirit|aspects?|considerations?|principles?"
        "|suffering|consequences|impact|dimension|grounds|nature)",
        r"humane (?:\w+ )?(?:orientation|principles)",
        r"indiscriminate (?:and \w+ )?use",
        "(?:suffering|harm) (?:of|to|caused)[^.;]{0,20}civilians",
    ),
    Position.POLICY_UNCHANGED: (
        r"(?:position|policy|stance)\b[^.;]{0,40}(?:unchanged|not changed|remains? the same|has not changed)",
        r"no (?:\w+ )?change in (?:\w+ )?(?:position|policy)",
        r"not taken any (?:\w+ )?steps",
    ),
    Position.PREFERS_OTHER_FORUM: (
        r"(?:appropriate|suitable|proper|right|best) (?:\w+ )?forum",
        "balanced approach",
        r"(?:not )?outside (?:its|the|of the) (?:\w+ )?framework",
        "should be (?:dealt with|addressed|discussed) (?:with)?in",
    ),
    Position.OPPOSED: (
        r"(?:cannot|can not|will not|does not|do not|not in a position to|unable to)\W+(?:\w+\W+){0,2}(?:support"
        "|accept|agree to|subscribe to)[^.;]{0,30}(?:Convention|Treaty|ban|prohibition)",
        r"(?:oppos\w+|reject\w+) (?:to )?(?:the )?(?:\w+ )?(?:Convention|Treaty|ban)",
    ),
}
_STEPS: Mapping[Labelled, tuple[str, ...]] = {
    Step.MORATORIUM: (
        "moratori(?:um|a)",
        "ban on (?:all )?(?:exports?|transfers?|production|use)",
    ),
    Step.NEVER_USED: (
        "(?:never|not ever) <made>(?:used|deployed|laid|planted)",
        r"(?:has|have) not (?:been )?used\b",
    ),
    Step.NEVER_PRODUCED: (
        "(?:never|nor|not ever) <made>(?:produced|manufactured)",
        r"(?:does|do) not (?:\w+ (?:or )?){0,2}(?:produce|manufacture)",
    ),
    Step.NEVER_EXPORTED: (
        "(?:never|nor|not ever) <made>(?:exported|transferred|sold)",
        r"(?:does|do) not (?:\w+ (?:or )?){0,2}(?:export|transfer)",
    ),
    Step.PRODUCTION_CEASED: (
        r"(?:ceased|stopped|halted|ended|discontinued|abandoned)\W+(?:\w+\W+){0,4}(?:production|producing"
        r"|manufactur\w+)",
        r"(?:production|manufacture)\W+(?:\w+\W+){0,4}(?:ceased|stopped|halted|ended|discontinued)",
        r"no longer (?:produces?|manufactur\w+)",
        "(?:ceased|stopped|discontinued) (?:the )?production",
        "non-detectable (?:mines|anti)",
    ),
    Step.USE_CEASED: (
        r"no longer (?:\w+ (?:or |and )?){0,3}(?:us(?:es?|ed|ing)|lay\w*|deploy\w*|plant\w*)",
        r"(?:ceased|stopped|halted|ended)\W+(?:\w+\W+){0,4}(?:use|using|deploy\w+|laying)",
        "not (?:made|laid) any new",
    ),
    Step.STOCKPILE_DECLARED: (
        r"(?:has|have|had|holds?|retains?|possess\w*|maintains?|keeps?)\W+(?:\w+\W+){0,2}(?:stockpiles?|stocks?"
        "|supplies)",
        r"stockpile(?:s|d)? (?:of|amounts?|totall\w+|consist\w+)[^.;]{0,20}\d",
        r"\b\d{1,3}(?:,\d{3})+ (?:\w+ ){0,2}<mines>",
        "supplies that",
    ),
    Step.NO_STOCKPILE: (
        r"(?:does|do|did)(?: not|n't|n’t) (?:\w+ (?:or |nor )?){0,4}(?:stockpile[sd]?|stocks?)",
        r"no (?:\w+ )?stockpiles?",
        "never <made>stockpiled",
        "free of stockpiles",
    ),
    Step.STOCKPILE_DESTROYED: (
        r"destr(?:oyed|uction of)\W+(?:\w+\W+){0,6}(?:stockpile[sd]?|stocks?|<mines>)",
        r"(?:stockpiles?|stocks?|<mines>)\W+(?:\w+\W+){0,5}destroyed",
        r"(?:hundred thousand|million)(?:s of)? (?:\w+ ){0,3}<mines>",
    ),
    Step.STOCKPILE_NOT_TOLD: (
        r"(?:stockpile|information|number|quantit\w+)[^.;]{0,60}(?:sovereignty|confidential|secret|cannot be"
        " disclosed|not (?:be )?disclosed|classified)",
        r"(?:sovereignty|confidential\w*|secre\w+)[^.;]{0,60}(?:stockpile|information|number)",
    ),
    Step.RETAINS_FOR_TRAINING: (
        r"(?:retain\w*|keep\w*|kept|inert|mines)\b[^.;]{0,60}training",
        "training purposes",
    ),
    Step.VOLUNTARY_REPORT: (
        r"voluntary\W+(?:\w+\W+){0,3}reports?",
        "(?:Article 7|transparency) report",
    ),
    Step.TARGET_DATE: (
        r"(?:acced\w+|access\w+|join\w*|complet\w+|destr\w+|hop\w+|plan\w*|intend\w*|expect\w*|aim\w*"
        r"|target\w*)[^.;]{0,90}?\b(?:by|in|before|until) (?:the end of |early |late |mid-)?(?:<month> )?20\d\d",
        "target date",
    ),
    Step.MINE_CLEARANCE: (
        "(?:de-?mining|mine clearance|humanitarian clearance|clearing (?:of )?mines|clear(?:s|ed)? (?:all"
        r" )?(?:the )?(?:\w+ )?mines|clearance (?:of|work|operations))",
    ),
}
CONDITION = re.compile(
    r"\b(?P<words>(?:contingent|conditional|dependent|depends?|will depend|conditioned) (?:up)?on|as soon as|until|unless|once"
    r"|when|provided that|only (?:after|if|when|once)|only deferred|deferred|pending|seeking|subject to|securing|while ensuring"
    r"|unable to sign[^.;]{0,30}?(?:without|until|in the absence of)|in the absence of)\b[ ,]*(?P<target>[^.;]{3,200})"
)
LONGEST_TARGET = 160


def _rules(
    kind: CodeKind, precise: Mapping[Any, re.Pattern[str]], wide: Mapping[Labelled, tuple[str, ...]]
) -> tuple[CodeKind, list[tuple[Labelled, tuple[re.Pattern[str], ...]]]]:
    """Each code of a kind with its patterns, the precise one first."""
    codes: dict[Labelled, None] = dict.fromkeys((*precise, *wide))
    return kind, [(code, tuple(_patterns(precise.get(code), wide.get(code, ())))) for code in codes]


def _patterns(precise: re.Pattern[str] | None, alternatives: tuple[str, ...]) -> Iterator[re.Pattern[str]]:
    if precise is not None:
        yield precise
    if alternatives:
        words = "|".join(alternatives)
        for sign, written in WRITTEN.items():
            words = words.replace(sign, written)
        yield re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_RULES = (
    _rules(CodeKind.POSITION, POSITIONS, _POSITIONS),
    _rules(CodeKind.CIRCUMSTANCE, CIRCUMSTANCES, _CIRCUMSTANCES),
    _rules(CodeKind.STEP, STEPS, _STEPS),
)


def triggered(text: str) -> tuple[Code, ...]:
    """The codes that the words of a passage suggest: positions, circumstances, conditions, steps, each once."""
    found = [
        Code(kind=kind, code=str(code), trigger=words)
        for kind, rules in _RULES
        for code, patterns in rules
        if (words := _words(patterns, text))
    ]
    found = [one for one in found if not _is_humanitarian_alone(one)]
    found += _conditions(text)
    return tuple({(one.kind, one.code): one for one in reversed(found)}.values())[::-1]


def _is_humanitarian_alone(code: Code) -> bool:
    """Whether aims are told that are the humanitarian ones, which have a code of their own."""
    return code.code == Position.SUPPORTS_AIMS and "humanitarian" in code.trigger.lower()


def _words(patterns: tuple[re.Pattern[str], ...], text: str) -> str:
    return next((" ".join(match[0].split()) for pattern in patterns if (match := pattern.search(text))), "")


def _conditions(text: str) -> Iterator[Code]:
    """A circumstance in the clause of a condition, with that clause as its target."""
    circumstances = _RULES[1][1]
    for match in CONDITION.finditer(text):
        clause = " ".join(match["target"].split())
        for code, patterns in circumstances:
            if _words(patterns, clause):
                target = clause if len(clause) <= LONGEST_TARGET else clause[:LONGEST_TARGET].rsplit(" ", 1)[0]
                told = days(clause)
                yield Code(
                    kind=CodeKind.CONDITION, code=str(code), trigger=match["words"], target=target,
                    expires=told[-1].date if told else None,
                )  # fmt: skip
                break
