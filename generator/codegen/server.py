"""Drives datamodel-code-generator: one document becomes the sandbox's server contract."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..specification import Document, SpecificationError

#: Every choice that shapes the output is named, so that only a new pin can change it.
OPTIONS = (
    "--input-file-type=openapi",
    "--preset=standard-py311-20261027",
    "--openapi-scopes", "schemas", "api",
    "--strict-nullable",
    "--use-missing-sentinel",
    "--target-pydantic-version=2.14",
    "--generate-server=fastapi",
    "--server-handler-mode=async",
    "--disable-timestamp",
)  # fmt: skip

#: Written for people who start a service of their own; the sandbox has its own.
UNUSED = ("server/main.py", "server/README.md", "services")


def generate_server(document: Document, name: str, output: Path, staging: Path) -> None:
    """Write `toggl_server/<name>` below `output`; raises SpecificationError when the generator fails or warns."""
    package = f"toggl_server.{name}"
    folder = staging / "toggl_server" / name
    folder.mkdir(parents=True)
    (staging / f"{name}.json").write_text(json.dumps(bounded(document)))
    header = f"# generated from spec/{name}.yaml by `make generate` - do not edit"
    command = [
        *(sys.executable, "-W", "error", "-m", "datamodel_code_generator", *OPTIONS),
        *("--input", f"{name}.json", "--custom-file-header", header),
        *("--output", f"toggl_server/{name}/models.py", "--server-model-package", f"{package}.models"),
        *("--server-output", f"toggl_server/{name}/server", "--server-package", f"{package}.server"),
    ]
    done = subprocess.run(command, cwd=staging, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SpecificationError(f"spec/{name}.yaml", *problem(done.stderr))
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and not relative.startswith(UNUSED):
            place = output / "toggl_server" / name / relative
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(headed(path, header))
    (output / "toggl_server" / name / "__init__.py").write_text(f'{header}\n"""Server contract of one API."""\n')


def problem(stderr: str) -> tuple[str, str]:
    """JSON pointer and cause out of what the generator says: `Error: POINTER: CAUSE; POINTER: CAUSE` or a traceback."""
    said = [line for line in stderr.splitlines() if line.strip() and "For further information" not in line]
    last = said[-1] if said else "the server generator failed without a word"
    placed = re.fullmatch(r"Error: (/.*?): (.*?)(; /.*)?", last)
    return (placed[1], placed[2]) if placed else ("", last)


def bounded(node: Any, *, item: bool = False) -> Any:
    """Return a document whose `int64` integers have the limits of one: the generator gives the format no meaning.

    A plain item of an array is left alone, since limits would turn it into a class of its own.
    """
    if isinstance(node, list):
        return [bounded(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: bounded(value, item=key == "items") for key, value in node.items()}
    if plain.get("format") == "int64" and not (item and "minimum" not in plain):
        return {"minimum": -(2**63), "maximum": 2**63 - 1, **plain}
    return plain


def headed(path: Path, header: str) -> str:
    """The text of a generated file with our header, also where the generator has no place for one."""
    text = path.read_text()
    if path.suffix == ".json":
        return json.dumps({"x-generated": header.removeprefix("# "), **json.loads(text)}, indent=2) + "\n"
    return text if text.startswith(header) else f"{header}\n{text}"
