"""What the register does not hold, so that it is asked for at the hand-over."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, gettext_noop

from accede.paper.tree import Run, Section
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.handover.speech import is_english, phrase
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, items, listed, words
from accede.reporting.recipes.status_paper.introduction import plan_in_force
from accede.reporting.recipes.status_paper.president import year_up_to
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.punctuation import marks

NOT_HELD = (
    gettext_noop(
        "contacts at missions and in capitals: ask the outgoing presidency and the Implementation Support Unit for them"
    ),
    gettext_noop("drafts of letters, notes and statements"),
    gettext_noop("what was promised in conversation and stands in no statement or report"),
)
NOT_RECORDED = (gettext_noop("what was said or promised in conversation and was not written down"),)
KINDS = {
    ActivityKind.LETTER_ROUND: gettext_noop("letters to the States not party"),
    ActivityKind.BILATERAL: gettext_noop("bilateral meetings"),
    ActivityKind.WORKING_GROUP: gettext_noop("meetings of the working group"),
    ActivityKind.APPEAL: gettext_noop("appeals in other forums"),
    ActivityKind.PRESS_RELEASE: gettext_noop("press releases"),
}
"""What a year has, as `activities.LOOKED_FOR` words it in English."""


def missing(matter: Matter, pen: Pen, *, is_told: bool = False) -> Iterator[Section]:
    """One item each; `is_told`: what the presidency has in hand stands above."""
    lines = [words(gettext(line)) for line in (NOT_RECORDED if is_told else NOT_HELD)]
    year = year_up_to(matter)
    held = {each.fact.kind for each in (*year.done, *year.undated)}
    none = [gettext(label) for kind, label in KINDS.items() if kind not in held]
    if none:
        of = listed(none, "or of") if is_english() else words(marks(language()).enumeration.join(none))
        lines.append(phrase(gettext("for %(year)s, any record of %(kinds)s"), year=str(year.year), kinds=of))
    plan = plan_in_force(matter)
    if plan is not None and not plan.held:
        said = gettext("the text of the actions of the %(plan)s on universalization")
        lines.append(phrase(said, plan=plan.name if is_english() else words(Run(plan.name, language="en"))))
    lead = pen.paragraph(gettext("The register does not hold:"))
    yield Section("", words(gettext("Not held")), (lead, *items(lines)))
