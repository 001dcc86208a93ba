"""The dependencies of the benchmarks: the peers' generated code and the mock server, all below `build/`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
GENERATED = BUILD / "bench-peers"
NODE = BUILD / "bench-node"
#: The project's own environment, where the generators are installed at the versions of its lock.
PROJECT = ROOT / ".venv/bin"
BENCH = Path(sys.executable).parent
APIS = ("track", "focus")
PRISM = NODE / "node_modules/@stoplight/prism-cli/dist/index.js"


class Skipped(Exception):
    """Something cannot be measured on this machine; the message is one line with the reason."""


def run(command: Sequence[str | Path], *, cwd: Path = ROOT) -> str:
    """The output of a program; raises RuntimeError with its error output."""
    environment = {**os.environ, "PATH": f"{PROJECT}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": search_path()}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def search_path() -> str:
    """Where measurements find the project and the peers: in none of the environments it is installed."""
    return os.pathsep.join(map(str, (ROOT, ROOT / "generated", GENERATED)))


def stock(api: str) -> None:
    output = GENERATED / f"stock_{api}"
    run([PROJECT / "openapi-python-client", "generate", "--path", ROOT / f"spec/{api}.yaml", "--meta", "none",
         "--output-path", output])  # fmt: skip


def httpx2_client(api: str) -> None:
    package = f"httpx2_{api}"
    run([PROJECT / "datamodel-codegen", "--input", ROOT / f"spec/{api}.yaml", "--input-file-type", "openapi",
         "--preset", "standard-py311-20261027", "--openapi-scopes", "schemas", "api", "--strict-nullable",
         "--output", GENERATED / package / "models.py", "--generate-client", "httpx2", "--disable-timestamp",
         "--client-output", GENERATED / package / "client", "--client-package", f"{package}.client",
         "--client-model-package", f"{package}.models"])  # fmt: skip


def openapi_generator(api: str) -> None:
    if shutil.which("java") is None:
        raise Skipped("openapi-generator needs Java, and there is none: its client is not measured")
    package = f"openapi_generator_{api}"
    staging = GENERATED / f".{package}"
    run([BENCH / "openapi-generator-cli", "generate", "-g", "python", "-i", ROOT / f"spec/{api}.yaml", "-o", staging,
         "--package-name", package])  # fmt: skip
    shutil.move(staging / package, GENERATED / package)


GENERATORS: dict[str, Callable[[str], None]] = {
    "stock": stock,
    "httpx2_client": httpx2_client,
    "openapi_generator": openapi_generator,
}


def generate_peers(report_skipped: Callable[[str], None]) -> set[str]:
    """Generate the clients of other generators; returns the names of those that cannot be generated here."""
    shutil.rmtree(GENERATED, ignore_errors=True)
    GENERATED.mkdir(parents=True)
    skipped = set()
    for name, generator in GENERATORS.items():
        try:
            for api in APIS:
                generator(api)
        except Skipped as reason:
            report_skipped(f"skipped: {reason}")
            skipped.add(name)
    return skipped


def prism() -> list[str | Path]:
    """How Prism is called; installs it from its lock. Raises Skipped without Node.js and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Skipped("Prism needs Node.js with npm, and there is none: the sandbox is measured alone")
    locks = (ROOT / "benchmarks/package.json", ROOT / "benchmarks/package-lock.json", ROOT / ".npmrc")
    installed = NODE / ".ready"
    if not installed.exists() or installed.stat().st_mtime < max(lock.stat().st_mtime for lock in locks):
        NODE.mkdir(parents=True, exist_ok=True)
        for lock in locks:
            shutil.copyfile(lock, NODE / lock.name)
        run([npm, "ci", "--loglevel=error"], cwd=NODE)
        installed.touch()
    return [node, PRISM]
