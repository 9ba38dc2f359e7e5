"""Communities: the tenants, the hosts they answer on, and the regions they lie in."""
