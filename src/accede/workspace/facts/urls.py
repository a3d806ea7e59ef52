"""What forms of facts ask for while somebody types."""

from accede.accounts.policy import Verb
from accede.workspace.facts.read_date import read_date
from accede.workspace.screens import screen

urlpatterns = [screen("facts/date/", read_date, name="read-date", verb=Verb.RECORD)]
