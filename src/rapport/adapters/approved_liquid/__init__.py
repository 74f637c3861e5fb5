"""The small part of Liquid and MJML that approved copy may use; shared by reader and renderer."""
