// One request as a program of several languages, each with the HTTP library that most people use there.

import { findOperation } from "./operations.js";

// Set by each HTTP library itself, or by a browser for its own purposes; so is all that begins with `sec-`.
const OWN_HEADERS = new Set([
  "accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-length", "cookie", "host",
  "http2-settings", "keep-alive", "origin", "pragma", "referer", "te", "transfer-encoding", "upgrade", "user-agent",
]);
// Control characters, and those that change how the text around them looks, such as marks for right-to-left.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;

/**
 * Returns a request as `[{language, label, text}]`.
 *
 * `headers` are pairs of name and value; `body` is a text, or null for none. With the operations of `loadOperations()`
 * there is a call of this project's Python client too, if it can send the request.
 */
export function snippets({ method, url, headers = [], body = null }, operations = []) {
  const request = { method, url: encoded(url), headers: merged(headers), body: body?.toWellFormed() ?? null };
  const client = toggl(request, operations);
  return [
    { language: "curl", label: "curl", text: curl(request) },
    ...(client ? [{ language: "python", label: "Python (this client)", text: client }] : []),
    { language: "httpx", label: "Python (httpx)", text: httpx(request) },
    { language: "go", label: "Go", text: go(request) },
    { language: "java", label: "Java", text: java(request) },
    { language: "javascript", label: "JavaScript", text: javascript(request) },
    { language: "php", label: "PHP", text: php(request) },
    { language: "ruby", label: "Ruby", text: ruby(request) },
    { language: "rust", label: "Rust", text: rust(request) },
    { language: "typescript", label: "TypeScript", text: typescript(request) },
  ];
}

/** Returns a URL without characters that some library refuses or that curl takes for a pattern. */
function encoded(url) {
  const { origin } = new URL(url);
  const path = url.slice(origin.length).toWellFormed();
  return origin + path.replace(/%(?![0-9a-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/giu, (character) =>
    encodeURIComponent(character));
}

/** Returns the headers that a caller sets, with the values of equal names in one. */
function merged(headers) {
  const values = new Map();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (OWN_HEADERS.has(lower) || lower.startsWith("sec-")) continue;
    const key = [...values.keys()].find((other) => other.toLowerCase() === lower) ?? name;
    values.set(key, values.has(key) ? `${values.get(key)}, ${value}` : value);
  }
  return [...values];
}

const hasType = (headers) => headers.some(([name]) => name.toLowerCase() === "content-type");

// --- Literals ---

function literal(text, special, escaped) {
  const marks = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", ...special };
  const written = Array.from(text, (one) => marks[one] ?? (HIDDEN.test(one) ? escaped(one.codePointAt(0)) : one));
  return `"${written.join("")}"`;
}

const hex = (code, digits = 0) => code.toString(16).padStart(digits, "0");
const braces = (code) => `\\u{${hex(code)}}`;
const fixed = (code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`);

const inGo = (text) => literal(text, {}, fixed);
const inPhp = (text) => literal(text, { $: "\\$" }, braces);
const inPython = (text) => literal(text, {}, fixed);
const inRuby = (text) => literal(text, { "#": "\\#" }, braces);
const inRust = (text) => literal(text, {}, braces);
const inJavaScript = (text) => literal(text, {}, (code) => (code > 0xffff ? braces(code) : fixed(code)));

/** Without other characters than ASCII: old compilers read a file in the encoding of the machine. */
function inJava(text) {
  const units = (one) => Array.from({ length: one.length }, (_, index) => `\\u${hex(one.charCodeAt(index), 4)}`);
  const octal = (code) => `\\${code.toString(8).padStart(3, "0")}`; // \u000a would be a line break in the source
  return literal(text, {}, (code) => (code < 0x80 ? octal(code) : String.fromCodePoint(code)))
    .replace(/[^\0-\x7f]/gu, (one) => units(one).join(""));
}

/** For bash and zsh. */
function inShell(text) {
  if (/^[\w\-./:=@%+,]+$/.test(text)) return text;
  if (!HIDDEN.test(text.replaceAll("\n", ""))) return `'${text.replaceAll("'", "'\\''")}'`;
  const octal = (one) => [...new TextEncoder().encode(one)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`);
  const marks = { "\n": "\\n", "\t": "\\t", "\\": "\\\\", "'": "\\'" };
  const written = Array.from(text, (one) => marks[one] ?? (HIDDEN.test(one) ? octal(one).join("") : one));
  return `$'${written.join("")}'`;
}

// --- Languages ---

function curl({ method, url, headers, body }) {
  const parts = [method === "HEAD" ? "curl --head" : `curl --request ${inShell(method)}`];
  // A semicolon sends a header without a value; a colon takes away one of curl's own.
  for (const [name, value] of headers) parts.push(`--header ${inShell(value ? `${name}: ${value}` : `${name};`)}`);
  if (body !== null && !hasType(headers)) parts.push("--header Content-Type:");
  let before = "";
  if (body?.includes("\0")) {
    // No argument of a program can have this character.
    const format = body.replace(/[\\%]/g, (one) => one + one).replaceAll("\0", "\\000");
    before = `printf ${inShell(format)} | `;
    parts.push("--data-binary @-");
  } else if (body !== null) {
    parts.push(`--data-raw ${inShell(body)}`);
  }
  return `${before}${[...parts, inShell(url)].join(" \\\n  ")}\n`;
}

