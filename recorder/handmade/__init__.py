"""The recordings that are made by hand, from documentation pages and from what others report.

These bytes were not captured, so none of them is `recorded`. A recording has the evidence class of its weakest part:
fields of a page in a form that only clients report make it `observed`, and one undocumented field makes it `assumed`.
"""

from __future__ import annotations

from recorder.format import Recording

from . import focus, focus_actions, focus_failures, focus_ids, track, track_failures, track_resources


def all_recordings() -> dict[str, Recording]:
    """All of them by key: `<api>/<operation id>/<name>`."""
    made: dict[str, Recording] = {}
    for module in (track, track_resources, track_failures, focus, focus_actions, focus_ids, focus_failures):
        for key, recording in module.recordings():
            if key in made:
                raise ValueError(f"two recordings are called {key}")
            made[key] = recording
    return made
