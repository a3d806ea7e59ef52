"""Uploads by whoever has a link: fewer bytes than those of the people at work."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest

from accede.outreach.confirm.files import LARGEST_TOGETHER
from accede.workspace.sources.streaming import AROUND, Bounded


class FewBytes(Bounded):
    """Ends the reading of a request whose files have too many bytes; the fields before them are read by then."""

    def new_file(self, *about: Any, **further: Any) -> None:
        """What the request says of its length is believed where it is too long."""
        FileUploadHandler.new_file(self, *about, **further)
        if self.announced > LARGEST_TOGETHER + AROUND:
            self._stop()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count, and hand the bytes on."""
        self.came += len(raw_data)
        if self.came > LARGEST_TOGETHER:
            self._stop()
        return raw_data


def bound(request: HttpRequest) -> None:
    """Have the files of a request read within these bounds; before anything of it is read."""
    request.upload_handlers = [FewBytes(request), MemoryFileUploadHandler(request), TemporaryFileUploadHandler(request)]
