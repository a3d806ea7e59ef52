"""Addresses of contacts."""

from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accede.accounts.policy import Verb
from accede.workspace.contacts import giving_out, listing, log, looking_again, one, taking_in
from accede.workspace.screens import screen

form = require_http_methods(["GET", "HEAD", "POST"])
_HERE = "outreach/contacts/"

urlpatterns = [
    screen(f"{_HERE}{route}", view, name=name, verb=Verb.RECORD)
    for route, view, name in (
        ("", require_safe(listing.contacts), "contacts"),
        ("add/", form(one.new), "contact-add"),
        ("take-in/", form(taking_in.taking_in), "contacts-take-in"),
        ("take-back/<slug:mark>/", require_POST(taking_in.taking_back), "contacts-take-back"),
        ("file/", require_POST(giving_out.file), "contacts-file"),
        ("due/", form(looking_again.looking_again), "contacts-due"),
        ("person/", form(looking_again.person), "contacts-person"),
        ("log/", require_safe(log.log), "contacts-log"),
        ("<int:number>/", form(one.one), "contact"),
        ("<int:number>/end/", require_POST(one.end), "contact-end"),
        ("<int:number>/merge/", require_POST(one.merge), "contact-merge"),
        ("<int:number>/erase/", form(looking_again.erasing), "contact-erase"),
    )
]
