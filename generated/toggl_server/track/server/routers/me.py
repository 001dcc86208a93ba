# generated from spec/track.yaml by `make generate` - do not edit

"""Endpoints of the me operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Security, params
from fastapi.security import HTTPBasicCredentials
from toggl_server.track import models

from .. import security
from .._generated import contract
from .._generated.contract import OperationDependencies
from .._runtime.server.application import Wiring, build, checked
from .._runtime.server.responses import dispatch
from .._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    PrincipalT,
    authenticate,
)
from ..services import MeService


def _add_get_my_quota(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    me: MeService[object] = wiring.services['me']
    get_my_quota_handler = checked(
        me.get_my_quota,
        'The me.get_my_quota method of GET /me/quota',
        ('principal',),
        asynchronous=True,
    )

    get_my_quota_authorize = wiring.authorizer()

    async def get_my_quota_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            get_my_quota_authorize,
            'Basic charset="UTF-8"',
        )

    async def get_my_quota(
        *,
        principal: Annotated[object, Depends(get_my_quota_principal)],
    ) -> object:
        return dispatch(
            await get_my_quota_handler(
                principal=principal,
            ),
            contract.GetMyQuota.RESPONSES,
        )

    router.add_api_route(
        '/me/quota',
        get_my_quota,
        methods=['GET'],
        status_code=200,
        response_model=models.QuotaList | None,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='getMyQuota',
        tags=['me'],
        summary='Read what is left of the hourly quotas.',
        description='One entry for each organization of the user. No page of ours has this route.',
        response_description='The quotas of the user.',
        dependencies=wiring.dependencies.get('get_my_quota'),
    )


LITERAL_ROUTES: Final = (
    ('get_my_quota', _add_get_my_quota),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    me: MeService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the me operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={'me': me},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
