// The place of `try.js`: an operation of the specification, its parameters, and the reply.

import { empty } from "./elements.js";

export const title = "Try it";

export function open(container) {
  return {
    go() {
      container.replaceChildren(empty("Not available in this version."));
    },
    update() {},
  };
}
