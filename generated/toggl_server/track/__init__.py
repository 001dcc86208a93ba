# generated from spec/track.yaml by `make generate` - do not edit
"""Server contract of one API."""
