# generated from spec/track.yaml by `make generate` - do not edit
"""Toggl Track v9 tasks: models, keywords and operations, without I/O.

The task routes of Toggl Track's API v9, and the routes that lead to the ids they need.
Unofficial: transcribed by hand from the vendor's documentation pages and OpenAPI document, and
corrected by what is known about the live service. `x-source` names the document of an
operation; `x-evidence` marks facts that no document contains. `spec/README.md` explains both.

Tasks need a paid plan. Every request counts against an hourly quota for each user in each
organization (30 on Free, 240 on Starter, 600 on Premium); routes under `/me` have their own 30
for each user on every plan. The hour starts with the first request. In addition, about one
request a second is allowed for each token. Every response carries `X-Toggl-Quota-Remaining`,
`X-Toggl-Quota-Resets-In` (seconds) and `X-Toggl-Request-Id`.
"""
