"""Addresses of administration."""

from django.views.decorators.http import require_GET, require_POST

from accede.accounts.policy import Verb
from accede.workspace.administration import (
    accounts_log,
    audit,
    backups,
    handover,
    health,
    jobs,
    names,
    occasions,
    overview,
    people,
    person,
    publication,
    treaties,
)
from accede.workspace.screens import screen

_HERE = "administration/"

_SEEN = (
    ("", overview.overview, "administration"),
    ("accounts/", people.people, "people"),
    ("names/", names.names, "names"),
    ("occasions/", occasions.occasions, "occasions"),
    ("treaties/", treaties.treaties, "treaties"),
    ("audit/", audit.audit, "audit"),
    ("audit/export.csv", audit.export, "audit-export"),
    ("audit/<int:number>/", audit.entry, "audit-entry"),
    ("accounts-log/", accounts_log.log, "accounts-log"),
    ("backups/", backups.listed, "backups"),
    ("backups/<str:name>", backups.download, "backup"),
    ("health/", health.health, "health"),
)
"""Pages that change nothing."""
_FORMS = (
    ("accounts/invite/", people.invite, "invite"),
    ("accounts/of/<str:name>/", person.person, "person"),
    ("accounts/presidency/<path:presidency>/", handover.handover, "handover"),
    ("names/of/<slug:iso3>/", names.names_of, "names-of"),
    ("names/correct/<path:key>", names.correct, "name"),
    ("occasions/add/", occasions.add, "occasion-add"),
    ("occasions/correct/<path:key>", occasions.correct, "occasion"),
    ("treaties/add/", treaties.add, "treaty-add"),
    ("treaties/of/<slug:key>/", treaties.treaty, "treaty"),
)
"""Pages with a form that is sent to themselves."""
_DONE = (
    ("accounts/invitations/<int:number>/withdraw/", people.withdraw_invitation, "invitation-withdraw"),
    ("accounts/of/<str:name>/terms/<int:number>/end/", person.end, "term-end"),
    ("accounts/of/<str:name>/lock/", person.lock_out, "person-lock"),
    ("accounts/of/<str:name>/unlock/", person.let_in, "person-unlock"),
    ("accounts/of/<str:name>/reset-second-factor/", person.reset_factor, "person-reset-factor"),
    ("accounts/of/<str:name>/address/", person.readdress, "person-address"),
    ("accounts/of/<str:name>/end-sessions/", person.end_sessions, "person-end-sessions"),
    ("names/of/<slug:iso3>/take-back/", names.take_back_name, "name-take-back"),
    ("jobs/ask/<slug:key>/", jobs.ask, "job-ask"),
)
"""What only a form of another page is sent to."""

urlpatterns = [
    *(screen(_HERE + route, require_GET(view), name=name, verb=Verb.ADMINISTER) for route, view, name in _SEEN),
    *(screen(_HERE + route, view, name=name, verb=Verb.ADMINISTER) for route, view, name in _FORMS),
    *(screen(_HERE + route, require_POST(view), name=name, verb=Verb.ADMINISTER) for route, view, name in _DONE),
    # A job is seen and ended by who asked for it, too.
    screen("jobs/", require_GET(jobs.jobs), name="jobs"),
    screen("jobs/<int:number>/", require_GET(jobs.job), name="job"),
    screen("jobs/<int:number>/cancel/", require_POST(jobs.cancel), name="job-cancel"),
    screen("jobs/<int:number>/again/", require_POST(jobs.again), name="job-again"),
    screen("publish/", publication.publish, name="publish", verb=Verb.RELEASE),
]
