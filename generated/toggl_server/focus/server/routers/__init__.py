# generated from spec/focus.yaml by `make generate` - do not edit

"""Router groups of this package."""
