"""Addresses of what was done, of the working group, of the plan."""

from accede.accounts.policy import Verb
from accede.workspace.activities.coming import coming, coming_to
from accede.workspace.activities.files import brief_for, draft_file, plan_file
from accede.workspace.activities.group import working_group
from accede.workspace.activities.listing import activities
from accede.workspace.activities.one import activity
from accede.workspace.activities.plan import link, plan
from accede.workspace.activities.press import press_draft
from accede.workspace.activities.promises import promises, settle
from accede.workspace.activities.recording import new
from accede.workspace.activities.thread import thread
from accede.workspace.screens import screen

urlpatterns = [
    screen("outreach/activities/", activities, name="activities", verb=Verb.RECORD),
    screen("outreach/activities/new/<slug:kind>/", new, name="activity-new", verb=Verb.RECORD),
    screen("outreach/activities/promises/", promises, name="promises", verb=Verb.RECORD),
    screen("outreach/activities/promise/<path:key>", settle, name="promise-settle", verb=Verb.RECORD),
    screen("outreach/activities/meetings/", coming, name="coming", verb=Verb.RECORD),
    screen("outreach/activities/meetings/<path:key>", coming_to, name="coming-to", verb=Verb.RECORD),
    screen("outreach/activities/brief/<slug:suffix>/<slug:iso3>/", brief_for, name="activity-brief", verb=Verb.RECORD),
    screen("outreach/activities/draft/<path:key>", press_draft, name="press-draft", verb=Verb.RECORD),
    screen("outreach/activities/file/<slug:suffix>/<path:key>", draft_file, name="press-file", verb=Verb.RECORD),
    screen("outreach/activities/one/<path:key>", activity, name="activity", verb=Verb.RECORD),
    screen("outreach/activities/state/<slug:iso3>/", thread, name="state-thread", verb=Verb.RECORD),
    screen("outreach/group/", working_group, name="working-group", verb=Verb.RECORD),
    screen("outreach/plan/", plan, name="plan", verb=Verb.RECORD),
    screen("outreach/plan/link/<path:key>", link, name="plan-link", verb=Verb.RECORD),
    screen("outreach/plan/file/<slug:suffix>/<slug:plan>/", plan_file, name="plan-file", verb=Verb.RECORD),
]
