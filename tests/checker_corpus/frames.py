"""Papers around a sentence: what stands before and after it in a press release, a statement, a record; and distractors.

Nothing here makes a claim about the Convention: what it adds is about other treaties, other figures and courtesies.
"""

from __future__ import annotations

import re
from random import Random

from checker_corpus import wording
from checker_corpus.pen import Draft, Pen

CLAUSES = (
    "while the Convention on Cluster Munitions had [103|108|110|111] States Parties [at that time|]",
    "compared with [102|105|110] for the Arms Trade Treaty",
    "whereas the Chemical Weapons Convention counts 193 States Parties",
    "against [104|106] High Contracting Parties of Amended Protocol II to the CCW",
    "while the Convention on the Rights of Persons with Disabilities had [177|182|185] States Parties",
    "a subject on which [12|14|17] delegations took the floor",
    "as the [36|42]-page background note with its [9|11] annexes explains",
    "a point made in the [2019|2012|2021] budget discussion [as well|]",
)
"""Clauses that end a sentence, with figures of other treaties and things."""

SENTENCES = (
    "The Convention on Cluster Munitions had [84|100|108|111] States Parties and [24|13|12] signatories.",
    "More than [450|500|600] delegates [registered|took part], [36|41] per cent of them women.",
    "Germany gave nearly USD 79 million for mine action in 2022.",
    "The Arms Trade Treaty, which opened for signature in 2013, is another matter.",
    "Some [45|53|55] million stockpiled mines have been destroyed worldwide.",
    "The Treaty on the Prohibition of Nuclear Weapons had [50|68|93] parties or signatories.",
    "Nine regional seminars were held in the [last|past] 18 months, two of them online.",
    "The plenary of the Conference on Disarmament has 65 members.",
    "Room XX is booked from 10:00 to 13:00, and side events start at 13:15.",
    "Twenty-three side events and four exhibitions accompanied the week.",
    "Every casualty is one too many.",
    "Victim assistance remained on the agenda.",
)

OPENINGS = {
    "press release": (
        "Geneva – ",
        "GENEVA, Switzerland – ",
        "New York – ",
        "",
    ),
    "statement": (
        "Excellencies, distinguished delegates,\n\n",
        "Mr President,\n\n",
        "Madam President, dear colleagues,\n\n",
        "## Universalizing the Convention\n\n",
        "",
    ),
    "status paper": ("{paragraph}. ", "{paragraph}. ", "## I. Introduction\n\n{paragraph}. ", ""),
    "monitor": (
        "## Mine Ban Policy\n\n",
        "## Universalization\n\n",
        "### Status\n\n",
        "",
    ),
    "summary record": (
        "{paragraph}. **The President** recalled that ",
        "{paragraph}. The Director of the Implementation Support Unit noted that ",
        "{paragraph}. It was recalled that ",
        "{paragraph}. The Secretariat informed the Meeting that ",
    ),
    "e-mail": (
        "Dear colleagues,\n\nA line for the speaking notes: ",
        "Hi both,\n\nFor tomorrow's briefing: ",
        "Dear Ambassador,\n\nAs asked: ",
        "Subject: figures for the note\n\nPlease use this: ",
    ),
    "plain": ("",),
}
CLOSINGS = {
    "press release": ("\n\nFor more information, contact the Implementation Support Unit.", "", ""),
    "statement": ("\n\nI thank you.", "\n\nThank you, Mr President.", ""),
    "status paper": ("",),
    "monitor": ("",),
    "summary record": ("",),
    "e-mail": ("\n\nBest regards,\nISU", "\n\nThanks,\nM.", "\n\nKind regards"),
    "plain": ("",),
}
DATED = {
    "press release": ("Geneva, {day} – ", "GENEVA, {day} – ", "{day}\n\nGeneva – "),
    "statement": ("{day}\n\nMr President,\n\n", "Geneva, {day}\n\nExcellencies,\n\n"),
    "status paper": ("Information as of {day}\n\n{paragraph}. ", "Status as at {day}\n\n{paragraph}. "),
    "monitor": ("Last updated: {day}\n\n## Mine Ban Policy\n\n",),
    "summary record": ("Meeting of {day}\n\n{paragraph}. The President recalled that ",),
    "e-mail": ("Date: {day}\n\nDear colleagues,\n\n",),
    "plain": ("Information as of {day}\n\n", "(Information as of {day}.)\n\n", "As of {day}:\n\n"),
}
_THAT = re.compile(
    r"(As|By|On|At|In|To|The|Of|There|With|Among|Some|After|Until|Since|It|Its|A|An|Only|All|No|For|About|More|Over|Nearly|"
    r"Today|So|Currently|Not|Almost|Close|Fewer|Less|Upwards|Well|Around|Approximately|No|Every|Neither|Should|Were|If|Letters|Victim|Membership|Resolution)\b"
)
_NUMBER = re.compile(
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thir|Four|Fif|Six|Seven|Eigh|Nine|Twenty|Forty)"
    r"(?:teen|ty)?\b"
)


def framed(pen: Pen, draft: Draft) -> str:
    """A draft as a whole paper, its claim still marked."""
    rnd = pen.rnd
    body = _with_distractors(rnd, draft) if draft.is_free else draft.body
    if not draft.is_framed:
        return f"{body}{draft.block}".strip() + "\n"
    opening = rnd.choice(DATED[pen.style] if draft.paper else OPENINGS[pen.style]).format(
        paragraph=rnd.randint(2, 40), day=wording.plain_day(draft.paper) if draft.paper else ""
    )
    if opening.rstrip().endswith("that"):
        body = lowered(body)
    return f"{opening}{body}{draft.block}{'' if draft.block else rnd.choice(CLOSINGS[pen.style])}".strip() + "\n"


def lowered(body: str) -> str:
    """A sentence as it stands after "that"; a name keeps its capital."""
    at = 1 if body.startswith("⟦") else 0
    if _THAT.match(body[at:]) or _NUMBER.match(body[at:]):
        return body[:at] + body[at].lower() + body[at + 1 :]
    return body


def _with_distractors(rnd: Random, draft: Draft) -> str:
    body = draft.body
    draw = rnd.random()
    if draw < 0.10 and body.endswith("."):
        clause = wording.spin(rnd, rnd.choice(CLAUSES))
        return f"{body[:-1]}, {clause[0].lower()}{clause[1:]}."
    if draw < 0.22:
        return f"{body} {wording.spin(rnd, rnd.choice(SENTENCES))}"
    if draw < 0.30 and not draft.block:
        return f"{wording.spin(rnd, rnd.choice(SENTENCES))} {body}"
    return body
