"""The state of the sandbox: entities, seeding, export and the file of `persist`."""
