# generated from spec/track.yaml by `make generate` - do not edit

"""Build the router and the application of every selected operation from the services that implement them."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, FastAPI, params

from ._generated.contract import OperationDependencies
from ._generated.openapi import serve_source_openapi
from ._runtime.server.application import build, error_handlers, validation_error_handler
from ._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    Credentials,
    PrincipalT,
    RequirementSets,
)
from .routers import me, tasks
from .services import MeService, TasksService

ROUTES: Final = (
    *tasks.LITERAL_ROUTES,
    *me.LITERAL_ROUTES,
    *tasks.TEMPLATED_ROUTES,
    *me.TEMPLATED_ROUTES,
)
INFO: Final[dict[str, Any]] = {'title': 'Toggl Track v9 tasks', 'description': "The task routes of Toggl Track's API v9. Unofficial: transcribed by hand from the vendor's documentation pages and corrected by what the live service is known to answer. `x-source` names the page an operation comes from; `x-evidence` marks what no page says. `spec/README.md` explains both.\n\nTasks need a paid plan. Every request counts against an hourly quota for each user in each organization (30 on Free, 240 on Starter, 600 on Premium); routes under `/me` have their own 30 for each user on every plan. The hour opens with the first request. Beside the quota, about one request a second is let through for each token. Every reply carries `X-Toggl-Quota-Remaining`, `X-Toggl-Quota-Resets-In` (seconds) and `X-Toggl-Request-Id`.", 'version': '1.0.1', 'openapi_tags': [{'name': 'tasks', 'description': 'Tasks of a workspace and its projects.'}, {'name': 'me', 'description': 'What belongs to the user who asks.'}], 'servers': [{'url': 'https://api.track.toggl.com/api/v9', 'description': 'The live service.'}], 'license_info': {'name': 'MIT', 'url': 'https://opensource.org/license/mit'}}


def build_router(
    *,
    tasks: TasksService[PrincipalT],
    me: MeService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register every operation on a new router, literal paths first."""
    return build(
        ROUTES,
        services={'tasks': tasks, 'me': me},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )


def create_app(
    *,
    tasks: TasksService[PrincipalT],
    me: MeService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
    source_openapi: bool = True,
    **fastapi_kwargs: Any,
) -> FastAPI:
    """Create the application with every operation, passing the other keyword arguments to FastAPI.

    Validation errors leave out the request's values, unless exception_handlers handles RequestValidationError. The
    application serves the source OpenAPI document of its operations, or FastAPI's own with source_openapi=False.
    """
    fastapi_kwargs["exception_handlers"] = error_handlers(fastapi_kwargs.get("exception_handlers"))
    app = FastAPI(**{**INFO, **fastapi_kwargs})
    app.include_router(
        build_router(
            tasks=tasks,
            me=me,
            authorize=authorize,
            operation_dependencies=operation_dependencies,
            prefix=prefix,
        )
    )
    if source_openapi:
        serve_source_openapi(app, prefix=prefix, metadata=fastapi_kwargs)
    return app


__all__ = [
    'AsyncAuthorize',
    'Authorize',
    'Credentials',
    'OperationDependencies',
    'RequirementSets',
    'build_router',
    'create_app',
    'serve_source_openapi',
    'validation_error_handler',
]
