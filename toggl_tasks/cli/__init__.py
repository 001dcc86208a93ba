"""The command line `toggl-tasks` (extra `cli`)."""
