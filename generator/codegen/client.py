"""Runs openapi-python-client with our templates: one document becomes models, keywords and operations."""

from __future__ import annotations

import contextlib
import copy
import io
import re
import textwrap
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema import Schema
from openapi_python_client.strings import PythonIdentifier

from ..specification import Document, SpecificationError, escape, follow, operations, wrap_errors
from . import python_types
from .jobs import read_jobs
from .methods import model_of, resources
from .nullable_ids import with_nullable_ids
from .python_types import description, fields, success_type, wire_name

TEMPLATES = Path(__file__).parent / "templates"

#: Our modules by the files that openapi-python-client writes; files that are not listed are dropped.
RENDERED = {
    "__init__.py": "__init__.py",
    "models.py": "models/__init__.py",
    "keywords.py": "types.py",
    "operations.py": "client.py",
}
#: Modules with the methods of resources, by template: name, and whether the methods are to be awaited.
METHODS = {
    "resources.py.jinja": {"resources.py": False, "async_resources.py": True},
    "raw.py.jinja": {"raw.py": False, "async_raw.py": True},
}


def generate_client(document: Document, name: str, output: Path, staging: Path, jobs: Path) -> None:
    """Write the client packages of one document into `output`. Every failure raises SpecificationError.

    `jobs` is the module with the flows of methods that take several requests, if there is one.
    """
    source = f"spec/{name}.yaml"
    document = with_nullable_ids(document)
    config = Config.from_sources(
        ConfigFile(literal_enums=True, post_hooks=[], use_path_prefixes_for_title_model_names=False),
        MetaType.NONE,
        document_source=staging,
        file_encoding="utf-8",
        overwrite=True,
        output_path=staging,
    )
    with wrap_errors(source), warnings.catch_warnings():
        warnings.simplefilter("error")
        parsed = GeneratorData.from_dict(to_generator_dialect(document), config=config)
        if isinstance(parsed, GeneratorError):
            raise SpecificationError(source, "", parsed.detail or parsed.header)
        # Schemas come first: errors of operations may only follow from theirs.
        raise_errors(parsed.errors, document, source)
        with contextlib.redirect_stdout(io.StringIO()):
            project = Project(openapi=parsed, config=config, custom_template_path=TEMPLATES)
            project.env.filters |= {"prose": prose, "wire_name": wire_name}
            variables = template_variables(document, parsed, source)
            project.env.globals.update(variables)
            raise_errors(project.build(), document, source)
            methods = {
                module: project.env.get_template(template).render(api=name, asynchronous=asynchronous)
                for template, modules in METHODS.items()
                for module, asynchronous in modules.items()
            }
    if jobs.exists():
        job_source = f"toggl_tasks/{jobs.name}"
        with wrap_errors(job_source):
            specified = {resource["name"]: resource["methods"] for resource in variables["resources"]}
            values = read_jobs(jobs, specified)
        template = project.env.get_template("jobs.py.jinja")
        for prefix in ("", "async_"):
            text = template.render(api=name, asynchronous=bool(prefix), **values | {"source": job_source})
            methods[f"{prefix}{values['name'].lower()}.py"] = text
    for package in ("toggl_openapi", "toggl_resources"):
        (output / package / name).mkdir(parents=True, exist_ok=True)
    for ours, theirs in RENDERED.items():
        (output / "toggl_openapi" / name / ours).write_bytes((staging / theirs).read_bytes())
    for module, text in methods.items():
        (output / "toggl_resources" / name / module).write_text(text)


def raise_errors(errors: Iterable[GeneratorError], document: Document, source: str) -> None:
    """Raise SpecificationError for the first warning: the generator would skip a part of the document."""
    for error in errors:
        cause = (error.detail or error.header).removeprefix(f"{ParseError.header}: ").split("\n\nFailure to process")[0]
        raise SpecificationError(source, place_of(error, document), cause)


def place_of(error: GeneratorError, document: Document) -> str:
    """The JSON pointer of the schema or operation that the header of an error names, if any.

    `Unable to parse schema /components/schemas/Task`, `WARNING parsing POST /tasks within tasks`
    """
    for path, method, _ in operations(document):
        if f" {method.upper()} {path} " in error.header:
            return f"/paths/{escape(path)}/{method}"
    schema = re.search(r"/components/schemas/\w+", error.header)
    return schema.group() if schema else ""


def to_generator_dialect(document: Document) -> Document:
    """The document with nullable object components rewritten: null is allowed at each `$ref` instead.

    openapi-python-client would make such a component an anonymous union; this way it keeps its name.
    """
    document = copy.deepcopy(document)
    schemas = document.get("components", {}).get("schemas", {})
    nullable = set()
    for name, schema in schemas.items():
        if type_of(schema) == "object" and (schema.pop("nullable", False) or schema["type"] != "object"):
            schema["type"] = "object"
            nullable.add(f"#/components/schemas/{name}")
    replace_nullable(document, nullable)
    return document


def type_of(schema: dict[str, Any]) -> str | None:
    """The type of a schema without null: OpenAPI 3.1 writes `[object, 'null']` where 3.0 has `nullable`."""
    kind = schema.get("type")
    return next((one for one in kind if one != "null"), None) if isinstance(kind, list) else kind


def replace_nullable(node: object, nullable: set[str]) -> None:
    for key, value in node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ()):
        if isinstance(value, dict) and value.get("$ref") in nullable:
            node[key] = {"nullable": True, "oneOf": [value]}  # type: ignore[index]
        else:
            replace_nullable(value, nullable)


