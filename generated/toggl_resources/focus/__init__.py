# generated from spec/focus.yaml by `make generate` - do not edit
"""Methods of one client."""
