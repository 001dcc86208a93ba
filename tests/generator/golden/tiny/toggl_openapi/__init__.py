# generated from generator/codegen/runtime/__init__.py by `make generate` - do not edit
"""Toggl's task APIs as plain values: what to send and what comes back. Nothing in this package does I/O."""
