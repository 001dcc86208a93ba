<?php

// Works with tasks of Toggl Track and of Toggl Focus, by clients that `run` generates from the specifications.

declare(strict_types=1);

set_error_handler(fn (int $level, string $message) => throw new ErrorException($message, severity: $level));

// In a project of your own, Composer does this.
require '/usr/share/php/GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    $folders = ['TogglTrack\\' => 'track/lib/', 'TogglFocus\\' => 'focus/lib/', '\\' => '/'];
    $path = __DIR__ . '/build/' . strtr($class, $folders) . '.php';
    if (is_file($path)) {
        require $path;
    }
});

use TogglFocus\Model as Focus;
use TogglTrack\Model as Track;

function variable(string $name): string
{
    return getenv($name) ?: throw new RuntimeException("the environment variable $name is not set");
}

function id(string $name): int
{
    return (int) variable($name);
}

/** @param Track\Task[]|Focus\Task[]|null $tasks */
function names(?array $tasks): string
{
    return implode(', ', array_map(fn ($task) => $task->getName(), $tasks ?? []));
}

function use_track(): void
{
    $config = (new TogglTrack\Configuration())->setHost(variable('TOGGL_TRACK_URL'))
        ->setUsername(variable('TOGGL_API_TOKEN'))->setPassword('api_token');
    $api = new TogglTrack\Api\TasksApi(config: $config);
    [$workspace, $project] = [id('TOGGL_WORKSPACE'), id('TOGGL_PROJECT')];

    $tasks = [];
    for ($page = 1; ; $page++) {
        $reply = $api->listWorkspaceTasks($workspace, page: $page, per_page: 3, active: 'both');
        $tasks = [...$tasks, ...$reply->getData() ?? []];
        if (!$reply->getData() || count($tasks) >= $reply->getTotalCount()) {
            break;
        }
    }
    echo 'list-workspace-tasks: ', names($tasks), "\n";
    echo 'list-project-tasks: ', names($api->listProjectTasks($workspace, $project, active: 'true')), "\n";
    // An empty list is null.
    echo 'empty-list: ', count($api->listProjectTasks($workspace, id('TOGGL_EMPTY_PROJECT')) ?? []), " tasks\n";

    $created = $api->createTask($workspace, $project, new Track\TaskCreate(['name' => 'Write the docs']));
    echo 'create-task: ', $created->getName(), "\n";
    $task = [$workspace, $project, $created->getId()];
    echo 'get-task: ', $api->getTask(...$task)->getName(), "\n";
    // A field that is not set stays as it is; one that is set to null is sent as null.
    $renamed = $api->updateTask(...$task, task_update: new Track\TaskUpdate(['name' => 'Publish the docs']));
    echo 'update-task: ', $renamed->getName(), "\n";
    $estimated = $api->updateTask(...$task, task_update: new Track\TaskUpdate(['estimated_seconds' => 5400]));
    echo 'set-estimate: ', $estimated->getEstimatedSeconds(), " seconds\n";
    $cleared = $api->updateTask(...$task, task_update: (new Track\TaskUpdate())->setEstimatedSeconds(null));
    echo 'clear-estimate: ', $cleared->getEstimatedSeconds() ?? 'none', "\n";

    $done = new Track\PatchOperation(['op' => 'replace', 'path' => '/active', 'value' => false]);
    $report = $api->patchTasks($workspace, $project, "{$created->getId()},1", [$done]);
    echo 'patch-tasks: ', count($report->getSuccess()), ' changed, ', count($report->getFailure()), ' failed: ',
        $report->getFailure()[0]->getMessage(), "\n";

    $api->deleteTask(...$task);
    echo "delete-task: deleted\n";
    try {
        $api->getTask(...$task);
    } catch (TogglTrack\ApiException $e) {
        echo "missing-task: {$e->getCode()} {$e->getResponseBody()}\n";
    }

    // The response is an array or an object with `items`: a oneOf, which the generator does not support.
    $mine = $api->listMyTasks(per_page: 3);
    $mine = is_array($mine) ? $mine : $mine->getItems();
    echo 'my-tasks: ', $mine === null ? 'cannot: the tasks are lost' : count($mine) . ' tasks', "\n";
    $projects = new TogglTrack\Api\ProjectsApi(config: $config);
    echo 'unknown-fields: ', $projects->getProject($workspace, $project)->getName(), "\n";
    try {
        $api->listWorkspaceTasks(id('TOGGL_FREE_WORKSPACE'));
    } catch (TogglTrack\ApiException $e) {
        echo "missing-plan: {$e->getCode()} {$e->getResponseBody()}\n";
    }
    try {
        $api->listWorkspaceTasks(id('TOGGL_SPENT_WORKSPACE'));
    } catch (TogglTrack\ApiException $e) {
        $headers = array_change_key_case($e->getResponseHeaders());
        if ($headers['x-toggl-quota-remaining'] === ['0']) {
            echo "quota: {$e->getCode()} quota spent, full again in {$headers['x-toggl-quota-resets-in'][0]} seconds\n";
        }
    }
}

