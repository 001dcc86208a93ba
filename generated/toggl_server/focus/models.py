# generated from spec/focus.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import MISSING, AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType


class Error(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    error: Annotated[
        str,
        Field(
            description='Short name of the error, such as `invalid_session` or `validation`.'
        ),
    ]
    error_description: Annotated[str, Field(description='What went wrong, for people.')]
    trace_id: Annotated[
        str,
        Field(
            description="Names the request in the vendor's logs, 32 hex digits; quote it when asking support."
        ),
    ]


class TaskClient(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the client.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    name: Annotated[str | None | MISSING, Field(description='Name of the client.')] = (
        MISSING
    )


class TaskMetadata(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    all_day: Annotated[
        bool | None | MISSING, Field(description='Whether the event takes whole days.')
    ] = MISSING
    calendar_event_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the calendar event.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    calendar_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the calendar.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    external_id: Annotated[
        str | None | MISSING, Field(description='Id in the other system.')
    ] = MISSING
    ical_uid: Annotated[
        str | None | MISSING,
        Field(description='Id of the event across calendars (RFC 5545 UID).'),
    ] = MISSING
    meeting_link: Annotated[
        str | None | MISSING, Field(description='Where the meeting takes place online.')
    ] = MISSING
    updated_at: Annotated[
        str | None | MISSING,
        Field(description='When the other system last changed it.'),
    ] = MISSING


class ProjectRate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    billable: Annotated[
        bool | None | MISSING, Field(description='Whether the project is billable.')
    ] = MISSING
    currency: Annotated[
        str | None | MISSING, Field(description='Currency of the rate.')
    ] = MISSING
    end_at: Annotated[
        str | None | MISSING, Field(description='When the rate ends.')
    ] = MISSING
    has_more_rates: Annotated[
        bool | None | MISSING,
        Field(description='Whether the project has more rates than this one.'),
    ] = MISSING
    hourly_rate: Annotated[
        float | None | MISSING, Field(description='Price of an hour in that currency.')
    ] = MISSING
    project_color: Annotated[
        str | None | MISSING, Field(description='Colour of the project.')
    ] = MISSING
    project_created_at: Annotated[
        str | None | MISSING, Field(description='When the project was created.')
    ] = MISSING
    project_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the project.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    project_name: Annotated[
        str | None | MISSING, Field(description='Name of the project.')
    ] = MISSING
    project_rate_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of this rate of the project.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    start_at: Annotated[
        str | None | MISSING, Field(description='When the rate starts.')
    ] = MISSING
    workspace_rate_id: Annotated[
        int | None | MISSING,
        Field(
            description="Id of the workspace's rate it stands in for.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING


class RecurrenceDate(BaseModel):
    model_config = ConfigDict(
        extra='allow',
        validate_by_name=True,
    )


class TaskStatus(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    emoji: Annotated[
        str | None | MISSING, Field(description='Symbol of the status.')
    ] = MISSING
    id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    name: Annotated[
        str | None | MISSING, Field(description='Name of the status, such as Todo.')
    ] = MISSING
    type: Annotated[
        str | None | MISSING,
        Field(description='Type of the status, which `state` filters by.'),
    ] = MISSING


class TaskTag(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    color: Annotated[str | None | MISSING, Field(description='Colour of the tag.')] = (
        MISSING
    )
    id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the tag.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    name: Annotated[str | None | MISSING, Field(description='Name of the tag.')] = (
        MISSING
    )


class TaskCreate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    assignee_user_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of the users the task is assigned to.'),
    ] = MISSING
    auto_log_time: Annotated[
        bool | None | MISSING,
        Field(
            description="Whether time is logged by itself from the task's time blocks."
        ),
    ] = MISSING
    billable: Annotated[
        bool | None | MISSING,
        Field(description='Whether time on the task is billable.'),
    ] = MISSING
    color: Annotated[str | None | MISSING, Field(description='Colour of the task.')] = (
        MISSING
    )
    description: Annotated[
        str | None | MISSING, Field(description='What the task is about.')
    ] = MISSING
    end_date: Annotated[
        date | None | MISSING, Field(description='Last day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    estimated_mins: Annotated[
        int | None | MISSING, Field(description='Estimated effort in minutes.', ge=0)
    ] = MISSING
    ghost_assignee_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of assignees without an account.'),
    ] = MISSING
    integration_ext_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the linked thing in another system.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    integration_source: Annotated[
        str | None | MISSING, Field(description='Name of that other system.')
    ] = MISSING
    name: Annotated[str, Field(description='Name of the task.', min_length=1)]
    notes: Annotated[str | None | MISSING, Field(description='Notes on the task.')] = (
        MISSING
    )
    parent_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the task that the new one is a sub-task of.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    pinned: Annotated[
        bool | None | MISSING, Field(description='Whether the task is pinned.')
    ] = MISSING
    position: Annotated[
        int | None | MISSING,
        Field(description='Place of the task in a list sorted by hand.'),
    ] = MISSING
    priority: Annotated[
        str | None | MISSING,
        Field(
            description='Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.'
        ),
    ] = MISSING
    priority_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the user made the task a priority.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING, Field(description='Whether only the user sees the task.')
    ] = MISSING
    project_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the project; none when left out.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    rrule: Annotated[
        str | None | MISSING,
        Field(description='How the task recurs, an RFC 5545 recurrence rule.'),
    ] = MISSING
    start_date: Annotated[
        date | None | MISSING, Field(description='First day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    status_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status; the first one of the workspace (Todo) when left out.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    tag_ids: Annotated[
        list[int] | None | MISSING, Field(description='Ids of the tags of the task.')
    ] = MISSING


class TaskBulkCreate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    tasks: Annotated[
        list[TaskCreate], Field(description='The new tasks.', min_length=1)
    ]


class TaskPatch(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    assignee_user_ids: Annotated[
        list[int] | None | MISSING,
        Field(
            description='Ids of the users the task is assigned to, in place of those before.'
        ),
    ] = MISSING
    auto_log_time: Annotated[
        bool | None | MISSING,
        Field(
            description="Whether time is logged by itself from the task's time blocks."
        ),
    ] = MISSING
    billable: Annotated[
        bool | None | MISSING,
        Field(description='Whether time on the task is billable.'),
    ] = MISSING
    color: Annotated[str | None | MISSING, Field(description='Colour of the task.')] = (
        MISSING
    )
    description: Annotated[
        str | None | MISSING, Field(description='What the task is about.')
    ] = MISSING
    end_date: Annotated[
        date | None | MISSING, Field(description='Last day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    estimated_mins: Annotated[
        int | None | MISSING, Field(description='Estimated effort in minutes.', ge=0)
    ] = MISSING
    ghost_assignee_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of assignees without an account.'),
    ] = MISSING
    integration_ext_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the linked thing in another system.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    integration_source: Annotated[
        str | None | MISSING, Field(description='Name of that other system.')
    ] = MISSING
    name: Annotated[
        str | MISSING, Field(description='Name of the task.', min_length=1)
    ] = MISSING
    notes: Annotated[str | None | MISSING, Field(description='Notes on the task.')] = (
        MISSING
    )
    parent_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the task this is a sub-task of.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    pinned: Annotated[
        bool | None | MISSING, Field(description='Whether the task is pinned.')
    ] = MISSING
    position: Annotated[
        int | None | MISSING,
        Field(description='Place of the task in a list sorted by hand.'),
    ] = MISSING
    priority: Annotated[
        str | None | MISSING,
        Field(
            description='Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.'
        ),
    ] = MISSING
    priority_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the user made the task a priority.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING, Field(description='Whether only the user sees the task.')
    ] = MISSING
    rrule: Annotated[
        str | None | MISSING,
        Field(description='How the task recurs, an RFC 5545 recurrence rule.'),
    ] = MISSING
    start_date: Annotated[
        date | None | MISSING, Field(description='First day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    status_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    tag_ids: Annotated[
        list[int] | None | MISSING, Field(description='Ids of the tags of the task.')
    ] = MISSING


class TaskPatchItem(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[
        int,
        Field(description='Id of the task to change.', ge=1, le=9223372036854775807),
    ]
    assignee_user_ids: Annotated[
        list[int] | None | MISSING,
        Field(
            description='Ids of the users the task is assigned to, in place of those before.'
        ),
    ] = MISSING
    auto_log_time: Annotated[
        bool | None | MISSING,
        Field(
            description="Whether time is logged by itself from the task's time blocks."
        ),
    ] = MISSING
    billable: Annotated[
        bool | None | MISSING,
        Field(description='Whether time on the task is billable.'),
    ] = MISSING
    color: Annotated[str | None | MISSING, Field(description='Colour of the task.')] = (
        MISSING
    )
    description: Annotated[
        str | None | MISSING, Field(description='What the task is about.')
    ] = MISSING
    end_date: Annotated[
        date | None | MISSING, Field(description='Last day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    estimated_mins: Annotated[
        int | None | MISSING, Field(description='Estimated effort in minutes.', ge=0)
    ] = MISSING
    ghost_assignee_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of assignees without an account.'),
    ] = MISSING
    integration_ext_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the linked thing in another system.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    integration_source: Annotated[
        str | None | MISSING, Field(description='Name of that other system.')
    ] = MISSING
    name: Annotated[
        str | MISSING, Field(description='Name of the task.', min_length=1)
    ] = MISSING
    notes: Annotated[str | None | MISSING, Field(description='Notes on the task.')] = (
        MISSING
    )
    parent_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the task this is a sub-task of.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    pinned: Annotated[
        bool | None | MISSING, Field(description='Whether the task is pinned.')
    ] = MISSING
    position: Annotated[
        int | None | MISSING,
        Field(description='Place of the task in a list sorted by hand.'),
    ] = MISSING
    priority: Annotated[
        str | None | MISSING,
        Field(
            description='Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.'
        ),
    ] = MISSING
    priority_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the user made the task a priority.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING, Field(description='Whether only the user sees the task.')
    ] = MISSING
    rrule: Annotated[
        str | None | MISSING,
        Field(description='How the task recurs, an RFC 5545 recurrence rule.'),
    ] = MISSING
    start_date: Annotated[
        date | None | MISSING, Field(description='First day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    status_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    tag_ids: Annotated[
        list[int] | None | MISSING, Field(description='Ids of the tags of the task.')
    ] = MISSING


OrganizationIdParameter = TypeAliasType(
    "OrganizationIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
)


WorkspaceIdParameter = TypeAliasType(
    "WorkspaceIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
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


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPageParameter = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPageParameter",
    Annotated[int, Field(ge=1)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPerPageParameter = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPerPageParameter",
    Annotated[int, Field(ge=1, le=100)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryWithEntriesParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryWithEntriesParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPinnedParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPinnedParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryOrderByParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryOrderByParameter", list[str])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStatusIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStatusIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStatusIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStatusIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStatusIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTogglUserIdParameter = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTogglUserIdParameter",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryNameParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryNameParameter", str)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasTimeEntriesParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasTimeEntriesParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasTimeBlocksParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasTimeBlocksParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasDatesParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryHasDatesParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPrivateParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPrivateParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryArchivedParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryArchivedParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryProjectIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryProjectIdParameterItem",
    Annotated[
        int | None, Field(ge=1, le=9223372036854775807)
    ],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryProjectIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryProjectIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryProjectIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryParentTaskIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryParentTaskIdParameterItem",
    Annotated[
        int | None, Field(ge=1, le=9223372036854775807)
    ],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryParentTaskIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryParentTaskIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryParentTaskIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateFromParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateFromParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateToParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStartDateToParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateFromParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateFromParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateToParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEndDateToParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDatesOverlapStartParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDatesOverlapStartParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDatesOverlapEndParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDatesOverlapEndParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEstimatedMinsMinParameter = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEstimatedMinsMinParameter",
    Annotated[int, Field(ge=0)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEstimatedMinsMaxParameter = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryEstimatedMinsMaxParameter",
    Annotated[int, Field(ge=0)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQuerySourceParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQuerySourceParameter", str)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPriorityParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryPriorityParameter", str)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIsPriorityParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIsPriorityParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStateParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryStateParameter", list[str])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeblockStartFromParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeblockStartFromParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeblockStartUntilParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeblockStartUntilParameter", AwareDatetime)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockCompletedParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTimeBlockCompletedParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTeamIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTeamIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTeamIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTeamIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTeamIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeUserIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeUserIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeUserIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeUserIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeUserIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTagIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTagIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTagIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTagIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryTagIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringTaskIdsParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringTaskIdsParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringTaskIdsParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringTaskIdsParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryRecurringTaskIdsParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryClientIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryClientIdParameterItem",
    Annotated[
        int | None, Field(ge=1, le=9223372036854775807)
    ],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryClientIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryClientIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryClientIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIncludeRatesParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIncludeRatesParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIncludeGhostAssigneesParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryIncludeGhostAssigneesParameter", bool)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeGhostIdParameterItem = TypeAliasType(
    "OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeGhostIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeGhostIdParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeGhostIdParameter", list[OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryAssigneeGhostIdParameterItem])


OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDisableAggregationsParameter = TypeAliasType("OrganizationsOrganizationIdWorkspacesWorkspaceIdTasksGetQueryDisableAggregationsParameter", bool)


class TaskProject(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    color: Annotated[
        str | None | MISSING, Field(description='Colour of the project.')
    ] = MISSING
    id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the project.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    name: Annotated[str | None | MISSING, Field(description='Name of the project.')] = (
        MISSING
    )
    permissions: Annotated[
        list[str] | None | MISSING,
        Field(description='What the user may do with the project.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING,
        Field(description='Whether only members see the project.'),
    ] = MISSING
    rate: ProjectRate | None | MISSING = MISSING


class TaskBulkPatch(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    tasks: Annotated[
        list[TaskPatchItem],
        Field(description='The tasks to change, with their changes.', min_length=1),
    ]


class ParentTask(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    archived_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was archived; null while it is not.'),
    ] = MISSING
    assignee_user_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of the users the task is assigned to.'),
    ] = MISSING
    auto_log_time: Annotated[
        bool | None | MISSING,
        Field(
            description="Whether time is logged by itself from the task's time blocks."
        ),
    ] = MISSING
    billable: Annotated[
        bool | None | MISSING,
        Field(description='Whether time on the task is billable.'),
    ] = MISSING
    client: TaskClient | None | MISSING = MISSING
    color: Annotated[str | None | MISSING, Field(description='Colour of the task.')] = (
        MISSING
    )
    created_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was created, RFC 3339.'),
    ] = MISSING
    deleted_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was deleted; null while it exists.'),
    ] = MISSING
    description: Annotated[
        str | None | MISSING, Field(description='What the task is about.')
    ] = MISSING
    end_date: Annotated[
        date | None | MISSING, Field(description='Last day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    estimated_mins: Annotated[
        int | None | MISSING, Field(description='Estimated effort in minutes.')
    ] = MISSING
    ghost_assignee_ids: Annotated[
        list[int] | None | MISSING,
        Field(
            description='Ids of assignees without an account; asked for with `include_ghost_assignees`.'
        ),
    ] = MISSING
    id: Annotated[
        int, Field(description='Id of the task.', ge=1, le=9223372036854775807)
    ]
    metadata: TaskMetadata | None | MISSING = MISSING
    name: Annotated[str, Field(description='Name of the task.')]
    notes: Annotated[str | None | MISSING, Field(description='Notes on the task.')] = (
        MISSING
    )
    parent_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the task this is a sub-task of; null for a task of its own.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    parent_task_name: Annotated[
        str | None | MISSING,
        Field(description='Name of the task this is a sub-task of.'),
    ] = MISSING
    pinned: Annotated[
        bool | None | MISSING, Field(description='Whether the task is pinned.')
    ] = MISSING
    position: Annotated[
        int | None | MISSING,
        Field(description='Place of the task in a list sorted by hand.'),
    ] = MISSING
    priority: Annotated[
        str | None | MISSING,
        Field(
            description='Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.'
        ),
    ] = MISSING
    priority_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the user made the task a priority.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING, Field(description='Whether only the user sees the task.')
    ] = MISSING
    project: TaskProject | None | MISSING = MISSING
    project_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the project; null for none.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    recurring_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the recurring task this is an occurrence of.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    reucrrence_date: RecurrenceDate | None | MISSING = MISSING
    rrule: Annotated[
        str | None | MISSING,
        Field(description='How the task recurs, an RFC 5545 recurrence rule.'),
    ] = MISSING
    source: Annotated[
        str | None | MISSING, Field(description='Where the task came from.')
    ] = MISSING
    start_date: Annotated[
        date | None | MISSING, Field(description='First day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    status: TaskStatus | None | MISSING = MISSING
    status_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    status_updated_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the status last changed.'),
    ] = MISSING
    tag_ids: Annotated[
        list[int] | None | MISSING, Field(description='Ids of the tags of the task.')
    ] = MISSING
    tags: Annotated[
        list[TaskTag] | None | MISSING, Field(description='The tags of the task.')
    ] = MISSING
    toggl_user_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the user who owns the task.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    updated_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task last changed, RFC 3339.'),
    ] = MISSING
    workspace_id: Annotated[
        int, Field(description='Id of the workspace.', ge=1, le=9223372036854775807)
    ]


class Task(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    archived_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was archived; null while it is not.'),
    ] = MISSING
    assignee_user_ids: Annotated[
        list[int] | None | MISSING,
        Field(description='Ids of the users the task is assigned to.'),
    ] = MISSING
    auto_log_time: Annotated[
        bool | None | MISSING,
        Field(
            description="Whether time is logged by itself from the task's time blocks."
        ),
    ] = MISSING
    billable: Annotated[
        bool | None | MISSING,
        Field(description='Whether time on the task is billable.'),
    ] = MISSING
    client: TaskClient | None | MISSING = MISSING
    color: Annotated[str | None | MISSING, Field(description='Colour of the task.')] = (
        MISSING
    )
    created_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was created, RFC 3339.'),
    ] = MISSING
    deleted_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task was deleted; null while it exists.'),
    ] = MISSING
    description: Annotated[
        str | None | MISSING, Field(description='What the task is about.')
    ] = MISSING
    end_date: Annotated[
        date | None | MISSING, Field(description='Last day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    estimated_mins: Annotated[
        int | None | MISSING, Field(description='Estimated effort in minutes.')
    ] = MISSING
    ghost_assignee_ids: Annotated[
        list[int] | None | MISSING,
        Field(
            description='Ids of assignees without an account; asked for with `include_ghost_assignees`.'
        ),
    ] = MISSING
    id: Annotated[
        int, Field(description='Id of the task.', ge=1, le=9223372036854775807)
    ]
    metadata: TaskMetadata | None | MISSING = MISSING
    name: Annotated[str, Field(description='Name of the task.')]
    notes: Annotated[str | None | MISSING, Field(description='Notes on the task.')] = (
        MISSING
    )
    parent: ParentTask | None | MISSING = MISSING
    parent_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the task this is a sub-task of; null for a task of its own.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    parent_task_name: Annotated[
        str | None | MISSING,
        Field(description='Name of the task this is a sub-task of.'),
    ] = MISSING
    pinned: Annotated[
        bool | None | MISSING, Field(description='Whether the task is pinned.')
    ] = MISSING
    position: Annotated[
        int | None | MISSING,
        Field(description='Place of the task in a list sorted by hand.'),
    ] = MISSING
    priority: Annotated[
        str | None | MISSING,
        Field(
            description='Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.'
        ),
    ] = MISSING
    priority_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the user made the task a priority.'),
    ] = MISSING
    private: Annotated[
        bool | None | MISSING, Field(description='Whether only the user sees the task.')
    ] = MISSING
    project: TaskProject | None | MISSING = MISSING
    project_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the project; null for none.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    recurring_task_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the recurring task this is an occurrence of.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    reucrrence_date: RecurrenceDate | None | MISSING = MISSING
    rrule: Annotated[
        str | None | MISSING,
        Field(description='How the task recurs, an RFC 5545 recurrence rule.'),
    ] = MISSING
    source: Annotated[
        str | None | MISSING, Field(description='Where the task came from.')
    ] = MISSING
    start_date: Annotated[
        date | None | MISSING, Field(description='First day of the task, `YYYY-MM-DD`.')
    ] = MISSING
    status: TaskStatus | None | MISSING = MISSING
    status_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the status.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    status_updated_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the status last changed.'),
    ] = MISSING
    sub_task_done_count: Annotated[
        int | None | MISSING, Field(description='How many sub-tasks are done.')
    ] = MISSING
    sub_task_total_count: Annotated[
        int | None | MISSING, Field(description='How many sub-tasks there are.')
    ] = MISSING
    tag_ids: Annotated[
        list[int] | None | MISSING, Field(description='Ids of the tags of the task.')
    ] = MISSING
    tags: Annotated[
        list[TaskTag] | None | MISSING, Field(description='The tags of the task.')
    ] = MISSING
    time_block_completed_count: Annotated[
        int | None | MISSING, Field(description='How many time blocks are completed.')
    ] = MISSING
    time_block_scheduled_completed_count: Annotated[
        int | None | MISSING,
        Field(description='How many scheduled time blocks are completed.'),
    ] = MISSING
    time_block_scheduled_total_count: Annotated[
        int | None | MISSING, Field(description='How many time blocks are scheduled.')
    ] = MISSING
    time_block_total_count: Annotated[
        int | None | MISSING, Field(description='How many time blocks there are.')
    ] = MISSING
    time_entry_total_count: Annotated[
        int | None | MISSING, Field(description='How many time entries there are.')
    ] = MISSING
    toggl_user_id: Annotated[
        int | None | MISSING,
        Field(
            description='Id of the user who owns the task.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    total_blocked_time: Annotated[
        int | None | MISSING,
        Field(
            description="Time in the task's time blocks, all together. The unit is not documented; seconds, to go by `total_tracked_time`.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    total_scheduled_blocked_time: Annotated[
        int | None | MISSING,
        Field(
            description="Time in the task's scheduled time blocks. The unit is not documented; seconds, to go by `total_tracked_time`.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    total_tracked_time: Annotated[
        int | None | MISSING,
        Field(
            description='Time tracked on the task. The page has no unit; users report seconds.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    updated_at: Annotated[
        AwareDatetime | None | MISSING,
        Field(description='When the task last changed, RFC 3339.'),
    ] = MISSING
    workspace_id: Annotated[
        int, Field(description='Id of the workspace.', ge=1, le=9223372036854775807)
    ]


class TaskList(RootModel[list[Task] | None]):
    root: Annotated[list[Task] | None, Field(description='Tasks without an envelope.')]


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
    total: Annotated[
        int,
        Field(
            description='How many tasks all pages hold together.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
