"""Review types and deadlines: data files and their typed readers."""
