"""Uploads that are too large are refused while they come: nothing of them is read on, and nothing stays on the disk."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from accede.records.keep_source import LARGEST

AROUND = 1024 * 1024
"""Bytes of a request beside the file in it."""
MARK = "accede_upload_is_too_large"


class Bounded(FileUploadHandler):
    """The first handler of uploads: it counts the bytes of a request's files, and ends the reading at one too many."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803  Django's name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Note how long the request says that it is."""
        self.announced = content_length
        self.came = 0

    def new_file(self, *about: Any, **further: Any) -> None:
        """The fields before a file are read by now, and the page can be answered."""
        super().new_file(*about, **further)
        if self.announced > LARGEST + AROUND:
            self._stop()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand the bytes on to the handlers behind, as long as they are not too many."""
        self.came += len(raw_data)
        if self.came > LARGEST:
            self._stop()
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """The file is for the handlers behind."""
        return None

    def _stop(self) -> None:
        setattr(self.request, MARK, True)
        raise StopUpload(connection_reset=True)


def was_too_large(request: HttpRequest) -> bool:
    """Whether a file of the request was refused for its size."""
    request.POST  # noqa: B018  reads the request, if nobody has
    return getattr(request, MARK, False)
