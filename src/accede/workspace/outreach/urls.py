"""The address of the overview of outreach."""

from accede.accounts.policy import Verb
from accede.workspace.outreach.overview import overview
from accede.workspace.screens import screen

urlpatterns = [screen("outreach/", overview, name="outreach", verb=Verb.RECORD)]
