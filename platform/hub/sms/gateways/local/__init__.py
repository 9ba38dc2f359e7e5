"""No provider: messages are kept in an outbox that a person reads in the browser."""
