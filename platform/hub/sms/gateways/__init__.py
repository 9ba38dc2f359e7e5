"""Ways to send. Each folder is one provider with everything that is known about it; `base` says what it must do."""
