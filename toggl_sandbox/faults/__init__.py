"""Fault injection: which requests fail, and how."""
