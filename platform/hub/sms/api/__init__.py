"""What the operator sees of the ledger."""
