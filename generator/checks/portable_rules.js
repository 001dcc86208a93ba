// What redocly's own rules cannot say about the portable subset of OpenAPI. `redocly.yaml` turns the rules on.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const EVIDENCE = ["recorded", "documented", "observed", "assumed"];
const EXTENSIONS = ["x-source", "x-evidence", "x-duration", "x-method", "x-pagination", "x-timestamp", "x-idempotent", "x-bulk", "x-alias", "x-nullable-id"];
const UNITS = ["milliseconds", "seconds", "minutes"];
const NULLABLE_ID = "^([1-9][0-9]{0,17})?$";
const SIMPLE_TYPES = ["string", "integer", "number", "boolean"];
const CONTENT_TYPES = ["application/json", "text/plain"];
const NAMED_SCHEMA = /^#\/components\/schemas\/[^/]+$/;
const ALTERNATIVES = ["oneOf", "anyOf"];

const isNode = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const isSentence = (value) => isText(value) && /^\S.{6,}\.$/s.test(value);
const followed = (value, ctx) => (isNode(value) && value.$ref ? ctx.resolve(value).node : value);
// In a map the keys are names that the vendor chose, such as those of the properties of a schema.
const isMap = (ctx) => Object.keys(ctx.type.properties).length === 0;

// Documents

function knownExtensions() {
  return {
    any(node, ctx) {
      if (!isNode(node) || isMap(ctx)) return;
      for (const key of Object.keys(node)) {
        if (!key.startsWith("x-") || EXTENSIONS.includes(key)) continue;
        const message = `\`${key}\` is none of the extensions ${EXTENSIONS.join(", ")}.`;
        ctx.report({ message, location: ctx.location.child(key).key() });
      }
    },
  };
}

function evidence() {
  return {
    any(node, ctx) {
      if (!isNode(node) || isMap(ctx) || !("x-evidence" in node) || EVIDENCE.includes(node["x-evidence"])) return;
      const message = `x-evidence is one of ${EVIDENCE.join(", ")}.`;
      ctx.report({ message, location: ctx.location.child("x-evidence") });
    },
  };
}

function source() {
  return {
    Operation(operation, ctx) {
      const found = operation["x-source"];
      const location = ctx.location.child("x-source");
      if ((found === undefined) === (operation["x-evidence"] === undefined)) {
        ctx.report({ message: "An operation has x-source if a page has it, else x-evidence.", location: ctx.location });
      }
      if (found === undefined) return;
      if (!isNode(found) || Object.keys(found).some((key) => !["page", "older"].includes(key))) {
        ctx.report({ message: "x-source has a page, perhaps older ones, and nothing else.", location });
        return;
      }
      const folder = join(dirname(ctx.location.source.absoluteRef), "documented");
      for (const page of [found.page, ...[found.older ?? []].flat()]) {
        if (existsSync(join(folder, `${page}.json`))) continue;
        ctx.report({ message: `x-source names a file: there is no documented/${page}.json.`, location });
      }
    },
  };
}

function described() {
  const check = (what) => (node, ctx) => {
    if (isSentence(node.description)) return;
    ctx.report({ message: `The description of ${what} is a sentence.`, location: ctx.location });
  };
  return {
    Info: check("a document"),
    Tag: check("a tag"),
    Server: check("a server"),
    SecurityScheme: check("a way to authenticate"),
    Parameter: check("a parameter"),
    Header: check("a header"),
    Response: check("a response"),
    Operation(operation, ctx) {
      check("an operation")(operation, ctx);
      if (isText(operation.summary) && operation.summary.endsWith(".")) return;
      ctx.report({ message: "The summary of an operation is a sentence.", location: ctx.location.child("summary") });
    },
    Schema(schema, ctx) {
      if (NAMED_SCHEMA.test(ctx.location.pointer)) check("a schema")(schema, ctx);
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (isSentence(followed(property, ctx)?.description)) continue;
        const message = `The description of a property is a sentence; that of \`${name}\` is none.`;
        ctx.report({ message, location: ctx.location.child(["properties", name]) });
      }
    },
  };
}

function namesDifferInMoreThanCase() {
  const operations = new Set();
  const repeated = (name, seen) => seen.has(name.toLowerCase()) || !seen.add(name.toLowerCase());
  const message = "Names differ in more than their case: generators write a file for each.";
  return {
    Operation(operation, ctx) {
      if (!isText(operation.operationId) || !repeated(operation.operationId, operations)) return;
      ctx.report({ message, location: ctx.location.child("operationId") });
    },
    NamedSchemas(schemas, ctx) {
      const names = new Set();
      for (const name of Object.keys(schemas)) {
        if (repeated(name, names)) ctx.report({ message, location: ctx.location.child(name).key() });
      }
    },
  };
}

// Operations

function oneContentType() {
  return {
    MediaTypesMap(content, ctx) {
      const types = Object.keys(content);
      if (types.length === 1 && CONTENT_TYPES.includes(types[0])) return;
      ctx.report({ message: `A body has one content type: ${CONTENT_TYPES.join(" or ")}.`, location: ctx.location });
    },
  };
}

function oneSuccess() {
  return {
    Responses(responses, ctx) {
      if (Object.keys(responses).filter((status) => status.startsWith("2")).length === 1) return;
      ctx.report({ message: "An operation has one successful response.", location: ctx.location });
    },
  };
}

