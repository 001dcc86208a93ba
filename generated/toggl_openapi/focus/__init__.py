# generated from spec/focus.yaml by `make generate` - do not edit
"""Toggl Focus tasks: models, keywords and operations, without I/O.

The task routes of Toggl Focus (also called Toggl 2.0). Unofficial: transcribed by hand from the
vendor's documentation page and completed by what users of the live service report. `x-source`
names the page an operation comes from; `x-evidence` marks what no page says. `spec/README.md`
explains both.

Every request counts against an hourly quota for each user in each organization (30 on Free, 240
on Starter, 600 on Premium). Every reply carries `X-Toggl-Quota-Remaining` and `X-Toggl-Quota-
Resets-In` (seconds). The API has no route that tells the id of an organization: take it from
the address bar of the web application.
"""
