"""Replays every recording through the real clients, and holds the recordings against the specification."""

import pytest

# These assert on behalf of tests: let pytest show what was compared.
pytest.register_assert_rewrite("tests.support.replay.judgement", "tests.support.replay.transport")
