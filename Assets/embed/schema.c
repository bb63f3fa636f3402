#include "assets.h"

static const char events_and_catalogue[] = {
#embed "../schema/0001-events-and-catalogue.sql" suffix(, 0)
};

static const char sync[] = {
#embed "../schema/0002-sync.sql" suffix(, 0)
};

const char *schema_0001_events_and_catalogue(void) { return events_and_catalogue; }
const char *schema_0002_sync(void) { return sync; }

static const char drafts[] = {
#embed "../schema/0003-drafts.sql" suffix(, 0)
};

const char *schema_0003_drafts(void) { return drafts; }

static const char revisions[] = {
#embed "../schema/0004-revisions.sql" suffix(, 0)
};

const char *schema_0004_revisions(void) { return revisions; }

static const char changes[] = {
#embed "../schema/0005-changes.sql" suffix(, 0)
};

const char *schema_0005_changes(void) { return changes; }

static const char users[] = {
#embed "../schema/0006-users.sql" suffix(, 0)
};

const char *schema_0006_users(void) { return users; }

static const char sync_history[] = {
#embed "../schema/0007-sync-history.sql" suffix(, 0)
};

const char *schema_0007_sync_history(void) { return sync_history; }

static const char names_and_notes[] = {
#embed "../schema/0008-names-and-notes.sql" suffix(, 0)
};

const char *schema_0008_names_and_notes(void) { return names_and_notes; }

static const char former_names[] = {
#embed "../schema/0009-former-names.sql" suffix(, 0)
};

const char *schema_0009_former_names(void) { return former_names; }

static const char sync_instance[] = {
#embed "../schema/0010-sync-instance.sql" suffix(, 0)
};

const char *schema_0010_sync_instance(void) { return sync_instance; }
