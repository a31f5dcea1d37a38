"""What screens share: tasks, changes, tables, forms, dialogs, look."""
