"""`make spec-bundle`: the specification as a release publishes it, for users of every language."""

from __future__ import annotations

import hashlib
import json
import tempfile
from argparse import Namespace
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML

from .. import ROOT
from ..arguments import SPEC, folder
from ..folder import files, replace
from ..loader import load_specifications
from ..specification import SCENARIOS, SPECIFICATIONS, Document
from ..tools import ToolError, last_error_line, openapi_format, run_program
from ..validation import most_specific, pointer_of

ARGUMENTS = [SPEC, folder("--output", "build/spec", "bundle")]
CHECKSUMS = "SHA256SUMS"


def run(options: Namespace) -> int:
    """Write the bundle."""
    changed = write_bundle(options.spec, ROOT / "LICENSE", options.output)
    print(f"{options.output}: {len(changed)} files changed")
    return 0


def write_bundle(
    specifications: Path, licence: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS
) -> list[Path]:
    """Bring `target` up to date and return the files that changed.

    It then has each document as YAML and as JSON, both again in OpenAPI 3.1, the scenarios, the licence and the
    checksums, and nothing else. A run that fails does not change it. Raises SpecificationError for an invalid document,
    ToolError when the converter is missing or fails.
    """
    with tempfile.TemporaryDirectory(prefix="toggl-bundle-") as folder:
        fresh = Path(folder) / "spec"
        fresh.mkdir()
        for name, document in load_specifications(specifications, names).items():
            source = f"{name}.yaml"
            # The same bytes: comments and line breaks are for readers.
            (fresh / source).write_bytes((specifications / source).read_bytes())
            (fresh / f"{name}.json").write_text(as_json(document), encoding="utf-8")
            twin = convert(fresh / source, fresh / f"{name}-3.1.yaml")
            (fresh / f"{name}-3.1.json").write_text(as_json(twin), encoding="utf-8")
        for scenario in specifications.glob(SCENARIOS):
            place = fresh / scenario.relative_to(specifications)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(scenario.read_bytes())
        (fresh / "LICENSE").write_bytes(licence.read_bytes())
        write_checksums(fresh)
        return replace(fresh, target)


def convert(source: Path, place: Path) -> Document:
    """Write the OpenAPI 3.1 twin of a document and return it. Raises ToolError when that fails."""
    # In YAML 1.1, which many parsers still read, `on` and `12:30` are not strings: the last option quotes them.
    options = ["--no-sort", "--no-bundle", "--convertTo", "3.1", "--yamlCompat", "yaml-1.1"]
    done = run_program([*openapi_format(), source.name, *options, "--output", place.name], cwd=source.parent)
    if done.returncode or not place.exists():
        raise ToolError(f"openapi-format failed on {source.name}: {last_error_line(done) or 'it wrote nothing'}")
    twin: Document = YAML(typ="safe", pure=True).load(place.read_text(encoding="utf-8"))
    for invalid in OpenAPIV31SpecValidator(twin).iter_errors():
        cause = f"{pointer_of(invalid)}: {most_specific(invalid).message}"
        raise ToolError(f"openapi-format made no OpenAPI 3.1 of {source.name}: {cause}")
    return twin


def as_json(document: Document) -> str:
    """The document as JSON, keys in the order in which they were written."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS of the files of a folder, in the format of `sha256sum -c`."""
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files(folder).items()]
    (folder / CHECKSUMS).write_text("".join(rows), encoding="utf-8")
