"""Recordings of single exchanges: their format, what may stand in them, and where they come from.

`python -m tests.recording` captures them from a service; `python -m tests.recording.handmade` writes those that are
made by hand.
"""
