// Toggl Track and Toggl Focus by openapi-fetch, with the types that openapi-typescript generates.
import createClient from "openapi-fetch";

import type * as focus from "./build/focus.js";
import type * as track from "./build/track.js";

const trackApi = createClient<track.paths>({
  baseUrl: variable("TOGGL_TRACK_URL"),
  headers: { Authorization: `Basic ${btoa(`${variable("TOGGL_API_TOKEN")}:api_token`)}` },
});
const focusApi = createClient<focus.paths>({
  baseUrl: variable("TOGGL_FOCUS_URL"),
  headers: { Authorization: `Bearer ${variable("TOGGL_FOCUS_TOKEN")}` },
});

async function useTrack(): Promise<void> {
  const workspace_id = id("TOGGL_WORKSPACE");
  const project_id = id("TOGGL_PROJECT");
  const inProject = { path: { workspace_id, project_id } };
  const project = "/workspaces/{workspace_id}/projects/{project_id}";

  const tasks: track.Task[] = [];
  for (let page = 1, more = true; more; page++) {
    const { data, total_count } = success(
      await trackApi.GET("/workspaces/{workspace_id}/tasks", {
        params: { path: { workspace_id }, query: { active: "both", page, per_page: 3 } },
      }),
    );
    tasks.push(...(data ?? []));
    more = data !== null && data.length > 0 && tasks.length < total_count;
  }
  show("list-workspace-tasks", names(tasks));

  const active = await trackApi.GET(`${project}/tasks`, { params: { ...inProject, query: { active: "true" } } });
  show("list-project-tasks", names(success(active)));

  // An empty list is null.
  const empty = await trackApi.GET(`${project}/tasks`, {
    params: { path: { workspace_id, project_id: id("TOGGL_EMPTY_PROJECT") } },
  });
  show("empty-list", `${success(empty)?.length ?? 0} tasks`);

  const created = await trackApi.POST(`${project}/tasks`, { params: inProject, body: { name: "Write the docs" } });
  show("create-task", success(created).name);

  const task = `${project}/tasks/{task_id}` as const;
  const params = { path: { workspace_id, project_id, task_id: success(created).id } };
  const read = await trackApi.GET(task, { params });
  show("get-task", success(read).name);

  // A field that is omitted is unchanged; null clears it. `satisfies` reports misspelt fields; openapi-fetch does not.
  const renamed = await trackApi.PUT(task, { params, body: { name: "Publish the docs" } satisfies track.TaskUpdate });
  show("update-task", success(renamed).name);
  const estimated = await trackApi.PUT(task, { params, body: { estimated_seconds: 5400 } satisfies track.TaskUpdate });
  show("set-estimate", `${success(estimated).estimated_seconds} seconds`);
  const cleared = await trackApi.PUT(task, { params, body: { estimated_seconds: null } satisfies track.TaskUpdate });
  show("clear-estimate", `${success(cleared).estimated_seconds ?? "none"}`);

  const patched = await trackApi.PATCH(`${project}/tasks/{task_ids}`, {
    params: { path: { workspace_id, project_id, task_ids: `${params.path.task_id},1` } },
    body: [{ op: "replace", path: "/active", value: false }],
  });
  const { success: changed, failure: failed } = success(patched);
  show("patch-tasks", `${changed?.length} changed, ${failed?.length} failed: ${failed?.[0]?.message}`);

  success(await trackApi.DELETE(task, { params }));
  show("delete-task", "deleted");
  const missing = await trackApi.GET(task, { params });
  show("missing-task", `${missing.response.status} ${missing.error}`);

  const mine = success(await trackApi.GET("/me/tasks", { params: { query: { per_page: 3 } } }));
  show("my-tasks", `${(Array.isArray(mine) ? mine : mine?.items)?.length ?? 0} tasks`);

  const unknown = await trackApi.GET(project, { params: inProject });
  show("unknown-fields", success(unknown).name);

  const planless = await trackApi.GET("/workspaces/{workspace_id}/tasks", {
    params: { path: { workspace_id: id("TOGGL_FREE_WORKSPACE") } },
  });
  show("missing-plan", `${planless.response.status} ${planless.error}`);

  const spent = await trackApi.GET("/workspaces/{workspace_id}/tasks", {
    params: { path: { workspace_id: id("TOGGL_SPENT_WORKSPACE") } },
  });
  const { status, headers } = spent.response;
  if (status === 402 && headers.get("X-Toggl-Quota-Remaining") === "0") {
    show("quota", `${status} quota spent, full again in ${headers.get("X-Toggl-Quota-Resets-In")} seconds`);
  }
}

async function useFocus(): Promise<void> {
  const path = { organization_id: id("TOGGL_ORGANIZATION"), workspace_id: id("TOGGL_FOCUS_WORKSPACE") };
  const tasks = "/organizations/{organization_id}/workspaces/{workspace_id}/tasks";

  // An empty member selects tasks without a project.
  const query = { project_id: [variable("TOGGL_FOCUS_PROJECT"), ""], start_date_from: "2025-03-01T00:00:00Z" };
  const listed = await focusApi.GET(tasks, { params: { path, query } });
  show("focus-list", names(success(listed).data));

  const created = await focusApi.POST(tasks, {
    params: { path },
    body: { name: "Plan the release", estimated_mins: 90 } satisfies focus.TaskCreate,
  });
  const { id: task_id, name } = success(created);
  show("focus-create", name);

  const several = success(
    await focusApi.POST(`${tasks}/bulk`, {
      params: { path },
      body: { tasks: [{ name: "Pick a date" }, { name: "Book the room" }] },
    }),
  );
  show("focus-bulk-create", names(several));
  const [date, room] = several ?? [];
  if (!date || !room) throw new Error("the response has fewer than two tasks");

  const params = { path: { ...path, task_id } };
  success(
    await focusApi.PATCH(`${tasks}/{task_id}`, {
      params,
      body: { priority: "high", estimated_mins: null } satisfies focus.TaskPatch,
    }),
  );
  const { priority, estimated_mins } = success(await focusApi.GET(`${tasks}/{task_id}`, { params }));
  show("focus-patch", `${priority}, ${estimated_mins ?? "no estimate"}`);

  success(
    await focusApi.PATCH(`${tasks}/bulk`, {
      params: { path },
      body: [
        { id: date.id, priority: "low" },
        { id: room.id, pinned: true },
      ],
    }),
  );
  show("focus-bulk-patch", "changed");

  success(await focusApi.POST(`${tasks}/bulk/archive`, { params: { path }, body: { task_ids: [date.id, room.id] } }));
  show("focus-archive", "archived");

  success(await focusApi.DELETE(`${tasks}/bulk`, { params: { path, query: { ids: [task_id, date.id, room.id] } } }));
  show("focus-delete", "deleted");

  const { response, error } = await focusApi.POST(tasks, {
    params: { path },
    body: { name: "Back in time", start_date: "2025-03-03", end_date: "2025-03-01" },
  });
  show("focus-bad-request", `${response.status} ${error?.error}: ${error?.error_description}`);
}

/** Returns the body of a response; throws if the status is an error. */
function success<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (!response.ok) throw new Error(`${response.status} ${typeof error === "string" ? error : JSON.stringify(error)}`);
  return data as T;
}

function names(tasks: { name: string }[] | null): string {
  return (tasks ?? []).map(({ name }) => name).join(", ");
}

function id(name: string): number {
  return Number(variable(name));
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the environment variable ${name} is not set`);
  return value;
}

function show(step: string, result: string): void {
  console.log(`${step}: ${result}`);
}

await useTrack();
await useFocus();
