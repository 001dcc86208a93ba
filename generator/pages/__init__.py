"""From documentation pages to facts, and their comparison with the specification."""
