"""Imports of mutated documents: each is refused or works."""

from __future__ import annotations

from tests.support.state_fuzzer import fuzz


def test_a_mutated_document_is_refused_or_later_requests_answer_as_the_contracts_say() -> None:
    outcome = fuzz(400, seed=1)
    assert outcome.failures == []
    assert outcome.accepted > 20
