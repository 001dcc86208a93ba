# generated from spec/track.yaml by `make generate` - do not edit

"""Serve a document of the application's own, such as the source OpenAPI document, instead of FastAPI's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fastapi import FastAPI

_INFO: Final = {
    "title": "title",
    "version": "version",
    "summary": "summary",
    "description": "description",
    "terms_of_service": "termsOfService",
    "contact": "contact",
    "license_info": "license",
}
_PATHS: Final = "#/paths/"
_LITERALS: Final = frozenset({"value", "example", "default", "enum", "const"})
_NAMES: Final = frozenset({
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "dependencies",
    "callbacks",
    "headers",
    "links",
    "examples",
    "encoding",
    "variables",
    "webhooks",
})
_KINDS: Final = {"components": "components", "responses": "responses", **dict.fromkeys(_NAMES, "names")}
_ROOT: Final = {"servers": "servers", "openapi_tags": "tags", "openapi_external_docs": "externalDocs"}


def serve_openapi(
    app: FastAPI,
    load: Callable[[], dict[str, Any]],
    *,
    prefix: str = "",
    metadata: Mapping[str, Any] | None = None,
) -> None:
    """Make the application's document the one `load` returns, loaded on its first request and kept.

    Its paths take the prefix the routes were included under, as in FastAPI's own document, and so do the references
    and link operationRefs that name a path. The FastAPI settings in `metadata` that describe the application, such as
    `title` or `servers`, replace the document's when they are set, as FastAPI leaves unset ones out. FastAPI's
    documentation endpoints serve it as they serve FastAPI's own, the root path's server included. A document the
    application built before is dropped.
    """
    given = metadata or {}

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            document = load()
            if prefix:
                document = cast("dict[str, Any]", _prefixed(document, prefix))
                document["paths"] = {f"{prefix}{path}": item for path, item in document.get("paths", {}).items()}
            if info := {key: given[name] for name, key in _INFO.items() if given.get(name)}:
                document["info"] = {**document.get("info", {}), **info}
            document.update({key: given[name] for name, key in _ROOT.items() if given.get(name)})
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi_schema = None
    setattr(app, "openapi", openapi)  # ruff: ignore[set-attr-with-constant] - FastAPI's documented way to replace the document.


def _prefixed(value: object, prefix: str, kind: str = "object") -> object:
    """Return a document value whose references and operationRefs into the document's paths name prefixed paths.

    Literal data, such as examples, defaults, and extensions, stays as it is. Only a keyword is literal: a name in a map
    of names, such as a schema's `properties`, a media type's `examples` or the `components`, never is, whatever it
    spells, and neither is the `default` response of an operation. `kind` is `names` for a map of named objects,
    `components` for a map of maps of names, `responses` for the responses of an operation, else `object`.
    """
    if isinstance(value, list):
        return [_prefixed(item, prefix) for item in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    prefixed = {
        key: item if _literal(key, item, kind) else _prefixed(item, prefix, _member(key, kind))
        for key, item in cast("dict[str, object]", value).items()
    }
    if kind == "names":
        return prefixed
    for key in ("$ref", "operationRef"):
        if isinstance(ref := prefixed.get(key), str) and ref.startswith(_PATHS):
            prefixed[key] = _PATHS + prefix.replace("~", "~0").replace("/", "~1") + ref[len(_PATHS) :]
    return prefixed


def _member(key: str, kind: str) -> str:
    """Return the kind of the value a member of a map of one kind holds."""
    if kind == "names":
        return "object"
    return "names" if kind == "components" else _KINDS.get(key, "object")


def _literal(key: str, value: object, kind: str) -> bool:
    """Return whether a member holds literal data: an example value, a default, an enum, a const, or an extension.

    A map of examples holds Example Objects, whose `value` is literal; a list of examples is a schema's.
    """
    if kind == "names" or (kind == "responses" and key == "default"):
        return False
    return key in _LITERALS or key.startswith("x-") or (key == "examples" and isinstance(value, list))
