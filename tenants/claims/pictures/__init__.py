"""Photos and drawn signatures that prove a delivery: received, written anew, kept encrypted, shown to few."""
