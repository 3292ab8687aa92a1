"""Files for other programs: CSV, JSON, Linked Places, a zip, the service worker: level 6."""
