"""What Accede is made of, as CycloneDX: each pinned package with its licence and hashes, each file of others with its own.

The same for the same requirements and files. Packages are those of `scripts/run`; what only the tests use is named where it lies
in the repository, with the scope "excluded".
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "check.d"))

import licences  # noqa: E402  from the folder of the checks

SPDX = licences.ALLOWED | frozenset(licences.NAMED) | {"OFL-1.1", "CC-BY-4.0"}


def sbom(root: Path, version: str, epoch: int) -> bytes:
    """The list for a version whose sources lie in `root`, as JSON."""
    packages = _packages(root)
    ours = f"pkg:pypi/accede@{version}"
    components = [_component(name, *about[:2]) for name, about in packages.items()] + _vendored(root)
    uses: dict[str, set[str]] = {ours: set(), **{_purl(name, about[0]): set() for name, about in packages.items()}}
    for name, (pinned, _, via) in packages.items():
        for user in via:
            by = ours if user not in packages else _purl(user, packages[user][0])
            uses[by].add(_purl(name, pinned))
    uses[ours] |= {
        each["bom-ref"] for each in components if each["bom-ref"] not in uses and each["scope"] == "required"
    }
    told: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": ours,
                "name": "accede",
                "version": version,
                "purl": ours,
                "licenses": _licence("Apache-2.0"),
            },
        },
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": sorted(of)} for ref, of in sorted(uses.items())],
    }
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    told["serialNumber"] = f"urn:uuid:{uuid5(NAMESPACE_URL, digest)}"
    return json.dumps(told, indent=1, ensure_ascii=False).encode() + b"\n"


def _packages(root: Path) -> dict[str, tuple[str, list[str], list[str]]]:
    """Name to version, hashes, and the packages that asked for it ("-r" stands for ourselves)."""
    text = (root / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", text):
        if head := re.match(r"([a-z0-9][a-z0-9.-]*)==([^\s;\\]+)", block):
            via = re.findall(r"^ +# (?: +|via )([\w.-]+)", block, re.MULTILINE)
            found[head[1]] = head[2], re.findall(r"sha256:([0-9a-f]{64})", block), via
    return found


def _component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    purl = _purl(name, version)
    files = {
        "type": "distribution",
        "url": purl,
        "comment": "The files of this release, one of which is installed.",
        "hashes": [_sha256(each) for each in hashes],
    }
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "scope": "required",
        "licenses": _licence(licences.licence_of(distribution(name))),
        "purl": purl,
        "externalReferences": [files],
    }


def _vendored(root: Path) -> list[dict[str, Any]]:
    found = []
    for one in tomllib.loads((root / "requirements" / "vendored.toml").read_text(encoding="utf-8"))["vendored"]:
        files = dict(one.get("files", {}))
        if "manifest" in one:
            place = Path(one["manifest"])
            fonts = tomllib.loads((root / place).read_text(encoding="utf-8"))["font"]
            files |= {(place.parent / font["file"]).as_posix(): font["sha256"] for font in fonts}
        purl = {"axe-core": "pkg:npm/axe-core@", "htmx": "pkg:npm/htmx.org@"}.get(one["name"])
        ref = f"{purl}{one['version']}" if purl else f"vendored:{one['name']}"
        component = {
            "type": "library" if purl else "data",
            "bom-ref": ref,
            "name": one["name"],
            "version": one["version"],
            "description": f"{one['from']}; for {one['for']}",
            "scope": "excluded" if all(name.startswith("tests/") for name in files) else "required",
            "licenses": _licence(one["licence"]),
            **({"purl": ref} if purl else {}),
            "components": [
                {"type": "file", "bom-ref": name, "name": name, "hashes": [_sha256(digest)]}
                for name, digest in sorted(files.items())
            ],
        }
        found.append(component)
    register = {
        "type": "data",
        "bom-ref": "accede:register",
        "name": "The shipped register",
        "description": "src/accede/data; its sources are named row by row",
        "scope": "required",
        "licenses": _licence("CC-BY-4.0"),
    }
    return [*found, register]


def _licence(told: str) -> list[dict[str, Any]]:
    if told in SPDX:
        return [{"license": {"id": told}}]
    is_expression = all(each in SPDX for each in re.split(r" (?:AND|OR) ", told.replace("(", "").replace(")", "")))
    return [{"expression": told}] if is_expression else [{"license": {"name": told}}]


def _sha256(digest: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": digest}


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"
