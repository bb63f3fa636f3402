#include "assets.h"

static const char catalogue[] = {
#embed "../schema/centre/0001-catalogue.sql" suffix(, 0)
};

const char *schema_centre_0001_catalogue(void) { return catalogue; }
