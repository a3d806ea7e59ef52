"""Addresses of records. The words before the kind are none of the kinds."""

from accede.accounts.policy import Verb
from accede.workspace.records.correct import correct
from accede.workspace.records.merge import merge
from accede.workspace.records.page import record
from accede.workspace.records.renew import check, confirm
from accede.workspace.records.retract import retract, undo
from accede.workspace.screens import screen

urlpatterns = [
    screen("records/confirm/<slug:iso3>/", confirm, name="confirm", verb=Verb.RECORD),
    screen("records/check/<slug:iso3>/", check, name="check", verb=Verb.RECORD),
    screen("records/correct/<slug:kind>/<path:key>", correct, name="correct", verb=Verb.RECORD),
    screen("records/retract/<slug:kind>/<path:key>", retract, name="retract", verb=Verb.RECORD),
    screen("records/undo/<slug:kind>/<path:key>", undo, name="undo", verb=Verb.RECORD),
    screen("records/merge/<slug:kind>/<path:key>", merge, name="merge", verb=Verb.JUDGE),
    screen("records/<slug:kind>/<path:key>", record, name="record"),
]
