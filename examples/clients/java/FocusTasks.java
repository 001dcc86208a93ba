import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import toggl.focus.api.TasksApi.APIArchiveTasksRequest;
import toggl.focus.api.TasksApi.APICreateTaskRequest;
import toggl.focus.api.TasksApi.APICreateTasksRequest;
import toggl.focus.api.TasksApi.APIDeleteTasksRequest;
import toggl.focus.api.TasksApi.APIGetTaskRequest;
import toggl.focus.api.TasksApi.APIListTasksRequest;
import toggl.focus.api.TasksApi.APIPatchTaskRequest;
import toggl.focus.api.TasksApi.APIPatchTasksRequest;
import toggl.focus.api.TasksApi;
import toggl.focus.ApiClient;
import toggl.focus.ApiException;
import toggl.focus.model.Error;
import toggl.focus.model.Task;
import toggl.focus.model.TaskBulkCreate;
import toggl.focus.model.TaskCreate;
import toggl.focus.model.TaskIds;
import toggl.focus.model.TaskPatch;
import toggl.focus.model.TaskPatchItem;

final class FocusTasks {
    static void run() throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(Program.variable("TOGGL_FOCUS_URL"));
        String authorization = "Bearer " + Program.variable("TOGGL_FOCUS_TOKEN");
        client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        var tasks = new TasksApi(client);
        long organization = Program.id("TOGGL_ORGANIZATION");
        long workspace = Program.id("TOGGL_FOCUS_WORKSPACE");

        // The empty item selects tasks without a project.
        var page = tasks.listTasks(APIListTasksRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace)
            .projectId(List.of(Program.variable("TOGGL_FOCUS_PROJECT"), ""))
            .startDateFrom(OffsetDateTime.parse("2025-03-01T00:00:00Z")).build());
        System.out.println("focus-list: " + Program.names(page.getData(), Task::getName));

        var create = APICreateTaskRequest.newBuilder().organizationId(organization).workspaceId(workspace);
        var parent = tasks.createTask(
            create.taskCreate(new TaskCreate().name("Plan the release").estimatedMins(90L)).build());
        System.out.println("focus-create: " + parent.getName());
        var children = tasks.createTasks(APICreateTasksRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace)
            .taskBulkCreate(new TaskBulkCreate().tasks(List.of(
                new TaskCreate().name("Pick a date").parentTaskId(parent.getId()),
                new TaskCreate().name("Book the room").parentTaskId(parent.getId())))).build());
        System.out.println("focus-bulk-create: " + Program.names(children, Task::getName));

        tasks.patchTask(APIPatchTaskRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace).taskId(parent.getId())
            .taskPatch(new TaskPatch().priority(TaskPatch.PriorityEnum.HIGH).estimatedMins(null)).build());
        var patched = tasks.getTask(APIGetTaskRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace).taskId(parent.getId()).build());
        System.out.println("focus-patch: " + patched.getPriority() + ", "
            + (patched.getEstimatedMins() == null ? "no" : patched.getEstimatedMins()) + " estimate");
        long first = children.get(0).getId();
        long second = children.get(1).getId();
        tasks.patchTasks(APIPatchTasksRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace)
            .taskPatchItem(List.of(
                new TaskPatchItem().id(first).priority(TaskPatchItem.PriorityEnum.LOW),
                new TaskPatchItem().id(second).pinned(true))).build());
        System.out.println("focus-bulk-patch: changed");

        tasks.archiveTasks(APIArchiveTasksRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace)
            .taskIds(new TaskIds().taskIds(List.of(first, second))).build());
        System.out.println("focus-archive: archived");
        tasks.deleteTasks(APIDeleteTasksRequest.newBuilder()
            .organizationId(organization).workspaceId(workspace).ids(List.of(parent.getId(), first, second)).build());
        System.out.println("focus-delete: deleted");
        try {
            tasks.createTask(create.taskCreate(new TaskCreate().name("Back in time")
                .startDate(LocalDate.of(2025, 3, 3)).endDate(LocalDate.of(2025, 3, 1))).build());
        } catch (ApiException error) {
            var body = client.getObjectMapper().readValue(error.getResponseBody(), Error.class);
            System.out.println("focus-bad-request: " + error.getCode() + " " + body.getError() + ": "
                + body.getErrorDescription());
        }
    }
}
