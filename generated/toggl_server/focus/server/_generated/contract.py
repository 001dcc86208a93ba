# generated from spec/focus.yaml by `make generate` - do not edit

"""Operation plans of this package; regenerate them instead of editing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from fastapi import params
from toggl_server.focus import models

from .._runtime.server.responses import Declared, OperationResponses

OperationDependencies = TypedDict(
    'OperationDependencies',
    {
        'list_tasks': Sequence[params.Depends],
        'create_task': Sequence[params.Depends],
        'create_tasks': Sequence[params.Depends],
        'patch_tasks': Sequence[params.Depends],
        'stream_tasks': Sequence[params.Depends],
        'patch_task': Sequence[params.Depends],
        'delete_task': Sequence[params.Depends],
    },
    total=False,
)


class ListTasks:
    """Plans of the list_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.TaskPage), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
    )


class CreateTask:
    """Plans of the create_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'201': Declared(media_type='application/json', model=models.Task), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
    )


class CreateTasks:
    """Plans of the create_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'201': Declared(media_type='application/json', model=models.TaskList | None, null=True), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
    )


class PatchTasks:
    """Plans of the patch_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'204': Declared(), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
        primary=204,
    )


class StreamTasks:
    """Plans of the stream_tasks operation."""

    RESPONSES: Final = OperationResponses(
        responses={'200': Declared(media_type='application/json', model=models.TaskList | None, null=True), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
    )


class PatchTask:
    """Plans of the patch_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'204': Declared(), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
        primary=204,
    )


class DeleteTask:
    """Plans of the delete_task operation."""

    RESPONSES: Final = OperationResponses(
        responses={'204': Declared(), '400': Declared(media_type='application/json', model=models.Error), '401': Declared(media_type='application/json', model=models.Error), '402': Declared(media_type='application/json', model=models.Error), '403': Declared(media_type='application/json', model=models.Error), '404': Declared(media_type='application/json', model=models.Error), '429': Declared(media_type='application/json', model=models.Error), '500': Declared(media_type='application/json', model=models.Error)},
        primary=204,
    )
