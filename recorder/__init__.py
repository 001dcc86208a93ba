"""Recordings of single requests to the live services and their responses, in `tests/recordings/`. Not shipped.

`python -m recorder record` captures them from a service, `handmade` writes those that are built from documentation,
`verify` reports where the live service has drifted, and `evidence` lists all of them.

- `format`, `folder`: a recording, its JSON, and the folder of all recordings
- `session`, `track_session`, `focus_session`: the requests of `record` to each API
- `capture`, `scrub`, `json_text`: from a response to a recording without secrets and personal data
- `specification`, `arguments`: from a recorded request back to a call of `client.raw`
"""
