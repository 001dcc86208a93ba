# generated from spec/track.yaml by `make generate` - do not edit
"""Methods of one client."""
