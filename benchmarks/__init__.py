"""The cost of this client compared with other clients: `make bench`. Not shipped, and not part of the tests."""
