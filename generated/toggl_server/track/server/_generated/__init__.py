# generated from spec/track.yaml by `make generate` - do not edit

"""Generated plans of this package."""
