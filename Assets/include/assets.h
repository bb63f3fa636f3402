#pragma once

// Files that are compiled into the programs, so that each program is one file. Every array ends with a zero byte.

// The steps of the database's schema, in order. Functions, since Swift cannot see an array of unstated length.
const char *schema_0001_events_and_catalogue(void);
const char *schema_0002_sync(void);
const char *schema_0003_drafts(void);
const char *schema_0004_revisions(void);
const char *schema_0005_changes(void);
const char *schema_0006_users(void);
const char *schema_0007_sync_history(void);
const char *schema_0008_names_and_notes(void);
const char *schema_0009_former_names(void);
const char *schema_0010_sync_instance(void);

// The steps of the Resources Centre's schema, in order.
const char *schema_centre_0001_catalogue(void);
const char *schema_centre_0002_listing_order(void);

// The sample catalogue and events, one JSON object a line. Functions, since Swift cannot see an array of unstated
// length.
const char *demo_speakers(void);
const char *demo_organizers(void);
const char *demo_sponsors(void);
const char *demo_events(void);

// The themes of the editor, a line for each style. Functions, for the same reason.
const char *theme_terminal(void);
const char *theme_light(void);
const char *theme_dark(void);
const char *theme_high_contrast(void);