function use_focus(): void
{
    $config = (new TogglFocus\Configuration())->setHost(variable('TOGGL_FOCUS_URL'))
        ->setAccessToken(variable('TOGGL_FOCUS_TOKEN'));
    $api = new TogglFocus\Api\TasksApi(config: $config);
    $ids = [id('TOGGL_ORGANIZATION'), id('TOGGL_FOCUS_WORKSPACE')];

    // The empty member selects tasks without a project.
    $listed = $api->listTasks(
        ...$ids,
        project_id: [variable('TOGGL_FOCUS_PROJECT'), ''],
        start_date_from: '2025-03-01T00:00:00Z', // the generated code does not send a DateTime here
    );
    echo 'focus-list: ', names($listed->getData()), "\n";

    $new = new Focus\TaskCreate(['name' => 'Plan the release', 'estimated_mins' => 90]);
    $parent = $api->createTask(...$ids, task_create: $new);
    echo 'focus-create: ', $parent->getName(), "\n";
    $new = array_map(fn ($name) => new Focus\TaskCreate(['name' => $name]), ['Pick a date', 'Book the room']);
    $several = $api->createTasks(...$ids, task_bulk_create: new Focus\TaskBulkCreate(['tasks' => $new]));
    echo 'focus-bulk-create: ', names($several), "\n";
    [$date, $room] = array_map(fn ($task) => $task->getId(), $several);

    $task = [...$ids, $parent->getId()];
    $api->patchTask(...$task, task_patch: (new Focus\TaskPatch(['priority' => 'high']))->setEstimatedMins(null));
    $patched = $api->getTask(...$task);
    echo 'focus-patch: ', $patched->getPriority(), ', ', $patched->getEstimatedMins() ?? 'no estimate', "\n";
    $api->patchTasks(...$ids, task_patch_item: [
        new Focus\TaskPatchItem(['id' => $date, 'priority' => 'low']),
        new Focus\TaskPatchItem(['id' => $room, 'pinned' => true]),
    ]);
    echo "focus-bulk-patch: changed\n";
    $api->archiveTasks(...$ids, task_ids: new Focus\TaskIds(['task_ids' => [$date, $room]]));
    echo "focus-archive: archived\n";
    $api->deleteTasks(...$ids, ids: [$parent->getId(), $date, $room]);
    echo "focus-delete: deleted\n";
    try {
        $api->createTask(...$ids, task_create: new Focus\TaskCreate([
            'name' => 'Back in time',
            'start_date' => new DateTime('2025-03-03'),
            'end_date' => new DateTime('2025-03-01'),
        ]));
    } catch (TogglFocus\ApiException $e) {
        $error = $e->getResponseObject();
        echo "focus-bad-request: {$e->getCode()} {$error->getError()}: {$error->getErrorDescription()}\n";
    }
}

use_track();
use_focus();
