"""A set of ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toggl_tasks.sync.ids import Ids

IDS = st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(0, 100))


@given(IDS, IDS)
def test_ids_are_a_set(first: list[int], then: list[int]) -> None:
    ids = Ids(first)
    ids.update(then)
    assert list(ids) == sorted({*first, *then})
    assert len(ids) == len({*first, *then})
    assert all(id_ in ids for id_ in first)
    assert all((id_ in ids) == (id_ in {*first, *then}) for id_ in range(100))
    assert "1" not in ids
