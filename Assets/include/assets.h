#pragma once

// Files that are compiled into the programs, so that each program is one file. Every array ends with a zero byte.

// The steps of the database's schema, in order. Functions, since Swift cannot see an array of unstated length.
const char *schema_0001_events_and_catalogue(void);

// The sample catalogue and events, one JSON object a line.
extern const char demo_speakers[];
extern const char demo_organizers[];
extern const char demo_sponsors[];
extern const char demo_events[];
