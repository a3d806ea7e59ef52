"""Addresses of release, embargo, withdrawal and preview."""

from accede.accounts.policy import Verb
from accede.workspace.release.act import act
from accede.workspace.release.look import look
from accede.workspace.release.overview import overview
from accede.workspace.release.pages import pages
from accede.workspace.release.site import site
from accede.workspace.release.withdrawal import withdrawal
from accede.workspace.screens import screen

urlpatterns = [
    screen("release/", overview, name="release", verb=Verb.RELEASE),
    screen("release/look/<slug:mark>/", look, name="release-look", verb=Verb.RELEASE),
    screen("release/look/<slug:mark>/pages/", pages, name="release-pages", verb=Verb.RELEASE),
    screen("release/withdraw/<slug:mark>/", withdrawal, name="release-withdraw", verb=Verb.RELEASE),
    screen("release/act/<int:number>/", act, name="release-act", verb=Verb.RELEASE),
    screen("release/preview/<slug:mark>/", site, name="release-preview", verb=Verb.RELEASE, or_verb=Verb.REVIEW),
    screen(
        "release/preview/<slug:mark>/<path:path>",
        site,
        name="release-preview-page",
        verb=Verb.RELEASE,
        or_verb=Verb.REVIEW,
    ),
]
