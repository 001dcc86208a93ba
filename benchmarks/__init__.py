"""What the client costs beside other ways to do the same: `make bench`. Not shipped, and not part of the tests."""
