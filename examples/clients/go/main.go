// Command go uses Toggl Track and Toggl Focus through clients that oapi-codegen generates.
package main

//go:generate go tool oapi-codegen -config track.yaml ../../../spec/track.yaml
//go:generate go tool oapi-codegen -config focus.yaml ../../../spec/focus.yaml

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/oapi-codegen/nullable"
	"github.com/oapi-codegen/runtime/types"

	"toggl-example/build/focus"
	"toggl-example/build/track"
)

func main() {
	log.SetFlags(0)
	ctx := context.Background()
	if err := useTrack(ctx); err != nil {
		log.Fatal("Track: ", err)
	}
	if err := useFocus(ctx); err != nil {
		log.Fatal("Focus: ", err)
	}
}

func useTrack(ctx context.Context) error {
	api, err := track.NewClientWithResponses(os.Getenv("TOGGL_TRACK_URL"),
		track.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.SetBasicAuth(os.Getenv("TOGGL_API_TOKEN"), "api_token")
			return nil
		}))
	if err != nil {
		return err
	}
	workspace, project := id("TOGGL_WORKSPACE"), id("TOGGL_PROJECT")

	var names []string
	for page := 1; ; page++ {
		tasks, err := api.ListWorkspaceTasksWithResponse(ctx, workspace, &track.ListWorkspaceTasksParams{
			Active: new(track.ListWorkspaceTasksParamsActiveBoth), Page: &page, PerPage: new(3),
		})
		if err := failure(tasks, err); err != nil {
			return err
		}
		data := tasks.JSON200.Data.GetOrEmpty()
		for _, task := range data {
			names = append(names, task.Name)
		}
		if len(data) == 0 || int64(len(names)) >= tasks.JSON200.TotalCount {
			break
		}
	}
	show("list-workspace-tasks", strings.Join(names, ", "))

	tasks, err := api.ListProjectTasksWithResponse(ctx, workspace, project, &track.ListProjectTasksParams{
		Active: new(track.ListProjectTasksParamsActiveTrue),
	})
	if err := failure(tasks, err); err != nil {
		return err
	}
	names = nil
	for _, task := range *tasks.JSON200 {
		names = append(names, task.Name)
	}
	show("list-project-tasks", strings.Join(names, ", "))

	tasks, err = api.ListProjectTasksWithResponse(ctx, workspace, id("TOGGL_EMPTY_PROJECT"), nil)
	if err := failure(tasks, err); err != nil {
		return err
	}
	show("empty-list", len(*tasks.JSON200), "tasks") // null becomes a nil slice

	created, err := api.CreateTaskWithResponse(ctx, workspace, project, track.TaskCreate{Name: "Write the docs"})
	if err := failure(created, err); err != nil {
		return err
	}
	show("create-task", created.JSON200.Name)
	task := created.JSON200.ID

	read, err := api.GetTaskWithResponse(ctx, workspace, project, task)
	if err := failure(read, err); err != nil {
		return err
	}
	show("get-task", read.JSON200.Name)

	// A field that is omitted is unchanged.
	updated, err := api.UpdateTaskWithResponse(ctx, workspace, project, task, track.TaskUpdate{Name: new("Publish the docs")})
	if err := failure(updated, err); err != nil {
		return err
	}
	show("update-task", updated.JSON200.Name)

	updated, err = api.UpdateTaskWithResponse(ctx, workspace, project, task,
		track.TaskUpdate{EstimatedSeconds: nullable.NewNullableWithValue[int64](5400)})
	if err := failure(updated, err); err != nil {
		return err
	}
	show("set-estimate", updated.JSON200.EstimatedSeconds.GetOrEmpty(), "seconds")

	updated, err = api.UpdateTaskWithResponse(ctx, workspace, project, task,
		track.TaskUpdate{EstimatedSeconds: nullable.NewNullNullable[int64]()})
	if err := failure(updated, err); err != nil {
		return err
	}
	if updated.JSON200.EstimatedSeconds.IsNull() {
		show("clear-estimate", "none")
	}

	patched, err := api.PatchTasksWithResponse(ctx, workspace, project, fmt.Sprintf("%d,%d", task, 1),
		track.PatchDocument{{Op: track.Replace, Path: "/active", Value: false}})
	if err := failure(patched, err); err != nil {
		return err
	}
	failed := patched.JSON200.Failure.GetOrEmpty()
	show("patch-tasks", len(patched.JSON200.Success.GetOrEmpty()), "changed,", len(failed), "failed:", failed[0].Message)

	deleted, err := api.DeleteTaskWithResponse(ctx, workspace, project, task)
	if err := failure(deleted, err); err != nil {
		return err
	}
	show("delete-task", "deleted")

	missing, err := api.GetTaskWithResponse(ctx, workspace, project, task)
	show("missing-task", failure(missing, err))

	mine, err := api.ListMyTasksWithResponse(ctx, &track.ListMyTasksParams{PerPage: new(3)})
	if err := failure(mine, err); err != nil {
		return err
	}
	list, err := mine.JSON200.AsTaskList() // an array or null; if the response has an envelope, AsTaskItems reads it
	if err != nil {
		return err
	}
	show("my-tasks", len(list), "tasks")

	unknown, err := api.GetProjectWithResponse(ctx, workspace, project)
	if err := failure(unknown, err); err != nil {
		return err
	}
	show("unknown-fields", unknown.JSON200.Name)

	planless, err := api.ListWorkspaceTasksWithResponse(ctx, id("TOGGL_FREE_WORKSPACE"), nil)
	show("missing-plan", failure(planless, err))

	spent, err := api.ListWorkspaceTasksWithResponse(ctx, id("TOGGL_SPENT_WORKSPACE"), nil)
	if err != nil {
		return err
	}
	if headers := spent.Headers402; headers != nil && headers.XTogglQuotaRemaining != nil && *headers.XTogglQuotaRemaining == 0 {
		show("quota", spent.StatusCode(), "quota spent, full again in", *headers.XTogglQuotaResetsIn, "seconds")
	}
	return nil
}

