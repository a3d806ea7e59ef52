"""What a kind of paper is for, and what must be said to plan one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from accede.vocabulary.papers import PaperKind

FOR = {
    PaperKind.STATUS: gettext_lazy("How many States have joined, and what the others say and do. For a meeting."),
    PaperKind.STATEMENT: gettext_lazy("What the President reads out under the agenda item. For a meeting."),
    PaperKind.BRIEF: gettext_lazy("Two pages on a State, for a bilateral meeting. For the presidency."),
    PaperKind.COMPARISON: gettext_lazy("What changed between two days, meetings or papers."),
    PaperKind.PLAN: gettext_lazy("What was done under a plan of action."),
    PaperKind.HANDOVER: gettext_lazy("What the next presidency must know. For presidencies."),
    PaperKind.KIT: gettext_lazy("How a State joins, and what is due when."),
}

ASKED = {
    PaperKind.STATUS: ("meeting", "as_of", "language", "fold", "symbol", "agenda_item", "dated"),
    PaperKind.STATEMENT: ("meeting", "as_of", "language", "fold", "symbol", "agenda_item", "dated"),
    PaperKind.BRIEF: ("state", "as_of", "start", "language", "fold", "symbol", "dated"),
    PaperKind.COMPARISON: ("start", "end", "as_of", "language", "fold", "symbol", "dated"),
    PaperKind.PLAN: ("plan", "as_of", "language", "fold", "symbol", "dated"),
    PaperKind.HANDOVER: ("as_of", "language", "fold", "symbol", "dated"),
    PaperKind.KIT: ("state", "as_of", "deposit", "language", "fold", "symbol", "dated"),
}
"""The fields of each kind's plan, in the order in which they are asked."""
