# generated from spec/track.yaml by `make generate` - do not edit

"""Router groups of this package."""
