"""Parts of the Protection page: vulnerable groups and where their protection narrows."""
