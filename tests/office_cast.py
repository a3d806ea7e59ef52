"""LibreOffice, as people fill in a form with it: found by its programs, steered by the system's own Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
_FILL = r"""
import json, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue

asked = json.load(sys.stdin)
pipe = asked["pipe"]
office = subprocess.Popen(
    [
        "soffice", "-env:UserInstallation=file://" + asked["profile"], "--headless", "--norestore",
        "--accept=pipe,name=" + pipe + ";urp;",
    ],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            remote = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.5)
    desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)

    def with_value(name, value):
        made = PropertyValue()
        made.Name, made.Value = name, value
        return made

    document = desktop.loadComponentFromURL("file://" + asked["before"], "_blank", 0, (with_value("Hidden", True),))
    values, filled, moved = asked["values"], [], asked["moved"]

    def paragraphs(text):
        found = text.createEnumeration()
        while found.hasMoreElements():
            one = found.nextElement()
            if one.supportsService("com.sun.star.text.TextTable"):
                for name in one.CellNames:
                    yield from paragraphs(one.getCellByName(name))
            else:
                yield one

    def portions(paragraph):
        found = paragraph.createEnumeration()
        while found.hasMoreElements():
            yield found.nextElement()

    for paragraph in list(paragraphs(document.Text)):
        marks, inside = [], None
        for portion in list(portions(paragraph)):
            kind = portion.TextPortionType
            if kind == "Bookmark" and portion.IsStart:
                marks.append(portion.Bookmark.Name.split(" Copy")[0])
            elif kind == "TextFieldStart":
                inside = portion.Bookmark.Name
            elif kind == "TextFieldSeparator" and inside in values:
                end = portion.getEnd()
                end.getText().insertString(end, values[inside], False)
                filled.append(inside)
            elif kind == "TextFieldStartEnd" and marks and marks[-1] in values:
                field, name = portion.Bookmark, marks[-1]
                key = "Checkbox_Checked" if field.FieldType.endswith("CHECKBOX") else "Dropdown_Selected"
                put = field.Parameters.replaceByName if field.Parameters.hasByName(key) else field.Parameters.insertByName
                put(key, values[name])
                filled.append(name)
    if moved:  # somebody takes a paragraph of his own in, in front of everything and behind it
        document.Text.insertString(document.Text.getStart(), moved + "\n", False)
        document.Text.insertString(document.Text.getEnd(), "\n" + moved + " at the end", False)
    document.storeToURL("file://" + asked["after"], (with_value("FilterName", asked["filter"]),))
    document.close(True)
    print(json.dumps(filled))
    try:
        desktop.terminate()
    except Exception:
        pass
finally:
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
"""


def is_there() -> bool:
    """Whether LibreOffice and its bridge can be used."""
    if shutil.which("soffice") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def filled_in(
    content: bytes,
    values: dict[str, object],
    folder: Path,
    profile: Path,
    *,
    moved: str = "",
    filter_name: str = "MS Word 2007 XML",
) -> tuple[bytes, list[str]]:
    """The file as LibreOffice saves it with these fields filled in (text, True for a tick, the place of a choice).

    Returns its bytes and the names of the fields that were found.
    """
    before, after = folder / "before.docx", folder / "after.docx"
    before.write_bytes(content)
    asked = {
        "pipe": f"accede{abs(hash(str(folder)))}", "profile": str(profile), "before": str(before), "after": str(after),
        "values": values, "moved": moved, "filter": filter_name,
    }  # fmt: skip
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", _FILL], input=json.dumps(asked), capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return after.read_bytes(), json.loads(done.stdout)