/** A call of `client.raw`; null if the client has no argument for a part of the request. */
function toggl({ method, url, headers, body }, operations) {
  const { origin, pathname, searchParams } = new URL(url);
  const found = findOperation(operations, method, pathname);
  if (!found) return null;
  const { operation } = found;
  const inPath = operation.parameters.filter((one) => one.in === "path");
  const args = inPath.map((one) => argument(one, found.values[one.name]));
  if (body !== null) {
    const value = pythonBody(body, operation.body);
    if (value === null) return null;
    args.push(value);
  }
  for (const name of new Set(searchParams.keys())) {
    const parameter = operation.parameters.find((one) => one.in === "query" && one.name === name);
    const values = searchParams.getAll(name);
    if (!parameter || (parameter.type !== "array" && values.length > 1)) return null;
    const given = parameter.type === "array"
      ? `[${values.map((one) => argument(parameter.items, one)).join(", ")}]`
      : argument(parameter, values[0]);
    args.push(`${name}=${given}`);
  }
  const [api, id] = operation.name.split(".");
  const options = [...credentials(headers), `base_url=${inPython(origin + (api === "track" ? "/api/v9" : "/api"))}`];
  const others = headers.filter(([name]) => !/^(authorization|content-type)$/i.test(name));
  if (others.length) options.push(`extra_headers={${pairs(others, inPython, ": ")}}`);
  const client = api === "track" ? "Track" : "Focus";
  const call = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const lines = args.map((one) => `        ${one.replaceAll("\n", "\n        ")},\n`);
  const dates = args.some((one) => one.includes("datetime.date")) ? "import datetime\n\n" : "";
  return `${dates}from toggl_tasks import ${client}

with ${client}(${options.join(", ")}) as ${api}:
    answer = ${api}.raw.${call}(${lines.length ? `\n${lines.join("")}    ` : ""})
    print(answer.value)
`;
}

/** A token, or e-mail and password; without a header the environment has them. */
function credentials(headers) {
  const value = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
  const [, scheme, secret] = /^(basic|bearer) +(\S+)$/i.exec(value) ?? [];
  if (!scheme || secret === "…") return [];
  if (scheme.toLowerCase() === "bearer") return [`token=${inPython(secret)}`];
  let text;
  try {
    text = new TextDecoder().decode(Uint8Array.from(atob(secret), (one) => one.charCodeAt(0)));
  } catch {
    return [];
  }
  const [user, password] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  return password === "api_token"
    ? [`token=${inPython(user)}`]
    : [`email=${inPython(user)}`, `password=${inPython(password)}`];
}

/** A value of a path or query as Python; as a text if it is none of its type. */
function argument(schema, text) {
  if (schema["x-nullable-id"]) return text === "" ? "None" : argument({ type: "integer" }, text);
  if (schema.type === "integer" && /^-?(0|[1-9]\d*)$/.test(text)) return text;
  if (schema.type === "number" && /^-?\d+(\.\d+)?$/.test(text)) return String(Number(text));
  if (schema.type === "boolean" && /^(true|false)$/.test(text)) return text === "true" ? "True" : "False";
  return moment(schema, text) ?? inPython(text);
}

function moment({ format }, text) {
  if (format === "date" && /^\d{4}-\d\d-\d\d$/.test(text)) return `datetime.date.fromisoformat(${inPython(text)})`;
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3,6})?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (format !== "date-time" || !isMoment) return null;
  return `datetime.datetime.fromisoformat(${inPython(text)})`;
}

/** A JSON document as Python; null if it is none, or if JavaScript cannot read a number in it exactly. */
function pythonBody(body, schema) {
  let value;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  const exact = (one) => (typeof one === "number" ? !Number.isInteger(one) || Number.isSafeInteger(one)
    : one === null || typeof one !== "object" || Object.values(one).every(exact));
  return exact(value) ? pythonValue(value, schema ?? {}) : null;
}

function pythonValue(value, schema) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return moment(schema, value) ?? inPython(value);
  const isArray = Array.isArray(value);
  const members = isArray
    ? value.map((one) => pythonValue(one, schema.items ?? {}))
    : Object.entries(value).map(([name, one]) =>
      `${inPython(name)}: ${pythonValue(one, schema.properties?.[name] ?? {})}`);
  const [start, end] = isArray ? "[]" : "{}";
  const line = `${start}${members.join(", ")}${end}`;
  if (line.length < 80 && !line.includes("\n")) return line;
  return `${start}\n${members.map((one) => `    ${one.replaceAll("\n", "\n    ")},\n`).join("")}${end}`;
}

