# generated from spec/focus.yaml by `make generate` - do not edit

"""Endpoints of the tasks operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Path, Query, Security, params
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBasicCredentials
from pydantic import AwareDatetime, Field
from toggl_server.focus import models

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


def _add_list_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    list_tasks_handler = checked(
        tasks.list_tasks,
        'The tasks.list_tasks method of GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks',
        ('principal', 'organization_id', 'workspace_id', 'page', 'per_page', 'with_entries', 'pinned', 'order_by', 'status_id', 'toggl_user_id', 'name', 'has_time_entries', 'has_time_blocks', 'has_dates', 'private', 'archived', 'project_id', 'parent_task_id', 'start_date', 'end_date', 'start_date_from', 'start_date_to', 'end_date_from', 'end_date_to', 'dates_overlap_start', 'dates_overlap_end', 'estimated_mins_min', 'estimated_mins_max', 'source', 'priority', 'is_priority', 'state', 'timeblock_start_from', 'timeblock_start_until', 'time_block_id', 'time_block_completed', 'team_id', 'assignee_user_id', 'tag_id', 'recurring', 'recurring_task_ids', 'client_id', 'include_rates', 'include_ghost_assignees', 'assignee_ghost_id', 'disable_aggregations'),
        asynchronous=True,
    )

    list_tasks_authorize = wiring.authorizer()

    async def list_tasks_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            list_tasks_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def list_tasks(
        *,
        principal: Annotated[object, Depends(list_tasks_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        page: Annotated[int, Field(ge=1), Query(alias='page', description='Which page to answer, counted from 1.')] = 1,
        per_page: Annotated[int, Field(ge=1, le=100), Query(alias='per_page', description='Tasks on a page. More than 100 answers 400.')] = 20,
        with_entries: Annotated[bool | None, Query(alias='with_entries', description='Whether time entries come along. Which field then holds them is not documented.')] = None,
        pinned: Annotated[bool | None, Query(alias='pinned', description='Only tasks that are pinned, or only those that are not.')] = None,
        order_by: Annotated[list[str] | None, Query(alias='order_by', description='Fields that order the list, the first one first. The page does not say how a descending order is asked for.')] = None,
        status_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='status_id', description='Only tasks with one of these statuses, by id.')] = None,
        toggl_user_id: Annotated[Annotated[int, Field(ge=1, le=9223372036854775807)] | None, Query(alias='toggl_user_id', description='Only tasks of this user.')] = None,
        name: Annotated[str | None, Query(alias='name', description='Only tasks whose name contains this text.')] = None,
        has_time_entries: Annotated[bool | None, Query(alias='has_time_entries', description='Only tasks with, or only tasks without time entries.')] = None,
        has_time_blocks: Annotated[bool | None, Query(alias='has_time_blocks', description='Only tasks with, or only tasks without time blocks.')] = None,
        has_dates: Annotated[bool | None, Query(alias='has_dates', description='True lists tasks with a start or an end date, false those with neither.')] = None,
        private: Annotated[bool | None, Query(alias='private', description='Only private tasks, or only those that are not.')] = None,
        archived: Annotated[bool | None, Query(alias='archived', description='Only archived tasks, or only those that are not.')] = None,
        project_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)] | None] | None, Query(alias='project_id', description='Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks without a project.')] = None,
        parent_task_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)] | None] | None, Query(alias='parent_task_id', description='Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks without a parent.')] = None,
        start_date: Annotated[AwareDatetime | None, Query(alias='start_date', description='Start of a range of moments, RFC 3339; only tasks whose own dates overlap the range. Goes with `end_date`.')] = None,
        end_date: Annotated[AwareDatetime | None, Query(alias='end_date', description='End of a range of moments, RFC 3339; only tasks whose own dates overlap the range. Goes with `start_date`.')] = None,
        start_date_from: Annotated[AwareDatetime | None, Query(alias='start_date_from', description='Earliest start date of a task, RFC 3339. Legacy, the page names `start_date` in its place.', deprecated=True)] = None,
        start_date_to: Annotated[AwareDatetime | None, Query(alias='start_date_to', description='Latest start date of a task, RFC 3339. Legacy, the page names `start_date` in its place.', deprecated=True)] = None,
        end_date_from: Annotated[AwareDatetime | None, Query(alias='end_date_from', description='Earliest end date of a task, RFC 3339. Legacy, the page names `end_date` in its place.', deprecated=True)] = None,
        end_date_to: Annotated[AwareDatetime | None, Query(alias='end_date_to', description='Latest end date of a task, RFC 3339. Legacy, the page names `end_date` in its place.', deprecated=True)] = None,
        dates_overlap_start: Annotated[AwareDatetime | None, Query(alias='dates_overlap_start', description="Start of a range that the task's dates overlap, RFC 3339. Legacy, the page names `start_date` in its place.", deprecated=True)] = None,
        dates_overlap_end: Annotated[AwareDatetime | None, Query(alias='dates_overlap_end', description="End of a range that the task's dates overlap, RFC 3339. Legacy, the page names `start_date` in its place.", deprecated=True)] = None,
        estimated_mins_min: Annotated[Annotated[int, Field(ge=0)] | None, Query(alias='estimated_mins_min', description='Only tasks with an estimate of at least this many minutes.')] = None,
        estimated_mins_max: Annotated[Annotated[int, Field(ge=0)] | None, Query(alias='estimated_mins_max', description='Only tasks with an estimate of at most this many minutes.')] = None,
        source: Annotated[str | None, Query(alias='source', description='Only tasks that came from this source, such as an integration.')] = None,
        priority: Annotated[str | None, Query(alias='priority', description='Only tasks of this priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.')] = None,
        is_priority: Annotated[bool | None, Query(alias='is_priority', description='Only tasks that the user has made a priority, or only the others.')] = None,
        state: Annotated[list[str] | None, Query(alias='state', description='Only tasks whose status is of one of these types. The types are not documented.')] = None,
        timeblock_start_from: Annotated[AwareDatetime | None, Query(alias='timeblock_start_from', description='Only tasks with a time block that starts at or after this moment, RFC 3339.')] = None,
        timeblock_start_until: Annotated[AwareDatetime | None, Query(alias='timeblock_start_until', description='Only tasks with a time block that starts at or before this moment, RFC 3339.')] = None,
        time_block_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='time_block_id', description='Only tasks with one of these time blocks, by id.')] = None,
        time_block_completed: Annotated[bool | None, Query(alias='time_block_completed', description='Only tasks with a completed time block, or only tasks with an open one.')] = None,
        team_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='team_id', description='Only tasks of one of these teams, by id.')] = None,
        assignee_user_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='assignee_user_id', description='Only tasks assigned to one of these users, by id.')] = None,
        tag_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='tag_id', description='Only tasks with one of these tags, by id.')] = None,
        recurring: Annotated[bool | None, Query(alias='recurring', description='Only recurring tasks, or only the others.')] = None,
        recurring_task_ids: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='recurring_task_ids', description='Only occurrences of one of these recurring tasks, by id.')] = None,
        client_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)] | None] | None, Query(alias='client_id', description='Only tasks of one of these clients. An empty member (`client_id=`) also lists tasks without a client.')] = None,
        include_rates: Annotated[bool | None, Query(alias='include_rates', description='Whether the rate of the project comes along in `project.rate`.')] = None,
        include_ghost_assignees: Annotated[bool | None, Query(alias='include_ghost_assignees', description='Whether assignees without an account come along in `ghost_assignee_ids`.')] = None,
        assignee_ghost_id: Annotated[list[Annotated[int, Field(ge=1, le=9223372036854775807)]] | None, Query(alias='assignee_ghost_id', description='Only tasks assigned to one of these people without an account, by id.')] = None,
        disable_aggregations: Annotated[bool | None, Query(alias='disable_aggregations', description='True leaves out the counts, totals and the parent task, for a faster reply.')] = None,
    ) -> object:
        return dispatch(
            await list_tasks_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                page=page,
                per_page=per_page,
                with_entries=with_entries,
                pinned=pinned,
                order_by=order_by,
                status_id=status_id,
                toggl_user_id=toggl_user_id,
                name=name,
                has_time_entries=has_time_entries,
                has_time_blocks=has_time_blocks,
                has_dates=has_dates,
                private=private,
                archived=archived,
                project_id=project_id,
                parent_task_id=parent_task_id,
                start_date=start_date,
                end_date=end_date,
                start_date_from=start_date_from,
                start_date_to=start_date_to,
                end_date_from=end_date_from,
                end_date_to=end_date_to,
                dates_overlap_start=dates_overlap_start,
                dates_overlap_end=dates_overlap_end,
                estimated_mins_min=estimated_mins_min,
                estimated_mins_max=estimated_mins_max,
                source=source,
                priority=priority,
                is_priority=is_priority,
                state=state,
                timeblock_start_from=timeblock_start_from,
                timeblock_start_until=timeblock_start_until,
                time_block_id=time_block_id,
                time_block_completed=time_block_completed,
                team_id=team_id,
                assignee_user_id=assignee_user_id,
                tag_id=tag_id,
                recurring=recurring,
                recurring_task_ids=recurring_task_ids,
                client_id=client_id,
                include_rates=include_rates,
                include_ghost_assignees=include_ghost_assignees,
                assignee_ghost_id=assignee_ghost_id,
                disable_aggregations=disable_aggregations,
            ),
            contract.ListTasks.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks',
        list_tasks,
        methods=['GET'],
        status_code=200,
        response_model=models.TaskPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='listTasks',
        tags=['tasks'],
        summary='List the tasks of a workspace, page by page.',
        description='Filters are joined by "and"; several values of one filter by "or". A parameter that takes several values is repeated (`status_id=1&status_id=2`).',
        response_description='One page of tasks with the count of all of them.',
        dependencies=wiring.dependencies.get('list_tasks'),
    )


def _add_create_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    create_task_handler = checked(
        tasks.create_task,
        'The tasks.create_task method of POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks',
        ('principal', 'organization_id', 'workspace_id', 'body'),
        asynchronous=True,
    )

    create_task_authorize = wiring.authorizer()

    async def create_task_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            create_task_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def create_task(
        *,
        principal: Annotated[object, Depends(create_task_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        body: Annotated[models.TaskCreate, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await create_task_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                body=body,
            ),
            contract.CreateTask.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks',
        create_task,
        methods=['POST'],
        status_code=201,
        response_model=models.Task,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='createTask',
        tags=['tasks'],
        summary='Create a task.',
        description='Creates one task and answers it whole, although the page shows no body.',
        response_description='The task as it was created.',
        dependencies=wiring.dependencies.get('create_task'),
    )


def _add_create_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    create_tasks_handler = checked(
        tasks.create_tasks,
        'The tasks.create_tasks method of POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk',
        ('principal', 'organization_id', 'workspace_id', 'body'),
        asynchronous=True,
    )

    create_tasks_authorize = wiring.authorizer()

    async def create_tasks_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            create_tasks_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def create_tasks(
        *,
        principal: Annotated[object, Depends(create_tasks_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        body: Annotated[models.TaskBulkCreate, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await create_tasks_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                body=body,
            ),
            contract.CreateTasks.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk',
        create_tasks,
        methods=['POST'],
        status_code=201,
        response_model=models.TaskList | None,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='createTasks',
        tags=['tasks'],
        summary='Create several tasks.',
        description='The page shows no reply at all. 201 with the created tasks in an array is a guess from the single POST.',
        response_description='The tasks as they were created, in the order they were given.',
        dependencies=wiring.dependencies.get('create_tasks'),
    )


def _add_patch_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    patch_tasks_handler = checked(
        tasks.patch_tasks,
        'The tasks.patch_tasks method of PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk',
        ('principal', 'organization_id', 'workspace_id', 'body'),
        asynchronous=True,
    )

    patch_tasks_authorize = wiring.authorizer()

    async def patch_tasks_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            patch_tasks_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def patch_tasks(
        *,
        principal: Annotated[object, Depends(patch_tasks_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        body: Annotated[models.TaskBulkPatch, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await patch_tasks_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                body=body,
            ),
            contract.PatchTasks.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk',
        patch_tasks,
        methods=['PATCH'],
        status_code=204,
        response_model=None,
        response_class=Response,
        operation_id='patchTasks',
        tags=['tasks'],
        summary='Change fields of several tasks.',
        description='Users report the route and its empty reply (204). The shape of the body is a guess from the bulk POST.',
        response_description='Changed.',
        dependencies=wiring.dependencies.get('patch_tasks'),
    )


def _add_stream_tasks(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    stream_tasks_handler = checked(
        tasks.stream_tasks,
        'The tasks.stream_tasks method of GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream',
        ('principal', 'organization_id', 'workspace_id'),
        asynchronous=True,
    )

    stream_tasks_authorize = wiring.authorizer()

    async def stream_tasks_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            stream_tasks_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def stream_tasks(
        *,
        principal: Annotated[object, Depends(stream_tasks_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
    ) -> object:
        return dispatch(
            await stream_tasks_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
            ),
            contract.StreamTasks.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream',
        stream_tasks,
        methods=['GET'],
        status_code=200,
        response_model=models.TaskList | None,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id='streamTasks',
        tags=['tasks'],
        summary='List all tasks of a workspace in one reply.',
        description='A bare array without paging, for many tasks at once. Which filters it takes is not known.',
        response_description='All tasks of the workspace.',
        dependencies=wiring.dependencies.get('stream_tasks'),
    )


def _add_patch_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    patch_task_handler = checked(
        tasks.patch_task,
        'The tasks.patch_task method of PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}',
        ('principal', 'organization_id', 'workspace_id', 'task_id', 'body'),
        asynchronous=True,
    )

    patch_task_authorize = wiring.authorizer()

    async def patch_task_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            patch_task_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def patch_task(
        *,
        principal: Annotated[object, Depends(patch_task_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        task_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='task_id', description='Id of the task.')],
        body: Annotated[models.TaskPatch, Body(media_type='application/json')],
    ) -> object:
        return dispatch(
            await patch_task_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                task_id=task_id,
                body=body,
            ),
            contract.PatchTask.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}',
        patch_task,
        methods=['PATCH'],
        status_code=204,
        response_model=None,
        response_class=Response,
        operation_id='patchTask',
        tags=['tasks'],
        summary='Change fields of one task.',
        description='Changes the fields that the body names and leaves the others as they are. A `project_id` in the body does not stick, users report, so it is not offered here.',
        response_description='Changed.',
        dependencies=wiring.dependencies.get('patch_task'),
    )


def _add_delete_task(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    tasks: TasksService[object] = wiring.services['tasks']
    delete_task_handler = checked(
        tasks.delete_task,
        'The tasks.delete_task method of DELETE /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}',
        ('principal', 'organization_id', 'workspace_id', 'task_id'),
        asynchronous=True,
    )

    delete_task_authorize = wiring.authorizer()

    async def delete_task_principal(
        *,
        bearer_auth: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer_auth)],
        basic_auth: Annotated[HTTPBasicCredentials | None, Security(security.basic_auth)],
    ) -> object:
        return await authenticate(
            ((('bearerAuth', ()),), (('basicAuth', ()),)),
            {'bearerAuth': bearer_auth, 'basicAuth': basic_auth},
            delete_task_authorize,
            'Bearer, Basic charset="UTF-8"',
        )

    async def delete_task(
        *,
        principal: Annotated[object, Depends(delete_task_principal)],
        organization_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='organization_id', description='Id of the organization.')],
        workspace_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='workspace_id', description='Id of the workspace.')],
        task_id: Annotated[int, Field(ge=1, le=9223372036854775807), Path(alias='task_id', description='Id of the task.')],
    ) -> object:
        return dispatch(
            await delete_task_handler(
                principal=principal,
                organization_id=organization_id,
                workspace_id=workspace_id,
                task_id=task_id,
            ),
            contract.DeleteTask.RESPONSES,
        )

    router.add_api_route(
        '/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}',
        delete_task,
        methods=['DELETE'],
        status_code=204,
        response_model=None,
        response_class=Response,
        operation_id='deleteTask',
        tags=['tasks'],
        summary='Delete one task.',
        description='Takes the time entries of the task along.',
        response_description='Deleted.',
        dependencies=wiring.dependencies.get('delete_task'),
    )


LITERAL_ROUTES: Final = ()
TEMPLATED_ROUTES: Final = (
    ('list_tasks', _add_list_tasks),
    ('create_task', _add_create_task),
    ('create_tasks', _add_create_tasks),
    ('patch_tasks', _add_patch_tasks),
    ('stream_tasks', _add_stream_tasks),
    ('patch_task', _add_patch_task),
    ('delete_task', _add_delete_task),
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
