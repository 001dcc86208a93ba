"""What the operations of both APIs do to the state."""
