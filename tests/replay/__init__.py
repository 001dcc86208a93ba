"""Every recording is replayed through the real clients and compared with the specification."""

import pytest

# These have assertions: let pytest rewrite them.
pytest.register_assert_rewrite("tests.support.replay.outcome", "tests.support.replay.transport")
