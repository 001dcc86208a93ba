"""The HTTP layer: one dispatcher for both APIs, in process and on a socket."""
