"""What is due: "look at this community for this kind of work, not before then"."""
