"""What the sandbox stores, and how it is seeded, exported and persisted."""
