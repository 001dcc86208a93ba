"""Typed clients for the tasks of Toggl Track and Toggl Focus, for threads and asyncio.

`__init__.pyi` lists the public names, for type checkers and for this module. They are imported on first use (PEP 562),
so that a program that uses one API does not load the other.
"""

from importlib import import_module


def _read_exports() -> dict[str, str]:
    """The module of each name in `__init__.pyi`."""
    stub = __spec__.loader.get_data(f"{__path__[0]}/__init__.pyi").decode()
    statements = [line.split() for line in stub.splitlines() if line.startswith("from .")]
    return {name: module for _, module, _, name, *_ in statements}


_EXPORTS = _read_exports()
__all__ = sorted(_EXPORTS)


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("toggl-tasks")
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_EXPORTS[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
