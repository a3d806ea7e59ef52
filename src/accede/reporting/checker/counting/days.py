"""Of which day, or in which time, a number of States is said. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.scope import ONE_DAY, THEN, When, when_it_stood

ENTRY_INTO_FORCE = "entry into force"
"""Stands where a meeting's key does: the treaty's own entry into force, which also ended the time for signing."""
_AT_ENTRY = Late(
    r"\b(?:by|when|at|before|until|upon|prior to)(?: the (?:time|moment|day|date|point)(?: (?:of|that|when))?)? "
    r"(?:(?:⟦T\d+⟧|it|they)(?:['’]s)? (?:first )?(?:entered|came|had entered|had come) into (?:force|effect)|"
    r"(?:the |its |⟦T\d+⟧['’]s )?entry into force|(?:⟦T\d+⟧|it) (?:was )?closed (?:for|to) signatures?)",
    re.IGNORECASE,
)
_IN_SOME_TIME = Late(
    r"^[^.;]{0,60}?\b(?:in|over|during|within|for|since|after|before|between) (?:the |its |his |her |that |this |"
    r"these |my |our |less |more |just |only |barely )*(?:⟦N\d+⟧ )?(?:last|past|time|period|course|space|framework|"
    r"term|presidency|first|same|previous|preceding|coming|intersessional|years?|months?|weeks?|days?|decades?|than|"
    r"then|meantime|interval|⟦M\d+⟧)",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:has|have|is|are|remains?|now|today|currently|so far|to date)\b", re.IGNORECASE)
_OWN_DAY = Late(
    r"(?:⟦T\d+⟧|,|\)|\b(?:it|which|and|that|treaty|convention)) (?:was |were |had |has )?(?:first )?"
    r"(?:entered into force|came into (?:force|effect|being)|opened for signature|adopted|concluded|negotiated|"
    r"agreed|born|launched|took effect|became (?:binding|law)[\w ]{0,24})"
    r"(?: (?:in|at) [A-Z]\w+,?)?[ ,]*$"
    r"|(?:^|, |\()(?:Opened for signature|Adopted|Concluded|Negotiated|Signed|Born|"
    r"In force)(?: (?:in|at) [A-Z]\w+,?)?[ ,]*$"
)
"""Before a day: it is one of the treaty's own, not that of a number."""
_GATHERED = Late(
    r"\bwhen (?:the )?(?:States|States Parties|they|we|delegates|delegations|countries) (?:last )?(?:met|gathered|convened|"
    r"assembled|came together) (?:for|at|in) (?:the )?⟦M(?P<m>\d+)⟧",
    re.IGNORECASE,
)
_SINCE_MEETING = re.compile(r"\b(?:since|after|following) (?:the )?⟦M(?P<m>\d+)⟧", re.IGNORECASE)


def day_of(sentence: Sentence, context: Context, start: int, end: int, *, is_event: bool) -> When | None:
    """The day of a number of States; None where the text leaves it open.

    Of what may have happened (`is_event`) it is the whole time given. Where the past is told without a day, the paper's
    own can only confirm.
    """
    first, last = sentence.clause(start)
    paper = context.paper.day
    if is_event:
        since = [
            sentence.days[index]
            for _, _, index in sentence.signs("D")
            if sentence.days[index].lead in (Lead.SINCE, Lead.AFTER) and not sentence.days[index].wrong
        ]
        if len(since) == 1 and since[0].first <= paper and len(sentence.signs("D")) == 1:
            return When(since[0].first, paper, Lead.SINCE, is_sure=context.paper.is_given)
        met = _SINCE_MEETING.search(sentence.outline)
        if met and (key := sentence.meetings[int(met["m"])].key):
            return When(paper, paper, Lead.SINCE, meeting=key, is_sure=False)
    gathered = _GATHERED.search(sentence.outline, first, last)
    if gathered and (key := sentence.meetings[int(gathered["m"])].key):
        return When(paper, paper, meeting=key)
    entry = _AT_ENTRY.search(sentence.outline, first, last)
    if entry and not sentence.signs("D", *sentence.clause(entry.start())) and not _NOW.search(sentence.outline):
        return When(paper, paper, meeting=ENTRY_INTO_FORCE)
    when = when_it_stood(_without_own_days(sentence), context, start, end)
    if when is None and not sentence.signs("D") and not THEN.search(sentence.outline[first:last]):
        return When(paper, paper, is_told=context.paper.is_given, is_sure=False)
    if when is not None and is_event and when.is_sure and not sentence.signs("D"):
        around = sentence.outline[end:last], sentence.outline[first:start]
        if any(_IN_SOME_TIME.search(part) for part in around):
            return replace(when, is_sure=False)
    return when


def _without_own_days(sentence: Sentence) -> Sentence:
    """The sentence without days that are told of the treaty itself: it "entered into force in 1999" and has so many parties."""
    outline = sentence.outline
    for start, end, _ in reversed(sentence.signs("D")):
        if re.search(r"\b[Oo]n the (?:very |same )?day\b[^⟦]{0,40}$", re.sub(r"⟦T\d+⟧", "T", outline[:start])):
            continue
        if _OWN_DAY.search(outline[:start]) and not _AT_ENTRY.search(outline, *sentence.clause(start)):
            outline = outline[:start] + " " * (end - start) + outline[end:]
    return sentence if outline == sentence.outline else replace(sentence, outline=outline)


def settled(when: When | None, answers: Answers) -> When | None:
    """The days of a claim, those of the meeting it names where it names one."""
    if when is None or not when.meeting:
        return when
    if when.meeting == ENTRY_INTO_FORCE:
        entered = answers.timeline.treaty.dates.in_force
        if entered is None or entered.earliest is None:
            return None
        return When(entered.earliest - ONE_DAY, entered.earliest, Lead.AS_OF, is_sure=when.is_sure)
    days = answers.days_of(when.meeting)
    if days is None or days.earliest is None or days.latest is None:
        return None
    if when.lead is Lead.SINCE:
        return When(days.latest + ONE_DAY, max(when.last, days.latest), Lead.SINCE, is_sure=when.is_sure)
    return When(days.earliest, days.latest, Lead.ON, is_sure=when.is_sure)
