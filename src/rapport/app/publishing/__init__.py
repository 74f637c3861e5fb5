"""A brand's folder or a policy becomes a numbered part of the blueprint: what changes, who may."""
