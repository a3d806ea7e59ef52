"""Addresses of replies."""

from accede.accounts.policy import Verb
from accede.workspace.replies.adding import add, note_verbale
from accede.workspace.replies.files import attachment, whole
from accede.workspace.replies.listing import replies
from accede.workspace.replies.one import one
from accede.workspace.screens import screen

urlpatterns = [
    screen("outreach/replies/", replies, name="replies", verb=Verb.RECORD),
    screen("outreach/replies/add/", add, name="reply-add", verb=Verb.RECORD),
    screen("outreach/replies/note/", note_verbale, name="reply-note", verb=Verb.RECORD),
    screen("outreach/replies/<int:number>/", one, name="reply", verb=Verb.RECORD),
    screen("outreach/replies/<int:number>/file/", whole, name="reply-file", verb=Verb.RECORD),
    screen("outreach/replies/<int:number>/file/<int:at>/", attachment, name="reply-attachment", verb=Verb.RECORD),
]
