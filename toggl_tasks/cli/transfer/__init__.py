"""Import and export: files of tasks with one row for each."""
