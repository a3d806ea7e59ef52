"""The parts of a Word file, unpacked and parsed with limits: it may come from anybody."""

import io
import lzma
import zipfile
import zlib

from lxml import etree

from accede.vocabulary.errors import Unreadable

MOST_BYTES = 200 * 1024 * 1024
"""Of all parts unpacked; a paper of ten pages has half a million."""
MOST_PARTS = 5000
AS_DOCX = "Open it in Word or LibreOffice and save it again as .docx"
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)

Element = etree._Element


class Package:
    """The parts of one file by name. Raises Unreadable for what is not a Word file, is damaged or unpacks to too much."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except BROKEN as error:
            raise Unreadable(
                "it is damaged or cut off: its parts cannot be listed", where=name, remedy=AS_DOCX
            ) from error
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise self._too_large()
        self._left = MOST_BYTES
        self._names = {entry.filename for entry in entries}

    def part(self, name: str) -> Element | None:
        """The root element of a part; None if there is no such part."""
        if name not in self._names:
            return None
        # No entities, no network, no documents of a size or depth that no paper has.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(self._bytes(name), parser)
        except (etree.LxmlError, ValueError) as error:
            raise Unreadable(f"its part {name} is damaged", where=self.name, remedy=AS_DOCX) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"its part {name} declares a document type", where=self.name, remedy=AS_DOCX)
        return root

    def _bytes(self, name: str) -> bytes:
        """What the part says about its size is not believed."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except BROKEN as error:
            raise Unreadable(f"its part {name} is damaged", where=self.name, remedy=AS_DOCX) from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def _too_large(self) -> Unreadable:
        what = f"it unpacks to more than the {MOST_BYTES // (1024 * 1024)} MB that a paper may have"
        return Unreadable(what, where=self.name, remedy="Check that it is the paper you mean")
