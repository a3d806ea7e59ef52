"""Addresses of nearness: they change nothing, and what is switched off stands in the address."""

from django.views.decorators.http import require_safe

from accede.accounts.policy import Verb
from accede.workspace.nearness import ladder, movement, next_ones, one
from accede.workspace.screens import screen

urlpatterns = [
    screen("outreach/nearness/", require_safe(ladder.ladder), name="nearness", verb=Verb.RECORD),
    screen("outreach/nearness/movement/", require_safe(movement.movement), name="nearness-movement", verb=Verb.RECORD),
    screen("outreach/nearness/next/", require_safe(next_ones.next_ones), name="nearness-next", verb=Verb.RECORD),
    screen("outreach/nearness/of/<slug:iso3>/", require_safe(one.one), name="nearness-of", verb=Verb.RECORD),
]
