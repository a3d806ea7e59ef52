"""Addresses of letters on their way by mail."""

from django.views.decorators.http import require_POST, require_safe

from accede.accounts.policy import Verb
from accede.workspace.screens import screen
from accede.workspace.sending import doing, overview, round_page

BASE = "outreach/sending"

urlpatterns = [
    screen(f"{BASE}/", require_safe(overview.sending), name="sending", verb=Verb.RECORD),
    screen(f"{BASE}/resume/", require_POST(doing.resume), name="sending-resume", verb=Verb.RECORD),
    screen(f"{BASE}/cancel/", require_POST(doing.cancel), name="sending-cancel", verb=Verb.RECORD),
    screen(f"{BASE}/look/", require_POST(doing.look), name="sending-look", verb=Verb.RECORD),
    screen(f"{BASE}/<int:number>/it-went/", require_POST(doing.it_went), name="sending-it-went", verb=Verb.RECORD),
    screen(f"{BASE}/<int:number>/send-it/", require_POST(doing.send_it), name="sending-send-it", verb=Verb.RECORD),
    screen(f"{BASE}/<int:number>/file/<slug:suffix>/", require_safe(doing.file), name="sending-file", verb=Verb.RECORD),
    screen(f"{BASE}/queue/<path:key>", require_POST(doing.queue_letters), name="sending-queue", verb=Verb.RECORD),
    screen(f"{BASE}/round/<path:key>", require_safe(round_page.of_round), name="sending-round", verb=Verb.RECORD),
]
