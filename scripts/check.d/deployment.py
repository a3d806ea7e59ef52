"""The recipes of deploy/, held by the programs that they are for: nginx, systemd, the shell; and what a build would miss.

What a machine lacks is left out and named. With --run nginx stands, as deploy/nginx has it, before a real `accede serve` and
`accede serve --public` on a register of its own, on loopback, and is asked for pages.

    python scripts/check.d/deployment.py [--run]
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
ACCEDE = ROOT / ".venv" / "bin" / "accede"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
PORTS = re.compile(r"listen (\[::\]:)?(\d+)")


def main() -> int:
    """Exit 0: every recipe is one that its program takes."""
    problems, left_out = [*compose(), *container()], list[str]()
    for program, look in (("nginx", nginx), ("systemd-analyze", units), ("shellcheck", shell)):
        found = NGINX if program == "nginx" else shutil.which(program)
        problems += look() if found else ()
        left_out += [] if found else [program]
    if "--run" in sys.argv and NGINX:
        problems += run()
    if left_out:
        print(f"deploy/ was not held by {', '.join(left_out)}: not installed here.")
    for problem in problems:
        print(f"deploy/: {problem}")
    return 1 if problems else 0


def compose() -> Iterator[str]:
    """What one part of the compose file names and another must have; its schema is compose's own affair."""
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for name, service in told["services"].items():
        named = [each if isinstance(each, str) else each["source"] for each in service.get("secrets", ())]
        for secret in {*named} - {*told["secrets"]}:
            yield f"compose.yaml: {name} names the secret {secret}, which is not there"
        for other in {*service.get("depends_on", ())} - {*told["services"]}:
            yield f"compose.yaml: {name} waits for {other}, which is not there"
        for setting, value in (service.get("environment") or {}).items():
            if setting.endswith("_FILE") and Path(value).name not in named:
                yield f"compose.yaml: {name} reads {value} and is not given it"
        for place in (each.split(":")[0] for each in service.get("volumes", ())):
            if place.startswith(".") and not (DEPLOY / place).exists():
                yield f"compose.yaml: {name} mounts {place}, which is not there"
            if not place.startswith(".") and place not in told["volumes"]:
                yield f"compose.yaml: {name} mounts {place}, which is no volume"


def container() -> Iterator[str]:
    """What is copied exists, the last stage is not root's, and packages come by their hashes."""
    told = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (?!--from)(.+)$", told, re.MULTILINE):
        for each in [part for part in line.split()[:-1] if not part.startswith("--")]:
            if not (ROOT / each).exists():
                yield f"Containerfile: {each} is not there"
    if not re.search(r"^USER \d+", told.rpartition("FROM")[2], re.MULTILINE):
        yield "Containerfile: it runs as root"
    if "--require-hashes" not in told:
        yield "Containerfile: packages are installed without their hashes"


def nginx() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("accede.conf", "published.conf"):
            done = said(NGINX, "-t", "-q", "-c", nginx_file(Path(folder), name))
            if done:
                yield f"nginx/{name}: {done}"


def nginx_file(folder: Path, name: str, **ports: int) -> Path:
    """A whole configuration around one of ours, with a certificate, and other ports where they are given (http, https, ...)."""
    if not (folder / "key.pem").exists():
        make = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=register.example",
        ]
        subprocess.run(
            [*make, "-keyout", folder / "key.pem", "-out", folder / "chain.pem"], check=True, capture_output=True
        )
    told = (DEPLOY / "nginx" / name).read_text(encoding="utf-8")
    upstreams = (DEPLOY / "nginx" / "upstreams.conf").read_text(encoding="utf-8")
    for ours, real in (
        ("/etc/ssl/accede/fullchain.pem", folder / "chain.pem"),
        ("/etc/ssl/accede/privkey.pem", folder / "key.pem"),
        ("/etc/nginx/accede-upstreams.conf", folder / "upstreams.conf"),
    ):
        told = told.replace(ours, str(real))
    if ports:
        told = re.sub(r"\n *listen \[::\].*", "", told)
        told = PORTS.sub(lambda found: f"listen 127.0.0.1:{ports['http' if found[2] == '80' else 'https']}", told)
        upstreams = upstreams.replace(":8000", f":{ports['workspace']}").replace(":8001", f":{ports['public']}")
    (folder / "upstreams.conf").write_text(upstreams, encoding="utf-8")
    file = folder / "nginx.conf"
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file.write_text(
        f"daemon off; pid {folder}/pid; error_log /dev/null; events {{}}\nhttp {{ access_log off; {kept}\n{told}\n}}\n",
        encoding="utf-8",
    )
    return file


