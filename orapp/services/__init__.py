"""What a user can do: one method each, the boundary of a transaction, and the ports for the adapters."""
