"""Addresses of taking in."""

from accede.accounts.policy import Verb
from accede.workspace.intake.paste import paste
from accede.workspace.intake.read import read
from accede.workspace.intake.start import of_source, start
from accede.workspace.screens import screen

urlpatterns = [
    screen("intake/", start, name="intake", verb=Verb.RECORD),
    screen("intake/read/<str:ticket>/", read, name="intake-read", verb=Verb.RECORD),
    screen("intake/paste/<slug:kind>/", paste, name="intake-paste", verb=Verb.RECORD),
    screen("intake/source/<path:key>", of_source, name="intake-source", verb=Verb.RECORD),
]