def units() -> Iterator[str]:
    """`systemd-analyze verify`, with a program that is there, and a day that every timer comes."""
    with tempfile.TemporaryDirectory() as folder:
        for unit in DEPLOY.glob("systemd/*.*r*"):
            told = unit.read_text(encoding="utf-8")
            told = told.replace("/opt/accede/.venv/bin/accede", str(ACCEDE)).replace("/opt/accede", str(ROOT))
            (Path(folder) / unit.name).write_text(told, encoding="utf-8")
        ours = sorted(each for each in Path(folder).iterdir() if each.suffix in (".service", ".timer"))
        done = subprocess.run(["systemd-analyze", "verify", *ours], capture_output=True, text=True, check=False)
        yield from (line for line in done.stderr.splitlines() if folder in line or "accede" in line.split(":")[0])


def shell() -> Iterator[str]:
    scripts = [DEPLOY / "backup.sh", DEPLOY / "postgresql" / "make-roles.sh"]
    if done := said("shellcheck", *scripts):
        yield done


def said(*command: object) -> str:
    """What a program complains of; "" where it ends well."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    return (
        (done.stdout + done.stderr).strip() or f"{command[0]} ended with {done.returncode}" if done.returncode else ""
    )


def run() -> Iterator[str]:
    """Pages through nginx, and what becomes of them when the public process is gone."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as ends:
        folder = Path(name)
        around = {key: value for key, value in os.environ.items() if not key.startswith(("ACCEDE_", "DATABASE_URL"))}
        around |= {"ACCEDE_HOME": str(folder / "home"), "ACCEDE_HOSTS": "register.example,127.0.0.1"}
        around |= {"ACCEDE_PROXIES": "1", "ACCEDE_ADDRESS": "https://register.example", "ACCEDE_WORKERS": "1"}
        subprocess.run([ACCEDE, "setup"], env=around, check=True, capture_output=True)
        ports = {each: free_port() for each in ("http", "https", "workspace", "public")}
        for kind, more in (("workspace", ["--no-work"]), ("public", ["--public"])):
            serving = ends.enter_context(started([ACCEDE, "serve", "--port", str(ports[kind]), *more], around))
            assert serving.stdout
            serving.stdout.readline()
        ends.enter_context(started([NGINX, "-c", nginx_file(folder, "accede.conf", **ports)], around))
        for port in ports.values():
            until_it_listens(port)
        yield from pages(ports)
        serving.send_signal(signal.SIGTERM)
        serving.wait(30)
        status, _, _ = asked(ports["https"], "/states/CUB/")
        if status != 200:
            yield f"nginx: without the public process a page is {status}"


def pages(ports: dict[str, int]) -> Iterator[str]:
    """What is asked, and what must come."""
    for path, wanted, header, value in (
        ("/", 200, "Cache-Control", "max-age=0"),
        ("/fr/states/CUB/", 200, "ETag", '"'),
        ("/api/v1/states", 200, "Content-Type", "application/json"),
        ("/static/publishing/accede.css", 200, "Cache-Control", "max-age"),
        ("/workspace/", 302, "Location", "/workspace/account/"),
        ("/workspace/account/sign-in/", 200, "Set-Cookie", "__Host-"),
        ("/confirm/nothing/", 404, "X-Content-Type-Options", "nosniff"),
        ("/readyz", 404, "Server", "nginx"),
    ):
        status, headers, _ = asked(ports["https"], path)
        if status != wanted or value not in headers.get(header, ""):
            yield f"nginx: {path} gives {status} and {header}: {headers.get(header)}"
    _, headers, _ = asked(ports["https"], "/")
    status, _, _ = asked(ports["https"], "/", **{"If-None-Match": headers["ETag"]})
    if status != 304:
        yield f"nginx: an unchanged page gives {status}"
    statuses = {asked(ports["https"], "/workspace/account/sign-in/")[0] for _ in range(60)}
    if 429 not in statuses:
        yield f"nginx: sixty attempts to enter give {sorted(statuses)}"
    status, headers, _ = asked(ports["http"], "/states/", is_plain=True)
    if (status, headers.get("Location")) != (308, "https://register.example/states/"):
        yield f"nginx: http gives {status} to {headers.get('Location')}"


class Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is the answer."""

    def redirect_request(self, *_: object) -> None:
        return None


def asked(port: int, path: str, *, is_plain: bool = False, **further: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a page of register.example, which is here; its certificate is nobody's."""
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=anybody))
    address = f"{'http' if is_plain else 'https'}://127.0.0.1:{port}{path}"
    request = urllib.request.Request(address, headers={"Host": "register.example", **further})
    try:
        with opener.open(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


@contextmanager
def started(command: list[object], around: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([str(each) for each in command], env=around, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until_it_listens(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"nothing listens on port {port}")


if __name__ == "__main__":
    sys.exit(main())
