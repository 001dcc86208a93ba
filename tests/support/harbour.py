"""A small document that breaks no rule, for tests that change one thing in it."""

from __future__ import annotations

import copy
from typing import Any

Document = dict[str, Any]


def harbour() -> Document:
    """The document, new each time."""
    answered = {"$ref": "#/components/schemas/Boat"}
    error = {
        "description": "Something is wrong.",
        "content": {"text/plain": {"schema": {"$ref": "#/components/schemas/ErrorText"}}},
    }
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Harbour",
            "version": "1.2.3",
            "description": "Boats of a harbour.",
            "license": {"name": "MIT", "url": "https://opensource.org/license/mit"},
        },
        "servers": [{"url": "https://harbour.invalid/api", "description": "The only one."}],
        "security": [{"basicAuth": []}],
        "tags": [{"name": "boats", "description": "All the boats."}],
        "paths": {
            "/boats/{boat_id}": {
                "parameters": [{"$ref": "#/components/parameters/BoatId"}],
                "get": {
                    "operationId": "getBoat",
                    "tags": ["boats"],
                    "summary": "Read one boat.",
                    "description": "Answers the boat.",
                    "x-source": {"page": "boats", "older": ["boats-before"]},
                    "parameters": [
                        {
                            "name": "crew_ids",
                            "in": "query",
                            "required": False,
                            "style": "form",
                            "explode": True,
                            "description": "Only with these on board.",
                            "schema": {
                                "type": "array",
                                "items": {"type": "integer", "format": "int64", "minimum": 1},
                            },
                        },
                        {
                            "name": "since",
                            "in": "query",
                            "required": False,
                            "style": "form",
                            "explode": True,
                            "description": "As it was in this year.",
                            "schema": {"type": "integer", "minimum": 1900, "default": 2000},
                        },
                        {
                            "name": "detail",
                            "in": "query",
                            "required": False,
                            "style": "form",
                            "explode": True,
                            "description": "How much of it.",
                            "schema": {"type": "string", "enum": ["short", "full"]},
                        },
                    ],
                    "responses": {
                        "200": {
                            "description": "The boat.",
                            "headers": {
                                "X-Age": {"description": "How old it is, in seconds.", "schema": {"type": "integer"}}
                            },
                            "content": {"application/json": {"schema": answered}},
                        },
                        "400": copy.deepcopy(error),
                        "401": {"description": "Without a token.", "x-evidence": "observed"},
                        "404": copy.deepcopy(error),
                    },
                },
                "put": {
                    "operationId": "replaceBoat",
                    "tags": ["boats"],
                    "summary": "Change one boat.",
                    "description": "Changes the boat.",
                    "x-evidence": "assumed",
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/BoatChange"}}},
                    },
                    "responses": {
                        "200": {"description": "The boat.", "content": {"application/json": {"schema": answered}}},
                        "400": copy.deepcopy(error),
                    },
                },
            }
        },
        "components": {
            "securitySchemes": {"basicAuth": {"type": "http", "scheme": "basic", "description": "Name and password."}},
            "parameters": {
                "BoatId": {
                    "name": "boat_id",
                    "in": "path",
                    "required": True,
                    "style": "simple",
                    "explode": False,
                    "description": "Id of the boat.",
                    "schema": {"type": "integer", "format": "int64", "minimum": 1},
                }
            },
            "schemas": {
                "ErrorText": {"type": "string", "description": "What went wrong."},
                "Boat": {
                    "type": "object",
                    "description": "A boat of the harbour.",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string", "nullable": True, "description": "Its name."},
                        "rig": {"type": "string", "enum": ["sloop", "ketch"], "description": "What rig it has."},
                        "waited": {
                            "type": "integer",
                            "description": "How long, in seconds.",
                            "x-duration": {"property": "wait", "unit": "seconds"},
                        },
                        "berth": {"$ref": "#/components/schemas/Berth"},
                    },
                },
                "BoatChange": {
                    "type": "object",
                    "description": "What can change.",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string", "minLength": 1, "description": "Its new name."},
                        "rig": {"type": "string", "enum": ["sloop", "ketch"], "description": "What rig it gets."},
                        "crew": {"type": "integer", "minimum": 1, "description": "How many sail it."},
                        "note": {"type": "string", "nullable": True, "description": "Null removes it."},
                    },
                },
                "Berth": {"type": "object", "description": "Where it lies.", "additionalProperties": True},
            },
        },
    }


def read(document: Document) -> Document:
    """The operation that reads a boat."""
    found: Document = document["paths"]["/boats/{boat_id}"]["get"]
    return found


def change(document: Document) -> Document:
    """The operation that changes a boat."""
    found: Document = document["paths"]["/boats/{boat_id}"]["put"]
    return found


def delete() -> Document:
    """An operation that the document does not have."""
    return {
        "operationId": "deleteBoat",
        "tags": ["boats"],
        "summary": "Delete one boat.",
        "description": "Deletes the boat.",
        "x-evidence": "assumed",
        "responses": {"204": {"description": "Deleted."}, "400": {"description": "Something is wrong."}},
    }


def crew(document: Document) -> Document:
    """The query parameter."""
    found: Document = read(document)["parameters"][0]
    return found


def since(document: Document) -> Document:
    """The parameter with a minimum and a default."""
    found: Document = read(document)["parameters"][1]
    return found


def detail(document: Document) -> Document:
    """The parameter with an enum."""
    found: Document = read(document)["parameters"][2]
    return found


def boat(document: Document) -> Document:
    """The schema that is answered."""
    found: Document = document["components"]["schemas"]["Boat"]
    return found


def boat_change(document: Document) -> Document:
    """The schema that is sent."""
    found: Document = document["components"]["schemas"]["BoatChange"]
    return found


def properties(document: Document) -> Document:
    """The properties of a boat."""
    found: Document = boat(document)["properties"]
    return found


def json_of(response: Document) -> Document:
    """The JSON body of a response or a request."""
    found: Document = response["content"]["application/json"]
    return found
