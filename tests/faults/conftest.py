from __future__ import annotations

from tests.facade.conftest import _empty_environment as _empty_environment
from tests.facade.conftest import clients as clients
