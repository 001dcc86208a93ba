"""From the specification to code."""
