"""Signs of life of the processes that nobody watches: when the beat, the worker, the sender last did something."""
