# generated from spec/focus.yaml by `make generate` - do not edit

"""Generated plans of this package."""
