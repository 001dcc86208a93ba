# generated from spec/tiny.yaml by `make generate` - do not edit
"""Server contract of one API."""
