"""The operations of both APIs on the state."""
