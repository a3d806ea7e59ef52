"""Addresses of the States."""

from accede.workspace.screens import screen
from accede.workspace.states.one import state
from accede.workspace.states.several import states

urlpatterns = [
    screen("states/", states, name="states"),
    screen("states/<slug:iso3>/", state, name="state"),
]