function oneErrorType() {
  return {
    Responses(responses, ctx) {
      const types = new Set();
      for (const [status, response] of Object.entries(responses)) {
        if (status.startsWith("2")) continue;
        for (const [contentType, media] of Object.entries(followed(response, ctx)?.content ?? {})) {
          types.add(`${contentType} ${media.schema?.$ref ?? JSON.stringify(media.schema)}`);
        }
      }
      if (types.size === 1) return;
      const message = `The errors of an operation have one type, not ${[...types].join(" and ") || "none"}.`;
      ctx.report({ message, location: ctx.location });
    },
  };
}

// Parameters

function simpleParameter() {
  return {
    Parameter(parameter, ctx) {
      const { schema } = parameter;
      const one = schema?.type === "array" ? schema.items : schema;
      if (SIMPLE_TYPES.includes(one?.type) && !ALTERNATIVES.some((key) => key in one || key in schema)) return;
      const message = "A parameter is a text, a number, a boolean or an array of one of them, without alternatives.";
      ctx.report({ message, location: ctx.location.child("schema") });
    },
  };
}

function emptyMember() {
  return {
    Parameter(parameter, ctx) {
      const items = parameter.schema?.items ?? {};
      const message = `An empty item of an array is a text with the pattern ${NULLABLE_ID} and x-nullable-id.`;
      if (parameter.allowEmptyValue || items.nullable) ctx.report({ message, location: ctx.location });
      if (items["x-nullable-id"] === undefined && items.pattern !== NULLABLE_ID) return;
      if (items["x-nullable-id"] === true && items.type === "string" && items.pattern === NULLABLE_ID) return;
      ctx.report({ message, location: ctx.location.child(["schema", "items"]) });
    },
  };
}

function positiveId() {
  return {
    Parameter(parameter, ctx) {
      if (!/^(.*_)?(ids?|[pwtuc]id)$/.test(parameter.name ?? "")) return;
      const one = parameter.schema?.items ?? parameter.schema;
      const location = ctx.location.child("schema");
      if (one?.type === "integer" && !(one.minimum === 1 && one.format === "int64")) {
        ctx.report({ message: "An id is an int64 with `minimum: 1`.", location });
      }
      if (one?.type === "string" && one.pattern !== NULLABLE_ID && !String(one.pattern).startsWith("^[1-9]")) {
        ctx.report({ message: "A list of ids has a pattern that begins with `^[1-9]`.", location });
      }
    },
  };
}

// `unknown`: operations whose page limit is unknown.
function limitOfPages({ unknown = [] }) {
  return {
    Operation(operation, ctx) {
      for (const parameter of operation.parameters ?? []) {
        const found = followed(parameter, ctx);
        const isKnown = !unknown.includes(operation.operationId);
        if (found?.name !== "per_page" || "maximum" in found.schema === isKnown) continue;
        const message = "per_page has a maximum, unless redocly.yaml says that none is known.";
        ctx.report({ message, location: ctx.location.child("parameters") });
      }
    },
  };
}

// Schemas

function namedObjects() {
  return {
    MediaType(media, ctx) {
      if (NAMED_SCHEMA.test(media.schema?.$ref)) return;
      const message = "What is sent or received is a named schema: a $ref to components/schemas.";
      ctx.report({ message, location: ctx.location });
    },
    Schema(schema, ctx) {
      if ((schema.type === "object" || schema.properties) && !NAMED_SCHEMA.test(ctx.location.pointer)) {
        ctx.report({ message: "An object inside another is a named schema of its own.", location: ctx.location });
      }
      for (const key of ALTERNATIVES) {
        if ((schema[key] ?? []).every((alternative) => alternative.$ref)) continue;
        ctx.report({ message: "An alternative is a named schema.", location: ctx.location.child(key) });
      }
    },
  };
}

function enumOfTexts() {
  return {
    Schema(schema, ctx) {
      if (!Array.isArray(schema.enum)) return;
      const location = ctx.location.child("enum");
      if (schema.type !== "string" || !schema.enum.every(isText)) {
        ctx.report({ message: "An enum is of texts, without null: `nullable` says that.", location });
      }
      if (new Set(schema.enum.map((value) => String(value).toLowerCase())).size < schema.enum.length) {
        ctx.report({ message: "The texts of an enum differ in more than their case.", location });
      }
    },
  };
}

function arrayHasItems() {
  return {
    Schema(schema, ctx) {
      if (schema.type !== "array" || "items" in schema) return;
      ctx.report({ message: "An array says what its items are.", location: ctx.location });
    },
  };
}

function duration() {
  return {
    Schema(schema, ctx) {
      const found = schema["x-duration"];
      if (found === undefined) return;
      const isWhole = isNode(found) && Object.keys(found).sort().join() === "property,unit";
      if (isWhole && UNITS.includes(found.unit) && ["integer", "number"].includes(schema.type)) return;
      const message = `x-duration must have a property and a unit (${UNITS.join(", ")}), and belong to a number.`;
      ctx.report({ message, location: ctx.location.child("x-duration") });
    },
  };
}

export default function portable() {
  return {
    id: "portable",
    rules: {
      oas3: {
        "known-extensions": knownExtensions,
        "evidence": evidence,
        "source": source,
        "described": described,
        "names-differ-in-more-than-case": namesDifferInMoreThanCase,
        "one-content-type": oneContentType,
        "one-success": oneSuccess,
        "one-error-type": oneErrorType,
        "simple-parameter": simpleParameter,
        "empty-member": emptyMember,
        "positive-id": positiveId,
        "limit-of-pages": limitOfPages,
        "named-objects": namedObjects,
        "enum-of-texts": enumOfTexts,
        "array-has-items": arrayHasItems,
        "duration": duration,
      },
    },
  };
}