const pairs = (headers, quote, between, separator = ", ") =>
  headers.map(([name, value]) => quote(name) + between + quote(value)).join(separator);

function httpx({ method, url, headers, body }) {
  const content = body === null ? "" : `    content=${inPython(body)},\n`;
  const fields = headers.length ? `    headers={${pairs(headers, inPython, ": ")}},\n` : "";
  return `import httpx

response = httpx.request(
    ${inPython(method)},
    ${inPython(url)},
${fields}${content})
print(response.status_code, response.text)
`;
}

function go({ method, url, headers, body }) {
  const reader = body === null ? "nil" : `strings.NewReader(${inGo(body)})`;
  const fields = headers.map(([name, value]) => `\trequest.Header.Set(${inGo(name)}, ${inGo(value)})\n`);
  return `package main

import (
\t"fmt"
\t"io"
\t"log"
\t"net/http"
${body === null ? "" : '\t"strings"\n'})

func main() {
\trequest, err := http.NewRequest(${inGo(method)}, ${inGo(url)}, ${reader})
\tif err != nil {
\t\tlog.Fatal(err)
\t}
${fields.join("")}\tresponse, err := http.DefaultClient.Do(request)
\tif err != nil {
\t\tlog.Fatal(err)
\t}
\tdefer response.Body.Close()
\tbody, err := io.ReadAll(response.Body)
\tif err != nil {
\t\tlog.Fatal(err)
\t}
\tfmt.Println(response.Status, string(body))
}
`;
}

function java({ method, url, headers, body }) {
  const publisher = body === null ? "noBody()" : `ofString(${inJava(body)})`;
  const fields = headers.map(([name, value]) => `                .header(${inJava(name)}, ${inJava(value)})\n`);
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Call {
    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(${inJava(url)}))
${fields.join("")}                .method(${inJava(method)}, HttpRequest.BodyPublishers.${publisher})
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode() + " " + response.body());
    }
}
`;
}

function javascript(request) {
  return `const response = await ${fetched(request)};
console.log(response.status, await response.text());
`;
}

function typescript(request) {
  return `export {}; // makes the file a module, which may await

const response: Response = await ${fetched(request)};
console.log(response.status, await response.text());
`;
}

function fetched({ method, url, headers, body }) {
  const fields = headers.length ? `  headers: { ${pairs(headers, inJavaScript, ": ")} },\n` : "";
  let content = "";
  if (body !== null && ["GET", "HEAD"].includes(method)) {
    content = `  // fetch sends no body with ${method}: ${inJavaScript(body)}\n`;
  } else if (body !== null) {
    // fetch adds a type to a text, but not to a Blob.
    content = `  body: ${hasType(headers) ? inJavaScript(body) : `new Blob([${inJavaScript(body)}])`},\n`;
  }
  return `fetch(${inJavaScript(url)}, {
  method: ${inJavaScript(method)},
${fields}${content}})`;
}

function php({ method, url, headers, body }) {
  const given = body !== null && !hasType(headers) ? [...headers, ["Content-Type", null]] : headers;
  const lines = given.map(([name, value]) =>
    `        ${inPhp(value === null ? `${name}:` : value ? `${name}: ${value}` : `${name};`)},\n`);
  const fields = lines.length ? `    CURLOPT_HTTPHEADER => [\n${lines.join("")}    ],\n` : "";
  const content = body === null ? "" : `    CURLOPT_POSTFIELDS => ${inPhp(body)},\n`;
  const noBody = method === "HEAD" ? "    CURLOPT_NOBODY => true,\n" : "";
  return `<?php
$curl = curl_init(${inPhp(url)});
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => ${inPhp(method)},
${fields}${content}${noBody}    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($curl);
if ($body === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), " ", $body, "\\n";
`;
}

function ruby({ method, url, headers, body }) {
  const isKnown = /^(DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/.test(method);
  const made = isKnown
    ? `Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(uri)`
    : `Net::HTTPGenericRequest.new(${inRuby(method)}, true, true, uri)`;
  // Net::HTTP adds a type of its own to a body without one.
  const given = body !== null && !hasType(headers) ? [...headers, ["Content-Type", ""]] : headers;
  const fields = given.map(([name, value]) => `request[${inRuby(name)}] = ${inRuby(value)}\n`);
  return `require "net/http"

uri = URI(${inRuby(url)})
request = ${made}
${fields.join("")}${body === null ? "" : `request.body = ${inRuby(body)}\n`}\
response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(request) }
puts "#{response.code} #{response.body}"
`;
}

function rust({ method, url, headers, body }) {
  const fields = headers.map(([name, value]) => `        .header(${inRust(name)}, ${inRust(value)})\n`);
  return `// Cargo.toml: reqwest = { version = "0.13", features = ["blocking"] }
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let response = reqwest::blocking::Client::new()
        .request(${inRust(method)}.parse()?, ${inRust(url)})
${fields.join("")}${body === null ? "" : `        .body(${inRust(body)})\n`}        .send()?;
    println!("{} {}", response.status(), response.text()?);
    Ok(())
}
`;
}
