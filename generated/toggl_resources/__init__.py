# generated from spec/ by `make generate` - do not edit
"""Methods of the clients."""