func useFocus(ctx context.Context) error {
	api, err := focus.NewClientWithResponses(os.Getenv("TOGGL_FOCUS_URL"),
		focus.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+os.Getenv("TOGGL_FOCUS_TOKEN"))
			return nil
		}))
	if err != nil {
		return err
	}
	organization, workspace := id("TOGGL_ORGANIZATION"), id("TOGGL_FOCUS_WORKSPACE")

	tasks, err := api.ListTasksWithResponse(ctx, organization, workspace, &focus.ListTasksParams{
		ProjectID:     []string{os.Getenv("TOGGL_FOCUS_PROJECT"), ""}, // in this project or in none
		StartDateFrom: new(time.Date(2025, time.March, 1, 0, 0, 0, 0, time.UTC)),
	})
	if err := failure(tasks, err); err != nil {
		return err
	}
	var names []string
	for _, task := range tasks.JSON200.Data.GetOrEmpty() {
		names = append(names, task.Name)
	}
	show("focus-list", strings.Join(names, ", "))

	created, err := api.CreateTaskWithResponse(ctx, organization, workspace,
		focus.TaskCreate{Name: "Plan the release", EstimatedMins: nullable.NewNullableWithValue[int64](90)})
	if err := failure(created, err); err != nil {
		return err
	}
	show("focus-create", created.JSON201.Name)
	task := created.JSON201.ID

	several, err := api.CreateTasksWithResponse(ctx, organization, workspace,
		focus.TaskBulkCreate{Tasks: []focus.TaskCreate{{Name: "Pick a date"}, {Name: "Book the room"}}})
	if err := failure(several, err); err != nil {
		return err
	}
	date, room := (*several.JSON201)[0], (*several.JSON201)[1]
	show("focus-bulk-create", date.Name+",", room.Name)

	patched, err := api.PatchTaskWithResponse(ctx, organization, workspace, task, nil, focus.TaskPatch{
		Priority: new(focus.TaskPatchPriorityHigh), EstimatedMins: nullable.NewNullNullable[int64](),
	})
	if err := failure(patched, err); err != nil {
		return err
	}
	read, err := api.GetTaskWithResponse(ctx, organization, workspace, task, nil)
	if err := failure(read, err); err != nil {
		return err
	}
	if read.JSON200.EstimatedMins.IsNull() {
		show("focus-patch", read.JSON200.Priority.GetOrEmpty()+",", "no estimate")
	}

	changed, err := api.PatchTasksWithResponse(ctx, organization, workspace, focus.TaskPatchList{
		{ID: date.ID, Priority: new(focus.TaskPatchItemPriorityLow)}, {ID: room.ID, Pinned: new(true)},
	})
	if err := failure(changed, err); err != nil {
		return err
	}
	show("focus-bulk-patch", "changed")

	archived, err := api.ArchiveTasksWithResponse(ctx, organization, workspace, focus.TaskIds{TaskIds: []int64{date.ID, room.ID}})
	if err := failure(archived, err); err != nil {
		return err
	}
	show("focus-archive", "archived")

	deleted, err := api.DeleteTasksWithResponse(ctx, organization, workspace, &focus.DeleteTasksParams{Ids: []int64{task, date.ID, room.ID}})
	if err := failure(deleted, err); err != nil {
		return err
	}
	show("focus-delete", "deleted")

	refused, err := api.CreateTaskWithResponse(ctx, organization, workspace, focus.TaskCreate{
		Name:      "Back in time",
		StartDate: nullable.NewNullableWithValue(types.Date{Time: time.Date(2025, time.March, 3, 0, 0, 0, 0, time.UTC)}),
		EndDate:   nullable.NewNullableWithValue(types.Date{Time: time.Date(2025, time.March, 1, 0, 0, 0, 0, time.UTC)}),
	})
	if err != nil {
		return err
	}
	if problem := refused.JSON400; problem != nil {
		show("focus-bad-request", refused.StatusCode(), problem.Error+":", problem.ErrorDescription)
	}
	return nil
}

// failure returns an error if there was no response, or if its status is not one of success.
func failure(reply interface {
	StatusCode() int
	GetBody() []byte
}, err error) error {
	if err != nil {
		return err
	}
	if status := reply.StatusCode(); status >= http.StatusMultipleChoices {
		return fmt.Errorf("%d %s", status, reply.GetBody())
	}
	return nil
}

func id(variable string) int64 {
	value, err := strconv.ParseInt(os.Getenv(variable), 10, 64)
	if err != nil {
		log.Fatalf("%s: %v", variable, err)
	}
	return value
}

func show(step string, result ...any) {
	fmt.Printf("%s: %s", step, fmt.Sprintln(result...))
}
