"""Reads the OpenAPI documents and validates them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .specification import SPECIFICATIONS, Document, SpecificationError, wrap_errors
from .validation import find_problems


def load_specifications(folder: Path, names: Iterable[str] = SPECIFICATIONS) -> dict[str, Document]:
    """The documents of a folder by name. Raises SpecificationError for the first one that is not valid."""
    return {name: load(folder / f"{name}.yaml") for name in names}


def load(path: Path) -> Document:
    """Read and validate one OpenAPI 3.0 document. Every failure raises SpecificationError."""
    file = f"{path.parent.name}/{path.name}"
    try:
        document = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SpecificationError(file, "", "no such file") from None
    except OSError as error:
        raise SpecificationError(file, "", f"cannot be read: {error.strerror}") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise SpecificationError(file, "", f"{place}{error.problem}") from None
    except (YAMLError, UnicodeDecodeError) as error:
        raise SpecificationError(file, "", f"not YAML: {error}") from None
    if not isinstance(document, dict):
        raise SpecificationError(file, "", "an OpenAPI document is a mapping")
    with wrap_errors(file):
        for pointer, cause in find_problems(document):
            raise SpecificationError(file, pointer, cause)
    return document
