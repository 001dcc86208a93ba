# frozen_string_literal: true

# Works with tasks of Toggl Track and of Toggl Focus, by clients that `run` generates from the specifications.

require 'date'
require 'json'
require 'time'
require 'toggl_focus'
require 'toggl_track'
require 'uri'

def id(name) = Integer(ENV.fetch("TOGGL_#{name}"))

def connect(config, url)
  uri = URI(url)
  config.server_index = nil # use the address below instead of the specification's
  config.scheme, config.host, config.base_path = uri.scheme, "#{uri.host}:#{uri.port}", uri.path
  config.params_encoding = :multi # repeat the name of an array parameter, as the specification says
end

TogglTrack.configure do |config|
  connect(config, ENV.fetch('TOGGL_TRACK_URL'))
  config.username, config.password = ENV.fetch('TOGGL_API_TOKEN'), 'api_token'
end
TogglFocus.configure do |config|
  connect(config, ENV.fetch('TOGGL_FOCUS_URL'))
  config.access_token = ENV.fetch('TOGGL_FOCUS_TOKEN')
end

workspace, project = id('WORKSPACE'), id('PROJECT')
track = TogglTrack::TasksApi.new

tasks = []
(1..).each do |number|
  page = track.list_workspace_tasks(workspace, active: 'both', per_page: 3, page: number)
  tasks.concat(page.data.to_a) # nil for an empty list
  break if tasks.size >= page.total_count
end
puts "list-workspace-tasks: #{tasks.map(&:name).join(', ')}"
puts "list-project-tasks: #{track.list_project_tasks(workspace, project, active: 'true').map(&:name).join(', ')}"
puts "empty-list: #{track.list_project_tasks(workspace, id('EMPTY_PROJECT')).to_a.size} tasks"

task = track.create_task(workspace, project, TogglTrack::TaskCreate.new(name: 'Write the docs'))
puts "create-task: #{task.name}"
puts "get-task: #{track.get_task(workspace, project, task.id).name}"
update = ->(**fields) { track.update_task(workspace, project, task.id, TogglTrack::TaskUpdate.new(fields)) }
puts "update-task: #{update.(name: 'Publish the docs').name}"
puts "set-estimate: #{update.(estimated_seconds: 5400).estimated_seconds} seconds"
puts "clear-estimate: #{update.(estimated_seconds: nil).estimated_seconds || 'none'}" # nil is sent as null

done = TogglTrack::PatchOperation.new(op: 'replace', path: '/active', value: false)
report = track.patch_tasks(workspace, project, "#{task.id},1", [done])
puts "patch-tasks: #{report.success.size} changed, #{report.failure.size} failed: #{report.failure[0].message}"
track.delete_task(workspace, project, task.id)
puts 'delete-task: deleted'
begin
  track.get_task(workspace, project, task.id)
rescue TogglTrack::ApiError => e
  puts "missing-task: #{e.code} #{e.response_body}"
end

puts "my-tasks: #{track.list_my_tasks(per_page: 3).size} tasks"
puts "unknown-fields: #{TogglTrack::ProjectsApi.new.get_project(workspace, project).name}"
{ 'missing-plan' => 'FREE_WORKSPACE', 'quota' => 'SPENT_WORKSPACE' }.each do |step, name|
  track.list_workspace_tasks(id(name))
rescue TogglTrack::ApiError => e
  spent = e.response_headers['X-Toggl-Quota-Remaining'] == '0'
  seconds = e.response_headers['X-Toggl-Quota-Resets-In']
  puts "#{step}: #{e.code} #{spent ? "quota spent, full again in #{seconds} seconds" : e.response_body}"
end

focus = TogglFocus::TasksApi.new
ids = [id('ORGANIZATION'), id('FOCUS_WORKSPACE')]

# The empty member selects tasks without a project.
filters = { project_id: [ENV.fetch('TOGGL_FOCUS_PROJECT'), ''], start_date_from: Time.utc(2025, 3, 1).iso8601 }
puts "focus-list: #{focus.list_tasks(*ids, filters).data.to_a.map(&:name).join(', ')}"
parent = focus.create_task(*ids, TogglFocus::TaskCreate.new(name: 'Plan the release', estimated_mins: 90))
puts "focus-create: #{parent.name}"
items = ['Pick a date', 'Book the room'].map { |n| TogglFocus::TaskCreate.new(name: n, parent_task_id: parent.id) }
children = focus.create_tasks(*ids, TogglFocus::TaskBulkCreate.new(tasks: items))
puts "focus-bulk-create: #{children.map(&:name).join(', ')}"
focus.patch_task(*ids, parent.id, TogglFocus::TaskPatch.new(priority: 'high', estimated_mins: nil))
parent = focus.get_task(*ids, parent.id)
puts "focus-patch: #{parent.priority}, #{parent.estimated_mins || 'no'} estimate"
first, second = children.map(&:id)
changes = [{ id: first, priority: 'low' }, { id: second, pinned: true }]
focus.patch_tasks(*ids, changes.map { |change| TogglFocus::TaskPatchItem.new(change) })
puts 'focus-bulk-patch: changed'
focus.archive_tasks(*ids, TogglFocus::TaskIds.new(task_ids: [first, second]))
puts 'focus-archive: archived'
focus.delete_tasks(*ids, [parent.id, first, second])
puts 'focus-delete: deleted'
dates = { start_date: Date.new(2025, 3, 3), end_date: Date.new(2025, 3, 1) }
begin
  focus.create_task(*ids, TogglFocus::TaskCreate.new(name: 'Back in time', **dates))
rescue TogglFocus::ApiError => e
  error = TogglFocus::Error.build_from_hash(JSON.parse(e.response_body, symbolize_names: true))
  puts "focus-bad-request: #{e.code} #{error.error}: #{error.error_description}"
end
