"""Runs the migrations on the connection that is handed in, within its transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
    transaction_per_migration=False,
    transactional_ddl=True,
)
context.run_migrations()
