"""Recordings of single exchanges: their format, what may stand in them, and where they come from.

`python -m recorder` captures them from a service; `python -m recorder.handmade` writes those that are
made by hand.
"""
