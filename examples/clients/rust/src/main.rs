//! Works with tasks of Toggl Track and of Toggl Focus, by clients that a macro generates from the specifications.
#![deny(warnings)]

use std::env;
use std::error::Error as StdError;

use base64::prelude::{BASE64_STANDARD, Engine};
use futures_util::TryStreamExt;
use progenitor_client::{ByteStream, Error, ResponseValue};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use serde_json::json;

/// Fields of an update that are absent stay as they are, and null clears them. Generated structs cannot tell the two
/// apart, so updates are JSON values.
mod track {
    #![allow(dead_code)]
    progenitor::generate_api!(
        spec = "../../../spec/track.yaml",
        interface = Builder,
        replace = { TaskUpdate = serde_json::Value },
    );
}

mod focus {
    #![allow(dead_code)]
    progenitor::generate_api!(
        spec = "../../../spec/focus.yaml",
        interface = Builder,
        replace = { TaskPatch = serde_json::Value, TaskPatchItem = serde_json::Value },
    );
}

type Result<T> = std::result::Result<T, Box<dyn StdError>>;

fn variable(name: &str) -> Result<String> {
    env::var(name).map_err(|error| format!("{name}: {error}").into())
}

fn id(name: &str) -> Result<u64> {
    Ok(variable(name)?.parse()?)
}

fn http_client(authorization: &str) -> Result<reqwest::Client> {
    let mut value = HeaderValue::from_str(authorization)?;
    value.set_sensitive(true);
    let headers = HeaderMap::from_iter([(AUTHORIZATION, value)]);
    Ok(reqwest::Client::builder().default_headers(headers).build()?)
}

