"""The same for programs: JSON over HTTP, with a person's token."""
