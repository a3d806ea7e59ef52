"""Addresses of rounds of letters."""

from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accede.accounts.policy import Verb
from accede.workspace.rounds import (
    drafting,
    earlier,
    files,
    glance,
    listing,
    planning,
    reading,
    reminding,
    stepping,
    words,
)
from accede.workspace.screens import screen

form = require_http_methods(["GET", "HEAD", "POST"])
BASE = "outreach/letters"

urlpatterns = [
    screen(f"{BASE}/", require_safe(listing.rounds_page), name="rounds", verb=Verb.RECORD),
    screen(f"{BASE}/new/", form(planning.plan), name="round-plan", verb=Verb.RECORD),
    screen(f"{BASE}/earlier/", form(earlier.earlier), name="round-earlier", verb=Verb.RECORD),
    screen(f"{BASE}/round/<path:key>", require_safe(glance.glance), name="round", verb=Verb.RECORD),
    screen(f"{BASE}/plan/<path:key>", form(planning.replan), name="round-replan", verb=Verb.RECORD),
    screen(f"{BASE}/words/<slug:language>/<path:key>", form(words.words), name="round-words", verb=Verb.RECORD),
    screen(f"{BASE}/read/<path:key>", require_safe(reading.read), name="round-read", verb=Verb.RECORD),
    screen(f"{BASE}/clear/<path:key>", require_POST(reading.clear_letters), name="round-clear", verb=Verb.CLEAR),
    screen(f"{BASE}/steps/<path:key>", require_POST(stepping.steps), name="round-steps", verb=Verb.RECORD),
    screen(f"{BASE}/add/<path:key>", require_POST(drafting.add), name="round-add", verb=Verb.RECORD),
    screen(f"{BASE}/remind/<path:key>", form(reminding.reminder), name="round-remind", verb=Verb.RECORD),
    screen(f"{BASE}/files/<path:key>", require_safe(files.of_round), name="round-files", verb=Verb.RECORD),
    screen(f"{BASE}/letter/<path:key>", form(drafting.letter), name="letter", verb=Verb.RECORD),
    screen(f"{BASE}/sheet/<path:key>", require_safe(files.sheet), name="letter-sheet", verb=Verb.RECORD),
    screen(
        f"{BASE}/file/<slug:suffix>/<path:key>", require_safe(files.of_letter), name="letter-file", verb=Verb.RECORD
    ),
    screen(f"{BASE}/leave-out/<path:key>", require_POST(drafting.leave), name="letter-leave-out", verb=Verb.RECORD),
    screen(
        f"{BASE}/take-back/<path:key>",
        require_POST(reading.take_clearance_back),
        name="letter-take-back",
        verb=Verb.RECORD,
    ),
]
