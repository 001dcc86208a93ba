"""The public names of this package. `__init__.py` reads this list too.

Each import is on a line of its own and of the form `from .module import Name as Name`.
"""

from ._budget import Budget as Budget
from ._changes import Change as Change
from ._clock import Clock as Clock
from ._decoding import Drift as Drift
from ._hooks import RequestView as RequestView
from ._hooks import ResponseView as ResponseView
from ._pages import AsyncPages as AsyncPages
from ._pages import Page as Page
from ._pages import Pages as Pages
from ._patch import PatchResult as PatchResult
from ._patch import add as add
from ._patch import remove as remove
from ._patch import replace as replace
from ._quota import Quota as Quota
from ._rate_limiter import Pace as Pace
from ._request_flow import Answer as Answer
from ._retries import Retries as Retries
from .errors import ApiError as ApiError
from .errors import BadRequest as BadRequest
from .errors import BudgetExceeded as BudgetExceeded
from .errors import ConnectionFailed as ConnectionFailed
from .errors import DecodeFailed as DecodeFailed
from .errors import Forbidden as Forbidden
from .errors import Gone as Gone
from .errors import NameNotFound as NameNotFound
from .errors import NotAuthenticated as NotAuthenticated
from .errors import NotFound as NotFound
from .errors import PaymentRequired as PaymentRequired
from .errors import QuotaExceeded as QuotaExceeded
from .errors import RateLimited as RateLimited
from .errors import SchemaDriftWarning as SchemaDriftWarning
from .errors import ServerError as ServerError
from .errors import SharingFailed as SharingFailed
from .errors import TimedOut as TimedOut
from .errors import TogglError as TogglError
from .errors import WrongCredentials as WrongCredentials
from .focus import AsyncFocus as AsyncFocus
from .focus import Focus as Focus
from .track import AsyncTrack as AsyncTrack
from .track import Track as Track

__version__: str
