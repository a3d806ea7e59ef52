"""The wheel, the source distribution, the list of what is in them, and their hashes: from a commit, and the same every time.

python scripts/build.d [FOLDER] [--prove]
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

from sbom import sbom

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
AWAY = ROOT / ".venv" / "wheelhouse"
BUILD = """
import os, sys, time
os.umask(0o022)  # whatever the caller's is
out = sys.argv[1]
if later := float(os.environ["ACCEDE_BUILD_LATER"]):
    clock, local, universal = time.time, time.localtime, time.gmtime
    time.time = lambda: clock() + later
    time.localtime = lambda at=None: local(time.time() if at is None else at)
    time.gmtime = lambda at=None: universal(time.time() if at is None else at)
from setuptools import build_meta
print(build_meta.build_wheel(out), file=sys.stderr)
print(build_meta.build_sdist(out), file=sys.stderr)
"""
VALIDATE = """
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text(encoding="utf-8"))
sys.exit(f"{sys.argv[1]}: {wrong}" if wrong else 0)
"""


def main(arguments: list[str]) -> int:
    """Returns 1 where something is not as it must be."""
    proves = "--prove" in arguments
    folders = [each for each in arguments if not each.startswith("-")]
    out = Path(folders[0] if folders else "dist").absolute()
    out.mkdir(parents=True, exist_ok=True)
    made = built(out)
    for name, digest in made.items():
        print(f"{digest}  {name}")
    return proved(out, made) if proves else 0


def built(out: Path, *, later: float = 0, umask: int = 0o022, zone: str = "UTC") -> dict[str, str]:
    """Build into a folder; returns each file's SHA-256. `later`: seconds by which the clock of the builder is ahead."""
    with tempfile.TemporaryDirectory(prefix="accede-build-") as made:
        epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct"))
        source = Path(made) / ("elsewhere/in/a/longer/place" if later else "source")
        source.mkdir(parents=True)
        with tarfile.open(fileobj=io.BytesIO(_archive())) as archive:
            archive.extractall(source, filter="data")
        _same(source, epoch)
        version = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        around = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "TZ": zone, "ACCEDE_BUILD_LATER": str(later)}
        before = os.umask(umask)
        try:
            command = [sys.executable, "-c", BUILD, str(Path(made) / "out")]
            (Path(made) / "out").mkdir()
            done = subprocess.run(command, cwd=source, env=around, capture_output=True, text=True)
        finally:
            os.umask(before)
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
        files = {file.name: file.read_bytes() for file in (Path(made) / "out").iterdir()}
        files = {name: _plain(body, epoch) if name.endswith(".tar.gz") else body for name, body in files.items()}
        files[f"accede-{version}.cdx.json"] = sbom(source, version, epoch)
    found = {name: hashlib.sha256(body).hexdigest() for name, body in sorted(files.items())}
    for name, body in files.items():
        (out / name).write_bytes(body)
    (out / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in found.items()), encoding="ascii")
    return found


def proved(out: Path, made: dict[str, str]) -> int:
    """Build once more where everything around is different; validate the list; install where there is no network."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="accede-prove-") as folder:
        again = built(Path(folder), later=400 * 24 * 60 * 60, umask=0o077, zone="Pacific/Auckland")
        differ = [name for name in made if made[name] != again.get(name)]
        print(
            f"Differ when built elsewhere and 400 days later: {', '.join(differ)}."
            if differ
            else "Built twice: the same bytes."
        )
        failed |= bool(differ)
        failed |= _validated(next(out.glob("*.cdx.json")))
        failed |= _missing(next(out.glob("*.whl")))
        failed |= _installed(next(out.glob("*.whl")), Path(folder))
    return int(failed)


def _validated(file: Path) -> bool:
    """Whether the list is none, by the schema that the library of CycloneDX brings."""
    subprocess.run([ROOT / "scripts" / "audit", "--prepare"], check=True)
    done = subprocess.run([ROOT / ".venv/audit/bin/python", "-c", VALIDATE, file], capture_output=True, text=True)
    print(f"The list of parts is CycloneDX 1.6 by its schema: {file.name}." if not done.returncode else done.stderr)
    return bool(done.returncode)


def _missing(wheel: Path) -> bool:
    """Whether a file of the package is not in the wheel."""
    import zipfile

    held = set(zipfile.ZipFile(wheel).namelist())
    package = [
        name.removeprefix("src/") for name in _git("ls-tree", "-r", "--name-only", "HEAD", "src/accede").splitlines()
    ]
    lacking = [name for name in package if name not in held and not name.endswith(".po")]
    print(
        f"Not in the wheel: {', '.join(lacking)}."
        if lacking
        else f"All {len(package)} files of the package are in the wheel."
    )
    return bool(lacking)


def _installed(wheel: Path, folder: Path) -> bool:
    mark, pinned = AWAY / "pinned", (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    if not mark.exists() or mark.read_text(encoding="utf-8") != pinned:
        shutil.rmtree(AWAY, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "download", "-qq", "--require-hashes", "--only-binary", ":all:"]
        if subprocess.run([*command, "-d", AWAY, "-r", ROOT / "requirements" / "runtime.txt"]).returncode:
            print("Left out: the wheel installed without a network (the pinned packages cannot be fetched here first).")
            return False
        mark.write_text(pinned, encoding="utf-8")
    alone = ["unshare", "-rn"] if shutil.which("unshare") else []
    if alone and subprocess.run([*alone, "true"], capture_output=True).returncode:
        alone = []
    if not alone:
        print("Left out: the network taken away (unshare cannot do it here); pip is told to use none.")
    (folder / "trial").mkdir()
    done = subprocess.run([*alone, sys._base_executable, HERE / "away.py", AWAY, wheel, folder / "trial"], cwd="/")  # type: ignore[attr-defined]
    return bool(done.returncode)


def _archive() -> bytes:
    return subprocess.run(["git", "archive", "--format=tar", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _same(source: Path, epoch: int) -> None:
    """Each file with the same time and the same permissions, whoever takes it out of the archive."""
    for path in sorted(source.rglob("*"), reverse=True):
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def _plain(body: bytes, epoch: int) -> bytes:
    """An archive as nobody's and of one instant, its files in order."""
    packed = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(body)) as was,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as now,
    ):
        for member in sorted(was.getmembers(), key=lambda each: each.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = epoch, 0, 0, "", ""
            member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
            member.pax_headers = {}
            now.addfile(member, was.extractfile(member) if member.isfile() else None)
    return gzip.compress(packed.getvalue(), 9, mtime=epoch)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
