"""Addresses of tasks, of one's calendar, and of what is handed over."""

from django.views.decorators.http import require_POST, require_safe

from accede.accounts.policy import Verb
from accede.workspace.screens import screen
from accede.workspace.tasks import acting, calendar, handed, listing, one

urlpatterns = [
    screen("outreach/tasks/", require_safe(listing.tasks), name="tasks", verb=Verb.RECORD),
    screen("outreach/tasks/new/", one.new, name="task-new", verb=Verb.RECORD),
    screen("outreach/tasks/of/<int:number>/", one.change, name="task", verb=Verb.RECORD),
    screen("outreach/tasks/of/<int:number>/do/", require_POST(acting.do), name="task-do", verb=Verb.RECORD),
    screen("outreach/tasks/calendar/", calendar.calendar, name="tasks-calendar", verb=Verb.RECORD),
    screen("outreach/hand-over/", handed.handed, name="outreach-handover", verb=Verb.RECORD),
]
