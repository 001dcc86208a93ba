# generated from spec/ by `make generate` - do not edit
"""Server contracts of both APIs."""