fn names<'a, T: 'a>(items: impl IntoIterator<Item = &'a T>, name: impl Fn(&T) -> String) -> String {
    items.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The response of a request that Track refused: its errors are plain text.
async fn refused<T>(result: std::result::Result<ResponseValue<T>, Error<ByteStream>>) -> Result<(HeaderMap, String)> {
    match result {
        Ok(_) => Err("expected an error".into()),
        Err(Error::ErrorResponse(response)) => {
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            let body = response
                .into_inner_stream()
                .try_fold(Vec::new(), async |body, part| Ok([body, part.to_vec()].concat()));
            Ok((headers, format!("{status} {}", String::from_utf8(body.await?)?)))
        }
        Err(error) => Err(error.into()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let credentials = BASE64_STANDARD.encode(format!("{}:api_token", variable("TOGGL_API_TOKEN")?));
    let track =
        track::Client::new_with_client(&variable("TOGGL_TRACK_URL")?, http_client(&format!("Basic {credentials}"))?);
    let bearer = format!("Bearer {}", variable("TOGGL_FOCUS_TOKEN")?);
    let focus = focus::Client::new_with_client(&variable("TOGGL_FOCUS_URL")?, http_client(&bearer)?);
    track_tasks(&track).await?;
    focus_tasks(&focus).await
}

async fn track_tasks(track: &track::Client) -> Result<()> {
    let workspace = id("TOGGL_WORKSPACE")?;
    let project = id("TOGGL_PROJECT")?;

    let mut tasks = vec![];
    for page in 1.. {
        let request = track.list_workspace_tasks().workspace_id(workspace).active("both").per_page(3).page(page);
        let found = request.send().await?.into_inner();
        tasks.extend(found.data.unwrap_or_default());
        if tasks.len() as i64 >= found.total_count {
            break;
        }
    }
    println!("list-workspace-tasks: {}", names(&tasks, |task| task.name.to_string()));
    let request = track.list_project_tasks().workspace_id(workspace).project_id(project).active("true");
    let tasks = request.send().await?.into_inner().0.unwrap_or_default();
    println!("list-project-tasks: {}", names(&tasks, |task| task.name.to_string()));
    let empty = id("TOGGL_EMPTY_PROJECT")?;
    let request = track.list_project_tasks().workspace_id(workspace).project_id(empty);
    let tasks = request.send().await?.into_inner().0.unwrap_or_default(); // null is an empty list
    println!("empty-list: {} tasks", tasks.len());

    let request = track.create_task().workspace_id(workspace).project_id(project);
    let task = request.body_map(|body| body.name("Write the docs")).send().await?;
    println!("create-task: {}", task.name);
    let get = || track.get_task().workspace_id(workspace).project_id(project).task_id(task.id);
    println!("get-task: {}", get().send().await?.name);
    let update = async |fields| {
        let request = track.update_task().workspace_id(workspace).project_id(project).task_id(task.id);
        request.body(fields).send().await
    };
    println!("update-task: {}", update(json!({"name": "Publish the docs"})).await?.name);
    let seconds = update(json!({"estimated_seconds": 5400})).await?.estimated_seconds;
    println!("set-estimate: {} seconds", seconds.ok_or("no estimate")?);
    let seconds = update(json!({"estimated_seconds": null})).await?.estimated_seconds;
    println!("clear-estimate: {}", seconds.map_or("none".to_string(), |seconds| seconds.to_string()));

    let ids = format!("{},1", task.id);
    let done = track::types::PatchOperation::builder().op("replace").path("/active").value(json!(false)).try_into()?;
    let request = track.patch_tasks().workspace_id(workspace).project_id(project).task_ids(ids);
    let report = request.body(vec![done]).send().await?.into_inner();
    let (changed, failed) = (report.success.unwrap_or_default(), report.failure.unwrap_or_default());
    println!("patch-tasks: {} changed, {} failed: {}", changed.len(), failed.len(), failed[0].message);
    track.delete_task().workspace_id(workspace).project_id(project).task_id(task.id).send().await?;
    println!("delete-task: deleted");
    println!("missing-task: {}", refused(get().send().await).await?.1);

    let tasks = match track.list_my_tasks().per_page(3).send().await?.into_inner() {
        track::types::MyTasks::List(list) => list.0.unwrap_or_default(),
        track::types::MyTasks::Items(envelope) => envelope.items.unwrap_or_default(),
    };
    println!("my-tasks: {} tasks", tasks.len());
    let request = track.get_project().workspace_id(workspace).project_id(project);
    println!("unknown-fields: {}", request.send().await?.name);
    for (step, variable_name) in [("missing-plan", "TOGGL_FREE_WORKSPACE"), ("quota", "TOGGL_SPENT_WORKSPACE")] {
        let workspace = id(variable_name)?;
        let (headers, text) = refused(track.list_workspace_tasks().workspace_id(workspace).send().await).await?;
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match header("x-toggl-quota-remaining") {
            "0" => println!("{step}: 402 quota spent, full again in {} seconds", header("x-toggl-quota-resets-in")),
            _ => println!("{step}: {text}"),
        }
    }
    Ok(())
}

async fn focus_tasks(focus: &focus::Client) -> Result<()> {
    use focus::types::{TaskBulkCreate, TaskCreate, TaskIds};

    let organization = id("TOGGL_ORGANIZATION")?;
    let workspace = id("TOGGL_FOCUS_WORKSPACE")?;
    let project = variable("TOGGL_FOCUS_PROJECT")?;

    let request = focus.list_tasks().organization_id(organization).workspace_id(workspace);
    let filter = vec![project.parse()?, "".parse()?]; // the empty item selects tasks without a project
    let request =
        request.project_id(filter).start_date_from("2025-03-01T00:00:00Z".parse::<chrono::DateTime<chrono::Utc>>()?);
    let tasks = request.send().await?.into_inner().data.unwrap_or_default();
    println!("focus-list: {}", names(&tasks, |task| task.name.to_string()));

    let create = || focus.create_task().organization_id(organization).workspace_id(workspace);
    let request = create().body_map(|body| body.name("Plan the release").estimated_mins(90));
    let parent = request.send().await?;
    println!("focus-create: {}", parent.name);
    let parent_id = i64::try_from(parent.id.get())?;
    let child = |name| TaskCreate::builder().name(name).parent_task_id(parent_id).try_into();
    let request = focus.create_tasks().organization_id(organization).workspace_id(workspace);
    let tasks = vec![child("Pick a date")?, child("Book the room")?];
    let children = request.body(TaskBulkCreate { tasks }).send().await?.into_inner().0.unwrap_or_default();
    println!("focus-bulk-create: {}", names(&children, |task| task.name.to_string()));

    let request = focus.patch_task().organization_id(organization).workspace_id(workspace).task_id(parent.id);
    request.body(json!({"priority": "high", "estimated_mins": null})).send().await?;
    let request = focus.get_task().organization_id(organization).workspace_id(workspace).task_id(parent.id);
    let task = request.send().await?.into_inner();
    let estimate = task.estimated_mins.map_or("no".to_string(), |minutes| format!("{minutes} minutes"));
    println!("focus-patch: {}, {estimate} estimate", task.priority.as_deref().unwrap_or("none"));
    let (first, second) = (children[0].id, children[1].id);
    let changes = vec![json!({"id": first, "priority": "low"}), json!({"id": second, "pinned": true})];
    focus.patch_tasks().organization_id(organization).workspace_id(workspace).body(changes).send().await?;
    println!("focus-bulk-patch: changed");

    let task_ids = vec![first, second];
    let request = focus.archive_tasks().organization_id(organization).workspace_id(workspace);
    request.body(TaskIds { task_ids }).send().await?;
    println!("focus-archive: archived");
    let request = focus.delete_tasks().organization_id(organization).workspace_id(workspace);
    request.ids(vec![parent.id, first, second]).send().await?;
    println!("focus-delete: deleted");
    let (start, end) = ("2025-03-03".parse::<chrono::NaiveDate>()?, "2025-03-01".parse::<chrono::NaiveDate>()?);
    let request = create().body_map(|body| body.name("Back in time").start_date(start).end_date(end));
    match request.send().await {
        Err(Error::ErrorResponse(response)) => {
            let status = response.status().as_u16();
            println!("focus-bad-request: {status} {}: {}", response.error, response.error_description);
            Ok(())
        }
        other => Err(format!("expected an error, got {other:?}").into()),
    }
}
