"""Checks of the specification and of the public Python API."""
