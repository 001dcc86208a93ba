"""Puts together `build/spec/`: the specification as a release publishes it, for users of every language."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML

from ..codegen.output import SPECIFICATIONS, replace
from ..specification import Document, load
from ..tools import CannotRun, complaint, openapi_format, run
from ..validation import deepest, pointer_of

CHECKSUMS = "SHA256SUMS"


def bundle(specifications: Path, licence: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS) -> list[Path]:
    """Bring `target` up to date and say which files changed.

    It then holds each document as YAML and as JSON, both again in OpenAPI 3.1, the licence and the checksums, and
    nothing else. A run that fails leaves it as it was. Raises SpecificationError for a document that cannot be used,
    CannotRun when the converter is missing or fails.
    """
    with tempfile.TemporaryDirectory(prefix="toggl-bundle-") as folder:
        fresh = Path(folder) / "spec"
        fresh.mkdir()
        for name in names:
            source = f"{name}.yaml"
            document = load(specifications / source)
            # The bytes as they were written: comments and line breaks are for readers.
            (fresh / source).write_bytes((specifications / source).read_bytes())
            (fresh / f"{name}.json").write_text(as_json(document), encoding="utf-8")
            twin = convert(fresh / source, fresh / f"{name}-3.1.yaml")
            (fresh / f"{name}-3.1.json").write_text(as_json(twin), encoding="utf-8")
        (fresh / "LICENSE").write_bytes(licence.read_bytes())
        write_checksums(fresh)
        return replace(fresh, target)


def convert(source: Path, place: Path) -> Document:
    """Write the OpenAPI 3.1 twin of a document, and give what it says; raises CannotRun when that fails."""
    # In YAML 1.1, which many readers still speak, `on` and `12:30` are no texts: the last option quotes them.
    options = ["--no-sort", "--no-bundle", "--convertTo", "3.1", "--yamlCompat", "yaml-1.1"]
    done = run([*openapi_format(), source.name, *options, "--output", place.name], cwd=source.parent)
    if done.returncode or not place.exists():
        raise CannotRun(f"openapi-format failed on {source.name}: {complaint(done) or 'it wrote nothing'}")
    twin: Document = YAML(typ="safe", pure=True).load(place.read_text(encoding="utf-8"))
    for invalid in OpenAPIV31SpecValidator(twin).iter_errors():
        cause = f"{pointer_of(invalid)}: {deepest(invalid).message}"
        raise CannotRun(f"openapi-format made no OpenAPI 3.1 of {source.name}: {cause}")
    return twin


def as_json(document: Document) -> str:
    """The document as JSON, keys in the order in which they were written."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS about the files of a folder, as `sha256sum -c` reads it."""
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / CHECKSUMS).write_text("".join(rows), encoding="utf-8")
