# generated from spec/track.yaml by `make generate` - do not edit

"""FastAPI server runtime of a generated package: request adapters, response dispatch, and HTTP results."""
