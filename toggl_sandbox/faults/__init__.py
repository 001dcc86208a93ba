"""Faults: which requests fail, and how."""
