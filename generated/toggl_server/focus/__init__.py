# generated from spec/focus.yaml by `make generate` - do not edit
"""Server contract of one API."""
