// The operations of both APIs, as the specification describes them.

let loading;

/** Returns the operations; their file is loaded once, when somebody first needs it. */
export function loadOperations() {
  loading ??= fetch("/_sandbox/operations.json")
    .then((response) => response.json())
    .then(({ operations }) => operations)
    .catch(() => {
      loading = undefined; // the next call tries again
      throw new Error("The operations cannot be loaded: the sandbox does not answer.");
    });
  return loading;
}

/** Returns the operation of a request with the values in its path, or null. */
export function findOperation(operations, method, path) {
  const segments = path.split("/");
  const fitting = operations.filter((one) => one.method === method && covers(one.path.split("/"), segments));
  // A literal path such as `tasks/bulk` comes before `tasks/{task_id}`.
  const [operation] = fitting.sort((one, other) => one.path.split("{").length - other.path.split("{").length);
  if (!operation) return null;
  const values = {};
  for (const [index, name] of operation.path.split("/").entries()) {
    if (name.startsWith("{")) values[name.slice(1, -1)] = decoded(segments[index]);
  }
  return { operation, values };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that escapes nothing
  }
}

const covers = (pattern, segments) =>
  pattern.length === segments.length &&
  pattern.every((name, index) => name === segments[index] || (name.startsWith("{") && segments[index] !== ""));

/** Returns the value of the Authorization header for a token of one of the APIs: `track` or `focus`. */
export function authorization(api, token) {
  return api === "focus" ? `Bearer ${token}` : `Basic ${btoa(utf8(`${token}:api_token`))}`;
}

/** Returns a text with one character for each byte of its UTF-8, as `btoa` takes it. */
const utf8 = (text) => String.fromCharCode(...new TextEncoder().encode(text));
