import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import toggl.track.api.ProjectsApi.APIGetProjectRequest;
import toggl.track.api.ProjectsApi;
import toggl.track.api.TasksApi.APICreateTaskRequest;
import toggl.track.api.TasksApi.APIDeleteTaskRequest;
import toggl.track.api.TasksApi.APIGetTaskRequest;
import toggl.track.api.TasksApi.APIListMyTasksRequest;
import toggl.track.api.TasksApi.APIListProjectTasksRequest;
import toggl.track.api.TasksApi.APIListWorkspaceTasksRequest;
import toggl.track.api.TasksApi.APIPatchTasksRequest;
import toggl.track.api.TasksApi.APIUpdateTaskRequest;
import toggl.track.api.TasksApi;
import toggl.track.ApiClient;
import toggl.track.ApiException;
import toggl.track.model.PatchOperation;
import toggl.track.model.PatchReport;
import toggl.track.model.Task;
import toggl.track.model.TaskCreate;
import toggl.track.model.TaskPage;
import toggl.track.model.TaskUpdate;

final class TrackTasks {
    static void run() throws Exception {
        byte[] credentials = (Program.variable("TOGGL_API_TOKEN") + ":api_token").getBytes();
        var client = new ApiClient();
        client.updateBaseUri(Program.variable("TOGGL_TRACK_URL"));
        String authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
        client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        var tasks = new TasksApi(client);
        long workspace = Program.id("TOGGL_WORKSPACE");
        long project = Program.id("TOGGL_PROJECT");

        var found = new ArrayList<Task>();
        TaskPage page;
        int number = 1;
        do {
            page = tasks.listWorkspaceTasks(APIListWorkspaceTasksRequest.newBuilder()
                .workspaceId(workspace).active("both").perPage(3).page(number++).build());
            found.addAll(Objects.requireNonNullElse(page.getData(), List.of())); // null is an empty list
        } while (found.size() < page.getTotalCount());
        System.out.println("list-workspace-tasks: " + Program.names(found, Task::getName));
        List<Task> open = tasks.listProjectTasks(APIListProjectTasksRequest.newBuilder()
            .workspaceId(workspace).projectId(project).active("true").build());
        System.out.println("list-project-tasks: " + Program.names(open, Task::getName));
        List<Task> none = tasks.listProjectTasks(APIListProjectTasksRequest.newBuilder()
            .workspaceId(workspace).projectId(Program.id("TOGGL_EMPTY_PROJECT")).build());
        System.out.println("empty-list: " + Objects.requireNonNullElse(none, List.of()).size() + " tasks");

        Task task = tasks.createTask(APICreateTaskRequest.newBuilder()
            .workspaceId(workspace).projectId(project).taskCreate(new TaskCreate().name("Write the docs")).build());
        System.out.println("create-task: " + task.getName());
        var get = APIGetTaskRequest.newBuilder()
            .workspaceId(workspace).projectId(project).taskId(task.getId()).build();
        System.out.println("get-task: " + tasks.getTask(get).getName());
        var update = APIUpdateTaskRequest.newBuilder()
            .workspaceId(workspace).projectId(project).taskId(task.getId());
        task = tasks.updateTask(update.taskUpdate(new TaskUpdate().name("Publish the docs")).build());
        System.out.println("update-task: " + task.getName());
        task = tasks.updateTask(update.taskUpdate(new TaskUpdate().estimatedSeconds(5400L)).build());
        System.out.println("set-estimate: " + task.getEstimatedSeconds() + " seconds");
        task = tasks.updateTask(update.taskUpdate(new TaskUpdate().estimatedSeconds(null)).build()); // sends null
        Long estimate = task.getEstimatedSeconds();
        System.out.println("clear-estimate: " + (estimate == null ? "none" : estimate));

        var done = new PatchOperation().op(PatchOperation.OpEnum.REPLACE).path("/active").value(false);
        PatchReport report = tasks.patchTasks(APIPatchTasksRequest.newBuilder()
            .workspaceId(workspace).projectId(project).taskIds(task.getId() + ",1")
            .patchOperation(List.of(done)).build());
        System.out.println("patch-tasks: " + report.getSuccess().size() + " changed, " + report.getFailure().size()
            + " failed: " + report.getFailure().get(0).getMessage());
        tasks.deleteTask(APIDeleteTaskRequest.newBuilder()
            .workspaceId(workspace).projectId(project).taskId(task.getId()).build());
        System.out.println("delete-task: deleted");
        try {
            tasks.getTask(get);
        } catch (ApiException error) {
            System.out.println("missing-task: " + error.getCode() + " " + error.getResponseBody());
        }

        var mine = tasks.listMyTasks(APIListMyTasksRequest.newBuilder().perPage(3).build());
        System.out.println("my-tasks: " + (mine.isArray() ? mine : mine.path("items")).size() + " tasks");
        var details = new ProjectsApi(client).getProject(APIGetProjectRequest.newBuilder()
            .workspaceId(workspace).projectId(project).build());
        System.out.println("unknown-fields: " + details.getName());
        System.out.println("missing-plan: " + refusal(tasks, Program.id("TOGGL_FREE_WORKSPACE")));
        System.out.println("quota: " + refusal(tasks, Program.id("TOGGL_SPENT_WORKSPACE")));
    }

    static String refusal(TasksApi tasks, long workspace) {
        try {
            tasks.listWorkspaceTasks(APIListWorkspaceTasksRequest.newBuilder().workspaceId(workspace).build());
            return "no error";
        } catch (ApiException error) {
            HttpHeaders headers = error.getResponseHeaders();
            boolean isSpent = headers.firstValue("X-Toggl-Quota-Remaining").equals(Optional.of("0"));
            String seconds = headers.firstValue("X-Toggl-Quota-Resets-In").orElse("?");
            return error.getCode() + " "
                + (isSpent ? "quota spent, full again in " + seconds + " seconds" : error.getResponseBody());
        }
    }
}
