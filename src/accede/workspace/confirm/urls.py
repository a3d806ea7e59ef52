"""Addresses of what States confirm, for those who work on it."""

from accede.accounts.policy import Verb
from accede.workspace.confirm.incoming import incoming
from accede.workspace.confirm.links import links
from accede.workspace.confirm.one import file, one
from accede.workspace.screens import screen

urlpatterns = [
    screen("outreach/confirm/", incoming, name="confirm-incoming", verb=Verb.RECORD),
    screen("outreach/confirm/links/", links, name="confirm-links", verb=Verb.RECORD),
    screen("outreach/confirm/<int:number>/", one, name="confirm-one", verb=Verb.RECORD),
    screen("outreach/confirm/<int:number>/files/<int:pk>", file, name="confirm-file", verb=Verb.RECORD),
]
