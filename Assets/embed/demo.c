#include "assets.h"

// The final zero lets each array be read as a C string; UTF-8 text without a NUL inside is all that these files hold.

const char demo_speakers[] = {
#embed "../demo/speakers.jsonl" suffix(, 0)
};

const char demo_organizers[] = {
#embed "../demo/organizers.jsonl" suffix(, 0)
};

const char demo_sponsors[] = {
#embed "../demo/sponsors.jsonl" suffix(, 0)
};

const char demo_events[] = {
#embed "../demo/events.jsonl" suffix(, 0)
};
