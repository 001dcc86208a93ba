"""The hourly quota and the rate limit."""
