#include "assets.h"

// The final zero lets each array be read as a C string; UTF-8 text without a NUL inside is all that these files hold.

static const char speakers[] = {
#embed "../demo/speakers.jsonl" suffix(, 0)
};
const char *demo_speakers(void) { return speakers; }

static const char organizers[] = {
#embed "../demo/organizers.jsonl" suffix(, 0)
};
const char *demo_organizers(void) { return organizers; }

static const char sponsors[] = {
#embed "../demo/sponsors.jsonl" suffix(, 0)
};
const char *demo_sponsors(void) { return sponsors; }

static const char events[] = {
#embed "../demo/events.jsonl" suffix(, 0)
};
const char *demo_events(void) { return events; }
