"""What forms of facts ask for while somebody types."""

from accede.workspace.facts.read_date import read_date
from accede.workspace.screens import screen

# Whoever reads may ask: administrators type dates of names and occasions, too.
urlpatterns = [screen("facts/date/", read_date, name="read-date")]
