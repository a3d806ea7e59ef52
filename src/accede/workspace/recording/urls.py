"""Addresses of recording."""

from accede.accounts.policy import Verb
from accede.workspace.recording.keeping import discard, keep
from accede.workspace.recording.one import proposals, record_from, record_kind, record_statement
from accede.workspace.recording.overview import recording
from accede.workspace.screens import screen

urlpatterns = [
    screen("recording/", recording, name="recording", verb=Verb.RECORD),
    screen("recording/statement/", record_statement, name="record-statement", verb=Verb.RECORD),
    screen("recording/new/<slug:kind>/", record_kind, name="record-kind", verb=Verb.RECORD),
    screen("recording/draft/<slug:kind>/", keep, name="draft", verb=Verb.RECORD),
    screen("recording/discard/<slug:kind>/", discard, name="discard", verb=Verb.RECORD),
    screen("recording/proposals/<path:key>", proposals, name="proposals", verb=Verb.RECORD),
    screen("recording/from/<path:key>", record_from, name="record-from", verb=Verb.RECORD),
]
