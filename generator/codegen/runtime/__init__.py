"""Toggl's task APIs as plain values: what to send and what comes back. Nothing in this package does I/O."""
