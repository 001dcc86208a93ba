# generated from spec/track.yaml by `make generate` - do not edit

"""Endpoints of the tasks operations; regenerate them instead of editing."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Path, Query, Security, params
from fastapi.responses import Response
from fastapi.security import HTTPBasicCredentials
from pydantic import Field, StringConstraints
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
from ..services import TasksService


def _add_list_project_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    list_project_tasks_handler = checked(
        tasks.list_project_tasks,
        'The tasks.list_project_tasks method of GET /workspaces/{workspace_id}/projects/{project_id}/tasks',
        ('principal', 'workspace_id', 'project_id'),
        asynchronous=True,
    )

    list_project_tasks_authorize = wiring.authorizer()

    async def list_project_tasks_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            list_project_tasks_authorize,
            'Basic charset="UTF-8"',
        )

    async def list_project_tasks(
        *,
        principal: Annotated[object, Depends(list_project_tasks_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
    ) -> object:
        return dispatch(
            await list_project_tasks_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
            ),
            contract.ListProjectTasks.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks',
        list_project_tasks,
        methods=['GET'],
        status_code=200,
        response_model=list[models.Task] | None,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='listProjectTasks',
        tags=['tasks'],
        summary='List the tasks of one project.',
        description='All active tasks of the project in one reply, without paging. The page shows a single object; the service answers an array, and `null` when there is nothing to list.',
        response_description='The tasks of the project; `null` stands for none.',
        dependencies=wiring.dependencies.get('list_project_tasks'),
    )


def _add_create_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    create_task_handler = checked(
        tasks.create_task,
        'The tasks.create_task method of POST /workspaces/{workspace_id}/projects/{project_id}/tasks',
        ('principal', 'workspace_id', 'project_id', 'body'),
        asynchronous=True,
    )

    create_task_authorize = wiring.authorizer()

    async def create_task_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            create_task_authorize,
            'Basic charset="UTF-8"',
        )

    async def create_task(
        *,
        principal: Annotated[object, Depends(create_task_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
        body: Annotated[models.TaskCreate, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await create_task_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
                body=body,
            ),
            contract.CreateTask.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks',
        create_task,
        methods=['POST'],
        status_code=200,
        response_model=models.Task,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='createTask',
        tags=['tasks'],
        summary='Create a task in a project.',
        description='Creates one task and answers it whole. The name must be unique in the project. Tasks of an archived project cannot be created (400); a plan without tasks answers 402.',
        response_description='The task as it is now.',
        dependencies=wiring.dependencies.get('create_task'),
    )


def _add_patch_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    patch_tasks_handler = checked(
        tasks.patch_tasks,
        'The tasks.patch_tasks method of PATCH /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}',
        ('principal', 'workspace_id', 'project_id', 'task_ids', 'body'),
        asynchronous=True,
    )

    patch_tasks_authorize = wiring.authorizer()

    async def patch_tasks_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            patch_tasks_authorize,
            'Basic charset="UTF-8"',
        )

    async def patch_tasks(
        *,
        principal: Annotated[object, Depends(patch_tasks_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
        task_ids: Annotated[str, StringConstraints(pattern='^[1-9][0-9]{0,18}(,[1-9][0-9]{0,18})*$'), Path(alias='task_ids', description='Ids of tasks of this project, joined by commas and without spaces, each at least 1 and of at most 19 digits. A comma list in one string, not an array parameter, so that every generator sends it the same way.')],
        body: Annotated[models.PatchDocument, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await patch_tasks_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
                task_ids=task_ids,
                body=body,
            ),
            contract.PatchTasks.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}',
        patch_tasks,
        methods=['PATCH'],
        status_code=200,
        response_model=models.PatchReport,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='patchTasks',
        tags=['tasks'],
        summary='Apply one JSON Patch to several tasks.',
        description='Applies the same list of JSON Patch operations (RFC 6902: `add`, `replace`, `remove`) to every task named in the path. The reply is 200 even when some or all tasks failed: read `success` and `failure`.',
        response_description='Which tasks were changed and which were not, with a message for each failure.',
        dependencies=wiring.dependencies.get('patch_tasks'),
    )


def _add_get_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    get_task_handler = checked(
        tasks.get_task,
        'The tasks.get_task method of GET /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        ('principal', 'workspace_id', 'project_id', 'task_id'),
        asynchronous=True,
    )

    get_task_authorize = wiring.authorizer()

    async def get_task_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            get_task_authorize,
            'Basic charset="UTF-8"',
        )

    async def get_task(
        *,
        principal: Annotated[object, Depends(get_task_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
        task_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='task_id', description='Id of the task.')],
    ) -> object:
        return dispatch(
            await get_task_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
                task_id=task_id,
            ),
            contract.GetTask.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        get_task,
        methods=['GET'],
        status_code=200,
        response_model=models.Task,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='getTask',
        tags=['tasks'],
        summary='Read one task.',
        description='Answers the task as one flat object, without an envelope.',
        response_description='The task as it is now.',
        dependencies=wiring.dependencies.get('get_task'),
    )


def _add_update_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    update_task_handler = checked(
        tasks.update_task,
        'The tasks.update_task method of PUT /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        ('principal', 'workspace_id', 'project_id', 'task_id', 'body'),
        asynchronous=True,
    )

    update_task_authorize = wiring.authorizer()

    async def update_task_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            update_task_authorize,
            'Basic charset="UTF-8"',
        )

    async def update_task(
        *,
        principal: Annotated[object, Depends(update_task_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
        task_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='task_id', description='Id of the task.')],
        body: Annotated[models.TaskUpdate, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await update_task_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
                task_id=task_id,
                body=body,
            ),
            contract.UpdateTask.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        update_task,
        methods=['PUT'],
        status_code=200,
        response_model=models.Task,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='updateTask',
        tags=['tasks'],
        summary='Change fields of one task.',
        description='Changes the fields that the body names and leaves the others as they are. The workspace and the project of a task cannot change.',
        response_description='The task as it is now.',
        dependencies=wiring.dependencies.get('update_task'),
    )


def _add_delete_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    delete_task_handler = checked(
        tasks.delete_task,
        'The tasks.delete_task method of DELETE /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        ('principal', 'workspace_id', 'project_id', 'task_id'),
        asynchronous=True,
    )

    delete_task_authorize = wiring.authorizer()

    async def delete_task_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            delete_task_authorize,
            'Basic charset="UTF-8"',
        )

    async def delete_task(
        *,
        principal: Annotated[object, Depends(delete_task_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        project_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='project_id', description='Id of the project.')],
        task_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='task_id', description='Id of the task.')],
    ) -> object:
        return dispatch(
            await delete_task_handler(
                principal=principal,
                workspace_id=workspace_id,
                project_id=project_id,
                task_id=task_id,
            ),
            contract.DeleteTask.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}',
        delete_task,
        methods=['DELETE'],
        status_code=200,
        response_model=None,
        response_class=Response,
        operation_id='deleteTask',
        tags=['tasks'],
        summary='Delete one task.',
        description='There is no bulk delete in v9.',
        response_description='Deleted. What the body holds is not known (the page shows none, an older one a string): ignore it, be it empty, `null` or a JSON string.',
        dependencies=wiring.dependencies.get('delete_task'),
    )


def _add_list_workspace_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    list_workspace_tasks_handler = checked(
        tasks.list_workspace_tasks,
        'The tasks.list_workspace_tasks method of GET /workspaces/{workspace_id}/tasks',
        ('principal', 'workspace_id', 'since', 'page', 'per_page', 'sort_order', 'sort_field', 'active', 'pid', 'start_date', 'end_date', 'search'),
        asynchronous=True,
    )

    list_workspace_tasks_authorize = wiring.authorizer()

    async def list_workspace_tasks_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            list_workspace_tasks_authorize,
            'Basic charset="UTF-8"',
        )

    async def list_workspace_tasks(
        *,
        principal: Annotated[object, Depends(list_workspace_tasks_principal)],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        since: Annotated[Annotated[int, Field(ge=0, le=9223372036854775807)] | None, Query(alias='since', description='Only tasks created, changed or deleted at or after this moment, in UNIX seconds. Deleted tasks are listed too.')] = None,
        page: Annotated[int, Field(ge=1), Query(alias='page', description='Which page to answer, counted from 1.')] = 1,
        per_page: Annotated[int, Field(ge=1, le=200), Query(alias='per_page', description='Tasks on a page; 200 is the most that clients are known to ask for.')] = 50,
        sort_order: Annotated[models.WorkspacesWorkspaceIdTasksGetQuerySortOrderParameter, Query(alias='sort_order', description='Ascending or descending.')] = models.WorkspacesWorkspaceIdTasksGetQuerySortOrderParameter('ASC'),
        sort_field: Annotated[models.WorkspacesWorkspaceIdTasksGetQuerySortFieldParameter, Query(alias='sort_field', description='The field that orders the list.')] = models.WorkspacesWorkspaceIdTasksGetQuerySortFieldParameter('name'),
        active: Annotated[models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter, Query(alias='active', description='`true` for open tasks (as when it is left out), `false` for tasks that are done, `both` for all of them.')] = models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter('true'),
        pid: Annotated[Annotated[int, Field(ge=1, le=9223372036854775807)] | None, Query(alias='pid', description='Only tasks of this project.')] = None,
        start_date: Annotated[date | None, Query(alias='start_date', description='First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not documented.')] = None,
        end_date: Annotated[date | None, Query(alias='end_date', description='Last day of a date range, `YYYY-MM-DD`, included.')] = None,
        search: Annotated[str | None, Query(alias='search', description='Only tasks whose name contains this text.')] = None,
    ) -> object:
        return dispatch(
            await list_workspace_tasks_handler(
                principal=principal,
                workspace_id=workspace_id,
                since=since,
                page=page,
                per_page=per_page,
                sort_order=sort_order,
                sort_field=sort_field,
                active=active,
                pid=pid,
                start_date=start_date,
                end_date=end_date,
                search=search,
            ),
            contract.ListWorkspaceTasks.RESPONSES,
        )

    router.add_api_route(
        '/workspaces/{workspace_id}/tasks',
        list_workspace_tasks,
        methods=['GET'],
        status_code=200,
        response_model=models.TaskPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='listWorkspaceTasks',
        tags=['tasks'],
        summary='List the tasks of a workspace, page by page.',
        description='Tasks of all projects that the user may see. Without `active` only tasks that are not done are listed. With `since` the list also holds tasks deleted since then, with `server_deleted_at` set.',
        response_description='One page of tasks with the count of all of them.',
        dependencies=wiring.dependencies.get('list_workspace_tasks'),
    )


def _add_list_my_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    list_my_tasks_handler = checked(
        tasks.list_my_tasks,
        'The tasks.list_my_tasks method of GET /me/tasks',
        ('principal', 'meta', 'inbox', 'include_hidden', 'since', 'include_not_active', 'offset', 'per_page', 'search'),
        asynchronous=True,
    )

    list_my_tasks_authorize = wiring.authorizer()

    async def list_my_tasks_principal(
        *,
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('basicAuth', ()),),),
            {'basicAuth': basic_auth},
            list_my_tasks_authorize,
            'Basic charset="UTF-8"',
        )

    async def list_my_tasks(
        *,
        principal: Annotated[object, Depends(list_my_tasks_principal)],
        meta: Annotated[bool | None, Query(alias='meta', description='Whether the names and colours of project and client come along.')] = None,
        inbox: Annotated[bool | None, Query(alias='inbox', description="Whether tasks are put in the order of the user's inbox.")] = None,
        include_hidden: Annotated[bool | None, Query(alias='include_hidden', description='Whether hidden tasks are listed.')] = None,
        since: Annotated[Annotated[int, Field(ge=0, le=9223372036854775807)] | None, Query(alias='since', description='Only tasks created, changed or deleted at or after this moment, in UNIX seconds. Deleted tasks are listed too.')] = None,
        include_not_active: Annotated[models.MeTasksGetQueryIncludeNotActiveParameter | None, Query(alias='include_not_active', description='Whether tasks that are done are listed too. The page calls it a string, and answers 400 to an invalid one; that `true` and `false` are the valid ones is assumed.')] = None,
        offset: Annotated[Annotated[int, Field(ge=0, le=9223372036854775807)] | None, Query(alias='offset', description='How many tasks to skip.')] = None,
        per_page: Annotated[Annotated[int, Field(ge=1)] | None, Query(alias='per_page', description='Tasks in one reply; all of them when left out.')] = None,
        search: Annotated[str | None, Query(alias='search', description="Only tasks where this text stands in the task's, its project's or its client's name.")] = None,
    ) -> object:
        return dispatch(
            await list_my_tasks_handler(
                principal=principal,
                meta=meta,
                inbox=inbox,
                include_hidden=include_hidden,
                since=since,
                include_not_active=include_not_active,
                offset=offset,
                per_page=per_page,
                search=search,
            ),
            contract.ListMyTasks.RESPONSES,
        )

    router.add_api_route(
        '/me/tasks',
        list_my_tasks,
        methods=['GET'],
        status_code=200,
        response_model=models.MyTasks,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='listMyTasks',
        tags=['tasks'],
        summary='List the tasks of the projects the user takes part in.',
        description='Pages by `offset` and `per_page`; everything comes in one reply when `per_page` is left out. Counts against the quota of `/me` routes. Three shapes of the reply are known: a bare array (every client reads that), `null` for none, and an envelope with `items` (as the page has it).',
        response_description='The tasks of the user.',
        dependencies=wiring.dependencies.get('list_my_tasks'),
    )


LITERAL_ROUTES: Final = (
    ('list_my_tasks', _add_list_my_tasks),
)
TEMPLATED_ROUTES: Final = (
    ('list_project_tasks', _add_list_project_tasks),
    ('create_task', _add_create_task),
    ('patch_tasks', _add_patch_tasks),
    ('get_task', _add_get_task),
    ('update_task', _add_update_task),
    ('delete_task', _add_delete_task),
    ('list_workspace_tasks', _add_list_workspace_tasks),
)


def build_router(
    *,
    tasks: TasksService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the tasks operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={'tasks': tasks},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