def template_variables(document: Document, parsed: GeneratorData, source: str) -> dict[str, Any]:
    """The additional variables of our templates."""
    raw: dict[str, Any] = {
        PythonIdentifier(operation["operationId"], ""): {
            **operation,
            "path": path,
            "parameters": [add_model(document, parameter, operation) for parameter in operation["parameters"]],
        }
        for path, _, operation in operations(document)
    }
    parsed_endpoints = (endpoint for tag in parsed.endpoint_collections_by_tag.values() for endpoint in tag.endpoints)
    endpoints = sorted(parsed_endpoints, key=lambda endpoint: list(raw).index(endpoint.name))
    models = [model for model in parsed.models if not python_types.is_free_form(model)]
    return {
        "source": source,
        "models": models,
        "requests": request_models(endpoints, {model.class_info.name: model for model in models}),
        "endpoints": endpoints,
        "raw": raw,
        "resources": resources(document, endpoints, raw, models),
        "fields": fields,
        "durations": durations,
        "secrets": secrets,
        "description": description,
        "wire_name": wire_name,
        "path_parts": path_parts,
        "parameter_of": lambda endpoint, prop: next(
            parameter for parameter in raw[endpoint.name]["parameters"] if parameter["name"] == wire_name(prop)
        ),
        "check_arguments": check_arguments,
        "body_type": lambda prop, operation: body_type(document, prop, operation),
        "success_type": success_type,
        **{
            name: getattr(python_types, name)
            for name in ("response_type", "request_type", "argument_type", "parameter_type")
        },
    }


def add_model(document: Document, parameter: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """A parameter, with the name of the model whose id it is."""
    types = {type_of(parameter["schema"]), type_of(parameter["schema"].get("items", {}))}
    name = parameter["schema"].get("x-alias", parameter["name"])
    model = model_of(document, name, operation) if "integer" in types else None
    return {**parameter, "model": model} if model else parameter


def durations(model: ModelProperty) -> Iterator[tuple[PropertyProtocol, str, str]]:
    """Field, name of the `timedelta` property and unit, for each field with `x-duration`."""
    for prop in fields(model):
        schema = (model.data.properties or {}).get(prop.name)
        duration = (getattr(schema, "model_extra", None) or {}).get("x-duration")
        if duration:
            yield prop, duration["property"], duration["unit"]


def secrets(model: ModelProperty) -> list[str]:
    """Names of the fields whose values a repr must not show: those with the format `password`."""
    schemas = {wire_name(prop): (model.data.properties or {}).get(prop.name) for prop in fields(model)}
    return [name for name, schema in schemas.items() if getattr(schema, "schema_format", None) == "password"]


def request_models(endpoints: Iterable[Endpoint], models: dict[str, ModelProperty]) -> set[str]:
    """Names of the models in request bodies, at any depth."""
    found: set[str] = set()

    def visit(prop: PropertyProtocol) -> None:
        match prop:
            case ListProperty():
                visit(prop.inner_property)
            case UnionProperty():
                for inner in prop.inner_properties:
                    visit(inner)
            case ModelProperty() if prop.class_info.name in models and prop.class_info.name not in found:
                found.add(prop.class_info.name)
                for inner in fields(models[prop.class_info.name]):
                    visit(inner)

    for endpoint in endpoints:
        for body in endpoint.bodies:
            visit(body.prop)
    return found


def path_parts(path: str, operation: dict[str, Any]) -> Iterator[str | dict[str, Any]]:
    """The literal parts of a path, and the parameter at each `{name}`."""
    named = {parameter["name"]: parameter for parameter in operation["parameters"]}
    for literal, name in re.findall(r"([^{}]+)|\{([^{}]+)\}", path):
        yield named[name] if name else literal


def check_arguments(parameter: dict[str, Any]) -> str:
    """The arguments of the run-time check of a parameter: name, value, type and constraints."""
    schema = parameter["schema"]
    member = schema["items"] if schema["type"] == "array" else schema
    kinds = {"integer": "int", "boolean": "bool", "number": "float"}
    formats = {"date": "datetime.date", "date-time": "datetime.datetime"}
    kind = formats.get(member.get("format"), kinds.get(type_of(member) or "", "str"))
    rules = {name: member[name] for name in ("minimum", "maximum", "pattern") if name in member}
    if "enum" in member:
        rules["choices"] = tuple(str(choice) for choice in member["enum"])
    if schema["type"] == "array":
        rules["many"] = True
    if member.get("nullable"):
        rules["empty"] = True
    if "x-timestamp" in schema:
        rules["timestamp"] = True
    name = parameter["name"]
    checks = [f"{rule}={value!r}" for rule, value in rules.items()]
    if "model" in parameter:
        checks.append(f"model=models.{parameter['model']}")
    return ", ".join([f'"{name}"', name, kind, *checks])


def body_type(document: Document, prop: PropertyProtocol, operation: dict[str, Any]) -> str:
    """The type of a request body, with the constraints of a bare array; those of a model are in its fields."""
    (media,) = follow(document, operation["requestBody"])["content"].values()
    schema = follow(document, media["schema"])
    bounds = Schema(minItems=schema.get("minItems"), maxItems=schema.get("maxItems"))
    return python_types.add_constraints(python_types.response_type(prop, "models."), bounds)


def prose(text: object, indent: int = 0, width: int = 96) -> str:
    """Text of the specification, wrapped and escaped for a docstring."""
    raw = text.get_untrusted_value() if hasattr(text, "get_untrusted_value") else str(text)
    safe = re.sub(r'"$', r'\\"', raw.replace("\\", "\\\\").replace('"""', "'''").strip())
    paragraphs = (" ".join(part.split()) for part in safe.split("\n\n"))
    wrapped = (textwrap.fill(part, width - indent, break_long_words=False) for part in paragraphs)
    return "\n\n".join(wrapped).replace("\n", "\n" + " " * indent).replace("\n" + " " * indent + "\n", "\n\n")
