"""Values change, and nothing else does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from recorder.json_text import Scalar, rewrite

TEXT = '{ "a" : [ 1.0, {"b\\"c": "x\\u00e9\\n", "d": []}, null ],\r\n\t"e": {"f": {"g": true}}, "h": -1.5e3, "": "[{" }'


def identity(_: tuple[str, ...], value: Scalar) -> Scalar:
    return value


def test_a_text_without_changes_stays_the_same() -> None:
    assert rewrite(TEXT, identity, str) == TEXT


def test_change_gets_each_value_with_its_keys() -> None:
    values: list[tuple[tuple[str, ...], Any]] = []

    def note(keys: tuple[str, ...], value: Scalar) -> Scalar:
        values.append((keys, value))
        return value

    rewrite(TEXT, note, str)
    assert values == [
        (("a",), 1.0),
        (("a", 'b"c'), "xé\n"),
        (("a",), None),
        (("e", "f", "g"), True),
        (("h",), -1500.0),
        (("",), "[{"),
    ]


def test_only_changed_values_are_rewritten() -> None:
    def change(keys: tuple[str, ...], value: Scalar) -> Scalar:
        return "new" if value is True else value

    changed = rewrite(TEXT, change, lambda key: key.replace("h", "é"))
    assert changed == TEXT.replace("true", '"new"').replace('"h"', '"\\u00e9"')
    json.loads(changed)


@pytest.mark.parametrize("text", ['"alone"', "1", "null", "[]", "{}", "[[], {}, [{}]]", ' "a" '])
def test_any_json_value_is_accepted(text: str) -> None:
    assert rewrite(text, identity, str) == text


@pytest.mark.parametrize("text", ["", "plain words", "{", '{"a" 1}', "<html></html>", "[1,]"])
def test_invalid_json_raises(text: str) -> None:
    with pytest.raises(ValueError):
        rewrite(text, identity, str)
