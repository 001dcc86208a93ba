# generated from spec/track.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import MISSING, AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType


class ErrorText(RootModel[str]):
    root: Annotated[
        str,
        Field(
            description='What went wrong, for people. Mostly plain text; a JSON string, an object with `message` or `error_message`, an array of strings, an HTML page and an empty body have been seen as well.'
        ),
    ]


class IntegrationProvider(BaseModel):
    model_config = ConfigDict(
        extra='allow',
        validate_by_name=True,
    )


class TaskCreate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    name: Annotated[
        str, Field(description='Name of the task, unique in its project.', min_length=1)
    ]
    active: Annotated[
        bool | MISSING,
        Field(
            description='False creates the task as done already. True when left out.'
        ),
    ] = MISSING
    estimated_seconds: Annotated[
        int | None | MISSING,
        Field(description='Estimated effort in seconds.', ge=0, le=9223372036854775807),
    ] = MISSING
    external_reference: Annotated[
        str | None | MISSING,
        Field(description='A reference of your own to this task in another system.'),
    ] = MISSING
    user_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the user the task is for; the user who asks when left out.',
            ge=1,
            le=9223372036854775807,
        ),
    ] = MISSING


class TaskUpdate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    name: Annotated[
        str | MISSING,
        Field(description='New name, unique in the project.', min_length=1),
    ] = MISSING
    active: Annotated[
        bool | MISSING,
        Field(description='False marks the task as done, true opens it again.'),
    ] = MISSING
    estimated_seconds: Annotated[
        int | None | MISSING,
        Field(
            description='Estimated effort in seconds; null removes the estimate.',
            ge=0,
            le=9223372036854775807,
        ),
    ] = MISSING
    external_reference: Annotated[
        str | None | MISSING,
        Field(
            description='A reference of your own to this task in another system; null removes it.'
        ),
    ] = MISSING
    user_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the user the task is for; null for nobody.',
            ge=1,
            le=9223372036854775807,
        ),
    ] = MISSING


class Op(StrEnum):
    add = 'add'
    replace_ = 'replace'
    remove = 'remove'


