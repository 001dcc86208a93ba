# generated from spec/tiny.yaml by `make generate` - do not edit
"""Methods of one client."""
