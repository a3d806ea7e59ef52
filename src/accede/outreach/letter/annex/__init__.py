"""The annex of a letter: what is on record about the State, numbered so that an answer can name an entry.

What is public and accepted alone; quotations stay in the language in which they are held. What is not known stands as
plainly as what is, and the questions follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from accede.outreach.letter.annex.attended import attended
from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.annex.practices import practices
from accede.outreach.letter.annex.questions import questions
from accede.outreach.letter.annex.reports import reports
from accede.outreach.letter.annex.said import said
from accede.outreach.letter.annex.sources import sources
from accede.outreach.letter.annex.standing import standing
from accede.outreach.letter.annex.unknown import unknown
from accede.outreach.letter.annex.votes import votes
from accede.outreach.letter.lines import told
from accede.paper.tree import Section
from accede.publishing.wording import day
from accede.register.values import Occasion

PARTS = (standing, said, practices, votes, attended, reports, unknown)


def annex(matter: Annexed, invited: Iterable[Occasion]) -> Section:
    """The annex as a section with its parts, in the language that is written in now."""
    parts = [part(matter) for part in PARTS]
    asked = questions(matter, tuple(invited))
    heading = gettext("Annex. On record: %(state)s") % {"state": matter.name}
    opening = gettext(
        "Information as of %(day)s. Numbers in square brackets name the sources, which are listed at the end."
    ) % {"day": day(matter.register.view.as_of)}
    return Section(
        "",
        told(heading),
        (matter.plain(opening),),
        tuple(part for part in (*parts, asked, sources(matter)) if part is not None),
    )
