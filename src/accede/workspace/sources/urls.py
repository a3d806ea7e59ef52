"""Addresses of sources."""

from accede.accounts.policy import Verb
from accede.workspace.screens import screen
from accede.workspace.sources.download import download
from accede.workspace.sources.one import source
from accede.workspace.sources.several import sources
from accede.workspace.sources.upload import upload

urlpatterns = [
    screen("sources/", sources, name="sources"),
    screen("sources/new/", upload, name="upload", verb=Verb.RECORD),
    screen("sources/copy/<path:key>", download, name="source-copy"),
    screen("sources/of/<path:key>", source, name="source"),
]