class PatchOperation(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    op: Annotated[Op, Field(description='What to do.')]
    path: Annotated[
        str,
        Field(
            description='JSON Pointer to the field, such as `/active` or `/estimated_seconds`.',
            pattern='^/',
        ),
    ]
    value: Annotated[
        Any | MISSING,
        Field(description='The new value, any JSON value; left out for `remove`.'),
    ] = MISSING


class PatchFailure(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[
        int,
        Field(
            description='Id of the task.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    message: Annotated[str, Field(description='Why not, for people.')]


class OrganizationQuota(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    organization_id: Annotated[
        int | None,
        Field(
            description='Id of the organization; null for the quota of `/me` routes.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    remaining: Annotated[int, Field(description='Requests left in this hour.')]
    resets_in_secs: Annotated[
        int | None,
        Field(
            description='Seconds until the quota is full again; null while no hour is open.'
        ),
    ]
    total: Annotated[int, Field(description='Requests an hour in this plan.')]


WorkspaceIdParameter = TypeAliasType(
    "WorkspaceIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
)


ProjectIdParameter = TypeAliasType(
    "ProjectIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
)


TaskIdParameter = TypeAliasType(
    "TaskIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
)


class PaymentRequiredResponseXTogglQuotaRemainingHeader(RootModel[int]):
    root: Annotated[int, Field(ge=0)]


class PaymentRequiredResponseXTogglQuotaResetsInHeader(RootModel[int]):
    root: Annotated[int, Field(ge=0)]


class RateLimitedResponseRetryAfterHeader(RootModel[str]):
    root: str


WorkspacesWorkspaceIdProjectsProjectIdTasksTaskIdsPatchPathTaskIdsParameter = TypeAliasType(
    "WorkspacesWorkspaceIdProjectsProjectIdTasksTaskIdsPatchPathTaskIdsParameter",
    Annotated[
        str,
        Field(
            examples=['101,102,103'], pattern='^[1-9][0-9]{0,18}(,[1-9][0-9]{0,18})*$'
        ),
    ],
)


WorkspacesWorkspaceIdTasksGetQuerySinceParameter = TypeAliasType(
    "WorkspacesWorkspaceIdTasksGetQuerySinceParameter",
    Annotated[int, Field(ge=0, le=9223372036854775807)],
)


WorkspacesWorkspaceIdTasksGetQueryPageParameter = TypeAliasType(
    "WorkspacesWorkspaceIdTasksGetQueryPageParameter", Annotated[int, Field(ge=1)]
)


WorkspacesWorkspaceIdTasksGetQueryPerPageParameter = TypeAliasType(
    "WorkspacesWorkspaceIdTasksGetQueryPerPageParameter",
    Annotated[int, Field(ge=1, le=200)],
)


class WorkspacesWorkspaceIdTasksGetQuerySortOrderParameter(StrEnum):
    asc = 'ASC'
    desc = 'DESC'


class WorkspacesWorkspaceIdTasksGetQuerySortFieldParameter(StrEnum):
    name = 'name'
    created_at = 'created_at'


class WorkspacesWorkspaceIdTasksGetQueryActiveParameter(StrEnum):
    true = 'true'
    false = 'false'
    both = 'both'


WorkspacesWorkspaceIdTasksGetQueryPidParameter = TypeAliasType(
    "WorkspacesWorkspaceIdTasksGetQueryPidParameter",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


WorkspacesWorkspaceIdTasksGetQueryStartDateParameter = TypeAliasType("WorkspacesWorkspaceIdTasksGetQueryStartDateParameter", date)


WorkspacesWorkspaceIdTasksGetQueryEndDateParameter = TypeAliasType("WorkspacesWorkspaceIdTasksGetQueryEndDateParameter", date)


WorkspacesWorkspaceIdTasksGetQuerySearchParameter = TypeAliasType("WorkspacesWorkspaceIdTasksGetQuerySearchParameter", str)


MeTasksGetQueryMetaParameter = TypeAliasType("MeTasksGetQueryMetaParameter", bool)


MeTasksGetQueryInboxParameter = TypeAliasType("MeTasksGetQueryInboxParameter", bool)


MeTasksGetQueryIncludeHiddenParameter = TypeAliasType("MeTasksGetQueryIncludeHiddenParameter", bool)


MeTasksGetQuerySinceParameter = TypeAliasType(
    "MeTasksGetQuerySinceParameter", Annotated[int, Field(ge=0, le=9223372036854775807)]
)


class MeTasksGetQueryIncludeNotActiveParameter(StrEnum):
    true = 'true'
    false = 'false'


MeTasksGetQueryOffsetParameter = TypeAliasType(
    "MeTasksGetQueryOffsetParameter",
    Annotated[int, Field(ge=0, le=9223372036854775807)],
)


MeTasksGetQueryPerPageParameter = TypeAliasType(
    "MeTasksGetQueryPerPageParameter", Annotated[int, Field(ge=1)]
)


MeTasksGetQuerySearchParameter = TypeAliasType("MeTasksGetQuerySearchParameter", str)


class Task(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[
        int,
        Field(
            description='Id of the task, unique across Toggl Track.',
            ge=1,
            le=9223372036854775807,
        ),
    ]
    name: Annotated[str, Field(description='Name of the task, unique in its project.')]
    workspace_id: Annotated[
        int,
        Field(
            description='Id of the workspace the task belongs to. Never changes.',
            ge=1,
            le=9223372036854775807,
        ),
    ]
    project_id: Annotated[
        int,
        Field(
            description='Id of the project the task belongs to. Never changes.',
            ge=1,
            le=9223372036854775807,
        ),
    ]
    user_id: Annotated[
        int | None,
        Field(
            description='Id of the user the task is assigned to; null for nobody.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    active: Annotated[
        bool, Field(description='Whether the task is open; false once it is done.')
    ]
    at: Annotated[
        AwareDatetime,
        Field(
            description='When the task was created or last changed, RFC 3339 with 0 to 9 fraction digits.'
        ),
    ]
    estimated_seconds: Annotated[
        int | None,
        Field(
            description='Estimated effort in seconds; null when nobody made an estimate.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    tracked_seconds: Annotated[
        int,
        Field(
            description='Time tracked on the task. In milliseconds in spite of its name, so the page says; clients disagree. Users report 0 for tasks of recurring projects.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    recurring: Annotated[
        bool, Field(description='Whether the task belongs to a recurring project.')
    ]
    server_deleted_at: Annotated[
        AwareDatetime | None,
        Field(
            description='When the task was deleted; null while it exists. Deleted tasks are listed with `since` only.'
        ),
    ]
    avatar_url: Annotated[
        str | None | MISSING,
        Field(description='Address of the picture of the assigned user.'),
    ] = MISSING
    client_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the client of the project.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    client_name: Annotated[
        str | None | MISSING, Field(description='Name of the client of the project.')
    ] = MISSING
    due_date: Annotated[
        str | None | MISSING,
        Field(
            description='When the task is due. Only on the page of `/me/tasks`; its format is not documented.'
        ),
    ] = MISSING
    external_reference: Annotated[
        str | None | MISSING,
        Field(description='A reference of your own to this task in another system.'),
    ] = MISSING
    integration_ext_id: Annotated[
        str | None | MISSING,
        Field(
            description='Id of the linked thing in the other system (Jira, Salesforce).'
        ),
    ] = MISSING
    integration_ext_type: Annotated[
        str | None | MISSING,
        Field(description='Kind of the linked thing in the other system.'),
    ] = MISSING
    integration_provider: IntegrationProvider | None | MISSING = MISSING
    permissions: Annotated[
        list[str] | None | MISSING,
        Field(
            description='What the user may do with the task. A plain string on pages of 2024.'
        ),
    ] = MISSING
    project_billable: Annotated[
        bool | None | MISSING, Field(description='Whether the project is billable.')
    ] = MISSING
    project_color: Annotated[
        str | None | MISSING, Field(description='Colour of the project, `#rrggbb`.')
    ] = MISSING
    project_is_private: Annotated[
        bool | None | MISSING,
        Field(description='Whether only members see the project.'),
    ] = MISSING
    project_name: Annotated[
        str | None | MISSING, Field(description='Name of the project.')
    ] = MISSING
    rate: Annotated[
        float | None | MISSING,
        Field(description='Hourly rate of the task, in the currency of the workspace.'),
    ] = MISSING
    rate_last_updated: Annotated[
        str | None | MISSING, Field(description='When the rate last changed.')
    ] = MISSING
    toggl_accounts_id: Annotated[
        str | None | MISSING,
        Field(description="Id of the assigned user in Toggl's account service."),
    ] = MISSING
    user_name: Annotated[
        str | None | MISSING, Field(description='Name of the assigned user.')
    ] = MISSING
    wid: Annotated[
        int | None | MISSING,
        Field(
            description='Older twin of `workspace_id`.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    pid: Annotated[
        int | None | MISSING,
        Field(
            description='Older twin of `project_id`.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    uid: Annotated[
        int | None | MISSING,
        Field(
            description='Older twin of `user_id`.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    cid: Annotated[
        int | None | MISSING,
        Field(
            description='Older twin of `client_id`.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING


class TaskPage(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: Annotated[
        list[Task] | None,
        Field(description='The tasks of this page; null stands for none.'),
    ]
    page: Annotated[int, Field(description='Number of this page, counted from 1.')]
    per_page: Annotated[int, Field(description='The most tasks that a page holds.')]
    sort_field: Annotated[
        str | None | MISSING, Field(description='The field that orders the list.')
    ] = MISSING
    sort_order: Annotated[
        str | None | MISSING, Field(description='`ASC` or `DESC`.')
    ] = MISSING
    total_count: Annotated[
        int,
        Field(
            description='How many tasks all pages hold together.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]


class TaskItems(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    items: Annotated[
        list[Task] | None, Field(description='The tasks; null stands for none.')
    ]


class MyTasks(RootModel[TaskItems | list[Task]]):
    root: Annotated[
        TaskItems | list[Task],
        Field(
            description='The tasks of the user, as a bare array or `null`, or in an envelope.'
        ),
    ]


class PatchDocument(RootModel[list[PatchOperation]]):
    root: Annotated[
        list[PatchOperation],
        Field(
            description='JSON Patch operations, applied in this order to each task.',
            min_length=1,
        ),
    ]


class PatchReport(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[
        list[int] | None,
        Field(description='Ids of the tasks that were changed; null stands for none.'),
    ]
    failure: Annotated[
        list[PatchFailure] | None,
        Field(description='The tasks that were not changed; null stands for none.'),
    ]


class QuotaList(RootModel[list[OrganizationQuota] | None]):
    root: Annotated[
        list[OrganizationQuota] | None,
        Field(description='One entry for each organization of the user.'),
    ]
