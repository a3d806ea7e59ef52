"""The open data as files to take along: tables, the data package, feeds, the calendar, and what other sites may show."""
