"""A brand's folder: read with every mistake named by file and line, and written again."""

from rapport.adapters.brand_folder.proposed import read_proposed_rules
from rapport.adapters.brand_folder.read import read_brand_draft, read_brand_folder
from rapport.adapters.brand_folder.write import write_brand_folder

__all__ = ["read_brand_draft", "read_brand_folder", "read_proposed_rules", "write_brand_folder"]
