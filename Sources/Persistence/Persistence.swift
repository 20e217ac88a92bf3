// Filled by its own folders.
