"""Addresses of papers."""

from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accede.accounts.policy import Verb
from accede.workspace.papers import copies, deciding, differences, editions, files, listing, planning, writing
from accede.workspace.screens import screen

form = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    screen("papers/", require_safe(listing.papers), name="papers"),
    screen("papers/new/", require_safe(planning.kinds), name="paper-kinds", verb=Verb.RECORD),
    screen("papers/new/<slug:kind>/", form(planning.plan), name="paper-plan", verb=Verb.RECORD),
    screen("papers/draft/<path:key>", require_safe(writing.writing), name="paper"),
    screen("papers/plan/<path:key>", form(planning.replan), name="paper-replan", verb=Verb.RECORD),
    screen("papers/words/<path:key>", require_POST(writing.save), name="paper-save", verb=Verb.RECORD),
    screen("papers/preview/<path:key>", require_POST(writing.preview), name="paper-preview", verb=Verb.RECORD),
    screen("papers/history/<path:key>", require_safe(differences.history), name="paper-history"),
    screen("papers/changes/<path:key>", require_safe(differences.changes_in), name="paper-changes"),
    screen("papers/copy/<path:key>", form(copies.copy), name="paper-copy", verb=Verb.RECORD),
    screen("papers/take-over/<path:key>", require_POST(copies.take_over), name="paper-take-over", verb=Verb.RECORD),
    screen("papers/comment/<path:key>", require_POST(deciding.comment), name="paper-comment", verb=Verb.COMMENT),
    screen("papers/clear/<path:key>", require_POST(deciding.clear_paper), name="paper-clear", verb=Verb.CLEAR),
    screen(
        "papers/take-back/<path:key>",
        require_POST(deciding.take_clearance_back),
        name="paper-take-back",
        verb=Verb.CLEAR,
    ),
    screen("papers/seal/<path:key>", require_POST(deciding.seal), name="paper-seal", verb=Verb.SEAL),
    screen("papers/file/<slug:suffix>/<path:key>", require_safe(files.in_work), name="paper-file"),
    screen("papers/edition/<path:key>", require_safe(editions.edition), name="edition"),
    screen("papers/edition-file/<slug:suffix>/<path:key>", require_safe(files.of_edition), name="edition-file"),
    screen(
        "papers/edition-release/<path:key>",
        require_POST(editions.release_edition),
        name="edition-release",
        verb=Verb.RELEASE,
    ),
]
