"""Turns `spec/*.yaml` into `generated/`: run as `python -m generator`."""
