# generated from spec/track.yaml by `make generate` - do not edit

"""Operation plans of this package; regenerate them instead of editing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from fastapi import params
from toggl_server.track import models

from .._runtime.server.responses import Declared, OperationResponses

OperationDependencies = TypedDict(
    'OperationDependencies',
    {
        'list_project_tasks': Sequence[params.Depends],
        'create_task': Sequence[params.Depends],
        'patch_tasks': Sequence[params.Depends],
        'get_task': Sequence[params.Depends],
        'update_task': Sequence[params.Depends],
        'delete_task': Sequence[params.Depends],
        'list_workspace_tasks': Sequence[params.Depends],
        'list_my_tasks': Sequence[params.Depends],
        'get_my_quota': Sequence[params.Depends],
    },
    total=False,
)


class ListProjectTasks:
    """Plans of the list_project_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=list[models.Task] | None, null=True), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class CreateTask:
    """Plans of the create_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.Task), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class PatchTasks:
    """Plans of the patch_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.PatchReport), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class GetTask:
    """Plans of the get_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.Task), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class UpdateTask:
    """Plans of the update_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.Task), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class DeleteTask:
    """Plans of the delete_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
        primary=200,
    )


class ListWorkspaceTasks:
    """Plans of the list_workspace_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.TaskPage), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class ListMyTasks:
    """Plans of the list_my_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.MyTasks), '400': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )


class GetMyQuota:
    """Plans of the get_my_quota operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.QuotaList | None, null=True), '401': Declared(), '402': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '403': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '404': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '429': Declared(media_type='text/plain', kind='text', model=models.ErrorText), '500': Declared(media_type='text/plain', kind='text', model=models.ErrorText)},
    )
