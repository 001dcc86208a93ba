"""Writes `generated/`: the output is made in a temporary folder first, then only files that differ are replaced."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..folder import diff, replace
from ..loader import load_specifications
from ..specification import SPECIFICATIONS
from .client import generate_client
from .reference import generate_reference
from .server import generate_server

#: The modules of the client that are the same for every document.
RUNTIME = Path(__file__).parent / "runtime"
#: The same of the server.
SERVER_RUNTIME = Path(__file__).parent / "server_runtime"
HEADER = "# generated from {source} by `make generate` - do not edit\n"


def generate(specifications: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS) -> list[Path]:
    """Bring `target` up to date and return the files that changed.

    All output is made in a temporary folder first: a run that fails or is interrupted does not change `target`.
    Raises SpecificationError for a document that cannot be generated from.
    """
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as folder:
        fresh = Path(folder) / "generated"
        make(specifications, fresh, names)
        return replace(fresh, target)


def difference(specifications: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS) -> str:
    """The unified diff from `target` to what the specifications would generate; empty when `target` is fresh."""
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as folder:
        fresh = Path(folder) / "generated"
        make(specifications, fresh, names)
        return "".join(diff(target, fresh))


def make(specifications: Path, output: Path, names: tuple[str, ...]) -> None:
    """Generate client and server packages of the named documents into an empty folder."""
    documents = load_specifications(specifications, names)
    client, methods, server = (output / name for name in ("toggl_openapi", "toggl_resources", "toggl_server"))
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as scratch, ThreadPoolExecutor() as pool:
        # The server generator is a process of its own, so both documents run side by side with the client.
        servers = [
            pool.submit(generate_server, document, name, output, Path(scratch) / f"{name}-server")
            for name, document in documents.items()
        ]
        for name, document in documents.items():
            jobs = specifications.parent / "toggl_tasks" / f"_{name}_jobs.py"
            generate_client(document, name, output, Path(scratch) / f"{name}-client", jobs)
        for done in servers:
            done.result()
        for runtime, package in ((RUNTIME, client), (SERVER_RUNTIME, server)):
            for module in sorted(runtime.glob("*.py")):
                header = HEADER.format(source=f"generator/codegen/{runtime.name}/{module.name}")
                (package / module.name).write_text(header + module.read_text())
    generate_reference(documents, server)
    (methods / "__init__.py").write_text(HEADER.format(source="spec/") + '"""Methods of the clients."""\n')
    for name in documents:  # griffe does not look into a folder without one
        header = HEADER.format(source=f"spec/{name}.yaml")
        (methods / name / "__init__.py").write_text(header + '"""Methods of one client."""\n')
    (server / "__init__.py").write_text(HEADER.format(source="spec/") + '"""Server contracts of both APIs."""\n')
    format_code(output)
    for package in (client, methods, server):
        (package / "py.typed").write_text(HEADER.format(source="spec/"))


def format_code(folder: Path) -> None:
    """Format with ruff, without the settings of any pyproject.toml."""
    options = ["--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311"]
    rules = ["--select", "F401,I001", "--fix", "--quiet"]
    for arguments in (["check", *rules], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, *options, str(folder)], check=True)
