# generated from spec/tiny.yaml by `make generate` - do not edit
"""Tiny harbour: models, keywords and operations, without I/O.

One of everything that the generator has to cope with, and nothing twice.
`tests/generator/golden` holds what it becomes.
"""
