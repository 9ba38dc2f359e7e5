"""The message ledger: what is to be sent, what became of it, and the gateways that send."""
