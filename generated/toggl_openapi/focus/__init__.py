# generated from spec/focus.yaml by `make generate` - do not edit
"""Toggl Focus tasks: models, keywords and operations, without I/O.

The task routes of Toggl Focus (also called Toggl 2.0), and the routes that lead to the ids they
need. Unofficial: transcribed by hand from the vendor's documentation page and the facts of its
OpenAPI document, and completed by what users of the live service report. `x-source` names the
documents that an operation comes from; `x-evidence` marks facts that no document contains.
`spec/README.md` explains both.

Every request counts against an hourly quota for each user in each organization (30 on Free, 240
on Starter, 600 on Premium). Every response has `X-Toggl-Quota-Remaining` and `X-Toggl-Quota-
Resets-In` (seconds). The API has no route that returns the id of an organization: Toggl Track's
`GET /me/organizations` does (observed), and so does the URL of the web application.
"""
